"""The secretary arranges the agenda in a real browser: drag, renumber, skip, note; and others see it."""

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect
from serving import at_rest, sit_down

AUTOMATIC = "1.1 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3"
ROOM: ViewportSize = {"width": 1920, "height": 2400}
HINT = "bijvoorbeeld: met de nieuwe directeur"


@pytest.fixture
def meeting(round_server: str, page: Page) -> Page:
    """The meeting of a moment that An has just opened, with the rows to arrange; all of them fit on the screen."""
    page.set_viewport_size(ROOM)
    sit_down(page, round_server, "An")
    page.goto(f"{round_server}/vergadering")
    expect(page.locator("h1.action")).to_contain_text("1.1")
    expect(at_rest(page)).to_be_visible()
    arrange(page)
    return page


@pytest.fixture
def colleague(meeting: Page, new_context) -> Page:
    """The same meeting in another browser."""
    page: Page = new_context().new_page()
    page.set_viewport_size(ROOM)
    page.goto(meeting.url)
    arrange(page)
    return page


def go(page: Page, name: str, delay: float = 0) -> None:
    page.get_by_test_id("stTopNav").get_by_role("link", name=name).click(delay=delay)


def arrange(page: Page) -> None:
    page.get_by_text("Agenda schikken").click()
    expect(rows(page)).to_have_count(15)


def rows(page: Page) -> Locator:
    return page.locator("li:has(.handle)")


def row(page: Page, number: str) -> Locator:
    return rows(page).filter(has=page.locator("b").get_by_text(number, exact=True))


def note(page: Page, number: str) -> Locator:
    return page.get_by_label(f"Nota bij actie {number}")


def place(page: Page, number: str) -> Locator:
    return page.get_by_label(f"Plaats van actie {number}")


def expect_order(page: Page, numbers: str) -> None:
    """On the strip that everybody sees, and in the rows."""
    expect(page.locator(".st-key-agenda .stButton")).to_contain_text(numbers.split())
    expect(rows(page).locator(".action b")).to_have_text(numbers.split())


def test_browser_agenda_row_is_dragged_and_everybody_sees_it(meeting: Page, colleague: Page) -> None:
    expect_order(meeting, AUTOMATIC)
    row(meeting, "8.2").locator(".handle").drag_to(row(meeting, "3.1"), steps=10)
    for screen in (meeting, colleague):
        expect_order(screen, "1.1 8.2 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3")
        expect(place(screen, "8.2")).to_have_value("2")
    row(meeting, "1.1").locator(".handle").drag_to(row(meeting, "3.1"), steps=10)
    meeting.reload()
    arrange(meeting)
    for screen in (meeting, colleague):
        expect_order(screen, "8.2 3.1 1.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3")


def test_browser_agenda_is_renumbered_by_keyboard_and_goes_back_to_automatic(meeting: Page) -> None:
    automatic = meeting.get_by_role("button", name="Terug naar de automatische volgorde")
    expect(automatic).to_have_count(0)
    place(meeting, "8.2").fill("2")
    place(meeting, "8.2").press("Enter")
    expect_order(meeting, "1.1 8.2 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3")
    expect(place(meeting, "3.1")).to_have_value("3")
    place(meeting, "1.1").fill("99")
    place(meeting, "1.1").press("Enter")
    expect_order(meeting, "8.2 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3 1.1")
    up = meeting.get_by_role("button", name="Zet actie 4.1 hoger")
    up.focus()
    meeting.keyboard.press("Enter")
    meeting.keyboard.press("Enter")  # at once: two gestures may reach the server as one
    expect_order(meeting, "4.1 8.2 3.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3 1.1")
    expect(up).to_be_focused()
    note(meeting, "7.2").fill("blijft")
    automatic.click()
    expect_order(meeting, AUTOMATIC)
    expect(automatic).to_have_count(0)
    expect(note(meeting, "7.2")).to_have_value("blijft")


def test_browser_agenda_skips_what_is_open_and_shows_what_became_of_the_rest(meeting: Page, colleague: Page) -> None:
    skip = meeting.get_by_role("checkbox", name="Actie 4.2 overslaan")
    skip.check()
    for screen in (meeting, colleague):
        expect_order(screen, "1.1 3.1 4.1 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3 4.2")
        expect(screen.locator("p.coverage")).to_contain_text("0 van 14")
    expect(meeting.get_by_role("button", name="Terug naar de automatische volgorde")).to_have_count(0)
    skip.uncheck()
    expect_order(colleague, AUTOMATIC)
    meeting.get_by_role("button", name="Ongewijzigd").click()
    expect(row(colleague, "1.1")).to_contain_text("bevestigd ongewijzigd")
    expect(colleague.get_by_role("checkbox", name="Actie 1.1 overslaan")).to_have_count(0)


def test_browser_agenda_note_is_not_lost_while_others_arrange(meeting: Page, colleague: Page) -> None:
    field = note(meeting, "3.1")
    expect(field).to_have_attribute("placeholder", HINT)
    field.click()
    meeting.keyboard.type("met de nieuwe ")
    place(colleague, "3.1").fill("9")
    place(colleague, "3.1").press("Enter")
    note(colleague, "1.1").fill("van een collega")
    note(colleague, "1.1").press("Enter")
    expect_order(meeting, "1.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 3.1 8.2 2.1 3.2 5.2 6.1 7.3")
    expect(note(meeting, "1.1")).to_have_value("van een collega")
    meeting.keyboard.type("directeur")
    expect(field).to_have_value("met de nieuwe directeur")
    meeting.get_by_role("checkbox", name="Actie 5.1 overslaan").check()
    expect(note(colleague, "3.1")).to_have_value("met de nieuwe directeur")
    expect(colleague.get_by_role("checkbox", name="Actie 5.1 overslaan")).to_be_checked()
    meeting.reload()
    arrange(meeting)
    expect(field).to_have_value("met de nieuwe directeur")
    expect(note(meeting, "1.1")).to_have_value("van een collega")


def test_browser_agenda_note_survives_a_reload_and_another_page(meeting: Page, colleague: Page) -> None:
    note(meeting, "3.1").press_sequentially("half get")
    meeting.reload()
    arrange(meeting)
    expect(note(colleague, "3.1")).to_have_value("half get")
    note(meeting, "8.1").press_sequentially("op weg naar elders")
    go(meeting, "Historiek", delay=50)
    expect(note(colleague, "8.1")).to_have_value("op weg naar elders")


def test_browser_agenda_of_a_moment_that_was_closed_says_so_and_keeps_the_text(meeting: Page, colleague: Page) -> None:
    note(meeting, "3.1").press_sequentially("te laat")
    go(colleague, "Opvolgingsmomenten")
    colleague.get_by_role("button", name="Sluit dit opvolgingsmoment").click()
    colleague.get_by_label("Wie vult dit in?").last.fill("Bert")
    colleague.get_by_role("button", name="Ja, sluiten").click()
    expect(colleague.get_by_text("gesloten door Bert")).to_be_visible()
    note(meeting, "3.1").press("Enter")
    expect(meeting.get_by_text("Dit opvolgingsmoment is gesloten en ligt vast.")).to_be_visible()
    expect(row(meeting, "3.1")).to_contain_text("niet bewaard")
    expect(note(meeting, "3.1")).to_have_value("te laat")
