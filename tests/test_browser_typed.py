"""What a hand typed last counts, whichever way it goes on: a shortcut, a fast click on the menu, the browser's Back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import at_rest, sit_down


@pytest.fixture
def desk(round_server: str, page: Page) -> Page:
    """The overview while a moment is open; An sits at this screen."""
    sit_down(page, round_server, "An")
    page.goto(round_server)
    expect(page.locator("tr.row")).to_have_count(15)
    return rested(page)


def rested(page: Page) -> Page:
    expect(at_rest(page)).to_be_visible()
    return page


def open_action(page: Page, number: str) -> None:
    page.locator("tr.row", has_text=number).first.click()
    expect(page.locator("h1.action")).to_contain_text(number)
    rested(page)


def comment(page: Page) -> Locator:
    return page.get_by_label("Commentaar").first


def type_at_the_end(page: Page, text: str) -> None:
    comment(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def test_browser_back_and_a_fast_click_keep_the_last_letters(desk: Page) -> None:
    open_action(desk, "3.1")
    type_at_the_end(desk, "Eerste")
    desk.go_back()
    expect(desk.locator("tr.row")).to_have_count(15)
    rested(desk).go_forward()
    expect(comment(desk)).to_have_value("Eerste")
    type_at_the_end(rested(desk), " tweede")
    desk.go_back()
    expect(desk.locator("tr.row")).to_have_count(15)
    open_action(rested(desk), "3.1")
    expect(comment(desk)).to_have_value("Eerste tweede")
    type_at_the_end(desk, " derde")
    desk.get_by_role("link", name="Tijdlijn", exact=True).first.click()  # down and up in one moment, as a finger does
    expect(desk).to_have_url(f"{desk.url.split('/actie')[0]}/tijdlijn")
    rested(desk).go_back()
    expect(comment(desk)).to_have_value("Eerste tweede derde")

    rested(desk).get_by_text("Afspraak of beslissing noteren").click()
    type_day(desk, "Tegen", "31032027")
    desk.go_back()
    expect(desk.locator("tr.row")).to_have_count(15)
    rested(desk).go_forward()
    expect(desk.locator("h1.action")).to_contain_text("3.1")
    due = desk.locator("[data-testid=stDateInput]", has_text="Tegen")
    expect(due).to_contain_text(re.compile("31.*03.*2027", re.DOTALL))

    desk.get_by_role("link", name="Vergadering", exact=True).first.click()
    rested(desk).get_by_role("link", name="Opvolgingsmomenten").first.click()
    desk.get_by_text("Datum en aanwezigen").click()
    rested(desk).get_by_role("textbox", name="Titel").click()
    desk.keyboard.type("Stuurgroepen samen")
    desk.go_back()
    expect(desk.get_by_role("button", name="Begin met")).to_be_visible()
    rested(desk).go_forward()
    expect(desk.get_by_role("heading", name="Opvolgingsmomenten")).to_be_visible()
    rested(desk).get_by_text("Datum en aanwezigen").click()
    expect(desk.get_by_role("textbox", name="Titel")).to_have_value("Stuurgroepen samen")


def type_day(page: Page, label: str, digits: str) -> None:
    """Clicks into the day of the field and types on through month and year, as the field itself does."""
    page.locator("[data-testid=stDateInput]", has_text=label).locator("[role=spinbutton]").first.click()
    page.keyboard.type(digits)


def save(page: Page) -> None:
    """With the cursor where it is."""
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Opgeslagen.", exact=True)).to_be_visible()
    expect(page.locator(".unsaved")).to_have_count(0)
    rested(page)


def test_browser_day_that_is_still_being_typed_is_saved_by_the_shortcut(desk: Page) -> None:
    open_action(desk, "3.1")
    desk.get_by_text("Afspraak of beslissing noteren").click()
    desk.get_by_label("Wat is er afgesproken?").click()
    desk.keyboard.type("We bellen de partner.")
    type_day(desk, "Tegen", "31032027")
    save(desk)
    expect(desk.get_by_text(re.compile("31 mrt 2027"))).to_be_visible()

    desk.get_by_text("verschuiven").first.click()
    desk.get_by_label("Reden").first.click()
    desk.keyboard.type("de partner is ziek")
    type_day(desk, "Nieuwe datum", "01022020")
    desk.keyboard.press("Control+s")
    expect(desk.get_by_text("De nieuwe datum van de deadline is al voorbij.")).to_be_visible()
    type_day(rested(desk), "Nieuwe datum", "30042027")
    save(desk)
    expect(desk.get_by_text("30 apr 2027").first).to_be_visible()

    desk.locator("[data-testid=stCheckbox]", has_text="30 apr 2027").click()
    expect(desk.get_by_text("Bereikt op", exact=True)).to_be_visible()
    type_day(rested(desk), "Bereikt op", "15092026")
    save(desk)
    expect(desk.get_by_text("15 sep 2026").first).to_be_visible()
