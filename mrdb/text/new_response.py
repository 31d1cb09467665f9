"""The words of Nieuwe managementrespons: a document that was read, mended beside its source and stored."""

from datetime import date

from mrdb.domain.draft import Doubt, Draft, DraftMilestone, Place
from mrdb.text import nl
from mrdb.text.counting import count_of
from mrdb.text.dates import short_date
from mrdb.text.labels import DOUBT
from mrdb.text.periods import inferred_note, noted, period_phrase

TITLE = "Nieuwe managementrespons"
UPLOAD = "Document met de managementrespons"
UPLOAD_HELP = (
    "Kies het document met de managementrespons: een Word-bestand (.docx) of een tekst (.txt). Je ziet eerst wat eruit "
    "gelezen is en kunt alles verbeteren. Er wordt niets opgeslagen voor je dat bevestigt."
)
READING = "Het document wordt gelezen …"
WHICH_DATE = "Welke datum draagt dit document?"
WHICH_DATE_WHY = (
    "In dit document staat geen leesbare datum. Hij is nodig om termijnen zonder jaartal te begrijpen, en hij wordt de "
    "datum van het eerste opvolgingsmoment."
)
READ_WITH_DATE = "Lees het document met deze datum"
OTHER = "Ander document"
OTHER_WHY = "Wat je in dit document verbeterde, is dan weg."
OTHER_CONFIRM = "Ja, kies een ander document"

NO_DOUBTS = "Geen twijfels: alles kon met zekerheid gelezen worden."
DOUBTS_WHY = "Hier was niet zeker wat er bedoeld is. Klik op een regel: dan staan de bron en de velden hieronder klaar."
PREVIOUS_DOUBT = "← Vorige"
NEXT_DOUBT = "Volgende →"
PART = "Kies een onderdeel: de kop of een aanbeveling"
HEAD = "Kop"
SOURCE = "Het document"
HEAD_FIELDS = "Kop van het document"
NOTHING = "(lege regel)"
LONG_TEXT_HELP = "Een lege regel begint een nieuwe alinea. Een regel die met • begint, is een punt van een opsomming."

ACCEPTANCE = "Aanvaard of niet?"
NO_ACCEPTANCE = "Niet met zoveel woorden gezegd"
ACCEPTANCE_REASON = "Waarom niet (volledig) aanvaard?"
STATUS = "Stand van zaken in het document"
NO_STATUS = "Geen stand van zaken in het document"
READ_AS = "Gelezen als"
NO_CALENDAR = "Zonder kalender heeft de actie geen termijn."
NO_NAMES = "niemand"
LEAVE_OUT_PART = "Laat deze aanbeveling weg"
LEAVE_OUT_ACTION = "Laat weg"
TAKE_IN = "Toch opnemen"
ADD_ACTION = "Voeg een actie toe"

STORE = "Opslaan"
FIRST_MEND = "Verbeter eerst nog dit:"
DOUBTS_SEEN = "Ik heb de twijfels nagekeken"
DOUBTS_FIRST = "Kijk eerst de twijfels na en vink dat aan."
CONFIRM = "Deze managementrespons opslaan"
THERE_MEANWHILE = "Iemand anders sloeg dit document intussen op. Er is niets gewijzigd."
ALREADY_THERE = "Dit document is al ingelezen. Er is niets nieuws op te slaan."
TO_DOCUMENT = "Bekijk de aanbevelingen"
TO_OVERVIEW = "Naar het overzicht"


def doubts(n: int) -> str:
    return count_of(n, "twijfel", "twijfels")


def contents(draft: Draft) -> str:
    """``8 aanbevelingen, 15 acties``"""
    actions = sum(len(part.actions) for part in draft.recommendations)
    return f"{nl.recommendations(len(draft.recommendations))}, {nl.actions(actions)}"


def summary(draft: Draft) -> str:
    """What storing does: ``8 aanbevelingen, 15 acties, 5 met een stand van zaken. Het document zelf wordt …``"""
    told = sum(action.status is not None for part in draft.recommendations for action in part.actions)
    with_status = f"{told} met een stand van zaken" if told else "nog zonder stand van zaken"
    return (
        f"{contents(draft)}, {with_status}. "
        f"Het document zelf wordt het eerste opvolgingsmoment: {short_date(draft.date)}."
    )


def stored(draft: Draft) -> str:
    return f"‘{draft.subject}’ is opgeslagen: {contents(draft)}."


def doubt_place(doubt: Doubt) -> str:
    return f"regel {doubt.line}"


def doubt_why(doubt: Doubt) -> str:
    """The reason as a sentence of its own."""
    why = DOUBT[doubt.kind]
    return why[:1].upper() + why[1:]


def doubt_of(position: int, n: int) -> str:
    """``Twijfel 3 van 54``; ``position`` counts from 0."""
    return f"Twijfel {position + 1} van {n}"


def place_name(draft: Draft, place: Place) -> str:
    """``Kop``, ``Aanbeveling 3``, ``Actie 3.2``, or ``Aanbeveling 3, actie zonder nummer``"""
    if place.part is None:
        return HEAD
    part = draft.recommendations[place.part]
    name = f"Aanbeveling {part.number}"
    if place.action is None:
        return name
    number = part.actions[place.action].number.strip()
    return f"Actie {number}" if number else f"{name}, actie zonder nummer"


def milestone_words(milestone: DraftMilestone) -> tuple[str, str]:
    """The date and what goes with it: ``("31 dec 2026", "Ontwerp")``; without a date "geen datum gelezen"."""
    return period_phrase(milestone.period), noted(milestone.label, inferred_note(milestone.period)).strip()


def left_out(name: str) -> str:
    return f"{name} wordt niet opgeslagen."


def more_doubts(n: int) -> str:
    return f"En nog {doubts(n)}: die staan gemarkeerd bij hun onderdeel."


def already_there(day: date) -> str:
    return f"{ALREADY_THERE} Het gaat om het document van {short_date(day)}."
