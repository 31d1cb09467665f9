"""Streamlit's own words are put in Dutch; the very same words stay as they are where people typed them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import at_rest, point_at, rewritten, sit_down

from mrdb.domain.edit import Edit
from mrdb.domain.response import Agreement
from mrdb.domain.status import Status
from mrdb.store.database import open_database, transaction
from mrdb.store.queries import actions, moments
from mrdb.store.writing import save_edit
from mrdb.text.streamlit_words import WORDS

TYPED = (
    "Open", "Copy", "Close", "Upload", "Rerun", "Settings", "Print", "Running...", "Page not found", "Fullscreen",
    "Clear all", "No results", "Select all", "Connecting", "Show data",
)  # fmt: skip
OURS = {WORDS[word] for word in TYPED} - {WORDS["Upload"], WORDS["Select all"]}  # these two stand there by themselves


@pytest.fixture
def english(shared_server: tuple[str, Path, Path], round_server: str, page: Page) -> str:
    """A database in which every text is one of Streamlit's words; each action has one of its own."""
    engine = open_database(f"sqlite:///{shared_server[1]}")
    with transaction(engine) as session:
        moment = moments(session)[0]
        for action, word in zip(actions(session), TYPED, strict=True):
            agreement = Agreement(word, word, date(2027, 1, 1))
            edit = Edit(status=Status.ONGOING, comment=word, reached={}, moves=(), agreement=agreement)
            at = datetime.now(UTC)
            save_edit(
                session,
                action_id=action.id,
                moment_id=moment.id,
                version=action.version,
                edit=edit,
                author="Open",
                at=at,
            )
    engine.dispose()
    with rewritten(shared_server[1]) as file:
        for place, word in enumerate(TYPED, 1):
            file.execute("update action set text = ?, responsible = ? where id = ?", (word, word, place))
            file.execute("update recommendation set title = ? where id = ?", (word, place))
            file.execute("update responsible set name = ? where id = ?", (word, place))
        file.execute("update management_response set subject = 'Settings'")
        file.execute("update moment set title = 'Print' where closed_at is null")
    sit_down(page, round_server, "Open")
    return round_server


def expect_untouched(page: Page) -> None:
    """None of these words is ours, so that one of them in Dutch was put there over what somebody typed."""
    expect(at_rest(page)).to_be_visible()
    lines = {line.strip() for line in page.locator("body").inner_text().splitlines()}
    assert lines & OURS == set()


def test_browser_words_that_people_typed_are_not_translated(english: str, page: Page) -> None:
    page.goto(english)
    for column in ("action", "comment"):
        expect(page.locator(f"tr.row td.{column}")).to_contain_text(TYPED)
    expect_untouched(page)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Verantwoordelijke").click()
    options = page.get_by_role("option")
    expect(options.filter(has_text="Open").first).to_be_visible()
    known = {text for text in options.all_inner_texts() if text in TYPED}
    assert {"Open", "Copy", "Close"} <= known
    expect_untouched(page)

    page.goto(f"{english}/actie?actie=2")
    expect(page.locator("h1.action")).to_have_text("2.1 Copy")
    expect(page.locator(".report")).to_contain_text("Copy")
    expect(page.get_by_label("Commentaar")).to_have_value("Copy")
    expect_untouched(page)
    page.get_by_role("textbox", name="Commentaar").fill("Close")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".report")).to_contain_text("Close")
    expect_untouched(page)

    page.goto(f"{english}/vergadering?actie=1")
    expect(page.locator("h1.action")).to_contain_text("Open")
    expect(page.get_by_label("Commentaar")).to_have_value("Open")
    for title in ("Volgorde van de agenda", "Genoteerd in deze vergadering", "Uitnodiging per verantwoordelijke"):
        page.get_by_text(title).click()
    expect(page.get_by_test_id("data-grid-canvas").locator("tbody tr")).to_have_count(15)
    expect_untouched(page)

    page.goto(f"{english}/historiek")
    expect(page.locator("table.past")).to_contain_text("Upload")
    expect_untouched(page)


def test_browser_words_of_streamlit_itself_are_dutch(round_server: str, page: Page) -> None:
    page.goto(round_server)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Verantwoordelijke").fill("zzzz")
    expect(page.get_by_text("Niets gevonden")).to_be_visible()
    page.goto(f"{round_server}/vergadering?actie=1")
    page.get_by_label("Wie vult dit in?").press_sequentially("An")
    expect(page.get_by_test_id("InputInstructions")).to_contain_text("Druk op Enter")
    expect(page.get_by_test_id("InputInstructions")).not_to_contain_text("Press")
    page.get_by_text("Uitnodiging per verantwoordelijke").click()
    expect(page.get_by_placeholder("Wie", exact=True)).to_be_visible()
    page.get_by_text("Volgorde van de agenda").click()
    whole_screen = page.get_by_role("button", name="Volledig scherm")
    point_at(page.get_by_test_id("stDataFrame"), whole_screen)
    point_at(whole_screen, page.get_by_role("tooltip").filter(has_text="Volledig scherm"))
    expect(page.get_by_test_id("stDateInputCalendarButton").first).to_have_attribute("aria-label", "Kies een datum")
    page.goto(f"{round_server}/nergens")
    expect(page.get_by_role("dialog")).to_contain_text("Deze pagina bestaat niet")
    expect(page.get_by_role("dialog").get_by_role("button", name="Sluiten")).to_be_visible()
