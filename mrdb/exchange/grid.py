"""The cells of somebody's file as rows and columns, wherever it came from, each with what keeps it from being read.

A workbook is read here as the XML that it is, rows only and one at a time: a library that builds the rest of it too
can be kept busy for hours, and one that lays out a grid from first to last cell dies of one cell far away.
"""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element, fromstring, iterparse
from zipfile import ZipFile

from openpyxl.packaging.relationship import get_dependents
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.returned import Note, Place, Problem, Why
from mrdb.exchange.cell_notes import notes_on
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
_MOST_MERGED = 100_000
"""Cells: more of them make no list."""
_NAMES = {"": SHEET_MAIN_NS}
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": SHEET_MAIN_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": REL_NS.encode(),
}
"""What "Strict Open XML" (ISO/IEC 29500) calls the same names."""
_ROW, _VALUE, _FORMULA, _STRING, _PLAIN, _FORMAT = (
    f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("row", "v", "f", "si", "t", "numFmt")
)


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
        with _told(self.file):
            self._read += islice(self._left, None if most is None else max(most - len(self._read), 0))
        return self._read[:most]


class _Book:
    """What the sheets of one workbook share; ``dates`` are the styles that show a number as a date or, where True, as
    a length of time."""

    def __init__(self, data: bytes) -> None:
        self.archive = ZipFile(io.BytesIO(data))
        self.names = _STRICT if b"http://purl.oclc.org/ooxml/" in self.archive.read(EXCEL.part) else {}
        self.root = fromstring(self.part(EXCEL.part))
        self.parts = get_dependents(self.archive, "xl/_rels/workbook.xml.rels").to_dict()
        by_type = {part.Type.rpartition("/")[2]: part.target for part in self.parts.values()}
        self.texts = self._texts(by_type["sharedStrings"]) if "sharedStrings" in by_type else []
        self.dates = self._dates(by_type["styles"]) if by_type.get("styles") in self.archive.NameToInfo else {}
        properties = self.root.find("workbookPr", _NAMES)
        is_of_mac = properties is not None and properties.get("date1904") in {"1", "true"}
        self.epoch = CALENDAR_MAC_1904 if is_of_mac else CALENDAR_WINDOWS_1900

    def sheets(self) -> Iterator[tuple[str, str]]:
        """The part and the title of each; two names for one sheet are one."""
        titles: dict[str, str] = {}
        for sheet in self.root.iterfind("sheets/sheet", _NAMES):
            part = self.parts[sheet.attrib[f"{{{REL_NS}}}id"]]
            if part.Type.endswith("/worksheet") and part.target in self.archive.NameToInfo:
                titles.setdefault(part.target, sheet.attrib["name"])
        return islice(titles.items(), MOST_SHEETS)

    def part(self, name: str) -> bytes:
        """One part, in the names that Excel writes where nobody asks it for strict ones."""
        data = self.archive.read(name)
        for strict, usual in self.names.items():
            data = data.replace(strict, usual)
        return data

    def _texts(self, part: str) -> list[str]:
        """Those that cells only point at; ``_x005F_`` is how a program writes what would read as a code."""
        found = iterparse(io.BytesIO(self.part(part)))
        return [_text(element).replace("x005F_", "") for _, element in found if element.tag == _STRING]

    def _dates(self, part: str) -> dict[int, bool]:
        root = fromstring(self.part(part))
        formats = dict(BUILTIN_FORMATS)
        formats.update((int(one.attrib["numFmtId"]), one.attrib["formatCode"]) for one in root.iter(_FORMAT))
        durations = {number: is_timedelta_format(code) for number, code in formats.items() if is_date_format(code)}
        styles = enumerate(int(one.get("numFmtId", "0")) for one in root.iterfind("cellXfs/xf", _NAMES))
        return {place: durations[number] for place, number in styles if number in durations}


