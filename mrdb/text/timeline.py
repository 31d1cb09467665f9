"""The words of the timeline."""

from datetime import date

from mrdb.domain.response import Action, Milestone
from mrdb.domain.timeline import Zoom
from mrdb.text.dates import SHORT_MONTHS, short_date
from mrdb.text.periods import inferred_note, period_phrase

ZOOM = {
    Zoom.QUARTER: "Dit kwartaal",
    Zoom.YEAR: "Dit jaar",
    Zoom.EVERYTHING: "Alles",
}
DESCRIPTION = "Tijdlijn van de acties: één rij per actie, met de termijnen van haar mijlpalen"

CONTINUOUS = "doorlopend"
NO_DATE = "geen termijn"

DEADLINE = "deadline"
PERIOD_END = "einde van de periode"
START = "start"
FIRST_DATE = "eerste datum"
REACHED = "bereikt"

# Tooltip
TEXT = "Actie"
MILESTONE = "Mijlpaal"
DUE = "Termijn"
RESPONSIBLE = "Verantwoordelijke(n)"
STATUS = "Status"
EMPTY = "–"


def action_title(action: Action) -> str:
    return f"Actie {action.number}"


def today_is(day: date) -> str:
    return f"vandaag, {day.day} {SHORT_MONTHS[day.month - 1]}"


def cluster(month: date, count: int) -> str:
    """``dec 2026: 4 deadlines``; a cluster has at least two."""
    return f"{SHORT_MONTHS[month.month - 1]} {month.year}: {count} deadlines"


def milestone_due(milestone: Milestone) -> str:
    """``dec 2026``, with what else one should know: an inferred year, the first promise, the day it was reached."""
    if milestone.period is None:
        return NO_DATE
    remarks = [inferred_note(milestone.period)]
    if milestone.first_period is not None:
        remarks.append(f"eerst {period_phrase(milestone.first_period)}")
    if milestone.reached_on is not None:
        remarks.append(f"bereikt op {short_date(milestone.reached_on)}")
    return _with_remarks(period_phrase(milestone.period), remarks)


def before(day: date) -> str:
    """What lies to the left of the days shown."""
    return f"◀ {short_date(day)}"


def after(day: date) -> str:
    """What lies to the right of the days shown."""
    return f"{short_date(day)} ▶"


def _with_remarks(phrase: str, remarks: list[str]) -> str:
    said = [remark for remark in remarks if remark]
    return f"{phrase} ({', '.join(said)})" if said else phrase
