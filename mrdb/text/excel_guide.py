"""The reading guide inside the Excel overview: what the sheets hold, what may be filled in, what the colours mean."""

from datetime import date

from mrdb.domain.response import ManagementResponse
from mrdb.text import excel, nl
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.statuses import STATUSES

MADE_FROM = "Waaruit dit bestand gemaakt is"
SHEETS = "Wat er op elk blad staat"
TO_FILL_IN = "Wat je kunt invullen"
COLOURS = "Wat de kleuren betekenen"

CONTENT = "Inhoud"
ADDRESS = "Programma"
JOURNAL = "Bijgewerkt tot"
INTERNAL = "Interne opmerkingen"
INTERNAL_IN = "Staan in dit bestand. Hou het binnenshuis."
INTERNAL_OUT = "Staan niet in dit bestand."

ABOUT_SHEET = {
    excel.SUMMARY_SHEET: "Hoeveel acties waar staan, welke te laat zijn en welke binnenkort klaar moeten zijn.",
    excel.SHEET: "Elke actie op één rij, met haar laatste stand van zaken. Een klik op het nummer leidt naar het "
    "antwoord van het management, rechts leidt een klik naar de mijlpalen.",
    excel.RECOMMENDATIONS_SHEET: "Elke aanbeveling van de evaluatie, met het antwoord van het management.",
    excel.MILESTONES_SHEET: "Elke mijlpaal uit de kalender van de acties, met de termijn die nu geldt.",
    excel.AGREEMENTS_SHEET: "Wie wat doet tegen wanneer: eerst wat nog open staat, dan wat gedaan is.",
    excel.HISTORY_SHEET: "Elke stand van zaken van elk opvolgingsmoment. Een latere wist nooit een vroegere.",
}
FILL_IN_LOOK = "Geel"
FILL_IN = "Alleen gele cellen kun je invullen. De rest is vergrendeld, zodat niets per ongeluk verandert."
HOW = {
    "Iets nieuws": (
        "De gele rijen onder de tabel op Overzicht zijn voor nieuwe acties, die onder Mijlpalen voor nieuwe mijlpalen. "
        "Een nieuwe actie krijgt haar termijnen in de kolom Kalender, in woorden: dec 2027, najaar 2027, doorlopend."
    ),
    "Spelregels": (
        "In de kolom Stvz (stand van zaken) kies je een status. "
        + " ".join(words.wants for words in STATUSES.values() if words.wants)
        + " Een leeggemaakt commentaar wist niets: wat er stond, blijft staan. "
        "Wie een termijn verschuift, zegt in de kolom ernaast waarom."
    ),
    "Terugbezorgen": (
        "Sla het bestand op als .xlsx en bezorg het terug. De verborgen kolom ‘Sleutel’ zegt bij welke actie een rij "
        "hoort: laat ze zoals ze is. Filteren kan altijd."
    ),
    "Beveiliging": "Er is geen wachtwoord. Sorteren kan na Controleren > Beveiliging blad opheffen.",
}
NO_REPORT = "(leeg)"


def about_late(day: date) -> str:
    return f"De termijn lag vóór {short_date(day)} en de actie of de mijlpaal is nog niet klaar."


def fields_of(sheet: str, headings: list[str]) -> tuple[str, str]:
    return f"Op {sheet}", listed(headings)


def document_words(response: ManagementResponse) -> str:
    """``Management response m.b.t. …, 13 okt 2025``"""
    return f"{response.subject.strip() or nl.RESPONSE}, {short_date(response.date)}"


def counted(actions: int, recommendations: int, milestones: int, reports: int) -> str:
    """``15 acties bij 8 aanbevelingen, 22 mijlpalen en 5 standen van zaken``"""
    said = count_of(reports, "stand van zaken", "standen van zaken")
    about = f"{nl.actions(actions)} bij {nl.recommendations(recommendations)}"
    return f"{about}, {excel.milestones(milestones)} en {said}"
