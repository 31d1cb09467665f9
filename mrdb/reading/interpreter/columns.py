"""The table of actions of a document: which rows are its heading, and which cell belongs to which column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mrdb.domain.draft import NO_CHOICE, Choices
from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Cell, Row
from mrdb.text.lexicon import columns_named, folded_heading

ACTION_NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})(?:[.:)]+(?=\s|$|[^\W\d])|(?=\s|$|[^\W\d_a-z]))\s*")
"""The number with which an action begins; a dot behind it is furniture, and so is a lost space."""

_LONGEST_TITLE = 40
USUAL = (Fact.ACTION_TEXT, Fact.CALENDAR, Fact.RESPONSIBLE, Fact.STATUS, Fact.COMMENT)
"""The columns of the source document, in their order."""
_WIDEST = 63
"""Word itself makes no more columns."""
_FEWEST, _MOST = 3, len(USUAL)


@dataclass(frozen=True, slots=True)
class Column:
    """``field`` is None where the title is none of ours; ``start`` and ``end`` are columns of the grid."""

    field: Fact | None
    title: str
    start: int
    end: int


Columns = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the columns that it covers, at least one."""

    cell: Cell
    columns: Columns


def title_rows(rows: Sequence[Row]) -> list[bool]:
    """Which rows hold the titles of the columns: one or more, again where the table goes on over a page."""
    found = [_titled(row) for row in rows]
    sure = [len(fields) > 1 for fields in found]
    return [
        sure[n] or (bool(fields) and (any(sure[n - 1 : n]) or any(sure[n + 1 : n + 2])))
        for n, fields in enumerate(found)
    ]


def _titled(row: Row) -> set[Fact]:
    """The columns that the row names, when it does nothing else."""
    if len(row.cells) > _WIDEST:
        return set()
    texts = [cell.said for cell in row.filled]
    fields = {field for text in texts for field in columns_named(text)}
    strange = [text for text in texts if not columns_named(text)]
    if any(len(text) > _LONGEST_TITLE or ACTION_NUMBER.match(text) for text in strange):
        return set()
    return fields if not strange or {Fact.CALENDAR, Fact.RESPONSIBLE} <= fields else set()


def columns_of(titles: Sequence[Row], choices: Choices = NO_CHOICE) -> Columns:
    """The columns under the rows of titles; the lowest title counts.

    Where none is called after the actions, the first without a title of ours holds them.
    """
    widest = max(titles, key=lambda row: len(row.cells))
    columns: list[Column] = []
    for place in widest.cells:
        over = [cell for row in titles for cell in row.filled if cell.start < place.end and place.start < cell.end]
        title = over[-1].said if over else ""
        named = columns_named(title)
        if (folded := folded_heading(title)) in choices.columns:
            named = [fact for fact in (choices.columns[folded],) if fact]
        columns.append(Column(named[-1] if named else None, title, place.start, place.end))
    strange = [place for place, column in enumerate(columns) if not column.field]
    if strange and all(column.field != Fact.ACTION_TEXT for column in columns):
        columns[strange[0]] = replace(columns[strange[0]], field=Fact.ACTION_TEXT)
    return tuple(columns)


def default_columns(row: Row) -> Columns:
    """Those of the source document, for a table without titles; none where it does not look like one of actions."""
    cells = row.cells
    if not _FEWEST <= len(cells) <= _MOST:
        return ()
    return tuple(Column(field, "", cell.start, cell.end) for field, cell in zip(USUAL, cells, strict=False))


def fits(row: Row, columns: Columns) -> bool:
    return bool(columns) and len(row.cells) == len(columns)


def placed(row: Row, columns: Columns) -> list[Placed]:
    """Every cell under its column; where their numbers differ, by the grid."""
    if fits(row, columns):
        return [Placed(cell, (column,)) for cell, column in zip(row.cells, columns, strict=True)]
    found = []
    for n, cell in enumerate(row.cells):
        covered = tuple(one for one in columns if cell.start < one.end and one.start < cell.end)
        found.append(Placed(cell, covered or (columns[min(n, len(columns) - 1)],)))
    return found


def action_number(text: str) -> str:
    """The number with which the text begins, or ""."""
    match = ACTION_NUMBER.match(text)
    return match[1] if match else ""
