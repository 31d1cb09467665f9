"""The words of the Excel overview."""

from mrdb.domain.status import Status
from mrdb.text.labels import STATUS as STATUS_LABELS

SHEET = "Overzicht"
TITLE = "Opvolging managementrespons"
SITUATION_ON = "Stand op {day}"
PAGE = "Blad {page} van {pages}"

NUMBER = "Nr"
DOCUMENT = "Managementrespons"
RECOMMENDATION = "Aanbeveling"
ACTION = "Actie"
CALENDAR = "Kalender"
DUE = "Termijn"
RESPONSIBLE = "Verantwoordelijke(n)"
STATUS = "Stvz"
COMMENT = "Commentaar"
INTERNAL = "Interne opmerking"

STYLE_HEADING = "Overzicht kop"
STYLE_TEXT = "Overzicht tekst"
STYLE_DUE = "Overzicht termijn"
STYLE_LATE = "Overzicht te laat"


def status_style(status: Status) -> str:
    return f"{SHEET} {STATUS_LABELS[status].lower()}"


def late_mark(icon: str) -> str:
    return f"{icon} = termijn verstreken"


def cut_short(length: int) -> str:
    """The end of a text that Excel cannot hold whole; ``length`` counts its characters."""
    return f" … [ingekort: de volledige tekst telt {f'{length:,}'.replace(',', '.')} tekens en staat in het programma]"
