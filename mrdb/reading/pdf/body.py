"""A PDF as paragraphs and grids: its pages read one after the other, put together where the paper broke them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from mrdb.domain.draft import DoubtKind
from mrdb.domain.response import SUB_BULLET
from mrdb.reading.blocks import Block, Cell, Grid, Paragraph, Role, Row
from mrdb.reading.pdf import tables
from mrdb.reading.pdf.across import with_rows_across
from mrdb.reading.pdf.lines import Line, Setting
from mrdb.reading.pdf.page import Page, flow, without_furniture
from mrdb.reading.pdf.paragraphs import Joined, paragraphs
from mrdb.reading.pdf.tables import NEAR, Table, continued

_CONTENTS = re.compile(r".*(?:(?:\.\s?){4,}|…{2,}|_{4,})\s*\d{1,4}\s*")
"""A line of a table of contents."""
_PAGE_BEHIND = re.compile(r"\s*[\s.…_]\d{1,3}$")
_LONGEST_HEADING = 160
_LARGER = 1.12
_TITLE = 1.3
"""Of the size of most letters: what is printed this much larger is a heading, or the title."""
_FEWEST_WRAPPED = 3
_DEEPER = 6.0
"""Points that an item of a list inside a list begins further right."""


@dataclass(slots=True)
class Body:
    """``lines`` grow while the blocks are made, with the page of each, and the doubts with the line of each."""

    pages: Sequence[Page]
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    doubts: list[tuple[int, DoubtKind, str]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    page_headers: list[Block] = field(default_factory=list)

    def read(self) -> None:
        """What stands at the top of every page is apart from the rest: there may be a title, or a date."""
        headers = without_furniture(self.pages)
        columns = [page.lines for page in self.pages]
        columns += [cell.lines for page in self.pages for table in page.tables for row in table.rows for cell in row]
        setting = Setting.of(columns)
        self.page_headers = list(self._blocks(headers, setting))
        self.blocks = _with_contents(list(self._blocks(self._joined(setting), setting)))
        self._doubt_pages()

    def _joined(self, setting: Setting) -> list[Line | Table]:
        """All that stands on the pages; a table at the top goes on with the one at the bottom of the page before."""
        found: list[Line | Table] = []
        for page in self.pages:
            last = found[-1] if found and isinstance(found[-1], Table) else None
            items = flow(page, setting, last)
            if last and items and isinstance(items[0], Table) and continued(last, items[0]):
                items = items[1:]
            found += items
        return list(with_rows_across(found, setting))

    def _blocks(self, items: Iterable[Line | Table], setting: Setting) -> Iterator[Block]:
        rights = self._rights()
        for is_table, group in groupby(items, key=lambda item: isinstance(item, Table)):
            if is_table:
                yield from (self._grid(table, setting) for table in group if isinstance(table, Table))
                continue
            lines = (line for line in group if isinstance(line, Line))
            for width, run in groupby(lines, key=lambda line: _width(self.pages[line.page - 1])):
                yield from self._paragraphs(paragraphs(list(run), rights[width], setting), None, setting)

    def _paragraphs(self, found: Iterable[Joined], line: int | None, setting: Setting) -> Iterator[Paragraph]:
        """``line`` is that of the row they stand in; outside tables each gets its own."""
        for is_item, group in groupby(found, key=lambda joined: bool(joined.lines[0].mark)):
            items = list(group)
            left = min(joined.lines[0].box.x0 for joined in items)
            for joined in items:
                is_deeper = is_item and joined.lines[0].box.x0 > left + _DEEPER
                if one := self._paragraph(joined, line, is_deeper, setting):
                    yield one

    def _doubt_pages(self) -> None:
        """Of what belongs to a page, and to nothing on it."""
        for askew, group in groupby(self.pages, key=lambda page: page.paper.askew):
            if askew:
                self.doubts.append((self._first_line(next(group)), DoubtKind.NOT_PLACED, askew))
        for page in self.pages:
            if page.paper.is_picture or page.paper.is_recognised:
                kind = DoubtKind.PAGE_IS_PICTURE if page.paper.is_picture else DoubtKind.PAGE_RECOGNISED
                self.doubts.append((self._first_line(page), kind, ""))

    def _first_line(self, page: Page) -> int:
        at = next((n for n, number in enumerate(self.numbers, start=1) if number >= page.number), len(self.lines))
        return max(1, at)

    def _rights(self) -> dict[int, float]:
        """How far text outside tables runs to the right, by the width of the page.

        Where too few lines go on below to tell, as far from the edge of the paper as it begins on the left.
        """
        found: dict[int, float] = {}
        for width, group in groupby(sorted(self.pages, key=_width), key=_width):
            pages = [page for page in group if page.lines]
            ends = [line.box.x1 for page in pages for line in page.lines]
            starts = [line.box.x0 for page in pages for line in page.lines]
            right = max(ends, default=0.0)
            wrapped = sum(
                above.box.x1 > 0.9 * right and below.words[0].text[:1].islower()
                for page in pages
                for above, below in pairwise(page.lines)
            )
            found[width] = right if wrapped >= _FEWEST_WRAPPED else max(right, width - min(starts, default=0.0))
        return found

    def _paragraph(self, joined: Joined, line: int | None, is_deeper: bool, setting: Setting) -> Paragraph | None:
        first = joined.lines[0]
        at = line or len(self.lines) + 1
        text = joined.text.strip()
        self.doubts += [(at, kind, found) for kind, found in joined.doubts]
        for one in joined.lines:
            self.doubts += [(at, kind, found) for kind, found in one.left_out()]
            if one.is_overprinted:
                self.doubts.append((at, DoubtKind.COLUMNS_RUN_TOGETHER, one.text))
        if line is None and text.count("\t") > 1:
            self.doubts.append((at, DoubtKind.COLUMNS_RUN_TOGETHER, " ".join(text.split())))
        if "\N{REPLACEMENT CHARACTER}" in text:
            self.doubts.append((at, DoubtKind.DAMAGED_LETTERS, text))
        if not text:
            return None
        mark = SUB_BULLET if is_deeper else first.mark
        role = self._role(joined, setting) if line is None else ""
        found = Paragraph(at, text, role, mark)
        if line is None:
            self.lines.append(f"{found.mark}{found.said}")
            self.numbers.append(first.page)
        return found

    def _role(self, joined: Joined, setting: Setting) -> Role:
        first = joined.lines[0]
        if first.is_contents or _CONTENTS.fullmatch(joined.text):
            return "contents"
        if first.mark or len(joined.text) > _LONGEST_HEADING:
            return ""
        if first.size >= max(_TITLE * setting.body, 0.95 * setting.largest) and first.page == self.pages[0].number:
            return "title"
        is_bold = all(line.is_bold for line in joined.lines) and not joined.text.endswith((".", ",", ";"))
        return "heading" if is_bold or first.size >= _LARGER * setting.body else ""

    def _grid(self, table: Table, setting: Setting) -> Grid:
        edges = table.edges
        rows = []
        for row in table.rows:
            at = len(self.lines) + 1
            self.lines.append("")
            page = next((cell.lines[0].page for cell in row if cell.lines), self.numbers[-1] if self.numbers else 1)
            self.numbers.append(page)
            cells = tuple(self._cell(cell, at, edges, setting) for cell in row)
            rows.append(found := Row(at, cells))
            self.lines[at - 1] = found.said
        return Grid(tuple(rows))

    def _cell(self, cell: tables.Cell, at: int, edges: Sequence[float], setting: Setting) -> Cell:
        start, end = (_place(edges, x) for x in (cell.box.x0, cell.box.x1))
        left = min((line.box.x0 for line in cell.lines), default=cell.box.x0)
        right = cell.right or cell.box.x1 - min(max(left - cell.box.x0, 0.5), 8.0)
        found = self._paragraphs(paragraphs(cell.lines, right, setting), at, setting)
        return Cell(start, max(end, start + 1), cell.is_continued, tuple(found))


def _width(page: Page) -> int:
    return round(page.paper.width)


def _with_contents(blocks: Sequence[Block]) -> list[Block]:
    """Tells entries of a table of contents by the heading that stands further on, and the number behind them."""
    found = list(blocks)
    later: set[str] = set()
    for place in range(len(blocks) - 1, -1, -1):
        block, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
        if not isinstance(block, Paragraph):
            continue
        title = _PAGE_BEHIND.sub("", block.said)
        is_broken = isinstance(below, Paragraph) and below.said.isdecimal() and block.said in later
        if (title != block.said and title in later) or is_broken:
            found[place] = replace(block, role="contents")
            if is_broken and isinstance(below, Paragraph):
                found[place + 1] = replace(below, role="contents")
        later.add(block.said)
    return found


def _place(edges: Sequence[float], x: float) -> int:
    return next((n for n, edge in enumerate(edges) if abs(edge - x) <= NEAR), len(edges) - 1)
