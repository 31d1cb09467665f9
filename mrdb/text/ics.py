"""The words of the calendar file: what stands in somebody's own agenda for each deadline."""

from datetime import date

from mrdb.domain.facts import Fact
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.response import Action, Milestone
from mrdb.text import labels, nl
from mrdb.text.documents import action_name
from mrdb.text.periods import inferred_note, noted, period_phrase

PRODUCT = "-//11.11.11//Opvolging managementrespons//NL"
NAME = "Deadlines managementrespons"
CATEGORY = "Managementrespons"
DOWNLOAD = "Download agenda (.ics)"
HELP = (
    "De deadlines van de acties hieronder, voor Outlook, Thunderbird of een andere agenda. "
    "Filter op verantwoordelijke voor de agenda van één persoon of dienst. "
    "Importeer ze bij voorkeur in een aparte agenda: die kun je later in één keer vervangen."
)
ACTION_ADDRESS = "actie?actie={id}"
"""Where the page of one action lives, below the address of the program."""
SUBSCRIPTION_ADDRESS = "agenda/{secret}.ics"
"""Where an agenda fetches the deadlines that it follows, likewise."""
REACHED = "Bereikt"
GONE = "Geen deadline meer"
"""Why a deadline asks for nothing any more; else it is the status of its action."""


def file_name(day: date) -> str:
    return f"deadlines-{day.isoformat()}.ics"


def summary(action: Action, document: str, label: str, ending: str) -> str:
    """``7.1 Realisatie van de MEAL hervorming …``, or ``Bereikt: 7.1 …``; the label tells two deadlines apart.

    Outlook shows nothing of a cancelled event, so the title itself says what became of it.
    """
    name = action_name(action.number, document, nl.shortened(action.text))
    name = f"{name} · {nl.shortened(label)}" if label else name
    return f"{ending}: {name}" if ending else name


def description(action: Action, milestone: Milestone, link: str) -> str:
    """What one wants to know on the day itself. The internal remark is no part of it: an agenda is often shared."""
    facts = (
        (labels.FACT[Fact.LABEL], milestone.label),
        (labels.FACT[Fact.PERIOD], _term(milestone)),
        ("Kalender in het document", action.calendar),
        (labels.FACT[Fact.RESPONSIBLE], action.responsible),
        (labels.FACT[Fact.STATUS], labels.status_label(current_status(action))),
        (nl.COLUMNS["comment"], last_comment(action)),
        ("Meer", link),
    )
    lines = [f"{word}: {fact}" for word, fact in facts if fact.strip()]
    return "\n".join([f"Actie {action.number}: {action.text}", *lines])


def reminder(days: int, title: str) -> str:
    return f"Nog {days} dagen: {title}"


def _term(milestone: Milestone) -> str:
    """``dec 2026``, ``dec 2027 (verschoven, eerst dec 2026)``; empty where there is none any more."""
    if milestone.period is None:
        return ""
    moved = nl.moved_from(period_phrase(milestone.first_period)) if milestone.first_period else ""
    return noted(period_phrase(milestone.period), inferred_note(milestone.period), moved)
