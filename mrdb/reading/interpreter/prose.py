"""The running text of a management response, parted by its headings: head, context, and its recommendations."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mrdb.domain.draft import NO_CHOICE, Choices, DoubtKind, Place, ReadColumn
from mrdb.domain.facts import Fact
from mrdb.reading.acceptance import read_acceptance
from mrdb.reading.blocks import Cell, Paragraph, Row
from mrdb.reading.interpreter.columns import Column, Placed
from mrdb.reading.interpreter.headings import Heading, heading_of
from mrdb.reading.interpreter.numbers import number_before
from mrdb.reading.interpreter.running import Piece, action_begun, labelled, numbered, pieces_of, text_piece
from mrdb.reading.interpreter.sections import MAX_TITLE, ActionRow, Section
from mrdb.reading.transcript import Transcript
from mrdb.text.lexicon import folded_heading

Group = tuple[tuple[Paragraph, ...], ...]
"""What stands side by side in the head: the cells of one row, or one paragraph."""

_PROMISES = {Fact.CALENDAR, Fact.RESPONSIBLE}


@dataclass(slots=True)
class Prose:
    """Takes paragraphs in their order, and knows all the time in which part of the document it is."""

    transcript: Transcript
    choices: Choices = NO_CHOICE
    read_columns: list[ReadColumn] = field(default_factory=list)
    head: list[Group] = field(default_factory=list)
    context: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    _section: Section | None = None
    """The one that is being read: the last, but where a plan at the end goes back to the others."""
    _part: str = "head"
    _in_table: bool = False
    """Whether the rows that follow stand under the columns of a table."""
    _running: ActionRow | None = None
    """The action in running text to which the fields that follow belong."""
    _is_list: bool = False
    """Whether the items and the numbered paragraphs that follow are actions."""

    @property
    def _current(self) -> str | None:
        return self._section.number if self._section else None

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        section = self._section
        if not paragraph.said:
            return
        if paragraph.role == "note":
            (section.notes if section else []).append(paragraph)
        elif paragraph.role == "acceptance" and section:
            section.acceptance.append(paragraph)
        elif heading := heading_of(paragraph, self._current, self._part):
            self._begin(heading)
        elif not self._take_running(paragraph):
            self._running = None
            self._place(paragraph)

    def _begin(self, heading: Heading) -> None:
        """``rest`` is what stands in the same paragraph behind the words of the heading."""
        self._in_table, self._running = False, None
        self._is_list = heading.kind == "furniture" and heading.paragraph.role != "contents"
        if heading.kind == "recommendation":
            self._begin_recommendation(heading)
            return
        self.transcript.mark(heading.paragraph.part(0, heading.rest_at), "furniture", "heading")
        match heading.kind:
            case "furniture":
                return
            case "section" | "annex":
                self.transcript.doubt(heading.paragraph.at, DoubtKind.NOT_PLACED, heading.paragraph.said)
                self.context.append(heading.paragraph)
                if heading.kind == "annex":
                    self._section, self._part = None, "behind context"
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
        number = heading.number or str(len(self.sections) + 1)
        place = Place(len(self.sections))
        if not heading.number:
            self.transcript.doubt(paragraph.at, DoubtKind.NUMBER_GIVEN, paragraph.said, place, Fact.NUMBER)
        if heading.is_shared:
            self.transcript.doubt(paragraph.at, DoubtKind.SHARED, paragraph.said, place, Fact.NUMBER)
        if any(section.number == number for section in self.sections):
            self.transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said, place, Fact.NUMBER)
        section = self._section = Section(number, paragraph)
        self.sections.append(section)
        self._part = "text"
        start, end = heading.number_at
        self.transcript.mark(paragraph.part(0, start), "furniture", "heading")
        self.transcript.mark(paragraph.part(start, end), "field", f"recommendation {number} / number")
        self.transcript.mark(paragraph.part(end, heading.rest_at), "furniture", "heading")
        if heading.rest.said:
            section.title.append(heading.rest)

    def _place(self, paragraph: Paragraph) -> None:
        section = self._section
        if section is None:
            self._place_before(paragraph)
        elif self._part == "actions":
            section.behind.append(paragraph)
        elif self._part == "answer" or (section.title and not section.answer and _is_answer(paragraph)):
            self._part = "answer"
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

    def _take_running(self, paragraph: Paragraph) -> bool:
        """Whether it is an action in running text, or goes on with one."""
        section = self._section
        if section is None or paragraph.is_exact or self._part not in {"text", "answer", "actions"}:
            return False
        number, end = action_begun(paragraph)
        pieces = pieces_of(paragraph.part(end) if end else paragraph)
        promised = {piece.column.field for piece in pieces} & _PROMISES
        is_item = bool(paragraph.mark or number_before(paragraph.whole))
        if not end and pieces and pieces[0].column.field != Fact.ACTION_TEXT:
            return self._take_fields(section, pieces)
        if end or (is_item and (self._is_list or promised)) or promised == _PROMISES:
            self._begin_action(section, paragraph)
            self._add(*numbered(paragraph, number, end), *pieces)
            return True
        known = {one.title: one.fact for one in self.read_columns}
        piece = labelled(paragraph, known) if self._running or self._is_list else None
        if piece and (self._running or piece.column.field in _PROMISES) and self._take_fields(section, [piece]):
            self._note_column(piece.column, paragraph.at)
            return True
        return self._goes_on(paragraph)

    def _take_fields(self, section: Section, pieces: Sequence[Piece]) -> bool:
        """Fields on lines of their own belong to the action above, or make one of the text above."""
        if self._running is None:
            above = self._text_above(section) if {piece.column.field for piece in pieces} & _PROMISES else []
            if not above:
                return False
            self._begin_action(section, above[0])
            self._add(*map(text_piece, above))
        self._add(*pieces)
        return True

    def _text_above(self, section: Section) -> list[Paragraph]:
        """Takes back the paragraph above, or the lines from the last one that is numbered."""
        placed = {"answer": section.answer, "actions": section.behind}.get(self._part, section.text)
        starts = [n for n, one in enumerate(placed) if one.mark or number_before(one.whole)]
        start = starts[-1] if starts else len(placed)
        if not all(one.goes_on(above) for above, one in pairwise(placed[start:])):
            start = len(placed)
        if start == len(placed) and self._is_list and placed and not placed[-1].is_line:
            start -= 1
        above = placed[start:]
        del placed[start:]
        return above

    def _begin_action(self, section: Section, paragraph: Paragraph) -> None:
        self._running = ActionRow(Row(paragraph.at, (Cell.alone(paragraph),)), [], is_apart=True)
        section.rows.append(self._running)
        self._part, self._is_list = "actions", True

    def _add(self, *pieces: Piece) -> None:
        if self._running is not None:
            for piece in pieces:
                self.transcript.mark(piece.label, "furniture", "label")
            self._running.cells += [piece.placed for piece in pieces]

    def _note_column(self, column: Column, at: int) -> None:
        """One of the document's own goes with the text of the action, or of the recommendation, under its title."""
        if not column.title or any(one.title == column.title for one in self.read_columns):
            return
        is_own = column.field is None or column.is_titled
        is_chosen = folded_heading(column.title) in self.choices.columns
        is_sure = is_chosen or (column.is_sure and not is_own)
        self.read_columns.append(ReadColumn(column.title, None if is_own else column.field, at, is_sure))
        if not is_sure:
            self.transcript.doubt(at, DoubtKind.OWN_COLUMN if is_own else DoubtKind.COLUMN_GUESSED, column.title)

    def _goes_on(self, paragraph: Paragraph) -> bool:
        """Whether it is the next line on paper of what the action says last."""
        if self._running is None or not self._running.cells:
            return False
        last = self._running.cells[-1]
        if not paragraph.goes_on(last.cell.paragraphs[-1]):
            return False
        self._running.cells.append(Placed(Cell.alone(paragraph), last.columns))
        return True


def _is_answer(paragraph: Paragraph) -> bool:
    """Whether it accepts the recommendation or does not: then no heading says that the answer begins."""
    return not (paragraph.is_exact or paragraph.is_line) and read_acceptance(paragraph.whole).acceptance is not None
