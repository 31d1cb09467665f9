"""The words of the timeline."""

from collections.abc import Mapping
from datetime import date

from mrdb.domain.followup import SOON, in_document_order
from mrdb.domain.response import Action, Milestone
from mrdb.domain.status import Urgency
from mrdb.domain.timeline import DeadlineCluster, Zoom
from mrdb.text.counting import listed
from mrdb.text.dates import MONTHS, SHORT_MONTHS, short_date
from mrdb.text.documents import numbered, numbers_by_document
from mrdb.text.labels import URGENCY
from mrdb.text.periods import inferred_note, noted, period_phrase

ZOOM = {
    Zoom.QUARTER: "Dit kwartaal",
    Zoom.YEAR: "Dit jaar",
    Zoom.EVERYTHING: "Alles",
}
SOON_MEANS = (
    f"Elke deadline die nog openstaat. ‘{URGENCY[Urgency.SOON]}’ telt acties waarvan de eerste deadline of de start "
    f"binnen {SOON.days} dagen valt."
)
DESCRIPTION = "Tijdlijn van de acties: één rij per actie, met de termijnen van haar mijlpalen"

ROW = "rij"
CONTINUOUS = "doorlopend"
NO_DATE = "geen termijn"

DEADLINE = "deadline"
PERIOD_END = "einde van de periode"
START = "start"
FIRST_DATE = "eerste datum"
REACHED = "bereikt"


_FEW_DOCUMENTS, _FEW_ACTIONS = 2, 12
"""A title that names the actions of more documents than this, or more actions, is no title any more."""


def action_title(action: Action, document: str) -> str:
    """``Actie 1.1``, and of which document where there are several."""
    return f"Actie {numbered(action.number, document)}"


def cluster_title(found: DeadlineCluster, documents: Mapping[int, str]) -> str:
    """``In december 2026 vallen 6 deadlines: 4.1, 5.3, 7.1, 7.2, 8.1 en 8.2``, with several documents a group for each.

    ``documents`` names the document of each action where there are several.
    """
    in_order = in_document_order(due.action for due in found.deadlines)
    numbers = [(action.id, action.number) for action in in_order]
    start = f"In {MONTHS[found.first.month - 1]} {found.first.year} vallen {len(numbers)} deadlines"
    groups = numbers_by_document(numbers, documents) if documents else [listed([number for _, number in numbers])]
    if len(groups) <= _FEW_DOCUMENTS and len(numbers) <= _FEW_ACTIONS:
        return f"{start}: {'; '.join(groups)}"
    return f"{start}, in {len(groups)} documenten" if len(groups) > 1 else start


def others(n: int) -> str:
    return f"Nog {n} andere"


def today_is(day: date) -> str:
    return f"vandaag, {day.day} {SHORT_MONTHS[day.month - 1]}"


def cluster(month: date, count: int) -> str:
    """``dec 2026: 4 deadlines``; a cluster has at least two."""
    return f"{SHORT_MONTHS[month.month - 1]} {month.year}: {count} deadlines"


def milestone_due(milestone: Milestone) -> str:
    """``dec 2026``, with what else one should know: an inferred year, the first promise, the day it was reached."""
    if milestone.period is None:
        return NO_DATE
    first = f"eerst {period_phrase(milestone.first_period)}" if milestone.first_period else ""
    reached = f"bereikt op {short_date(milestone.reached_on)}" if milestone.reached_on else ""
    return noted(period_phrase(milestone.period), inferred_note(milestone.period), first, reached)
