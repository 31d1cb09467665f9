"""A whole follow-up meeting without a mouse: only keys, and each of them goes where the cursor stands."""

import re
from pathlib import Path
from typing import Literal

import openpyxl
from playwright.sync_api import Locator, Page, expect
from test_browser_meeting import Meeting, comment_field

STATUS = {"1.1": "Lopende", "7.1": "Lopende", "8.1": "Afgerond", "8.2": "Afgerond"}
"""What is new; the other actions are confirmed as they are."""
MOST = 25
"""More Tabs than this nobody presses to get somewhere."""
RESTS = '[data-testid="stApp"][data-test-script-state="notRunning"]'
AriaRole = Literal["button", "link", "textbox", "combobox", "spinbutton"]


class Keys:
    """Somebody at a keyboard, who waits for what a key shows before pressing the next one."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tab_to(self, target: Locator, most: int = MOST) -> None:
        """Goes there one stop at a time, from wherever the cursor was left."""
        expect(target).to_have_count(1)
        expect(self.page.locator(RESTS)).to_be_visible()
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if target.evaluate("(one) => one === document.activeElement"):
                return
        raise AssertionError(f"{target} is more than {most} stops away")

    def press(self, role: AriaRole, name: str, most: int = MOST) -> None:
        self.tab_to(self.page.get_by_role(role, name=name, exact=True), most)
        self.page.keyboard.press("Enter")

    def fill(self, role: AriaRole, name: str, text: str, most: int = MOST) -> None:
        self.tab_to(self.page.get_by_role(role, name=name), most)
        self.page.keyboard.type(text)


def open_moment(keys: Keys, server: str) -> None:
    keys.page.goto(f"{server}/vergadering")
    keys.press("link", "Opvolgingsmomenten →")
    keys.fill("textbox", "Titel", "Stuurgroepen samen")
    keys.fill("combobox", "Aanwezig", "Els Claes", 1)
    keys.page.keyboard.press("Enter")
    keys.page.keyboard.press("Tab")  # as long as the list is open, nothing else is there for a screen reader
    keys.fill("textbox", "Wie vult dit in?", "An Peeters")
    keys.press("button", "Open een nieuw opvolgingsmoment", 2)
    keys.press("link", "Naar de vergadering →")


def report(keys: Keys, number: str) -> None:
    """What is new of one action: the cursor stands in its status, and goes on to the comment by itself."""
    page, chosen = keys.page, keys.page.locator("[role=radio]:focus")
    while STATUS[number] not in chosen.inner_text():
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(comment_field(page)).to_be_focused()
    page.keyboard.type(f"Nieuws {number}")
    if number == "7.1":
        keys.tab_to(page.locator("summary", has_text="Deadline dec 2026 verschuiven"))
        page.keyboard.press("Enter")
        keys.fill("spinbutton", "dag, Nieuwe datum", "31032027", 1)
        keys.fill("textbox", "Reden", "de nieuwe directeur start in februari")


def hold(keys: Keys) -> None:
    page, meeting = keys.page, Meeting(keys.page)
    keys.press("button", "Bevestig 5 acties als ongewijzigd")
    for _ in range(10):
        expect(page.locator("[role=radio]:focus")).to_have_count(1)
        number = meeting.current
        meeting.is_at(number)
        if number in STATUS:
            report(keys, number)
        page.keyboard.press("Control+s" if number in STATUS else "Alt+o")
        meeting.leaves(number)
    expect(page.locator("p.coverage")).to_contain_text("15 van 15 besproken · 4 gewijzigd · 11 ongewijzigd")
    keys.fill("textbox", "Waaruit blijkt dat?", "De monitoring loopt volgens de nieuwe werkwijze.")
    keys.press("button", "Ja, gerealiseerd", 1)
    expect(page.get_by_text("Is aanbeveling 8 gerealiseerd?")).to_have_count(0)


def test_browser_whole_meeting_is_held_by_keyboard_alone(server: str, page: Page, tmp_path: Path) -> None:
    keys = Keys(page)
    open_moment(keys, server)
    hold(keys)
    keys.press("button", "Sluit de vergadering")
    keys.press("button", "Ja, sluiten")
    expect(page.get_by_label("Tekst van de beslissingenlijst")).to_have_value(re.compile("Aanbeveling 8: .* – gereal"))
    keys.press("button", "Vaststellen")
    keys.press("button", "Ja, vaststellen")
    expect(page.get_by_text("Vastgesteld door An Peeters")).to_be_visible()
    keys.press("link", "Naar het overzicht →")
    expect(page.locator("tr.row")).to_have_count(15)
    with page.expect_download() as download:
        keys.press("button", "Download als Excel", 40)
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    rows = {row[0]: row for row in openpyxl.load_workbook(file)["Overzicht"].iter_rows(min_row=2, values_only=True)}
    assert all(rows[number][7:9] == (status, f"Nieuws {number}") for number, status in STATUS.items())
    assert rows["7.1"][4].date().isoformat() == "2027-03-31"
