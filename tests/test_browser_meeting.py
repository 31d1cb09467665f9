"""A whole follow-up meeting in a real browser, from opening the moment to the closed stand van zaken and its list."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from serving import at_rest, sit_down

CHANGED = ("1.1", "3.1", "4.1", "4.2", "5.1", "7.1", "7.2", "8.1", "8.2")
CONFIRMED = ("2.1", "3.2", "5.2", "5.3", "6.1", "7.3")
COMPLETED = ("8.1", "8.2")
LAPTOP, BEAMER = (1366, 768), (1920, 1080)


class Meeting:
    """The page of the meeting, with the clicks counted by action: what is typed goes where the cursor stands."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks: Counter[str] = Counter()

    @property
    def current(self) -> str:
        return self.page.locator("h1.action span").inner_text()

    def click(self, target: Locator, purpose: str = "") -> None:
        self.clicks[purpose or self.current] += 1
        target.click()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def save(self, status: str, comment: str) -> None:
        """Status, comment, and on to the next: the whole of it for an action that changed."""
        number = self.current
        self.click(self.page.get_by_role("radio", name=status))
        expect(comment_field(self.page)).to_be_focused()
        self.page.keyboard.type(comment)
        self.click(self.button("Opslaan en volgende"))
        self.leaves(number)

    def is_at(self, number: str) -> None:
        expect(self.page.locator("h1.action span").get_by_text(number, exact=True)).to_have_count(1)
        expect(at_rest(self.page)).to_be_visible()

    def leaves(self, number: str) -> None:
        expect(self.page.locator("h1.action span").get_by_text(number, exact=True)).to_have_count(0)
        expect(at_rest(self.page)).to_be_visible()


def comment_field(page: Page) -> Locator:
    """While one form gives way to the next two of them stand there, the new one first."""
    return page.get_by_label("Commentaar").first


def go_on(page: Page, name: str) -> None:
    """Clicks the one framed button of the screen, as somebody who does not know the menu."""
    framed = page.locator('[data-testid="stBaseButton-primary"], [class*="st-key-next"] a').locator("visible=true")
    expect(framed).to_have_text([name])
    framed.click()


def open_moment(page: Page, server: str) -> None:
    page.goto(f"{server}/vergadering")
    go_on(page, "Opvolgingsmomenten →")
    expect(page.get_by_text("jjjj").first).to_be_visible()  # the empty date of the next meeting
    page.get_by_label("Titel", exact=True).fill("Stuurgroepen samen")
    page.get_by_label("Aanwezig").fill("Els Claes")
    page.keyboard.press("Enter")
    page.get_by_label("Wie vult dit in?").fill("An Peeters")
    go_on(page, "Open een nieuw opvolgingsmoment")
    go_on(page, "Naar de vergadering →")
    expect(page.get_by_role("heading", name="Hamerstukken (5)")).to_be_visible()


def move_deadline(meeting: Meeting) -> None:
    page = meeting.page
    meeting.click(page.get_by_text("Deadline dec 2026 verschuiven"), "deadline")
    meeting.click(page.get_by_label("Nieuwe datum").get_by_text("dd", exact=True), "deadline")
    page.keyboard.type("31032027")
    meeting.click(page.get_by_label("Reden"), "deadline")
    page.keyboard.type("de nieuwe directeur start in februari")


def hold(meeting: Meeting) -> None:
    """Fifteen actions: five hamerstukken, one confirmed alone, nine changed."""
    page = meeting.page
    meeting.clicks["together"] += 1
    go_on(page, "Bevestig 5 acties als ongewijzigd")
    meeting.is_at("1.1")
    expect(page.locator("p.coverage")).to_contain_text("5 van 15 besproken · 0 gewijzigd · 5 ongewijzigd")
    while page.get_by_text("Alle acties zijn overlopen.").count() == 0:
        number = meeting.current
        if number in CONFIRMED:
            meeting.click(meeting.button("Ongewijzigd"))
            meeting.leaves(number)
            continue
        if number == "7.1":
            move_deadline(meeting)
        meeting.save("Afgerond" if number in COMPLETED else "Lopende", f"Nieuws over {number}.")


