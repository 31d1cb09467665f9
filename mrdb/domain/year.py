"""The year in figures, for the annual report: what was due, what was closed, what is late, what moved.

A year that is over stands as it stood on its last day, out of the journal, whenever one asks. What is said at a
follow-up moment was known on the day of that moment, also where it was written or corrected there later. What is
changed outside any moment, and that is what a new version of the document states otherwise, was known from the day on
which it was written. A document was there from its own date on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import takewhile

from mrdb.domain.days import day_of
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.followup import attention_day, urgency
from mrdb.domain.once import once
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, Milestone
from mrdb.domain.rewind import REWOUND, before, by_action, standing, with_first_periods
from mrdb.domain.status import Urgency

TELLING = frozenset(fact for fact in REWOUND if fact.subject in {Subject.ACTION, Subject.MILESTONE})
"""The facts of which the journal must be known to tell a year."""


class Figure(Enum):
    """What is counted; behind each number stands a list of actions."""

    DUE = "due"
    CLOSED = "closed"
    RATE = "rate"
    LATE = "overdue"
    MOVED = "moved"
    ON_TIME = "on_time"
    SAME_YEAR = "same_year"
    LATE_30 = "overdue_30"
    LATE_90 = "overdue_90"
    LATE_180 = "overdue_180"
    LATE_LONGER = "overdue_longer"


MAIN = (Figure.DUE, Figure.CLOSED, Figure.RATE, Figure.LATE, Figure.MOVED)
SHARE_OF = {Figure.RATE: Figure.DUE, Figure.ON_TIME: Figure.RATE, Figure.SAME_YEAR: Figure.DUE}
"""Of these the number is a share of another figure.

