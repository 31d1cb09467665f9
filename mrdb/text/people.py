"""What is said to who signs in, and of the people who may come in."""

from datetime import datetime
from html import escape

from mrdb.domain.keys import KeyKind
from mrdb.domain.people import Answering, Person, Role, Visit
from mrdb.text.dates import short_date, short_time

WELCOME = "Opvolging van managementresponsen"
SIGN_IN = "Meld je aan"
SIGN_IN_WHY = "Meld je aan met het account van je organisatie."
SIGN_OUT = "Meld je af"
NOT_LET_IN = "Je hebt hier nog geen toegang, of niet meer. De secretaris van de opvolging kan je binnenlaten."
SIGN_IN_FAILED = (
    "Het aanmelden lukt nu niet: de aanmeldingsdienst van je organisatie is niet te bereiken, of hier niet goed "
    "ingesteld. Probeer het straks opnieuw. Blijft het zo, zeg het dan aan wie het programma beheert: in het log van "
    "de server staat wat er misging."
)
NOT_CONFIGURED = (
    "In deze databank melden mensen zich aan, maar op deze server is het aanmelden niet ingesteld. Zet het bestand "
    "secrets.toml terug op zijn plaats en start het programma opnieuw."
)
PART, PEOPLE, PROGRAMS, VISITS = "Onderdeel", "Personen", "Andere programma’s", "Wie kwam binnen?"
"""The parts of Beheer, beside the backup and the reminders."""
TITLE = "Wie mag hier binnen?"
NAME, EMAIL, ROLE_OF, LAST_SEEN, NEVER = "Naam", "E-mailadres", "Rol", "Laatst gezien", "nog niet"
ADD, ADDED = "Voeg toe", "Toegevoegd. Wie zich met dit adres aanmeldt, is binnen."
ADD_TITLE = "Iemand toevoegen"
NO_EMAIL = "Vul een e-mailadres in."
CHANGE = "Wijzigen"
WHO = "Wie?"
VIEW_TITLE, VIEW_WHO, VIEW = "Bekijken als iemand anders", "Als wie?", "Bekijk"
VIEW_WHY = (
    "Je ziet dezelfde pagina’s en knoppen als die persoon. Je kunt alleen kijken, en bij ‘Wie kwam binnen?’ staat dat "
    "je keek."
)
NO_LONGER_VIEWED = "Je kijkt niet meer als iemand anders: één van jullie heeft daarvoor geen toegang meer."
CHANGE_ROLE = "Geef deze rol"
WITHDRAW = "Trek de toegang in"
LET_IN = "Laat weer binnen"
WITHDRAWN_NOW = (
    "De toegang is ingetrokken. Bij de volgende klik is die persoon buiten, en met een adres of een sleutel van die "
    "persoon leest niemand nog mee."
)
ROLE_CHANGED = "De rol is gewijzigd."
LET_IN_NOW = "Die persoon mag weer binnen."
LOG_FILE = "wie-kwam-binnen.xlsx"
LOG_WHY = "Aanmeldingen, weigeringen en wijzigingen van het laatste jaar."
DOWNLOAD_LOG = "Download als Excel"
AT, WHAT, ABOUT = "Wanneer", "Wat", "Waarover"
WITHDRAWN = "toegang ingetrokken"
ROLE = {
    Role.SECRETARY: "secretaris",
    Role.DIRECTOR: "directeur of verantwoordelijke",
    Role.STEERING: "stuurgroep",
    Role.READER: "lezer",
}
NOT_ALLOWED = "Met jouw rol kan dat niet. Vraag het aan de secretaris van de opvolging. Er is niets gewijzigd."
NOT_FOR_HERE = "Deze pagina is er voor de secretaris van de opvolging."
ANSWERING = "Wie staat waarvoor in?"
ANSWERING_WHY = (
    "Een directeur vult in bij de acties van de verantwoordelijken die je hier aan hem of haar koppelt. Koppel een "
    "stuurgroep aan haar documenten. Wie weggaat, geeft door: de laatste dag beëindigt het, en wat geweest is, blijft."
)
PERSON, ABOUT_WHAT, SINCE, UNTIL = "Persoon", "Verantwoordelijke of document", "Van", "Tot en met"
LINK, LINKED = "Koppel", "Gekoppeld."
LINKED_ALREADY = "Daarvoor staat die persoon op die dag al in."
LINK_TITLE, END_TITLE = "Iemand laten instaan voor", "Beëindigen"
WHICH = "Wat loopt af?"
LAST_DAY = "Laatste dag"
END, ENDED = "Beëindig", "Beëindigd."
CHOOSE_BOTH = "Kies een persoon, waarvoor die instaat, en vanaf welke dag."
CHOOSE_LINK = "Kies wat afloopt, en de laatste dag."
KEY = {KeyKind.CALENDAR: "agenda", KeyKind.OWN_CALENDAR: "agenda", KeyKind.DATA: "gegevens"}
"""What a key opens, in the log."""
VISIT = {
    Visit.SIGNED_IN: "meldde zich aan",
    Visit.REFUSED: "kreeg geen toegang",
    Visit.ADDED: "voegde iemand toe",
    Visit.ROLE: "gaf een rol",
    Visit.WITHDRAWN: "trok een toegang in",
    Visit.LET_IN_AGAIN: "liet iemand weer binnen",
    Visit.ANSWERS: "liet iemand instaan voor",
    Visit.ANSWERED: "beëindigde wie instaat voor",
    Visit.DOWNLOADED: "nam een bestand mee",
    Visit.RESTORED: "zette een reservekopie terug",
    Visit.RENAMED: "verving een naam overal door een rol",
    Visit.KEY_MADE: "maakte een leessleutel",
    Visit.KEY_REVOKED: "trok een leessleutel in",
    Visit.VIEWED_AS: "bekeek het programma als",
}


