"""What is said around the data of one person: all of it in one file, and a role in the place of the name."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from mrdb.domain.keys import KeyKind
from mrdb.domain.naming import Mention
from mrdb.domain.people import Role, Visit
from mrdb.domain.reminders import Step
from mrdb.domain.response import Change
from mrdb.domain.status import Acceptance, Status
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date, short_time
from mrdb.text.history import new_in_words, old_in_words, what_changed
from mrdb.text.labels import ACCEPTANCE, FACT, STATUS
from mrdb.text.nl import moment_name
from mrdb.text.people import KEY, ROLE, VISIT

PART = "Persoonsgegevens"
"""What the part of Beheer is called."""
TITLE = "Gegevens van een persoon"
WHY = (
    "Vraagt iemand wat hier over hem of haar staat, kies dan de naam, of typ hem. Wordt die persoon ook anders "
    "genoemd, voeg dan die schrijfwijzen toe: elke naam wordt apart gezocht."
)
NAMES = "Naam, en andere schrijfwijzen"
ONE_WORD = (
    "Een naam van één woord is elders soms een gewoon woord, zoals ‘jan’ een maand is: kijk de voorbeelden goed na."
)
NAMES_HINT = "Kies of typ een naam"
WRITTEN_BY = "Geschreven door"
KIND, COUNT = "Waar", "Aantal"
NOT_NAMED = "Nergens in de databank staat deze naam."
DOWNLOAD = "Download alles als Excel"
FILE = "gegevens-van-een-persoon.xlsx"
"""Without the name: the access log tells which files were taken along."""
CHECK_FIRST = (
    "Ook interne opmerkingen staan erin, en wat over anderen in dezelfde zinnen staat. Lees het na voor je het bezorgt."
)
SHEET = "Gegevens"
HEADINGS = {
    "Waar": 26,
    "Wat er staat": 72,
    WRITTEN_BY: 20,
    "Wanneer": 19,
    "Document": 32,
    "Actie": 8,
    "Opvolgingsmoment": 26,
}
"""The columns of the file, each with its width in digits."""
SAID = list(HEADINGS).index("Wat er staat")

REPLACE = "Vervang de naam door een rol"
REPLACE_WHY = (
    "Vraagt die persoon om gewist te worden, dan komt overal een rol in de plaats van de naam, ook in de geschiedenis. "
    "Wat er beslist is, blijft staan."
)
ROLE_FOR_NAME = "Rol in de plaats van de naam"
ROLE_HINT = "Bijvoorbeeld: Directeur beleid"
PREVIEW = "Zo wijzigen de teksten"
WHAT, DIFFERENCE = "Wat", "Verschil"
TO_REPLACE = "Vervang de naam …"
CONFIRM = "Ja, vervang overal"
SURE = "Dit kan niet ongedaan worden gemaakt. Ik heb de voorbeelden nagekeken."
NOT_SURE = "Vink eerst aan dat dit niet ongedaan kan worden gemaakt."
REPLACED = "De naam is overal vervangen."
NOT_REWRITTEN = (
    "De naam is overal vervangen, maar het bestand van de databank kon niet herschreven worden: in delen die niet meer "
    "gebruikt worden, kan hij nog staan. Is de schijf vol, of heeft een ander programma het bestand open? Vraag de "
    "beheerder om ‘VACUUM’ uit te voeren."
)
BEYOND = "Hier kan het programma niet aan, en blijft de naam staan:"
BEYOND_FILES = (
    "Bestanden die al gedownload of bezorgd zijn, mails en wat op papier staat. Komt later een Excel-overzicht of een "
    "nieuwe versie van een document terug met de oude naam, dan toont Uitwisselen die als een wijziging: neem ze niet "
    "over."
)
BEYOND_TYPED = "Wat iemand nu nog aan het typen is. Verwittig wie mee aan het werk is."
BEYOND_ACCOUNT = (
    "De rol die de aanmeldingsdienst van je organisatie zelf aan dit account geeft. Laat die daar weghalen: ook dat de "
    "toegang ingetrokken was, is hier dan niet meer bekend, en wie er een heeft, komt met naam en al weer binnen."
)
BEYOND_PROGRAM = "Kopieën die de beheerder van de machine zelf maakt, en het log van de server."

TABLE = {
    "person": "Wie mag binnen",
    "answering": "Wie staat waarvoor in",
    "key": "Leessleutels",
    "reminder": "Herinneringen per mail",
    "visit": "Toegangslog",
    "responsible": "Lijst van verantwoordelijken",
    "action_responsible": "Verantwoordelijk voor een actie",
    "management_response": "Managementresponsen",
    "recommendation": "Aanbevelingen",
    "action": "Acties",
    "milestone": "Mijlpalen",
    "moment": "Opvolgingsmomenten",
    "status_report": "Standen van zaken",
    "agreement": "Afspraken",
    "arrangement": "Agenda’s",
    "minutes": "Beslissingenlijsten",
    "published_year": "Gepubliceerde jaarcijfers",
    "change": "Geschiedenis",
    "review": "Documenten die nagekeken worden",
    "known_word": "Geleerde woorden",
}
"""What each table holds, in the order in which people read it."""
COLUMN = {fact.attribute: label for fact, label in FACT.items() if fact.attribute} | {
    "about": "Waarover",
    "acceptance_reason": "Reden",
    "closed_by": "Gesloten door",
    "day": "Dag",
    "due": "Tegen",
    "email": "E-mailadres",
    "first_day": "Van",
    "is_withdrawn": "Toegang ingetrokken",
    "kind": "Soort",
    "last_day": "Tot en met",
    "name": "Naam",
    "new": "Naar",
    "note": "Nota",
    "old": "Van",
    "paragraph": "Tekst",
    "realisation_proof": "Waaruit dat blijkt",
    "reason": "Reden",
    "role": "Rol",
    "seen_at": "Laatst gezien",
    "seen_line": "Wijzigingen gezien tot en met nummer",
    "source": "Bestand",
    "step": "Waarom",
    "text": "Tekst",
    "wants_reminders": "Wil herinneringen",
    "what": "Wat",
    "who": "Wie",
    "words": "Woorden",
    "year": "Jaar",
}
"""What each column holds; what is not here tells people nothing."""
OF_PERSON = {"subject": "Kenmerk van de aanmeldingsdienst"}
STEP = {
    Step.LATE: "te laat",
    Step.DAY: "één dag vooraf",
    Step.WEEK: "zeven dagen vooraf",
    Step.MONTH: "dertig dagen vooraf",
    Step.ROUND: "voor het opvolgingsmoment",
}

_OF_ENUM = ChainMap[Any, str](ROLE, VISIT, KEY, STEP, STATUS, ACCEPTANCE)


def row_words(table: str, values: Mapping[str, Any]) -> str:
    """``Naam: An Peeters`` and so on, a line for each of these values of a row; what is empty is left out."""
    labels = {**COLUMN, **(OF_PERSON if table == "person" else {})}
    lines = [f"{labels[name]}: {_value_words(value)}" for name, value in values.items() if name in labels]
    return "\n".join(line for line in lines if not line.endswith(": "))


def _value_words(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case datetime():
            return short_time(value)
        case date():
            return short_date(value)
        case Role() | Visit() | KeyKind() | Step() | Status() | Acceptance():
            return _OF_ENUM[value]
    return str(value)


def line_words(line: Change) -> str:
    """``Status: van Niet gestart naar Lopende``, with the reason and the file that it came in with."""
    old, new = old_in_words(line), new_in_words(line)
    said = f"{what_changed(line)}: van {old} naar {new}" if old else f"{what_changed(line)}: {new}"
    more = ((COLUMN["reason"], line.reason), (COLUMN["source"], line.source))
    return "\n".join([said.rstrip(": "), *(f"{label}: {text}" for label, text in more if text)])


def searched(names: Sequence[str]) -> str:
    """``Gezocht op: An Peeters en an@example.org.``"""
    return f"Gezocht op: {listed(names)}."


def becomes(names: Sequence[str], role: str) -> str:
    """``An Peeters en an@example.org wordt overal: Directeur beleid``"""
    return f"{listed(names)} {'wordt' if len(names) == 1 else 'worden'} overal: {role}"


def beyond_backups(count: int, folder: str) -> str:
    """Where the backups lie that hold the name, and what to do about them."""
    there = f"in {folder} {'staat' if count == 1 else 'staan'} er {count}" if count else f"in {folder} staat er geen"
    return (
        f"Reservekopieën: {there}. Gooi daarna elke oudere kopie weg, ook wat je elders bewaart en wat van vóór een "
        "upgrade naast de databank ligt, en maak een nieuwe. Wie een oude kopie terugzet, zet ook de naam terug."
    )


def places(count: int) -> str:
    return count_of(count, "plaats", "plaatsen")


def mention_words(one: Mention) -> list[str]:
    """The cells of a row of the file, as ``HEADINGS`` has them."""
    when = short_time(one.at) if one.at else ""
    moment = moment_name(one.moment) if one.moment else ""
    return [TABLE[one.table], one.said, one.by, when, one.document, one.action, moment]
