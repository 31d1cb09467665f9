"""The secretary arranges the agenda in a real browser: places, skips and notes in a table, applied together."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import at_rest, sit_down

AUTOMATIC = "1.1 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3"
PLACE, ACTION, SKIP, NOTE = range(4)
KEPT = "(JSON.parse(sessionStorage.getItem('mrdb_typed')).fields['typed_agenda-2'] ?? null)"


@pytest.fixture
def meeting(round_server: str, page: Page) -> Page:
    """The meeting of a moment that An has just opened, with the table to arrange it."""
    sit_down(page, round_server, "An")
    page.goto(f"{round_server}/vergadering?actie=1")
    arrange(page)
    return page


@pytest.fixture
def colleague(meeting: Page, new_context) -> Page:
    """The same meeting in another browser."""
    page: Page = new_context().new_page()
    page.goto(meeting.url)
    arrange(page)
    return page


def arrange(page: Page) -> None:
    expect(page.locator("h1.action")).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    page.get_by_text("Volgorde van de agenda").click()
    expect(rows(page)).to_have_count(15)


def rows(page: Page) -> Locator:
    """What a screen reader finds under the canvas on which the table is painted."""
    return page.get_by_test_id("data-grid-canvas").locator("tbody tr")


def cell(page: Page, number: str, column: int) -> Locator:
    return rows(page).filter(has_text=f"{number} ").locator("td").nth(column)


def go_to_cell(page: Page, number: str, column: int) -> None:
    """The first cell by a click on the picture, and from there by the arrows."""
    expect(at_rest(page)).to_be_visible()
    order = [text.split()[0].lstrip("=✎") for text in rows(page).locator("td:nth-child(2)").all_inner_texts()]
    page.locator(".dvn-scroller").click(position={"x": 60, "y": 75})
    expect(cell(page, order[0], PLACE)).to_have_attribute("aria-selected", "true")
    for key in ["ArrowDown"] * order.index(number) + ["ArrowRight"] * column:
        page.keyboard.press(key)
    expect(cell(page, number, column)).to_have_attribute("aria-selected", "true")


@contextmanager
def heard(page: Page) -> Iterator[None]:
    """Until the server knows of what is changed in the block, and the tab heard so."""
    before = page.evaluate(KEPT)
    yield
    page.wait_for_function(f"before => {KEPT} !== before", arg=before)
    expect(at_rest(page)).to_be_visible()


def write(page: Page, number: str, column: int, text: str) -> None:
    with heard(page):
        go_to_cell(page, number, column)
        page.keyboard.press("Enter")
        field = page.locator("#portal input, #portal textarea")
        field.fill(text)
        field.press("Enter")
    expect(cell(page, number, column)).to_have_text(text)


def skip(page: Page, number: str) -> None:
    with heard(page):
        go_to_cell(page, number, SKIP)
        page.keyboard.press("Space")


def apply(page: Page) -> None:
    page.get_by_role("button", name="Toepassen").click()
    expect(page.locator(".st-key-arrange .unsaved")).to_have_count(0)


def expect_order(page: Page, numbers: str) -> None:
    """On the strip that everybody sees."""
    expect(page.locator(".st-key-agenda .stButton")).to_contain_text(numbers.split())


def test_browser_agenda_is_arranged_in_a_table_survives_a_reload_and_everybody_sees_it(
    meeting: Page, new_context
) -> None:
    expect_order(meeting, AUTOMATIC)
    automatic = meeting.get_by_role("button", name="Terug naar de automatische volgorde")
    expect(automatic).to_have_count(0)
    write(meeting, "8.2", PLACE, "2")
    skip(meeting, "4.2")
    write(meeting, "3.1", NOTE, "met de nieuwe directeur")
    expect(meeting.locator(".st-key-arrange .unsaved")).to_have_text("● Nog niet opgeslagen")
    expect_order(meeting, AUTOMATIC)
    apply(meeting)
    watcher = new_context().new_page()
    watcher.goto(meeting.url)
    for screen in (meeting, watcher):
        expect_order(screen, "1.1 8.2 3.1 4.1 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3 4.2")
        expect(screen.locator("p.coverage")).to_contain_text("0 van 14")
    expect(rows(meeting).locator("td:nth-child(2)")).to_contain_text(["1.1 ", "8.2 ", "3.1 ", "4.1 ", "4.2 ", "5.1 "])
    expect(cell(meeting, "3.1", PLACE)).to_have_text("3")
    expect(cell(meeting, "3.1", NOTE)).to_have_text("met de nieuwe directeur")

    write(meeting, "7.3", NOTE, "blijft staan")
    automatic.click()
    expect(automatic).to_have_count(0)
    expect_order(meeting, "1.1 3.1 4.1 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3 4.2")
    expect(cell(meeting, "7.3", NOTE)).to_have_text("blijft staan")
    expect(meeting.locator(".st-key-arrange .unsaved")).to_be_visible()
    meeting.reload()
    arrange(meeting)
    expect(cell(meeting, "7.3", NOTE)).to_have_text("blijft staan")
    apply(meeting)
    meeting.reload()
    arrange(meeting)
    expect(cell(meeting, "7.3", NOTE)).to_have_text("blijft staan")


def test_browser_agenda_of_two_people_loses_nothing_in_silence_until_one_closes_the_moment(
    meeting: Page, colleague: Page
) -> None:
    write(meeting, "3.1", NOTE, "van An")
    write(meeting, "5.1", NOTE, "alleen van An")
    write(colleague, "8.2", PLACE, "1")
    write(colleague, "3.1", NOTE, "van Bert")
    apply(colleague)
    expect_order(meeting, "8.2 1.1 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3")

    meeting.get_by_role("button", name="Toepassen").click()
    told = meeting.get_by_text("Iemand anders wijzigde dit intussen (3.1: plaats 3, nota “van Bert”).")
    expect(told).to_be_visible()
    expect(cell(meeting, "8.2", PLACE)).to_have_text("1")
    expect(cell(meeting, "3.1", NOTE)).to_have_text("van An")
    expect(cell(colleague, "3.1", NOTE)).to_have_text("van Bert")
    apply(meeting)
    expect(told).to_have_count(0)
    expect_order(meeting, "8.2 1.1 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3")
    colleague.get_by_role("button", name="Toepassen").click()
    expect(cell(colleague, "3.1", NOTE)).to_have_text("van An")
    expect(cell(colleague, "5.1", NOTE)).to_have_text("alleen van An")

    write(meeting, "3.1", NOTE, "te laat")
    colleague.get_by_role("link", name="Opvolgingsmomenten").first.click()
    colleague.get_by_role("button", name="Sluit dit opvolgingsmoment").click()
    colleague.get_by_label("Wie vult dit in?").last.fill("Bert")
    colleague.get_by_role("button", name="Ja, sluiten").click()
    expect(colleague.get_by_role("heading", name="Beslissingenlijst")).to_be_visible()
    meeting.get_by_role("button", name="Toepassen").click()
    expect(meeting.get_by_text("Er is nu geen opvolgingsmoment open.")).to_be_visible()
