"""A document comes in as the scanner left it: its doubts are looked at, a word is mended, and it is stored."""

import re
from dataclasses import replace
from pathlib import Path

from drafts import a_draft, a_draft_action, a_recommendation
from playwright.sync_api import Page, expect
from serving import at_rest
from word_documents import organisation_document

from mrdb.domain.draft import Draft

PDF = Path(__file__).resolve().parent / "shapes" / "pdf" / "en-one-landscape-table.pdf"
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
    lines = title.evaluate("field => field.clientHeight / parseFloat(getComputedStyle(field).lineHeight)")
    assert lines < 3  # with the room around it: one line of text is no field of three
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
    """Twenty-five actions that are read well: the years that are left out are taken at once, and so is what is
    accepted."""
    file = tmp_path / "water.docx"
    file.write_bytes(organisation_document(twenty_five_actions()))
    page.add_init_script(COUNT_CLICKS)
    page.goto(f"{server}/nieuwe-managementrespons")
    choose_file(page, file)
    expect(page.get_by_role("heading", name="8 twijfels om na te kijken")).to_be_visible()
    expect(page.locator(".st-key-doubts")).to_contain_text("‘tegen maart’ gelezen als mrt 2026")
    page.get_by_role("button", name="Neem deze jaren aan").click()
    expect(page.get_by_text("Alle twijfels zijn nagekeken.")).to_be_visible()
    page.get_by_role("button", name="Alle 8 aanvaard").click()
    expect(page.get_by_role("button", name="Alle 8 aanvaard")).to_be_hidden()
    page.get_by_label("Wie vult dit in?").fill("An")
    page.get_by_role("button", name="Deze managementrespons opslaan").click()
    expect(page.get_by_text("is opgeslagen: 8 aanbevelingen, 25 acties.")).to_be_visible()
    assert clicks(page) <= 10


def twenty_five_actions() -> Draft:
    """Eight recommendations of which nothing says whether they are accepted, each with an action without a year."""
    parts = []
    for n in range(1, 9):
        first, *others = (a_draft_action(f"{n}.{m}") for m in range(1, 5 if n == 1 else 4))
        part = a_recommendation(n, replace(first, calendar="tegen maart"), *others)
        parts.append(replace(part, answer="Hier werken we aan.", acceptance=None))
    return replace(a_draft(), subject="Evaluatie water", recommendations=tuple(parts))


def test_browser_english_pdf_with_one_big_table_is_stored(server: str, page: Page) -> None:
    """Each kind of doubt is answered once, whatever the number of rows."""
    page.add_init_script(COUNT_CLICKS)
    page.goto(f"{server}/nieuwe-managementrespons")
    choose_file(page, PDF)
    expect(page.get_by_role("heading", name="twijfels om na te kijken")).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    doubts = page.locator(".st-key-doubts")
    while doubts.is_visible():
        kinds = doubts.locator("p.kind").count()
        doubts.get_by_role("button", name=re.compile("^(Neem|Alle|Klopt|Laat)")).first.click()
        expect(doubts.locator("p.kind")).to_have_count(kinds - 1)
    page.get_by_label("Wie vult dit in?").fill("An")
    page.get_by_role("button", name="Deze managementrespons opslaan").click()
    expect(page.get_by_text("is opgeslagen: 8 aanbevelingen, 19 acties.")).to_be_visible()
    assert clicks(page) <= 25
