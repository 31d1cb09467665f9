"""A period as a short Dutch phrase, which the calendar reader reads back to the same period."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Milestone
from mrdb.text.calendar_units import Unit, day_unit, units_in
from mrdb.text.dates import short_date

INFERRED = "jaar afgeleid, niet genoemd"
UNREAD = "geen datum gelezen"


@lru_cache(maxsize=1024)
def period_phrase(period: Period | None) -> str:
    """``dec 2026``, ``vanaf 1 jan 2027``, ``najaar (2025)``: an inferred year stands between brackets.

    A period whose ends do not fall on the bounds of its precision is written in days. None is one that nobody could
    read.
    """
    if period is None:
        return UNREAD
    if period.kind == PeriodKind.CONTINUOUS:
        return f"doorlopend {_bounds(period)}".strip()
    assert period.first is not None
    assert period.last is not None
    units = _units(period.first, period.last, period.precision)
    phrase = _span_phrase(units, inferred=period.inferred)
    if period.kind == PeriodKind.DEADLINE:
        return phrase
    return f"vanaf {phrase}" if "t.e.m." not in phrase else f"start {phrase}"


def inferred_note(period: Period | None) -> str:
    """The remark that goes with a period whose year the phrase did not name; else nothing."""
    return INFERRED if period is not None and period.inferred else ""


def noted(phrase: str, *notes: str) -> str:
    """``dec 2026 (verschoven, eerst nov 2026)``; an empty note says nothing."""
    said = ", ".join(filter(None, notes))
    return f"{phrase} ({said})" if said else phrase


def done_word(period: Period | None) -> str:
    """What is said of a milestone that lies behind: a start has begun, all else is reached."""
    return "gestart" if period is not None and period.kind == PeriodKind.START else "bereikt"


def done_words(milestone: Milestone) -> str:
    """``bereikt``, or ``bereikt op 23 nov 2026``"""
    word = done_word(milestone.period)
    return f"{word} op {short_date(milestone.reached_on)}" if milestone.reached_on else word


def _bounds(period: Period) -> str:
    if period.first is not None and period.last is not None:
        return _span_phrase(_units(period.first, period.last, period.precision), inferred=period.inferred)
    if period.first is not None:
        unit = next(_starting(period.first, period.precision), None) or _day(period.first)
        return f"vanaf {unit.phrase(inferred=period.inferred)}"
    if period.last is not None:
        unit = next(_ending(period.last, period.precision), None) or _day(period.last)
        return f"t.e.m. {unit.phrase(inferred=period.inferred)}"
    return ""


def _span_phrase(units: tuple[Unit, Unit], *, inferred: bool) -> str:
    first, last = units
    if first == last:
        return first.phrase(inferred=inferred)
    if not inferred and not first.words and not last.words:
        return f"{first.year}-{last.year}"
    return f"{first.phrase(inferred=inferred)} t.e.m. {last.phrase(inferred=inferred)}"


def _units(first: date, last: date, precision: Precision | None) -> tuple[Unit, Unit]:
    """The one unit, twice, or the two that the period runs between; without such units the two days."""
    starting = tuple(_starting(first, precision))
    for unit in starting:
        if unit.last == last:
            return unit, unit
    pairs = [(start, end) for start in starting for end in _ending(last, precision)]
    whole = (pair for pair in pairs if pair[0].last < pair[1].first)
    return next(whole, pairs[0] if pairs else (_day(first), _day(last)))


def _starting(day: date, precision: Precision | None) -> Iterator[Unit]:
    return (unit for unit in _near(day, precision) if unit.first == day)


def _ending(day: date, precision: Precision | None) -> Iterator[Unit]:
    return (unit for unit in _near(day, precision) if unit.last == day)


def _near(day: date, precision: Precision | None) -> Iterator[Unit]:
    """The units around a day; winter and the school year carry the name of the year before."""
    if precision is None or precision == Precision.DAY:
        yield _day(day)
        return
    for year in (day.year, day.year - 1):
        yield from units_in(precision, year)


def _day(day: date) -> Unit:
    """A day is always a unit, also in a year that no document would name."""
    words, _, year = short_date(day).rpartition(" ")
    return day_unit(day.month, day.day, day.year) or Unit(words, year, day, day, Precision.DAY)
