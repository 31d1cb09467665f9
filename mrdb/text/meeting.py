"""The words of the meeting."""

from collections.abc import Sequence
from datetime import date

from mrdb.domain.followup import next_deadline
from mrdb.domain.meeting import AgendaPart, Coverage, Outcome
from mrdb.domain.response import Action
from mrdb.text.dates import short_date
from mrdb.text.nl import actions, days_left

TITLE = "Vergadering"
AGENDA_PART = {
    AgendaPart.LATE: "Te laat",
    AgendaPart.DUE: "Valt voor de volgende vergadering",
    AgendaPart.SILENT: "Al twee keer niets gehoord",
    AgendaPart.REST: "Overige acties",
}
OUTCOME = {
    Outcome.OPEN: "nog te bespreken",
    Outcome.CHANGED: "gewijzigd",
    Outcome.CONFIRMED: "bevestigd ongewijzigd",
    Outcome.NOT_DISCUSSED: "niet aan bod",
}

NO_ROUND = "Er is nu geen opvolgingsmoment open. Open er eerst een: dan maakt de agenda zichzelf."
BEFORE = "Vorige stand van zaken"
TAKE_OVER = "Neem over"
SAVE_AND_NEXT = "Opslaan en volgende"
UNCHANGED = "Ongewijzigd"
LATER = "Later"
STILL_TYPED = "Er staat nog tekst in het formulier die niet bewaard is. Bewaar die eerst, of maak het leeg."
ALL_DONE = "Alle acties zijn overlopen. Het opvolgingsmoment kan gesloten worden."
TOGETHER = "Hamerstukken"
TOGETHER_WHY = "Deze acties vallen niet voor de volgende vergadering. Is er niets gewijzigd, bevestig ze dan samen."
INVITATIONS = "Uitnodiging per verantwoordelijke"
NEXT_DATE = "Volgende vergadering"


def coverage(state: Coverage) -> str:
    """``9 van 15 · 4 gewijzigd · 5 ongewijzigd``"""
    return f"{state.done} van {state.total} · {state.changed} gewijzigd · {state.confirmed} ongewijzigd"


def confirm_together(n: int) -> str:
    return f"Bevestig {actions(n)} als ongewijzigd"


def confirmed(n: int) -> str:
    return f"{actions(n)} bevestigd als ongewijzigd."


def not_discussed(numbers: Sequence[str]) -> str:
    return f"Niet aan bod gekomen: {', '.join(numbers)}. Dat wordt zo genoteerd."


def invitation(name: str, day: date, actions_of: Sequence[Action], today: date) -> str:
    """A mail in plain text: which actions of this responsible come up at the meeting, in the agenda's order."""
    lines = "\n".join(_invited(action, today) for action in actions_of)
    return f"Beste {name}\n\nDit komt aan bod op het opvolgingsmoment van {short_date(day)}:\n\n{lines}\n"


def _invited(action: Action, today: date) -> str:
    deadline = next_deadline(action)
    when = f" (termijn {short_date(deadline)}, {days_left(deadline, today)})" if deadline else ""
    return f"- {action.number} {action.text}{when}"
