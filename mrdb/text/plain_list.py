"""The words for somebody's own list: what its columns hold, how its words are meant, where it goes."""

from mrdb.text.nl import actions

TITLE = "Een eigen lijst"
COLUMNS = "Welke kolom is wat?"
NOT_READ = "niet inlezen"
NO_STATUS = "nog geen stvz"
CHOOSE = "kies …"
STATUSES = "Wat betekenen deze statussen?"
DATES = "Welke dag is bedoeld?"
DAY_FIRST, MONTH_FIRST = "eerst de dag", "eerst de maand"
TARGET = "Waar hoort deze lijst bij?"
NEW = "Een nieuwe managementrespons"
SUBJECT = "Onderwerp"
SUBJECT_HINT = "Managementrespons bij de evaluatie van …"
DAY = "Datum van het document"
AGREE = "Ja, zo klopt het"
TO_REVIEW = "Naar de nieuwe managementrespons"
NO_TEXT_COLUMN = "Zeg eerst in welke kolom de acties staan."
SUBJECT_AND_DAY = "Vul eerst het onderwerp en de datum in."
CALENDAR_ONLY_NEW = (
    "Van acties die er al zijn, komen alleen verantwoordelijke, status en commentaar uit de lijst. "
    "Een leeg vak in de lijst haalt niets weg."
)


def found(name: str, rows: int) -> str:
    return f"{name} is geen overzicht van dit programma, maar een lijst met {actions(rows)}. Klopt wat we erin zien?"


def examples(words: list[str]) -> str:
    return " · ".join(f"‘{word}’" for word in words)


def which_day(example: str) -> str:
    return f"{example}: staat de dag of de maand eerst?"
