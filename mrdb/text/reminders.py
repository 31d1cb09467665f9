"""The mail that reminds somebody, and what is said of sending it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from mrdb.domain.people import Person
from mrdb.domain.reminders import Reminder, Step
from mrdb.domain.status import Urgency
from mrdb.text import ics, nl
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.labels import URGENCY

LATE, SOON = URGENCY[Urgency.OVERDUE], URGENCY[Urgency.SOON]
OPENING = "Dit vraagt je aandacht in de opvolging van de managementresponsen."
CLOSING = "Staat iets al verder dan hier? Noteer het even, dan is iedereen mee. Dank je wel!"
FOOT = (
    "Je krijgt dit bericht omdat je bij deze acties als verantwoordelijke staat. Liever geen herinneringen? Klik "
    "in het programma bovenaan op je naam en zet ze uit."
)
WANTED = "Stuur me herinneringen per mail"
TITLE = "Herinneringen"
TURNED_ON, TURNED_OFF = "Je krijgt herinneringen.", "Je krijgt geen herinneringen meer."
PREVIEW = "Welke herinneringen gaan er nu uit?"
PREVIEW_WHY = "Zo ziet de volgende mail eruit. Wat al verstuurd is, gaat niet nog eens."
NOTHING = "Er is niets te versturen."
SENDING_ALREADY = "Iemand anders verstuurt op dit moment de herinneringen. Hier gaat er niets uit."


def subject(news: Sequence[Reminder]) -> str:
    """``Opvolging: 2 te laat, 1 binnenkort``"""
    counts = [
        (sum(one.step == Step.LATE for one in news), "te laat"),
        (sum(one.step not in {Step.LATE, Step.ROUND} for one in news), "binnenkort"),
        (sum(one.step == Step.ROUND for one in news), "voor het opvolgingsmoment"),
    ]
    return f"Opvolging: {listed([f'{n} {word}' for n, word in counts if n])}"


def body(person: Person, news: Sequence[Reminder], today: date, address: str) -> str:
    """Plain text; ``address`` is where the program is found, "" where there are no links."""
    greeting = f"Dag {person.name}," if person.name != person.email else "Dag,"
    parts = [greeting, OPENING]
    for title, found in groupby(news, _title):
        parts.append("\n".join([title, *(_line(one, today, address) for one in found)]))
    return "\n\n".join([*parts, CLOSING, f"-- \n{FOOT}"]) + "\n"


def sent(person: Person, n: int) -> str:
    return f"{person.email}: verstuurd ({count_of(n, 'herinnering', 'herinneringen')})."


def refused(person: Person) -> str:
    return f"{person.email}: de mailserver nam dit bericht niet aan. De volgende keer proberen we opnieuw."


def unreachable(host: str, left: int) -> str:
    """``left`` is how many people wait for their mail."""
    waiting = count_of(left, "bericht blijft", "berichten blijven")
    return f"{host}: de mailserver antwoordt niet of laat ons niet toe. {waiting} klaar voor de volgende keer."


def would_go_to(person: Person, news: Sequence[Reminder]) -> str:
    return f"{person.name} · {subject(news)}"


def _title(one: Reminder) -> str:
    match one.step:
        case Step.LATE:
            return LATE
        case Step.DAY | Step.WEEK | Step.MONTH:
            return SOON
        case Step.ROUND:
            return f"Wacht op een stand van zaken voor het opvolgingsmoment van {short_date(one.day)}"


def _line(one: Reminder, today: date, address: str) -> str:
    action = one.action
    when = "" if one.step == Step.ROUND else f" ({_when(one.day, today)})"
    line = f"- {action.number} {nl.shortened(action.text)}{when}"
    link = f"{address.rstrip('/')}/{ics.ACTION_ADDRESS.format(id=action.id)}"
    return f"{line}\n  {link}" if address else line


def _when(day: date, today: date) -> str:
    """``31 dec 2026, nog 7 dagen``"""
    left = (day - today).days
    if left == 0:
        return f"{short_date(day)}, vandaag"
    days = count_of(abs(left), "dag", "dagen")
    return f"{short_date(day)}, nog {days}" if left > 0 else f"{short_date(day)}, {days} geleden"
