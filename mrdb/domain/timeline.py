"""What falls due when: the window of days to look at, what comes next, and the month where most comes together."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import groupby

from mrdb.domain.followup import is_closed, urgency
from mrdb.domain.once import once
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Milestone
from mrdb.domain.status import Urgency

_WORTH_NAMING = 2


class Zoom(Enum):
    """How much of the time axis is shown."""

    QUARTER = "quarter"
    YEAR = "year"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day shown, both inside the window."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Due:
    """A promise and the day it falls due."""

    day: date
    action: Action
    milestone: Milestone


@dataclass(frozen=True, slots=True)
class DeadlineCluster:
    """The deadlines that fall in one calendar month, whose first and last day are given."""

    first: date
    last: date
    deadlines: tuple[Due, ...]


def window(zoom: Zoom, actions: Sequence[Action], today: date) -> Window:
    """The days that a zoom shows: whole quarters, with today always among them.

    Everything runs from the quarter of the first known day to the quarter of the last, first promises included.
    """
    match zoom:
        case Zoom.YEAR:
            return Window(date(today.year, 1, 1), date(today.year, 12, 31))
        case Zoom.QUARTER:
            days = [today]
        case Zoom.EVERYTHING:
            days = [today, *_known_days(actions)]
    first, last = min(days), max(days)
    quarter_start = date(first.year, first.month - (first.month - 1) % 3, 1)
    return Window(quarter_start, _month_end(date(last.year, last.month + -last.month % 3, 1)))


@once
def upcoming(actions: Sequence[Action], today: date) -> tuple[Due, ...]:
    """The open deadlines from today on, the nearest first, on one day the more precise first. See also ``overdue``."""
    return tuple(due for due in _open_deadlines(actions) if due.day >= today)


@once
def overdue(actions: Sequence[Action], today: date) -> tuple[Due, ...]:
    """The open deadlines that have passed, the oldest first."""
    return tuple(due for due in _open_deadlines(actions) if due.day < today)


@once
def busiest_month(actions: Sequence[Action], today: date) -> DeadlineCluster | None:
    """The month, from today on, in which most open deadlines fall; None when no month has at least two.

    Every deadline counts that the list of what falls due next gives a day in that month. Of equally busy months the
    nearest is taken.
    """
    months = (tuple(found) for _, found in groupby(upcoming(actions, today), key=lambda due: due.day.replace(day=1)))
    deadlines = max(months, key=len, default=())
    if len(deadlines) < _WORTH_NAMING:
        return None
    first = deadlines[0].day.replace(day=1)
    return DeadlineCluster(first, _month_end(first), deadlines)


def names_a_month(period: Period) -> bool:
    """Whether somebody named the day or the month where it ends, and no more than the season or the year."""
    match period.precision:
        case Precision.DAY | Precision.MONTH:
            return True
        case Precision.QUARTER | Precision.SEMESTER | Precision.SEASON | Precision.YEAR | None:
            return False


def milestone_urgency(action: Action, milestone: Milestone, today: date) -> Urgency | None:
    """How urgent one milestone is by itself; None when it is reached or its action is closed."""
    if milestone.reached_on is not None:
        return None
    return urgency(replace(action, milestones=(milestone,)), today)


@once
def _open_deadlines(actions: Sequence[Action]) -> tuple[Due, ...]:
    found = [
        Due(milestone.period.due, action, milestone)
        for action in actions
        if not is_closed(action)
        for milestone in action.milestones
        if milestone.reached_on is None and milestone.period is not None and milestone.period.due is not None
    ]
    return tuple(sorted(found, key=_due_order))


def _due_order(due: Due) -> tuple[object, ...]:
    """Of the deadlines on one day those that somebody named for it come first: "2026" ends in December by rule only."""
    period = due.milestone.period
    precisions = list(Precision)  # the enum runs from the most to the least precise
    vagueness = precisions.index(period.precision) if period and period.precision else len(precisions)
    return (due.day, vagueness)


@once
def _known_days(actions: Sequence[Action]) -> frozenset[date]:
    known: set[date] = set()
    for action in actions:
        for milestone in action.milestones:
            for period in (milestone.period, milestone.first_period):
                if period is None:
                    continue
                # A start falls on its first day; where "vanaf" ends, if it ever does, says nothing about the axis.
                days = (period.first,) if period.kind == PeriodKind.START else (period.first, period.last)
                known.update(day for day in days if day is not None)
    return frozenset(known)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
