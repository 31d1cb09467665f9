"""A row that holds several actions, as the rows that it would be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Cell, Paragraph
from mrdb.reading.interpreter.columns import Placed
from mrdb.reading.interpreter.numbers import number_before, numbered_starts

Lines = list[Paragraph]


def parted(cells: Sequence[Placed]) -> list[list[Placed]]:
    """The row once for each of the numbered actions in one cell of it.

    Another cell is parted too where it has as many numbers, blocks or lines; else each action gets the whole of it,
    which is shared.
    """
    for cell in cells:
        lines = _lines(cell.cell)
        starts = numbered_starts(lines) if cell.field in {Fact.NUMBER, Fact.ACTION_TEXT} else []
        if len(starts) > 1 and not any(line.is_line for line in lines):
            numbers = [_number(lines[start]) for start in starts]
            columns = [
                _cut(lines, starts) if one is cell else _parts(_lines(one.cell), len(starts), numbers) for one in cells
            ]
            return [
                [_part(one, column, n) for one, column in zip(cells, columns, strict=True)] for n in range(len(starts))
            ]
    return [list(cells)]


def _part(one: Placed, parts: Sequence[Lines] | None, n: int) -> Placed:
    if parts is None:
        return replace(one, is_shared=True)
    return replace(one, cell=replace(one.cell, blocks=tuple(parts[n])))


def _parts(lines: Lines, count: int, numbers: Sequence[str]) -> list[Lines] | None:
    """As many parts as there are actions; None where nobody can tell which part is about which."""
    filled = [line for line in lines if line.said]
    if not filled:
        return [[] for _ in range(count)]
    starts = [place for place, line in enumerate(filled) if _number(line) in numbers]
    if [_number(filled[place]) for place in starts] == numbers and starts[0] == 0:
        return [[_without_number(first), *others] for first, *others in _cut(filled, starts)]
    blocks = [list(block) for is_filled, block in groupby(lines, key=lambda line: bool(line.said)) if is_filled]
    if len(blocks) == count:
        return blocks
    return [[line] for line in filled] if len(filled) == count else None


def _number(line: Paragraph) -> str:
    found = number_before(line.whole)
    return found.number if found else ""


def _without_number(line: Paragraph) -> Paragraph:
    found = number_before(line.whole)
    return line.part(found.end) if found else line


def _cut(lines: Lines, starts: Sequence[int]) -> list[Lines]:
    return [lines[start:end] for start, end in pairwise([*starts, len(lines)])]


def _lines(cell: Cell) -> Lines:
    return [line for paragraph in cell.paragraphs for line in _broken(paragraph)]


def _broken(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph where the writer broke its lines."""
    start = 0
    for line in paragraph.whole.split("\n"):
        yield paragraph.part(start, start + len(line)) if line != paragraph.whole else paragraph
        start += len(line) + 1
