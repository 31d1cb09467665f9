"""Every screen, at every width, with all that unfolds on it: Dutch, within reach, and fit for everybody."""

import re
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from serving import ROOT, TODAY, at_rest, point_at, replace_database
from test_browser_path import ADDRESSES

from mrdb.config import choose_demo
from mrdb.startup import prepared_database

SCREENS = (1920, 1080), (1366, 768), (1280, 900), (1093, 614), (1024, 900), (820, 900), (683, 384), (360, 900)
"""In CSS pixels: a beamer, a laptop and what is left of it at 125% and at 200%, and what is narrower."""
VIEWS = ("actie", "historiek?beeld=Voortgang", "historiek?beeld=Per+actie&actie=3", "historiek?beeld=Alle+wijzigingen")
ARTEFACTS = ROOT / "artefacts"
UNTIDY = (ROOT / "tests" / "untidy.js").read_text(encoding="utf-8")
TELL_TALE = re.compile(
    r"\b(Error|allowed|smaller|per file|Add:|Clear|Choose|Shortcut|file upload|Show|Copy|Remove|Empty|mark container|"
    r"visualization|available|selected|row|colour|month|year|Press|Select|Upload|Rerun|make run|May|August|October|"
    r"[A-Z]\w+day|arrow|\d+ more|No results|Deploy|Browse files|Settings|Fullscreen)\b"
)
MARKDOWN = re.compile(r"\*\*|~~|`|:[a-z-]+\[|\\[^\w\s]")
"""Signs of a label that nobody is to read, or to hear."""
SPOKEN = """() => {
  const said = new Set(), hear = (root) => {
    for (const one of root.querySelectorAll("*:not(script, style, noscript, [data-testid=stIconMaterial])")) {
      for (const child of one.childNodes) if (child.nodeType === Node.TEXT_NODE) said.add(child.data);
      for (const name of ["aria-label", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt"])
        if (one.getAttribute(name)) said.add(one.getAttribute(name));
      if (one.shadowRoot) hear(one.shadowRoot);
    }
  };
  hear(document.body);
  return [...said];
}"""


