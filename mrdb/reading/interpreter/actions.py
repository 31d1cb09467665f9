"""The actions of every recommendation: rows of its table put together, and their cells as fields."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from mrdb.domain.draft import Choices, DoubtKind, DraftAction, Place, ReadStatus
from mrdb.domain.facts import TEXTS, Fact, Subject
from mrdb.domain.status import Status
from mrdb.reading.blocks import Cell, Paragraph, Row
from mrdb.reading.calendar import calendar_doubts, read_calendar
from mrdb.reading.interpreter.columns import Column, Placed
from mrdb.reading.interpreter.numbers import Numbered, action_number, number_alone, number_before
from mrdb.reading.interpreter.parting import parted
from mrdb.reading.interpreter.running import take_listed
from mrdb.reading.interpreter.sections import ActionRow, Section, same_number, under_title
from mrdb.reading.responsibles import doubtful_names, read_responsibles
from mrdb.reading.status_cell import read_status
from mrdb.reading.transcript import Transcript
from mrdb.text.lexicon import folded_heading
from mrdb.text.lexicon.names import PLACEHOLDER

_PLACEHOLDER = re.compile(r"\s+".join(map(re.escape, PLACEHOLDER)), re.IGNORECASE)
_LONE_MARK = re.compile(r"^[•◦]\s*$", re.MULTILINE)
_TWICE = 2
_SENTENCE_END = (".", "!", "?", ":", ";", "…", ")")


@dataclass(slots=True)
class _Draft:
    """One action while its rows come in; ``cells`` are by column, one of the document's own by its title.

    ``given`` is the number as the document has it, ``number`` as it is told from all others; ``doubted`` are the
    columns whose cell may be about something else.
    """

    given: Numbered | None
    at: int
    found: str
    place: Place
    is_linked: bool
    is_settled: bool
    number: str = ""
    cells: dict[Fact | str, list[Paragraph]] = field(default_factory=dict)
    doubted: dict[Fact, DoubtKind] = field(default_factory=dict)


@dataclass(slots=True)
class Actions:
    """Reads those of the whole document; ``statuses`` are the words that their status cells say."""

    day: date
    choices: Choices
    transcript: Transcript
    statuses: dict[str, ReadStatus] = field(default_factory=dict)

    def of(self, sections: Sequence[Section]) -> list[tuple[DraftAction, ...]]:
        """For each recommendation its own. What stands in rows before the first goes behind the table, with a doubt."""
        if not any(section.rows for section in sections):
            for section in sections:
                take_listed(section)
        for one in (one for section in sections for one in section.behind):
            self.transcript.doubt(one.at, DoubtKind.NOT_PLACED, one.said)
        drafts = [_drafts(section, n, self.transcript) for n, section in enumerate(sections)]
        _number(sections, drafts, self.transcript)
        return [tuple(map(self._action, found)) for found in drafts]

    def _action(self, draft: _Draft) -> DraftAction:
        others = [paragraph for name, cell in draft.cells.items() if isinstance(name, str) for paragraph in cell]
        texts = {Fact.NUMBER: draft.number, Fact.ACTION_TEXT: self._text(draft, Fact.ACTION_TEXT, others)}
        texts |= {fact: self._text(draft, fact) for fact in TEXTS[Subject.ACTION] if fact not in texts}
        if not texts[Fact.ACTION_TEXT]:
            self._doubt(draft, DoubtKind.MISSING_FIELD, draft.found, Fact.ACTION_TEXT)
        for fact, kind in draft.doubted.items():
            self._doubt(draft, kind, " ".join(one.said for one in draft.cells.get(fact, ())), fact)
        if not self._is_settled(draft):
            self._doubt_phrases(draft, texts)
        status, comment = self._follow_up(draft)
        return DraftAction(
            **{fact.attribute: words for fact, words in texts.items()},
            responsibles=read_responsibles(texts[Fact.RESPONSIBLE]),
            milestones=read_calendar(texts[Fact.CALENDAR], self.day),
            status=status,
            comment=comment,
        )

    def _doubt_phrases(self, draft: _Draft, texts: Mapping[Fact, str]) -> None:
        for kind, words in calendar_doubts(texts[Fact.CALENDAR], self.day):
            self._doubt(draft, kind, words, Fact.CALENDAR)
        for name in doubtful_names(texts[Fact.RESPONSIBLE]):
            self._doubt(draft, DoubtKind.NAME_NOT_READ, name, Fact.RESPONSIBLE)

    def _is_settled(self, draft: _Draft) -> bool:
        """Whether somebody has seen to it: what our own report says is no guess, nor what a correction says."""
        return draft.is_settled or any(one.is_exact for cell in draft.cells.values() for one in cell)

    def _follow_up(self, draft: _Draft) -> tuple[Status | None, str]:
        """The status that its cell says; all other words are comment."""
        words = _without_placeholder(self._text(draft, Fact.STATUS))
        said = read_status(words, self.choices.statuses)
        comment = _without_placeholder(self._text(draft, Fact.COMMENT))
        first = words.partition("\n")[0]
        if first and not (said.status is None and said.is_sure):
            self.statuses.setdefault(folded_heading(first), ReadStatus(first, said.status, said.is_sure))
        if not said.is_sure:
            self._doubt(draft, DoubtKind.STATUS_NOT_KNOWN, first, Fact.STATUS)
        elif said.status is None and (said.comment or comment):
            line = next((one for one in draft.cells.get(Fact.COMMENT, ()) if one.is_line), None)
            found = (line.at, line.said) if line else (draft.at, (said.comment or comment).partition("\n")[0])
            self.transcript.doubt(found[0], DoubtKind.STATUS_NOT_STATED, found[1], draft.place, Fact.STATUS)
        return said.status, "\n".join(filter(None, (said.comment, comment)))

    def _text(self, draft: _Draft, name: Fact, more: Sequence[Paragraph] = ()) -> str:
        where = f"action {draft.number} / {name.attribute}"
        return self.transcript.cell([*draft.cells.get(name, ()), *more], where)

    def _doubt(self, draft: _Draft, kind: DoubtKind, found: str, fact: Fact) -> None:
        self.transcript.doubt(draft.at, kind, found, draft.place, fact)


def _drafts(section: Section, part: int, transcript: Transcript) -> list[_Draft]:
    """Rows without a number go on with the action above, unless no row of the recommendation has one."""
    is_decimal = any(action_number(_words(one.cells)) for one in section.rows)
    rows = [
        (one, cells, _given(cells, is_decimal=is_decimal))
        for one in section.rows
        for cells in ([one.cells] if is_decimal and not action_number(_words(one.cells)) else parted(one.cells))
    ]
    is_numbered = any(number for _, _, number in rows)
    drafts: list[_Draft] = []
    for one, cells, number in rows:
        _doubt_run_together(one.row, cells, transcript)
        if number or one.is_apart or _is_whole(cells) or not (is_numbered or _is_more(cells)):
            drafts.append(_new(number, one, cells, drafts, Place(part, len(drafts)), transcript))
        elif drafts:
            is_broken = not _is_more(cells)
            if is_broken:
                transcript.doubt(one.row.at, DoubtKind.NOT_PLACED, one.row.said)
            _go_on(drafts[-1], cells, is_broken=is_broken)
        else:
            transcript.doubt(one.row.at, DoubtKind.NOT_PLACED, one.row.said)
            section.behind += [found for cell in cells if not cell.is_shared for found in cell.cell.filled]
    return drafts


def _number(sections: Sequence[Section], drafts: Sequence[Sequence[_Draft]], transcript: Transcript) -> None:
    """A number stands for one action in the whole document: a letter, or a figure that stands twice, gets that of its
    recommendation before it."""
    times = Counter(one.given.number for found in drafts for one in found if one.given)
    is_unique = max(times.values(), default=0) < _TWICE
    # One table below several recommendations may be about all of them.
    is_loose = len(sections) > 1 and not any(drafts[:-1])
    seen: set[str] = set()
    for section, found in zip(sections, drafts, strict=True):
        for place, one in enumerate(found, start=1):
            bare = one.given.number if one.given else next(_free(section.number, place, times))
            is_whole = one.given and ("." in bare or (is_unique and not bare.isalpha()))
            one.number = bare if is_whole else f"{section.number}.{bare}"
            if not one.given:
                transcript.doubt(one.at, DoubtKind.NUMBER_GIVEN, one.found, one.place, Fact.NUMBER)
            part = one.number.partition(".")[0] if "." in one.number else section.number
            if not one.is_linked or (is_loose and not one.given):
                transcript.doubt(one.at, DoubtKind.NOT_LINKED, one.found, one.place, Fact.RECOMMENDATION)
            elif one.number in seen or (part.isdigit() and not same_number(part, section.number)):
                transcript.doubt(one.at, DoubtKind.NOT_PLACED, one.found, one.place, Fact.NUMBER)
            seen.add(one.number)


def _free(part: str, place: int, taken: Container[str]) -> Iterator[str]:
    return (str(n) for n in count(place) if f"{part}.{n}" not in taken)


def _given(cells: Sequence[Placed], *, is_decimal: bool) -> Numbered | None:
    """Where the actions are numbered 1.1, letters and single figures are a list inside one."""
    for cell in cells:
        words = _first(cell)
        found = None
        if cell.field == Fact.NUMBER:
            found = number_alone(words)
        elif cell.field == Fact.ACTION_TEXT:
            found = number_before(words)
        if found and (not is_decimal or action_number(found.number)):
            return found
    return None


def _words(cells: Sequence[Placed]) -> str:
    """Those with which an action may begin that has its number in the first of its cells or before its text."""
    found = (_first(cell) for cell in cells if cell.field in {Fact.NUMBER, Fact.ACTION_TEXT})
    return next((words for words in found if action_number(words)), "")


def _first(cell: Placed) -> str:
    seen = _seen(cell.cell)
    return seen[0].said if seen else ""


def _is_more(cells: Sequence[Placed]) -> bool:
    """Whether the table itself says that the row belongs to the action above: that one's cell comes down to it."""
    return any(cell.cell.is_continued and cell.columns[0].field in {Fact.ACTION_TEXT, Fact.NUMBER} for cell in cells)


