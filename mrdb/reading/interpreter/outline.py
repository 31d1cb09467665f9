"""The parts of a management response, found by its headings: head, context, and its recommendations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mrdb.domain.draft import DoubtKind, Place
from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Block, Cell, Grid, Paragraph, Row
from mrdb.reading.interpreter.columns import (
    Column,
    Columns,
    Placed,
    columns_of,
    default_columns,
    fits,
    placed,
    title_rows,
)
from mrdb.reading.interpreter.headings import Heading, heading_of
from mrdb.reading.interpreter.numbers import action_number
from mrdb.reading.interpreter.prose import Prose
from mrdb.reading.interpreter.sections import (
    ActionRow,
    Section,
    reference_of,
    same_number,
    titled,
    under_title,
)
from mrdb.reading.interpreter.titles import is_acceptance, names_action
from mrdb.reading.interpreter.upright import upright

_FEWEST_WORDS = 1
"""A recommendation of so few does not say what it is about."""


@dataclass(slots=True)
class Outline(Prose):
    """Takes the blocks of a document in their order: whatever the shape of its tables, rows under columns."""

    is_any_table: bool = False
    """Whether a table may hold recommendations that it does not call so: where nothing else in the document does."""
    _columns: Columns = ()
    """Those of the last table of actions."""
    _is_titled: bool = False
    """Whether the grid that is being read has titles."""
    _is_plan: bool = False
    """Whether it holds the actions of several recommendations that stand above it."""
    _about: str = ""
    """The words by which the row above names its recommendation."""
    _is_linked: bool = True
    """Whether the document has that one."""

    def take(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Grid):
                self._take_grid(block)
            else:
                self._take_paragraph(block)

    def _take_grid(self, grid: Grid) -> None:
        for one in upright(grid):
            self._take_rows(one.rows)

    def _take_rows(self, rows: Sequence[Row]) -> None:
        self._in_table = self._is_titled = False
        self._running = None
        are_titles = title_rows(rows, self.choices)
        first = 0
        for n, row in enumerate(rows):
            if not are_titles[n]:
                first = n + 1
                self._take_row(row)
            elif are_titles[n + 1 : n + 2] != [True] and not self._begin_table(rows[first : n + 1], rows[n + 1 :]):
                for title in rows[first : n + 1]:
                    self._take_row(title)

    def _begin_table(self, titles: Sequence[Row], below: Sequence[Row]) -> bool:
        """Whether the titles are those of a table of recommendations, or of actions under one."""
        columns = columns_of(titles, below, self.choices, is_any=self.is_any_table)
        has_parts = any(column.field == Fact.RECOMMENDATION for column in columns)
        if not (self.sections or has_parts or any(self._holds_heading(row) for row in below)):
            return False
        self._columns, self._in_table, self._is_titled = columns, True, True
        self._part = "actions" if self.sections else self._part
        self._about, self._is_plan, self._is_linked = "", self._holds_plan(below), True
        for column in columns:
            self._note_column(column, titles[-1].at)
        return True

    def _holds_plan(self, rows: Sequence[Row]) -> bool:
        named = {action_number(row.filled[0].said).partition(".")[0] for row in rows if row.filled}
        return sum(any(same_number(section.number, one) for section in self.sections) for one in named if one) > 1

    def _take_row(self, row: Row) -> None:
        filled = row.filled
        if not filled:
            return
        section = self._section
        first = filled[0].filled[0]
        columns = self._columns_for(row)
        is_across = self._is_titled and len(filled) == 1 and filled[0].end - filled[0].start > 1
        is_across = is_across and not action_number(first.said)
        has_parts = any(column.is_about_recommendation for column in columns) and not is_across
        heading = heading_of(first, self._current, self._part)
        if heading is not None and not (columns and (has_parts or action_number(first.said))):
            self._take_headed_row(row, heading)
        elif columns and not is_across and (section is not None or has_parts):
            self._columns, self._in_table, self._part = columns, True, "actions"
            self._take_placed(row, placed(row, columns))
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
        goes_on = (self._part == "actions" or self._is_titled) and len(row.cells) > 1
        if fits(row, self._columns) and (has_number or goes_on):
            return tuple(
                replace(column, start=cell.start, end=cell.end)
                for cell, column in zip(row.cells, self._columns, strict=True)
            )
        return default_columns(row) if has_number else ()

    def _take_placed(self, row: Row, cells: Sequence[Placed]) -> None:
        """A row under its columns: what it says of its recommendation, and an action where it says more."""
        about = [one for one in cells if one.columns[0].is_about_recommendation]
        actions = [one for one in cells if not one.columns[0].is_about_recommendation]
        is_same = self._take_name(about)
        if not about and self._is_plan and (number := action_number(row.filled[0].said).partition(".")[0]):
            named = next((one for one in self.sections if same_number(one.number, number)), None)
            self._section, self._is_linked = named or self._section, named is not None
        if self._section is None:
            self._take_cells(row)
            return
        self._take_about(self._section, about, is_same=is_same)
        is_said = any(one.cell.said for one in actions)
        if all(column.field != Fact.ACTION_TEXT for column in self._columns):
            is_said = is_said or any(one.field == Fact.ANSWER and names_action(one.columns[0].title) for one in about)
            actions += self._promise(self._section, about)
        if is_said:
            self._section.rows.append(ActionRow(row, actions, self._is_linked))

    def _promise(self, section: Section, about: Sequence[Placed]) -> list[Placed]:
        """Where the table has no column of actions, the answer holds what is promised, or else the recommendation."""
        answers = [paragraph for one in about if one.field == Fact.ANSWER for paragraph in one.cell.filled]
        words = [said for one in answers or section.answer if (said := _without_acceptance(one)).said]
        words = words or [*section.title, *section.text]
        return [Placed(Cell.alone(*words), (Column(Fact.ACTION_TEXT),), is_shared=True)]

    def _take_name(self, about: Sequence[Placed]) -> bool:
        """Whether the row goes on with the same recommendation: its cell is empty, merged or the same as above."""
        named = [found for one in about if one.field == Fact.RECOMMENDATION for found in one.cell.filled]
        words = " ".join(one.said for one in named)
        if not words or words == self._about:
            return True
        self._about, self._is_linked = words, self._name(named)
        return False

    def _take_about(self, section: Section, about: Sequence[Placed], *, is_same: bool) -> None:
        """Everything of the recommendation but its name; what the row above says too is not said again."""
        for one in about:
            found = one.cell.filled
            match one.field:
                case Fact.RECOMMENDATION:
                    continue
                case Fact.ADVICE:
                    target, found = section.text, tuple(under_title(one.columns[0].title, found))
                case Fact.ACCEPTANCE:
                    target = section.acceptance
                case _:
                    target = section.answer
            if not (is_same and {paragraph.said for paragraph in found} <= {paragraph.said for paragraph in target}):
                target += found

    def _name(self, named: Sequence[Paragraph]) -> bool:
        """Goes on with the recommendation that a cell names; whether the document has it."""
        number, number_at, rest_at = reference_of(named[0])
        if (heading := heading_of(named[0], None, "text")) and heading.kind == "recommendation":
            number, number_at, rest_at = heading.number, heading.number_at, heading.rest_at
        rest = [one for one in (named[0].part(rest_at), *named[1:]) if one.said]
        words = " ".join(one.said for one in rest)
        for section in self.sections:
            if same_number(section.number, number) if number else section.is_named_by(words):
                if number and not section.is_named_by(words) and section.rows:
                    continue
                self._section = section
                if not section.holds(words):
                    place = Place(self.sections.index(section))
                    self.transcript.doubt(named[0].at, DoubtKind.SHARED, words, place, Fact.ADVICE)
                    section.text += rest
                return True
        if not rest and self.sections:
            return False
        self._begin_recommendation(Heading("recommendation", named[0], rest_at, number, number_at))
        section = self.sections[-1]
        self._part = "actions"
        if any(not one.is_in_table for one in self.sections[:-1]):
            place = Place(len(self.sections) - 1)
            self.transcript.doubt(named[0].at, DoubtKind.NOT_LINKED, named[0].said, place)
        if len(words.split()) <= _FEWEST_WORDS:
            self.transcript.doubt(named[0].at, DoubtKind.TITLE_TORN, words, Place(len(self.sections) - 1), Fact.TITLE)
        section.is_in_table = True
        section.title, section.text = [], []
        for n, paragraph in enumerate(rest):
            title, text = titled(paragraph) if not n else (paragraph.part(0, 0), paragraph)
            section.title += [title] if title.said else []
            section.text += [text] if text.said else []
        return True

    def _take_headed_row(self, row: Row, heading: Heading) -> None:
        """The heading stands left of what it is about, or above it in the only cell."""
        left, *others = row.filled
        if heading.kind != "recommendation" or not others:
            self._take_cells(row)
            return
        self._begin(heading)
        section = self.sections[-1]
        for paragraph in left.filled[1:]:
            if self._part == "text" and heading_of(paragraph, self._current, self._part) is None:
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


def _without_acceptance(paragraph: Paragraph) -> Paragraph:
    """What it promises: "Aanvaard. We geven opleiding." does so behind its first sentence."""
    first, stop, _ = paragraph.whole.partition(". ")
    return paragraph.part(len(first) + len(stop)) if is_acceptance(first) else paragraph
