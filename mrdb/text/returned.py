"""The words of Uitwisselen: overviews that come back filled in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from mrdb.domain.draft import DraftMilestone
from mrdb.domain.facts import Subject
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.response import Action, Moment, Recommendation
from mrdb.domain.returned import (
    CellPlan,
    NewAction,
    Note,
    Place,
    Problem,
    ReturnPlan,
    RowKind,
    RowPlan,
    Value,
    Why,
    Work,
)
from mrdb.domain.status import Status
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.labels import HEADING, LACK_IN_FILE, STATUS, WHY, status_label
from mrdb.text.nl import actions, moment_name, shortened
from mrdb.text.periods import period_phrase
from mrdb.text.prepared import prepared_by

TITLE = "Uitwisselen"
SEND = "Bezorg het overzicht"
SEND_WHY = (
    "Eén Excel om te lezen, af te drukken of in te vullen: met alle acties, of alleen die van één verantwoordelijke. "
    "In de kolom Stvz komt de stand van zaken."
)
FOR_WHOM = "Van wie?"
EVERYBODY = "Iedereen"
TAKE_IN = "Lees in wat terugkomt"
UPLOAD = "Ingevulde overzichten (Excel) of een eigen lijst (Excel of CSV)"
UPLOAD_HELP = (
    "Ingevulde overzichten, ook meerdere tegelijk, of een eigen lijst (.xlsx of .csv). "
    "Er wijzigt niets voor je alles gezien en bevestigd hebt."
)
READ_DOCUMENT = "Lees een document in"
NEW_DOCUMENT_WHY = "Lees een document in (Word, PDF, Excel …), of een nieuwe versie van een document dat er al is."
READING = "De bestanden worden gelezen …"
NO_MOMENT = "Er is nu geen opvolgingsmoment open. Open er eerst een: daarin komt wat je inleest."
NOTHING_READ = "Er staan geen acties in"
MEANWHILE = "Intussen is er iets gewijzigd in de databank. Dit is wat de bestanden nu zouden wijzigen: kijk opnieuw."
NOT_READ = "Dit wordt niet ingelezen"
ONLY_NOTES = "In de cellen zelf is niets gewijzigd."
NOTHING = "Er is niets gewijzigd in deze bestanden. Er valt niets te verwerken."
CONFLICTS_WHY = (
    "Hier is sinds de export iets gewijzigd, spreken twee bestanden elkaar tegen, of staat de rij op naam van iets "
    "anders. Kies wat blijft."
)
PARTS = "Toon"
KEEP_ALL = "Houd overal wat er nu staat"
TAKE_ALL = "Neem overal wat in het bestand staat"
KEEP = "Houd wat er nu staat"
NEW = "Dit komt erbij"
IS_ADDED = "Nieuw"
CHANGES = "Dit wijzigt"
LEAVE_OUT = "Laat deze rijen weg en verwerk de andere"
FIRST_MEND = "Verbeter eerst de fouten in het bestand en kies het opnieuw, of laat deze rijen weg."
WHERE, FOUND, WHAT = "Waar", "Wat er staat", "Wat te doen"
ACTION, COLUMN, BEFORE, AFTER = "Actie", "Kolom", "Nu", "Wordt"
PRESENT = "Nu in de databank"
EXPORTED = "Bij de export stond er"
CHOOSE_ON_SCREEN = "kies op het scherm wat blijft"
FIRST_CHOOSE = "Wat je koos, is nog niet volledig. Kies hierboven ook wat erbij hoort."
APPLYING = "De wijzigingen worden verwerkt …"
NOTES = "Notities bij cellen"
NOTES_WHY = (
    "Een notitie bij een cel wordt niet vanzelf ingelezen. Vink aan wat onder het commentaar van de actie mag komen."
)
TAKE_NOTE = "Zet dit onder het commentaar"
SIGNED = "Van"
NOTE = "Notitie"
EMPTY = "leeg"
_LONGEST_FOUND = 120
ROWS = {
    RowKind.CHANGED: "gewijzigd",
    RowKind.CONFLICT: "te kiezen",
    RowKind.ERROR: "met een fout",
    RowKind.UNCHANGED: "ongewijzigd",
}


def counts(plan: ReturnPlan) -> str:
    """``15 acties gelezen: 3 gewijzigd, 1 te kiezen, 11 ongewijzigd. 2 nieuwe acties.``"""
    numbers = {kind: len(plan.of(kind)) for kind in RowKind}
    parts = [f"{numbers[kind]} {word}" for kind, word in ROWS.items() if numbers[kind]]
    told = f"{actions(sum(numbers.values()))} gelezen: {', '.join(parts)}" if parts else ""
    new = _added(len(plan.new_actions), len(plan.new_milestones))
    return ". ".join(filter(None, (told, new))) or NOTHING_READ


def with_count(name: str, n: int) -> str:
    """``Directeur beleid (4 acties)``"""
    return f"{name} ({actions(n)})"


def problems(n: int) -> str:
    return count_of(n, "fout", "fouten")


def conflicts(n: int) -> str:
    return count_of(n, "keuze te maken", "keuzes te maken")


def span(first: int, last: int) -> str:
    return f"{first}–{last}"


def own_names(names: Sequence[str]) -> list[str]:
    """The names of files that somebody handed in together; of equal ones the later get a number."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def take(file: str) -> str:
    return f"Neem {file}"


