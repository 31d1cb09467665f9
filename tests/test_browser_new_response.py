"""A document comes in as the scanner left it: its doubts are looked at, a word is mended, and it is stored."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from drafts import a_draft, a_draft_action, a_recommendation
from playwright.sync_api import Page, expect
from word_documents import organisation_document

SEED = Path(__file__).resolve().parent.parent / "seed" / "managementrespons-klimaat-migratie-2025.txt"
COUNT_CLICKS = """addEventListener("click", event => {
  if (event.isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1
}, true)"""


def test_browser_new_response_is_doubted_mended_and_stored(server: str, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "water en voedsel.txt"
    text = SEED.read_text(encoding="utf-8").replace("klimaat en migratie binnen", "water en voedsel binnen", 1)
    file.write_text(text.replace("DATUM 13/10/2025", "DATUM 14/03/2026"), encoding="utf-8")

    page.goto(f"{server}/aanbevelingen")
    page.get_by_role("link", name="Nieuwe managementrespons").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name="54 twijfels om na te kijken")).to_be_visible()
    page.get_by_role("button", name="Aanbeveling 3, regel 168").click()
    expect(page.locator(".source .current mark")).to_have_text("strategieén,")
    expect(page.locator(".source .current mark")).to_be_in_viewport()

    title = page.get_by_role("textbox", name="Titel")
    expect(title).to_have_value("Versterk een ‘evidence-based’ benadering voor conservatieve partijen")
    title.fill("Versterk de aanpak")
    page.get_by_role("button", name="Klopt, volgende").click(delay=50)
    expect(page.locator(".source .current mark")).to_have_text("creéren")
    page.reload()  # a session ends in the middle, as when a laptop falls asleep
    page.get_by_role("radio", name="3 5").click(force=True)
    expect(title).to_have_value("Versterk de aanpak")
    page.get_by_text("Ik heb de overige 53 twijfels nagekeken").click()
    page.get_by_label("Wie vult dit in?").fill("An")
    page.get_by_role("button", name="Deze managementrespons opslaan").click()
    expect(page.get_by_text("is opgeslagen: 8 aanbevelingen, 15 acties.")).to_be_visible()

    page.get_by_role("link", name="Bekijk de aanbevelingen").click()
    expect(page.get_by_role("heading", name="rond water en voedsel")).to_be_visible()
    expect(page.get_by_role("heading", name="Aanbeveling 3 · Versterk de aanpak")).to_be_visible()


def choose_file(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bladeren").click()
    chooser.value.set_files(file)


def clicks(page: Page) -> int:
    return int(page.evaluate("sessionStorage.clicks"))


def test_browser_our_own_shape_is_stored_in_a_few_clicks(server: str, page: Page, tmp_path: Path) -> None:
    """Twenty-five actions that are read well: those who accepted all of them say so at once."""
    parts = [
        replace(
            a_recommendation(n, *(a_draft_action(f"{n}.{m}") for m in range(1, 5 if n == 1 else 4))), acceptance=None
        )
        for n in range(1, 9)
    ]
    draft = replace(a_draft(), subject="Evaluatie water", date=date(2025, 10, 13), recommendations=tuple(parts))
    file = tmp_path / "water.docx"
    file.write_bytes(organisation_document(draft))

    page.add_init_script(COUNT_CLICKS)
    page.goto(f"{server}/nieuwe-managementrespons")
    choose_file(page, file)
    expect(page.get_by_text("8 aanbevelingen, 25 acties").first).to_be_visible()
    page.get_by_role("button", name="Alle 8 aanvaard").click()
    expect(page.get_by_role("button", name="Alle 8 aanvaard")).to_be_hidden()
    page.get_by_label("Wie vult dit in?").fill("An")
    page.get_by_role("button", name="Deze managementrespons opslaan").click()
    expect(page.get_by_text("is opgeslagen: 8 aanbevelingen, 25 acties.")).to_be_visible()
    assert clicks(page) <= 10
