"""The frame around every page: the menu, its widths, what stands in the tab."""

from playwright.sync_api import Page, expect
from serving import at_rest

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
    expect(page.locator("a:focus")).to_have_text("Uitwisselen")

    page.get_by_role("link", name="Document").click()
    expect(page.locator('[aria-current="page"]').last).to_have_text("Aanbevelingen")
    page.get_by_role("link", name="Nieuwe managementrespons").click()
    expect(page.get_by_role("heading", name="Nieuwe managementrespons")).to_be_visible()
    expect(page.locator('[aria-current="page"]').last).to_have_text("Nieuwe managementrespons")
    expect(page).to_have_title("Nieuwe managementrespons · Opvolging managementrespons")
    page.go_back()
    expect(page.locator('[aria-current="page"]').last).to_have_text("Aanbevelingen")
    expect(page.locator(".st-key-menu-here")).to_have_text("Document")
