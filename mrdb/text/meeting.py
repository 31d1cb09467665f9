"""The words of the meeting."""

from collections.abc import Sequence
from datetime import date

from mrdb.domain.meeting import AgendaPart, Coverage, Outcome
from mrdb.text.dates import short_date
from mrdb.text.nl import actions

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
AGENDA = "Agenda"
BEFORE = "Vorige stand van zaken"
TAKE_OVER = "Neem over"
SAVE_AND_NEXT = "Opslaan en volgende"
UNCHANGED = "Ongewijzigd"
LATER = "Later"
ALL_DONE = "Alle acties zijn overlopen. Het opvolgingsmoment kan gesloten worden."
TOGETHER = "Hamerstukken"
TOGETHER_WHY = "Deze acties vallen niet voor de volgende vergadering. Is er niets gewijzigd, bevestig ze dan samen."
NEXT_DATE = "Volgende vergadering"


def coverage(state: Coverage) -> str:
    """``9 van 15 · 4 gewijzigd · 5 ongewijzigd``"""
    return f"{state.done} van {state.total} · {state.changed} gewijzigd · {state.confirmed} ongewijzigd"


def place(number: int, total: int) -> str:
    return f"{number} van {total}"


def confirm_together(n: int) -> str:
    return f"Bevestig {actions(n)} als ongewijzigd"


def confirmed(n: int) -> str:
    return f"{actions(n)} bevestigd als ongewijzigd."


def not_discussed(numbers: Sequence[str]) -> str:
    return f"Niet aan bod gekomen: {', '.join(numbers)}. Dat wordt zo genoteerd."


def next_meeting(day: date) -> str:
    return f"volgende vergadering: {short_date(day)}"
