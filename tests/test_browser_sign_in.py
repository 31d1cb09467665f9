"""Sign-in with a real OpenID provider: who comes in, where to, as whom the journal knows them, and when no longer."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from serving import at_rest
from signing_in import sign_in, signing_in

AN, BERT = "an-1", "bert-2"
PEOPLE = {
    AN: {"name": "An Peeters", "email": "an@example.org"},
    BERT: {"name": "Bert Claes", "email": "bert@example.org", "roles": ["lezer"]},
    "eve-3": {"name": "Eve Maes", "email": "eve@example.org"},
}


def test_people_sign_in_and_are_out_at_the_next_click(seeded_address: str, tmp_path: Path, browser: Browser) -> None:
    with signing_in(seeded_address, tmp_path, PEOPLE, first_secretary="an@example.org") as address:
        an = browser.new_page()
        an.goto(f"{address}/actie?actie=2")
        sign_in(an, AN)
        expect(an.get_by_role("heading", level=1)).to_contain_text("2.1")
        assert an.url.endswith("/actie?actie=2")
