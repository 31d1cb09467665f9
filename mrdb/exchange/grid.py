"""The cells of somebody's file as rows and columns, wherever it came from, each with what keeps it from being read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from openpyxl.utils import get_column_letter

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.returned import Note, Place, Problem, Why
from mrdb.exchange.cell_values import as_text
from mrdb.reading.excel import Book, Sheet, formula_of, merged_in, notes_on, rows_of
from mrdb.reading.package import EXCEL, check_package, told

HEADINGS_WITHIN = 20
"""Rows: somebody may have put a title above the table."""
_HEARD_EVERY = 250
"""Rows."""
_MOST_MERGED = 100_000
"""Cells: more of them make no list."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; ``number`` counts from 1, columns from 0. ``values`` are text, numbers, dates, truth values or None.

    ``merged`` holds the cells of the sheet, by row and column, that belong to a larger one of which another is the
    first: only that one holds a value.
    """

    file: str
    sheet: str
    number: int
    values: Sequence[Any]
    formulas: frozenset[int] = frozenset()
    merged: frozenset[tuple[int, int]] = frozenset()

    def value(self, column: int) -> Any:
        return self.values[column] if column < len(self.values) else None

    def word(self, column: int) -> str:
        """What stands in the cell, as people would say it; "" for an empty one."""
        value = self.value(column)
        return "" if value is None else as_text(value)

    def fault(self, column: int) -> Why | None:
        if column in self.formulas:
            return Why.FORMULA
        return Why.MERGED if (self.number, column) in self.merged else None

    def place(self, column: int) -> Place:
        return Place(self.file, self.sheet, f"{get_column_letter(column + 1)}{self.number}")

    def problem(self, column: int, why: Why, action_id: int | None = None) -> Problem:
        return Problem(self.place(column), self.word(column), why, action_id)


class Grid:
    """One sheet, read no further than it is asked for; rows without anything in them are left out.

    ``notes`` are those that people put on its cells.
    """

    def __init__(self, file: str, title: str, rows: Iterator[GridRow], notes: Sequence[Note] = ()) -> None:
        self.file, self.title, self._left, self.notes = file, title, rows, notes
        self._read: list[GridRow] = []

    def rows(self, most: int | None = None) -> Sequence[GridRow]:
        """So many rows from above, or all there are. Raises UnreadableUpload."""
        with told(self.file):
            self._read += islice(self._left, None if most is None else max(most - len(self._read), 0))
        return self._read[:most]


def read_workbook(name: str, data: bytes, heard: Callable[[float], object] = lambda _: None) -> tuple[Grid, ...]:
    """The sheets of the bytes of an ``.xlsx``; ``heard`` is told how far each is, from 0 to 1, while it is read.

    Raises UnreadableUpload.
    """
    check_package(name, data, EXCEL)
    with told(name):
        book = Book(data)
        return tuple(_grid(name, book, sheet, heard) for sheet in book.sheets())


def _grid(name: str, book: Book, sheet: Sheet, heard: Callable[[float], object]) -> Grid:
    notes = notes_on(book.archive, EXCEL.part, sheet.part, name, sheet.title)
    return Grid(name, sheet.title, _rows(name, book, sheet, heard), tuple(notes))


def _rows(name: str, book: Book, sheet: Sheet, heard: Callable[[float], object]) -> Iterator[GridRow]:
    data = book.part(sheet.part)
    merged = _merged(name, data)
    for read, (number, row, done) in enumerate(rows_of(data)):
        if read % _HEARD_EVERY == 0:
            heard(done)
        found, formulas = _cells(book, row)
        if found:
            values = [found.get(column) for column in range(max(found) + 1)]
            yield GridRow(name, sheet.title, number, values, frozenset(formulas), merged)


def _cells(book: Book, row: Element) -> tuple[dict[int, Any], list[int]]:
    """What the cells of a row hold, by column, and which of them are formulas."""
    found: dict[int, Any] = {}
    formulas = []
    for column, cell in book.cells(row):
        if (formula := formula_of(cell)) is not None:
            formulas.append(column)
            found[column] = f"={formula}"
        elif (value := book.value(cell)) is not None:
            found[column] = value
    return found, formulas


def _merged(name: str, data: bytes) -> frozenset[tuple[int, int]]:
    """All cells that belong to a larger one, without the first of each."""
    cells: set[tuple[int, int]] = set()
    for first, left, last, right in merged_in(data):
        if (last - first + 1) * (right - left + 1) + len(cells) > _MOST_MERGED:
            raise UnreadableUpload(name, FileFault.TOO_LARGE)
        cells.update((row, column) for row in range(first, last + 1) for column in range(left, right + 1))
        cells.discard((first, left))
    return frozenset(cells)
