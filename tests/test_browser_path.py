"""The whole path of a steering group in a real browser, on a server that has just started."""

from pathlib import Path

import openpyxl
from playwright.sync_api import BrowserContext, Locator, Page, expect
from serving import at_rest, told_at

ADDRESSES = (
    "",
    "tijdlijn",
    "vergadering",
    "aanbevelingen",
    "actie?actie=11",
    "historiek",
    "hulp",
    "opvolgingsmomenten",
    "afspraken",
    "beslissingenlijst",
    "jaarcijfers",
    "uitwisselen",
    "nieuwe-managementrespons",
    "beheer",
)
STEMS = (
    "overview",
    "timeline",
    "action",
    "recommendations",
    "history",
    "moments",
    "meeting",
    "agreements",
    "my_actions",
    "decisions",
    "year",
    "exchange",
    "new_response",
    "admin",
)


def row(page: Page, number: str):
    return page.locator("tr.row", has=page.get_by_role("link", name=number, exact=True))


def comment(page: Page) -> Locator:
    """The field for the comment; while one form gives way to the next two of them stand there, the new one first."""
    return page.get_by_label("Commentaar").first


def open_action(page: Page, number: str) -> None:
    row(page, number).locator("td.action").click()
    expect(page.locator("h1.action")).to_contain_text(number)


def open_moment(page: Page, name: str) -> None:
    page.get_by_label("Wie vult dit in?").fill(name)
    page.get_by_role("button", name="Open een opvolgingsmoment van vandaag").click()
    expect(page.get_by_role("heading", name="Stand van zaken op 23 nov 2026")).to_be_visible()


def test_browser_whole_path_from_filter_to_downloaded_file(
    server: str, page: Page, errors: list[str], tmp_path: Path
) -> None:
    page.goto(server)
    expect(page.locator("tr.row")).to_have_count(15)
    page.get_by_role("radio", name="Binnenkort").click()
    expect(page.locator("tr.row")).to_have_count(5)
    assert "termijn=Binnenkort" in page.url
    page.reload()
    expect(page.locator("tr.row")).to_have_count(5)

    open_action(page, "7.1")
    open_moment(page, "An Peeters")
    page.get_by_role("radio", name="Lopende").click()
    comment(page).fill("Het ontwerp ligt voor bij de stuurgroep.")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".report")).to_contain_text("Het ontwerp ligt voor bij de stuurgroep.")

    page.get_by_role("link", name="Terug naar overzicht").click()
    expect(row(page, "7.1").locator("td.status")).to_contain_text("Lopende")
    expect(row(page, "7.1").locator("td.comment")).to_have_text("Het ontwerp ligt voor bij de stuurgroep.")
    expect(page.locator("tr.row")).to_have_count(5)

    with page.expect_download() as download:
        page.get_by_role("button", name="Download als Excel").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    rows = list(openpyxl.load_workbook(file)["Overzicht"].values)
    assert [line[0] for line in rows[1:] if line[0]] == ["5.3", "7.1", "7.2", "8.1", "8.2"]
    assert rows[2][6:8] == ("Lopende", "Het ontwerp ligt voor bij de stuurgroep.")
    assert errors == []


def test_browser_two_editors_of_one_action_lose_nothing(server: str, page: Page, new_context) -> None:
    page.goto(server)
    open_action(page, "8.2")
    address = page.url
    open_moment(page, "An")
    other: BrowserContext = new_context()
    second = other.new_page()
    second.goto(address)
    second.get_by_label("Wie vult dit in?").fill("Bert")
    second.get_by_role("radio", name="Niet gestart").click()
    comment(second).fill("Tekst van Bert")
    page.get_by_role("radio", name="Lopende").click()
    comment(page).fill("Tekst van An")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".report")).to_contain_text("Tekst van An")

    second.get_by_role("button", name="Opslaan").click()
    expect(second.get_by_text("An sloeg deze actie op terwijl jij aan het typen was.")).to_be_visible()
    expect(second.locator(".version").nth(0)).to_contain_text("Tekst van Bert")
    expect(second.locator(".version").nth(1)).to_contain_text("Tekst van An")
    second.get_by_role("button", name="Samenvoegen").click()
    expect(comment(second)).to_have_value("Tekst van An\n\nTekst van Bert")
    second.get_by_role("button", name="Opslaan").click()
    expect(second.locator(".report")).to_contain_text("Tekst van Bert")


def test_browser_name_and_typed_text_wait_whatever_happens_to_the_moment(server: str, page: Page) -> None:
    page.goto(server)
    open_action(page, "7.2")
    open_moment(page, "Zoë D’Hondt")
    page.reload()
    expect(page.get_by_text("Je slaat op als Zoë D’Hondt")).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    comment(page).fill("Te laat getypt")
    page.get_by_role("link", name="Terug naar overzicht").click(delay=50)
    expect(page.locator("tr.row")).to_have_count(15)
    open_action(page, "7.2")
    expect(comment(page)).to_have_value("Te laat getypt")

    page.get_by_role("link", name="Vergadering").click(delay=50)
    page.get_by_role("link", name="Opvolgingsmomenten").click()
    page.get_by_role("button", name="Sluit dit opvolgingsmoment").click()
    page.get_by_role("button", name="Ja, sluiten").click()
    expect(page.get_by_role("heading", name="Beslissingenlijst")).to_be_visible()
    page.get_by_role("link", name="Overzicht").click()
    open_action(page, "7.2")
    expect(page.get_by_role("button", name="Bewaar als voorbereiding")).to_be_visible()
    expect(comment(page)).to_have_value("Te laat getypt")
    page.get_by_role("button", name="Open een opvolgingsmoment van vandaag").click()
    expect(page.get_by_role("heading", name="Stand van zaken op 23 nov 2026")).to_be_visible()
    expect(comment(page)).to_have_value("Te laat getypt")


def test_browser_stems_of_page_files_are_harmless(fresh_server: str, page: Page) -> None:
    first, *others = STEMS
    page.goto(f"{fresh_server}/{first}")
    expect(page.get_by_text("Dit adres kennen we niet. Hieronder staat het overzicht.")).to_be_visible()
    expect(page.locator("tr.row")).to_have_count(15)
    same = told_at(fresh_server, first)
    assert same["page_not_found"]  # what the browser turned into those words
    for stem in others:
        assert told_at(fresh_server, stem) == same


def test_browser_first_visitor_may_follow_a_link_to_an_action(fresh_server: str, page: Page) -> None:
    page.goto(f"{fresh_server}/actie?actie=11")
    expect(page.locator("h1.action")).to_contain_text("7.1")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_browser_overview_has_its_own_name_too(server: str, page: Page) -> None:
    page.goto(f"{server}/overzicht?status=Lopende")
    expect(page.locator("tr.row")).to_have_count(5)
