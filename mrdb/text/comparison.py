"""The words of Historiek: two moments side by side, progress over moments, the line of one action."""

from collections import Counter
from collections.abc import Sequence

from mrdb.domain.codes import Difference
from mrdb.domain.comparison import Comparison, Progress, Slip
from mrdb.domain.discussed import Outcome
from mrdb.domain.response import Milestone, Moment
from mrdb.domain.status import Status
from mrdb.text import nl
from mrdb.text.counting import count_of
from mrdb.text.dates import short_date
from mrdb.text.history import fact_words
from mrdb.text.meeting import OUTCOME
from mrdb.text.periods import done_words, noted, period_phrase

COMPARE = "Vergelijken"
PROGRESS = "Voortgang"
PER_ACTION = "Per actie"
JOURNAL = "Alle wijzigingen"
LOOK = "Toon"
TO_MOMENT = "Tot"
CHANGED = "Gewijzigd"
UNCHANGED = "Ongewijzigd"
ADDED = "Nieuwe acties"
SLIPPED = "Verschoven of te laat"
NOTHING_CHANGED = "Tussen deze twee momenten is niets gewijzigd."
EVERYTHING_CHANGED = "Elke actie is gewijzigd."
NOTHING_SLIPPED = "Geen enkele deadline verschoof of is te laat."
SAME_MOMENT = "Kies twee verschillende opvolgingsmomenten om te vergelijken."
ONE_MOMENT = "Er is nog maar één opvolgingsmoment. Vanaf het tweede staat hier wat er veranderde. Zo staan we nu:"
NO_MOMENT = "Er is nog geen opvolgingsmoment."
OVER = "was al afgesloten"
STILL_OPEN = "nog open"
TO_ACTION = "Naar de actie"
LINE = "Stand van zaken, moment na moment"
JOURNAL_OF_ACTION = "Alle wijzigingen van deze actie"
REPORTED_BY = "Door"
NO_OWN_REPORT = "geen stand van zaken op dit opvolgingsmoment"
COUNT = "Aantal acties"
DESCRIPTION = "Voortgang: per opvolgingsmoment één balk, met het aantal acties in elke status"


def headline(comparison: Comparison) -> str:
    """``Tussen 13 okt 2025 en 23 nov 2026: 4 acties gewijzigd, 11 ongewijzigd, 2 deadlines verschoven, 5 te laat``"""
    changed, became = len(comparison.changed), Counter(one.outcome for one in comparison.unchanged)
    slips = [slip for one in comparison.slipped for slip in one.slips]
    moved, late = sum(slip.days_moved > 0 for slip in slips), sum(slip.days_late > 0 for slip in slips)
    parts = [f"{nl.actions(changed)} gewijzigd" if changed else "geen enkele actie gewijzigd"]
    if confirmed := became[Outcome.CONFIRMED]:
        parts.append(f"{confirmed} ongewijzigd")
    if left := became[Outcome.NOT_DISCUSSED]:
        parts.append(f"{left} {OUTCOME[Outcome.NOT_DISCUSSED]}")
    if added := len(comparison.added):
        parts.append(count_of(added, "nieuwe actie", "nieuwe acties"))
    parts.append(f"{_deadlines(moved)} verschoven" if moved else "geen deadline verschoven")
    if late:
        # After "2 deadlines verschoven" everybody knows what is counted; after "geen deadline" nobody does.
        parts.append(f"{late if moved else _deadlines(late)} te laat")
    return f"{between(comparison.older, comparison.newer)}: {', '.join(parts)}"


def between(older: Moment, newer: Moment) -> str:
    """Two moments on one day are told apart by their titles, where they have any."""
    if older.date == newer.date:
        return f"Tussen {nl.moment_name(older)} en {nl.moment_name(newer)}"
    return f"Tussen {short_date(older.date)} en {short_date(newer.date)}"


def progress_headline(steps: Sequence[Progress]) -> str:
    """``3 van 15 acties afgerond op 23 nov 2026, 0 op 13 okt 2025``; ``steps`` holds at least one."""
    (first, at_first), (last, at_last) = steps[0], steps[-1]
    words = f"{at_last[Status.COMPLETED]} van {nl.actions(at_last.total())} afgerond op {short_date(last.date)}"
    return words if first is last else f"{words}, {at_first[Status.COMPLETED]} op {short_date(first.date)}"


def moment_names(moments: Sequence[Moment]) -> dict[str, Moment]:
    """Every moment under a name of its own, the newest first; of equal names the later ones get a number."""
    named: dict[str, Moment] = {}
    for moment in sorted(moments, key=lambda moment: moment.order):
        name, again = nl.moment_name(moment), 2
        while name in named:
            name, again = f"{nl.moment_name(moment)} ({again})", again + 1
        named[name] = moment
    return dict(reversed(named.items()))


def section(title: str, count: int) -> str:
    return f"{title} ({count})"


def field_words(difference: Difference) -> str:
    """The field, with the milestone it belongs to: ``Termijn – Ontwerp en voorbereiding``."""
    return fact_words(difference.fact, _short(difference.milestone.label) if difference.milestone else "")


def moved_later(days: int) -> str:
    return count_of(days, "dag later", "dagen later")


def late(days: int) -> str:
    return count_of(days, "dag te laat", "dagen te laat")


def slip_label(slip: Slip) -> str:
    return f"{_short(slip.milestone.label)}: " if slip.milestone.label else ""


def milestone_words(milestone: Milestone) -> str:
    """``dec 2026``, with the day it was reached."""
    return noted(period_phrase(milestone.period), done_words(milestone) if milestone.reached_on else "")


def moment_note(moment: Moment) -> str:
    """What goes with the date of a moment: the first words of its title, and that it can still change."""
    title = nl.shortened(moment.title, 26)
    return ", ".join(filter(None, (title, STILL_OPEN if moment.is_open else "")))


def _short(label: str) -> str:
    """The first words of a milestone's label: enough to know which one of its action it is."""
    return nl.shortened(label, 44)


def _deadlines(n: int) -> str:
    return count_of(n, "deadline", "deadlines")
