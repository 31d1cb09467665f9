"""The words of the summary with which a file opens: how many actions stand where, what is late, what is due soon."""

from datetime import date

from mrdb.domain.followup import SOON, Counts
from mrdb.domain.status import Status, Urgency
from mrdb.domain.summary import Pressing
from mrdb.text import nl
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.labels import STATUS, URGENCY

TITLE = "Samenvatting"
DAYS = "Dagen"
NONE_LATE = "Geen enkele actie is te laat."
NONE_SOON = f"Binnen {SOON.days} dagen valt er geen termijn."
SOON_TITLE = f"{URGENCY[Urgency.SOON]} (binnen {SOON.days} dagen)"


def counted(counts: Counts) -> tuple[str, str]:
    """``15 acties:`` and ``7 lopende, 2 afgerond en 6 nog zonder status.``; a status that no action has is left out."""
    said = [f"{n} {STATUS[status].lower()}" for status in Status if (n := counts.by_status[status])]
    if n := counts.by_status[None]:
        said.append(f"{n} nog zonder status")
    return f"{nl.actions(counts.total)}:", f"{listed(said)}."


def late(n: int) -> str:
    return f"{count_of(n, 'actie is', 'acties zijn')} te laat:" if n else NONE_LATE


def soon(n: int) -> str:
    return f"{count_of(n, 'actie heeft', 'acties hebben')} een termijn binnen {SOON.days} dagen:" if n else NONE_SOON


def pressing(one: Pressing, today: date) -> tuple[str, str]:
    """``3.1`` and ``Aandacht voor … (Directeur beleid): 31 dec 2025, 332 dagen te laat``"""
    action, who = one.action, " ".join(one.action.responsible.split())
    what = nl.shortened(action.text).rstrip(" .")
    return action.number, f"{what}{f' ({who})' if who else ''}: {short_date(one.day)}, {nl.days_left(one.day, today)}"


def more(n: int) -> str:
    """For a list that stops before its end."""
    return f"… en nog {count_of(n, 'actie', 'acties')}"
