"""The Excel overview, opened again the way a person's program opens it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from builders import (
    CONTINUOUS,
    DECEMBER_2026,
    DOCUMENT_MOMENT,
    RESPONSE,
    TODAY,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    starting,
)
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mrdb.domain.response import Action
from mrdb.domain.status import Status, Urgency
from mrdb.exchange.cell_text import LONGEST, cell_text
from mrdb.exchange.excel import overview_workbook
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK

HEADINGS = ["Nr", "Aanbeveling", "Actie", "Kalender", "Termijn", "Verantwoordelijke(n)", "Stvz", "Commentaar"]


def opened(actions: Sequence[Action], today: date = TODAY) -> Worksheet:
    book = load_workbook(BytesIO(overview_workbook(actions, today)))
    assert book.sheetnames == ["Overzicht"]
    sheet = book["Overzicht"]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(sheet: Worksheet, heading: str) -> list[object]:
    position = HEADINGS.index(heading) + 1
    return [sheet.cell(row, position).value for row in range(2, sheet.max_row + 1)]


def test_excel_has_one_row_an_action_under_the_agreed_headings() -> None:
    actions = document_actions()
    sheet = opened(actions)
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert column(sheet, "Nr") == [action.number for action in actions]
    assert sheet["B12"].value == "7. Bevorder gezamenlijke analyses en dossiervorming tussen diensten"


def test_excel_due_is_a_real_date_in_dutch_format() -> None:
    sheet = opened(document_actions())
    by_number = dict(zip(column(sheet, "Nr"), column(sheet, "Termijn"), strict=True))
    assert {by_number[number] for number in ("7.1", "7.2", "8.1", "8.2")} == {datetime(2026, 12, 31)}  # noqa: DTZ001
    assert (sheet["E12"].is_date, sheet["E12"].number_format) == (True, "dd/mm/yyyy")


def test_excel_due_without_a_deadline_says_what_is_known_and_guesses_nothing() -> None:
    sheet = opened(
        [
            an_action("1.1", a_milestone(CONTINUOUS)),
            an_action("1.2", a_milestone(None, "opnemen in vormingsbeleid")),
            an_action("1.3", a_milestone(starting(date(2027, 1, 1)))),
            an_action("1.4", a_milestone(DECEMBER_2026, reached_on=TODAY)),
        ]
    )
    assert column(sheet, "Termijn") == ["Doorlopend", None, "vanaf 1 jan 2027", None]


def test_excel_status_is_empty_without_a_report_and_else_its_label_in_its_colour() -> None:
    sheet = opened(document_actions())
    stated = {number for number, status in zip(column(sheet, "Nr"), column(sheet, "Stvz"), strict=True) if status}
    assert stated == {"3.2", "4.1", "4.2", "5.2", "5.3"}
    assert set(column(sheet, "Stvz")) == {None, "Lopende"}
    assert sheet["G5"].fill.fgColor.rgb[2:] == STATUS_LOOK[Status.ONGOING].background[1:]
    assert sheet["G2"].fill.fill_type is None


def test_excel_shows_the_last_status_and_comment() -> None:
    reports = [a_report(Status.ONGOING, "gestart"), a_report(Status.COMPLETED, "klaar", DOCUMENT_MOMENT)]
    sheet = opened([an_action("1.1", reports=reports)])
    assert (sheet["G2"].value, sheet["H2"].value) == ("Afgerond", "klaar")


def test_excel_marks_a_late_date_by_colour_and_icon_and_keeps_it_a_date() -> None:
    late = opened(document_actions())["E2"]
    assert late.value == datetime(2025, 12, 31)  # noqa: DTZ001
    assert late.is_date
    assert late.fill.fgColor.rgb[2:] == URGENCY_LOOK[Urgency.OVERDUE].background[1:]
    assert late.number_format == 'dd/mm/yyyy" ▲"'


@pytest.mark.parametrize("text", ["=1+1", "+32 475", "- eerst overleggen", "@klimaat", "\t=1", "#N/A", "#REF!", "007"])
def test_excel_keeps_text_as_text(text: str) -> None:
    cell = opened([an_action("1.1", text=text)])["C2"]
    assert (cell.value, cell.data_type) == (text, "s")
    if text[0] in "=+-@\t":
        assert cell.quotePrefix


def test_excel_shows_where_a_character_stood_that_it_cannot_hold() -> None:
    cell = opened([an_action("1.1", text="a\x00b\ud800c\uffffd\x0be\r\nf")])["C2"]
    assert cell.value == "a\ufffdb\ufffdc\ufffdd\ne\nf"


def test_excel_says_so_when_a_text_does_not_fit_in_a_cell() -> None:
    text = "woord " * 10_000
    cell = opened([an_action("1.1", text=text)])["C2"]
    assert isinstance(cell.value, str)
    assert len(cell.value) <= LONGEST
    assert cell.value.endswith("… [ingekort: de volledige tekst telt 60.000 tekens en staat in het programma]")


def test_excel_counts_characters_as_excel_does() -> None:
    fits, does_not = "\U0001f30d" * (LONGEST // 2), "\U0001f30d" * (LONGEST // 2 + 1)
    assert cell_text(fits) == fits
    shortened = cell_text(does_not)
    assert shortened is not None
    assert len(shortened.encode("utf-16-le")) // 2 <= LONGEST
    assert "ingekort" in shortened


def test_excel_is_set_up_for_the_screen() -> None:
    sheet = opened(document_actions())
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:H16"
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for row in sheet["A2:H16"] for cell in row)


def test_excel_rows_are_as_high_as_their_wrapped_text_and_may_still_grow() -> None:
    comment = "Opvolging via het actieplan van de stuurgroep. " * 8
    sheet = opened([an_action("1.1"), an_action("1.2", reports=[a_report(Status.ONGOING, comment)])])
    low, high = sheet.row_dimensions[2].height, sheet.row_dimensions[3].height
    assert low is not None
    assert high is not None
    assert low < 50 < 12 * 15 < high
    archive = ZipFile(BytesIO(overview_workbook([an_action("1.1")], TODAY)))
    assert b'<row r="2" ht=' in archive.read("xl/worksheets/sheet1.xml")
    assert archive.read("xl/worksheets/sheet1.xml").count(b"customHeight") == 1  # the headings alone


def test_excel_prints_on_landscape_a4_one_page_wide_with_its_heading_on_every_page() -> None:
    sheet = opened(document_actions())
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize or 0), setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    assert "Management response m.b.t. evaluatierapport" in sheet.oddHeader.left.text
    assert sheet.oddHeader.right.text == "Stand op maandag 23 november 2026"
    assert sheet.oddFooter.right.text == "Blad &P van &N"


def test_excel_properties_name_the_document_and_no_machine() -> None:
    properties = load_workbook(BytesIO(overview_workbook(document_actions(), TODAY))).properties
    assert (properties.title, properties.creator) == ("Opvolging managementrespons",) * 2
    assert properties.lastModifiedBy is None
    assert properties.created == datetime(2026, 11, 23)  # noqa: DTZ001


def test_excel_of_no_actions_is_a_sheet_with_headings() -> None:
    sheet = opened([])
    assert sheet.max_row == 1
    assert sheet.auto_filter.ref == "A1:H1"


def test_excel_tells_the_document_of_every_row_where_there_are_several() -> None:
    other = replace(RESPONSE, id=2, subject="Eindevaluatie Zuid", date=date(2026, 3, 16))
    sheet = opened([an_action("1.1"), an_action("1.1", response=other)])
    assert [cell.value for cell in sheet[1]] == ["Nr", "Managementrespons", *HEADINGS[1:]]
    assert [sheet["B2"].value, sheet["B3"].value] == ["Klimaat en migratie", "Eindevaluatie Zuid"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:I3")
    assert sheet.oddHeader.left.text == "&BOpvolging managementrespons&B"
