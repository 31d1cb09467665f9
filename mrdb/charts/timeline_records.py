"""What the timeline draws, as flat records: a row for every line of the drawing, a shape for every date in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count, groupby

from mrdb.charts.days import Days, evening, morning, noon
from mrdb.charts.look import INK
from mrdb.domain.followup import current_status, next_milestone, urgency
from mrdb.domain.period import Period, PeriodKind
from mrdb.domain.response import Action, Milestone
from mrdb.domain.timeline import milestone_urgency, names_a_month
from mrdb.text import labels
from mrdb.text import timeline as words
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK
from mrdb.text.dates import short_date
from mrdb.text.nl import shortened

DONE = "#6B7280"
"""The colour of what is behind us."""

_MARK_WIDTH = 0.04
"""What a mark takes of the axis on a laptop, with room to spare."""
_LONGEST_TIP = 220


DOCUMENT, RECOMMENDATION, ACTION = "document", "recommendation", "action"
"""The kinds of rows."""


@dataclass(frozen=True)
class Tip:
    """What the pointer tells, and the action that a click opens; a heading has neither."""

    action_id: int = 0
    heading: str = ""
    text: str = ""
    milestone: str = ""
    due: str = ""
    responsible: str = ""
    status: str = ""


@dataclass(frozen=True)
class Row:
    """A line of the drawing, counted from the top: a document, a recommendation or an action.

    ``word`` tells the urgency of an action, and its next date where that lies out of sight.
    """

    row: int
    kind: str
    label: str
    colour: str = INK
    is_strong: bool = True
    word: str = ""
    word_colour: str = INK
    tip: Tip = Tip()


@dataclass(frozen=True)
class Shape:
    """A bar from ``start`` to ``end`` in the row, and a mark of ``kind`` on ``day``; None where none is in sight.

    Moments are written in ISO 8601 without a zone, which a browser reads as its own local time. ``fades`` says that
    the bar goes on without an end, ``is_busy`` that the mark belongs to the busiest month, ``is_beside`` asks to draw
    the mark to the right of the deadline that stands there already.
    """

    row: int
    kind: str
    colour: str
    tip: Tip
    start: str | None
    end: str | None
    day: str | None
    fades: bool = False
    is_busy: bool = False
    is_beside: bool = False


@dataclass(frozen=True)
class Canvas:
    """What is the same for every row; ``busy`` holds the milestones that make the busiest month, ``documents`` names
    the document of each action, by its id, where there are several."""

    days: Days
    today: date
    busy: frozenset[int]
    documents: Mapping[int, str]


def records(actions: Sequence[Action], canvas: Canvas) -> tuple[list[Row], list[Shape]]:
    """A row for each action, in the order of their documents in which they come; shapes from the back to the front.

    Every recommendation has a heading, and every document one above it when there are several.
    """
    documents, number = canvas.documents, count()
    rows: list[Row] = []
    shapes: list[Shape] = []
    for document, of_document in groupby(actions, key=lambda action: documents.get(action.id, "")):
        if document:
            rows.append(Row(next(number), DOCUMENT, document))
        for recommendation, of_recommendation in groupby(of_document, key=lambda action: action.recommendation):
            rows.append(Row(next(number), RECOMMENDATION, f"{recommendation.number}. {recommendation.title}"))
            for action in of_recommendation:
                rows.append(_row(action, next(number), canvas, document))
                shapes += _shapes(action, rows[-1].row, canvas, document)
    return rows, sorted(shapes, key=lambda shape: (not shape.fades, shape.kind != words.FIRST_DATE))


def _row(action: Action, row: int, canvas: Canvas, document: str) -> Row:
    now, status, milestone = urgency(action, canvas.today), current_status(action), next_milestone(action)
    look = STATUS_LOOK[status] if now is None else URGENCY_LOOK[now]
    said = [f"{look.icon} {labels.status_label(status) if now is None else labels.URGENCY[now]}"]
    if now is not None and milestone is not None and milestone.period is not None:
        day = milestone.period.due or milestone.period.first
        said += [] if day is None or noon(day) in canvas.days else [short_date(day)]
    return Row(
        row=row,
        kind=ACTION,
        label=f"{action.number}\N{EN SPACE}{' '.join(action.text.split())}",
        colour=DONE if now is None else INK,
        is_strong=any(one.id in canvas.busy for one in action.milestones),
        word=" · ".join(said),
        word_colour=look.colour,
        tip=_tip(action, _telling_milestone(action), document),
    )


def _tip(action: Action, milestone: Milestone | None, document: str) -> Tip:
    return Tip(
        action_id=action.id,
        heading=words.action_title(action, document),
        text=shortened(action.text, _LONGEST_TIP),
        milestone=shortened(milestone.label, _LONGEST_TIP) if milestone else "",
        due=words.milestone_due(milestone) if milestone else words.NO_DATE,
        responsible=action.responsible,
        status=labels.status_label(current_status(action)),
    )


def _telling_milestone(action: Action) -> Milestone | None:
    """The milestone that speaks for the whole row: the next one, else the one that goes on, else the last."""
    going_on = (m for m in action.milestones if m.period and m.period.kind == PeriodKind.CONTINUOUS)
    last = action.milestones[-1] if action.milestones else None
    return next_milestone(action) or next(going_on, last)


def _shapes(action: Action, row: int, canvas: Canvas, document: str) -> Iterator[Shape]:
    """Every milestone as it stands now, and before it the first date of one that has moved."""
    days = canvas.days
    for milestone in action.milestones:
        if milestone.period is None:
            continue
        period, now = milestone.period, milestone_urgency(action, milestone, canvas.today)
        colour, tip = DONE if now is None else URGENCY_LOOK[now].colour, _tip(action, milestone, document)
        (kind, present), (_, first) = _mark(period), _mark(milestone.first_period)
        if first is not None:
            start, end = days.part(first, present or first)
            yield Shape(row, words.FIRST_DATE, colour, tip, start, end, days.moment(first))
        kind = words.REACHED if milestone.reached_on is not None else kind
        start, end = _bar(period, days)
        is_beside = kind == words.START and _is_covered(present, action, days)
        is_busy = milestone.id in canvas.busy
        yield Shape(row, kind, colour, tip, start, end, days.moment(present), _goes_on(period), is_busy, is_beside)


def _mark(period: Period | None) -> tuple[str, datetime | None]:
    """What marks a period, and where it stands; one that goes on has no day."""
    if period is None or period.first is None or period.last is None:
        return words.CONTINUOUS, None
    match period.kind:
        case PeriodKind.START:
            return words.START, morning(period.first)
        case PeriodKind.DEADLINE if names_a_month(period):
            return words.DEADLINE, noon(period.last)
        case PeriodKind.DEADLINE:
            # Nobody named the last day of a season or a year: a bar ends there, but no diamond stands on it.
            return words.PERIOD_END, evening(period.last)
        case PeriodKind.CONTINUOUS:
            return words.CONTINUOUS, None


def _bar(period: Period, days: Days) -> tuple[str | None, str | None]:
    if period.kind == PeriodKind.DEADLINE and period.first == period.last:
        return None, None
    first = morning(period.first) if period.first else days.first
    return days.part(first, days.last if _goes_on(period) or period.last is None else evening(period.last))


def _goes_on(period: Period) -> bool:
    return period.kind == PeriodKind.START or period.last is None


def _is_covered(start: datetime | None, action: Action, days: Days) -> bool:
    """Whether a start would stand on top of the deadline just before it, as 1 January on 31 December."""
    periods = (period for one in action.milestones for period in (one.period, one.first_period))
    deadlines = (_mark(period)[1] for period in periods if period is not None and period.due is not None)
    return any(one and start and 0 <= days.place(start) - days.place(one) < _MARK_WIDTH for one in deadlines)
