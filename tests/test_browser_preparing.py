"""A director prepares between two moments, and the group takes it over: two people who signed in, in a real browser."""

from datetime import date
from pathlib import Path

from drafts import NOW, found
from playwright.sync_api import Browser, Page, expect
from serving import TODAY, at_rest
from signing_in import sign_in, signing_in
from test_browser_meeting import BEAMER, LAPTOP, SIZES

from mrdb.domain.people import Role
from mrdb.domain.status import Status
from mrdb.store.database import open_database, transaction
from mrdb.store.people import add_person, answer_from

AN, BERT = "an-1", "bert-2"
PEOPLE = {
    AN: {"name": "An Peeters", "email": "an@example.org"},
    BERT: {"name": "Bert Claes", "email": "bert@example.org"},
}
LONG = (
    "De partners lezen het *ontwerp* in december na: dat kost $ 1.000 tot $ 2.000.\n\n• “begroting” goedgekeurd\n\n" * 5
)
TEXT = f"{LONG}De opleiding volgt"


def test_a_director_prepares_and_the_group_takes_it_over_word_for_word(
    seeded_address: str, tmp_path: Path, browser: Browser
) -> None:
    engine = open_database(seeded_address)
    action = found(engine, "7.1")
    with transaction(engine) as session:
        bert = add_person(session, "bert@example.org", Role.DIRECTOR, author="mrdb", at=NOW)
        name, day = action.responsibles[0], date.fromisoformat(TODAY)
        answer_from(session, bert.id, name, day, name=name, author="mrdb", at=NOW)
    with signing_in(seeded_address, tmp_path, PEOPLE, first_secretary="an@example.org") as address:
        page = browser.new_page()
        page.goto(f"{address}/actie?actie={action.id}")
        sign_in(page, BERT)
        prepare(page)
        waiting = found(engine, "7.1").prepared
        assert waiting is not None
        assert (waiting.status, waiting.comment, waiting.author) == (Status.ONGOING, TEXT, "Bert Claes")

        page = browser.new_page()
        page.goto(f"{address}/opvolgingsmomenten")
        sign_in(page, AN)
        page.get_by_role("button", name="Open een nieuw opvolgingsmoment").click()
        expect(page.get_by_text("1 van 15 acties is voorbereid")).to_be_visible()
        page.goto(f"{address}/vergadering?actie={action.id}")
        take_over(page)
    report = found(engine, "7.1").reports[-1]
    assert (report.status, report.comment, report.author) == (Status.ONGOING, TEXT, "An Peeters")
    assert found(engine, "7.1").prepared is None
    engine.dispose()


def prepare(page: Page) -> None:
    """With the cursor still in the field, and after a page that was loaded anew."""
    expect(page.get_by_role("heading", name="Voorbereiden voor het volgende opvolgingsmoment")).to_be_visible()
    expect(page.get_by_role("button", name="Open een opvolgingsmoment")).to_have_count(0)
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("radio", name="Lopende").click()
    expect(at_rest(page)).to_be_visible()
    page.get_by_label("Commentaar").click()
    page.keyboard.insert_text(LONG)
    page.reload()
    expect(page.get_by_label("Commentaar")).to_have_value(LONG)
    expect(at_rest(page)).to_be_visible()
    page.get_by_label("Commentaar").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(TEXT.removeprefix(LONG))
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Voorbereid door Bert Claes")).to_be_visible()
    expect(page.get_by_role("button", name="Trek de voorbereiding in")).to_be_visible()


def take_over(page: Page) -> None:
    """It can be read from four metres, and both ways on are on every screen, however much was written."""
    ways = [page.get_by_role("button", name=name) for name in ("Neem over en ga verder", "Opslaan en volgende")]
    expect(page.get_by_text("Voorbereid door Bert Claes")).to_be_visible()
    for width, height in LAPTOP, BEAMER:
        page.set_viewport_size({"width": width, "height": height})
        for way in ways:
            expect(way).to_be_in_viewport(ratio=1)
    sizes = page.evaluate(SIZES)
    assert {"Eerst aanpassen", "De opleiding volgt"} <= {text for _, text in sizes}
    assert [(size, text) for size, text in sizes if size < 28] == []
    expect(at_rest(page)).to_be_visible()
    ways[0].click()
    expect(page.locator("h1.action")).to_contain_text("7.2")
    expect(page.locator(".st-key-last")).to_contain_text("Actie 7.1")
