"""The words of Nieuwe managementrespons: a document that was read, mended beside its source and stored."""

from datetime import date, datetime

from mrdb.domain.draft import Draft, DraftMilestone
from mrdb.text import nl
from mrdb.text.dates import short_date, short_time
from mrdb.text.doubts import doubts
from mrdb.text.periods import inferred_note, noted, period_phrase

TITLE = "Nieuwe managementrespons"
UPLOAD = "Document met de managementrespons"
UPLOAD_HELP = (
    "Kies het document met de managementrespons: een Word-, PDF-, Excel-, LibreOffice- of tekstbestand. Je ziet eerst "
    "wat eruit gelezen is en kunt alles verbeteren. Het komt pas in de opvolging als je dat bevestigt."
)
READING = "Het document wordt gelezen …"
WHICH_DATE = "Welke datum draagt dit document?"
WHICH_DATE_WHY = (
    "In dit document staat geen leesbare datum. Hij is nodig om termijnen zonder jaartal te begrijpen, en hij wordt de "
    "datum van het eerste opvolgingsmoment."
)
READ_WITH_DATE = "Lees het document met deze datum"
WAYS_ON = """**Hoe ga je verder?**

- **Het verkeerde bestand gekozen?** Kies hierboven een ander.
- **Is het toch een managementrespons?** Zet boven elke aanbeveling ‘Aanbeveling 1’, ‘Aanbeveling 2’ … Sla het bestand
  op en kies het opnieuw.
- **Is het een lijst van acties?** Zet ze in Excel, met bovenaan ‘Actie’ en wat er nog van elke actie in staat, en kies
  die bij Uitwisselen."""
"""Where a document holds no management response."""
TO_EXCHANGE = "Naar Uitwisselen"
OTHER = "Ander document"
OTHER_WHY = "Dit document blijft staan: jij of een collega kan er later mee verder."
UNFINISHED = "Nog niet afgewerkt"
UNFINISHED_WHY = "Jij of een collega begon hieraan. Na twee maanden stilte verdwijnt zo een document vanzelf."
THROW_AWAY = "Gooi weg"
THROW_AWAY_WHY = "Wat in dit document verbeterd werd, is dan weg. Het bestand zelf kun je altijd opnieuw kiezen."
THROW_AWAY_CONFIRM = "Ja, gooi weg"
GOES_ON = "Hieraan was al begonnen: je gaat verder waar het gebleven was."
CHANGED_MEANWHILE = "Intussen wijzigde een collega iets in dit document. Kijk het na en sla het dan op."
GONE = "Dit document staat hier niet meer: iemand sloeg het op of gooide het weg."
OF_OLDER_RELEASE = (
    "Dit document werd bewaard door een vorige versie van het programma en kan niet meer open. Gooi het weg en kies "
    "het bestand opnieuw."
)
SHOW_NEWS = "Toon het"
SOMEBODY = "Een collega"
CLASH = "Twee mensen in hetzelfde veld"
CLASH_SEEN = "Ik heb het gezien"
CLASH_SIDES = ("Nu staat er", "Jij typte")
CLASH_TAKE = "Neem wat ik typte"
CLASH_LEAVE = "Laat staan wat er staat"
CLASH_READ_AGAIN = (
    "Een collega koos intussen wat een kolom of een woord van dit document betekent, en het werd opnieuw gelezen. Wat "
    "je net typte, staat er nog niet in. Kopieer het hieronder als je het nog nodig hebt."
)

