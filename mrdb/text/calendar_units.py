"""What every calendar word means in days: the units that a period runs between, named in Dutch.

A span is given as (first month, number of months) counted from the year that is named; it may run into the next year.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mrdb.domain.period import Precision
from mrdb.text import calendar_words as words
from mrdb.text.calendar_words import BEGIN, END, MIDDLE, YEARS
from mrdb.text.dates import SHORT_MONTHS

SEASONS = {
    # Voorjaar and najaar are the two halves of the working year, around the summer; najaar ends on 31 December.
    "voorjaar": (1, 6),
    "najaar": (9, 4),
    # The other four are the seasons of the weather service; "winter 2025" is the winter that begins in 2025.
    "lente": (3, 3),
    "zomer": (6, 3),
    "herfst": (9, 3),
    "winter": (12, 3),
    "zomervakantie": (7, 2),
}
CALENDAR_YEAR = (1, 12)
SCHOOL_YEAR = (9, 12)
# "Begin 2026" is the first quarter, "eind 2026" the last one, "midden 2026" the two months around 1 July.
PARTS_OF_YEAR = {BEGIN: (1, 3), MIDDLE: (6, 2), END: (10, 3)}
# A month goes in tens of days; its end takes what remains.
PARTS_OF_MONTH = {BEGIN: (1, 10), MIDDLE: (11, 20), END: (21, 31)}
# Of a quarter, semester or season the begin is the first month, the eind the last, the midden what lies between.


@dataclass(frozen=True, slots=True)
class Unit:
    """A named stretch of days. ``year`` is the year as it stands behind ``words``: ``2025`` or ``2025-2026``."""

    words: str
    year: str
    first: date
    last: date
    precision: Precision

    def phrase(self, *, inferred: bool) -> str:
        """The unit as written; a year that the phrase itself did not name stands between brackets."""
        if inferred:
            return f"{self.words or 'jaar'} ({self.year})"
        return f"{self.words} {self.year}".strip()


def day_unit(month: int, day: int, year: int) -> Unit | None:
    """A single day; None when the calendar has no such day."""
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return Unit(f"{day} {SHORT_MONTHS[month - 1]}", str(year), found, found, Precision.DAY)


def _months(words: str, span: tuple[int, int], precision: Precision, year: int) -> Unit | None:
    if year not in YEARS:
        return None
    first, count = span
    end_year, end_month = divmod(first + count - 2, 12)
    last = date(year + end_year, end_month + 1, monthrange(year + end_year, end_month + 1)[1])
    begin_year, begin_month = divmod(first - 1, 12)
    return Unit(words, str(year), date(year + begin_year, begin_month + 1, 1), last, precision)


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit without its year, such as "najaar" or "eind december"."""

    words: str
    span: tuple[int, int]
    precision: Precision
    part: str = ""

    def in_year(self, year: int) -> Unit | None:
        """The unit in that year; None when there is none (the middle of two months) or the year is no year."""
        words = f"{self.part} {self.words}".strip()
        if self.part and self.precision == Precision.MONTH:
            return self._days(words, year)
        span = self._part_of_span() if self.part else self.span
        return _months(words, span, self.precision, year) if span[1] > 0 else None

    def _part_of_span(self) -> tuple[int, int]:
        if self.span == CALENDAR_YEAR:
            return PARTS_OF_YEAR[self.part]
        first, count = self.span
        return {BEGIN: (first, 1), MIDDLE: (first + 1, count - 2), END: (first + count - 1, 1)}[self.part]

    def _days(self, words: str, year: int) -> Unit | None:
        if year not in YEARS:
            return None
        first, last = PARTS_OF_MONTH[self.part]
        month = self.span[0]
        last = min(last, monthrange(year, month)[1])
        return Unit(words, str(year), date(year, month, first), date(year, month, last), Precision.MONTH)


_Names = dict[tuple[str, ...], UnitName]
YEAR_NAME = UnitName("", CALENDAR_YEAR, Precision.YEAR)
MONTH_NAMES = {
    number: UnitName(word, (number, 1), Precision.MONTH) for number, word in enumerate(SHORT_MONTHS, start=1)
}
_SEASONS = {word: UnitName(word, span, Precision.SEASON) for word, span in SEASONS.items()}
_QUARTERS = {number: UnitName(f"Q{number}", (3 * number - 2, 3), Precision.QUARTER) for number in (1, 2, 3, 4)}
_SEMESTERS = {number: UnitName(f"{number}e semester", (6 * number - 5, 6), Precision.SEMESTER) for number in (1, 2)}


def _counted(names: dict[int, UnitName], letters: str, plain: Iterable[str], halves: Iterable[str] = ()) -> _Names:
    """``q1``, "1st quarter", "quarter 1", "sem. 1", and "last quarter" for the last of them."""
    found: _Names = {(f"{letter}{number}",): name for number, name in names.items() for letter in letters}
    ordinals = {word: names[number] for word, number in words.ORDINALS.items() if number in names}
    ordinals |= dict.fromkeys(words.LAST_WORDS, names[max(names)])
    found |= {(ordinal, word): name for ordinal, name in ordinals.items() for word in (*plain, *halves)}
    behind = {
        (word, *dot, str(number)): name for number, name in names.items() for word in plain for dot in ((), (".",))
    }
    return found | behind


UNIT_NAMES: _Names = {
    **{(word,): MONTH_NAMES[number] for word, number in words.MONTH_NUMBERS.items()},
    **{(word,): _SEASONS[season] for season, names in words.SEASON_NAMES.items() for word in names},
    **_counted(_QUARTERS, "qt", words.QUARTER_WORDS),
    **_counted(_SEMESTERS, "sh", words.SEMESTER_WORDS, words.HALF_WORDS),
}
"""What people write for a month, a season, a quarter or a semester, word by word."""


def week(number: int, year: int) -> Unit | None:
    """Monday to Sunday of that week as Belgium counts them: the first one of a year has its first Thursday."""
    if year not in YEARS:
        return None
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Unit(f"week {number}", str(year), monday, monday + timedelta(days=6), Precision.DAY)


def school_year(year: int) -> Unit | None:
    """The school year that begins in ``year``: from 1 September to 31 August."""
    unit = _months("schooljaar", SCHOOL_YEAR, Precision.YEAR, year)
    return unit and replace(unit, year=f"{year}-{year + 1}")


def units_in(precision: Precision, year: int) -> Iterator[Unit]:
    """Every unit of that precision that is named after ``year``: the whole ones first, then their parts."""
    names = [name for name in dict.fromkeys((*UNIT_NAMES.values(), YEAR_NAME)) if name.precision == precision]
    parts = (replace(name, part=part) for name in names for part in (BEGIN, MIDDLE, END))
    for name in (*names, *parts):
        if unit := name.in_year(year):
            yield unit
    if precision == Precision.YEAR and (unit := school_year(year)):
        yield unit
