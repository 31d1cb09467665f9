"""The days of the timeline from left to right, and their names along the top."""

from dataclasses import dataclass
from datetime import date, datetime, time

import altair as alt

from mrdb.charts.look import QUIET
from mrdb.domain.timeline import Window

_MARGIN = 0.035
"""Part of the window left free on either side, so that a mark on the last day stands whole."""
_FEW_MONTHS = 4
"""Up to so many months, the fifteenth has a line as well."""
_MONTH_STEPS = ((14, 1), (40, 3), (84, 6))
"""Up to so many months, a line every so many months; beyond the last, one every so many years."""
_LINE = "#E5E7EB"


@dataclass(frozen=True, slots=True)
class Days:
    """The days from the left edge to the right edge of the drawing, margins included."""

    first: datetime
    last: datetime

    @classmethod
    def around(cls, window: Window) -> "Days":
        first, last = morning(window.first), evening(window.last)
        # The calendar ends in 9999, and somebody will type that year.
        margin = min((last - first) * _MARGIN, first - morning(date.min), evening(date.max) - last)
        return cls(first - margin, last + margin)

    def place(self, moment: datetime) -> float:
        """0 at the left edge, 1 at the right edge."""
        return (moment - self.first) / (self.last - self.first)

    def __contains__(self, moment: datetime) -> bool:
        return self.first <= moment <= self.last

    def moment(self, moment: datetime | None) -> str | None:
        """The moment as a browser reads it, in its own local time; None when it is out of sight."""
        return moment.isoformat() if moment is not None and moment in self else None

    def part(self, one: datetime, other: datetime) -> tuple[str | None, str | None]:
        """What can be seen of the days between two moments, as their first and last; nothing when none can."""
        start, end = (min(max(moment, self.first), self.last) for moment in sorted((one, other)))
        return (start.isoformat(), end.isoformat()) if start < end else (None, None)

    def scale(self) -> alt.Scale:
        return alt.Scale(domain=[_date_time(self.first), _date_time(self.last)], nice=False)


def morning(day: date) -> datetime:
    return datetime.combine(day, time())


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def evening(day: date) -> datetime:
    """The last moment of a day, so that a period covers its last day."""
    return datetime.combine(day, time(23, 59))


def day_axis(window: Window, room: int, text_size: int) -> alt.Axis:
    """The first of every month, third month, half year or some years, under the year where it begins.

    ``room`` is the space between the names and the rows, in pixels.
    """
    months = (window.last.year - window.first.year) * 12 + window.last.month - window.first.month + 1
    is_first, name, begins_year = "date(datum.value) == 1", "%b", "(datum.index == 0 || month(datum.value) == 0)"
    if months <= _FEW_MONTHS:
        # A window begins with a quarter. The 29th has a line too, which stays unseen.
        name, begins_year = "%-d %b", "month(datum.value) % 3 == 0"
    line = {"condition": {"test": "date(datum.value) > 15", "value": "transparent"}, "value": _LINE}
    year = f"{is_first} && {begins_year} ? timeFormat(datum.value, '%Y') : ''"
    return alt.Axis(
        title=None,
        orient="top",
        domain=False,
        tickCount=_step(months),
        tickSize=room,
        tickColor=line,
        gridColor=line,
        labelExpr=f"date(datum.value) > 15 ? '' : [{year}, timeFormat(datum.value, '{name}')]",
        labelFontSize=text_size,
        labelFontWeight={"condition": {"test": f"{is_first} && {begins_year}", "value": "bold"}, "value": "normal"},
        labelColor=QUIET,
        labelAlign="left",
        labelOffset=3,
        labelPadding=text_size + 6,  # the second line hangs below the first
    )


def _step(months: int) -> alt.TimeIntervalStep:
    if months <= _FEW_MONTHS:
        return alt.TimeIntervalStep("day", 14)
    step = next((step for most, step in _MONTH_STEPS if months <= most), None)
    return alt.TimeIntervalStep("month", step) if step else alt.TimeIntervalStep("year", 1 + months // 144)


def _date_time(moment: datetime) -> alt.DateTime:
    return alt.DateTime(year=moment.year, month=moment.month, date=moment.day, hours=moment.hour)
