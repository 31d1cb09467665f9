"""The dates, months, seasons and years in a calendar phrase, one by one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from mrdb.domain.period import Precision
from mrdb.reading.calendar.line import ORDINAL_ENDS, Line, Unreadable, Year
from mrdb.text import calendar_units as units
from mrdb.text import calendar_words as words
from mrdb.text.calendar_units import Unit, UnitName

_LISTING = words.AND | words.OR | {","}
_ORDINAL = re.compile(rf"([0-9]{{1,2}})(?:{ORDINAL_ENDS})")
_NEAR = 10
"""Years: a year of two digits lies no further from the document's."""


class Strength(Enum):
    """How much a piece of text needs around it before it can be taken for a date."""

    STATED = "stated"  # names its year: a date wherever it stands
    NO_YEAR = "no_year"  # "najaar", "1 maart", "december"
    SHORT = "short"  # "mei", "jan", "okt" alone: also names and other words
    BARE = "bare"  # a number that may be a year
    FRACTION = "fraction"  # "31/12" without a year


@dataclass(frozen=True, slots=True)
class Point:
    """A unit with or without its year; ``end`` is the index of the first token after it."""

    in_year: Callable[[int], Unit | None]
    year: int | None
    inferred: bool
    strength: Strength
    end: int
    name: UnitName | None = None
    month: int | None = None


def point_at(line: Line, i: int) -> Point | None:
    """The date or unit that begins at token ``i``. Raises Unreadable where no single reading is certain."""
    if line.word(i) in words.WEEKDAYS:
        return _weekday_at(line, i)
    if line.is_number(i):
        readers = (_year_first_at, _numeric_at, _day_month_at, _year_point_at)
    elif line.word(i) in words.WEEK_WORDS:
        return _week_at(line, i)
    elif line.behind(i, words.PARTS) > i:
        return _part_at(line, i)
    elif line.behind(i, words.SCHOOL_YEARS) > i:
        return _school_year_at(line, i)
    else:
        readers = (_day_month_at, _month_day_at, _named_at, _year_point_at)
    return next(filter(None, (read(line, i) for read in readers)), None)


def day_number_at(line: Line, i: int) -> tuple[int, int] | None:
    """The day of the month at ``i`` ("31", "1e", "1ste") and the index behind it."""
    if (number := line.number(i, 1, 2)) is not None:
        return number, i + 1
    if match := _ORDINAL.fullmatch(line.word(i)):
        return int(match[1]), i + 1
    return None


def _year_first_at(line: Line, i: int) -> Point | None:
    """``2026-12-31``, ``2026/12``, ``2026 Q1``; "2010/11" may also be two years."""
    year, mark = line.bare_year(i), line.word(i + 1)
    if year is None:
        return None
    start = i + 1 + (mark in ("-", "/"))
    name = units.UNIT_NAMES.get(line.words(start, 1)) if line.word(start)[1:].isdigit() else None
    if name is not None:
        if line.bare_year(start + 1):
            raise Unreadable
        return Point(name.in_year, year, False, Strength.STATED, start + 1, name)
    month, day = line.number(i + 2, 2), line.number(i + 4, 2)
    if mark not in ("-", "/") or month is None or not _is_joined(line, i, mark):
        return None
    if day is not None and _is_joined(line, i, mark, mark):
        return _dated(day, month, year, i + 5)
    if month not in units.MONTH_NAMES or month == (year + 1) % 100:
        raise Unreadable
    return Point(units.MONTH_NAMES[month].in_year, year, False, Strength.STATED, i + 3)


def _numeric_at(line: Line, i: int) -> Point | None:
    """``31/12/2026``, ``31-12-'26``, ``31.12.2026``, ``12/2026``, ``31/12``: day before month, as in Belgium."""
    mark = line.word(i + 1)
    first, second = line.number(i, 1, 2), line.number(i + 2, 1, 2)
    if first is None or mark not in ("/", "-", ".") or not _is_joined(line, i, mark):
        return None
    if second is None:
        return _month_year_at(line, i, first) if mark != "." else None
    if _is_joined(line, i, mark, mark):
        return _full_date_at(line, i, first, second)
    is_range = line.behind(i + 3, words.RANGE_WORDS) > i + 3
    if mark == "/" and (is_range or max(len(line.word(i)), len(line.word(i + 2))) == 2) and not line.is_glued(i + 3):
        return Point(partial(units.day_unit, second, first), None, False, Strength.FRACTION, i + 3)
    return None


