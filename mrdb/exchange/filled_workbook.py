"""A workbook that came back: which cells were filled in otherwise than they were written, and what cannot be read.

Sheets and columns are found by their headings and rows by their key, so that it does not matter how people sorted,
filtered, hid, moved or added some. A row without a key is something new.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.filled import Filled, FilledCell, Place, Problem, TypedRow, Value, Why, present_value
from mrdb.domain.past import value_at
from mrdb.domain.response import Action, Change, Milestone
from mrdb.exchange.cell_values import is_same, read_cell
from mrdb.exchange.columns import MILESTONES, OVERVIEW
from mrdb.exchange.grid import Grid, GridRow, read_workbook
from mrdb.exchange.row_key import RowKey, check_of
from mrdb.exchange.typed_rows import TYPED, Sheet, read_typed
from mrdb.text import excel

_HEADINGS_WITHIN = 20
"""Rows: somebody may have put a title above the table."""
_FIELDS = {
    is_of_milestones: {column.heading: column.field for column in columns if column.field}
    for is_of_milestones, columns in ((False, OVERVIEW), (True, MILESTONES))
}
"""The headings of what people fill in: beside an action, and beside a milestone."""
_KNOWN = {excel.KEY, *_FIELDS[False], *_FIELDS[True], *TYPED[False], *TYPED[True]}


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    name: str
    actions: Mapping[int, Action]
    journal: Mapping[int, Sequence[Change]]
    cells: list[FilledCell] = field(default_factory=list)
    seen: set[RowKey] = field(default_factory=set)
    typed: list[TypedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)

    def problem(self, row: GridRow, column: int, why: Why, action_id: int | None = None) -> None:
        self.problems.append(Problem(row.place(column), row.word(column), why, action_id))


def read_filled(
    name: str,
    data: bytes,
    actions: Sequence[Action],
    journal: Mapping[int, Sequence[Change]],
    heard: Callable[[float], object] = lambda _: None,
) -> Filled:
    """Reads the bytes of an ``.xlsx`` called ``name``; ``journal`` holds the lines of each action, the newest first.

    ``heard`` is told how far each sheet is. Raises UnreadableUpload where the file cannot be read at all, or holds no
    overview of ours.
    """
    reading = _Reading(name, {action.id: action for action in actions}, journal)
    book = read_workbook(name, data, heard)
    sheets = [(grid, head) for grid in book if (head := headings_with(grid, excel.KEY)) is not None]
    if not sheets:
        raise UnreadableUpload(name, FileFault.NO_KEYS)
    for grid, head in sheets:
        _read_sheet(reading, grid, head)
    ids = frozenset(key.action_id for key in reading.seen)
    return Filled(tuple(reading.cells), ids, tuple(reading.typed), tuple(reading.problems), tuple(reading.unread))


def headings_with(grid: Grid, heading: str) -> GridRow | None:
    """The row of headings among which this one is; None for a sheet without."""
    top = grid.top(_HEADINGS_WITHIN)
    return next((row for row in top if heading in map(row.word, range(len(row.values)))), None)


def _read_sheet(reading: _Reading, grid: Grid, head: GridRow) -> None:
    rows = [row for row in grid.all() if row.number > head.number]
    about = _about(reading, head, rows)
    _find_double_columns(reading, about, head)
    missing: set[str] = set()
    for row in rows:
        if not row.word(about.places[excel.KEY]):
            _read_without_key(reading, about, row)
            continue
        key = _key(reading, about, row)
        if key is None:
            continue
        fields = _FIELDS[key.milestone_id is not None]
        for heading in fields.keys() - about.places.keys() - missing:
            missing.add(heading)
            place = Place(reading.name, grid.title, f"{head.number}:{head.number}")
            reading.problems.append(Problem(place, heading, Why.MISSING_COLUMN))
        for heading, of in fields.items():
            if heading in about.places:
                _read_value(reading, row, about.places[heading], key, of)
        _find_unread(reading, about, row, key)


def _about(reading: _Reading, head: GridRow, rows: Sequence[GridRow]) -> Sheet:
    places: dict[str, int] = {}
    for column in range(len(head.values)):
        places.setdefault(head.word(column), column)
    documents: dict[str, int] = {}
    ids: set[int] = set()
    for row in rows:
        key = RowKey.from_code(row.word(places[excel.KEY]))
        if key is not None and (action := reading.actions.get(key.action_id)) and key.check == check_of(action):
            ids.add(action.recommendation.response.id)
            if excel.DOCUMENT in places:
                documents[row.word(places[excel.DOCUMENT])] = action.recommendation.response.id
    known = {action.recommendation.response.id for action in reading.actions.values()}
    return Sheet(places, documents, frozenset(ids or known))


def _find_double_columns(reading: _Reading, sheet: Sheet, head: GridRow) -> None:
    for column in range(len(head.values)):
        if (word := head.word(column)) in _KNOWN and sheet.places[word] != column:
            reading.problem(head, column, Why.DOUBLE_COLUMN)


def _read_without_key(reading: _Reading, sheet: Sheet, row: GridRow) -> None:
    found = read_typed(sheet, row)
    if isinstance(found, TypedRow):
        reading.typed.append(found)
    elif found:
        reading.problems += found


def _key(reading: _Reading, sheet: Sheet, row: GridRow) -> RowKey | None:
    """The key of a row of ours; one that fits no action, or a second time the same, is a mistake."""
    column = sheet.places[excel.KEY]
    key = RowKey.from_code(row.word(column))
    action = reading.actions.get(key.action_id) if key else None
    if key is None or action is None or key.check != check_of(action) or not _has(action, key):
        reading.problem(row, column, Why.UNKNOWN_ROW)
        return None
    if key in reading.seen:
        reading.problem(row, column, Why.DOUBLE_ROW, action.id)
        return None
    reading.seen.add(key)
    return key


def _has(action: Action, key: RowKey) -> bool:
    return key.milestone_id is None or any(milestone.id == key.milestone_id for milestone in action.milestones)


def _read_value(reading: _Reading, row: GridRow, column: int, key: RowKey, of: Fact) -> None:
    action = reading.actions[key.action_id]
    milestone = next((m for m in action.milestones if m.id == key.milestone_id), None)
    filled = row.fault(column) or read_cell(of, row.value(column))
    if isinstance(filled, Why):
        reading.problem(row, column, filled, action.id)
        return
    written, exported = _written(reading, action, milestone, key, of)
    if is_same(of, filled, written):
        return
    if of == Fact.STATUS and is_same(of, filled, present_value(action, milestone, of)):
        return
    reading.cells.append(FilledCell(action.id, key.milestone_id, of, exported, filled, row.place(column)))


def _find_unread(reading: _Reading, sheet: Sheet, row: GridRow, key: RowKey) -> None:
    """What somebody changed in a text of the document, where it is only shown; not what changed here since."""
    action = reading.actions[key.action_id]
    milestone = next((m for m in action.milestones if m.id == key.milestone_id), None)
    shown = (
        {excel.MILESTONE: milestone.label}
        if milestone
        else {excel.ACTION: action.text, excel.CALENDAR: action.calendar}
    )
    since = (line.fact for line in reading.journal.get(action.id, ()) if line.id > key.journal_id)
    if not {Fact.ACTION_TEXT, Fact.CALENDAR}.isdisjoint(since):
        return
    for heading, text in shown.items():
        column = sheet.places.get(heading)
        if column is not None and not is_same(Fact.ACTION_TEXT, row.word(column) or None, text):
            reading.unread.append(Problem(row.place(column), row.word(column), Why.NOT_READ, action.id))


def _written(
    reading: _Reading, action: Action, milestone: Milestone | None, key: RowKey, of: Fact
) -> tuple[Value, Value]:
    """What stood in the cell when the file was made, and what that stands for: a new date is asked in an empty cell."""
    exported = value_at(action, reading.journal.get(action.id, ()), key.journal_id, milestone, of)
    return (None if of in {Fact.PERIOD, Fact.MOVE_REASON} else exported, exported)
