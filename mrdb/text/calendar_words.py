"""What every Dutch calendar word means in days: the one table, for writing a period and for reading it back.

The choices follow the habits of Flemish organisations. A span is given as (first month, number of months) counted
from the year that is named; it may run into the next year.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mrdb.domain.days import FIRST, LAST
from mrdb.domain.period import Precision
from mrdb.text.dates import DAYS, MONTHS, SHORT_MONTHS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(", "))


YEARS = range(FIRST.year, LAST.year + 1)
"""The years that a document can name; anything else is no year."""

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

BEGIN, MIDDLE, END = "begin", "midden", "eind"
PARTS = {
    "begin": BEGIN, "aanvang": BEGIN,
    "midden": MIDDLE, "medio": MIDDLE, "half": MIDDLE, "halverwege": MIDDLE,
    "eind": END, "einde": END,
}  # fmt: skip
# "Begin 2026" is the first quarter, "eind 2026" the last one, "midden 2026" the two months around 1 July.
PARTS_OF_YEAR = {BEGIN: (1, 3), MIDDLE: (6, 2), END: (10, 3)}
# A month goes in tens of days; its end takes what remains.
PARTS_OF_MONTH = {BEGIN: (1, 10), MIDDLE: (11, 20), END: (21, 31)}
# Of a quarter, semester or season the begin is the first month, the eind the last, the midden what lies between.

MONTH_NUMBERS = {
    **{word: number for number, word in enumerate(MONTHS, start=1)},
    **{word: number for number, word in enumerate(SHORT_MONTHS, start=1)},
    "febr": 2, "sept": 9,
}  # fmt: skip
WEEKDAYS = {
    **{word: number for number, word in enumerate(DAYS)},
    **{word[:2]: number for number, word in enumerate(DAYS)},
}
_ORDINALS = {
    number: (word, f"{number}e", f"{number}de", f"{number}ste")
    for number, word in enumerate(("eerste", "tweede", "derde", "vierde"), start=1)
}
SCHOOL_YEAR_WORDS = frozenset({"schooljaar", "werkjaar"})

CONTINUOUS_WORDS = frozenset({"doorlopend", "doorlopende", "continu", "permanent", "voortdurend", "ongoing"})
# How often says more than "doorlopend" does, so these words also stay in the label.
FREQUENCIES = _phrases(
    "dagelijks, wekelijks, tweewekelijks, maandelijks, tweemaandelijks, driemaandelijks, zesmaandelijks, "
    "halfjaarlijks, jaarlijks, tweejaarlijks, elke week, iedere week, elke maand, iedere maand, elk kwartaal, "
    "elk semester, elk jaar, ieder jaar, elk najaar, elk voorjaar"
)
# After these a season or month is a subject or another year's, not a date: "de kost van de winter", "volgend voorjaar".
NOT_IN_TIME = _words(
    "van voor over met aan door om bij naar als elk elke ieder iedere volgend volgende vorig vorige komend komende "
    "afgelopen niet geen rond"
)
# "Fase 2 maart 2026" is phase 2 in March as well as 2 March.
COUNTERS = _words(
    "fase stap deel module versie ronde nr luik sessie werf pijler punt actie thema sprint blok week editie groep les "
    "workshop doel"
)
# A number before one of these is an amount, whatever stands in front of it.
COUNTED = _words(
    "deelnemers organisaties personen mensen leden vrijwilligers scholen gemeenten gezinnen euro keer uur dagen weken "
    "maanden stuks exemplaren handtekeningen bezoekers km ton"
)


class Lead(Enum):
    """What the word before a date makes of it."""

    ON = "on"  # the day or the period itself
    WITHIN = "within"  # the period itself; also gives a bare number the sense of a year
    BY = "by"  # "tegen 1 maart", "uiterlijk 1 maart": falls due on that day, or on the last of that period
    UNTIL = "until"  # "tot" counts its last day, like "tot en met"
    BEFORE = "before"  # "voor 1 maart": strictly before, falls due on 28 February
    SURELY_BEFORE = "surely_before"  # the accent of "vóór" rules out that it means "for"
    FROM = "from"  # "vanaf 1 maart": a start on that day, or on the first of that period
    AFTER = "after"  # "na 1 maart": a start on 2 March
    START = "start"  # "start: maart 2026": a start, also for a range
    BETWEEN = "between"  # "van ... tot ...", "tussen ... en ...": only with a range


LEADS: dict[tuple[str, ...], Lead] = {
    words: lead
    for lead, phrases in {
        Lead.ON: "op",
        Lead.WITHIN: "in, in de loop van, tijdens, gedurende",
        Lead.BY: "tegen, uiterlijk, ten laatste, deadline, einddatum, streefdatum",
        Lead.UNTIL: "tot, tot en met, t.e.m.",
        Lead.BEFORE: "voor",
        Lead.SURELY_BEFORE: "vóór, vòòr",
        Lead.FROM: "vanaf, sinds, ten vroegste, met ingang van, m.i.v.",
        Lead.AFTER: "na",
        Lead.START: "start, startdatum",
        Lead.BETWEEN: "van, tussen",
    }.items()
    for words in _phrases(phrases)
}
ARTICLES = frozenset({"de", "het", "dit", "deze"})


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


YEAR_NAME = UnitName("", CALENDAR_YEAR, Precision.YEAR)
MONTH_NAMES = {
    number: UnitName(word, (number, 1), Precision.MONTH) for number, word in enumerate(SHORT_MONTHS, start=1)
}
_SEASONS = {word: UnitName(word, span, Precision.SEASON) for word, span in SEASONS.items()}
_QUARTERS = {number: UnitName(f"Q{number}", (3 * number - 2, 3), Precision.QUARTER) for number in (1, 2, 3, 4)}
_SEMESTERS = {number: UnitName(f"{number}e semester", (6 * number - 5, 6), Precision.SEMESTER) for number in (1, 2)}
UNIT_NAMES: dict[tuple[str, ...], UnitName] = {
    **{(word,): MONTH_NAMES[number] for word, number in MONTH_NUMBERS.items()},
    **{(word,): name for word, name in _SEASONS.items()},
    **{(f"q{number}",): name for number, name in _QUARTERS.items()},
    **{(f"{letter}{number}",): name for number, name in _SEMESTERS.items() for letter in "sh"},
    **{(ordinal, "kwartaal"): name for number, name in _QUARTERS.items() for ordinal in _ORDINALS[number]},
    **{
        (ordinal, word): name
        for number, name in _SEMESTERS.items()
        for ordinal in _ORDINALS[number]
        for word in ("semester", "helft", "jaarhelft")
    },
}
"""What people write for a month, a season, a quarter or a semester, word by word."""


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