NO_DOUBTS = "Geen twijfels: alles kon met zekerheid gelezen worden."
NONE_LEFT = "Alle twijfels zijn nagekeken."
TO_FIRST = "Naar de eerste twijfel"
ONGOING_FOR_ALL = "Allemaal lopende"
PREVIOUS_DOUBT = "← Vorige"
NEXT_DOUBT = "Volgende →"
COLUMNS = "Kolommen"
COLUMNS_WHY = (
    "Deze titels kennen we niet zeker. Kies wat ze zijn; van een eigen kolom blijft de tekst bij de actie staan."
)
OWN_COLUMN = "Eigen kolom: blijft bij de actie staan"
AS_LAST_TIME = "zoals vorige keer"
NO_STATUS_WORDS = "Geen status: blijft in het commentaar"
ALL_COLUMNS = "Alle kolommen"
ALL_COLUMNS_WHY = "Kies wat een kolom is. Het document wordt dan opnieuw gelezen; wat je zelf typte, blijft staan."
ACCEPTANCE_OPTIONAL = "Het document zegt het niet met zoveel woorden. Je mag het zo laten."
ACCEPTANCE_EACH = "Kies per aanbeveling"
PART = "Kies een onderdeel: de kop of een aanbeveling"
SOURCE = "Het document"
HEAD_FIELDS = "Kop van het document"
LONG_TEXT_HELP = "Een lege regel begint een nieuwe alinea. Een regel die met • begint, is een punt van een opsomming."

ACCEPTANCE = "Aanvaard of niet?"
NO_ACCEPTANCE = "Niet met zoveel woorden gezegd"
ACCEPTANCE_REASON = "Waarom niet (volledig) aanvaard?"
STATUS = "Stand van zaken in het document"
NO_STATUS = "Geen stand van zaken in het document"
READ_AS = "Gelezen als"
NO_CALENDAR = "Zonder kalender heeft de actie geen termijn."
LEAVE_OUT_PART = "Laat deze aanbeveling weg"
LEAVE_OUT_ACTION = "Laat weg"
TAKE_IN = "Toch opnemen"
BELONGS_TO = "Hoort bij"
ADD_ACTION = "Voeg een actie toe"

STORE = "Opslaan"
FIRST_MEND = "Verbeter eerst nog dit:"
DOUBTS_FIRST = "Kijk eerst de twijfels na en vink dat aan."
CONFIRM = "Deze managementrespons opslaan"
THERE_MEANWHILE = "Iemand anders sloeg dit document intussen op. Er is niets gewijzigd."
ALREADY_THERE = "Dit document is al ingelezen. Er is niets nieuws op te slaan."
TO_DOCUMENT = "Bekijk de aanbevelingen"
TO_OVERVIEW = "Naar het overzicht"


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


def milestone_words(milestone: DraftMilestone) -> tuple[str, str]:
    """The date and what goes with it: ``("31 dec 2026", "Ontwerp")``; without a date "geen datum gelezen"."""
    return period_phrase(milestone.period), noted(milestone.label, inferred_note(milestone.period)).strip()


def left_out(name: str) -> str:
    return f"{name} wordt niet opgeslagen."


def already_there(day: date) -> str:
    return f"{ALREADY_THERE} Het gaat om het document van {short_date(day)}."


def doubts_seen(n: int) -> str:
    return "Ik heb de laatste twijfel nagekeken" if n == 1 else f"Ik heb de overige {n} twijfels nagekeken"


def to_check(n: int) -> str:
    """``12 twijfels om na te kijken``"""
    return f"{doubts(n)} om na te kijken"


def and_next(right: str, *, is_last: bool) -> str:
    """``Klopt, volgende``"""
    return right if is_last else f"{right}, volgende"


def accept_all(n: int) -> str:
    return "Aanvaard" if n == 1 else f"Alle {n} aanvaard"


def without_acceptance(n: int) -> str:
    return f"{nl.recommendations(n)}: aanvaard of niet?"


def go_on_with(name: str) -> str:
    return f"Verder met ‘{name}’"


def last_worked_on(author: str, at: datetime) -> str:
    """``An, 12 nov 2026, 14:05``"""
    return ", ".join(filter(None, (author, short_time(at))))


def works_here(author: str) -> str:
    return f"{author or SOMEBODY} werkt ook in dit document en wijzigde iets."


def worked_on_by(author: str) -> str:
    return f"{author or SOMEBODY} werkte intussen ook in dit document: je ziet nu alles samen."


def clash(name: str) -> str:
    return f"{name}: een collega wijzigde dit veld intussen ook. Kies wat er moet staan."
