"""Sign-in with a real OpenID provider: who comes in, where to, as whom the journal knows them, and when no longer."""

import re
from datetime import date
from pathlib import Path
from uuid import UUID

from drafts import NOW
from playwright.sync_api import Browser, Page, expect
from serving import ROOT, TODAY, at_rest, sent_at
from signing_in import sign_in, signing_in
from sqlalchemy import text

from mrdb.startup import prepared_database
from mrdb.store.database import open_database, read_only, transaction
from mrdb.store.people import answer_from, people
from mrdb.store.queries import actions

AN, BERT, EVE = "an-1", "bert-2", "eve-3"
PEOPLE = {
    AN: {"name": "An Peeters", "email": "an@example.org", "groups": [str(UUID(int=n)) for n in range(100)]},
    BERT: {"name": "Bert Claes", "email": "bert@example.org", "roles": ["directeur"]},
    EVE: {"name": "Eve Maes", "email": "eve@example.org"},
}
ADDRESSES = sorted(
    set(re.findall(r'(?:url_path=|_PATH = )"([\w-]+)"', (ROOT / "mrdb/views/addresses.py").read_text("utf-8")))
)
STEMS = sorted(page.stem for page in (ROOT / "pages").glob("*.py"))


def test_people_sign_in_and_are_out_at_the_next_click(
    installation: None, seeded_address: str, tmp_path: Path, browser: Browser
) -> None:
    with signing_in(seeded_address, tmp_path, PEOPLE, first_secretary="an@example.org") as address:
        an = browser.new_page()
        nobody_sees_anything(an, address)
        an.goto(f"{address}/actie?actie=2")
        sign_in(an, AN)
        expect(an.get_by_role("heading", level=1)).to_contain_text("2.1")
        assert an.url.endswith("/actie?actie=2")
        an.get_by_role("button", name="Open een opvolgingsmoment").click()
        expect(an.get_by_role("heading", name="Stand van zaken op")).to_be_visible()
        an.get_by_role("radio", name="Lopende").click()
        expect(an.get_by_text("Je slaat op als An Peeters").first).to_be_visible()
        an.get_by_role("button", name="Opslaan").click()
        expect(an.locator(".report")).to_contain_text("An Peeters")
        assert lines(seeded_address)[-1] == ("An Peeters", "An Peeters")

        bert = browser.new_page()
        bert.goto(address)
        sign_in(bert, EVE)
        expect(bert.get_by_text("Je hebt hier nog geen toegang")).to_be_visible()
        sign_out(bert)
        sign_in(bert, BERT)
        expect(bert).to_have_url(f"{address}/mijn-acties")
        assert bert.request.get(f"{address}/mark").ok
        bert.goto(f"{address}/actie?actie={id_of_what_bert_answers_for()}")
        expect(at_rest(bert)).to_be_visible()
        bert.get_by_label("Commentaar").first.click()
        bert.keyboard.type("Nog niet klaar")
        an.goto(f"{address}/beheer?deel=Personen")
        expect(at_rest(an)).to_be_visible()
        an.get_by_role("combobox", name="Wie?", exact=True).click()
        an.keyboard.type("Bert")
        an.keyboard.press("Enter")
        an.get_by_role("button", name="Trek de toegang in").click()
        expect(an.get_by_text("directeur of verantwoordelijke (toegang ingetrokken)")).to_be_visible()
        bert.get_by_role("link", name="Historiek", exact=True).click()
        expect(bert.get_by_text("Je hebt hier nog geen toegang, of niet meer.")).to_be_visible()
        assert bert.request.get(f"{address}/mark").status == 404
        sign_out(bert)
        sees_nothing_of_who_sat_there_before(bert, address)


def nobody_sees_anything(page: Page, address: str) -> None:
    """Every address and every stem of a page asks to sign in, and sends nothing else; no file is given or taken."""
    with read_only(prepared_database()) as session:
        known = [
            words for one in actions(session) for words in (one.text[:40], one.recommendation.title, *one.responsibles)
        ]
    for name in ("", "overzicht", *ADDRESSES, *STEMS):
        sent = "".join(map(str, sent_at(address, name)))
        assert "Meld je aan" in sent, name
        assert not [words for words in known if words in sent], name
    page.goto(f"{address}/tijdlijn")
    expect(page.get_by_role("button", name="Meld je aan")).to_be_visible()
    expect(page.get_by_test_id("stButton")).to_have_count(1)
    assert page.evaluate("document.fonts.ready.then(fonts => [...fonts].every(font => font.status != 'error'))")
    for path in ("mark", "media/0123456789abcdef.xlsx", "_stcore/upload_file/a/b"):
        assert page.request.get(f"{address}/{path}").status == 404
        assert page.request.put(f"{address}/{path}", data=b"x").status == 404


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Meld je af").click()
    page.get_by_role("button", name="End session").click()  # the provider's own page
    expect(page.get_by_role("button", name="Meld je aan")).to_be_visible()


def id_of_what_bert_answers_for() -> int:
    with transaction(prepared_database()) as session:
        bert = next(one for one in people(session) if one.name == "Bert Claes")
        mine = next(one for one in actions(session) if one.number == "7.1")
        name = mine.responsibles[0]
        answer_from(session, bert.id, name, date.fromisoformat(TODAY), name=name, author="An", at=NOW)
    return mine.id


def sees_nothing_of_who_sat_there_before(page: Page, address: str) -> None:
    """An signs in at the tab in which Bert left a comment unsaved."""
    sign_in(page, AN)
    with read_only(prepared_database()) as session:
        action = next(one for one in actions(session) if one.number == "7.1")
    page.goto(f"{address}/actie?actie={action.id}")
    expect(at_rest(page)).to_be_visible()
    expect(page.get_by_label("Commentaar").first).to_have_value("")
    expect(page.get_by_text("Wat je typte")).to_have_count(0)
    assert "Nog niet klaar" not in page.evaluate("JSON.stringify(sessionStorage)")


def lines(database_url: str) -> list[tuple[str, str]]:
    """Of the journal: under which name each line stands, and who signed in to write it."""
    engine = open_database(database_url)
    with engine.connect() as connection:
        query = "SELECT change.author, person.name FROM change LEFT JOIN person ON person.id = change.person_id"
        found = [tuple(row) for row in connection.execute(text(f"{query} ORDER BY change.id"))]
    engine.dispose()
    return found
