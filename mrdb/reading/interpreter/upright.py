"""Tables with their titles on the left side, one below the other, set upright."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Cell, Grid, Row
from mrdb.reading.interpreter.numbers import number_alone
from mrdb.reading.interpreter.titles import facts_named, is_value

_FEWEST = 2
"""Titles on the left side that make a table such a one; the first is that of the actions."""


def upright(grid: Grid) -> Iterator[Grid]:
    """The table itself; or one for each action that it tells of in rows "Actie | …", "Termijn | …".

    The first may tell of the recommendation too; a table of another shape may follow on such rows.
    """
    rows = [row for row in grid.rows if row.filled]
    end = next((n for n, row in enumerate(rows) if len(row.filled) > _FEWEST), len(rows))
    for top in (rows, rows[:end]):
        if starts := _starts(top):
            for start, stop in pairwise([*starts, len(top)]):
                yield _turned(top[start:stop])
            if rows[len(top) :]:
                yield Grid(tuple(rows[len(top) :]))
            return
    yield grid


def _starts(rows: Sequence[Row]) -> list[int]:
    """Where the actions begin, if the titles stand on the left."""
    sides = [_side(row) for row in rows]
    named = {fact for facts in sides for fact in facts}
    known = sum(map(bool, sides))
    is_about = sides[:1] and (Fact.ACTION_TEXT in sides[0] or Fact.RECOMMENDATION in named)
    ends = [row.filled[-1].said for row, facts in zip(rows, sides, strict=True) if facts]
    has_titles = any(facts_named(said) and not is_value(said) for said in ends)
    if not is_about or has_titles or known < _FEWEST or 2 * known <= len(rows):
        return []
    _, *others = [n for n, facts in enumerate(sides) if Fact.ACTION_TEXT in facts] or [0]
    return [0, *others]


def _side(row: Row) -> list[Fact]:
    """What the first cell names, where the row holds more; "Actie 1.1" names the action."""
    said = row.cells[0].said if len(row.cells) >= _FEWEST else ""
    return facts_named(said) or ([Fact.ACTION_TEXT] if _numbered(said) else [])


def _numbered(said: str) -> tuple[str, str] | None:
    """The words and the number of "Actie 1.1:"."""
    name, _, number = said.rstrip(" :.").rpartition(" ")
    return (name, number) if number_alone(number) and Fact.ACTION_TEXT in facts_named(name) else None


def _turned(rows: Sequence[Row]) -> Grid:
    """A row with the titles, and one for each column beside them."""
    width = max(len(row.cells) for row in rows)
    cells = [_numbered_first(row) for row in rows]
    columns = (
        tuple(_at(one[column], n) for n, one in enumerate(cells) if column < len(one)) for column in range(width)
    )
    return Grid(tuple(Row(rows[0].at, found) for found in columns))


def _numbered_first(row: Row) -> Sequence[Cell]:
    """The cells, the number of a title "Actie 1.1" before the text that it is about."""
    title, *others = row.cells
    numbered = _numbered(title.said)
    if numbered is None or not others:
        return row.cells
    name, number = (replace(title.filled[0], text=text, label="") for text in numbered)
    first = replace(others[0], blocks=(number, *others[0].blocks))
    return [replace(title, blocks=(name,)), first, *others[1:]]


def _at(cell: Cell, column: int) -> Cell:
    return replace(cell, start=column, end=column + 1, is_continued=False)
