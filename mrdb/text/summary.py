"""The words of the summary with which a file opens: how many actions stand where, what is late, what is due soon."""

from mrdb.domain.followup import SOON, Counts
from mrdb.domain.status import Status, Urgency
from mrdb.text import nl
from mrdb.text.counting import count_of, listed
from mrdb.text.labels import STATUS, URGENCY

TITLE = "Samenvatting"
DAYS = "Dagen"
NONE_LATE = "Geen enkele actie is te laat."
NONE_SOON = f"Binnen {SOON.days} dagen valt er geen termijn."
SOON_TITLE = f"{URGENCY[Urgency.SOON]} (binnen {SOON.days} dagen)"


def counted(counts: Counts) -> str:
    """``15 acties: 7 lopende, 2 afgerond en 6 nog zonder status.``; what no action is, is left out."""
    said = [f"{n} {STATUS[status].lower()}" for status in Status if (n := counts.by_status[status])]
    if n := counts.by_status[None]:
        said.append(f"{n} nog zonder status")
    return f"{': '.join(filter(None, (nl.actions(counts.total), listed(said))))}."


def more(n: int) -> str:
    """For a list that stops before its end."""
    return f"… en nog {count_of(n, 'actie', 'acties')}"
