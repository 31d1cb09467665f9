"""The cells of somebody's file as rows and columns, wherever it came from, each with what keeps it from being read."""

import io
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any
from xml.etree.ElementTree import SubElement, iterparse

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import FORMULA_TAG, INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.returned import Place, Why
from mrdb.exchange.cell_values import as_text
from mrdb.reading.package import EXCEL, check_package

MOST_COLUMNS = 200
"""What stands further to the right is nobody's overview; a row of 16,384 cells fills memory fast."""
MOST_SHEETS = 50
_LAST_ROW = 1_048_576
"""Excel has no more; a file may say otherwise."""
_HEARD_EVERY = 250
"""Rows."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_TEXTS = (f"{{{SHEET_MAIN_NS}}}t", f"{{{SHEET_MAIN_NS}}}r/{{{SHEET_MAIN_NS}}}t")
_MOST_MERGED = 100_000
"""Cells: more of them make no list."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Which cells belong to a larger one: only the first of those holds a value."""

    cells: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; ``number`` counts from 1, columns from 0. ``values`` are text, numbers, dates, truth values or None."""

    file: str
    sheet: str
    number: int
    values: Sequence[Any]
    formulas: frozenset[int]
    merged: Merged

    def value(self, column: int) -> Any:
        return self.values[column] if column < len(self.values) else None

    def word(self, column: int) -> str:
        """What stands in the cell, as people would say it; "" for an empty one."""
        value = self.value(column)
        return "" if value is None else as_text(value)

    def fault(self, column: int) -> Why | None:
        if column in self.formulas:
            return Why.FORMULA
        return Why.MERGED if (self.number, column) in self.merged.cells else None

    def place(self, column: int) -> Place:
        return Place(self.file, self.sheet, f"{get_column_letter(column + 1)}{self.number}")


class Grid:
    """One sheet, read no further than it is asked for; rows without anything in them are left out."""

    def __init__(self, file: str, title: str, rows: Iterator[GridRow]) -> None:
        self.file, self.title, self._left = file, title, rows
        self._read: list[GridRow] = []

    def top(self, rows: int) -> Sequence[GridRow]:
        """So many rows from above, or all there are. Raises UnreadableUpload."""
        self._read += self._more(rows - len(self._read))
        return self._read[:rows]

    def all(self) -> Sequence[GridRow]:
        """Raises UnreadableUpload."""
        self._read += self._more(None)
        return self._read

    def _more(self, rows: int | None) -> list[GridRow]:
        with _told(self.file):
            return list(self._left if rows is None else islice(self._left, max(rows, 0)))


def read_workbook(name: str, data: bytes, heard: Callable[[float], object] = lambda _: None) -> tuple[Grid, ...]:
    """The sheets of the bytes of an ``.xlsx``; ``heard`` is told how far each is, from 0 to 1, while it is read.

    Raises UnreadableUpload.
    """
    check_package(name, data, EXCEL)
    with _told(name):
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheets: Sequence[Any] = book.worksheets[:MOST_SHEETS]
        parts = {sheet._worksheet_path: sheet for sheet in reversed(sheets)}  # two names for one sheet are one
        return tuple(Grid(name, one.title, _rows(name, book, one, heard)) for one in reversed(parts.values()))


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a broken file makes of a library that trusts it, it is a broken file."""
    try:
        yield
    except UnreadableUpload:
        raise
    except Exception as error:
        raise UnreadableUpload(name, FileFault.DAMAGED) from error


def _rows(name: str, book: Any, sheet: Any, heard: Callable[[float], object]) -> Iterator[GridRow]:
    expected = max(sheet.max_row or 1, 1)  # what a file says of its size need not be true
    merged = _merged(name, sheet)
    with sheet._get_source() as part:
        formats = (book._date_formats, book._timedelta_formats)
        for read, (number, cells) in enumerate(_Rows(part, sheet._shared_strings, False, book.epoch, *formats).parse()):
            if read % _HEARD_EVERY == 0:
                heard(min(read / expected, 1.0))
            if not 0 < number <= _LAST_ROW:
                raise UnreadableUpload(name, FileFault.DAMAGED)
            found = {cell["column"] - 1: cell for cell in cells if cell["value"] is not None}
            columns = [column for column in found if column < MOST_COLUMNS]
            if columns:
                values = [found[column]["value"] if column in found else None for column in range(max(columns) + 1)]
                formulas = frozenset(column for column in columns if found[column]["data_type"] == "f")
                yield GridRow(name, sheet.title, number, values, formulas, merged)


class _Rows(WorkSheetParser):
    """The rows of a sheet and nothing else: the rest of it can be made to keep a reader busy for hours."""

    def parse(self) -> Generator[Any, None, None]:
        element: Any
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """A text that stands in the cell itself is read as one that stands elsewhere: the library takes its time."""
        inline = element.find(INLINE_STRING)
        if inline is not None:
            element.set("t", "str")
            value = SubElement(element, VALUE_TAG)
            value.text = "".join(text.text or "" for path in _TEXTS for text in inline.iterfind(path))
        return super().parse_cell(element)

    def parse_formula(self, element: Any) -> str:
        """As it was written, not translated to each of the cells that share it."""
        return f"={element.findtext(FORMULA_TAG) or ''}"


def _merged(name: str, sheet: Any) -> Merged:
    """The library tells of merged cells only when it keeps a whole workbook in memory, at twice the time."""
    with sheet._get_source() as part:
        found = _MERGED.findall(part.read())
    cells: set[tuple[int, int]] = set()
    for written in found:
        first_column, first, last_column, last = (int(bound or 1) for bound in range_boundaries(written.decode()))
        if (last - first + 1) * (last_column - first_column + 1) + len(cells) > _MOST_MERGED:
            raise UnreadableUpload(name, FileFault.TOO_LARGE)
        cells.update(
            (row, column - 1) for row in range(first, last + 1) for column in range(first_column, last_column + 1)
        )
        cells.discard((first, first_column - 1))
    return Merged(frozenset(cells))
