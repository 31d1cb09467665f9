"""Where everything in the timeline goes: actions become rows, periods become spans and marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from textwrap import shorten

from mrdb.charts.free_space import Taken, free_place, last_free_end
from mrdb.charts.timeline_data import (
    DONE,
    INK,
    Axis,
    Band,
    Mark,
    Move,
    Note,
    Row,
    Span,
    Timeline,
    Tip,
    evening,
    morning,
    noon,
)
from mrdb.charts.timeline_marks import MARK_WIDTH, Drawing
from mrdb.domain.followup import current_status, next_milestone, number_key, urgency
from mrdb.domain.period import PeriodKind
from mrdb.domain.response import Action, Milestone
from mrdb.domain.status import Urgency
from mrdb.domain.timeline import DeadlineCluster, Window, busiest_month
from mrdb.text import labels
from mrdb.text import timeline as words
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK
from mrdb.text.documents import action_documents

STRIP_HEIGHT = 98
"""Pixels above the rows, for the names of years, months, the busiest month and today."""
DOCUMENT_HEIGHT = 32
HEADING_HEIGHT = 20
ACTION_HEIGHT = 24

_WORDS_WIDTH = 0.2
"""What a few words take of the axis on a laptop, with room to spare."""
_TODAY_WIDTH = 0.01
_LONGEST_TIP = 220


def lay_out(actions: Sequence[Action], today: date, window: Window) -> Timeline:
    """Rows stand in the order of the documents and their numbers, whatever the order of the actions."""
    axis = Axis.around(window)
    cluster = busiest_month(actions, today)
    band = _band(cluster, axis)
    busy = frozenset(due.milestone.id for due in cluster.deadlines) if cluster else frozenset()
    documents = action_documents(actions)
    rows = tuple(_rows(sorted(actions, key=_order), busy, today, documents))
    canvas = _Canvas(axis, today, band, busy, documents)
    by_id = {action.id: action for action in actions}
    lines = [_line(by_id[row.tip.action_id], row, canvas) for row in rows if row.tip is not None]
    return Timeline(
        axis=axis,
        height=rows[-1].bottom if rows else STRIP_HEIGHT,
        today=noon(today),
        band=band,
        rows=rows,
        spans=tuple(span for line in lines for span in line.spans),
        moves=tuple(move for line in lines for move in line.moves),
        marks=tuple(mark for line in lines for mark in line.marks),
        notes=tuple(note for line in lines for note in line.notes),
    )


def _order(action: Action) -> tuple[date, int, int, tuple[int, ...]]:
    recommendation = action.recommendation
    return (recommendation.response.date, recommendation.response.id, recommendation.number, number_key(action.number))


def _rows(actions: Sequence[Action], busy: frozenset[int], today: date, documents: Mapping[int, str]) -> Iterator[Row]:
    """A heading for every recommendation, and above it one for the document when there are several."""
    top: float = STRIP_HEIGHT
    for document, of_document in groupby(actions, key=lambda action: documents.get(action.id, "")):
        if document:
            yield Row(top, top + DOCUMENT_HEIGHT, document, INK, is_strong=True, is_document=True)
            top += DOCUMENT_HEIGHT
        for recommendation, of_recommendation in groupby(of_document, key=lambda action: action.recommendation):
            title = f"{recommendation.number}. {recommendation.title}"
            yield Row(top, top + HEADING_HEIGHT, title, INK, is_strong=True)
            top += HEADING_HEIGHT
            for action in of_recommendation:
                is_strong = any(m.id in busy for m in action.milestones)
                yield _action_row(action, top, today, document, is_strong=is_strong)
                top += ACTION_HEIGHT


def _action_row(action: Action, top: float, today: date, document: str, *, is_strong: bool) -> Row:
    now = urgency(action, today)
    status = current_status(action)
    look = STATUS_LOOK[status] if now is None else URGENCY_LOOK[now]
    word = labels.status_label(status) if now is None else labels.URGENCY[now]
    return Row(
        top=top,
        bottom=top + ACTION_HEIGHT,
        label=f"{action.number}\N{EN SPACE}{' '.join(action.text.split())}",
        colour=DONE if now is None else INK,
        is_strong=is_strong,
        word=f"{look.icon} {word}",
        word_colour=look.colour,
        tip=_tip(action, _telling_milestone(action), document),
    )


def _tip(action: Action, milestone: Milestone | None, document: str) -> Tip:
    return Tip(
        action_id=action.id,
        heading=words.action_title(action, document),
        text=shorten(action.text, _LONGEST_TIP, placeholder=" …"),
        milestone=shorten(milestone.label, _LONGEST_TIP, placeholder=" …") if milestone else "",
        due=words.milestone_due(milestone) if milestone else words.NO_DATE,
        responsible=action.responsible,
        status=labels.status_label(current_status(action)),
    )


def _telling_milestone(action: Action) -> Milestone | None:
    """The milestone that speaks for the whole row: the next one, else the one that goes on, else the last."""
    going_on = (m for m in action.milestones if m.period and m.period.kind == PeriodKind.CONTINUOUS)
    last = action.milestones[-1] if action.milestones else None
    return next_milestone(action) or next(going_on, last)


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands in one row."""

    spans: list[Span]
    moves: list[Move]
    marks: list[Mark]
    notes: list[Note]


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What is the same for every row."""

    axis: Axis
    today: date
    band: Band | None
    busy: frozenset[int]
    documents: Mapping[int, str]

    def tip(self, action: Action, milestone: Milestone | None) -> Tip:
        return _tip(action, milestone, self.documents.get(action.id, ""))


def _line(action: Action, row: Row, canvas: _Canvas) -> _Line:
    line = _Line([], [], [], [])
    for milestone in action.milestones:
        if milestone.period is not None:
            tip = canvas.tip(action, milestone)
            drawing = Drawing(action, milestone, milestone.period, row.middle, canvas.axis, canvas.today, tip)
            line.spans.extend(drawing.spans())
            line.moves.extend(drawing.moves())
            line.marks.extend(drawing.marks(canvas.busy))
    line.notes.extend(_notes(action, row, line, canvas))
    return line


def _notes(action: Action, row: Row, line: _Line, canvas: _Canvas) -> Iterator[Note]:
    """What the row's shapes cannot tell: a date out of sight, that it goes on, that it has no date."""
    now = urgency(action, canvas.today)
    if now is None:
        return
    taken = _taken_by_marks(line, canvas)
    beyond = _beyond(action, row, now, taken, canvas)
    taken += _taken_by_days(line, canvas)
    if beyond is not None:
        yield beyond
        place = canvas.axis.place(beyond.day)
        taken.append(Taken(place - _WORDS_WIDTH, place) if beyond.is_right else Taken(place, place + _WORDS_WIDTH))
    word = _word(action, now)
    place_of_word = free_place(taken, _WORDS_WIDTH) if word else None
    if word and place_of_word is not None:
        look = URGENCY_LOOK[Urgency.CONTINUOUS if word == words.CONTINUOUS else Urgency.NO_DATE]
        tip = canvas.tip(action, _telling_milestone(action))
        yield Note(canvas.axis.at(place_of_word), word, row.middle, look.colour, is_right=False, tip=tip)


