"""The actions of one recommendation: rows of its table put together, and their cells as fields."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mrdb.domain.draft import DoubtKind, DraftAction, Place
from mrdb.domain.facts import TEXTS, Fact, Subject
from mrdb.domain.status import Status
from mrdb.reading.blocks import Cell, Paragraph, Row
from mrdb.reading.calendar import read_calendar
from mrdb.reading.interpreter.columns import ACTION_NUMBER, Column, Placed, action_number
from mrdb.reading.interpreter.sections import Section
from mrdb.reading.responsibles import read_responsibles
from mrdb.reading.transcript import Transcript
from mrdb.text.lexicon import PLACEHOLDER, states_nothing, status_of

_PLACEHOLDER = re.compile(r"\s+".join(map(re.escape, PLACEHOLDER)), re.IGNORECASE)
_LONE_MARK = re.compile(r"^[•◦]\s*$", re.MULTILINE)
_SENTENCE_END = (".", "!", "?", ":", ";", "…", ")")


@dataclass(slots=True)
class _Draft:
    """One action while its rows come in; ``cells`` are by column, one of the document's own by its title."""

    number: str
    at: int
    found: str
    place: Place | None = None
    cells: dict[Fact | str, list[Paragraph]] = field(default_factory=dict)


def read_actions(section: Section, part: Place, day: date, transcript: Transcript) -> tuple[DraftAction, ...]:
    """What stands in rows before the first action goes behind the table, with a doubt."""
    drafts = _drafts(section, transcript)
    seen: set[str] = set()
    for place, draft in enumerate(drafts, start=1):
        draft.place = Place(part.part, place - 1)
        if not draft.number:
            draft.number = f"{section.number}.{place}"
            transcript.doubt(draft.at, DoubtKind.NUMBER_GIVEN, draft.found, draft.place, Fact.NUMBER)
        if draft.number in seen or draft.number.partition(".")[0] != str(section.number):
            transcript.doubt(draft.at, DoubtKind.NOT_PLACED, draft.found, draft.place, Fact.NUMBER)
        seen.add(draft.number)
    return tuple(_action(draft, day, transcript) for draft in drafts)


def _drafts(section: Section, transcript: Transcript) -> list[_Draft]:
    """Rows without a number go on with the action above, unless no row of the recommendation has one."""
    is_numbered = any(_number(one.cells) for one in section.rows)
    drafts: list[_Draft] = []
    for row, cells in ((one.row, one.cells) for one in section.rows):
        number = _number(cells)
        _doubt_run_together(row, cells, transcript)
        if number or not (is_numbered or _is_more(cells)):
            drafts.append(_new(number, row, cells, drafts[-1] if drafts else None, transcript))
        elif drafts:
            is_broken = not _is_more(cells)
            if is_broken:
                transcript.doubt(row.at, DoubtKind.NOT_PLACED, row.said)
            _go_on(drafts[-1], cells, is_broken=is_broken)
        else:
            transcript.doubt(row.at, DoubtKind.NOT_PLACED, row.said)
            section.behind += [paragraph for cell in row.cells for paragraph in cell.filled]
    return drafts


def _number(cells: Sequence[Placed]) -> str:
    for cell in cells:
        name = cell.columns[0].field
        words = _seen(cell.cell)[0].said if _seen(cell.cell) else ""
        if name == Fact.NUMBER and re.fullmatch(r"\d[\d.]*", words):
            return words.rstrip(".")
        if name == Fact.ACTION_TEXT and action_number(words):
            return action_number(words)
    return ""


def _is_more(cells: Sequence[Placed]) -> bool:
    """Whether the table itself says that the row belongs to the action above: that one's cell comes down to it."""
    return any(cell.cell.is_continued and cell.columns[0].field in {Fact.ACTION_TEXT, Fact.NUMBER} for cell in cells)


def _new(number: str, row: Row, cells: Sequence[Placed], above: _Draft | None, transcript: Transcript) -> _Draft:
    draft = _Draft(number, row.at, row.shown or row.said)
    for column, cell in ((one.columns[0], one.cell) for one in cells):
        if cell.is_continued and not cell.said and above:
            found = list(above.cells.get(_key(column), ()))  # one cell beside several actions holds for each
        else:
            found = _content(column, cell)
        draft.cells.setdefault(_key(column), []).extend(found)
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
    return not first.mark and first.said[:1].islower() and not last.said.endswith(_SENTENCE_END)


