"""One milestone in the timeline: the days it takes, the shape on its date, and the way it moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mrdb.charts.timeline_data import DONE, Axis, Mark, Move, Span, Tip, evening, morning, noon
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Milestone
from mrdb.domain.status import Urgency
from mrdb.domain.timeline import milestone_urgency
from mrdb.text import timeline as words
from mrdb.text.colours import URGENCY_LOOK

MARK_WIDTH = 0.04
"""What a mark takes of the axis on a laptop, with room to spare."""

_SIZE = 230
_SIZES = {words.PERIOD_END: 380}
_CLUSTER_SIZE = 680
"""Square pixels of a mark; the shape of a bar is narrow, and those of the busiest month come first."""
_OPACITY, _LATE_OPACITY = 0.35, 0.6
_NAMES_A_MONTH = frozenset({Precision.DAY, Precision.MONTH})


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws one dated milestone of an action in the row whose middle is given."""

    action: Action
    milestone: Milestone
    period: Period
    middle: float
    axis: Axis
    today: date
    tip: Tip

    def spans(self) -> Iterator[Span]:
        period = self.period
        if period.first == period.last and period.kind == PeriodKind.DEADLINE:
            return
        fades = period.kind == PeriodKind.START or period.last is None
        start = self.axis.clamp(morning(period.first)) if period.first else self.axis.first
        end = self.axis.last if fades or period.last is None else self.axis.clamp(evening(period.last))
        if start < end:
            # Darker where it is late: colour-blind eyes see that crimson as the grey of what simply goes on.
            opacity = _LATE_OPACITY if self._urgency() == Urgency.OVERDUE else _OPACITY
            yield Span(start, end, self.middle, self._colour(goes_on=fades), opacity, fades, self.tip)

    def moves(self) -> Iterator[Move]:
        """From the first date to the present one, as far as both are dates and the way between them is in sight."""
        first, present = _day(self.milestone.first_period), _day(self.period)
        if first is None or present is None:
            return
        start, end = sorted((self.axis.clamp(first), self.axis.clamp(present)))
        if start < end:
            yield Move(start, end, self.middle, self._colour(), self.tip)

    def marks(self, busy: frozenset[int]) -> Iterator[Mark]:
        """``busy`` holds the milestones that make the busiest month; their marks are the largest."""
        first, present = _day(self.milestone.first_period), _day(self.period)
        if first is not None and first in self.axis:
            yield self._mark(first, words.FIRST_DATE)
        if present is not None and present in self.axis:
            yield self._mark(present, self._kind(), is_large=self.milestone.id in busy)

    def _mark(self, day: datetime, kind: str, *, is_large: bool = False) -> Mark:
        size = _CLUSTER_SIZE if is_large else _SIZES.get(kind, _SIZE)
        return Mark(day, kind, self.middle, self._colour(), size, self._is_beside(day, kind), self.tip)

    def _kind(self) -> str:
        if self.milestone.reached_on is not None:
            return words.REACHED
        if self.period.kind == PeriodKind.START:
            return words.START
        # Nobody named the last day of a season or a year: a bar ends there, but no diamond stands on it.
        return words.DEADLINE if self.period.precision in _NAMES_A_MONTH else words.PERIOD_END

    def _is_beside(self, day: datetime, kind: str) -> bool:
        """Whether a start would stand on top of the deadline just before it, as 1 January on 31 December."""
        if kind != words.START:
            return False
        periods = (period for other in self.action.milestones for period in (other.period, other.first_period))
        deadlines = (_day(period) for period in periods if period is not None and period.due is not None)
        place = self.axis.place(day)
        return any(other is not None and 0 <= place - self.axis.place(other) < MARK_WIDTH for other in deadlines)

    def _colour(self, *, goes_on: bool = False) -> str:
        now = self._urgency()
        if now is None:
            return DONE
        return URGENCY_LOOK[Urgency.CONTINUOUS if goes_on else now].colour

    def _urgency(self) -> Urgency | None:
        return milestone_urgency(self.action, self.milestone, self.today)


def _day(period: Period | None) -> datetime | None:
    """Where the mark of a period stands; a continuous period has none."""
    if period is None or period.kind == PeriodKind.CONTINUOUS:
        return None
    if period.due is not None:
        return noon(period.due) if period.precision in _NAMES_A_MONTH else evening(period.due)
    return morning(period.first) if period.first is not None else None
