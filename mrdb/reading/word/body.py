"""A Word document as paragraphs and tables in reading order, with the words that a reader of it sees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from docx.oxml.ns import qn
from docx.oxml.simpletypes import ST_Merge
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from mrdb.domain.draft import DoubtKind
from mrdb.reading.blocks import SIDE_BY_SIDE, Block, Cell, Grid, Paragraph, Role, Row, paragraphs_of
from mrdb.reading.transcript import Transcript
from mrdb.reading.word.numbering import Numbering
from mrdb.reading.word.style_sheet import Styles
from mrdb.reading.word.styles import ACCEPTANCE, CELLS, NOTES, PROSE
from mrdb.reading.word.text import is_of_today, is_prompt, note_ids, text_boxes, text_of, words_of

Part = TypeVar("Part", bound=BaseOxmlElement)
_WIDEST = 1000
"""Columns of the grid: what a file says beyond this is nonsense."""


@dataclass(slots=True)
class Body:
    """Reads the body once, from top to bottom, since numbers count along; ``lines`` grow while it does."""

    styles: Styles
    numbering: Numbering
    notes: Mapping[str, str]
    transcript: Transcript
    lines: list[str] = field(default_factory=list)
    _left_out: dict[DoubtKind, list[str]] = field(default_factory=dict)
    """What is struck through or hidden in the line that is being read."""

    def blocks(self, root: BaseOxmlElement) -> list[Block]:
        return list(self._blocks(root, None))

    def page_header(self, root: BaseOxmlElement) -> list[Block]:
        """Without what Word itself fills in there, which may be another day tomorrow."""
        filled = [one for one in _contents(root) if not is_of_today(one) and any(map(text_of, one.iter(qn("w:p"))))]
        return [block for one in filled for block in self._block(one, None)]

    def _blocks(self, parent: BaseOxmlElement, line: int | None) -> Iterator[Block]:
        """``line`` is that of the row that all of it stands in; None in the body, where each block has its own."""
        for element in _contents(parent):
            yield from self._block(element, line)

    def _block(self, element: CT_P | CT_Tbl, line: int | None) -> Iterator[Block]:
        if isinstance(element, CT_Tbl):
            yield self._table(element, line)
            return
        yield self._paragraph(element, line)
        for box in text_boxes(element):
            yield from self._boxed(box, line)

    def _paragraph(self, element: CT_P, line: int | None) -> Paragraph:
        style = element.style or ""
        own = line or len(self.lines) + 1
        name, look_of = self.styles.name(style), partial(self.styles.look, paragraph_style=style)
        text, left_out = words_of(element, look_of)
        mark = label = ""
        if text.strip() or look_of(_end_of(element)) != DoubtKind.HIDDEN:
            mark, label = self.numbering.signs(element.pPr, style)
        for look, words in left_out:
            self._left_out.setdefault(look, []).append(words if text.strip() else f"{label} {words}".strip())
        if not text.strip():
            text = mark = label = ""  # Word counts it, nobody reads it
        is_exact = name in CELLS or (self.styles.are_ours and name in PROSE)
        found = Paragraph(own, text, _role(name), mark, label, is_exact)
        if line is None:
            self.lines.append("")
            self._end_line(own, f"{found.mark}{found.said}")
        for id_ in note_ids(element):
            if self.notes.get(id_):
                self.transcript.doubt(own, DoubtKind.NOT_PLACED, self.notes[id_])
        return found

    def _end_line(self, line: int, said: str) -> None:
        """What was left out of it stands behind it for people to see, in the words of its doubts."""
        left_out = {look: SIDE_BY_SIDE.join(words) for look, words in self._left_out.items()}
        for look, words in left_out.items():
            self.transcript.doubt(line, look, words)
        self._left_out.clear()
        self.lines[line - 1] = SIDE_BY_SIDE.join(filter(None, (said, *left_out.values())))

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
                self._end_line(own, row.said)
            rows.append(row)
        return Grid(tuple(rows))

    def _cells(self, row: CT_Row, line: int) -> Iterator[Cell]:
        start = min(row.grid_before, _WIDEST)
        for element in _children(row, CT_Tc):
            end = start + min(max(1, element.grid_span), _WIDEST)
            yield Cell(start, end, element.vMerge == ST_Merge.CONTINUE, tuple(self._blocks(element, line)))
            start = end


def _end_of(paragraph: CT_P) -> BaseOxmlElement | None:
    """How its end looks: where that is hidden too, Word does not count the paragraph."""
    return None if paragraph.pPr is None else paragraph.pPr.find(qn("w:rPr"))


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
