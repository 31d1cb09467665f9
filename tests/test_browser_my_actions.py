"""Mijn acties in a real browser: a director arrives there, and reports with a hand, the cursor still in the field."""

from datetime import date
from pathlib import Path

from drafts import NOW, found, opened_moment
from playwright.sync_api import Browser, expect
from serving import TODAY, at_rest
from signing_in import sign_in, signing_in

from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import transaction
from mrdb.store.people import answer_from, people
from mrdb.text import my_actions as words
from mrdb.text import nl

AN = "an-1"
PEOPLE = {AN: {"name": "An Peeters", "email": "an@example.org", "roles": ["directeur"]}}
SAID, MORE = "Besproken op het beleidsoverleg.", " Dank aan allen."


def test_browser_director_arrives_at_mijn_acties_and_reports_there(
    installation: None, seeded_address: str, tmp_path: Path, browser: Browser
) -> None:
    engine = prepared_database()
    with signing_in(seeded_address, tmp_path, PEOPLE) as address:
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(address)
        sign_in(page, AN)
        expect(page.get_by_text(words.NOT_LINKED)).to_be_visible()
        opened_moment(engine)
        with transaction(engine) as session:
            (an,) = people(session)
            for name in ("Directeur beleid", "Directeur M&O"):
                answer_from(session, an.id, name, date.fromisoformat(TODAY), name=name, author="mrdb", at=NOW)

        page.goto(f"{address}/overzicht")
        expect(page.get_by_role("heading", name=nl.WHERE_WE_STAND)).to_be_visible()
        page.goto(address)
        expect(page).to_have_url(f"{address}/mijn-acties")
        expect(at_rest(page)).to_be_visible()
        cards = page.locator("[class*='st-key-card-']")
        before = [text.split()[0] for text in cards.all_inner_texts()]
        late = cards.filter(has_text="3.1 ")
        late.get_by_role("button", name=words.REPORT).click()
        late.get_by_role("radio", name="Afgerond").click()
        late.get_by_label(nl.COMMENT).click()
        page.keyboard.type(SAID)
        expect(at_rest(page)).to_be_visible()
        page.reload()
        expect(late.get_by_label(nl.COMMENT)).to_have_value(SAID)
        expect(at_rest(page)).to_be_visible()
        late.get_by_label(nl.COMMENT).click()
        page.keyboard.press("End")
        page.keyboard.type(MORE)
        late.get_by_role("button", name=nl.SAVE).click()
        expect(late.get_by_text(SAID + MORE)).to_be_visible()
        expect(late.get_by_role("button", name=nl.SAVE)).to_have_count(0)
        report = found(engine, "3.1").reports[-1]
        assert (report.status, report.comment, report.author) == (Status.COMPLETED, SAID + MORE, "An Peeters")
        assert [text.split()[0] for text in cards.all_inner_texts()] == before
        expect(page.locator("p.counts")).to_contain_text("1 te laat")

        late.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("3.1")
        page.go_back()
        expect(page.get_by_role("heading", name=words.TITLE)).to_be_visible()
        expect(page).to_have_url(f"{address}/mijn-acties")
        page.get_by_role("link", name=nl.OVERVIEW).first.click()
        expect(page.get_by_role("heading", name=nl.WHERE_WE_STAND)).to_be_visible()
        page.get_by_role("link", name=words.TITLE).click()
        expect(page.get_by_text(words.closed(1))).to_be_visible()
