"""How a status, an urgency and an outcome are told: their words, icons and colours.

An icon and colours never stand without the word beside them.

The colours stay apart for colour-blind eyes by their lightness and by blue against orange, and every ``colour`` reads
on white and on its own ``background`` with a contrast of at least 4.5 to 1 (WCAG 2.2, level AA).
"""

from dataclasses import dataclass

from mrdb.domain.discussed import Outcome
from mrdb.domain.status import Status, Urgency
from mrdb.text.statuses import STATUSES


@dataclass(frozen=True, slots=True)
class Look:
    """``icon`` is one plain character; ``colour`` is for text and marks, ``background`` for a pill or a cell;
    ``label`` is the word on screen and in files, empty for a cell that is only coloured.

    Colours are written ``#RRGGBB``.
    """

    icon: str
    colour: str
    background: str
    label: str = ""


STATUS_LOOK: dict[Status | None, Look] = {
    None: Look("–", "#5A6270", "#F3F4F6", "Nog geen status"),
    **{status: Look(*words.look, words.label) for status, words in STATUSES.items()},
}
URGENCY_LOOK: dict[Urgency, Look] = {
    Urgency.OVERDUE: Look("▲", "#9C0F48", "#FBDDE7", "Te laat"),
    Urgency.SOON: Look("◆", "#A84300", "#FFE6CC", "Binnenkort"),
    Urgency.LATER: Look("◇", "#0B559A", "#D9E9F8", "Later"),
    Urgency.CONTINUOUS: Look("→", "#00635E", "#D3ECE9", "Doorlopend"),
    Urgency.NO_DATE: Look("□", "#5A6270", "#F3F4F6", "Geen termijn"),
}
OUTCOME_LOOK: dict[Outcome, Look] = {
    Outcome.OPEN: Look("·", "#414B5A", "#DFE3E9", "nog te bespreken"),
    Outcome.CHANGED: Look("✎", "#0B559A", "#D9E9F8", "gewijzigd"),
    Outcome.CONFIRMED: Look("=", "#00634A", "#D2EEE2", "bevestigd ongewijzigd"),
    Outcome.NOT_DISCUSSED: Look("–", "#5A6270", "#F3F4F6", "niet aan bod"),
}
