"""A page as what stands on it from the top down, and what all pages have at the top and the bottom taken off."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from mrdb.reading.pdf.columns import aligned
from mrdb.reading.pdf.lines import Line, Setting, lines_of
from mrdb.reading.pdf.paper import Paper
from mrdb.reading.pdf.tables import Table, filled, ruled_tables

_MARGIN = 0.16
"""Of the height of a page: above and below this stands no header or footer."""
_OFTEN = 0.4
"""Of the pages: left and right ones may differ."""
_COUNT = r"(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|van|of|sur|de)\s*\d{1,4})?"
_PAGE = r"(?:pagina|page|bladzijde|blad|blz|pag|p)\.?\s*"
_NUMBER = re.compile(rf"[-–|\s]*(?:{_PAGE})?{_COUNT}[-–|\s]*", re.IGNORECASE)
"""A line that is nothing but the number of the page."""
_NUMBER_WITHIN = re.compile(rf"\b{_PAGE}{_COUNT}|(?:^|[|\t–-])\s*{_COUNT}\s*(?=$|[|\t–-])", re.IGNORECASE)


@dataclass
class Page:
    """``lines`` stand outside the tables that are drawn, ``tables`` are filled. ``right`` is how far text may run."""

    paper: Paper
    lines: list[Line]
    tables: list[Table]

    @property
    def number(self) -> int:
        return self.paper.number


def page_of(paper: Paper) -> Page:
    tables = ruled_tables(paper)
    outside = filled(tables, paper.words)
    return Page(paper, lines_of(outside, paper.number), [one for one in tables if _has_words(one)])


def _has_words(table: Table) -> bool:
    return any(cell.lines for row in table.rows for cell in row)


def flow(page: Page, setting: Setting, before: Table | None) -> list[Line | Table]:
    """Lines and tables in the order in which people read them; ``before`` is what the page before ended with."""
    tables = sorted(page.tables, key=lambda table: table.box.top)
    found: list[Line | Table] = []
    waiting = list(page.lines)
    for table in [*tables, None]:
        above = [line for line in waiting if table is None or line.base <= table.box.top + 3]
        waiting = waiting[len(above) :]
        found += aligned(above, page.paper.rules, setting, None if found else before)
        if table is not None:
            found.append(table)
    return found


def without_furniture(pages: Sequence[Page]) -> list[Line]:
    """Takes headers, footers and page numbers off all pages; returns what stood in the headers, each line once."""
    found: dict[str, Line] = {}
    for is_top in (True, False):
        margins = [_outermost(page, is_top=is_top) for page in pages]
        repeated = _repeated(margins, is_top=is_top)
        for page, items in zip(pages, margins, strict=True):
            for item in items:
                if not _is_number(item) and _key(item) not in repeated:
                    break
                if isinstance(item, Table):
                    page.tables.remove(item)
                else:
                    page.lines.remove(item)
                if is_top and not _is_number(item):
                    for line in _lines(item):
                        found.setdefault(_NUMBER_WITHIN.sub("", line.text), line)
    return list(found.values())


def _repeated(margins: Sequence[Sequence[Line | Table]], *, is_top: bool) -> set[tuple[int, str]]:
    """The keys of what stands on many pages, unless another page has text of its own at that height."""
    counts = Counter(key for items in margins for key in {_key(item) for item in items})
    often = {key for key, count in counts.items() if count >= max(2, _OFTEN * len(margins))}
    own = [item.box for items in margins[1:] for item in items if not _is_number(item) and _key(item) not in often]
    if is_top:
        return {key for key in often if all(key[0] <= box.top + 1 for box in own)}
    return {key for key in often if all(key[0] > box.bottom + 1 for box in own)}


def _outermost(page: Page, *, is_top: bool = False) -> list[Line | Table]:
    """What stands in the margin, from the edge inwards; titles above the columns of a table end it."""
    height = page.paper.height
    items: list[Line | Table] = [*page.lines, *page.tables]
    items.sort(key=lambda item: item.box.top, reverse=not is_top)
    found = []
    for item, inner in zip_longest(items, items[1:]):
        is_within = item.box.bottom < _MARGIN * height if is_top else item.box.top > (1 - _MARGIN) * height
        if not is_within or (is_top and isinstance(item, Line) and _is_title(item, inner)):
            break
        found.append(item)
    return found


def _is_title(line: Line, below: Line | Table | None) -> bool:
    is_near = isinstance(below, Line) and below.base - line.base < 2.2 * line.size
    return is_near and len(line.segments()) > 2 and isinstance(below, Line) and len(below.segments()) > 1


def _lines(item: Line | Table) -> list[Line]:
    return [item] if isinstance(item, Line) else [line for row in item.rows for cell in row for line in cell.lines]


def _is_number(item: Line | Table) -> bool:
    return all(_NUMBER.fullmatch(line.text) for line in _lines(item))


def _key(item: Line | Table) -> tuple[int, str]:
    """The same for the same words at the same place, whatever the number of the page."""
    return round(item.box.bottom), _NUMBER_WITHIN.sub("#", "\t".join(line.text for line in _lines(item)))
