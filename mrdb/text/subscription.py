"""The words around an agenda that keeps itself up to date."""

from mrdb.domain.days import day_of
from mrdb.domain.keys import Key, KeyKind
from mrdb.text.dates import short_date

TITLE = "Een agenda die zichzelf bijwerkt"
WHY = (
    "Met een eigen adres volgt Outlook, Google Agenda of Thunderbird de deadlines vanzelf: wat verschuift, verschuift "
    "daar mee. Zoek in je agenda naar ‘abonneren’ of ‘agenda toevoegen via URL’ en plak het adres daar. Het werkt "
    "zolang je hier binnen mag."
)
WHOSE = "Welke deadlines?"
EVERYTHING, OWN = "Alles", "Waarvoor ik insta"
MAKE = "Maak een adres"
MADE = "Je adres is gemaakt."
COPY_NOW = "Kopieer dit adres nu: het wordt maar één keer getoond. Wie het heeft, leest je agenda mee."
REVOKE = "Trek het adres in"
REVOKED = "Het adres werkt niet meer."


def whose(kind: KeyKind, about: str) -> str:
    return OWN if kind == KeyKind.OWN_CALENDAR else about or EVERYTHING


def following(key: Key) -> str:
    """``Je adres volgt alle deadlines, sinds 23 nov 2026; laatst opgehaald op 28 nov 2026.``"""
    if key.kind == KeyKind.OWN_CALENDAR:
        followed = "de deadlines van alles waarvoor je instaat"
    else:
        followed = f"de deadlines van {key.about}" if key.about else "alle deadlines"
    since = short_date(day_of(key.made_at))
    return f"Je adres volgt {followed}, sinds {since}; {last_read(key)}."


def last_read(key: Key) -> str:
    return f"laatst opgehaald op {short_date(key.read_on)}" if key.read_on else "nog niet opgehaald"
