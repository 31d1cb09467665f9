"""What people type into a cell, and what their spreadsheet program makes of it, read as what it means; what cannot be
read is told, never guessed."""

import re
from datetime import date, datetime, time, timedelta

from mrdb.domain.days import FIRST, LAST
from mrdb.domain.facts import Fact
from mrdb.domain.returned import Value, Why
from mrdb.exchange.cell_text import LONGEST, cell_text
from mrdb.reading.calendar import first_day
from mrdb.text.dates import short_date
from mrdb.text.lexicon import states_nothing, status_of, visible
from mrdb.text.lexicon.names import NUMBER_WORDS

_DATES = {Fact.PERIOD, Fact.REACHED}
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_UNCLEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2})?")
"""Without a year, or with one of two digits, nobody knows what was meant."""
_BETWEEN = re.compile(r"[\s/.-]+")
_NAMED = re.compile(rf"(?:(?:{'|'.join(map(re.escape, NUMBER_WORDS))})[\s.:]*)+(?=\d)", re.IGNORECASE)
_COMMA = re.compile(r"(?<=\d)\s*,\s*(?=\d)")


def read_cell(field: Fact, found: object) -> Value | Why:
    """The value of a fillable cell as openpyxl gives it (text, number, date, truth value, None), or what is wrong."""
    if found is None or (isinstance(found, str) and not visible(found).strip()):
        return None
    if field in _DATES:
        return _date(found)
    if field == Fact.CALENDAR:
        return read_phrase(found)
    if field == Fact.NUMBER:
        return read_number(found) or None
    text = as_text(found)
    if field == Fact.STATUS:
        return None if states_nothing(text) else status_of(text) or Why.UNKNOWN_STATUS
    return Why.TOO_LONG if len(text) > LONGEST else text


def is_same(field: Fact, filled: Value, known: Value) -> bool:
    """Whether the cell still holds what was written into it: a sheet cannot hold every character of a text."""
    if filled == known or field in _DATES or field == Fact.STATUS:
        return filled == known
    return as_kept(str(filled or "")) == as_kept(str(known or ""))


def as_kept(text: str) -> str:
    """The text as a cell keeps it, without what a spreadsheet program adds or drops by itself: spaces at the end of
    lines, the kind of line end."""
    kept = cell_text(text) or ""
    return "\n".join(line.rstrip() for line in kept.replace("\r\n", "\n").replace("_x000D_", "").strip().splitlines())


def as_text(found: object) -> str:
    """What stands in the cell, in words: numbers without a point where they are whole, dates as 31/12/2026."""
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    if isinstance(found, date):
        return f"{found.day:02}/{found.month:02}/{found.year:04}"
    return str(found).strip()


def read_number(found: object) -> str | Why:
    """Of an action: ``2,1``, ``2.1.`` and ``Actie 2.1`` are 2.1; "" for an empty cell. A 2.1 that became the second of
    January is no number any more: nobody knows what was typed."""
    if isinstance(found, date | time | timedelta):
        return Why.NUMBER_IS_DATE
    text = "" if found is None else visible(as_text(found))
    if len(text) > LONGEST:
        return Why.TOO_LONG
    named = _NAMED.match(text)
    return _COMMA.sub(".", text[named.end() if named else 0 :]).rstrip(" .")


def is_short_decimal(found: object) -> bool:
    """Whether it is a number of which nobody can tell any more if it was typed with a zero: 1.2 and 1.20 are one."""
    return isinstance(found, float) and not found.is_integer() and len(as_text(found).partition(".")[2]) == 1


def read_phrase(found: object, *, is_day_first: bool = True) -> str | Why:
    """What stands in a cell of calendars: the phrase as it is written, and a lone day so that it is read as that day.

    ``is_day_first`` tells whether 03/04/2026 falls in April.
    """
    text, day = as_text(found), _date(found, is_day_first=is_day_first)
    is_numeric = DAY_FIRST.fullmatch(text)
    if isinstance(day, date):
        is_plain = is_numeric and is_day_first and isinstance(found, str)
        return text if is_plain or not FIRST <= day <= LAST else short_date(day)
    if is_numeric or day == Why.AMBIGUOUS_DATE:
        return day
    return Why.TOO_LONG if len(text) > LONGEST else text


def _date(found: object, *, is_day_first: bool = True) -> date | Why:
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, date):
        return found
    text = visible(as_text(found))
    if match := DAY_FIRST.fullmatch(text):
        first, second, year = map(int, match.groups())
        day, month = (first, second) if is_day_first else (second, first)
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        return _in_words(text) or (Why.AMBIGUOUS_DATE if _UNCLEAR.fullmatch(text) else Why.NO_SUCH_DATE)
    try:
        return date(year, month, day)
    except ValueError:
        return Why.NO_SUCH_DATE


def _in_words(text: str) -> date | None:
    """A day of which the month is written in letters, whatever stands between its parts: ``31-mrt-2027``."""
    words = _BETWEEN.sub(" ", text).split()
    found = first_day(words, 1) if any(map(str.isalpha, words)) else None
    return found[0] if found and found[2] == len(words) else None
