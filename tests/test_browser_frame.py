"""The frame around every page: the menu, what stands in the tab, on paper, and is read aloud."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from serving import at_rest
from test_browser_path import ADDRESSES

GROUPS = ["Overzicht", "Tijdlijn", "Vergadering", "Document", "Historiek", "Uitwisselen"]


def test_browser_menu_leads_everywhere_by_keyboard_on_a_telephone(server: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(server)
    expect(at_rest(page)).to_be_visible()
    expect(page.locator(".st-key-menu-groups p, .st-key-menu-groups .here")).to_have_text(GROUPS)
    expect(page).to_have_title("Overzicht · Opvolging managementrespons")

    page.keyboard.press("Tab")
    expect(page.locator("a:focus")).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("a:focus")).to_have_text("Afspraken")

    page.get_by_role("link", name="Document").click()
    expect(page.locator('[aria-current="page"]').last).to_have_text("Aanbevelingen")
    page.get_by_role("link", name="Nieuwe managementrespons").click()
    expect(page.get_by_role("heading", name="Nieuwe managementrespons")).to_be_visible()
    expect(page.locator('[aria-current="page"]').last).to_have_text("Nieuwe managementrespons")
    expect(page).to_have_title("Nieuwe managementrespons · Opvolging managementrespons")
    page.go_back()
    expect(page.locator('[aria-current="page"]').last).to_have_text("Aanbevelingen")
    expect(page.locator(".st-key-menu-here")).to_have_text("Document")


TELL_TALE = re.compile(
    r"\b(Error|allowed|smaller|per file|Add:|Clear|Choose|Shortcut|file upload|Show|Copy|Remove|Empty|mark container|"
    r"visualization|row|colour|month|year|Press|Select|Upload|Rerun|make run)\b"
)
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


def check(page: Page, where: str) -> None:
    """Nothing English, also where it is only read aloud, and nothing that somebody with a handicap cannot use."""
    expect(at_rest(page)).to_be_visible()
    assert [said for said in page.evaluate(SPOKEN) if TELL_TALE.search(said)] == [], where
    found = Axe().run(page).response["violations"]
    bad = [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}]
    assert bad == [], where


def test_browser_every_page_is_dutch_and_can_be_used_by_everybody(round_server: str, page: Page) -> None:
    for address in (*ADDRESSES, "actie", "historiek?beeld=Voortgang"):
        page.goto(f"{round_server}/{address}")
        expect(page.locator("h1, h2").first).to_be_visible()
        check(page, address)
    page.goto(f"{round_server}/uitwisselen")
    too_large = {"name": "a.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": bytes(21 * 1024 * 1024)}
    page.locator("input[type=file]").set_input_files(too_large)
    expect(page.get_by_text("Dit bestand is te groot: het mag hoogstens 20 MB zijn.")).to_be_visible()
    check(page, "a file that is too large")


def test_browser_overview_on_paper_is_at_most_three_pages_without_what_one_clicks_on(server: str, page: Page) -> None:
    page.goto(server)
    expect(page.locator("tr.row")).to_have_count(15)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 3
    page.emulate_media(media="print")
    for one in (page.locator(".st-key-menu"), page.get_by_role("button", name="Download als Excel")):
        expect(one).to_be_hidden()
