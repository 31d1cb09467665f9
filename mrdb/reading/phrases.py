"""The calendar and the responsible of an action, read out of a row of a list or anew when somebody mends a draft."""

from dataclasses import replace
from datetime import date

from mrdb.domain.additions import Readers
from mrdb.domain.draft import Draft, DraftAction, DraftMilestone
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


def with_calendar(action: DraftAction, calendar: str, document_date: date) -> DraftAction:
    return replace(action, calendar=calendar, milestones=read_calendar(calendar, document_date))


def with_responsible(action: DraftAction, responsible: str) -> DraftAction:
    return replace(action, responsible=responsible, responsibles=read_responsibles(responsible))


def redated(draft: Draft, day: date) -> Draft:
    """The draft with another date, which gives the year to phrases that leave it out.

    Milestones that did not come out of their phrase, but out of a column of dates, stay as they are.
    """
    parts = (
        replace(part, actions=tuple(_redated(action, draft.date, day) for action in part.actions))
        for part in draft.recommendations
    )
    return replace(draft, date=day, recommendations=tuple(parts))


def _redated(action: DraftAction, old: date, new: date) -> DraftAction:
    is_read = action.milestones == read_calendar(action.calendar, old)
    return with_calendar(action, action.calendar, new) if is_read else action