def read_workbook(name: str, data: bytes, heard: Callable[[float], object] = lambda _: None) -> tuple[Grid, ...]:
    """The sheets of the bytes of an ``.xlsx``; ``heard`` is told how far each is, from 0 to 1, while it is read.

    Raises UnreadableUpload.
    """
    check_package(name, data, EXCEL)
    with _told(name):
        book = _Book(data)
        return tuple(_grid(name, book, part, title, heard) for part, title in book.sheets())


def _grid(name: str, book: _Book, part: str, title: str, heard: Callable[[float], object]) -> Grid:
    notes = notes_on(book.archive, EXCEL.part, part, name, title)
    return Grid(name, title, _rows(name, book, part, title, heard), tuple(notes))


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a broken file makes of a reader that trusts it, it is a broken file."""
    try:
        yield
    except UnreadableUpload:
        raise
    except Exception as error:
        raise UnreadableUpload(name, FileFault.DAMAGED) from error


def _rows(name: str, book: _Book, part: str, title: str, heard: Callable[[float], object]) -> Iterator[GridRow]:
    data = book.part(part)
    merged, stream, number = _merged(name, data), io.BytesIO(data), 0
    for read, row in enumerate(element for _, element in iterparse(stream) if element.tag == _ROW):
        if read % _HEARD_EVERY == 0:
            heard(stream.tell() / len(data))
        number = int(row.get("r", number + 1))
        if not 0 < number <= _LAST_ROW:
            raise UnreadableUpload(name, FileFault.DAMAGED)
        found, formulas = _cells(book, row)
        row.clear()
        if found:
            values = [found.get(column) for column in range(max(found) + 1)]
            yield GridRow(name, title, number, values, frozenset(formulas), merged)


def _cells(book: _Book, row: Element) -> tuple[dict[int, Any], list[int]]:
    """What the cells of a row hold, by column, and which of them are formulas."""
    found: dict[int, Any] = {}
    formulas = []
    column = -1
    for cell in row:
        place = cell.get("r")
        column = _column(place.rstrip("0123456789")) if place else column + 1
        if not len(cell) or column >= MOST_COLUMNS:
            continue
        if (formula := cell.findtext(_FORMULA)) is not None:
            formulas.append(column)
            found[column] = f"={formula}"
        elif (value := _value(book, cell)) is not None:
            found[column] = value
    return found, formulas


@cache
def _column(letters: str) -> int:
    return column_index_from_string(letters) - 1


def _value(book: _Book, cell: Element) -> Any:
    """Text, a number, a date, a length of time, a truth value, or None."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell[0]) or None
    written = cell.findtext(_VALUE)
    if not written:
        return None
    match kind:
        case "s":
            return book.texts[int(written)]
        case "n":
            return _number(book, float(written), int(cell.get("s", "0")))
        case "b":
            return bool(int(written))
        case "d":
            return _written_day(written)
    return written


def _written_day(written: str) -> Any:
    """As a strict file holds a day, ``2026-12-31T00:00:00``; a time of day stays text."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return written


def _text(element: Element) -> str:
    """Without how it is to be pronounced."""
    if len(element) == 1 and element[0].tag == _PLAIN:
        return element[0].text or ""
    return "".join(text.text or "" for path in ("t", "r/t") for text in element.iterfind(path, _NAMES))


def _number(book: _Book, number: float, style: int) -> Any:
    if style not in book.dates:
        return number
    try:
        return from_excel(number, book.epoch, timedelta=book.dates[style])
    except (OverflowError, ValueError):
        return "#VALUE!"


def _merged(name: str, data: bytes) -> frozenset[tuple[int, int]]:
    """They stand behind the rows that they are about."""
    cells: set[tuple[int, int]] = set()
    for written in _MERGED.findall(data):
        first_column, first, last_column, last = (int(bound or 1) for bound in range_boundaries(written.decode()))
        if (last - first + 1) * (last_column - first_column + 1) + len(cells) > _MOST_MERGED:
            raise UnreadableUpload(name, FileFault.TOO_LARGE)
        cells.update(
            (row, column - 1) for row in range(first, last + 1) for column in range(first_column, last_column + 1)
        )
        cells.discard((first, first_column - 1))
    return frozenset(cells)
