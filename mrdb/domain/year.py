"""The year in figures, for the annual report: what was due, what was closed, what is late, what moved."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import takewhile
from zoneinfo import ZoneInfo

from mrdb.domain.facts import Fact
from mrdb.domain.followup import urgency
from mrdb.domain.once import once
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change
from mrdb.domain.rewind import standing
from mrdb.domain.status import Urgency

_BRUSSELS = ZoneInfo("Europe/Brussels")


class Figure(Enum):
    """What is counted; behind each number stands a list of actions."""

    DUE = "due"
    CLOSED = "closed"
    RATE = "rate"
    LATE = "overdue"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The actions behind the figures of a year, as they stood on ``day``, in the order given.

    ``seen_on`` is when it is judged what is late: a year that is over is seen from New Year's Day on, so that what was
    due on its last day is late.
    ``closed_of_due`` are those among ``due`` that were closed on that day, in whichever year that happened.
    """

    year: int
    day: date
    seen_on: date
    due: tuple[Action, ...]
    closed: tuple[Action, ...]
    closed_of_due: tuple[Action, ...]
    late: tuple[Action, ...]
    moved: tuple[Action, ...]

    @property
    def closure_rate(self) -> float | None:
        """Closed / due, between 0 and 1; None when nothing is due.

        WFP's key performance indicator: what is not due yet says nothing of how well promises are kept.
        """
        return len(self.closed_of_due) / len(self.due) if self.due else None

    def behind(self, figure: Figure) -> tuple[Action, ...]:
        lists = {
            Figure.DUE: self.due,
            Figure.CLOSED: self.closed,
            Figure.RATE: self.closed_of_due,
            Figure.LATE: self.late,
            Figure.MOVED: self.moved,
        }
        return lists[figure]


@once
def years_on_offer(actions: Iterable[Action], today: date) -> tuple[int, ...]:
    """From the year of the oldest document to the present one, the oldest first."""
    documents = (action.recommendation.response.date.year for action in actions)
    return tuple(range(min([*documents, today.year]), today.year + 1))


def year_figures(actions: Sequence[Action], changes: Sequence[Change], year: int, today: date) -> YearFigures:
    """The year seen on its last day, or today with all that is known as long as it runs, as the overview sees it.

    An action is due in the year in which a deadline falls now, so a moved one counts in the year it moved to. It is
    closed in the year of the follow-up moment from which on it was reported as completed or dropped. It is late as
    ``followup.urgency`` says on that day: an annual report must agree with the overview.
    """
    end = date(year, 12, 31)
    seen_on = end + timedelta(days=1) if end < today else today
    there = [action for action in actions if action.added is None or action.added.moment.date <= end]
    known = [_as_stood(action, end) for action in there] if end < today else there
    due = tuple(action for action in known if _is_due_in(action, year))
    moved = _moved_in(changes, year)
    return YearFigures(
        year=year,
        day=min(end, today),
        seen_on=seen_on,
        due=due,
        closed=tuple(action for action in known if _closing_year(action) == year),
        closed_of_due=tuple(action for action in due if _closing_year(action) is not None),
        late=tuple(action for action in known if urgency(action, seen_on) == Urgency.OVERDUE),
        moved=tuple(action for action in known if action.id in moved),
    )


def _as_stood(action: Action, day: date) -> Action:
    """Without what was reported or reached after that day; its deadlines are those of now."""
    return replace(
        action,
        reports=tuple(report for report in action.reports if report.moment.date <= day),
        discussed=tuple(moment for moment in action.discussed if moment.date <= day),
        milestones=tuple(
            replace(milestone, reached_on=None) if milestone.reached_on and milestone.reached_on > day else milestone
            for milestone in action.milestones
        ),
    )


def _is_due_in(action: Action, year: int) -> bool:
    days = (milestone.period.due for milestone in action.milestones if milestone.period)
    return any(day is not None and day.year == year for day in days)


def _closing_year(action: Action) -> int | None:
    """The year of the first report of the unbroken run of closed ones at the end; None for an action that is open.

    A closed action that is confirmed, or goes from completed to dropped, does not close a second time.
    """
    run = list(takewhile(lambda report: report.status.is_closed, reversed(action.reports)))
    return run[-1].moment.date.year if run else None


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
    return line.moment.date if line.moment else line.at.astimezone(_BRUSSELS).date()
