"""A broken rule in a Dutch sentence that says what is wrong and what to do."""

from collections.abc import Sequence

from mrdb.domain.errors import (
    BadSetting,
    BrokenCorrections,
    DatabaseUnusable,
    EditConflict,
    IncompleteEdit,
    InOpenMoment,
    LastSecretary,
    MinutesEmpty,
    MinutesFixed,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotEmpty,
    MomentNotForAction,
    MomentNotLast,
    MomentStillOpen,
    MomentTooEarly,
    MomentTooFar,
    MomentTooLate,
    MrdbError,
    NoOpenMoment,
    NotAllowed,
    NotAsItWas,
    NotLetIn,
    NotThere,
    OnlyLooking,
    PersonKnown,
    PlaceTaken,
    PreparedTooLate,
    Seen,
    StillLetIn,
    StorageFailed,
    UnderReview,
    UnreadableUpload,
    UnusableCharacter,
)
from mrdb.text import labels
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.people import NOT_ALLOWED

SENTENCES: dict[type[MrdbError], str] = {
    EditConflict: "Iemand anders sloeg deze actie intussen op. Er is niets overschreven: bekijk beide versies en kies.",
    InOpenMoment: "Hiervoor is een opvolgingsmoment open. Sluit dat eerst, of verwijder het als het leeg is.",
    NotThere: (
        "Dit staat er niet meer: iemand heeft het intussen verwijderd of opgeborgen. "
        "Wat opgeborgen is, staat onderaan Aanbevelingen."
    ),
    PlaceTaken: (
        "Dit kan niet terug: intussen staat er een actie met hetzelfde nummer, of hetzelfde document. "
        "Berg dat eerst op."
    ),
    MomentClosed: "Dit opvolgingsmoment is gesloten en ligt vast. Open een nieuw opvolgingsmoment om verder te gaan.",
    MomentAlreadyOpen: "Er is al een opvolgingsmoment open. Sluit dat eerst, of werk erin verder.",
    PreparedTooLate: (
        "Intussen is er een opvolgingsmoment open. Wat je typte, staat nog in het formulier: sla het daar op."
    ),
    MomentNotEmpty: "In dit opvolgingsmoment is al iets genoteerd. Alleen een leeg opvolgingsmoment kan weg.",
    MomentNotForAction: "Dit opvolgingsmoment gaat over een andere managementrespons. Kies een ander.",
    MomentNotLast: "Er is al een later opvolgingsmoment. Alleen het laatste kan heropend worden.",
    MomentStillOpen: (
        "Dit opvolgingsmoment is nog open. Sluit het eerst: dan kan de beslissingenlijst vastgesteld worden."
    ),
    OnlyLooking: "Je kijkt als iemand anders, en dan kun je alleen kijken. Er is niets gewijzigd.",
    NotLetIn: "Je hebt hier geen toegang meer. Er is niets gewijzigd.",
    LastSecretary: "Dit is de enige secretaris. Maak eerst iemand anders secretaris.",
    NotAsItWas: "Dit is intussen opnieuw gewijzigd. Er is niets overschreven: hieronder staat de nieuwste versie.",
    NotAllowed: NOT_ALLOWED,
    MinutesFixed: "Deze beslissingenlijst is al vastgesteld en ligt vast. Herlaad de pagina om ze te lezen.",
    MinutesEmpty: "De beslissingenlijst is leeg. Vul de tekst in of ga terug naar de voorgestelde zinnen.",
    UnusableCharacter: (
        "In een tekst staat een onzichtbaar teken (NUL) dat geen databank bewaart. Er is niets gewijzigd. Typ de tekst "
        "opnieuw, of haal het teken uit het bestand."
    ),
    StorageFailed: (
        "De databank antwoordt niet of kan niet schrijven. Er is niets opgeslagen, en wat je typte staat er nog. "
        "Probeer zo meteen opnieuw; is de schijf vol, maak dan eerst plaats."
    ),
}
"""Of those that need no more than their name."""
SETTINGS = {
    "MRDB_TODAY": "een datum ziet eruit als 2026-11-23",
    "MRDB_BACKUP_DAYS": "een aantal dagen ziet eruit als 8",
    "MRDB_PUBLIC_URL": "een adres ziet eruit als https://opvolging.example.org",
    "MRDB_HOSTS": "namen zien eruit als opvolging.example.org intranet, zonder https:// en zonder poort",
    "MRDB_SMTP_HOST": "een mailserver heet zoals smtp.example.org",
    "MRDB_SMTP_PORT": "een poort is een getal zoals 587",
    "MRDB_SMTP_FROM": "een afzender ziet eruit als Opvolging <opvolging@example.org>",
    "STREAMLIT_SERVER_ALLOWED_HOSTS": "laat die instelling weg en zet de namen in MRDB_HOSTS, met een spatie ertussen",
}


def sentence(error: MrdbError) -> str:
    match error:
        case UnreadableUpload(name=name, fault=fault, seen=seen):
            return f"{name}: {labels.FILE_FAULT[fault]}" + (f" {_found(seen)}" if seen else "")
        case IncompleteEdit(lacks=lacks):
            return " ".join(labels.LACK[lack] for lack in lacks)
        case NoOpenMoment(subject=subject):
            return f"Er is geen opvolgingsmoment open voor ‘{subject}’. Open er eerst een."
        case BrokenCorrections(path=path, entry=entry):
            return f"{path.name}: het bestand met de correcties kan niet gelezen worden bij ‘{entry}’."
        case MomentTooEarly(earlier=earlier):
            return f"Er is al een opvolgingsmoment van {short_date(earlier)}. Kies een datum die niet vroeger valt."
        case MomentTooLate(later=later):
            return f"Er is al een opvolgingsmoment van {short_date(later)}. Kies een datum die niet later valt."
        case MomentTooFar(day=day, meant=meant):
            return f"{short_date(day)} ligt meer dan een jaar vooruit. Bedoel je {short_date(meant)}?"
        case DatabaseUnusable(place=place, fault=database_fault):
            return f"{place}: {labels.DATABASE_FAULT[database_fault]}"
        case PersonKnown(email=email):
            return f"{email} staat al in de lijst."
        case StillLetIn(name=name):
            return f"{name} mag hier nog binnen. Trek eerst bij Personen de toegang in: anders komt de naam terug."
        case UnderReview(files=files):
            return (
                f"Er wordt nog een document nagekeken ({listed(files)}), en daarin kan de naam staan. Sla het op of "
                "gooi het weg bij Nieuwe managementrespons, en probeer dan opnieuw."
            )
        case BadSetting(name=name, found=found):
            return f"De instelling {name} kan niet „{found}” zijn: {SETTINGS[name]}."
    return SENTENCES.get(type(error), str(error))


def _found(seen: Seen) -> str:
    """What was looked for and what stood there instead."""
    there = []
    if seen.tables:
        titles = f" (bovenaan {_quoted(seen.titles)})" if seen.titles else ""
        there.append(f"{count_of(seen.tables, 'tabel', 'tabellen')}{titles}")
    if seen.headings:
        there.append(f"koppen zoals {_quoted(seen.headings)}")
    return (
        f"We zochten koppen zoals ‘Aanbeveling 1’, of een tabel met aanbevelingen en acties. We vonden "
        f"{listed(there) or 'lopende tekst, zonder koppen of tabellen'}."
    )


def _quoted(words: Sequence[str]) -> str:
    return listed([f"‘{one}’" for one in words])
