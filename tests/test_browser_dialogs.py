"""Every dialog, walked to its end by somebody without a name, over a page that asks for the name too."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from drafts import a_draft, store
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect
from serving import TODAY, at_rest, open_round
from word_documents import organisation_document

from mrdb.domain.year import Figure, year_figures
from mrdb.store.database import Engine, open_database, transaction
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.queries import actions, management_responses, moments
from mrdb.store.years import publish_year

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def database(shared_server: tuple[str, Path, Path], server: str) -> Iterator[Engine]:
    """The database of the running server."""
    engine = open_database(f"sqlite:///{shared_server[1]}")
    yield engine
    engine.dispose()


def rested(page: Page) -> Page:
    expect(at_rest(page)).to_be_visible()
    return page


def type_day(place: Page | Locator, label: str, digits: str) -> None:
    """Clicks into the day of the field and types on through month and year, as the field itself does."""
    field = place.locator("[data-testid=stDateInput]", has_text=label)
    field.locator("[role=spinbutton]").first.click()
    field.page.keyboard.type(digits)


def close_one(database: Engine, page: Page, server: str) -> None:
    """One document has an open round, another has none: the page asks who opens one."""
    with transaction(database) as session:
        [response] = management_responses(session)
        day = date.fromisoformat(TODAY)
        open_moment(session, day=day, title="", response_ids=[response.id], author="An", at=datetime.now(UTC))
    store(database, a_draft())
    page.goto(f"{server}/opvolgingsmomenten")
    page.get_by_role("button", name="Sluit dit opvolgingsmoment").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Wie vult dit in?").fill("Bert")
    dialog.get_by_role("button", name="Ja, sluiten").click()
    expect(page.get_by_role("heading", name="Beslissingenlijst")).to_be_visible()


def reopen_one(database: Engine, page: Page, server: str) -> None:
    """A round was held and nothing is open: the page asks who opens one."""
    open_round(Path(str(database.url.database)))
    with transaction(database) as session:
        close_moment(session, moments(session)[0].id, "An", datetime.now(UTC))
    page.goto(f"{server}/opvolgingsmomenten")
    page.get_by_role("button", name="Heropen dit opvolgingsmoment").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Waarom moet dit opvolgingsmoment heropend worden?").fill("Er kwam nog iets bij.")
    dialog.get_by_label("Wie vult dit in?").fill("Bert")
    dialog.get_by_role("button", name="Ja, heropenen").click()
    expect(page.get_by_role("link", name="Naar de vergadering")).to_be_visible()


def correct_one(database: Engine, page: Page, server: str) -> None:
    """A title is wrong, and the group met a day earlier than was noted."""
    open_round(Path(str(database.url.database)))
    with transaction(database) as session:
        close_moment(session, moments(session)[0].id, "An", datetime.now(UTC))
    page.goto(f"{server}/opvolgingsmomenten")
    rested(page).get_by_role("button", name="Verbeter een vergissing").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Titel").fill("Stuurgroep Noord")
    dialog.get_by_role("button", name="Annuleren").click()
    expect(dialog).to_have_count(0)
    rested(page).get_by_role("button", name="Verbeter een vergissing").click()
    expect(dialog.get_by_label("Titel")).to_have_value("")
    type_day(dialog, "Datum", "22112026")
    dialog.get_by_label("Titel").fill("Stuurgroep Zuid")
    dialog.get_by_label("Waarom moet dit verbeterd worden?").fill("Er stond een verkeerde dag.")
    dialog.get_by_label("Wie vult dit in?").fill("Bert")
    dialog.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("22 nov 2026 – Stuurgroep Zuid")).to_be_visible()


def remove_one(database: Engine, page: Page, server: str) -> None:
    """A moment is opened with a mistyped year, which is asked about, then for another day, put right, and removed."""
    page.goto(f"{server}/opvolgingsmomenten")
    type_day(rested(page), "Datum", "28112036")
    page.get_by_label("Wie vult dit in?").fill("Bert")
    page.get_by_role("button", name="Open een nieuw opvolgingsmoment").click()
    expect(page.get_by_text("28 nov 2036 ligt meer dan een jaar vooruit. Bedoel je 28 nov 2026?")).to_be_visible()
    type_day(rested(page), "Datum", "28112026")
    page.get_by_role("button", name="Open een nieuw opvolgingsmoment").click()
    expect(page.get_by_text("28 nov 2026", exact=True)).to_be_visible()
    rested(page).get_by_text("Datum en aanwezigen").click()
    type_day(rested(page), "Datum", "27112026")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("27 nov 2026", exact=True)).to_be_visible()
    rested(page).get_by_role("button", name="Verwijder dit lege opvolgingsmoment").click()
    page.get_by_role("dialog").get_by_role("button", name="Ja, verwijderen").click()
    expect(page.get_by_text("Het opvolgingsmoment van 27 nov 2026 is verwijderd.")).to_be_visible()
    expect(page.get_by_role("button", name="Verwijder dit lege opvolgingsmoment")).to_have_count(0)


def put_one_away(database: Engine, page: Page, server: str) -> None:
    """A document came in by mistake; it is put away, after which its address leads to the one that is left."""
    store(database, a_draft())
    page.goto(f"{server}/aanbevelingen")
    rested(page).get_by_label("Managementrespons").click()
    page.get_by_role("option").last.click()
    expect(page.get_by_role("heading", name="Klimaat en migratie", exact=True)).to_be_visible()
    rested(page).get_by_role("button", name="Berg deze managementrespons op").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Waarom moet dit opgeborgen worden?").fill("Twee keer ingelezen.")
    dialog.get_by_label("Wie vult dit in?").fill("Bert")
    dialog.get_by_role("button", name="Ja, opbergen").click()
    expect(page.get_by_text("1 opgeborgen managementrespons")).to_be_visible()
    expect(page.get_by_role("heading", name="Klimaat en migratie", exact=True)).to_have_count(0)
    expect(page.get_by_role("heading", name="Management response m.b.t.")).to_be_visible()


def close_year(database: Engine, page: Page, server: str) -> None:
    """A year that is over, looked at once more before it is closed."""
    page.goto(f"{server}/jaarcijfers?jaar=2025")
    page.get_by_role("button", name="5 Te laat eind 2025").click()
    expect(page.get_by_role("heading", name="Acties die eind 2025 te laat waren")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als Excel").click()
    book = load_workbook(BytesIO(download.value.path().read_bytes()))
    listed = book["Overzicht"].iter_rows(min_row=2, max_col=1, values_only=True)
    assert [number for (number,) in listed if number] == ["1.1", "3.1", "4.1", "4.2", "5.1"]
    page.get_by_role("button", name="Jaar afsluiten").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Annuleren").click()
    expect(dialog).to_have_count(0)
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("button", name="Jaar afsluiten").click()
    dialog.get_by_label("Wie vult dit in?").fill("Bert")
    dialog.get_by_role("button", name="Ja, afsluiten").click()
    expect(page.get_by_text("Gepubliceerd op 23 nov 2026 door Bert")).to_be_visible()
    expect(page.get_by_role("button", name="Jaar afsluiten")).to_have_count(0)


def publish_year_again(database: Engine, page: Page, server: str) -> None:
    """What was published once had forgotten everything."""
    with transaction(database) as session:
        found = year_figures(actions(session), (), 2025, date.fromisoformat(TODAY))
        empty = replace(found, lists=dict.fromkeys(Figure, ()))
        publish_year(session, empty, "Niets.", edition=1, author="Mira", at=datetime(2026, 1, 15, tzinfo=UTC))
    page.goto(f"{server}/jaarcijfers?jaar=2025")
    page.get_by_text("Volgens de gegevens van nu is dit jaar anders").click()
    page.get_by_role("button", name="Opnieuw publiceren").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Waarom publiceer je opnieuw?").fill("Alles ontbrak.")
    dialog.get_by_label("Wie vult dit in?").fill("Bert")
    dialog.get_by_role("button", name="Ja, opnieuw publiceren").click()
    expect(page.get_by_text("Gepubliceerd op 23 nov 2026 door Bert, opnieuw: Alles ontbrak.")).to_be_visible()
    expect(page.get_by_role("button", name="5 Deadline in 2025")).to_be_visible()
    page.get_by_text("Gepubliceerd op 15 jan 2026 door Mira").click()
    expect(page.get_by_text("Niets.")).to_be_visible()


def choose_between_two(database: Engine, page: Page, server: str) -> None:
    """Two people mend the same field of one document under review; the second takes what he typed himself."""
    page.goto(f"{server}/nieuwe-managementrespons")
    file = {"name": "respons.docx", "mimeType": "", "buffer": organisation_document(a_draft())}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    titles = [one.get_by_role("textbox", name="Onderwerp") for one in (page, page.context.new_page())]
    expect(titles[0]).to_have_value("Klimaat en migratie")
    titles[1].page.goto(f"{server}/nieuwe-managementrespons")
    titles[1].page.get_by_role("button", name="Verder met").click()
    for title, typed in zip(reversed(titles), ("Klimaat", "Migratie"), strict=True):
        expect(at_rest(title.page)).to_be_visible()
        title.click()
        title.press("ControlOrMeta+a")
        title.page.keyboard.type(typed)
        title.press("Tab")
        expect(at_rest(title.page)).to_be_visible()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Klimaat")
    dialog.get_by_role("button", name="Neem wat ik typte").click()
    expect(titles[0]).to_have_value("Migratie")


WALKS: dict[str, Callable[[Engine, Page, str], None]] = {
    "_confirm_closing": close_one,
    "_confirm_reopening": reopen_one,
    "_correct": correct_one,
    "_confirm_removing": remove_one,
    "_confirm": put_one_away,
    "_confirm_closing_year": close_year,
    "_confirm_publishing_again": publish_year_again,
    "_choose": choose_between_two,
}


def dialogs() -> set[str]:
    """The functions under ``@dialog``, read from the source."""
    files = [*(ROOT / "mrdb").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    functions = [
        node
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    return {one.name for one in functions if any("dialog" in ast.unparse(mark) for mark in one.decorator_list)}


def test_every_dialog_is_walked() -> None:
    assert dialogs() == set(WALKS)


@pytest.mark.parametrize("name", WALKS)
def test_browser_dialog_serves_somebody_without_a_name(name: str, database: Engine, page: Page, server: str) -> None:
    WALKS[name](database, page, server)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(rested(page).get_by_test_id("stException")).to_have_count(0)