def _month_year_at(line: Line, i: int, month: int) -> Point | None:
    year = line.bare_year(i + 2)
    if year is None:
        return None
    if month not in units.MONTH_NAMES:
        raise Unreadable
    return Point(units.MONTH_NAMES[month].in_year, year, False, Strength.STATED, i + 3)


def _full_date_at(line: Line, i: int, day: int, month: int) -> Point | None:
    """A two-digit year wants its apostrophe after dots: 11.11.11 is a name."""
    year = line.short_year(i + 4)
    if year is None and line.word(i + 1) != "." and (short := line.number(i + 4, 2)) is not None:
        year = _near(line, short)
        if year is None:
            return None
    if year is None and line.is_number(i + 4) and len(line.word(i + 4)) > 3:
        year = line.bare_year(i + 4) or 0
    return None if year is None else _dated(day, month, year, i + 5)


def _near(line: Line, short: int) -> int | None:
    return 2000 + short if abs(2000 + short - line.document_date.year) <= _NEAR else None


def _dated(day: int, month: int, year: int, end: int) -> Point:
    if units.day_unit(month, day, year) is None:
        raise Unreadable
    return Point(partial(units.day_unit, month, day), year, False, Strength.STATED, end)


def _is_joined(line: Line, i: int, *marks: str) -> bool:
    """Whether the numbers from ``i`` on stand together with these marks between them, without a space."""
    return all(
        line.word(i + 1 + 2 * n) == mark and line.is_glued(i + 1 + 2 * n) and line.is_glued(i + 2 + 2 * n)
        for n, mark in enumerate(marks)
    )


def _day_month_at(line: Line, i: int) -> Point | None:
    """``31 december 2026``, ``1 jan.``, ``23 nov '26``, ``31st of March 2026``, ``31-mrt-26``."""
    found = day_number_at(line, i)
    if found is None:
        if line.is_number(i) and line.word(i + 1) in words.MONTH_NUMBERS:
            raise Unreadable
        return None
    mark = line.word(found[1])
    is_joined = mark in ("-", "/", ".") and _is_joined(line, found[1] - 1, mark)
    name_at = found[1] + (is_joined or mark in words.OF)
    month = words.MONTH_NUMBERS.get(line.word(name_at))
    if month is None:
        return None
    if line.word(i - 1) in words.COUNTERS or (line.word(i - 1) in _LISTING and day_number_at(line, i - 2)):
        raise Unreadable
    in_year, end = partial(units.day_unit, month, found[0]), name_at + 1
    short = line.number(end + 1, 2) if is_joined and _is_joined(line, name_at, mark) else None
    year = _near(line, short) if short is not None else None
    if year is not None:
        return Point(in_year, year, False, Strength.STATED, end + 2, month=month)
    return replace(_with_year(in_year, line.year_after(end), end), month=month)


def _month_day_at(line: Line, i: int) -> Point | None:
    """``March 14, 2026``; without its year "Mar 14" may be a day or a month of 2014."""
    month, day = words.MONTH_NUMBERS.get(line.word(i)), day_number_at(line, i + 1 + (line.word(i + 1) == "."))
    end = day[1] + (line.word(day[1]) == ",") if day else i
    year = line.bare_year(end) if day else None
    if month is None or day is None or year is None:
        return None
    return replace(_dated(day[0], month, year, end + 1), month=month)


def _week_at(line: Line, i: int) -> Point | None:
    """``week 14 2026``; "week 2 van het project" is another one."""
    number = line.number(i + 1, 1, 2)
    if number is None:
        return None
    point = _with_year(partial(units.week, number), line.year_after(i + 2), i + 2)
    return replace(point, strength=Strength.SHORT) if point.year is None else point


def _weekday_at(line: Line, i: int) -> Point | None:
    """``maandag 23 november 2026``, ``do 12/03/2026``: only when that day falls on that weekday."""
    start = i + 1 + (line.word(i + 1) in (".", ","))
    point = point_at(line, start) if line.word(start)[:1].isdigit() else None
    if point is None or point.strength == Strength.BARE:
        return None
    return replace(point, in_year=partial(_on_weekday, words.WEEKDAYS[line.word(i)], point.in_year))


def _on_weekday(weekday: int, in_year: Callable[[int], Unit | None], year: int) -> Unit | None:
    unit = in_year(year)
    return unit if unit and unit.precision == Precision.DAY and unit.first.weekday() == weekday else None


