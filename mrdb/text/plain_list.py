"""The words for somebody's own list: what its columns hold, how its words are meant, where it goes."""

from mrdb.text.nl import actions

COLUMNS = "Wat staat er in elke kolom?"
NOT_READ = "niet inlezen"
NO_STATUS = "nog geen status"
CHOOSE = "kies …"
STATUSES = "Welke status is dit?"
DATES = "Hoe lees je deze datums?"
DAY_FIRST, MONTH_FIRST = "eerst de dag", "eerst de maand"
TARGET = "Waar hoort deze lijst bij?"
NEW = "Een nieuwe managementrespons"
SUBJECT = "Onderwerp"
SUBJECT_HINT = "Managementrespons bij de evaluatie van …"
DAY = "Datum van het document"
AGREE = "Ja, zo klopt het"
TO_REVIEW = "Naar de nieuwe managementrespons"
NO_TEXT_COLUMN = "Kies eerst bij één kolom ‘Actie’: zo weten we waar de acties staan."
FIRST_COLUMNS = "Hierboven is er nog een kolom te kiezen. Daarna kun je verder."
SUBJECT_AND_DAY = "Vul eerst het onderwerp en de datum in."
CALENDAR_ONLY_NEW = (
    "Staat een actie al in de databank? Dan nemen we alleen de verantwoordelijke, de status en het commentaar over. "
    "Een lege cel in de lijst wist niets."
)


def found(name: str, rows: int) -> str:
    return f"{name} is een eigen lijst met {actions(rows)}. Kijk na of we ze goed begrijpen."


def examples(words: list[str]) -> str:
    return " · ".join(f"‘{word}’" for word in words)


def which_day(example: str) -> str:
    return f"Bijvoorbeeld {example}: staat de dag eerst, of de maand?"


def one_column_only(field: str, columns: int) -> str:
    """``Twee kolommen zijn Commentaar. Kies er een.``"""
    many = "Twee" if columns == 2 else columns
    return f"{many} kolommen zijn {field}. Kies er een, en zet de rest op ‘{NOT_READ}’."
