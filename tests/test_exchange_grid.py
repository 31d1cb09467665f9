"""The cells of somebody's workbook: what stands in them, however the program that wrote it put it there."""

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from overviews import strict

from mrdb.domain.returned import Why
from mrdb.exchange.grid import GridRow, read_workbook

DAY = datetime.combine(date(2026, 12, 31), time())
"""As a workbook holds a day."""


def read_back(book: Workbook) -> list[GridRow]:
    buffer = BytesIO()
    book.save(buffer)
    (grid,) = read_workbook("lijst.xlsx", buffer.getvalue())
    return list(grid.rows())


def test_grid_gives_text_numbers_days_and_truth_as_they_were_typed() -> None:
    book = Workbook()
    book.active.append(["Actie", 7, 2.5, DAY, True, None, "einde"])
    (row,) = read_back(book)
    assert row.values == ["Actie", 7, 2.5, DAY, True, None, "einde"]
    assert [row.word(column) for column in (1, 2, 3, 5)] == ["7", "2.5", "31/12/2026", ""]


def test_grid_reads_the_days_of_an_old_mac_as_the_days_that_people_saw() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([DAY])
    assert [row.word(0) for row in read_back(book)] == ["31/12/2026"]


def test_grid_reads_a_text_whole_of_which_some_words_are_bold() -> None:
    book = Workbook()
    book.active.append([CellRichText("Klaar ", TextBlock(InlineFont(b=True), "tegen"), " mei")])
    assert [row.word(0) for row in read_back(book)] == ["Klaar tegen mei"]


def test_grid_tells_what_is_a_formula_and_what_is_merged() -> None:
    book = Workbook()
    book.active.append(["=A2", "samen", None])
    book.active.append(["los", None, "x"])
    book.active.merge_cells("B1:B2")
    above, below = read_back(book)
    assert (above.fault(0), above.word(0), above.fault(1)) == (Why.FORMULA, "=A2", None)
    assert (below.fault(0), below.fault(1)) == (None, Why.MERGED)


def test_grid_reads_a_cell_in_the_last_row_and_no_rows_in_between() -> None:
    book = Workbook()
    book.active["A1"], book.active["B1048576"] = "boven", "onder"
    assert [(row.number, row.values) for row in read_back(book)] == [(1, ["boven"]), (1048576, [None, "onder"])]


def test_grid_reads_a_strict_workbook_as_any_other() -> None:
    book = Workbook()
    book.active.append(["Actie", DAY, 2.5])
    book.active.append([CellRichText("Klaar ", TextBlock(InlineFont(b=True), "tegen"), " mei"), None, "x"])
    book.active.merge_cells("A2:B2")
    book.active["B1"].number_format = "dd/mm/yyyy"
    buffer = BytesIO()
    book.save(buffer)
    data = strict(buffer.getvalue())
    with ZipFile(BytesIO(data)) as package:
        assert b't="d"><v>2026-12-31T' in package.read("xl/worksheets/sheet1.xml")
        assert b"schemas.openxmlformats.org/spreadsheetml" not in b"".join(map(package.read, package.namelist()))
    (grid,) = read_workbook("lijst.xlsx", data)
    above, below = grid.rows()
    assert above.values == ["Actie", DAY, 2.5]
    assert (below.word(0), below.fault(1)) == ("Klaar tegen mei", Why.MERGED)


def test_grid_takes_a_sheet_once_that_a_workbook_names_twice() -> None:
    book = Workbook()
    book.active.append(["een"])
    buffer, twice = BytesIO(), BytesIO()
    book.save(buffer)
    with ZipFile(buffer) as old, ZipFile(twice, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            sheet = part[part.find(b"<sheet ") : part.find(b"</sheets>")]
            new.writestr(name, part.replace(sheet, sheet * 2) if name == "xl/workbook.xml" else part)
    assert len(read_workbook("lijst.xlsx", twice.getvalue())) == 1
