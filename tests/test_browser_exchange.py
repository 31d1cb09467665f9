"""An overview goes out, comes back filled in, clashes with what was saved meanwhile, and is carried out."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
from playwright.sync_api import Page, expect
from serving import at_rest


def row(page: Page, number: str):
    return page.locator("tr.row", has=page.get_by_role("link", name=number, exact=True))


def test_browser_filled_overview_is_seen_chosen_and_applied(server: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{server}/opvolgingsmomenten")
    page.get_by_label("Wie vult dit in?").fill("An")
    page.get_by_role("button", name="Open een nieuw opvolgingsmoment").click()
    expect(page.get_by_role("button", name="Sluit dit opvolgingsmoment")).to_be_visible()
    page.get_by_role("link", name="Overzicht").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als Excel").click()
    file = tmp_path / "van Bert.xlsx"
    download.value.save_as(file)
    with ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if b"127.0.0.1" in archive.read(name)], "nobody else opens that"
    book = openpyxl.load_workbook(file)
    for number in ("2", "3"):
        book["Overzicht"][f"G{number}"] = "Lopende"
        book["Overzicht"][f"H{number}"] = f"Van Bert, rij {number}."
    book.save(file)

    row(page, "1.1").locator("td.action").click()
    expect(page.locator("h1.action")).to_contain_text("1.1")
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("radio", name="Lopende").click()
    page.get_by_label("Commentaar").first.fill("Van An.")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".report")).to_contain_text("Van An.")

    page.get_by_role("link", name="Uitwisselen").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("15 acties gelezen: 1 gewijzigd, 1 te kiezen, 13 ongewijzigd")).to_be_visible()
    expect(page.get_by_text("Van Bert, rij 3.")).to_be_visible()
    expect(page.locator(".version")).to_have_text(
        ["Bij de export stond erleeg", "Nu in de databankVan An.", "van Bert.xlsxVan Bert, rij 2."]
    )
    page.get_by_role("radio", name="Neem van Bert.xlsx").click(force=True)
    page.get_by_role("button", name="Verwerk de wijzigingen in 2 acties").click()
    expect(page.get_by_text("Verwerkt: de wijzigingen in 2 acties.")).to_be_visible()
    page.get_by_role("link", name="Overzicht").click()
    expect(row(page, "1.1").locator("td.comment")).to_have_text("Van Bert, rij 2.")
    expect(row(page, "2.1").locator("td.comment")).to_have_text("Van Bert, rij 3.")
    page.goto(f"{server}/historiek?beeld=Alle+wijzigingen")
    expect(page.get_by_text("uit van Bert.xlsx").first).to_be_visible()
