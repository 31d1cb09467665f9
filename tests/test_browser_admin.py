"""A backup put back in a real browser: a question first, and every screen shows it."""

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
