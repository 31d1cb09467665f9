"""The dates, months, seasons and years in a calendar phrase, one by one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from mrdb.domain.period import Precision
from mrdb.reading.calendar.line import Line, Unreadable, Year
from mrdb.text import calendar_words as words
from mrdb.text.calendar_words import Unit, UnitName

_LISTING = frozenset({"en", "of", "&", "+", ","})
_ORDINAL = re.compile(r"([0-9]{1,2})(?:ste|de|e)")


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
    if line.is_number(i):
        return _iso_date_at(line, i) or _numeric_at(line, i) or _day_month_at(line, i) or _year_point_at(line, i)
    if line.word(i) in words.PARTS:
        return _part_at(line, i)
    if line.word(i) in words.SCHOOL_YEAR_WORDS:
        return _school_year_at(line, i)
    return _day_month_at(line, i) or _named_at(line, i) or _year_point_at(line, i)


def day_number_at(line: Line, i: int) -> tuple[int, int] | None:
    """The day of the month at ``i`` ("31", "1e", "1ste") and the index behind it."""
    if (number := line.number(i, 1, 2)) is not None:
        return number, i + 1
    if match := _ORDINAL.fullmatch(line.word(i)):
        return int(match[1]), i + 1
    return None


def _iso_date_at(line: Line, i: int) -> Point | None:
    year, month, day = line.number(i, 4), line.number(i + 2, 2), line.number(i + 4, 2)
    if year is None or month is None or day is None or not _is_joined(line, i, "-", "-"):
        return None
    return _dated(day, month, year, i + 5)


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
    if mark == "/" and max(len(line.word(i)), len(line.word(i + 2))) == 2 and not line.is_glued(i + 3):
        return Point(partial(words.day_unit, second, first), None, False, Strength.FRACTION, i + 3)
    return None


def _month_year_at(line: Line, i: int, month: int) -> Point | None:
    year = line.bare_year(i + 2)
    if year is None:
        return None
    if month not in words.MONTH_NAMES:
        raise Unreadable
    return Point(words.MONTH_NAMES[month].in_year, year, False, Strength.STATED, i + 3)


def _full_date_at(line: Line, i: int, day: int, month: int) -> Point | None:
    """A two-digit year wants its apostrophe after dots: 11.11.11 is a name."""
    year = line.short_year(i + 4)
    if year is None and line.word(i + 1) != "." and (short := line.number(i + 4, 2)) is not None:
        year = 2000 + short
        if abs(year - line.document_year) > 10:
            return None
    if year is None and line.is_number(i + 4) and len(line.word(i + 4)) > 3:
        year = line.bare_year(i + 4) or 0
    return None if year is None else _dated(day, month, year, i + 5)


def _dated(day: int, month: int, year: int, end: int) -> Point:
    if words.day_unit(month, day, year) is None:
        raise Unreadable
    return Point(partial(words.day_unit, month, day), year, False, Strength.STATED, end)


def _is_joined(line: Line, i: int, *marks: str) -> bool:
    """Whether the numbers from ``i`` on stand together with these marks between them, without a space."""
    return all(
        line.word(i + 1 + 2 * n) == mark and line.is_glued(i + 1 + 2 * n) and line.is_glued(i + 2 + 2 * n)
        for n, mark in enumerate(marks)
    )


def _day_month_at(line: Line, i: int) -> Point | None:
    """``31 december 2026``, ``1 jan.``, ``maandag 23 nov '26``."""
    weekday = words.WEEKDAYS.get(line.word(i))
    start = i if weekday is None else i + 1 + (line.word(i + 1) == ".")
    found = day_number_at(line, start)
    month = words.MONTH_NUMBERS.get(line.word(found[1])) if found else None
    if found is None or month is None:
        if line.is_number(start) and line.word(start + 1) in words.MONTH_NUMBERS:
            raise Unreadable
        return None
    if line.word(i - 1) in words.COUNTERS or (line.word(i - 1) in _LISTING and day_number_at(line, i - 2)):
        raise Unreadable
    in_year = partial(_weekday_unit, weekday, month, found[0])
    end = found[1] + 1
    return replace(_with_year(in_year, line.year_after(end), end), month=month)


