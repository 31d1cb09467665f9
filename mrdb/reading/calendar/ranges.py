"""One date of a calendar phrase, or two that a period runs between: "1-15 maart 2026", "Q4 2025 - Q1 2026"."""

from dataclasses import dataclass, replace
from functools import partial

from mrdb.domain.period import Precision
from mrdb.reading.calendar.line import Line, Unreadable
from mrdb.reading.calendar.units import Point, Strength, day_number_at, point_at
from mrdb.text import calendar_words as words
from mrdb.text.calendar_units import SEASONS, YEAR_NAME, Unit, day_unit
from mrdb.text.calendar_words import Lead

DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Range:
    """The units between which a period runs; the same one twice when only one was named."""

    first: Unit
    last: Unit
    precision: Precision
    inferred: bool
    strength: Strength
    end: int
    separator: str = ""


def range_at(line: Line, i: int, year: int, lead: Lead | None) -> Range | None:
    """One point, or two with "-" or "t.e.m." between them, in ``year`` where it names none.

    Raises Unreadable where no single reading is certain.
    """
    if days := _days_at(line, i, year, lead):
        return days
    left = point_at(line, i)
    if left is None:
        return None
    separator, start = _separator_at(line, left.end, is_between=lead == Lead.BETWEEN)
    right = point_at(line, start) if separator else None
    return _between(left, right, separator, year) if right else _single(left, year)


def _separator_at(line: Line, i: int, *, is_between: bool) -> tuple[str, int]:
    """The mark or word between two ends as "-", "/" or "tot", and the index behind it; "" when there is none."""
    if line.word(i) in DASHES:
        return "-", i + 1
    if line.word(i) == "/" and line.is_glued(i) and line.is_glued(i + 1):
        return "/", i + 1
    if (end := line.behind(i, words.RANGE_WORDS)) > i:
        return "tot", _right_end(line, end)
    if is_between and line.word(i) in words.AND:
        return "tot", _right_end(line, i + 1)
    return "", i


def _right_end(line: Line, i: int) -> int:
    """Articles are skipped, but "dit jaar" is a year."""
    return i if line.year_at(i) else line.after_articles(i)


def _days_at(line: Line, i: int, year: int, lead: Lead | None) -> Range | None:
    """``1-15 maart 2026``, ``1 t.e.m. 15 maart``: the first day takes the month of the last."""
    day = day_number_at(line, i + (line.word(i) in words.WEEKDAYS))
    if day is None:
        return None
    separator, start = _separator_at(line, day[1], is_between=lead == Lead.BETWEEN)
    if separator in ("", "/"):
        return None
    right = point_at(line, start)
    if right is None or right.strength not in (Strength.STATED, Strength.NO_YEAR) or right.month is None:
        return None
    if line.word(i - 1) in words.COUNTERS:
        raise Unreadable
    month = right.month
    left = Point(partial(day_unit, month, day[0]), right.year, right.inferred, right.strength, day[1])
    return _between(left, right, separator, year)


def _single(point: Point, year: int) -> Range:
    unit = _unit(point, point.year or year)
    return Range(unit, unit, unit.precision, point.inferred or point.year is None, point.strength, point.end)


def _between(left: Point, right: Point, separator: str, year: int) -> Range:
    """The range from the one to the other. An end without a year takes that of the other end, then ``year``."""
    if right.name == YEAR_NAME and left.name != YEAR_NAME and separator in ("-", "/"):
        # In "najaar 2024 - 2025" the second year is again that season; after another unit it is not certain.
        if left.name is None or left.name.words not in SEASONS or left.year is None:
            raise Unreadable
        if left.name.words == "winter" and right.year == left.year + 1:
            return replace(_single(left, year), end=right.end)  # the year in which that winter ends
        right = replace(right, in_year=left.in_year) if separator == "-" else right
    if separator == "/" and YEAR_NAME in (left.name, right.name):
        raise Unreadable  # "2025/2026" may be a school year
    first = _unit(left, left.year or right.year or year)
    last = _unit(right, right.year or left.year or year)
    if last.last < first.first:
        raise Unreadable
    inferred = left.inferred or right.inferred or left.year is right.year is None
    strength = Strength.NO_YEAR if left.year is right.year is None else Strength.STATED
    if left.strength == right.strength in (Strength.BARE, Strength.FRACTION):
        strength = left.strength
    return Range(first, last, _common(first, last), inferred, strength, right.end, separator)


def _common(first: Unit, last: Unit) -> Precision:
    """Ends of different precision meet in months, or in days when one of them is a day."""
    if first.precision == last.precision:
        return first.precision
    return Precision.DAY if Precision.DAY in (first.precision, last.precision) else Precision.MONTH


def _unit(point: Point, year: int) -> Unit:
    unit = point.in_year(year)
    if unit is None:
        raise Unreadable
    return unit