@pytest.fixture
def example_server(shared_server: tuple[str, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A server on the example of ``make demo``, which fills every screen."""
    address, live, _ = shared_server
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MRDB_TODAY", TODAY)
    monkeypatch.setenv("MRDB_DEMO", "")  # which the next line sets, for this test alone
    choose_demo()
    replace_database(Path(str(prepared_database(is_served=True).url.database)), live)
    return address


def expect_usable(page: Page, where: str) -> None:
    """Nothing English, no Markdown, also where it is only read aloud, and nothing that a handicap makes unusable."""
    expect(at_rest(page)).to_be_visible()
    page.wait_for_function("document.getAnimations().every(({playState}) => playState !== 'running')")  # no half colour
    said = page.evaluate(SPOKEN)
    assert [words for words in said if TELL_TALE.search(words) or MARKDOWN.search(words)] == [], where
    found = Axe().run(page).response["violations"]
    bad = [
        (one["id"], one["nodes"][0]["html"])
        for one in found
        if one["impact"] in {"serious", "critical"} or one["id"] == "heading-order"
    ]
    assert bad == [], where


def set_screen(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})


def unfold(page: Page) -> None:
    """Opens all that can be opened, also what stands in something that was closed."""
    expect(at_rest(page)).to_be_visible()
    while closed := page.locator("details:not([open]) > summary").all():
        for fold in reversed(closed):  # from below, so that none moves before it is clicked
            fold.click()
        expect(at_rest(page)).to_be_visible()


def test_browser_every_screen_fits_every_width_and_everybody_and_is_photographed(
    example_server: str, page: Page, errors: list[str]
) -> None:
    """What it fetches comes from the server alone, and its console stays silent."""
    ARTEFACTS.mkdir(exist_ok=True)
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if is_foreign(request.url, example_server) else None)
    for address in (*ADDRESSES, *VIEWS):
        set_screen(page, *SCREENS[0])
        page.goto(f"{example_server}/{address}")
        expect(page.locator("h1, h2").first).to_be_visible()
        expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        if address in ADDRESSES:
            page.screenshot(path=ARTEFACTS / f"{address.split('?')[0] or 'overzicht'}.png", full_page=True)
        unfold(page)
        expect_usable(page, address)
        for screen in SCREENS:
            set_screen(page, *screen)
            assert page.evaluate(UNTIDY) == [], f"{address} at {screen}"
    assert errors == []
    assert foreign == []


def is_foreign(url: str, server: str) -> bool:
    return url.startswith("http") and not url.startswith(server)


def test_browser_files_that_do_not_fit_are_refused_in_dutch(example_server: str, page: Page, tmp_path: Path) -> None:
    uploader = page.locator("input[type=file]")
    picture = {"name": "a.png", "mimeType": "image/png", "buffer": b"x"}
    refused = page.get_by_text("Zo’n bestand lezen we niet. Sla het op als Excel (.xlsx) of Word (.docx).")
    page.goto(f"{example_server}/nieuwe-managementrespons")
    uploader.set_input_files(picture)
    expect(refused).to_be_visible()
    uploader.set_input_files(ROOT / "seed" / "managementrespons-klimaat-migratie-2025.txt")
    expect(page.get_by_role("button", name="regel 168")).to_be_visible()
    expect_usable(page, "a document under review")

    page.goto(f"{example_server}/uitwisselen")
    expect(page.get_by_test_id("stFileUploader").get_by_test_id("stIconMaterial").first).to_have_text("upload")
    uploader.set_input_files(picture)
    expect(refused).to_be_visible()
    too_large = tmp_path / "a.xlsx"
    too_large.write_bytes(bytes(21 * 1024 * 1024))
    uploader.set_input_files(too_large)  # by its name: to hand over its bytes takes eight seconds
    expect(page.get_by_text("Dit bestand is te groot: het mag hoogstens 20 MB zijn.")).to_be_visible()
    expect_usable(page, "files that are refused")
    page.goto(example_server)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als Excel").click()
    file = tmp_path / "van Bert.xlsx"
    download.value.save_as(file)
    book = openpyxl.load_workbook(file)
    for cell, said in {"G2": "Bezig", "H3": "Van Bert."}.items():
        book["Overzicht"][cell] = said
    book.save(file)
    page.goto(f"{example_server}/uitwisselen")
    uploader.set_input_files(file)
    expect(page.get_by_text("Van Bert.")).to_be_visible()
    expect_usable(page, "the plan of a file with a mistake")


def test_browser_what_opens_over_a_page_is_dutch_and_can_be_used_by_everybody(example_server: str, page: Page) -> None:
    page.goto(example_server)
    page.get_by_role("button", name="Filters").click()
    expect_usable(page, "the filters")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Toon interne opmerkingen").click()
    expect_usable(page, "the question about internal remarks")

    page.goto(f"{example_server}/opvolgingsmomenten")
    unfold(page)
    page.get_by_test_id("stDateInputCalendarButton").first.click()
    expect(page.get_by_test_id("stDateInputCalendar")).to_be_visible()
    expect_usable(page, "a calendar")
    page.keyboard.press("Escape")
    year = page.get_by_role("spinbutton", name="jaar").first
    year.click()
    year.press_sequentially("1800")
    page.keyboard.press("Tab")
    point_at(page.get_by_test_id("stDateInputError").first, page.get_by_role("tooltip").filter(has_text="kies een dag"))
    expect_usable(page, "a day out of range")
    page.get_by_test_id("stMultiSelect").locator("input").first.press_sequentially("Zoë")
    expect(page.get_by_role("option", name="Toevoegen: Zoë")).to_be_visible()
    expect_usable(page, "somebody new")

    page.goto(f"{example_server}/opvolgingsmomenten")
    page.get_by_role("button", name="Sluit dit opvolgingsmoment").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Wie vult dit in?").fill("Bert")
    expect_usable(page, "the question before closing")
    dialog.get_by_role("button", name="Ja, sluiten").click()
    expect(page.get_by_role("heading", name="Beslissingenlijst")).to_be_visible()
    page.goto(f"{example_server}/opvolgingsmomenten")
    page.get_by_role("button", name="Heropen dit opvolgingsmoment").click()
    expect(dialog.get_by_role("button", name="Ja, heropenen")).to_be_visible()
    expect_usable(page, "the question before reopening")
    page.goto(f"{example_server}/beslissingenlijst")
    page.get_by_role("button", name="vast").first.click()
    expect_usable(page, "the question before a list is fixed")
