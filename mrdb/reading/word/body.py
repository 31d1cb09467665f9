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
from mrdb.reading.blocks import Block, Cell, Grid, Paragraph, Role, Row, paragraphs_of
from mrdb.reading.transcript import Transcript
from mrdb.reading.word.numbering import Numbering, Styles
from mrdb.reading.word.styles import ACCEPTANCE, CELLS, NOTES, PROSE
from mrdb.reading.word.text import footnote_ids, is_prompt, text_boxes, text_of

Part = TypeVar("Part", bound=BaseOxmlElement)
_WIDEST = 1000
"""Columns of the grid: what a file says beyond this is nonsense."""


@dataclass(slots=True)
class Body:
    """Reads the body once, from top to bottom, since numbers count along; ``lines`` grow while it does."""

    styles: Styles
    numbering: Numbering
    footnotes: Mapping[str, str]
    transcript: Transcript
    lines: list[str] = field(default_factory=list)

    def blocks(self, root: BaseOxmlElement) -> list[Block]:
        return list(self._blocks(root, None))

    def _blocks(self, parent: BaseOxmlElement, line: int | None) -> Iterator[Block]:
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
        found = Paragraph(own, text, _role(name), mark, label, is_exact)
        if line is None:
            self.lines.append(f"{found.mark}{found.said}")
        for id_ in footnote_ids(element):
            self.transcript.doubt(own, DoubtKind.NOT_PLACED, self.footnotes.get(id_, ""))
        return found

    def _boxed(self, box: BaseOxmlElement, line: int | None) -> Iterator[Block]:
        """A text box floats: where its words belong is for people to say."""
        for block in self._blocks(box, line):
            for paragraph in paragraphs_of((block,)):
                if paragraph.said:
                    self.transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said)
            yield block

    def _table(self, element: CT_Tbl, line: int | None) -> Grid:
        rows = []
        for one in _children(element, CT_Row):
            own = line or len(self.lines) + 1
            if line is None:
                self.lines.append("")
            row = Row(own, tuple(self._cells(one, own)))
            if line is None:
                self.lines[own - 1] = row.said
            rows.append(row)
        return Grid(tuple(rows))

    def _cells(self, row: CT_Row, line: int) -> Iterator[Cell]:
        start = min(row.grid_before, _WIDEST)
        for element in _children(row, CT_Tc):
            end = start + min(max(1, element.grid_span), _WIDEST)
            yield Cell(start, end, element.vMerge == ST_Merge.CONTINUE, tuple(self._blocks(element, line)))
            start = end


def _role(style: str) -> Role:
    name = style.casefold()
    if style in NOTES:
        return "note"
    if style == ACCEPTANCE:
        return "acceptance"
    if name.startswith("toc"):
        return "contents"
    if name == "title":
        return "title"
    return "heading" if name.startswith(("heading", "title", "kop")) else ""


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
