"""The frame around every page: the menu, what stands in the tab, on paper, and is read aloud."""

import re

from playwright.sync_api import Page, expect
from serving import at_rest

GROUPS = ["Overzicht", "Tijdlijn", "Vergadering", "Document", "Historiek", "Uitwisselen"]


def test_browser_menu_leads_everywhere_by_keyboard_on_a_telephone(server: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(server)
    expect(at_rest(page)).to_be_visible()
    expect(page.locator(".st-key-menu-groups :is(p, .here):not(.st-key-menu-aside *)")).to_have_text(GROUPS)
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


def test_browser_overview_on_paper_is_two_pages_of_a_table_without_what_one_clicks_on(server: str, page: Page) -> None:
    page.goto(server)
    expect(page.locator("tr.row")).to_have_count(15)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 2
    page.emulate_media(media="print")
    for one in (page.locator(".st-key-menu"), page.get_by_role("button", name="Download als Excel")):
        expect(one).to_be_hidden()
    expect(page.locator("th.action button")).to_have_css(
        "display", "contents"
    )  # a box is left out of a repeated heading


def test_browser_historiek_on_paper_says_which_action_it_is_of(server: str, page: Page) -> None:
    page.goto(f"{server}/historiek?beeld=Per+actie&actie=11")
    page.emulate_media(media="print")
    expect(page.locator("input[role=combobox]")).to_have_value(re.compile("^7.1"))
    expect(page.locator("input[role=combobox]")).to_be_visible()
    expect(page.get_by_role("radio", name="Per actie")).to_be_hidden()
