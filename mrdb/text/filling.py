"""The words of Uitwisselen: overviews that come back filled in."""

from datetime import date

from mrdb.domain.filled import CellPlan, Problem, RowKind, Value
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.text.dates import short_date
from mrdb.text.labels import FIELD, STATUS, WHY
from mrdb.text.nl import actions

TITLE = "Uitwisselen"
UPLOAD = "Ingevulde overzichten (Excel)"
UPLOAD_HELP = (
    "Kies één of meer overzichten (.xlsx) die ingevuld terugkwamen. Er wijzigt niets voor je alles gezien en bevestigd "
    "hebt."
)
READING = "De bestanden worden gelezen …"
NO_MOMENT = "Er is nu geen opvolgingsmoment open. Open er eerst een: daarin komt wat je inleest."
NOTHING = "Er is niets gewijzigd in deze bestanden. Er valt niets te verwerken."
PROBLEMS = "Dit kan niet gelezen worden"
CONFLICTS = "Kies wat blijft"
CONFLICTS_WHY = "Hier is sinds de export iets gewijzigd, of twee bestanden spreken elkaar tegen."
CHANGES = "Dit wijzigt"
LEAVE_OUT = "Laat deze rijen weg en verwerk de andere"
FIRST_MEND = "Verbeter eerst de fouten in het bestand en kies het opnieuw, of laat deze rijen weg."
WHERE, FOUND, WHAT = "Waar", "Wat er staat", "Wat te doen"
ACTION, COLUMN, BEFORE, AFTER, FILE = "Actie", "Kolom", "Nu", "Wordt", "Bestand"
PRESENT = "Nu in de databank"
EXPORTED = "Bij de export stond er"
EMPTY = "leeg"
ROWS = {
    RowKind.CHANGED: "gewijzigd",
    RowKind.CONFLICT: "te kiezen",
    RowKind.ERROR: "met een fout",
    RowKind.UNCHANGED: "ongewijzigd",
}


def counts(numbers: dict[RowKind, int]) -> str:
    """``15 acties gelezen: 3 gewijzigd, 1 te kiezen, 11 ongewijzigd``"""
    parts = [f"{numbers[kind]} {word}" for kind, word in ROWS.items() if numbers[kind]]
    return f"{actions(sum(numbers.values()))} gelezen: {', '.join(parts)}"


def apply(n: int) -> str:
    return f"Verwerk de wijzigingen in {actions(n)}"


def applied(n: int) -> str:
    return f"{actions(n)} bijgewerkt."


def place(problem: Problem) -> str:
    """``mijn acties.xlsx, blad Overzicht, cel F12``"""
    where = problem.place
    return f"{where.file}, blad {where.sheet}, cel {where.cell}"


def what_to_do(problem: Problem) -> str:
    return WHY[problem.why]


def value_words(value: Value) -> str:
    if isinstance(value, Status):
        return STATUS[value]
    if isinstance(value, date):
        return short_date(value)
    return value or EMPTY


def cell_title(action: Action, cell: CellPlan) -> str:
    """``7.1 Realisatie van de MEAL hervorming – Commentaar``"""
    return f"{action.number} {action.text} – {FIELD[cell.field]}"
