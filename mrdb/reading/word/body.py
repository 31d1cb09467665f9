"""A Word document as paragraphs and tables in reading order, with the words that a reader of it sees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from mrdb.domain.draft import DoubtKind
from mrdb.reading.assembly import Doubts
from mrdb.reading.word.numbering import Numbering, Styles
from mrdb.reading.word.styles import CELLS, PROSE
from mrdb.reading.word.text import footnote_ids, is_prompt, text_boxes, text_of


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
            if element.tag == qn("w:tbl"):
                yield self._table(element, line)
            else:
                yield self._paragraph(element, line)
                for box in text_boxes(element):
                    yield from self._boxed(box, line)

    def _paragraph(self, element: BaseOxmlElement, line: int | None) -> Paragraph:
        properties = element.find(qn("w:pPr"))
        named = None if properties is None else properties.find(qn("w:pStyle"))
        style = "" if named is None else named.get(qn("w:val"), "")
        mark, label = self.numbering.signs(properties, style)
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

    def _table(self, element: BaseOxmlElement, line: int | None) -> Table:
        rows = []
        for one in _children(element, qn("w:tr")):
            own = line or len(self.lines) + 1
            if line is None:
                self.lines.append("")
            row = Row(own, tuple(self._cells(one, own)))
            if line is None:
                self.lines[own - 1] = row.words
            rows.append(row)
        return Table(tuple(rows))

    def _cells(self, row: BaseOxmlElement, line: int) -> Iterator[Cell]:
        start = _number(row.find(qn("w:trPr")), "w:gridBefore", 0)
        for element in _children(row, qn("w:tc")):
            properties = element.find(qn("w:tcPr"))
            end = start + max(1, _number(properties, "w:gridSpan", 1))
            merged = None if properties is None else properties.find(qn("w:vMerge"))
            is_continued = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
            yield Cell(start, end, is_continued, tuple(self._blocks(element, line)))
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


def _contents(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The paragraphs and tables right inside, also where a content control or a tracked insertion is around them."""
    for child in parent:
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag in _WRAPPERS and not is_prompt(child):
            yield from _contents(child)


def _children(parent: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _number(properties: BaseOxmlElement | None, tag: str, otherwise: int) -> int:
    found = None if properties is None else properties.find(qn(tag))
    text = "" if found is None else found.get(qn("w:val"), "")
    return min(int(text), 1000) if text.isascii() and text.isdecimal() else otherwise