def _weekday_unit(weekday: int | None, month: int, day: int, year: int) -> Unit | None:
    """The day, when it falls on that weekday."""
    unit = words.day_unit(month, day, year)
    return unit if unit and weekday in (None, unit.first.weekday()) else None


def _with_year(in_year: Callable[[int], Unit | None], year: Year | None, end: int) -> Point:
    if year:
        return Point(in_year, year.value, year.inferred, Strength.STATED, year.end)
    return Point(in_year, None, False, Strength.NO_YEAR, end)


def _part_at(line: Line, i: int) -> Point | None:
    """``begin 2026``, "einde van het jaar", "eind december"; "half jaar" is a length of time."""
    part, start = words.PARTS[line.word(i)], line.after_articles(i + 1)
    if line.word(start) in words.SCHOOL_YEAR_WORDS:
        raise Unreadable  # it ends with June for some and with August for others
    name, end = _name_at(line, start)
    if name is not None:
        return _with_year(replace(name, part=part).in_year, line.year_after(end), end)
    in_year = replace(words.YEAR_NAME, part=part).in_year
    if line.word(start) == "jaar" and line.word(i) != "half":
        return _with_year(in_year, line.year_at(start + 1), start + 1)
    # "dit" counts among the articles, so "dit jaar" may begin before the point where they end.
    year = line.year_at(start) or line.year_at(i + 1)
    return _with_year(in_year, year, start) if year else None


def _named_at(line: Line, i: int) -> Point | None:
    name, end = _name_at(line, i)
    if name is None:
        return None
    point = replace(_with_year(name.in_year, line.year_after(end), end), name=name)
    if point.year is not None:
        return point
    if line.word(end - 1) == "helft":
        raise Unreadable  # the half of what? "eerste helft van december"
    if end > i + 1 or len(line.word(i)) > 4 or name.precision not in (Precision.MONTH, Precision.SEMESTER):
        return point
    dot = line.word(end) == "." and line.is_glued(end)
    return replace(point, strength=Strength.SHORT, end=end + dot)


def _name_at(line: Line, i: int) -> tuple[UnitName | None, int]:
    """A month, season, quarter or semester by its name, and the index behind it."""
    for size in (2, 1):
        if name := words.UNIT_NAMES.get(line.words(i, size)):
            return name, i + size
    return None, i


def _school_year_at(line: Line, i: int) -> Point | None:
    """``schooljaar 2025-2026``: two years in a row, the second perhaps with two digits; anything else is uncertain."""
    has_bracket = line.word(i + 1) == "("
    start = i + 1 + has_bracket
    first = line.bare_year(start)
    if first is None and not line.is_number(start):
        return None
    last = line.number(start + 2, 2, 4) or line.short_year(start + 2)
    if first is None or line.word(start + 1) not in ("-", "–", "/") or last not in (first + 1, (first + 1) % 100):
        raise Unreadable
    end = start + 3 + (has_bracket and line.word(start + 3) == ")")
    return Point(words.school_year, first, has_bracket, Strength.STATED, end)


def _year_point_at(line: Line, i: int) -> Point | None:
    """``2026``, ``jaar 2026``, "dit jaar": whether a bare number is a year is for its surroundings to say."""
    if line.word(i) == "jaar":
        year = line.year_at(i + 1)
    elif line.bare_year(i) is not None or line.word(i) in ("dit", "volgend"):
        year = line.year_at(i)
    else:
        return None
    if year is None:
        return None
    strength = Strength.STATED if line.word(i) in ("dit", "volgend") else Strength.BARE
    return Point(words.YEAR_NAME.in_year, year.value, year.inferred, strength, year.end, words.YEAR_NAME)
