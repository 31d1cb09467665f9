"""The words of the Excel overview; those of its reading guide stand in ``excel_guide``."""

from datetime import date
from textwrap import shorten

from mrdb.text.counting import count_of
from mrdb.text.dates import long_date
from mrdb.text.statuses import any_status

SUMMARY_SHEET = "Samenvatting"
SHEET = "Overzicht"
RECOMMENDATIONS_SHEET = "Aanbevelingen"
MILESTONES_SHEET = "Mijlpalen"
AGREEMENTS_SHEET = "Afspraken"
HISTORY_SHEET = "Historiek"
GUIDE_SHEET = "Leeswijzer"
TABLES = {
    SHEET: "Acties",
    RECOMMENDATIONS_SHEET: "TabelAanbevelingen",
    MILESTONES_SHEET: "TabelMijlpalen",
    AGREEMENTS_SHEET: "TabelAfspraken",
    HISTORY_SHEET: "StandenVanZaken",
}
"""What Excel calls the table on each sheet, in its list of names."""

PAGE = "Blad {page} van {pages}"
INTERNAL_FILE = "INTERN – niet verspreiden"
_LONGEST_SUBJECT = 130
"""A page header holds 255 characters in all."""

KEY = "Sleutel"
DUE = "Termijn"
FIRST_DUE = "Eerste termijn"
DUE_NOTES = "Wat er met de termijn gebeurde"
LINK = "Programma"
RECOMMENDATION_TEXT = "Wat de evaluatie aanbeveelt"
ACCEPTANCE = "Aanvaard?"
ACTIONS = "Acties"
REALISED = "Gerealiseerd?"
MOMENT_DATE = "Datum"
AUTHOR = "Ingevuld door"
SAID_ON = "Ingevuld op"
AGREED = "Wat er afgesproken is"
DONE = "Gedaan"

OPEN = "Openen"
NO_RECOMMENDATIONS = "Er zijn geen aanbevelingen."
NO_MILESTONES = "Deze acties hebben geen mijlpalen."
NO_ACTIONS = "Er zijn geen acties."
NO_AGREEMENTS = "Er zijn nog geen afspraken gemaakt."
NO_REPORTS = "Over deze acties is nog niets gerapporteerd."

NEW_ACTION = (
    "Nieuwe actie",
    "Vul ze hier in, elke actie op een eigen rij, met een nummer, de aanbeveling en de actie zelf.",
)
NEW_MILESTONE = (
    "Nieuwe mijlpaal",
    "Vul ze hier in, elke mijlpaal op een eigen rij, met het nummer van de actie en een naam.",
)

ERROR_TITLE = "Dit kan hier niet"
CHOOSE_STATUS = f"Kies {any_status()}."
TYPE_DATE = "Typ een datum zoals 31/12/2026."
TYPE_NEW_DATE = "Typ een datum die nog komt, zoals 31/12/2027."


def situation_on(day: date) -> str:
    return f"Stand op {long_date(day)}"


def milestones(count: int) -> str:
    return count_of(count, "mijlpaal", "mijlpalen")


def sequel(title: str) -> str:
    return f"{title} (vervolg)"


def late_mark(icon: str) -> str:
    return f"{icon} = termijn verstreken"


def header_subject(subject: str) -> str:
    """The subject as a page header can hold it: an ampersand is doubled, because alone it begins a code."""
    for length in (_LONGEST_SUBJECT, _LONGEST_SUBJECT // 2):
        escaped = shorten(subject, length, placeholder=" …").replace("&", "&&")
        if len(escaped) <= _LONGEST_SUBJECT:
            break
    return escaped


def cut_short(length: int) -> str:
    """The end of a text that Excel cannot hold whole; ``length`` counts its characters."""
    return f" … [ingekort: de volledige tekst telt {f'{length:,}'.replace(',', '.')} tekens en staat in het programma]"
