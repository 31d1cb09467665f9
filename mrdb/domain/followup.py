"""The rules of follow-up: what an action's state is today."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from mrdb.domain.once import once
from mrdb.domain.period import PeriodKind
from mrdb.domain.response import Action, Milestone, Moment, Prepared, Recommendation, StatusReport
from mrdb.domain.status import Status, Urgency

SOON = timedelta(days=90)
"""A deadline within this time is *binnenkort* (the ageing tiles of risk registers use the same 90 days)."""
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = {f"{tens}{ones}": 10 * len(tens) + n for tens in ("", "X", "XX") for n, ones in enumerate(_ONES) if tens or n}
"""The Roman numbers that a document gives its recommendations."""
_PIECE = re.compile(r"\d+|\D+")
_Numbered = TypeVar("_Numbered", Recommendation, Action)


def last_report(action: Action) -> StatusReport | None:
    return action.reports[-1] if action.reports else None


def report_at(action: Action, moment: Moment) -> StatusReport | None:
    return next((report for report in action.reports if report.moment.id == moment.id), None)


def said_at(action: Action, moment: Moment | None) -> StatusReport | Prepared | None:
    """What was said of it at this moment; without one, what is prepared for the next."""
    return report_at(action, moment) if moment else action.prepared


def waiting(action: Action, moment: Moment) -> Prepared | None:
    """What is prepared for this moment: as long as nothing was reported there."""
    return action.prepared if report_at(action, moment) is None else None


def last_said(action: Action) -> StatusReport | None:
    """The latest report with a comment: one without does not take away what was said before."""
    return next((report for report in reversed(action.reports) if report.comment), None)


def last_comment(action: Action) -> str:
    report = last_said(action)
    return report.comment if report else ""


def current_status(action: Action) -> Status | None:
    report = last_report(action)
    return report.status if report else None


def is_closed(action: Action) -> bool:
    """Whether nothing more is expected of it: what was said last put an end to it."""
    status = current_status(action)
    return status is not None and status.is_closed


def next_milestone(action: Action) -> Milestone | None:
    """The milestone that asks for attention first: the earliest open deadline, else the earliest open start."""
    dated = [
        m for m in action.milestones if m.reached_on is None and m.period and m.period.kind != PeriodKind.CONTINUOUS
    ]
    return min(dated, key=_attention_order, default=None)


def next_deadline(action: Action) -> date | None:
    """The earliest deadline that is not reached yet."""
    milestone = next_milestone(action)
    return milestone.period.due if milestone and milestone.period else None


def urgency(action: Action, today: date) -> Urgency | None:
    """How soon the action wants attention; None when it wants none: it is closed, or all its dates are reached.

    A start that lies ahead counts as the day to get ready for; once it has passed the action simply goes on.
    """
    if is_closed(action):
        return None
    if (day := attention_day(action, today)) is not None:
        return urgency_on(day, today)
    kinds = {m.period.kind for m in action.milestones if m.reached_on is None and m.period}
    if not kinds.isdisjoint({PeriodKind.START, PeriodKind.CONTINUOUS}):
        return Urgency.CONTINUOUS
    return None if any(m.period and m.reached_on for m in action.milestones) else Urgency.NO_DATE


def attention_day(action: Action, today: date) -> date | None:
    """The day that the urgency is about: the first open deadline, or a start that lies ahead before it."""
    ahead = [m.period for m in action.milestones if m.reached_on is None and m.period]
    days = [period.due for period in ahead if period.due]
    days += [p.first for p in ahead if p.kind == PeriodKind.START and p.first and p.first >= today]
    return min(days, default=None)


def urgency_on(day: date, today: date) -> Urgency:
    """How soon what is due on this day wants attention."""
    if day < today:
        return Urgency.OVERDUE
    return Urgency.SOON if day - today <= SOON else Urgency.LATER


@dataclass(frozen=True, slots=True)
class Counts:
    """How many actions there are; a key None in ``by_status`` counts those without a report."""

    total: int
    by_status: Mapping[Status | None, int]
    overdue: int
    soon: int


@once
def count_actions(actions: Iterable[Action], today: date) -> Counts:
    actions = tuple(actions)
    statuses = Counter(current_status(action) for action in actions)
    urgencies = Counter(urgency(action, today) for action in actions)
    return Counts(
        total=len(actions),
        by_status={status: statuses[status] for status in (None, *Status)},
        overdue=urgencies[Urgency.OVERDUE],
        soon=urgencies[Urgency.SOON],
    )


@lru_cache(maxsize=2**16)
def number_key(number: str) -> tuple[tuple[int, str], ...]:
    """Sorts 2.1 before 10.1, 1 before 1a before 2, and IV before IX."""
    if number in ROMAN:
        return ((ROMAN[number], ""),)
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _PIECE.findall(number))


def responsibles_of(actions: Iterable[Action]) -> list[str]:
    """Who answers for any of these, by name."""
    return sorted({name for action in actions for name in action.responsibles}, key=str.casefold)


def parts_in_order(parts: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """All recommendations as they stand in their documents, the oldest document first."""
    return _by_number(tuple(parts), lambda part: (part.response.date, part.response.id))


def in_document_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """All actions as they stand in their documents, the oldest document first; what is chosen out of them stays so."""
    actions = tuple(actions)
    parts = parts_in_order({action.recommendation.id: action.recommendation for action in actions}.values())
    places = {part.id: place for place, part in enumerate(parts)}
    return _by_number(actions, lambda action: places[action.recommendation.id])


def _by_number(numbered: Sequence[_Numbered], place: Callable[[_Numbered], Any]) -> tuple[_Numbered, ...]:
    """By place; at one place by number, or as they were read where the numbers are not all of one kind."""
    kinds: defaultdict[Any, set[str]] = defaultdict(set)
    for one in numbered:
        kinds[place(one)].add(_kind(one.number))
    is_counted = {where for where, found in kinds.items() if len(found) == 1}

    def order(one: _Numbered) -> tuple[Any, ...]:
        where = place(one)
        return (where, number_key(one.number) if where in is_counted else (), one.id)

    return tuple(sorted(numbered, key=order))


def _kind(number: str) -> str:
    """``""`` for 1, 1a and 2.10, ``R`` for R1, ``I`` for IV, ``A`` for a letter."""
    if number in ROMAN:
        return "I"
    head, *others = _PIECE.findall(number) or [""]
    return "" if head.isdecimal() else head if others else "A"


def _attention_order(milestone: Milestone) -> tuple[bool, date]:
    period = milestone.period
    assert period is not None
    day = period.due or period.first
    assert day is not None
    return (period.kind != PeriodKind.DEADLINE, day)