def new_action(new: NewAction) -> str:
    """``Een nota opstellen (bij aanbeveling 5; Directeur beleid; 31 dec 2026; Lopende)``"""
    action = new.action
    days = [milestone_words(milestone) for milestone in action.milestones]
    status = STATUS[action.status] if action.status else ""
    beside = [f"bij aanbeveling {new.recommendation.number}", action.responsible, *days, status, action.comment]
    return f"{action.text} ({'; '.join(filter(None, beside))})"


def late_rows(n: int) -> str:
    whose = "1 rij komt" if n == 1 else f"{n} rijen komen"
    return (
        f"{whose} uit een overzicht van een opvolgingsmoment dat intussen gesloten is. Wat je verwerkt, telt voor het "
        "opvolgingsmoment dat nu open is. Kijk ze hieronder na."
    )


def late(row: RowPlan) -> str:
    """From which moment a late answer is, and where the action stands by now; "" for any other."""
    if row.late is None:
        return ""
    stands = " – ".join(filter(None, (status_label(current_status(row.action)), shortened(last_comment(row.action)))))
    return f"{_late(row.late).lstrip()} Nu: {stands}"


def gives_way(row: RowPlan) -> str:
    """What was prepared for the open moment, where the file says something else in its place; "" for any other."""
    one = row.action.prepared
    if one is None or not any(cell.fact.subject == Subject.REPORT for cell in row.cells):
        return ""
    said = " – ".join(filter(None, (STATUS[one.status], shortened(one.comment))))
    return f"{prepared_by(one)}: {said} Wat je verwerkt, komt daarvoor in de plaats."


def _late(moment: Moment | None) -> str:
    if moment is None:
        return ""
    return f" Ingevuld voor het opvolgingsmoment van {moment_name(moment)}, dat intussen gesloten is."


def of_other(cell: CellPlan) -> str:
    """Beside which action a comment stood when the file was made; "" for any other."""
    number = next((option.of_other for option in cell.options if option.of_other), "")
    return f"Dit commentaar stond bij de export bij {number}. Is alleen die kolom gesorteerd?" if number else ""


def note_line(note: Note) -> str:
    """``van Bert.xlsx, blad Overzicht, cel H12: Notitie van Bert: Klopt dit?``"""
    return f"{place_words(note.place)}: {_note(note)}: {note.text}"


def note_title(action: Action, note: Note) -> str:
    """``7.1 Realisatie van de MEAL hervorming – Notitie van Bert``"""
    return f"{action.number} {shortened(action.text)} – {_note(note)}"


def _note(note: Note) -> str:
    return f"{NOTE} van {note.author}" if note.author else NOTE


