"""A ``.csv`` as a grid: the letters and the separator that it was made with are found out."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.exchange.grid import Grid, GridRow
from mrdb.reading.excel import MOST_COLUMNS
from mrdb.reading.package import LARGEST_FILE, MOST_CELLS, MOST_ROWS

_SEPARATORS = (";", ",", "\t")
_LOOKED_AT = 50
"""Rows, to see which separator cuts them into equally many cells."""


def read_csv(name: str, data: bytes) -> Grid:
    """The one sheet of a ``.csv`` in UTF-8, UTF-16 or Windows-1252. Raises UnreadableUpload."""
    if len(data) > LARGEST_FILE:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    text = _decoded(name, data)
    if not text.strip():
        raise UnreadableUpload(name, FileFault.EMPTY)
    try:
        separator = max(_SEPARATORS, key=lambda one: _evenness(text, one))
        rows = list(_rows(name, csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error as error:
        raise UnreadableUpload(name, FileFault.DAMAGED) from error
    return Grid(name, "", iter(rows))


def _rows(name: str, records: Iterable[list[str]]) -> Iterator[GridRow]:
    left = MOST_CELLS
    for number, record in enumerate(records, start=1):
        values = [cell.strip() or None for cell in record[:MOST_COLUMNS]]
        left -= len(values)
        if number > MOST_ROWS:
            raise UnreadableUpload(name, FileFault.TOO_MANY_ROWS)
        if left < 0:
            raise UnreadableUpload(name, FileFault.TOO_LARGE)
        if any(values):
            yield GridRow(name, "", number, values)


def _decoded(name: str, data: bytes) -> str:
    """A text that is no UTF-8 comes from Excel, which writes Windows-1252 here."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableUpload(name, FileFault.NOT_TEXT)


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many rows have the usual number of cells, if that is more than one, and that number."""
    records = islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _LOOKED_AT)
    widths = Counter(len(record) for record in records if len(record) > 1)
    width, count = max(widths.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    return count, width
