"""How a status and an urgency look: an icon and two colours, which never stand without the word beside them.

The colours stay apart for colour-blind eyes by their lightness and by blue against orange, and every ``colour`` reads
on white and on its own ``background`` with a contrast of at least 4.5 to 1 (WCAG 2.2, level AA).
"""

from dataclasses import dataclass

from mrdb.domain.meeting import Outcome
from mrdb.domain.status import Status, Urgency
from mrdb.text.statuses import STATUSES


@dataclass(frozen=True, slots=True)
class Look:
    """``icon`` is one plain character; ``colour`` is for text and marks, ``background`` for a pill or a cell.

    Colours are written ``#RRGGBB``.
    """

    icon: str
    colour: str
    background: str


STATUS_LOOK: dict[Status | None, Look] = {
    None: Look("–", "#5A6270", "#F3F4F6"),
    **{status: Look(*words.look) for status, words in STATUSES.items()},
}
URGENCY_LOOK: dict[Urgency, Look] = {
    Urgency.OVERDUE: Look("▲", "#9C0F48", "#FBDDE7"),
    Urgency.SOON: Look("◆", "#A84300", "#FFE6CC"),
    Urgency.LATER: Look("◇", "#0B559A", "#D9E9F8"),
    Urgency.CONTINUOUS: Look("→", "#00635E", "#D3ECE9"),
    Urgency.NO_DATE: Look("□", "#5A6270", "#F3F4F6"),
}
OUTCOME_LOOK: dict[Outcome, Look] = {
    Outcome.OPEN: Look("·", "#414B5A", "#DFE3E9"),
    Outcome.CHANGED: Look("✎", "#0B559A", "#D9E9F8"),
    Outcome.CONFIRMED: Look("=", "#00634A", "#D2EEE2"),
    Outcome.NOT_DISCUSSED: Look("–", "#5A6270", "#F3F4F6"),
}
