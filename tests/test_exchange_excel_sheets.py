"""The Excel overview as a document and a form: what may be filled in, colours, links, filters and print."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from builders import (
    CONTINUOUS,
    DECEMBER_2026,
    RESPONSE,
    TODAY,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    due_on,
    starting,
)
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_exchange_excel import JOURNAL, headings, opened, opened_book

from mrdb.__main__ import main
from mrdb.domain.status import Status, Urgency
from mrdb.exchange.excel import overview_workbook
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK
from mrdb.text.excel import header_subject

FILL_IN = {
    "Overzicht": {"Verantwoordelijke(n)", "Stvz", "Commentaar"},
    "Mijlpalen": {"Nieuwe termijn", "Reden", "Bereikt op"},
}
ADDRESS = "https://opvolging.example.be"


def a_book(address: str = "") -> Workbook:
    return opened_book(document_actions(), address=address)


def rows(sheet: Worksheet) -> int:
    """How many rows the table holds."""
    return sum(value is not None for (value,) in sheet.iter_rows(min_row=2, max_col=1, values_only=True))


def unlocked(sheet: Worksheet, first: int, last: int) -> dict[int, set[object]]:
    """By row, the headings of the cells that may be filled in."""
    names = headings(sheet)
    return {
        row[0].row: {name for name, cell in zip(names, row, strict=True) if not cell.protection.locked}
        for row in sheet.iter_rows(min_row=first, max_row=last)
    }


def test_excel_unlocks_what_may_be_filled_in_and_nothing_else() -> None:
    book = a_book()
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert not sheet.protection.sort  # false allows it
        assert not sheet.protection.autoFilter
        allowed = set().union(*unlocked(sheet, 1, rows(sheet) + 1).values())
        assert allowed == FILL_IN.get(sheet.title, set())
    assert set(map(frozenset, unlocked(book["Overzicht"], 2, 16).values())) == {frozenset(FILL_IN["Overzicht"])}


def test_excel_unlocked_cells_look_different() -> None:
    sheet = a_book()["Overzicht"]
    looks = {(cell.protection.locked, cell.fill.fgColor.rgb) for row in sheet["A2:H16"] for cell in row}
    assert len(looks) == 2
    assert {locked for locked, _ in looks} == {True, False}


def room(sheet: Worksheet, rows: str) -> set[object]:
    """The headings under which something new may be typed in these rows, such as ``17:36``."""
    first, last = rows.split(":")
    yellow = {
        str(cells.sqref) for cells in sheet.conditional_formatting for rule in cells.rules if rule.formula == ["TRUE"]
    }
    invited = {str(rule.sqref): rule.prompt for rule in sheet.data_validations.dataValidation if rule.prompt}
    open_columns = {name for name, column in sheet.column_dimensions.items() if not column.protection.locked}
    assert {f"{letter}{first}:{letter}{last}" for letter in open_columns} == yellow == invited.keys()
    return {sheet[f"{letter}1"].value for letter in open_columns}


def test_excel_leaves_room_for_what_is_new_below_the_table_and_off_the_paper() -> None:
    book = a_book()
    typed = {"Nr", "Aanbeveling", "Actie", "Kalender", "Verantwoordelijke(n)", "Stvz", "Commentaar"}
    assert room(book["Overzicht"], "17:36") == typed
    first = rows(book["Mijlpalen"]) + 2
    assert room(book["Mijlpalen"], f"{first}:{first + 19}") == {"Nr", "Mijlpaal", "Nieuwe termijn", "Bereikt op"}
    past = load_workbook(BytesIO(overview_workbook(document_actions(), TODAY, basis=None)))
    assert all(column.protection.locked for sheet in past for column in sheet.column_dimensions.values())


def test_excel_holds_the_rows_of_the_table_and_no_others() -> None:
    book = a_book()
    assert book["Overzicht"].max_row == 16
    assert book["Mijlpalen"].max_row == rows(book["Mijlpalen"]) + 1


def test_excel_milestone_that_cannot_move_has_no_cell_for_it() -> None:
    reached = a_milestone(DECEMBER_2026, reached_on=TODAY)
    starts, goes_on = a_milestone(starting(date(2027, 1, 1))), a_milestone(CONTINUOUS)
    moves, undated = a_milestone(DECEMBER_2026), a_milestone(None, "opnemen in vormingsbeleid")
    sheet = opened([an_action("1.1", reached, starts, goes_on, moves, undated)], "Mijlpalen")
    assert unlocked(sheet, 2, 6) == {
        2: {"Bereikt op"},
        3: {"Bereikt op"},
        4: {"Bereikt op"},
        5: FILL_IN["Mijlpalen"],
        6: FILL_IN["Mijlpalen"],
    }


def test_excel_drop_down_holds_every_status_and_names_them_to_whoever_types_another() -> None:
    sheet = a_book()["Overzicht"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [str(found.sqref) for found in rules] == ["G17:G36", "G2:G16"]
    for found in rules:
        assert found.formula1 == '"Niet gestart,Lopende,Afgerond,Vervallen"'
        assert found.error == "Kies Niet gestart, Lopende, Afgerond of Vervallen."
        assert found.showErrorMessage
        assert not found.showDropDown  # true would hide the arrow


def test_excel_dates_to_fill_in_take_dates_only() -> None:
    sheet = a_book()["Mijlpalen"]
    names = headings(sheet)
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "date"]
    found = {names["ABCDEFGH".index(str(rule.sqref)[0])]: int(rule.formula1) for rule in rules}
    assert found == {"Nieuwe termijn": (TODAY - date(1899, 12, 30)).days, "Bereikt op": 1}  # 1 January 1900


def test_excel_tables_cover_exactly_the_rows_and_can_be_filtered() -> None:
    book = a_book()
    covered = {sheet.title: [table.ref for table in sheet.tables.values()] for sheet in book}
    milestones = sum(len(action.milestones) for action in document_actions())
    assert covered == {
        "Samenvatting": [],
        "Overzicht": ["A1:J16"],
        "Aanbevelingen": ["A1:F9"],
        "Mijlpalen": [f"A1:H{milestones + 1}"],
        "Afspraken": [],
        "Historiek": ["A1:H6"],
        "Leeswijzer": [],
    }
    for sheet in book:
        for table in sheet.tables.values():
            assert table.autoFilter.ref == table.ref
            assert [part.name for part in table.tableColumns] == headings(sheet)


def test_excel_colours_follow_what_stands_in_the_cell() -> None:
    sheet = a_book()["Overzicht"]
    rules = {str(cells.sqref): cells.rules for cells in sheet.conditional_formatting}
    shown = {rule.formula[0]: rule.dxf.fill.bgColor.rgb[2:] for rule in rules["G2:G16"]}
    assert shown == {
        '"Niet gestart"': STATUS_LOOK[Status.NOT_STARTED].background[1:],
        '"Lopende"': STATUS_LOOK[Status.ONGOING].background[1:],
        '"Afgerond"': STATUS_LOOK[Status.COMPLETED].background[1:],
        '"Vervallen"': STATUS_LOOK[Status.DROPPED].background[1:],
    }
    (late,) = rules["E2:E16"]
    assert late.formula == ['AND(ISNUMBER($E2),$E2<DATE(2026,11,23),$G2<>"Afgerond",$G2<>"Vervallen")']
    assert late.dxf.fill.bgColor.rgb[2:] == URGENCY_LOOK[Urgency.OVERDUE].background[1:]
    assert late.dxf.numFmt.formatCode == 'dd/mm/yyyy" ▲"'


def test_excel_marks_a_late_milestone_of_an_action_that_is_still_open() -> None:
    past = due_on(date(2026, 11, 22))
    done = [a_report(Status.COMPLETED, "klaar")]
    steps = a_milestone(past), a_milestone(past, reached_on=TODAY), a_milestone(due_on(TODAY))
    sheet = opened([an_action("1.1", *steps), an_action("1.2", a_milestone(past), reports=done)], "Mijlpalen")
    marked = [sheet.cell(row, 4).number_format == 'dd/mm/yyyy" ▲"' for row in range(2, 6)]
    assert marked == [True, False, False, False]
    assert all(isinstance(sheet.cell(row, 4).value, datetime) for row in range(2, 6))


def links(sheet: Worksheet) -> dict[str, str]:
    found = {cell.coordinate: cell.hyperlink for row in sheet for cell in row if cell.hyperlink}
    return {place: link.target or link.location for place, link in found.items()}


def test_excel_links_lead_from_sheet_to_sheet_and_to_the_action() -> None:
    actions = document_actions()
    book = opened_book(actions, address=f"{ADDRESS}/")
    overview = links(book["Overzicht"])
    assert (overview["A12"], overview["I12"]) == ("'Aanbevelingen'!A8", f"'Mijlpalen'!A{row_of('7.1', book)}")
    assert overview["J12"] == f"{ADDRESS}/actie?actie={actions[10].id}"
    assert book["Overzicht"]["J12"].value == "Openen"
    assert links(book["Aanbevelingen"])["A8"] == "'Overzicht'!A12"
    assert links(book["Mijlpalen"])[f"A{row_of('7.1', book)}"] == "'Overzicht'!A12"
    assert links(book["Historiek"])["A2"] == "'Overzicht'!A5"
    assert set(links(book["Leeswijzer"]).values()) >= {ADDRESS + "/", "'Mijlpalen'!A1", "'Historiek'!A1"}


def row_of(number: str, book: Workbook) -> int:
    return next(cell.row for cell in book["Mijlpalen"]["A"] if cell.value == number)


def test_excel_without_an_address_has_no_link_to_the_program() -> None:
    archive = ZipFile(BytesIO(overview_workbook(document_actions(), TODAY, basis=JOURNAL)))
    assert not [name for name in archive.namelist() if b"http://localhost" in archive.read(name)]
    assert not [link for sheet in a_book() for link in links(sheet).values() if not link.startswith("'")]


def test_excel_is_set_up_for_the_screen() -> None:
    sheet = a_book()["Overzicht"]
    assert sheet.freeze_panes == "B2"
    assert not sheet.sheet_view.showGridLines
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for row in sheet["A2:H16"] for cell in row)


def test_excel_rows_are_as_high_as_their_wrapped_text_and_may_still_grow() -> None:
    comment = "Opvolging via het actieplan van de stuurgroep. " * 8
    sheet = opened([an_action("1.1"), an_action("1.2", reports=[a_report(Status.ONGOING, comment)])])
    low, high = sheet.row_dimensions[2].height, sheet.row_dimensions[3].height
    assert low is not None
    assert high is not None
    assert low < 50 < 10 * 15 < high
    archive = ZipFile(BytesIO(overview_workbook([an_action("1.1")], TODAY, basis=JOURNAL)))
    written = archive.read("xl/worksheets/sheet2.xml")
    assert b'<row r="2" spans="1:10" ht=' in written
    assert b"customHeight" not in written


@pytest.mark.parametrize("name", ["Overzicht", "Aanbevelingen", "Mijlpalen", "Historiek"])
def test_excel_prints_on_landscape_a4_one_page_wide_with_its_heading_on_every_page(name: str) -> None:
    sheet = a_book(ADDRESS)[name]
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize or 0), setup.fitToHeight) == ("landscape", 9, 0)
    assert setup.fitToWidth in {None, 1}  # one is what Excel takes where nothing is said
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert "Management response m.b.t. evaluatierapport" in sheet.oddHeader.left.text
    assert sheet.oddHeader.right.text == "Stand op maandag 23 november 2026"
    assert sheet.oddFooter.right.text == "Blad &P van &N"


def test_excel_prints_neither_empty_rows_nor_links() -> None:
    assert a_book(ADDRESS)["Overzicht"].print_area == "'Overzicht'!$A$1:$H$16"


def test_excel_page_header_never_grows_longer_than_excel_allows() -> None:
    assert header_subject("Klimaat & migratie") == "Klimaat && migratie"
    for subject in ("R&D " * 100, "& " * 300, "&" * 300, "woord" * 100):
        assert len(header_subject(subject)) <= 130


def test_excel_properties_name_the_document_and_no_machine() -> None:
    properties = a_book().properties
    assert (properties.title, properties.creator) == ("Opvolging managementrespons",) * 2
    assert properties.lastModifiedBy == "Opvolging managementrespons"
    assert properties.subject == RESPONSE.subject
    assert properties.created == datetime(2026, 11, 23)  # noqa: DTZ001


def test_excel_guide_tells_from_what_it_was_made_and_what_may_be_filled_in() -> None:
    sheet = a_book(ADDRESS)["Leeswijzer"]
    told = {str(name): str(text) for name, text in sheet.iter_rows(max_col=2, values_only=True) if text}
    assert sheet["A2"].value == "Stand op maandag 23 november 2026"
    assert told["Managementrespons"].endswith("België-programma, 13 okt 2025")
    assert told["Inhoud"] == "15 acties bij 8 aanbevelingen, 21 mijlpalen en 5 standen van zaken"
    assert told["Bijgewerkt tot"] == "23 nov 2026, 10:00"
    assert told["Op Overzicht"] == "Verantwoordelijke(n), Stvz en Commentaar"
    assert told["Op Mijlpalen"] == "Nieuwe termijn, Reden en Bereikt op"
    assert told.keys() >= {"Niet gestart", "Lopende", "Afgerond", "Vervallen", "Te laat ▲", "Geel"}


def test_excel_links_lead_to_the_address_that_the_installation_has(
    installation: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MRDB_PUBLIC_URL", ADDRESS)
    assert main(["export", str(tmp_path / "uit.xlsx")]) == 0
    targets = links(load_workbook(tmp_path / "uit.xlsx")["Overzicht"]).values()
    assert f"{ADDRESS}/actie?actie=1" in targets
