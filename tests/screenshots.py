"""Makes the pictures of README and guide in docs/ anew, of the example of ``make demo``: ``make screenshots``."""

import os
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright
from serving import CHROMIUM_FLAGS, ROOT, at_rest, chromium_path, sit_down, started
from signing_in import sign_in, signing_in

from mrdb.clock import now
from mrdb.config import DEMO_DAY
from mrdb.demo import play
from mrdb.domain.people import Role
from mrdb.store.database import open_database, transaction, upgrade
from mrdb.store.people import add_person, answer_from, note_seen
from mrdb.store.queries import management_responses, newest_line

DOCS = ROOT / "docs"
DOCUMENT = ROOT / "tests/shapes/pdf/nl-hekje-en-percentages.pdf"
BEAMER = {"width": 1920, "height": 1080}
PICTURES = {
    "overzicht": "",
    "tijdlijn": "tijdlijn",
    "vergadering": "vergadering?actie=15",
    "actie": "actie?actie=3",
    "aanbevelingen": "aanbevelingen",
    "historiek": "historiek",
    "jaarcijfers": "jaarcijfers",
    "opvolgingsmomenten": "opvolgingsmomenten",
    "beslissingenlijst": "beslissingenlijst?moment=5",
}
"""Each picture's name and its address; the ids are those that the example always gives."""


def main() -> None:
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        page = browser.new_context(viewport=BEAMER, locale="nl-BE", reduced_motion="reduce").new_page()
        with started([sys.executable, "-m", "mrdb", "demo"], folder, environment) as address:
            sit_down(page, address, "Mira Zeewaert")
            for picture, where in PICTURES.items():
                page.goto(f"{address}/{where}")
                expect(page.get_by_role("heading", level=1).first).to_be_visible()
                take(page, picture)
            exchange(page, address, folder)
            review(page, address)
            keep(page, address)
        answer(page, folder)
        browser.close()


def exchange(page: Page, address: str, folder: Path) -> None:
    """Two people send the overview back; of one action they say different things."""
    page.goto(address)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als Excel").click()
    files = []
    for name, cells in RETURNED.items():
        files.append(folder / name)
        download.value.save_as(files[-1])
        book = openpyxl.load_workbook(files[-1])
        sheet = book["Overzicht"]
        for row in sheet.iter_rows(min_row=2, max_row=sheet.max_row):
            named = {heading.value: cell for heading, cell in zip(sheet[1], row, strict=True)}
            for heading, said in next((cells[word] for word in cells if word in str(named["Actie"].value)), {}).items():
                named[heading].value = said
        book.save(files[-1])
    page.goto(f"{address}/uitwisselen")
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("te kiezen").first).to_be_visible()
    take(page, "uitwisselen")


def review(page: Page, address: str) -> None:
    """A document that was read and is looked over."""
    page.goto(f"{address}/nieuwe-managementrespons")
    page.locator("input[type=file]").first.set_input_files(DOCUMENT)
    expect(page.get_by_role("button", name="Opslaan").first).to_be_visible()
    take(page, "nieuwe-managementrespons")


def keep(page: Page, address: str) -> None:
    """A backup that was just made."""
    page.goto(f"{address}/beheer")
    page.get_by_role("button", name="Maak een reservekopie").click()
    expect(page.get_by_text("De reservekopie is gemaakt en nagekeken.").first).to_be_visible()
    take(page, "beheer")


def answer(page: Page, folder: Path) -> None:
    """A director of the example who signs in, some changes after the visit before."""
    url = f"sqlite:///{folder / 'answering.sqlite3'}"
    engine = open_database(url)
    upgrade(engine)
    play(engine)
    name = "Hanne Duinveld"
    with transaction(engine) as session:
        person = add_person(session, "hanne@example.org", Role.DIRECTOR, author="mrdb", at=now())
        _, partners = management_responses(session)
        answer_from(session, person.id, partners.id, DEMO_DAY.replace(month=1), name="", author="mrdb", at=now())
    with transaction(engine, by=person.id) as session:
        note_seen(session, newest_line(session) - 16)
    engine.dispose()
    who = {"name": name, "email": person.email}
    with signing_in(url, folder, {name: who}) as address:
        page.goto(address)
        sign_in(page, name)
        take(page, "mijn-acties")


RETURNED = {
    "overzicht Nadia.xlsx": {
        "bevraging": {"Stvz": "Lopende", "Commentaar": "De bevraging loopt tot 15 december; 310 antwoorden."},
        "verantwoording": {"Commentaar": "De subsidiegever aanvaardt 15.000 euro als drempel."},
    },
    "overzicht Joos.xlsx": {
        "bevraging": {"Stvz": "Lopende", "Commentaar": "De vragen zijn klaar en worden nu verstuurd."},
        "inclusietoets": {"Commentaar": "De jongerenraad vraagt een kortere toets; die is klaar tegen februari."},
    },
}
"""What each of them typed, by a word of the action."""


def take(page: Page, name: str) -> None:
    """A picture of what the first screen shows, in 256 colours: a third of the bytes, and nobody sees it."""
    expect(at_rest(page)).to_be_visible()
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(DOCS / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