def _with_year(in_year: Callable[[int], Unit | None], year: Year | None, end: int) -> Point:
    if year:
        return Point(in_year, year.value, year.inferred, Strength.STATED, year.end)
    return Point(in_year, None, False, Strength.NO_YEAR, end)


def _part_at(line: Line, i: int) -> Point | None:
    """``begin 2026``, "einde van het jaar", "eind december", ``mid-2026``; "half jaar" is a length of time."""
    behind = line.behind(i, words.PARTS)
    part, word = words.PARTS[line.words(i, behind - i)], line.word(i)
    if word == "half" and line.word(behind) in words.OF:
        raise Unreadable  # "second half of ..." is read before; this is the half of something else
    has_dash = line.word(behind) == "-" and line.is_glued(behind) and line.is_glued(behind + 1)
    start = line.after_articles(line.after_of(behind) if not has_dash else behind + 1)
    if line.behind(start, words.SCHOOL_YEARS) > start:
        raise Unreadable  # it ends with June for some and with August for others
    name, end = _name_at(line, start)
    if name is not None:
        return _with_year(replace(name, part=part).in_year, line.year_after(end), end)
    in_year = replace(units.YEAR_NAME, part=part).in_year
    if line.word(start) in words.YEAR_WORDS and word != "half" and not line.year_at(start):
        return _with_year(in_year, line.year_at(start + 1), start + 1)
    # "dit" counts among the articles, so "dit jaar" may begin before the point where they end.
    year = line.year_at(start) or line.year_at(line.after_of(behind)) or line.year_at(behind)
    if year is None and line.words(i, behind - i) in words.PARTS_OF_A_YEAR:
        return _with_year(in_year, None, behind)
    return _with_year(in_year, year, behind) if year else None


def _named_at(line: Line, i: int) -> Point | None:
    name, end = _name_at(line, i)
    if name is None:
        return None
    point = replace(_with_year(name.in_year, line.year_after(end), end), name=name)
    if point.year is not None:
        return point
    if line.word(end - 1) in words.HALF_WORDS:
        raise Unreadable  # the half of what? "eerste helft van december"
    is_short = len(line.word(i)) <= 4 and name.precision in (Precision.MONTH, Precision.SEMESTER)
    if end > i + 1 or not (is_short or line.word(i) in words.HALF_CERTAIN):
        return point
    dot = line.word(end) == "." and line.is_glued(end)
    return replace(point, strength=Strength.SHORT, end=end + dot)


def _name_at(line: Line, i: int) -> tuple[UnitName | None, int]:
    """A month, season, quarter or semester by its name, and the index behind it."""
    for size in (3, 2, 1):
        if name := units.UNIT_NAMES.get(line.words(i, size)):
            return name, i + size
    return None, i


def _school_year_at(line: Line, i: int) -> Point | None:
    """``schooljaar 2025-2026``, ``AJ 25-26``: two years in a row; anything else is uncertain."""
    behind = line.behind(i, words.SCHOOL_YEARS)
    has_bracket = line.word(behind) == "("
    start = behind + has_bracket
    first, short = line.bare_year(start) or line.short_year(start), line.number(start, 2)
    if first is None and not line.is_number(start):
        return None
    if first is None and short is not None:
        first = _near(line, short)
    last = line.number(start + 2, 2, 4) or line.short_year(start + 2)
    if first is None or line.word(start + 1) not in ("-", "–", "/") or last not in (first + 1, (first + 1) % 100):
        raise Unreadable
    end = start + 3 + (has_bracket and line.word(start + 3) == ")")
    return Point(units.school_year, first, has_bracket, Strength.STATED, end)


def _year_point_at(line: Line, i: int) -> Point | None:
    """``2026``, ``jaar 2026``, "dit jaar": whether a bare number is a year is for its surroundings to say."""
    is_relative = line.behind(i, words.RELATIVE_YEARS) > i
    if line.bare_year(i) is None and line.word(i) not in words.YEAR_WORDS and not is_relative:
        return None
    is_named = line.word(i) in words.YEAR_WORDS and not is_relative
    year = line.year_at(i + is_named)
    if year is None:
        return None
    if is_named and line.word(year.end) in ("-", "–", "/"):
        raise Unreadable  # "année 2026-2027" may be a school year
    strength = Strength.STATED if is_relative else Strength.BARE
    return Point(units.YEAR_NAME.in_year, year.value, year.inferred, strength, year.end, units.YEAR_NAME)
