"""What people type into a cell, read as what it means; what cannot be read is told, never guessed."""

import re
from datetime import date, datetime

from mrdb.domain.facts import Fact
from mrdb.domain.returned import Value, Why
from mrdb.exchange.cell_text import LONGEST, cell_text
from mrdb.text.lexicon import states_nothing, status_of

_DATES = {Fact.PERIOD, Fact.REACHED}
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_UNCLEAR = re.compile(r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2})?")
"""Without a year, or with one of two digits, nobody knows what was meant."""


def read_cell(field: Fact, found: object) -> Value | Why:
    """The value of a fillable cell as openpyxl gives it (text, number, date, truth value, None), or what is wrong."""
    if found is None or (isinstance(found, str) and not found.strip()):
        return None
    if field in _DATES:
        return _date(found)
    text = as_text(found)
    if field == Fact.STATUS:
        return None if states_nothing(text) else status_of(text) or Why.UNKNOWN_STATUS
    return Why.TOO_LONG if len(text) > LONGEST else text


def is_same(field: Fact, filled: Value, known: Value) -> bool:
    """Whether the cell still holds what was written into it: a sheet cannot hold every character of a text."""
    if filled == known or field in _DATES or field == Fact.STATUS:
        return filled == known
    return _folded(str(filled or "")) == _folded(cell_text(str(known or "")) or "")


def as_text(found: object) -> str:
    """What stands in the cell, in words: numbers without a point where they are whole, dates as 31/12/2026."""
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    if isinstance(found, date):
        return f"{found.day:02}/{found.month:02}/{found.year}"
    return str(found).strip()


def _date(found: object) -> Value | Why:
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, date):
        return found
    text = as_text(found)
    if match := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        return Why.AMBIGUOUS_DATE if _UNCLEAR.fullmatch(text) else Why.NO_SUCH_DATE
    try:
        return date(year, month, day)
    except ValueError:
        return Why.NO_SUCH_DATE


def _folded(text: str) -> str:
    """Without what a spreadsheet program adds or drops by itself: spaces at the end of lines, the kind of line end."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("_x000D_", "").strip().splitlines())
