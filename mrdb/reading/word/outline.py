"""The parts of a management response in Word, found by its headings: head, context, and its recommendations."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mrdb.domain.draft import DoubtKind
from mrdb.reading.assembly import MAX_TITLE, Doubts
from mrdb.reading.word.body import Paragraph, Row, Table
from mrdb.reading.word.headings import Heading, heading_of
from mrdb.reading.word.styles import ACCEPTANCE, NOTES
from mrdb.reading.word.table import (
    Column,
    Columns,
    action_number,
    columns_of,
    default_columns,
    fits,
    title_rows,
)

Group = tuple[tuple[Paragraph, ...], ...]
"""What stands side by side in the head: the cells of one row, or one paragraph."""


@dataclass(slots=True)
class ActionRow:
    row: Row
    columns: Columns


@dataclass(slots=True)
class Section:
    """One recommendation; ``behind`` is text that stands below its table, ``notes`` what our report adds."""

    number: int
    heading: Paragraph
    title: list[Paragraph] = field(default_factory=list)
    text: list[Paragraph] = field(default_factory=list)
    acceptance: list[Paragraph] = field(default_factory=list)
    answer: list[Paragraph] = field(default_factory=list)
    behind: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    rows: list[ActionRow] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """Takes the blocks of a document in their order, and knows all the time in which part it is."""

    ledger: Doubts
    head: list[Group] = field(default_factory=list)
    context: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    _part: str = "head"
    _columns: Columns = ()
    """Those of the last table of actions."""
    _in_table: bool = False
    """Whether the rows that follow stand under ``_columns``."""

    def take(self, blocks: Iterable[Paragraph | Table]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._take_table(block)
            else:
                self._take_paragraph(block)

    @property
    def _section(self) -> Section | None:
        return self.sections[-1] if self.sections else None

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        section = self._section
        if not paragraph.words:
            return
        if paragraph.style in NOTES:
            (section.notes if section else []).append(paragraph)
        elif paragraph.style == ACCEPTANCE and section:
            section.acceptance.append(paragraph)
        elif heading := heading_of(paragraph, section.number if section else None, self._part):
            self._begin(heading)
        else:
            self._place(paragraph)

    def _begin(self, heading: Heading) -> None:
        """``rest`` is what stands in the same paragraph behind the words of the heading."""
        self._in_table = False
        match heading.kind:
            case "furniture":
                return
            case "recommendation":
                self._begin_recommendation(heading)
                return
            case "context":
                self._part = "context"
            case "answer":
                if self._part in {"answer", "actions"}:
                    self.ledger.doubt(heading.paragraph.line, DoubtKind.NOT_PLACED, heading.paragraph.words)
                self._part = "answer" if self.sections else self._before_recommendations()
        if heading.rest:
            self._place(replace(heading.paragraph, text=heading.rest, label=""))

    def _before_recommendations(self) -> str:
        """The heading above all recommendations ends the context; the title of the whole document ends nothing."""
        return "head" if self._part == "head" else "behind context"

    def _begin_recommendation(self, heading: Heading) -> None:
        paragraph = heading.paragraph
        if any(section.number == heading.number for section in self.sections):
            self.ledger.doubt(paragraph.line, DoubtKind.NOT_PLACED, paragraph.words)
        section = Section(heading.number, paragraph)
        self.sections.append(section)
        self._part = "text"
        if heading.rest:
            section.title.append(replace(paragraph, text=heading.rest, label="", mark=""))

    def _place(self, paragraph: Paragraph) -> None:
        section = self._section
        if section is None:
            self._place_before(paragraph)
        elif self._part == "actions":
            self.ledger.doubt(paragraph.line, DoubtKind.NOT_PLACED, paragraph.words)
            section.behind.append(paragraph)
        elif self._part in {"answer", "actions"}:
            section.answer.append(paragraph)
        elif not section.title and self._may_be_title(section, paragraph):
            section.title.append(paragraph)
        else:
            section.text.append(paragraph)

    def _may_be_title(self, section: Section, paragraph: Paragraph) -> bool:
        """Right below a heading that has only a number."""
        is_first = not (section.text or paragraph.mark or paragraph.is_exact)
        return is_first and len(paragraph.words) <= MAX_TITLE

    def _place_before(self, paragraph: Paragraph) -> None:
        if self._part == "head":
            self.head.append(((paragraph,),))
            return
        if self._part == "behind context":
            self.ledger.doubt(paragraph.line, DoubtKind.NOT_PLACED, paragraph.words)
        self.context.append(paragraph)

    def _take_table(self, table: Table) -> None:
        self._in_table = False
        titles: list[Row] = []
        for row, is_title in zip(table.rows, title_rows(table.rows), strict=True):
            if is_title and self.sections:
                titles.append(row)
                self._columns, self._in_table, self._part = columns_of(titles), True, "actions"
                continue
            self._doubt_strange_columns(titles)
            titles = []
            self._take_row(row)
        self._doubt_strange_columns(titles)

    def _doubt_strange_columns(self, titles: list[Row]) -> None:
        """A column of the document's own goes with the text of the action, under its title."""
        for column in self._columns if titles else ():
            if not column.field and column.title:
                self.ledger.doubt(titles[-1].line, DoubtKind.NOT_PLACED, column.title)

    def _take_row(self, row: Row) -> None:
        filled = row.filled
        if not filled:
            return
        section = self._section
        first = filled[0].filled[0]
        heading = heading_of(first, section.number if section else None, self._part)
        if heading is not None and not (self._in_table and action_number(first.words)):
            self._take_headed_row(row, heading)
        elif section is not None and (columns := self._columns_for(row)):
            self._columns, self._in_table, self._part = columns, True, "actions"
            section.rows.append(ActionRow(row, columns))
        elif self._part == "head" and section is None and not self._holds_heading(row):
            self.head.append(tuple(cell.filled for cell in row.cells))
        else:
            self._take_cells(row)

    def _columns_for(self, row: Row) -> Columns:
        """The columns of a row that holds an action or the rest of one; none for any other row."""
        if self._in_table:
            return self._columns
        has_number = bool(action_number(row.filled[0].words))
        if fits(row, self._columns) and (has_number or (self._part == "actions" and _goes_on(row))):
            return tuple(
                Column(column.field, column.title, cell.start, cell.end)
                for cell, column in zip(row.cells, self._columns, strict=True)
            )
        return default_columns(row) if has_number else ()

    def _take_headed_row(self, row: Row, heading: Heading) -> None:
        """The heading stands left of what it is about, or above it in the only cell."""
        left, *others = row.filled
        if heading.kind != "recommendation" or not others:
            self._take_cells(row)
            return
        self._begin(heading)
        section = self.sections[-1]
        for paragraph in left.filled[1:]:
            if self._part == "text" and heading_of(paragraph, section.number, self._part) is None:
                section.title.append(paragraph)
            else:
                self._take_paragraph(paragraph)
        for cell in others:
            self.take(cell.blocks)

    def _take_cells(self, row: Row) -> None:
        """Cells that follow one another as paragraphs do; side by side without a heading they are no running text."""
        filled = row.filled
        if len(filled) > 1 and heading_of(filled[0].filled[0], None, self._part) is None:
            self.ledger.doubt(row.line, DoubtKind.NOT_PLACED, row.words)
        for cell in filled:
            self.take(cell.blocks)

    def _holds_heading(self, row: Row) -> bool:
        return any(heading_of(one, None, self._part) is not None for cell in row.cells for one in cell.filled)


def _goes_on(row: Row) -> bool:
    """More than one cell: a row of the table above, not a remark across it."""
    return len(row.cells) > 1