WFP's key performance indicator counts what was due and closed within the same year, the Global Fund's board papers how
much of what was closed was so by the first date. Both leave out what is not due yet: it says nothing of how well
promises are kept.
"""
LATE_FOR = {
    Figure.LATE_30: (1, 30),
    Figure.LATE_90: (31, 90),
    Figure.LATE_180: (91, 180),
    Figure.LATE_LONGER: (181, None),
}
"""The bands of the Global Fund's board papers: from so many days until so many."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The actions behind the figures of a year, as they stood on ``day``, in the order given.

    ``seen_on`` is when it is judged what is late: a year that is over is seen from New Year's Day on, so that what was
    due on its last day is late. ``actions`` are all that were there.
    """

    year: int
    day: date
    seen_on: date
    actions: tuple[Action, ...]
    lists: Mapping[Figure, tuple[Action, ...]]

    def __getitem__(self, figure: Figure) -> tuple[Action, ...]:
        return self.lists[figure]

    @property
    def is_over(self) -> bool:
        return self.day < self.seen_on

    def share(self, figure: Figure) -> float | None:
        """Between 0 and 1; None where there is nothing to have a share of."""
        whole = self[SHARE_OF[figure]]
        return len(self[figure]) / len(whole) if whole else None


@once
def years_on_offer(actions: Iterable[Action], today: date) -> tuple[int, ...]:
    """From the year of the oldest document to the present one, the oldest first."""
    documents = (action.recommendation.response.date.year for action in actions)
    return tuple(range(min([*documents, today.year]), today.year + 1))


def year_figures(actions: Sequence[Action], changes: Sequence[Change], year: int, today: date) -> YearFigures:
    """The year as it stood on its last day, or today with all that is known as long as it runs, as the overview sees
    it; ``changes`` are the lines of ``TELLING``.

    An action is due in the year in which a deadline fell on that day, so one that had moved counts in the year it moved
    to. It is closed in the year of the follow-up moment from which on it was reported as completed or dropped. It is
    late as ``followup.urgency`` says on that day: an annual report must agree with the overview.
    """
    end = date(year, 12, 31)
    is_over = end < today
    seen_on = end + timedelta(days=1) if is_over else today
    changes = sorted(changes, key=lambda line: line.id, reverse=True)  # as written: a clock may be set back
    lines = by_action(changes)
    there = [action for action in actions if _was_there(action, end)]
    known = tuple(_as_stood(action, lines[action.id], end) for action in there) if is_over else tuple(there)
    lists = dict(_lists(known, year, seen_on)) | {Figure.MOVED: _among(known, _moved_in(changes, year))}
    return YearFigures(year, min(end, today), seen_on, known, lists)


def _lists(known: tuple[Action, ...], year: int, seen_on: date) -> Iterator[tuple[Figure, tuple[Action, ...]]]:
    closed_on = {action.id: day for action in known if (day := _closing_day(action))}
    closed = {id_ for id_, day in closed_on.items() if day.year == year}
    due = tuple(action for action in known if _is_due_in(action, year))
    closed_of_due = _among(due, closed_on)
    yield Figure.DUE, due
    yield Figure.CLOSED, _among(known, closed)
    yield Figure.RATE, closed_of_due
    yield Figure.SAME_YEAR, _among(due, closed)
    yield Figure.ON_TIME, tuple(action for action in closed_of_due if _is_as_promised(action, closed_on[action.id]))
    late = tuple(action for action in known if urgency(action, seen_on) == Urgency.OVERDUE)
    yield Figure.LATE, late
    days = {action.id: (seen_on - (attention_day(action, seen_on) or seen_on)).days for action in late}
    for band, (least, most) in LATE_FOR.items():
        yield band, _among(late, {id_ for id_, n in days.items() if least <= n and (most is None or n <= most)})


def _among(actions: Iterable[Action], ids: Iterable[int]) -> tuple[Action, ...]:
    ids = frozenset(ids)
    return tuple(action for action in actions if action.id in ids)


def _was_there(action: Action, day: date) -> bool:
    since = action.added.moment.date if action.added else action.recommendation.response.date
    return since <= day


def _as_stood(action: Action, lines: Sequence[Change], day: date) -> Action:
    """The action with what was known of it on that day; ``lines`` are its own, the newest first."""
    for line in lines:
        if _day(line) > day:
            action = before(action, line)
    there = [one for one in action.milestones if one.added is None or one.added.moment.date <= day]
    return replace(
        action,
        reports=tuple(report for report in action.reports if report.moment.date <= day),
        discussed=tuple(moment for moment in action.discussed if moment.date <= day),
        milestones=tuple(_not_reached_after(one, day) for one in with_first_periods(there, lines)),
    )


def _not_reached_after(milestone: Milestone, day: date) -> Milestone:
    is_later = milestone.reached_on is not None and milestone.reached_on > day
    return replace(milestone, reached_on=None) if is_later else milestone


def _is_due_in(action: Action, year: int) -> bool:
    days = (milestone.period.due for milestone in action.milestones if milestone.period)
    return any(day is not None and day.year == year for day in days)


def _closing_day(action: Action) -> date | None:
    """The day of the first report of the unbroken run of closed ones at the end; None for an action that is open.

    A closed action that is confirmed, or goes from completed to dropped, does not close a second time.
    """
    run = list(takewhile(lambda report: report.status.is_closed, reversed(action.reports)))
    return run[-1].moment.date if run else None


def _is_as_promised(action: Action, closed_on: date) -> bool:
    """Whether each of its deadlines was reached, or the action closed, by the first date that was promised for it."""
    promised = ((one, one.first_period or one.period) for one in action.milestones)
    dated = ((one.reached_on or closed_on, period.due) for one, period in promised if period and period.due)
    return all(min(met, closed_on) <= due for met, due in dated)


def _moved_in(changes: Sequence[Change], year: int) -> frozenset[int]:
    """The ids of the actions of which a deadline moved in the year: that of the moment, else of the writing.

    A first date, the same day more exactly, and a date that came back in the same year move nothing.
    """
    by_milestone: defaultdict[tuple[int | None, int | None], list[Change]] = defaultdict(list)
    for line in sorted(standing(changes), key=lambda line: line.id):
        if line.fact == Fact.PERIOD and _day(line).year == year:
            by_milestone[line.action_id, line.milestone_id].append(line)
    moved = (lines[0] for lines in by_milestone.values() if _is_moved(lines[0].old, lines[-1].new))
    return frozenset(line.action_id for line in moved if line.action_id is not None)


def _is_moved(old: str | None, new: str | None) -> bool:
    return bool(old and new) and Period.from_code(old or "").due != Period.from_code(new or "").due


def _day(line: Change) -> date:
    return line.moment.date if line.moment else day_of(line.at)
