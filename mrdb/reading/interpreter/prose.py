"""The running text of a management response, parted by its headings: head, context, and its recommendations."""

from dataclasses import dataclass, field

from mrdb.domain.draft import NO_CHOICE, Choices, DoubtKind, Place
from mrdb.domain.facts import Fact
from mrdb.reading.acceptance import read_acceptance
from mrdb.reading.blocks import Cell, Paragraph, Row
from mrdb.reading.interpreter.columns import Placed
from mrdb.reading.interpreter.headings import Heading, heading_of
from mrdb.reading.interpreter.numbers import number_before
from mrdb.reading.interpreter.running import Piece, action_begun, pieces_of
from mrdb.reading.interpreter.sections import MAX_TITLE, ActionRow, Section
from mrdb.reading.transcript import Transcript

Group = tuple[tuple[Paragraph, ...], ...]
"""What stands side by side in the head: the cells of one row, or one paragraph."""

_PROMISES = {Fact.CALENDAR, Fact.RESPONSIBLE}


@dataclass(slots=True)
class Prose:
    """Takes paragraphs in their order, and knows all the time in which part of the document it is."""

    transcript: Transcript
    choices: Choices = NO_CHOICE
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
            self.transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said)
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
        promised = {piece.fact for piece in pieces} & _PROMISES
        is_field = bool(pieces) and pieces[0].fact != Fact.ACTION_TEXT
        is_item = bool(paragraph.mark or number_before(paragraph.whole))
        if is_field and not end:
            return self._take_fields(section, paragraph, pieces)
        if end or (is_item and (self._is_list or promised)) or promised == _PROMISES:
            self._begin_action(section, paragraph)
            if end:
                at = paragraph.whole.index(number)
                self.transcript.mark(paragraph.part(0, at), "furniture", "label")
                self._add(Piece(Fact.NUMBER, paragraph.part(0, 0), paragraph.part(at, at + len(number))))
                self.transcript.mark(paragraph.part(at + len(number), end), "furniture", "label")
            for piece in pieces:
                self._add(piece)
            return True
        return self._goes_on(paragraph)

    def _take_fields(self, section: Section, paragraph: Paragraph, pieces: list[Piece]) -> bool:
        """Fields on lines of their own belong to the action above, or make one of the numbered text above."""
        if self._running is None:
            above = self._text_above(section) if {piece.fact for piece in pieces} & _PROMISES else []
            if not above:
                return False
            self._begin_action(section, above[0])
            for one in above:
                self._add(Piece(Fact.ACTION_TEXT, paragraph.part(0, 0), one))
        for piece in pieces:
            self._add(piece)
        return True

    def _text_above(self, section: Section) -> list[Paragraph]:
        """Takes back the paragraph above, or the lines from the last one that is numbered."""
        placed = {"answer": section.answer, "actions": section.behind}.get(self._part, section.text)
        start = next(
            (n for n in range(len(placed) - 1, -1, -1) if number_before(placed[n].whole) or placed[n].mark), None
        )
        if start is None or not all(b.goes_on(a) for a, b in zip(placed[start:], placed[start + 1 :], strict=False)):
            return []
        above = placed[start:]
        del placed[start:]
        return above

    def _begin_action(self, section: Section, paragraph: Paragraph) -> None:
        self._running = ActionRow(Row(paragraph.at, (Cell(0, 1, False, (paragraph,)),)), [], is_apart=True)
        section.rows.append(self._running)
        self._part, self._is_list = "actions", True

    def _add(self, piece: Piece) -> None:
        if self._running is not None:
            self.transcript.mark(piece.label, "furniture", "label")
            self._running.cells.append(piece.placed)

    def _goes_on(self, paragraph: Paragraph) -> bool:
        """Whether it is the next line on paper of what the action says last."""
        if self._running is None or not self._running.cells:
            return False
        last = self._running.cells[-1]
        if not paragraph.goes_on(last.cell.paragraphs[-1]):
            return False
        self._running.cells.append(Placed(Cell(0, 1, False, (paragraph,)), last.columns))
        return True


def _is_answer(paragraph: Paragraph) -> bool:
    """Whether it accepts the recommendation or does not: then no heading says that the answer begins."""
    return not (paragraph.is_exact or paragraph.is_line) and read_acceptance(paragraph.whole).acceptance is not None
