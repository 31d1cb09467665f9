"""Which day it is here, and what a day may be, whichever way it comes in: the form, a file, the command line."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mrdb.domain.errors import Lack
from mrdb.domain.facts import Fact

BRUSSELS = ZoneInfo("Europe/Brussels")
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Nobody means a day before or after: 0202, 9999."""
AHEAD = timedelta(days=366)
"""Nobody plans a follow-up moment further ahead."""
_WRITTEN = re.compile(r"(?<![\d/.-])(?:\d{1,2}([/.-])\d{1,2}\1(\d{4})|(\d{4})([/.-])\d{1,2}\4\d{1,2})(?![\d/-])")


def day_of(at: datetime) -> date:
    """On which day that is for who uses the program; ``at`` is aware."""
    return at.astimezone(BRUSSELS).date()


def wrong_day(fact: Fact, day: date, today: date) -> Lack | None:
    """What is promised now lies ahead, what is done lies behind; None where nothing is wrong.

    What the calendar of a document promised may have passed since.
    """
    if not FIRST <= day <= LAST:
        return Lack.STRANGE_YEAR
    match fact:
        case Fact.PERIOD if day < today:
            return Lack.MOVE_AHEAD
        case Fact.AGREEMENT if day < today:
            return Lack.AGREEMENT_AHEAD
        case Fact.REACHED if day > today:
            return Lack.REACHED_BEHIND
    return None


def meant_day(day: date, today: date) -> date | None:
    """The same day in the year that brings it nearest to today, for one so far ahead that its year is mistyped."""
    if day - today <= AHEAD:
        return None
    years = range(today.year - 1, today.year + 2)
    near = (date(year, day.month, min(day.day, monthrange(year, day.month)[1])) for year in years)
    return min(near, key=lambda one: abs(one - today))


def names_strange_year(calendar: str) -> bool:
    """Whether a day is written out in the phrase that nobody means, such as 31/03/0202."""
    years = (int(found[2] or found[3]) for found in _WRITTEN.finditer(calendar))
    return any(not FIRST.year <= year <= LAST.year for year in years)