def _is_whole(cells: Sequence[Placed]) -> bool:
    """Whether a row without a number says all that an action says, so that it is no rest of the one above."""
    said = {cell.field: cell.cell.said for cell in cells if cell.cell.said and not cell.cell.is_continued}
    return {Fact.ACTION_TEXT, Fact.CALENDAR, Fact.RESPONSIBLE} <= set(said) and said[Fact.ACTION_TEXT][:1].isupper()


def _new(
    number: Numbered | None,
    one: ActionRow,
    cells: Sequence[Placed],
    above: Sequence[_Draft],
    place: Place,
    transcript: Transcript,
) -> _Draft:
    draft = _Draft(number, one.row.at, one.row.shown or one.row.said, place, one.is_linked, one.row.is_settled)
    for cell in cells:
        key = _key(cell.columns[0])
        if cell.cell.is_continued and not cell.cell.said and above:
            found = list(above[-1].cells.get(key, ()))  # one cell beside several actions holds for each
        else:
            found = _content(cell.columns[0], cell.cell)
        draft.cells.setdefault(key, []).extend(found)
        if isinstance(key, Fact) and (cell.is_shared or cell.is_guessed):
            draft.doubted[key] = DoubtKind.SHARED if cell.is_shared else DoubtKind.COLUMN_GUESSED
    _take_number(draft, transcript)
    return draft


