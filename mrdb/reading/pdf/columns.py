"""Tables without lines: words that stand below one another on several lines, with white between the columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean
from typing import NamedTuple

from mrdb.reading.pdf.ink import Box
from mrdb.reading.pdf.lines import Line, Setting
from mrdb.reading.pdf.paper import Word
from mrdb.reading.pdf.paragraphs import is_full
from mrdb.reading.pdf.tables import Cell, Row, Table

_FEWEST_LINES = 3
_WHITE, _LEAST = 0.75, 0.5
"""Of the size of the letters: the white between two columns, and what is left of it where a word is long."""
_CROSSED = 0.25
"""Of the lines: so many may run on over the white, in cells that are merged."""
_FULL = 0.75
"""Of their width: columns of running text are as full as this, those of a table are not."""
_PADDING = 10.8
"""Points that Word leaves between the text of two cells, unless somebody says otherwise."""
_LONGEST_NUMBER = 4
"""Of a page; a year is none."""
_FARTHEST = 5
"""Of the size of the letters: a line further down belongs to no table above."""


class White(NamedTuple):
    start: float
    end: float

    @property
    def border(self) -> float:
        """Right before the next column: text begins at one place, and ends anywhere."""
        return max((self.start + self.end) / 2, self.end - 2)


def aligned(
    lines: Sequence[Line], rules: Sequence[Box], setting: Setting, above: Table | None = None
) -> list[Line | Table]:
    """The lines of one page outside its drawn tables, with those that make a table put together.

    Text in two columns comes one column after the other. ``above`` is the table with which the page before ended.
    """
    found: list[Line | Table] = []
    at = 0
    if above and above.borders and (at := _under(lines, above.borders, setting)):
        found.append(_table(lines[:at], above.borders, rules, setting))
    while at < len(lines):
        end = _end(lines, at, setting)
        if whites := _shared(lines[at:end]):
            found += _put_together(lines[at:end], whites, rules, setting)
            at = end
        else:
            found.append(lines[at])
            at += 1
    return _with_titles(found, rules, setting)


def _whites(line: Line) -> list[White]:
    """Between its words; behind the mark or the number of an item stands none."""
    pairs = list(pairwise(line.words))[1 if line.mark or line.is_numbered else 0 :]
    between = [White(left.box.x1, right.box.x0) for left, right in pairs]
    return [white for white in between if white.end - white.start >= _WHITE * line.size]


def _end(lines: Sequence[Line], start: int, setting: Setting) -> int:
    """Where the lines end that leave some of the white free that the one at ``start`` has."""
    whites, end = _whites(lines[start]), start + 1
    while whites and end < len(lines):
        line, above = lines[end], lines[end - 1]
        left = [free for white in whites if (free := _free(white, line))]
        pitch = line.base - above.base
        is_apart = pitch > 1.1 * setting.pitch(line)
        is_alone = is_apart and not _whites(line) and line.box.x0 < whites[0].start
        more = len(whites) == 1 and len(_whites(line)) > 2
        if not left or pitch > _FARTHEST * line.size or is_alone or (is_apart and more):
            break
        whites = left if len(left) == len(whites) else whites
        end += 1
    return end


def _free(white: White, line: Line) -> White | None:
    """The widest part of it that the line leaves white."""
    edges = [white.start]
    for word in line.words:
        if word.box.x1 > white.start and word.box.x0 < white.end:
            edges += [max(white.start, word.box.x0), min(white.end, word.box.x1)]
    edges.append(white.end)
    gaps = [White(edges[n], edges[n + 1]) for n in range(0, len(edges), 2)]
    widest = max(gaps, key=lambda gap: gap.end - gap.start)
    return widest if widest.end - widest.start >= _LEAST * line.size else None


def _shared(lines: Sequence[Line]) -> list[White]:
    """The white between the columns of these lines, from left to right; nothing where it stands there by chance."""
    if len(lines) < _FEWEST_LINES:
        return []
    found: list[White] = []
    most = 0
    for white in sorted({white for line in lines for white in _whites(line)}, key=lambda one: one.end - one.start):
        if any(white.start < one.end and one.start < white.end for one in found):
            continue
        crossed, free = 0, white
        for line in lines:
            left = _free(free, line)
            crossed, free = (crossed, left) if left else (crossed + 1, free)
        sides = sum(line.words[0].box.x1 <= free.start + 1 and line.words[-1].box.x0 >= free.end - 1 for line in lines)
        if crossed <= _CROSSED * len(lines) and sides - crossed > 1:
            found.append(free)
            most = max(most, sides - crossed)
    is_sure = most >= _FEWEST_LINES or len(found) > 1 or (bool(found) and _is_exact(lines, found[0]))
    return sorted(found) if is_sure else []


def _with_titles(found: Sequence[Line | Table], rules: Sequence[Box], setting: Setting) -> list[Line | Table]:
    """Lines that stand in the columns of a table on the page become rows: its titles, close together or further up."""
    known = sorted((item.borders for item in found if isinstance(item, Table)), key=len, reverse=True)
    whole: list[Line | Table] = []
    waiting = list(found)
    while waiting:
        item = waiting.pop(0)
        borders = next((one for one in known if isinstance(item, Line) and _stands_in(item, one)), None)
        if borders is None or isinstance(item, Table):
            whole.append(item)
            continue
        lines = [item]
        while waiting and isinstance(below := waiting[0], Line) and _is_more(lines[-1], below, borders, setting):
            lines.append(below)
            waiting.pop(0)
        table = _table(lines, borders, rules, setting)
        if waiting and isinstance(below := waiting[0], Table) and below.borders[1:-1] == borders[1:-1]:
            below.rows[:0] = table.rows
        else:
            whole.append(table)
    return whole


def _stands_in(line: Line, borders: Sequence[float]) -> bool:
    is_within = all(borders[0] <= (box.x0 + box.x1) / 2 < borders[-1] for box in (word.box for word in line.words))
    return is_within and len(_columns(line, borders)) > max(2, len(borders) - 3) and not _crosses(line, borders)


def _is_more(above: Line, below: Line, borders: Sequence[float], setting: Setting) -> bool:
    return below.base - above.base < 1.1 * setting.pitch(below) and not _crosses(below, borders)


def _crosses(line: Line, borders: Sequence[float]) -> bool:
    return any(word.box.x0 < border < word.box.x1 for border in borders[1:-1] for word in line.words)


def _is_exact(lines: Sequence[Line], white: White) -> bool:
    """Whether the words behind wide white begin at one place, to the point."""
    starts = [min((word.box.x0 for word in line.words if word.box.x0 >= white.end - 1), default=0.0) for line in lines]
    found = [start for start in starts if start]
    return white.end - white.start > 3 * lines[0].size and max(found) - min(found) < 1


def _put_together(
    lines: Sequence[Line], whites: Sequence[White], rules: Sequence[Box], setting: Setting
) -> list[Line | Table]:
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    borders = [left - 1, *(white.border for white in whites), right + 1]
    if len(whites) == 1 and _is_contents(lines, borders[1]):
        return [replace(line, is_contents=True) for line in lines]
    if len(whites) == 1 and _is_running_text(lines, borders):
        parts = [[_between(line, low, high) for line in lines] for low, high in pairwise(borders)]
        return [line for part in parts for line in part if line]
    return [_table(lines, borders, rules, setting)]


def _table(lines: Sequence[Line], borders: Sequence[float], rules: Sequence[Box], setting: Setting) -> Table:
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    borders = [min(borders[0], left - 1), *borders[1:-1], max(borders[-1], right + 1)]
    rows = list(laid_out(list(_rows(lines, borders, rules, setting)), borders))
    box = Box(borders[0], lines[0].box.top, borders[-1], lines[-1].box.bottom)
    return Table(lines[0].page, box, rows, tuple(borders))


def laid_out(rows: Sequence[Sequence[Line]], borders: Sequence[float]) -> Iterator[Row]:
    """The lines of each row in cells between the borders."""
    every = [line for row in rows for line in row]
    for row in rows:
        cells = _row(row, borders)
        for cell in cells:
            cell.right = _extent(every, cell.box.x1)
        yield cells


def _under(lines: Sequence[Line], borders: Sequence[float], setting: Setting) -> int:
    """How many lines at the top of a page stand in the columns of the table before it."""
    for end, line in enumerate(lines):
        columns = _columns(line, borders)
        is_apart = end > 0 and line.base - lines[end - 1].base > 1.1 * setting.pitch(line)
        is_alone = columns == [0] and (is_apart or (end == 0 and not line.words[0].text[:1].islower()))
        if is_alone or not columns or not all(_leaves(line, border) for border in borders[1:-1]):
            return end
    return len(lines)


def _between(line: Line, low: float, high: float) -> Line | None:
    words: tuple[Word, ...] = tuple(word for word in line.words if low <= (word.box.x0 + word.box.x1) / 2 < high)
    return replace(line, words=words) if words else None


def _is_contents(lines: Sequence[Line], border: float) -> bool:
    """Whether every line ends with the number of a page, and none goes back."""
    parts = [part for line in lines if (part := _between(line, border, line.box.x1 + 1))]
    last = [part.text for part in parts]
    numbers = [int(text) for text in last if text.isdecimal() and len(text) < _LONGEST_NUMBER]
    return len(numbers) == len(last) >= _FEWEST_LINES and numbers == sorted(numbers)


def _is_running_text(lines: Sequence[Line], borders: Sequence[float]) -> bool:
    """Whether both columns are filled like the lines of a letter, and alike in width."""
    widths = [high - low for low, high in pairwise(borders)]
    if min(widths) < 0.6 * max(widths) or len(lines) < 2 * _FEWEST_LINES:
        return False
    for low, high in pairwise(borders):
        parts = [part for line in lines if (part := _between(line, low, high))]
        if mean(part.box.x1 - part.box.x0 for part in parts) < _FULL * (high - low):
            return False
    return True


def _rows(
    lines: Sequence[Line], borders: Sequence[float], rules: Sequence[Box], setting: Setting
) -> Iterator[list[Line]]:
    """The lines of each row: parted by a ruling line, by white, or by a number at the beginning.

    Where the lines stand equally far apart, a row begins where no cell goes on.
    """
    flat = sorted(rule.top for rule in rules if rule.bottom - rule.top < 3 and rule.x1 - rule.x0 > 20)
    has_white = any(below.base - above.base > 1.1 * setting.pitch(below) for above, below in pairwise(lines))
    is_numbered = sum(line.is_numbered for line in lines) > 1
    rights = [_extent(lines, border) for border in borders[1:]]
    group: list[Line] = []
    last: dict[int, Line] = {}
    for line in lines:
        cells = {n: part for n in _columns(line, borders) if (part := _between(line, *borders[n : n + 2]))}
        known = {n: last[n] for n in cells if n in last}
        if any(group[-1].base < y < line.base for y in flat if group) or (
            is_numbered and line.is_numbered and 0 in cells
        ):
            is_new = True
        elif has_white or is_numbered:
            is_new = bool(known) and all(line.base - one.base > 1.1 * setting.pitch(line) for one in known.values())
        else:
            is_new = 0 in cells and not any(is_full(one, cells[n], rights[n], setting) for n, one in known.items())
        if group and is_new and (len(cells) > 1 or (0 in cells and line.is_numbered)):
            yield group
            group, last = [], {}
        group.append(line)
        last |= cells
    if group:
        yield group


def _extent(lines: Sequence[Line], border: float) -> float:
    """How far the words left of it may run: as far as one does, or the next column lets them."""
    words = [word.box for line in lines for word in line.words]
    ends = [box.x1 for box in words if box.x1 < border]
    starts = [box.x0 for box in words if box.x0 >= border]
    return max([*ends, min(starts, default=0.0) - _PADDING])


def _columns(line: Line, borders: Sequence[float]) -> list[int]:
    return [n for n, (low, high) in enumerate(pairwise(borders)) if _between(line, low, high)]


def _row(lines: Sequence[Line], borders: Sequence[float]) -> Row:
    """Columns between which a line leaves no white are one cell."""
    kept = [x for x in borders[1:-1] if all(_leaves(line, x) for line in lines)]
    top, bottom = lines[0].box.top, lines[-1].box.bottom
    row = []
    for low, high in pairwise([borders[0], *kept, borders[-1]]):
        found = [part for line in lines if (part := _between(line, low, high))]
        row.append(Cell(Box(low, top, high, bottom), found))
    return row


def _leaves(line: Line, border: float) -> bool:
    left = max((word.box.x1 for word in line.words if word.box.x0 < border), default=0.0)
    right = min((word.box.x0 for word in line.words if word.box.x0 >= border), default=border)
    return left <= border and (left == 0.0 or right - left >= _LEAST * line.size or right == border)
