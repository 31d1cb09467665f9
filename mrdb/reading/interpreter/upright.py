"""Tables with their titles on the left side, one below the other, set upright."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Cell, Grid, Row
from mrdb.reading.interpreter.numbers import number_alone
from mrdb.reading.interpreter.titles import facts_named

_FEWEST = 2
"""Titles on the left side that make a table such a one; the first is that of the actions."""


def upright(grid: Grid) -> Iterator[Grid]:
    """The table itself; or one for each action that it tells of in rows "Actie | …", "Termijn | …"."""
    rows = [row for row in grid.rows if row.filled]
    sides = [_side(row) for row in rows]
    starts = [n for n, facts in enumerate(sides) if Fact.ACTION_TEXT in facts]
    known = sum(map(bool, sides))
    if not starts or starts[0] or known < _FEWEST or 2 * known <= len(rows) or facts_named(rows[0].filled[-1].said):
        yield grid
        return
    for start, end in pairwise([*starts, len(rows)]):
        yield _turned(rows[start:end])


def _side(row: Row) -> list[Fact]:
    """What the first cell names, where the row holds more; "Actie 1.1" names the action."""
    said = row.cells[0].said if len(row.cells) >= _FEWEST else ""
    return facts_named(said) or ([Fact.ACTION_TEXT] if _numbered(said) else [])


def _numbered(said: str) -> tuple[str, str] | None:
    """The words and the number of "Actie 1.1:"."""
    name, _, number = said.rstrip(" :.").rpartition(" ")
    return (name, number) if number_alone(number) and Fact.ACTION_TEXT in facts_named(name) else None


def _turned(rows: Sequence[Row]) -> Grid:
    """A row with the titles, and one for each column beside them; the number in a title goes before the text."""
    width = max(len(row.cells) for row in rows)
    titles = Row(rows[0].at, tuple(_at(row.cells[0], n) for n, row in enumerate(rows)))
    found = [
        Row(rows[0].at, tuple(_at(row.cells[column], n) for n, row in enumerate(rows) if column < len(row.cells)))
        for column in range(1, width)
    ]
    if numbered := _numbered(rows[0].cells[0].said):
        name, number = (replace(titles.cells[0].filled[0], text=text, label="") for text in numbered)
        first, *others = found[0].cells
        titles = replace(titles, cells=(replace(titles.cells[0], blocks=(name,)), *titles.cells[1:]))
        found[0] = replace(found[0], cells=(replace(first, blocks=(number, *first.blocks)), *others))
    return Grid((titles, *found))


def _at(cell: Cell, column: int) -> Cell:
    return replace(cell, start=column, end=column + 1, is_continued=False)