def added(plan: ReturnPlan) -> Iterator[tuple[str, Recommendation, str, Place]]:
    """All that is new: the number of its action, under which recommendation, what it is and where it was typed."""
    for new in plan.new_actions:
        yield new.action.number, new.recommendation, f"{new_action(new)}{_late(new.late)}", new.place
    for step in plan.new_milestones:
        said = f"Mijlpaal: {milestone_words(step.milestone)}{_late(step.late)}"
        yield step.action.number, step.action.recommendation, said, step.place


def milestone_words(milestone: DraftMilestone) -> str:
    """``Ontwerp: 31 dec 2026``"""
    when = period_phrase(milestone.period)
    return f"{milestone.label}: {when}" if milestone.label else when


def plan_lines(plan: ReturnPlan) -> Iterator[str]:
    """One line for every cell that would change or clashes, and for all that is new."""
    for row in plan.rows:
        if row.late:
            yield f"{row.action.number} {late(row)}"
        for cell in row.cells:
            name = f"{row.action.number} {field_words(row.action, cell)}: {value_words(cell.present)}"
            offered = [f"{value_words(option.value)} ({place_words(option.place)})" for option in cell.options]
            clash = f" – {EXPORTED}: {value_words(cell.exported)}; {CHOOSE_ON_SCREEN}" if cell.is_conflict else ""
            yield f"{name} → {' | '.join(offered)}{clash} {of_other(cell)}".rstrip()
    for number, _, said, _ in added(plan):
        yield f"{number} {IS_ADDED}: {said}"


def problem_line(problem: Problem) -> str:
    return f"{place_words(problem.place)}: {found_words(problem)}: {what_to_do(problem)}"


def found_words(problem: Problem) -> str:
    """What stands in the cell, as much as one needs to know it again."""
    found = value_words(problem.found)
    return found if len(found) <= _LONGEST_FOUND else f"{found[:_LONGEST_FOUND]} …"


def apply(work: Work) -> str:
    return f"Verwerk {_amount(work)}"


def applied(work: Work) -> str:
    return f"Verwerkt: {_amount(work)}."


def _amount(work: Work) -> str:
    """``wijzigingen in 3 acties, 2 nieuwe acties en 1 nieuwe mijlpaal``"""
    parts = [f"de wijzigingen in {actions(len(work.edits))}"] if work.edits else []
    new = _added(len(work.new_actions), len(work.new_milestones))
    return listed([*parts, *([new] if new else [])])


def _added(new_actions: int, new_milestones: int) -> str:
    actions_said = [count_of(new_actions, "nieuwe actie", "nieuwe acties")] if new_actions else []
    milestones_said = [count_of(new_milestones, "nieuwe mijlpaal", "nieuwe mijlpalen")] if new_milestones else []
    return listed([*actions_said, *milestones_said])


def place_words(place: Place) -> str:
    """``mijn acties.xlsx, blad Overzicht, cel F12``; a ``.csv`` has no sheets."""
    return f"{place.file}, blad {place.sheet}, cel {place.cell}" if place.sheet else f"{place.file}, cel {place.cell}"


def what_to_do(problem: Problem) -> str:
    return WHY[problem.why] if isinstance(problem.why, Why) else LACK_IN_FILE[problem.why]


def value_words(value: Value) -> str:
    if isinstance(value, Status):
        return STATUS[value]
    if isinstance(value, date):
        return short_date(value)
    return value or EMPTY


def cell_title(action: Action, cell: CellPlan) -> str:
    """``7.1 Realisatie van de MEAL hervorming – Commentaar``"""
    return f"{action.number} {action.text} – {field_words(action, cell)}"


def field_words(action: Action, cell: CellPlan) -> str:
    """The column, with the milestone it belongs to: ``Nieuwe termijn: Ontwerp``."""
    label = next((one.label for one in action.milestones if one.id == cell.milestone_id), "")
    return f"{HEADING[cell.fact]}: {shortened(label)}" if label else HEADING[cell.fact]
