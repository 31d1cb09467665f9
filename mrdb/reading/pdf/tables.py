"""Tables that are drawn: the cells between ruling lines, with the lines of print in each."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pdfplumber.utils.geometry import line_to_edge, rect_to_edges

from mrdb.reading.pdf.ink import Box, TooMuch
from mrdb.reading.pdf.lines import SENTENCE_ENDS, Line, lines_of
from mrdb.reading.pdf.paper import Paper, Word

NEAR = 3.0
"""Points: edges this close are one."""
_PADDING = 6.0
"""Points: between the text of a cell and its border, unless somebody says otherwise."""
_BLANK = 0.28
"""Of the size of the letters: between two words."""
_MOST_CROSSINGS, _MOST_EDGES = 6_000, 3_000
"""On one page; a full one of fifty rows has 600."""


@dataclass
class Cell:
    """``box`` is as wide as its columns; ``is_continued`` means merged with the cell above.

    ``right`` is how far its text may run, where that is not as far from the border as it begins.
    """

    box: Box
    lines: list[Line] = field(default_factory=list)
    is_continued: bool = False
    right: float = 0.0

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


Row = list[Cell]


@dataclass
class Table:
    """Its rows from the top down. ``borders`` lie between columns that are not drawn but found by what stands there."""

    page: int
    box: Box
    rows: list[Row]
    borders: tuple[float, ...] = ()

    @property
    def edges(self) -> list[float]:
        return merged(x for row in self.rows for cell in row for x in (cell.box.x0, cell.box.x1))


def merged(places: Iterable[float]) -> list[float]:
    """In their order, those close to one another as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def ruled_tables(paper: Paper) -> list[Table]:
    """The tables of the page without their words: no frames around text, no tables in cells. Raises TooMuch."""
    edges = _edges(paper.rules)
    if len(edges) > _MOST_EDGES:
        raise TooMuch
    crossings = edges_to_intersections(edges, NEAR, NEAR)
    if len(crossings) > _MOST_CROSSINGS:
        raise TooMuch
    groups = cells_to_tables(intersections_to_cells(crossings))
    found = [table for group in groups if (table := _table(paper.number, [Box(*cell) for cell in group]))]
    return list(outermost(found))


def _edges(rules: Sequence[Box]) -> list[Any]:
    found = []
    for rule in rules:
        one: dict[str, Any] = {
            **rule._asdict(),
            "width": rule.x1 - rule.x0,
            "height": rule.bottom - rule.top,
            "doctop": rule.top,
            "y0": -rule.bottom,
            "y1": -rule.top,
            "object_type": "rect",
        }
        if one["height"] < NEAR or one["width"] < NEAR:
            flat = {"bottom": rule.top} if one["height"] <= one["width"] else {"x1": rule.x0}
            found.append(line_to_edge({**one, **flat}))
        else:
            found += rect_to_edges(one)
    return merge_edges(found, NEAR, NEAR, NEAR, NEAR)


def _table(page: int, boxes: Sequence[Box]) -> Table | None:
    tops = merged(box.top for box in boxes)
    if all(len([box for box in boxes if abs(box.top - top) <= NEAR]) < 2 for top in tops):
        return None
    rows = []
    for top in tops:
        over = [box for box in boxes if box.top <= top + NEAR and box.bottom > top + NEAR]
        cells = [Cell(box, is_continued=box.top < top - NEAR) for box in over]
        rows.append(sorted(cells, key=lambda cell: cell.box.x0))
    outer = Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )
    return Table(page, outer, rows)


def filled(tables: Sequence[Table], words: Sequence[Word]) -> list[Word]:
    """Puts the words into the cells where they stand; returns those that stand outside all tables."""
    inside: dict[int, list[Word]] = {}
    cells = [cell for table in tables for row in table.rows for cell in row if not cell.is_continued]
    outside: list[Word] = []
    for word in words:
        x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
        at = next((n for n, cell in enumerate(cells) if cell.box.holds(x, y)), -1)
        (inside.setdefault(at, []) if at >= 0 else outside).append(word)
    for at, found in inside.items():
        cells[at].lines = lines_of(found, tables[0].page)
    return outside


