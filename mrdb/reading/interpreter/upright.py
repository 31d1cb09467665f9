"""Tables with their titles on the left side, one below the other, set upright."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Cell, Grid, Row
from mrdb.reading.interpreter.numbers import number_before
from mrdb.reading.interpreter.titles import facts_named

_FEWEST = 2
"""Titles on the left side that make a table such a one; the first is that of the actions."""


def upright(grid: Grid) -> Iterator[Grid]:
    """The table itself; or one for each action that it tells of in rows "Actie | …", "Termijn | …"."""
    sides = [_side(row) for row in grid.rows]
    starts = [n for n, facts in enumerate(sides) if Fact.ACTION_TEXT in facts]
    is_known = all(facts or not row.filled for row, facts in zip(grid.rows, sides, strict=True))
    if not starts or starts[0] or not is_known or len({fact for facts in sides for fact in facts}) < _FEWEST:
        yield grid
        return
    for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        yield _turned([row for row in grid.rows[start:end] if row.filled])


def _side(row: Row) -> list[Fact]:
    """What the first cell names, where the row holds more; "Actie 1.1" names the action too."""
    if len(row.cells) < _FEWEST or not row.cells[0].said:
        return []
    said = row.cells[0].said
    return facts_named(said) or (
        [Fact.ACTION_TEXT] if number_before(said) and not number_before(said.split()[-1]) else []
    )


def _turned(rows: Sequence[Row]) -> Grid:
    width = max(len(row.cells) for row in rows)
    found = [Row(rows[0].at, tuple(_at(row.cells[0], n) for n, row in enumerate(rows)))]
    for column in range(1, width):
        cells = [
            _at(row.cells[column], n) if column < len(row.cells) else Cell(n, n + 1, False, ())
            for n, row in enumerate(rows)
        ]
        found.append(Row(rows[0].at, tuple(cells)))
    return Grid(tuple(found))


def _at(cell: Cell, column: int) -> Cell:
    return replace(cell, start=column, end=column + 1, is_continued=False)