def _word(action: Action, now: Urgency) -> str:
    if any(m.period and m.period.kind == PeriodKind.CONTINUOUS for m in action.milestones):
        return words.CONTINUOUS
    is_unread = all(m.period is None for m in action.milestones)
    return words.NO_DATE if is_unread and now == Urgency.NO_DATE else ""


def _beyond(action: Action, row: Row, now: Urgency, taken: Sequence[Taken], canvas: _Canvas) -> Note | None:
    """The next date of the action, near the edge behind which it lies."""
    milestone, axis = next_milestone(action), canvas.axis
    if milestone is None or milestone.period is None:
        return None
    day = milestone.period.due or milestone.period.first
    if day is None or noon(day) in axis:
        return None
    is_right = noon(day) > axis.last
    place = last_free_end(taken, _WORDS_WIDTH) if is_right else free_place(taken, _WORDS_WIDTH)
    if place is None:
        return None
    text = words.after(day) if is_right else words.before(day)
    return Note(axis.at(place), text, row.middle, URGENCY_LOOK[now].colour, is_right, canvas.tip(action, milestone))


def _taken_by_marks(line: _Line, canvas: _Canvas) -> list[Taken]:
    """What words may never cover: the line of today, and every mark and move."""
    axis = canvas.axis
    today = axis.place(noon(canvas.today))
    taken = [Taken(today - _TODAY_WIDTH, today + _TODAY_WIDTH)]
    taken += [Taken(axis.place(move.start), axis.place(move.end)) for move in line.moves]
    for mark in line.marks:
        place = axis.place(mark.day)
        taken.append(Taken(place - MARK_WIDTH / 2, place + MARK_WIDTH * (1 if mark.is_beside else 0.5)))
    return taken


def _taken_by_days(line: _Line, canvas: _Canvas) -> list[Taken]:
    """What words can be read on, but had better leave free: periods and the busiest month."""
    axis = canvas.axis
    taken = [Taken(axis.place(span.start), axis.place(span.end)) for span in line.spans if not span.fades]
    if canvas.band is not None:
        taken.append(Taken(axis.place(canvas.band.start), axis.place(canvas.band.end)))
    return taken


def _band(cluster: DeadlineCluster | None, axis: Axis) -> Band | None:
    if cluster is None or evening(cluster.last) < axis.first or morning(cluster.first) > axis.last:
        return None
    start, end = axis.clamp(morning(cluster.first)), axis.clamp(evening(cluster.last))
    return Band(start, end, words.cluster(cluster.first, len(cluster.deadlines)))
