"""A workbook as the XML that it is, rows only and one at a time.

A library that builds the rest of it too can be kept busy for hours, and one that lays out a grid from first to last
cell dies of one cell far away.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element, fromstring, iterparse
from zipfile import ZipFile

from openpyxl.packaging.relationship import get_dependents
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from mrdb.reading.package import EXCEL

MOST_COLUMNS = 200
"""What stands further to the right is nobody's overview; a row of 16,384 cells fills memory fast."""
MOST_SHEETS = 50
_LAST_ROW = 1_048_576
"""Excel has no more; a file may say otherwise."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
NAMES = {"": SHEET_MAIN_NS}
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": SHEET_MAIN_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": REL_NS.encode(),
}
"""What "Strict Open XML" (ISO/IEC 29500) calls the same names."""
_ROW, _VALUE, _FORMULA, _STRING, _PLAIN, _FORMAT = (
    f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("row", "v", "f", "si", "t", "numFmt")
)
_NO = {None, "0", "false"}
Merged = tuple[int, int, int, int]
"""First row and column of cells that became one, and the last of each: rows from 1, columns from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``part`` is where it stands in the package."""

    part: str
    title: str
    is_hidden: bool


class Book:
    """What the sheets of one workbook share.

    ``dates`` are the styles that show a number as a date or, where True, as a length of time; ``codes`` is how each
    style shows numbers, ``struck`` are the styles that strike through. ``part_struck`` are the texts of which only
    parts are: what is left of them, and what is struck through.
    """

    def __init__(self, data: bytes) -> None:
        self.archive = ZipFile(io.BytesIO(data))
        self.names = _STRICT if b"http://purl.oclc.org/ooxml/" in self.archive.read(EXCEL.part) else {}
        self.root = fromstring(self.part(EXCEL.part))
        self.parts = get_dependents(self.archive, "xl/_rels/workbook.xml.rels").to_dict()
        by_type = {part.Type.rpartition("/")[2]: part.target for part in self.parts.values()}
        self.part_struck: dict[int, tuple[str, str]] = {}
        self.texts = self._texts(by_type["sharedStrings"]) if "sharedStrings" in by_type else []
        self.codes: list[str] = []
        self.struck: frozenset[int] = frozenset()
        self.dates = self._looks(by_type["styles"]) if by_type.get("styles") in self.archive.NameToInfo else {}
        properties = self.root.find("workbookPr", NAMES)
        is_of_mac = properties is not None and properties.get("date1904") in {"1", "true"}
        self.epoch = CALENDAR_MAC_1904 if is_of_mac else CALENDAR_WINDOWS_1900

    def sheets(self) -> Iterator[Sheet]:
        """Two names for one sheet are one."""
        sheets: dict[str, Sheet] = {}
        for sheet in self.root.iterfind("sheets/sheet", NAMES):
            part = self.parts[sheet.attrib[f"{{{REL_NS}}}id"]]
            if part.Type.endswith("/worksheet") and part.target in self.archive.NameToInfo:
                is_hidden = sheet.get("state", "visible") != "visible"
                sheets.setdefault(part.target, Sheet(part.target, sheet.attrib["name"], is_hidden))
        return islice(sheets.values(), MOST_SHEETS)

    def part(self, name: str) -> bytes:
        """One part, in the names that Excel writes where nobody asks it for strict ones."""
        data = self.archive.read(name)
        for strict, usual in self.names.items():
            data = data.replace(strict, usual)
        return data

    def cells(self, row: Element) -> Iterator[tuple[int, Element]]:
        """Those of one row that hold something, with their columns, from 0."""
        column = -1
        for cell in row:
            place = cell.get("r")
            column = _column(place.rstrip("0123456789")) if place else column + 1
            if len(cell) and column < MOST_COLUMNS:
                yield column, cell

    def value(self, cell: Element) -> Any:
        """Text, a number, a date, a length of time, a truth value, or None: of a formula what it last came to."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return text_of(cell[0]) or None
        written = cell.findtext(_VALUE)
        if not written:
            return None
        match kind:
            case "s":
                return self.texts[int(written)]
            case "n":
                return self._number(float(written), int(cell.get("s", "0")))
            case "b":
                return bool(int(written))
            case "d":
                return _written_day(written)
        return written

    def struck_parts(self, cell: Element) -> tuple[str, str] | None:
        """What is left of its text, and what is struck through; None where nothing is."""
        if cell.get("t") == "inlineStr":
            return struck_parts(cell[0])
        return self.part_struck.get(int(cell.findtext(_VALUE, "-1"))) if cell.get("t") == "s" else None

    def _number(self, number: float, style: int) -> Any:
        if style not in self.dates:
            return number
        try:
            return from_excel(number, self.epoch, timedelta=self.dates[style])
        except (OverflowError, ValueError):
            return "#VALUE!"

    def _texts(self, part: str) -> list[str]:
        """Those that cells only point at; ``_x005F_`` is how a program writes what would read as a code."""
        found: list[str] = []
        for _, element in iterparse(io.BytesIO(self.part(part))):
            if element.tag == _STRING:
                if parts := struck_parts(element):
                    self.part_struck[len(found)] = parts
                found.append(text_of(element).replace("x005F_", ""))
        return found

    def _looks(self, part: str) -> dict[int, bool]:
        root = fromstring(self.part(part))
        formats = dict(BUILTIN_FORMATS)
        formats.update((int(one.attrib["numFmtId"]), one.attrib["formatCode"]) for one in root.iter(_FORMAT))
        durations = {number: is_timedelta_format(code) for number, code in formats.items() if is_date_format(code)}
        fonts = {str(n) for n, font in enumerate(root.iterfind("fonts/font", NAMES)) if is_struck(font)}
        styles = list(root.iterfind("cellXfs/xf", NAMES))
        numbers = [int(one.get("numFmtId", "0")) for one in styles]
        self.codes = [formats.get(number, "General") for number in numbers]
        self.struck = frozenset(place for place, one in enumerate(styles) if one.get("fontId") in fonts)
        return {place: durations[number] for place, number in enumerate(numbers) if number in durations}


