"""The parts of a management response, found by its headings: head, context, and its recommendations."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mrdb.domain.draft import NO_CHOICE, Choices, DoubtKind, ReadColumn
from mrdb.reading.blocks import Block, Grid, Paragraph, Row
from mrdb.reading.interpreter.columns import (
    Columns,
    Placed,
    action_number,
    columns_of,
    default_columns,
    fits,
    placed,
    title_rows,
)
from mrdb.reading.interpreter.headings import Heading, heading_of
from mrdb.reading.transcript import Transcript

MAX_TITLE = 200
"""A title with more characters has swallowed the text behind it."""

Group = tuple[tuple[Paragraph, ...], ...]
"""What stands side by side in the head: the cells of one row, or one paragraph."""


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
    rows: list[tuple[Row, list[Placed]]] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """Takes the blocks of a document in their order, and knows all the time in which part it is."""

    transcript: Transcript
    choices: Choices = NO_CHOICE
    read_columns: list[ReadColumn] = field(default_factory=list)
    head: list[Group] = field(default_factory=list)
    context: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    _part: str = "head"
    _columns: Columns = ()
    """Those of the last table of actions."""
    _in_table: bool = False
    """Whether the rows that follow stand under ``_columns``."""

    def take(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Grid):
                self._take_grid(block)
            else:
                self._take_paragraph(block)

    @property
    def _section(self) -> Section | None:
        return self.sections[-1] if self.sections else None

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        section = self._section
        if not paragraph.said:
            return
        if paragraph.role == "note":
            (section.notes if section else []).append(paragraph)
        elif paragraph.role == "acceptance" and section:
            section.acceptance.append(paragraph)
        elif heading := heading_of(paragraph, section.number if section else None, self._part):
            self._begin(heading)
        else:
            self._place(paragraph)

    def _begin(self, heading: Heading) -> None:
        """``rest`` is what stands in the same paragraph behind the words of the heading."""
        self._in_table = False
        if heading.kind == "recommendation":
            self._begin_recommendation(heading)
            return
        self.transcript.mark(heading.paragraph.part(0, heading.rest_at), "furniture", "heading")
        match heading.kind:
            case "furniture":
                return
            case "context":
                self._part = "context"
            case "answer":
                if self._part in {"answer", "actions"}:
                    self.transcript.doubt(heading.paragraph.at, DoubtKind.NOT_PLACED, heading.paragraph.said)
                # The heading above all recommendations ends the context; the title of the whole document ends nothing.
                before = "head" if self._part == "head" else "behind context"
                self._part = "answer" if self.sections else before
        if heading.rest.said:
            self._place(heading.rest)

    def _begin_recommendation(self, heading: Heading) -> None:
        paragraph = heading.paragraph
        if any(section.number == heading.number for section in self.sections):
            self.transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said)
        section = Section(heading.number, paragraph)
        self.sections.append(section)
        self._part = "text"
        start, end = heading.number_at
        self.transcript.mark(paragraph.part(0, start), "furniture", "heading")
        self.transcript.mark(paragraph.part(start, end), "field", f"recommendation {heading.number} / number")
        self.transcript.mark(paragraph.part(end, heading.rest_at), "furniture", "heading")
        if heading.rest.said:
            section.title.append(heading.rest)

    def _place(self, paragraph: Paragraph) -> None:
        section = self._section
        if section is None:
            self._place_before(paragraph)
        elif self._part == "actions":
            self.transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said)
            section.behind.append(paragraph)
        elif self._part == "answer":
            section.answer.append(paragraph)
        elif self._is_title(section, paragraph):
            section.title.append(paragraph)
        else:
            section.text.append(paragraph)

    def _is_title(self, section: Section, paragraph: Paragraph) -> bool:
        """Right below a heading that has only a number; on paper the lines that go on with the heading."""
        if section.text or paragraph.mark or paragraph.is_exact:
            return False
        if paragraph.is_line:
            return paragraph.goes_on(section.heading)
        return not section.title and len(paragraph.said) <= MAX_TITLE

    def _place_before(self, paragraph: Paragraph) -> None:
        if self._part == "head":
            self.head.append(((paragraph,),))
            return
        if self._part == "behind context":
            self.transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said)
        self.context.append(paragraph)

    def _take_grid(self, grid: Grid) -> None:
        self._in_table = False
        titles: list[Row] = []
        for row, is_title in zip(grid.rows, title_rows(grid.rows), strict=True):
            if is_title and self.sections:
                titles.append(row)
                self._columns, self._in_table, self._part = columns_of(titles, self.choices), True, "actions"
                continue
            self._doubt_strange_columns(titles)
            titles = []
            self._take_row(row)
        self._doubt_strange_columns(titles)

    def _doubt_strange_columns(self, titles: list[Row]) -> None:
        """A column of the document's own goes with the text of the action, under its title."""
        for column in self._columns if titles else ():
            self.read_columns.append(ReadColumn(column.title, column.field, titles[-1].at, column.field is not None))
            if not column.field and column.title:
                self.transcript.doubt(titles[-1].at, DoubtKind.OWN_COLUMN, column.title)

    def _take_row(self, row: Row) -> None:
        filled = row.filled
        if not filled:
            return
        section = self._section
        first = filled[0].filled[0]
        heading = heading_of(first, section.number if section else None, self._part)
        if heading is not None and not (self._in_table and action_number(first.said)):
            self._take_headed_row(row, heading)
        elif section is not None and (columns := self._columns_for(row)):
            self._columns, self._in_table, self._part = columns, True, "actions"
            section.rows.append((row, placed(row, columns)))
        elif self._part == "head" and section is None and not self._holds_heading(row):
            self.head.append(tuple(cell.filled for cell in row.cells))
        else:
            self._take_cells(row)

    def _columns_for(self, row: Row) -> Columns:
        """The columns of a row that holds an action or the rest of one; none for any other row."""
        if self._in_table:
            return self._columns
        has_number = bool(action_number(row.filled[0].said))
        # More than one cell: a row of the table above, not a remark across it.
        goes_on = self._part == "actions" and len(row.cells) > 1
        if fits(row, self._columns) and (has_number or goes_on):
            return tuple(
                replace(column, start=cell.start, end=cell.end)
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
            self.transcript.doubt(row.at, DoubtKind.NOT_PLACED, row.said)
        for cell in filled:
            self.take(cell.blocks)

    def _holds_heading(self, row: Row) -> bool:
        return any(heading_of(one, None, self._part) is not None for cell in row.cells for one in cell.filled)
