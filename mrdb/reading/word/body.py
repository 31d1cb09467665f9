"""A Word document as paragraphs and tables in reading order, with the words that a reader of it sees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from docx.oxml.ns import qn
from docx.oxml.simpletypes import ST_Merge
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from mrdb.domain.draft import DoubtKind
from mrdb.reading.assembly import Doubts
from mrdb.reading.word.numbering import Numbering, Styles
from mrdb.reading.word.styles import CELLS, PROSE
from mrdb.reading.word.text import footnote_ids, is_prompt, text_boxes, text_of

Part = TypeVar("Part", bound=BaseOxmlElement)
_WIDEST = 1000
"""Columns of the grid: what a file says beyond this is nonsense."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` holds tabs and, where Word breaks the line itself, newlines; ``label`` is its automatic number.

    ``line`` counts from 1: a paragraph of the body is one line, and so is a row of a table. ``mark`` is that of a list
    item, or "". ``is_exact`` means that our report wrote it: its text is no heading and holds no marks.
    """

    line: int
    text: str
    style: str = ""
    mark: str = ""
    label: str = ""
    is_exact: bool = False

    @property
    def words(self) -> str:
        """The whole paragraph on one line, with its number and without its mark."""
        return " ".join(f"{self.label} {self.text}".split())

    @property
    def is_heading(self) -> bool:
        return self.style.casefold().startswith(("heading", "title", "kop"))


@dataclass(frozen=True, slots=True)
class Cell:
    """``start`` and ``end`` are columns of the table's grid; ``is_continued`` means merged with the cell above."""

    start: int
    end: int
    is_continued: bool
    blocks: tuple["Paragraph | Table", ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Also those of tables inside it."""
        return tuple(_paragraphs(self.blocks))

    @property
    def filled(self) -> tuple[Paragraph, ...]:
        return tuple(one for one in self.paragraphs if one.words)

    @property
    def words(self) -> str:
        return " ".join(one.words for one in self.filled)


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells with words in them."""
        return tuple(cell for cell in self.cells if cell.words)

    @property
    def words(self) -> str:
        return " | ".join(cell.words for cell in self.filled)


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Body:
    """Reads the body once, from top to bottom, since numbers count along; ``lines`` grow while it does."""

    styles: Styles
    numbering: Numbering
    footnotes: Mapping[str, str]
    ledger: Doubts
    lines: list[str] = field(default_factory=list)

    def blocks(self, root: BaseOxmlElement) -> list[Paragraph | Table]:
        return list(self._blocks(root, None))

    def _blocks(self, parent: BaseOxmlElement, line: int | None) -> Iterator[Paragraph | Table]:
        """``line`` is that of the row that all of it stands in; None in the body, where each block has its own."""
        for element in _contents(parent):
            if isinstance(element, CT_Tbl):
                yield self._table(element, line)
            else:
                yield self._paragraph(element, line)
                for box in text_boxes(element):
                    yield from self._boxed(box, line)

    def _paragraph(self, element: CT_P, line: int | None) -> Paragraph:
        style = element.style or ""
        mark, label = self.numbering.signs(element.pPr, style)
        own = line or len(self.lines) + 1
        name, text = self.styles.name(style), text_of(element)
        if not text.strip():
            text = mark = label = ""  # Word counts it, nobody reads it
        is_exact = name in CELLS or (self.styles.are_ours and name in PROSE)
        found = Paragraph(own, text, name, mark, label, is_exact)
        if line is None:
            self.lines.append(f"{found.mark}{found.words}")
        for id_ in footnote_ids(element):
            self.ledger.doubt(own, DoubtKind.NOT_PLACED, self.footnotes.get(id_, ""))
        return found

    def _boxed(self, box: BaseOxmlElement, line: int | None) -> Iterator[Paragraph | Table]:
        """A text box floats: where its words belong is for people to say."""
        for block in self._blocks(box, line):
            for paragraph in _paragraphs((block,)):
                if paragraph.words:
                    self.ledger.doubt(paragraph.line, DoubtKind.NOT_PLACED, paragraph.words)
            yield block

    def _table(self, element: CT_Tbl, line: int | None) -> Table:
        rows = []
        for one in _children(element, CT_Row):
            own = line or len(self.lines) + 1
            if line is None:
                self.lines.append("")
            row = Row(own, tuple(self._cells(one, own)))
            if line is None:
                self.lines[own - 1] = row.words
            rows.append(row)
        return Table(tuple(rows))

    def _cells(self, row: CT_Row, line: int) -> Iterator[Cell]:
        start = min(row.grid_before, _WIDEST)
        for element in _children(row, CT_Tc):
            end = start + min(max(1, element.grid_span), _WIDEST)
            yield Cell(start, end, element.vMerge == ST_Merge.CONTINUE, tuple(self._blocks(element, line)))
            start = end


def _paragraphs(blocks: tuple[Paragraph | Table, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


_WRAPPERS = frozenset(
    qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag")
)  # fmt: skip


def _contents(parent: BaseOxmlElement) -> Iterator[CT_P | CT_Tbl]:
    """The paragraphs and tables right inside, also where a content control or a tracked insertion is around them."""
    for child in parent:
        if isinstance(child, CT_P | CT_Tbl):
            yield child
        elif child.tag in _WRAPPERS and not is_prompt(child):
            yield from _contents(child)


def _children(parent: BaseOxmlElement, kind: type[Part]) -> Iterator[Part]:
    for child in parent:
        if isinstance(child, kind):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, kind)
