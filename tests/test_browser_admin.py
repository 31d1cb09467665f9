"""Beheer in a real browser: what is done to all data at once asks first, and every screen shows it."""

from io import BytesIO

import openpyxl
from playwright.sync_api import Page, expect
from serving import at_rest, sit_down


def test_browser_backup_is_put_back_and_every_screen_shows_it(round_server: str, page: Page, new_context) -> None:
    sit_down(page, round_server, "An")
    page.goto(f"{round_server}/beheer")
    page.get_by_role("button", name="Maak een reservekopie").click()
    expect(page.get_by_role("button", name="Download de laatste")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download de laatste").click()
    copy = {"name": download.value.suggested_filename, "mimeType": "", "buffer": download.value.path().read_bytes()}

    watcher = new_context().new_page()
    sit_down(watcher, round_server, "Bert")
    watcher.goto(f"{round_server}/actie?actie=3")
    watcher.get_by_label("Commentaar").fill("Getypt na de kopie.")
    watcher.get_by_role("radio", name="Lopende").click()
    watcher.get_by_role("button", name="Opslaan").click()
    expect(watcher.locator(".report")).to_contain_text("Getypt na de kopie.")
    watcher.goto(round_server)
    typed = watcher.get_by_text("Getypt na de kopie.")
    expect(typed).to_be_visible()

    page.goto(f"{round_server}/beheer")
    page.locator("input[type=file]").set_input_files(copy)
    expect(page.get_by_role("cell", name="Bert")).to_have_count(1)
    ask, dialog = page.get_by_role("button", name="Zet deze kopie terug"), page.get_by_role("dialog")
    ask.click()
    dialog.get_by_role("button", name="Annuleren").click()
    expect(dialog).to_have_count(0)
    expect(at_rest(page)).to_be_visible()
    expect(typed).to_be_visible()
    ask.click()
    dialog.get_by_role("button", name="Ja, zet terug").click()
    expect(page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    expect(page.get_by_role("cell", name="Bert")).to_have_count(0)
    expect(typed).to_have_count(0)
    expect(watcher.locator("tr.row")).to_have_count(15)


def test_browser_name_becomes_a_role_on_every_screen_and_stays_so(round_server: str, page: Page, new_context) -> None:
    watcher = new_context().new_page()
    sit_down(watcher, round_server, "Bert Maes")
    watcher.goto(f"{round_server}/actie?actie=3")
    watcher.get_by_label("Commentaar").fill("Bert Maes belt.")
    watcher.get_by_role("radio", name="Lopende").click()
    watcher.get_by_role("button", name="Opslaan").click()
    expect(watcher.locator(".report")).to_contain_text("Bert Maes belt.")
    watcher.goto(f"{round_server}/historiek?beeld=Alle+wijzigingen")
    expect(watcher.get_by_role("cell", name="Bert Maes", exact=True).first).to_be_visible()

    sit_down(page, round_server, "Els")
    page.goto(f"{round_server}/beheer?deel=Persoonsgegevens")
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("combobox", name="Naam, en andere schrijfwijzen").click()
    page.keyboard.type("bert maes")
    page.get_by_role("option", name="Bert Maes", exact=True).click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("cell", name="Standen van zaken")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download alles als Excel").click()
    (sheet,) = openpyxl.load_workbook(BytesIO(download.value.path().read_bytes()))
    assert {"Standen van zaken", "Geschiedenis"} == {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)}
    page.get_by_role("textbox", name="Rol in de plaats van de naam").click()
    page.keyboard.type("Directeur beleid")
    page.keyboard.press("Tab")
    expect(page.locator("table.changes ins").first).to_have_text("Directeur beleid")
    ask, dialog = page.get_by_role("button", name="Vervang de naam"), page.get_by_role("dialog")
    ask.click()
    sure = dialog.get_by_role("button", name="Ja, vervang overal")
    sure.click()
    expect(dialog.get_by_text("Vink eerst aan")).to_be_visible()
    dialog.get_by_text("Dit kan niet ongedaan worden gemaakt.").click()
    sure.click()
    expect(page.get_by_text("De naam is overal vervangen.")).to_be_visible()
    expect(dialog).to_have_count(0)
    expect(ask).to_have_count(0)

    watcher.reload()
    expect(watcher.get_by_role("cell", name="Naam overal vervangen door een rol")).to_be_visible()
    expect(watcher.get_by_role("cell", name="Directeur beleid belt.", exact=True)).to_be_visible()
    expect(watcher.get_by_text("Bert Maes")).to_have_count(0)