def failed_page(first: str) -> str:
    """A page of its own, for where the program has none to show; ``first`` is the address of the first one."""
    return (
        f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>{WELCOME}</title>'
        '<body style="font: 1.2rem/1.5 sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">'
        f'<h1>{WELCOME}</h1><p>{SIGN_IN_FAILED}</p><p><a href="{escape(first)}">Probeer opnieuw</a></p>'
    )


def signed_in_as(name: str) -> str:
    return f"Aangemeld als {name}"


def viewed_as(person: Person) -> str:
    return f"Je bekijkt dit als {person.name}, {ROLE[person.role]}. Je kunt alleen kijken."


def stop_viewing(person: Person) -> str:
    return f"Stop met kijken als {person.name}"


def not_let_in(email: str) -> str:
    return f"Je bent aangemeld als {email}. {NOT_LET_IN}" if email else NOT_LET_IN


def called(person: Person) -> str:
    """``An Peeters · an@example.org``, where one chooses among people: two may bear one name."""
    return f"{person.name} · {person.email}" if person.email not in {"", person.name} else person.name


def role_of(person: Person) -> str:
    return f"{ROLE[person.role]} ({WITHDRAWN})" if person.is_withdrawn else ROLE[person.role]


def seen(at: datetime | None) -> str:
    return short_time(at) if at else NEVER


def since_until(one: Answering) -> tuple[str, str]:
    return short_date(one.first), short_date(one.last) if one.last else ""


def of_document(name: str) -> str:
    """How a whole document is told from a responsible, where one chooses between them."""
    return f"Document: {name}"


def why_not(role: Role) -> str:
    """Why somebody with this role may not report on an action."""
    match role:
        case Role.STEERING:
            return "Je vult in terwijl een opvolgingsmoment openstaat van een document van jouw stuurgroep."
        case Role.READER:
            return "Je leest mee. Invullen doet wie voor deze actie instaat."
        case _:
            return "Je vult in bij je eigen acties. Hoort deze daarbij? Vraag het aan de secretaris."
