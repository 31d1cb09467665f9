"""Rows over the whole width of a table without lines: they part it into pieces, of which the first are its titles."""

from collections.abc import Iterator, Sequence

from mrdb.reading.pdf.columns import laid_out
from mrdb.reading.pdf.ink import Box
from mrdb.reading.pdf.lines import Line, Setting, lines_of
from mrdb.reading.pdf.paragraphs import paragraphs
from mrdb.reading.pdf.tables import NEAR, Cell, Row, Table

_FEWEST_COLUMNS = 3
_MOST_LINES = 40
"""Between two pieces: what is longer stands between two tables."""


def with_rows_across(items: Sequence[Line | Table], setting: Setting) -> Iterator[Line | Table]:
    """All that stands on the pages, with every table whose titles stand alone above such rows as one."""
    at = 0
    while at < len(items):
        titles, end = items[at], at + 1
        if isinstance(titles, Table) and _are_titles(titles):
            end = _end(items, at, titles)
        yield _whole(items[at:end], setting) if end > at + 1 else items[at]
        at = end


def _are_titles(table: Table) -> bool:
    """Whether it is one row without a number or a date in it."""
    is_row = len(table.rows) == 1 and len(table.borders) > _FEWEST_COLUMNS
    return is_row and not any(one.isdigit() for cell in table.rows[0] for one in cell.text)


def _end(items: Sequence[Line | Table], start: int, titles: Table) -> int:
    """Where the last piece ends whose columns are those of the titles, without titles of its own."""
    end = start + 1
    for place in range(start + 1, len(items)):
        item = items[place]
        if isinstance(item, Line):
            if item.box.x0 < titles.box.x0 - NEAR or place - end >= _MOST_LINES:
                break
        elif _has_columns(item, titles) and _said(item.rows[0]) != _said(titles.rows[0]):
            end = place + 1
        else:
            break
    return end


def _has_columns(piece: Table, titles: Table) -> bool:
    """One of its columns may be empty, not two."""
    inner, all_inner = piece.borders[1:-1], titles.borders[1:-1]
    is_near = abs(piece.box.x0 - titles.box.x0) <= NEAR
    return (
        is_near and len(inner) >= len(all_inner) - 1 and all(min(abs(x - y) for y in all_inner) <= NEAR for x in inner)
    )


def _said(row: Row) -> list[str]:
    return [cell.text for cell in row if cell.text]


def _whole(items: Sequence[Line | Table], setting: Setting) -> Table:
    """The pieces laid out in the columns of the first, what stands between them as rows of one cell."""
    titles = items[0]
    assert isinstance(titles, Table)
    right = max(item.box.x1 for item in items)
    borders = (*titles.borders[:-1], max(titles.borders[-1], right + 1))
    rows: list[list[Line]] = []
    between: list[Line] = []
    whole: set[int] = set()
    for item in items:
        if isinstance(item, Line):
            between.append(item)
            continue
        for joined in paragraphs(between, right, setting):
            whole.add(len(rows))
            rows.append(list(joined.lines))
        between = []
        rows += [_lines(row) for row in item.rows]
    inside = laid_out([row for n, row in enumerate(rows) if n not in whole], borders)
    cells = [_across(row, borders) if n in whole else next(inside) for n, row in enumerate(rows)]
    return Table(titles.page, Box(borders[0], titles.box.top, borders[-1], items[-1].box.bottom), cells, borders)


def _lines(row: Row) -> list[Line]:
    page = next(line.page for cell in row for line in cell.lines)
    return lines_of((word for cell in row for line in cell.lines for word in line.words), page)


def _across(lines: Sequence[Line], borders: Sequence[float]) -> Row:
    return [Cell(Box(borders[0], lines[0].box.top, borders[-1], lines[-1].box.bottom), list(lines))]
