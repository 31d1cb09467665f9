"""A management response in Excel: merged cells, what its cells show, what is hidden or struck through there."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.comments import Comment
from word_documents import cells, found
from xlsxwriter.worksheet import Worksheet

from mrdb.domain.basis import Basis
from mrdb.domain.draft import DoubtKind, ReadDocument
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.exchange.excel import overview_workbook
from mrdb.reading.document import read_document
from mrdb.reading.excel.shown import shown
from mrdb.text.faults import sentence

HEAD = (
    ("Onderwerp:", "Evaluatie Zuid"), ("Doc. nr:", 7), ("Datum:", date(2025, 10, 13)), ("Van:", "An"),
    ("Aan:", "Raad"), (), ("Situering",), ("Wij keken om.",), (),
)  # fmt: skip
ONE = (("AANBEVELING 1: Doe meer",), ("Doe veel meer.",), ("MANAGEMENT RESPONSE",), ("Akkoord.",), ())
TITLES = ("Nr", "Actie", "Kalender", "Verantwoordelijke", "Status", "Commentaar")
ROWS = (
    TITLES,
    (1.1, "Doe dit", date(2026, 12, 31), "Els", "Lopende", "Bezig.\nNog even."),
    (1.2, "Doe dat", "najaar 2026", "Jan", "Afgerond", "Klaar."),
)  # fmt: skip
FIRST = len(HEAD) + len(ONE)
"""The row of titles, from 0."""
Change = Callable[[xlsxwriter.Workbook, Worksheet], object]


def a_workbook(change: Change = lambda *_: None, rows: tuple[tuple[object, ...], ...] = (*HEAD, *ONE, *ROWS)) -> bytes:
    data = BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                sheet.write(y, x, value, *([day] if isinstance(value, date) else []))
        change(book, sheet)
    return data.getvalue()


def read(change: Change = lambda *_: None) -> ReadDocument:
    return read_document(a_workbook(change), name="respons.xlsx")


def rows_read(result: ReadDocument) -> list[tuple[str, ...]]:
    return cells(result.draft.recommendations[0].actions)


PLAIN = [
    ("1.1", "Doe dit", "31 dec 2026", "Els", "ongoing", "Bezig.\nNog even."),
    ("1.2", "Doe dat", "najaar 2026", "Jan", "completed", "Klaar."),
]


def test_excel_reader_reads_a_document_laid_out_in_a_sheet() -> None:
    result = read()
    draft = result.draft
    assert (draft.subject, draft.document_number, draft.date) == ("Evaluatie Zuid", "7", date(2025, 10, 13))
    assert (draft.sender, draft.recipient, draft.context) == ("An", "Raad", "Wij keken om.")
    (one,) = draft.recommendations
    assert (one.title, one.text, one.answer) == ("Doe meer", "Doe veel meer.", "Akkoord.")
    assert rows_read(result) == PLAIN
    assert found(result) == []
    assert result.source.lines[12:14] == (
        "1.1 | Doe dit | 31 dec 2026 | Els | Lopende | Bezig. Nog even.",
        "1.2 | Doe dat | najaar 2026 | Jan | Afgerond | Klaar.",
    )


def test_excel_reader_lets_a_merged_cell_count_for_all_its_rows() -> None:
    merged = read(lambda _, sheet: sheet.merge_range(FIRST + 1, 3, FIRST + 2, 3, "Griet"))
    assert [row[3] for row in rows_read(merged)] == ["Griet", "Griet"]
    assert found(merged) == [(14, DoubtKind.HIDDEN, "Jan")]  # left there by another program: Excel does not show it
    wide = read(lambda _, sheet: sheet.merge_range(FIRST - 3, 0, FIRST - 3, 5, "MANAGEMENT RESPONSE"))
    assert rows_read(wide) == PLAIN


def struck(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    look = book.add_format({"font_strikeout": True})
    for x, value in enumerate(ROWS[2]):
        sheet.write(FIRST + 2, x, value, look)
    sheet.write_rich_string(FIRST + 1, 2, look, "maart 2026", "  juni 2026")


def test_excel_reader_leaves_out_what_is_struck_through() -> None:
    result = read(struck)
    assert rows_read(result) == [("1.1", "Doe dit", "juni 2026", *PLAIN[0][3:])]
    assert found(result) == [
        (13, DoubtKind.STRUCK_OUT, "maart 2026"),
        (14, DoubtKind.STRUCK_OUT, "1.2 | Doe dat | najaar 2026 | Jan | Afgerond | Klaar."),
    ]


def hidden(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.set_row(FIRST + 2, None, None, {"hidden": True})
    sheet.write(FIRST, 7, "Budget")
    sheet.write(FIRST + 1, 7, 5000)
    sheet.set_column(7, 7, None, None, {"hidden": True})
    other = book.add_worksheet("Lijsten")
    other.write_column(0, 0, ["Lopende", "Afgerond"])
    other.hide()


def test_excel_reader_leaves_out_what_is_hidden() -> None:
    result = read(hidden)
    assert rows_read(result) == PLAIN[:1]
    assert [(kind, words) for _, kind, words in found(result)] == [
        (DoubtKind.HIDDEN, "Sheet1: Budget | 5000"),
        (DoubtKind.HIDDEN, "1.2 | Doe dat | najaar 2026 | Jan | Afgerond | Klaar."),
        (DoubtKind.HIDDEN, "Lijsten: Lopende | Afgerond"),
    ]


def test_excel_reader_takes_what_a_formula_came_to_and_doubts_one_that_nobody_worked_out() -> None:
    def formulas(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_formula(FIRST + 1, 3, "=Namen!A1", None, "Els")
        sheet.write_formula(FIRST + 2, 3, "=Namen!A2", None, "")

    data = a_workbook(formulas)
    assert [row[3] for row in rows_read(read_document(data, name="respons.xlsx"))] == ["Els", ""]
    book = load_workbook(BytesIO(data))  # which forgets what they came to
    book.active["A1"].comment = Comment("Klopt dit?", "An")
    again = BytesIO()
    book.save(again)
    result = read_document(again.getvalue(), name="respons.xlsx")
    assert (1, DoubtKind.NOT_PLACED, "Klopt dit?") in found(result)
    assert (13, DoubtKind.NOT_PLACED, "=Namen!A1") in found(result)


def test_excel_reader_names_the_sheets_of_a_document_that_has_several() -> None:
    def second(book: xlsxwriter.Workbook, _: Worksheet) -> None:
        sheet = book.add_worksheet("Aanbeveling 2 - Doe minder")
        for y, row in enumerate((*ONE[1:], TITLES, (2.1, "Laat dit", 2027, "Els", "", ""))):
            sheet.write_row(y, 0, row)

    parts = read(second).draft.recommendations
    assert [(str(one.number), one.title, len(one.actions)) for one in parts] == [
        ("1", "Doe meer", 2),
        ("2", "Doe minder", 1),
    ]
    assert parts[1].actions[0].calendar == "2027"


def test_excel_reader_finds_what_stands_above_the_pages_and_in_boxes() -> None:
    def above(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.set_header('&L&"Arial,Bold"Onderwerp: Noord && Zuid&CDatum: 13/10/2025&RPagina &P van &N')
        sheet.insert_textbox(2, 8, "Let op: ontwerp")

    data = a_workbook(above, (*HEAD[3:], *ONE, *ROWS))
    result = read_document(data, name="respons.xlsx")
    assert (result.draft.subject, result.draft.date) == ("Noord & Zuid", date(2025, 10, 13))
    assert result.draft.context == "Wij keken om."
    assert "Let op: ontwerp" in {words for _, kind, words in found(result) if kind == DoubtKind.NOT_PLACED}


def test_excel_reader_sends_an_overview_of_ours_to_where_it_comes_back() -> None:
    with pytest.raises(UnreadableUpload) as caught:
        read_document(
            overview_workbook([], date(2026, 11, 28), basis=Basis("f" * 8, 1, "0" * 8)), name="overzicht.xlsx"
        )
    assert caught.value.fault == FileFault.OVERVIEW
    assert sentence(caught.value) == (
        "overzicht.xlsx: Dit is een overzicht uit dit programma. Neem het terug via Uitwisselen."
    )


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (date(2026, 12, 31), "dd/mm/yyyy", "31 dec 2026"),
        (date(2026, 12, 1), "mmm yyyy", "dec 2026"),
        (date(2026, 12, 1), "[$-813]mmmm\\ yyyy;@", "dec 2026"),
        (date(2026, 1, 1), "yyyy", "2026"),
        (0.8, "0%", "80%"),
        (0.125, "0.0%", "12.5%"),
        (1.1, "General", "1.1"),
        (1.1, "0.00", "1.10"),
        (2027.0, "General", "2027"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "WAAR"),
        (" Dag ", "@", "Dag"),
        (None, "General", ""),
    ],
)
def test_excel_reader_says_what_a_cell_shows(value: object, code: str, said: str) -> None:
    assert shown(value, code) == said
