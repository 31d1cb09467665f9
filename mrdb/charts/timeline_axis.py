"""The days along the top of the timeline: where a line stands, and its Dutch name."""

from dataclasses import dataclass
from datetime import date, datetime

import altair as alt

from mrdb.charts.timeline_data import Axis
from mrdb.domain.timeline import Window
from mrdb.text.dates import SHORT_MONTHS

_STEPS = ((14, 1), (40, 3), (84, 6))
"""Up to so many months, a line every so many months; beyond the last, one every so many years."""
_FEW_MONTHS = 4
"""Up to so many months, the fifteenth has a line as well."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day with a line; ``year`` is empty where the year is clear from an earlier tick."""

    day: date
    words: str
    year: str


def ticks(window: Window) -> list[Tick]:
    """The first of every month, third month, half year or some years, under the year where it begins."""
    days = _tick_days(window)
    is_fine = any(day.day != 1 for day in days)
    return [
        Tick(
            day,
            f"{day.day} {SHORT_MONTHS[day.month - 1]}" if is_fine else SHORT_MONTHS[day.month - 1],
            str(day.year) if position == 0 or (day.month, day.day) == (1, 1) else "",
        )
        for position, day in enumerate(days)
    ]


def grid(window: Window) -> alt.Axis:
    """The lines only; their names stand in the strip above the rows, on lines of their own."""
    return alt.Axis(
        title=None,
        values=[alt.DateTime(year=tick.day.year, month=tick.day.month, date=tick.day.day) for tick in ticks(window)],
        labels=False,
        domain=False,
        ticks=False,
        gridColor="#E5E7EB",
    )


def day_scale(axis: Axis) -> alt.Scale:
    return alt.Scale(domain=[_moment(axis.first), _moment(axis.last)], nice=False)


def _tick_days(window: Window) -> list[date]:
    months = (window.last.year - window.first.year) * 12 + window.last.month - window.first.month + 1
    starts = [_month(window.first, offset) for offset in range(months)]
    if months <= _FEW_MONTHS:
        return [day for start in starts for day in (start, start.replace(day=15))]
    step = next((step for most, step in _STEPS if months <= most), 12 * (1 + months // 144))
    return [start for start in starts if (start.year * 12 + start.month - 1) % step == 0]


def _month(first: date, offset: int) -> date:
    years, month = divmod(first.month - 1 + offset, 12)
    return date(first.year + years, month + 1, 1)


def _moment(moment: datetime) -> alt.DateTime:
    return alt.DateTime(year=moment.year, month=moment.month, date=moment.day, hours=moment.hour)
