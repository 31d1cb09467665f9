"""How the phrases in a row of an overview are read, for the rules that sort those rows."""

from datetime import date

from mrdb.domain.additions import Readers
from mrdb.domain.draft import DraftMilestone
from mrdb.reading.calendar import read_calendar
from mrdb.reading.responsibles import read_responsibles

LONGEST_CALENDAR = 2_000
"""Characters: a longer text holds more dates than anybody promises, and is no calendar."""


def read_row_calendar(phrase: str, day: date) -> tuple[DraftMilestone, ...]:
    """As ``read_calendar``; a text that is no calendar stays text without a date."""
    if len(phrase) > LONGEST_CALENDAR:
        return (DraftMilestone(phrase, None),)
    return read_calendar(phrase, day)


READERS = Readers(read_responsibles, read_row_calendar)
