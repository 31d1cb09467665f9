"""The words of the meeting."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mrdb.domain.discussed import Outcome
from mrdb.domain.facts import Fact
from mrdb.domain.followup import next_deadline
from mrdb.domain.meeting import AgendaPart
from mrdb.domain.response import Action, Change, Moment
from mrdb.domain.rewind import Gesture
from mrdb.text.colours import OUTCOME_LOOK
from mrdb.text.counting import listed
from mrdb.text.dates import short_date
from mrdb.text.history import new_in_words, old_in_words, what_changed
from mrdb.text.nl import actions, days_left, named_actions, shortened
from mrdb.text.reasons import because
from mrdb.text.statuses import any_closed

TITLE = "Vergadering"
AGENDA_PART = {
    AgendaPart.LEAVING: "Wie vroeger weg moet",
    AgendaPart.LATE: "Te laat",
    AgendaPart.DUE: "Deadline vóór de volgende vergadering",
    AgendaPart.SILENT: "Al twee keer niet besproken",
    AgendaPart.REST: "Overige acties",
    AgendaPart.SKIPPED: "Overgeslagen",
}
OUTCOME = {outcome: OUTCOME_LOOK[outcome].label for outcome in Outcome}

NO_ROUND = "Er is nu geen opvolgingsmoment open. Open er eerst een: de agenda wordt dan automatisch opgesteld."
BEFORE = "Vorige stand van zaken"
TAKE_OVER = "Vorig commentaar overnemen"
SAVE_AND_NEXT = "Opslaan en volgende"
UNCHANGED = "Ongewijzigd"
LATER = "Later"
STILL_TYPED = "Er staat nog tekst in het formulier die niet opgeslagen is. Sla die eerst op, of maak het leeg."
ALL_DONE = "Alle acties zijn overlopen. De vergadering kan gesloten worden."
TOGETHER_WHY = "Hun deadline valt niet vóór de volgende vergadering. Is er niets gewijzigd, bevestig ze dan samen."
INVITATIONS = "Uitnodiging per verantwoordelijke"
SOMEBODY = "Iemand anders"
SHOW_NEWS = "Toon"
NOTED_LAST = "Net genoteerd"
NOTED_HERE = "Genoteerd in deze vergadering"
SKIP_ICON = "↷"
TAKE_BACK = "Ongedaan maken"
TAKEN_BACK = "Ongedaan gemaakt."
LATER_FIRST = "Deze actie is daarna nog gewijzigd. Maak eerst de latere wijziging ongedaan."
OPEN_AGAIN = "Ze was gerealiseerd, maar een van haar acties staat weer open."
ALL_CLOSED = f"Alle acties van deze aanbeveling zijn {any_closed()}."
PROOF = "Waaruit blijkt dat? In één zin"
ANSWERS = ("Ja, gerealiseerd", "Nee, nog niet")
"""For a recommendation that is realised, and for one that is not."""
LEAVING_WHY = "Hun acties komen eerst aan bod."
LEAVING_HINT = "niemand"
NEXT_TOO_EARLY = "De volgende vergadering valt na dit opvolgingsmoment. Kies een latere datum."
PRESENT_HINT = "kies of typ een naam"
HERE_AND_NOT = "Wie aanwezig was, kan niet ook afwezig zijn. Haal de naam weg bij Aanwezig of bij Afwezig."
COVERS_NOTHING = "Kies minstens één managementrespons."
PREPARE = "Datum en aanwezigen"
REOPEN = "Heropen dit opvolgingsmoment"
REOPEN_WHY = (
    "Wat toen niet aan bod kwam, staat daarna weer open. Een beslissingenlijst die al vastgesteld is, geldt dan niet "
    "meer, maar blijft bewaard."
)
REOPEN_REASON = "Waarom moet dit opvolgingsmoment heropend worden?"
REOPEN_CONFIRM = "Ja, heropenen"
CLOSE = "Sluit de vergadering"
TO_DECISIONS = "Beslissingenlijst"
TO_MEETING = "Naar de vergadering"


def coverage(counts: Counter[Outcome]) -> str:
    """``9 van 15 besproken · 4 gewijzigd · 5 ongewijzigd``"""
    changed, confirmed = counts[Outcome.CHANGED], counts[Outcome.CONFIRMED]
    return f"{changed + confirmed} van {counts.total()} besproken · {changed} gewijzigd · {confirmed} ongewijzigd"


def clock(spent: timedelta, here: timedelta | None) -> str:
    """``42 min bezig · 3 min bij deze actie``"""
    words = [f"{_minutes(spent)} bezig"]
    if here is not None:
        words.append(f"{_minutes(here)} bij deze actie")
    return " · ".join(words)


def _minutes(time: timedelta) -> str:
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    return f"{hours} u {minutes:02}" if hours else f"{minutes} min"


def legend(documents: Mapping[str, str], *, with_skipped: bool) -> str:
    """What the marks on the agenda mean, and the letters of the ``documents`` (name to letter).

    ``· nog te bespreken   ✎ gewijzigd   = bevestigd ongewijzigd   A Klimaat en migratie``
    """
    looks = [OUTCOME_LOOK[outcome] for outcome in (Outcome.OPEN, Outcome.CHANGED, Outcome.CONFIRMED)]
    marks = [f"{look.icon} {look.label}" for look in looks]
    if with_skipped:
        marks.append(f"{SKIP_ICON} {AGENDA_PART[AgendaPart.SKIPPED].lower()}")
    return "\u2003".join([*marks, *(f"{letter} {name}" for name, letter in documents.items())])


def not_shown(n: int) -> str:
    return f"nog {n} andere"


def news(author: str) -> str:
    return f"{author} heeft deze actie net opgeslagen."


def is_realised(number: str, title: str) -> str:
    return f"Is aanbeveling {number} gerealiseerd? {title}"


def about(number: str, text: str, *, is_action: bool) -> str:
    """``Actie 7.1 Realisatie van de MEAL hervorming``"""
    return f"{'Actie' if is_action else 'Aanbeveling'} {number} {shortened(text)}"


def gesture_words(gesture: Gesture, *, with_internal: bool) -> str:
    """``Termijn – Ontwerp: dec 2026 → 31 mrt 2027. Reden: ziekte · Commentaar: Loopt.``; of an internal remark only
    that there is one. What was prepared is said by what became of it."""
    said = (line for line in gesture.lines if line.fact != Fact.PREPARED)
    return " · ".join(line_words(line, with_internal=with_internal) for line in said)


def line_words(line: Change, *, with_internal: bool) -> str:
    """The same of one line; ``Niet aan bod gekomen`` says all by itself."""
    what, old, new = what_changed(line), old_in_words(line), new_in_words(line)
    if line.fact == Fact.REALISED:
        return new
    if line.fact == Fact.INTERNAL and not with_internal:
        return what
    old, new = shortened(old), shortened(new)
    value = f"{old} → {new}" if old else new
    return f"{': '.join(filter(None, (what, value)))}{because(line.reason)}"


def too_late(number: str) -> str:
    return f"Die klik was nog voor actie {number}. Aan de actie die nu op het scherm staat, is niets gewijzigd."


def together(n: int) -> str:
    return f"Hamerstukken ({n})"


def begin_with(number: str) -> str:
    return f"Begin met {number}"


def confirm_together(n: int) -> str:
    return f"Bevestig {actions(n)} als ongewijzigd"


def confirmed(n: int) -> str:
    if not n:
        return "Dit was in deze vergadering al besproken. Er is niets gewijzigd."
    return f"{actions(n)} bevestigd als ongewijzigd."


def not_discussed(numbers: Sequence[str]) -> str:
    return f"Niet aan bod gekomen: {listed(numbers)}. Dat wordt zo genoteerd."


def still_typed(numbers: Sequence[str]) -> str:
    return f"Op dit scherm staat nog tekst die niet opgeslagen is, bij {named_actions(numbers)}. Sla die eerst op."


def prepared_meanwhile(moment: Moment) -> str:
    """What a colleague wrote of the moment while one was typing."""
    said = [short_date(moment.date), moment.title or "geen titel", f"aanwezig: {listed(moment.attendees) or 'niemand'}"]
    said += [f"afwezig: {listed(moment.absent)}"] if moment.absent else []
    said.append(f"volgende vergadering: {short_date(moment.next_date)}" if moment.next_date else "geen volgende datum")
    return f"Iemand anders wijzigde dit intussen ({'; '.join(said)}). Sla nog eens op om jouw versie te houden."


def invitation(name: str, day: date, actions_of: Sequence[Action], numbers: Mapping[int, str], today: date) -> str:
    """A mail in plain text: which actions of this responsible come up at the meeting, in the agenda's order.

    ``numbers`` tells what to call each action, by its id.
    """
    lines = "\n".join(_invited(action, numbers[action.id], today) for action in actions_of)
    return f"Beste {name}\n\nDit komt aan bod op het opvolgingsmoment van {short_date(day)}:\n\n{lines}\n"


def _invited(action: Action, number: str, today: date) -> str:
    deadline = next_deadline(action)
    when = f" (termijn {short_date(deadline)}, {days_left(deadline, today)})" if deadline else ""
    return f"- {number} {action.text}{when}"