@pytest.fixture
def meeting(round_server: str, page: Page) -> Meeting:
    """The first action of a moment that An has just opened."""
    sit_down(page, round_server, "An Peeters")
    page.goto(f"{round_server}/vergadering?actie=1")
    expect(page.locator("h1.action")).to_contain_text("1.1")
    expect(at_rest(page)).to_be_visible()
    return Meeting(page)


def test_browser_whole_meeting_ends_in_a_stand_van_zaken_that_tells_the_same_everywhere(
    server: str, page: Page, new_context, tmp_path: Path
) -> None:
    open_moment(page, server)
    meeting = Meeting(page)
    watcher = new_context().new_page()
    watcher.goto(f"{server}/vergadering")
    hold(meeting)
    assert {meeting.clicks[number] for number in CHANGED} == {2}  # status, and Opslaan en volgende
    assert meeting.clicks["5.3"] == 1
    assert (meeting.clicks["together"], meeting.clicks["deadline"]) == (1, 3)
    assert meeting.clicks.total() == 23  # the README's table
    for screen in (page, watcher):
        expect(screen.locator("p.coverage")).to_contain_text("15 van 15 besproken · 9 gewijzigd · 6 ongewijzigd")

    page.get_by_label("Waaruit blijkt dat?").fill("De jaarlijkse monitoring loopt volgens de nieuwe werkwijze.")
    page.get_by_role("button", name="Ja, gerealiseerd").click()
    expect(page.get_by_text("Is aanbeveling 8 gerealiseerd?")).to_have_count(0)
    go_on(page, "Sluit de vergadering")
    page.get_by_role("button", name="Annuleren").click()
    go_on(page, "Sluit de vergadering")
    page.get_by_role("button", name="Ja, sluiten").click()
    text = page.get_by_label("Tekst van de beslissingenlijst")
    expect(text).to_have_value(re.compile("Aanbeveling 8: .* – gerealiseerd"))
    said = text.input_value()
    moved = "ermijn verschoven van 31 dec 2026 naar 31 mrt 2027. Reden: de nieuwe directeur start in februari."
    assert moved in said
    unchanged = said.partition("Bevestigd ongewijzigd:")[2]
    assert re.findall(r"Actie (\d\.\d):", unchanged) == ["2.1", "3.2", "5.2", "5.3", "6.1", "7.3"]
    page.get_by_role("button", name="Vaststellen").click()
    page.get_by_role("button", name="Ja, vaststellen").click()
    expect(page.get_by_text("Vastgesteld door An Peeters")).to_be_visible()
    document = docx.Document(BytesIO(downloaded(page, "Download als Word", tmp_path).read_bytes()))
    written = [p.text for p in document.paragraphs]
    written += [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    assert {line.removesuffix(":") for line in said.split("\n\n")} <= set(written)

    go_on(page, "Naar het overzicht →")
    expect(page.locator("tr.row")).to_have_count(15)
    shown = {row.locator("td.number").inner_text(): row for row in page.locator("tr.row").all()}
    sheet = openpyxl.load_workbook(downloaded(page, "Download als Excel", tmp_path))["Overzicht"]
    in_excel = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    for number in CHANGED:
        status = "Afgerond" if number in COMPLETED else "Lopende"
        expect(shown[number].locator("td.status")).to_contain_text(status)
        expect(shown[number].locator("td.comment")).to_have_text(f"Nieuws over {number}.")
        assert in_excel[number][7:9] == (status, f"Nieuws over {number}.")
    assert in_excel["7.1"][4].date().isoformat() == "2027-03-31"

    page.get_by_role("link", name="Historiek").click()
    expect(page.get_by_text("9 acties gewijzigd, 6 ongewijzigd, 1 deadline verschoven")).to_be_visible()


def downloaded(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


SIZES = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const sizeOf = (owner) => parseFloat(getComputedStyle(owner).fontSize)
  const found = [...document.querySelectorAll("textarea")].map((field) => [sizeOf(field), "field"])
  while (texts.nextNode()) {
    const { textContent, parentElement: owner } = texts.currentNode, { width, height } = owner.getBoundingClientRect()
    const isSeen = owner.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 2 && height > 2
    if (textContent.trim() && isSeen) found.push([sizeOf(owner), textContent.trim()])
  }
  return found
}"""

PLACE = "one => one.getBoundingClientRect().toJSON()"


def test_browser_meeting_is_read_from_four_metres_and_fits_its_screen(round_server: str, page: Page) -> None:
    sit_down(page, round_server, "An Peeters")
    page.goto(f"{round_server}/vergadering")
    meeting = Meeting(page)
    begin = meeting.button("Begin met 1.1")
    expect(begin).to_be_visible()
    for width, height in LAPTOP, BEAMER:
        page.set_viewport_size({"width": width, "height": height})
        expect(begin).to_be_in_viewport(ratio=1)
        pages, guide = (page.get_by_role("link", name=name).evaluate(PLACE) for name in ("Beslissingenlijst", "Hulp"))
        assert (guide["left"] > pages["right"], guide["top"]) == (True, pages["top"])
    assert [(size, text) for size, text in page.evaluate(SIZES) if size < 28] == []
    begin.click()
    expect(page.get_by_role("radio", name="Niet gestart")).to_be_focused()
    expect(comment_field(page)).to_be_visible()
    expect(page.get_by_text("Alt + L")).to_be_visible()
    for more in ("Deadline najaar 2025 verschuiven", "Afspraak of beslissing noteren", "Verantwoordelijke(n) wijzigen"):
        page.get_by_text(more).click()
    sizes = page.evaluate(SIZES)
    assert {"An Peeters", "Alt + O", "field", "Nieuwe datum", "jjjj"} <= {text for _, text in sizes}
    assert [(size, text) for size, text in sizes if size < 28] == []
    meeting.save("Lopende", "De gesprekken met de administratie zijn na de zomer hervat. " * 3)
    expect(page.locator(".st-key-last")).to_be_visible()
    for longest in ("4.1", "7.1"):
        page.get_by_role("button", name=f"· {longest}").click()
        meeting.is_at(longest)
        for width, height in LAPTOP, BEAMER:
            page.set_viewport_size({"width": width, "height": height})
            expect(meeting.button("Opslaan en volgende")).to_be_in_viewport(ratio=1)


def test_browser_meeting_runs_by_keyboard_and_takes_the_last_word_along(meeting: Meeting) -> None:
    page = meeting.page
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("h1.action")).to_contain_text("3.1")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("h1.action")).to_contain_text("1.1")
    page.keyboard.press("Alt+l")
    expect(page.locator("h1.action")).to_contain_text("3.1")
    page.keyboard.press("Alt+o")
    expect(page.locator("h1.action")).to_contain_text("4.1")
    page.get_by_role("button", name="Vorig commentaar overnemen").click()
    expect(comment_field(page)).to_have_value(re.compile("Individuele gesprekken"))
    page.keyboard.press("Control+s")
    meeting.is_at("4.2")
    expect(page.locator("p.coverage")).to_contain_text("2 van 15 besproken · 0 gewijzigd · 2 ongewijzigd")
    expect(page.get_by_role("radio", name="Lopende")).to_be_focused()  # its status so far
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(comment_field(page)).to_be_focused()
    page.keyboard.type("Afgerond in oktober.")
    page.keyboard.press("Control+s")
    meeting.is_at("5.1")
    expect(page.locator("p.coverage")).to_contain_text("3 van 15 besproken · 1 gewijzigd · 2 ongewijzigd")
    expect(page.get_by_role("radio", name="Niet gestart")).to_be_focused()

    page.get_by_role("radio", name="Lopende").click()
    expect(at_rest(page)).to_be_visible()
    comment_field(page).press_sequentially("Woord een.")
    page.keyboard.press("Control+s")
    meeting.leaves("5.1")
    expect(at_rest(page)).to_be_visible()
    comment_field(page).press_sequentially("Half getypt")
    page.keyboard.press("Alt+o")
    expect(page.get_by_text("Er staat nog tekst in het formulier die niet opgeslagen is.")).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    page.keyboard.press("Alt+ArrowUp")
    expect(comment_field(page)).to_have_value("Woord een.")
    expect(at_rest(page)).to_be_visible()
    page.keyboard.press("Alt+ArrowDown")
    expect(comment_field(page)).to_have_value("Half getypt")


def test_browser_change_is_taken_back_and_the_action_is_open_again(meeting: Meeting) -> None:
    page = meeting.page
    meeting.save("Afgerond", "Te vroeg afgerond.")
    last = page.locator(".st-key-last")
    expect(last).to_contain_text("Status: Afgerond · Commentaar: Te vroeg afgerond.")
    meeting.save("Lopende", "Loopt.")
    expect(last).to_contain_text("Actie 3.1")
    page.get_by_text("Genoteerd in deze vergadering").click()
    expect(page.locator("p.gesture")).to_contain_text(["Actie 3.1", "Actie 1.1"])
    last.get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator("p.gesture")).to_contain_text(["Actie 1.1"])
    expect(last).to_contain_text("Actie 1.1")
    page.get_by_role("button", name="Ongedaan maken").last.click()
    expect(page.get_by_text("Genoteerd in deze vergadering")).to_have_count(0)
    expect(page.locator("p.coverage")).to_contain_text("0 van 15")
    page.get_by_role("link", name="Historiek").click()
    page.get_by_role("radio", name="Alle wijzigingen").click()
    expect(page.get_by_text("Ongedaan gemaakt: commentaar")).to_have_count(2)


def test_browser_closing_names_what_did_not_come_up_and_reopening_wants_a_reason(meeting: Meeting) -> None:
    page = meeting.page
    meeting.save("Lopende", "Loopt.")
    page.get_by_role("button", name="Sluit de vergadering").click()
    expect(page.get_by_text(re.compile(r"^Niet aan bod gekomen: 3.1, 4.1"))).to_be_visible()
    page.get_by_role("button", name="Ja, sluiten").click()
    page.get_by_role("link", name="Opvolgingsmomenten").click()
    expect(page.get_by_text("gesloten door An Peeters")).to_be_visible()
    page.get_by_role("button", name="Heropen dit opvolgingsmoment").click()
    page.get_by_role("button", name="Ja, heropenen").click()
    expect(page.get_by_text("Heropenen vraagt een reden.")).to_be_visible()
    page.get_by_label("Waarom moet dit opvolgingsmoment heropend worden?").fill("Actie 3.1 was vergeten.")
    page.get_by_role("button", name="Ja, heropenen").click()
    page.get_by_role("link", name="Naar de vergadering").click()
    expect(page.locator("p.coverage")).to_contain_text("1 van 15")


def test_browser_colleague_is_told_that_somebody_saved_the_action_on_screen(meeting: Meeting, new_context) -> None:
    other = new_context().new_page()
    other.goto(meeting.page.url)
    expect(other.locator("h1.action")).to_contain_text("1.1")
    meeting.save("Lopende", "Van An.")
    expect(other.get_by_text("An Peeters heeft deze actie net opgeslagen.")).to_be_visible()
    other.get_by_role("button", name="Toon", exact=True).click()
    expect(comment_field(other)).to_have_value("Van An.")


def test_browser_internal_remark_shows_only_where_it_is_asked_for(
    meeting: Meeting, new_context, tmp_path: Path
) -> None:
    page = meeting.page
    page.get_by_role("button", name="Toon interne opmerkingen").click()
    page.get_by_role("button", name="Ja, toon ze").click()
    page.get_by_role("radio", name="Lopende").click()
    page.get_by_label("Interne opmerking", exact=True).first.fill("De partner dreigt af te haken.")
    meeting.click(meeting.button("Opslaan en volgende"))
    meeting.leaves("1.1")
    beamer = new_context().new_page()
    beamer.goto(page.url)
    for screen, is_shown in ((page, True), (beamer, False)):
        screen.get_by_role("link", name="Historiek").click()
        screen.get_by_role("radio", name="Alle wijzigingen").click()
        expect(screen.get_by_role("cell", name="Lopende").first).to_be_visible()
        expect(screen.get_by_text("De partner dreigt af te haken.")).to_have_count(int(is_shown))
        screen.get_by_role("link", name="Overzicht").click()
        sheet = openpyxl.load_workbook(downloaded(screen, "Download als Excel", tmp_path))["Overzicht"]
        words = [value for row in sheet.values for value in row]
        assert ("De partner dreigt af te haken." in words) == is_shown
    page.get_by_role("link", name="Vergadering").click()
    page.get_by_text("Genoteerd in deze vergadering").click()
    expect(page.locator("p.gesture")).to_contain_text("Status: Lopende")
    expect(page.get_by_text("De partner dreigt af te haken.")).to_have_count(0)  # the group would read it
