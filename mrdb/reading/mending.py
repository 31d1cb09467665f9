"""What is read anew when people mend a draft: the milestones of a calendar phrase, the names of a responsible."""

from dataclasses import replace
from datetime import date

from mrdb.domain.draft import Draft, DraftAction
from mrdb.reading.calendar import read_calendar
from mrdb.reading.responsibles import read_responsibles


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