def continued(above: Table, below: Table) -> bool:
    """Puts the rows of a table at the top of a page behind those above, if their columns are the same."""
    one, other = above.edges, below.edges
    if abs(one[0] - other[0]) > NEAR or abs(one[-1] - other[-1]) > NEAR:
        return False
    few, many = sorted((one, other), key=len)
    if len(few) < 3 or not all(any(abs(x - y) <= NEAR for y in many) for x in few):
        return False
    rows = below.rows[_repeated(above.rows, below.rows) :]
    if rows:
        _carry_on(above.rows, rows)
    above.rows += rows
    return True


def _repeated(above: Sequence[Row], below: Sequence[Row]) -> int:
    """How many rows of titles the page repeats."""
    texts = [([cell.text for cell in one], [cell.text for cell in other]) for one, other in zip(above, below)]  # noqa: B905
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and any(pair[0]), texts))


def _carry_on(above: Sequence[Row], rows: list[Row]) -> None:
    """What the end of the page broke goes on: a row in the middle of a sentence, a cell that spans rows."""
    pairs = [(over, cell) for cell in rows[0] if (over := _cell_over(above, cell))]
    spans = {id(cell) for cell in rows[0] if _goes_down(cell, rows)}
    if len(pairs) == len(rows[0]) and _is_broken(pairs, spans):
        for over, cell in pairs:
            over.lines += cell.lines
            for row in rows[1:]:
                row[:] = [replace(one, is_continued=True) if one.box == cell.box else one for one in row]
        del rows[0]
        return
    for over, cell in pairs:
        is_merged = id(cell) in spans or next(one for one in above[-1] if _is_below(one, cell)).is_continued
        if is_merged and (not cell.text or _sign(over, cell) > 0 or (_sign(over, cell) == 0 and not rows[0][0].text)):
            over.lines += cell.lines
            cell.lines, cell.is_continued = [], True


def _cell_over(above: Sequence[Row], cell: Cell) -> Cell | None:
    """The cell with the words above this one, which may begin rows higher up."""
    for row in reversed(above):
        over = next((one for one in row if _is_below(one, cell)), None)
        if over is None or not over.is_continued:
            return over
    return None


def _is_below(over: Cell, cell: Cell) -> bool:
    return abs(over.box.x0 - cell.box.x0) <= NEAR and abs(over.box.x1 - cell.box.x1) <= NEAR


def _goes_down(cell: Cell, rows: Sequence[Row]) -> bool:
    return len(rows) > 1 and any(one.is_continued and one.box == cell.box for one in rows[1])


def _is_broken(pairs: Sequence[tuple[Cell, Cell]], spans: Container[int]) -> bool:
    """Whether the row goes on below: more of its cells do so than begin anew; a date may begin small."""
    signs = [_sign(over, cell) for over, cell in pairs if cell.text and id(cell) not in spans]
    anew = sum(_sign(over, cell) < 0 for over, cell in pairs if cell.text)
    return signs.count(1) > anew or (bool(signs) and not anew and not pairs[0][1].text)


def _sign(over: Cell, cell: Cell) -> int:
    """Of what stands in the cell: 1 goes on in the sentence above, -1 begins anew, and 0 may do both.

    What would have fitted on the line above was not put below it by the paper.
    """
    first = cell.lines[0] if cell.lines else None
    if first is None or first.is_numbered or not over.text:
        return -1
    if first.mark:
        return 0 if any(line.mark for line in over.lines) else -1
    if over.text.endswith(SENTENCE_ENDS):
        return 0
    last, word = over.lines[-1], first.words[0].box
    if last.box.x1 + _BLANK * last.size + word.x1 - word.x0 < over.box.x1 - _PADDING:
        return -1
    return int(cell.text[:1].islower())


def outermost(tables: Sequence[Table]) -> Iterator[Table]:
    """Those that stand in no cell of another."""
    for table in tables:
        x, y = (table.box.x0 + table.box.x1) / 2, (table.box.top + table.box.bottom) / 2
        if not any(other.box.holds(x, y) and _area(other.box) > _area(table.box) for other in tables):
            yield table


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)