def _key(column: Column) -> Fact | str:
    return column.field or column.title


def _seen(cell: Cell) -> list[Paragraph]:
    """The paragraphs of the cell without what our report notes in it."""
    return [one for one in cell.paragraphs if one.role != "note" and (one.said or one.is_exact)]


def _content(column: Column, cell: Cell) -> list[Paragraph]:
    found = _seen(cell)
    if not column.field and any(one.said for one in found) and column.title:
        found[0] = replace(found[0], text=f"{column.title}: {found[0].text}")
    return found


def _take_number(draft: _Draft, transcript: Transcript) -> None:
    """Out of its own column, or from before the text of the action; what else stands in that column joins the text."""
    own, cell = draft.cells.pop(Fact.NUMBER, []), draft.cells.setdefault(Fact.ACTION_TEXT, [])
    if own and draft.number and own[0].said.rstrip(".") == draft.number:
        own = own[1:]
    elif draft.number and cell:
        match = ACTION_NUMBER.match(cell[0].whole)
        end = match.end() if match else 0
        transcript.mark(cell[0].part(0, end), "field", f"action {draft.number} / number")
        rest = cell[0].part(end)
        cell[:1] = [rest] if rest.said else []
    cell[:0] = own


def _doubt_run_together(row: Row, cells: Sequence[Placed], transcript: Transcript) -> None:
    for cell in cells:
        names = {column.field for column in cell.columns}
        if len(names) > 1 and cell.cell.said and not names <= {Fact.STATUS, Fact.COMMENT}:
            transcript.doubt(row.at, DoubtKind.COLUMNS_RUN_TOGETHER, row.shown or cell.cell.said)


def _action(draft: _Draft, day: date, transcript: Transcript) -> DraftAction:
    others = [paragraph for name, cell in draft.cells.items() if isinstance(name, str) for paragraph in cell]
    text = _text(draft, Fact.ACTION_TEXT, transcript, others)
    if not text:
        transcript.doubt(draft.at, DoubtKind.MISSING_FIELD, draft.found, draft.place, Fact.ACTION_TEXT)
    texts = {Fact.NUMBER: draft.number, Fact.ACTION_TEXT: text}
    texts |= {fact: _text(draft, fact, transcript) for fact in TEXTS[Subject.ACTION] if fact not in texts}
    status, comment = _follow_up(draft, transcript)
    return DraftAction(
        **{fact.attribute: words for fact, words in texts.items()},
        responsibles=read_responsibles(texts[Fact.RESPONSIBLE]),
        milestones=read_calendar(texts[Fact.CALENDAR], day),
        status=status,
        comment=comment,
    )


def _text(draft: _Draft, name: Fact, transcript: Transcript, more: Sequence[Paragraph] = ()) -> str:
    return transcript.cell([*draft.cells.get(name, ()), *more], f"action {draft.number} / {name.attribute}")


def _follow_up(draft: _Draft, transcript: Transcript) -> tuple[Status | None, str]:
    """The status where its cell says one and nothing else on that line; all other words are comment."""
    said = _without_placeholder(_text(draft, Fact.STATUS, transcript))
    comment = _without_placeholder(_text(draft, Fact.COMMENT, transcript))
    first, _, rest = said.partition("\n")
    status = status_of(first)
    if status is not None or states_nothing(first):
        said = rest
    comment = "\n".join(filter(None, (said.strip("\n"), comment)))
    if comment and status is None:
        line = next((one for one in draft.cells.get(Fact.COMMENT, ()) if one.is_line), None)
        found = (line.at, line.said) if line else (draft.at, comment.partition("\n")[0])
        transcript.doubt(found[0], DoubtKind.STATUS_NOT_STATED, found[1], draft.place, Fact.STATUS)
    return status, comment


def _without_placeholder(text: str) -> str:
    found = _PLACEHOLDER.sub("", text)
    return text if found == text else _LONE_MARK.sub("", found).strip()
