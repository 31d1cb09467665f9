"""What a cell shows: a number as its format writes it, a date in words, of a formula what it last came to."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from mrdb.text.dates import SHORT_MONTHS, short_date

_ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""What a format adds: signs, colours, spaces."""
_DECIMALS = re.compile(r"0\.(0+)")
TRUTH = {True: "WAAR", False: "ONWAAR"}
"""As Excel shows them here."""


def shown(value: Any, code: str) -> str:
    """``code`` is the format of the cell, such as ``0%`` or ``mmm yyyy``; "" for an empty cell."""
    plain = _ASIDE.sub("", code.partition(";")[0]).lower()
    match value:
        case None:
            return ""
        case bool():
            return TRUTH[value]
        case float() | int():
            return _number(float(value), plain)
        case date():
            return _day(value, plain)
        case time() | timedelta():
            return str(value)
    return str(value).strip()


def _number(value: float, code: str) -> str:
    decimals = len(found[1]) if (found := _DECIMALS.search(code)) else 0
    if "%" in code:
        return f"{value * 100:.{decimals}f}%"
    if decimals:
        return f"{value:.{decimals}f}"
    return str(int(value)) if value.is_integer() else f"{value:.10g}"


def _day(value: date, code: str) -> str:
    """A format that leaves the day out says that only the month is meant, or the year."""
    if "y" in code and "d" not in code:
        month = f"{SHORT_MONTHS[value.month - 1]} " if "m" in code else ""
        return f"{month}{value.year:04}"
    of_day = f", {value:%H:%M}" if isinstance(value, datetime) and "h" in code else ""
    return f"{short_date(value)}{of_day}"