def _go_on(draft: _Draft, cells: Sequence[Placed], *, is_broken: bool) -> None:
    """``is_broken`` means that the page, not the writer, ended the row above: a sentence may go on here."""
    for column, cell in ((one.columns[0], one.cell) for one in cells):
        name = Fact.ACTION_TEXT if column.field == Fact.NUMBER else _key(column)
        known, more = draft.cells.setdefault(name, []), _content(column, cell)
        if is_broken and known and more and _is_same_sentence(known[-1], more[0]):
            known[-1] = replace(known[-1], text=f"{known[-1].text} {more[0].text}")
            more = more[1:]
        known += more


def _is_same_sentence(last: Paragraph, first: Paragraph) -> bool:
    is_item = first.mark or number_before(first.said)
    return not is_item and first.said[:1].islower() and not last.said.endswith(_SENTENCE_END)


def _key(column: Column) -> Fact | str:
    return column.field or column.title


def _seen(cell: Cell) -> list[Paragraph]:
    """The paragraphs of the cell without what our report notes in it."""
    return [one for one in cell.paragraphs if one.role != "note" and (one.said or one.is_exact)]


def _content(column: Column, cell: Cell) -> list[Paragraph]:
    return under_title(column.title, _seen(cell)) if column.is_titled else _seen(cell)


def _take_number(draft: _Draft, transcript: Transcript) -> None:
    """Out of its own column, or from before the text of the action; what else stands in that column joins the text."""
    own, cell = draft.cells.pop(Fact.NUMBER, []), draft.cells.setdefault(Fact.ACTION_TEXT, [])
    if own and draft.given and draft.given == number_alone(own[0].said):
        transcript.mark(own[0], "field", f"action {draft.given.number} / number")
        own = own[1:]
    elif draft.given and cell and (found := number_before(cell[0].whole)):
        transcript.mark(cell[0].part(0, found.end), "field", f"action {found.number} / number")
        rest = cell[0].part(found.end)
        cell[:1] = [rest] if rest.said else []
    cell[:0] = own


def _doubt_run_together(row: Row, cells: Sequence[Placed], transcript: Transcript) -> None:
    for cell in cells:
        names = {column.field for column in cell.columns}
        if len(names) > 1 and cell.cell.said and not names <= {Fact.STATUS, Fact.COMMENT}:
            transcript.doubt(row.at, DoubtKind.COLUMNS_RUN_TOGETHER, row.shown or cell.cell.said)


def _without_placeholder(text: str) -> str:
    found = _PLACEHOLDER.sub("", text)
    return text if found == text else _LONE_MARK.sub("", found).strip()
