"""A document comes in as the scanner left it: its doubts are looked at, a word is mended, and it is stored."""

from pathlib import Path

from playwright.sync_api import Page, expect

SEED = Path(__file__).resolve().parent.parent / "seed" / "managementrespons-klimaat-migratie-2025.txt"


def test_browser_new_response_is_doubted_mended_and_stored(server: str, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "water en voedsel.txt"
    text = SEED.read_text(encoding="utf-8").replace("klimaat en migratie binnen", "water en voedsel binnen", 1)
    file.write_text(text.replace("DATUM 13/10/2025", "DATUM 14/03/2026"), encoding="utf-8")

    page.goto(f"{server}/aanbevelingen")
    page.get_by_role("link", name="Nieuwe managementrespons").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name="54 twijfels")).to_be_visible()
    page.get_by_role("button", name="regel 168").click()
    expect(page.locator(".source mark")).to_have_text("strategieén,")
    expect(page.locator(".source mark")).to_be_in_viewport()

    title = page.get_by_role("textbox", name="Titel")
    expect(title).to_have_value("Versterk een ‘evidence-based’ benadering voor conservatieve partijen")
    title.fill("Versterk de aanpak")
    page.get_by_role("button", name="Volgende").click(delay=50)
    expect(page.locator(".source mark")).to_have_text("creéren")
    page.reload()  # a session ends in the middle, as when a laptop falls asleep
    page.get_by_role("radio", name="3 6").click(force=True)
    expect(title).to_have_value("Versterk de aanpak")
    page.get_by_text("Ik heb de twijfels nagekeken").click()
    page.get_by_label("Wie vult dit in?").fill("An")
    page.get_by_role("button", name="Deze managementrespons opslaan").click()
    expect(page.get_by_text("is opgeslagen: 8 aanbevelingen, 15 acties.")).to_be_visible()

    page.get_by_role("link", name="Bekijk de aanbevelingen").click()
    expect(page.get_by_role("heading", name="rond water en voedsel")).to_be_visible()
    expect(page.get_by_role("heading", name="Aanbeveling 3 · Versterk de aanpak")).to_be_visible()