def rows_of(data: bytes) -> Iterator[tuple[int, Element, float]]:
    """The rows of a sheet with their numbers, from 1, and how far each is, from 0 to 1; ValueError for no number."""
    stream, number = io.BytesIO(data), 0
    for row in (element for _, element in iterparse(stream) if element.tag == _ROW):
        number = int(row.get("r", number + 1))
        if not 0 < number <= _LAST_ROW:
            raise ValueError(number)
        yield number, row, stream.tell() / len(data)
        row.clear()


def formula_of(cell: Element) -> str | None:
    return cell.findtext(_FORMULA)


def merged_in(data: bytes) -> Iterator[Merged]:
    """They stand behind the rows that they are about."""
    for written in _MERGED.findall(data):
        first_column, first, last_column, last = (int(bound or 1) for bound in range_boundaries(written.decode()))
        yield first, first_column - 1, last, last_column - 1


def struck_parts(element: Element) -> tuple[str, str] | None:
    """What is left of a text, and what is struck through; None where nothing is."""
    found: Mapping[bool, list[str]] = {False: [], True: []}
    for piece in element.iterfind("r", NAMES):
        look = piece.find("rPr", NAMES)
        found[look is not None and is_struck(look)].append(piece.findtext("t", "", NAMES))
    return ("".join(found[False]), "".join(found[True])) if found[True] else None


def is_struck(look: Element) -> bool:
    struck = look.find("strike", NAMES)
    return struck is not None and struck.get("val", "1") not in _NO


def text_of(element: Element) -> str:
    """Without how it is to be pronounced."""
    if len(element) == 1 and element[0].tag == _PLAIN:
        return element[0].text or ""
    return "".join(text.text or "" for path in ("t", "r/t") for text in element.iterfind(path, NAMES))


@cache
def _column(letters: str) -> int:
    return column_index_from_string(letters) - 1


def _written_day(written: str) -> Any:
    """As a strict file holds a day, ``2026-12-31T00:00:00``; a time of day stays text."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return written
