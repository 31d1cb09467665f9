"""A workbook that came back: which cells were filled in otherwise than they were written, and what cannot be read.

Sheets and columns are found by their headings and rows by their key, so that it does not matter how people sorted,
filtered, hid, moved or added some. A row without a key is something new.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mrdb.domain.basis import Basis
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.response import Action, Change
from mrdb.domain.returned import Place, Problem, Returned, ReturnedCell, TypedRow, Why, cell_value, present_value
from mrdb.domain.rewind import by_action, code_at, present_code
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
_SHOWN: Mapping[bool, Mapping[str, Fact]] = {
    False: {excel.NUMBER: Fact.NUMBER, excel.ACTION: Fact.ACTION_TEXT, excel.CALENDAR: Fact.CALENDAR},
    True: {excel.NUMBER: Fact.NUMBER, excel.ACTION: Fact.ACTION_TEXT, excel.MILESTONE: Fact.LABEL},
}
"""The headings of what stands there to be read alone."""
_TELLS_APART = {Fact.NUMBER, Fact.ACTION_TEXT, Fact.LABEL}
"""By these people see which row they are in."""
_ASKED_IN_EMPTY = {Fact.PERIOD, Fact.MOVE_REASON}
_KNOWN = {excel.KEY, *_FIELDS[False], *_FIELDS[True], *TYPED[False], *TYPED[True]}


@dataclass(slots=True)
class _File:
    """One file while it is read."""

    name: str
    actions: Mapping[int, Action]
    lines: Mapping[int, Change]
    of_action: Mapping[int, Sequence[Change]]
    database: str
    fits: dict[Basis, bool] = field(default_factory=dict)
    cells: list[ReturnedCell] = field(default_factory=list)
    seen: set[RowKey] = field(default_factory=set)
    typed: list[TypedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)

    def is_exported(self, key: RowKey) -> bool:
        """Whether what stood in the row when the file was made can still be told."""
        if key.basis not in self.fits:
            self.fits[key.basis] = key.basis.is_in(self.lines)
        return self.fits[key.basis]

    def problem(self, row: GridRow, column: int, why: Why, action_id: int | None = None) -> None:
        self.problems.append(Problem(row.place(column), row.word(column), why, action_id))


def read_returned_workbook(
    name: str,
    data: bytes,
    actions: Sequence[Action],
    journal: Sequence[Change],
    database: str,
    heard: Callable[[float], object] = lambda _: None,
) -> Returned:
    """Reads the bytes of an ``.xlsx`` called ``name``; ``journal`` holds all lines, the newest first, of the database
    with that name.

    ``heard`` is told how far each sheet is. Raises UnreadableUpload where the file cannot be read at all, holds no
    overview of ours, or one that was made from another database.
    """
    known = {action.id: action for action in actions}
    file = _File(name, known, {line.id: line for line in journal}, by_action(journal), database)
    book = read_workbook(name, data, heard)
    sheets = [(grid, head) for grid in book if (head := headings_with(grid, excel.KEY)) is not None]
    if not sheets:
        raise UnreadableUpload(name, FileFault.NO_KEYS)
    for grid, head in sheets:
        _read_sheet(file, grid, head)
    ids = frozenset(key.action_id for key in file.seen)
    return Returned(tuple(file.cells), ids, tuple(file.typed), tuple(file.problems), tuple(file.unread))


def headings_with(grid: Grid, heading: str) -> GridRow | None:
    """The row of headings among which this one is; None for a sheet without."""
    top = grid.top(_HEADINGS_WITHIN)
    return next((row for row in top if heading in map(row.word, range(len(row.values)))), None)


def _read_sheet(file: _File, grid: Grid, head: GridRow) -> None:
    rows = [row for row in grid.all() if row.number > head.number]
    about = _about(file, head, rows)
    _find_double_columns(file, about, head)
    missing: set[str] = set()
    for row in rows:
        if not row.word(about.places[excel.KEY]):
            _read_without_key(file, about, row)
            continue
        key = _key(file, about, row)
        if key is None:
            continue
        fields = _FIELDS[key.milestone_id is not None]
        for heading in fields.keys() - about.places.keys() - missing:
            missing.add(heading)
            place = Place(file.name, grid.title, f"{head.number}:{head.number}")
            file.problems.append(Problem(place, heading, Why.MISSING_COLUMN))
        is_sure = _is_sure(file, about, row, key)
        for heading, fact in fields.items():
            if heading in about.places:
                _read_value(file, row, about.places[heading], key, fact, is_sure=is_sure)


def _about(file: _File, head: GridRow, rows: Sequence[GridRow]) -> Sheet:
    places: dict[str, int] = {}
    for column in range(len(head.values)):
        places.setdefault(head.word(column), column)
    documents: dict[str, int] = {}
    ids: set[int] = set()
    for row in rows:
        key = RowKey.from_code(row.word(places[excel.KEY]))
        if key is not None and (action := file.actions.get(key.action_id)) and key.check == check_of(action):
            ids.add(action.recommendation.response.id)
            if excel.DOCUMENT in places:
                documents[row.word(places[excel.DOCUMENT])] = action.recommendation.response.id
    known = {action.recommendation.response.id for action in file.actions.values()}
    return Sheet(places, documents, frozenset(ids or known))


def _find_double_columns(file: _File, sheet: Sheet, head: GridRow) -> None:
    for column in range(len(head.values)):
        if (word := head.word(column)) in _KNOWN and sheet.places[word] != column:
            file.problem(head, column, Why.DOUBLE_COLUMN)


def _read_without_key(file: _File, sheet: Sheet, row: GridRow) -> None:
    found = read_typed(sheet, row)
    if isinstance(found, TypedRow):
        file.typed.append(found)
    elif found:
        file.problems += found


def _key(file: _File, sheet: Sheet, row: GridRow) -> RowKey | None:
    """The key of a row of ours; one that fits no action, or a second time the same, is a mistake."""
    column = sheet.places[excel.KEY]
    key = RowKey.from_code(row.word(column))
    if key is not None and not key.basis.is_of(file.database):
        raise UnreadableUpload(file.name, FileFault.OTHER_DATABASE)
    action = file.actions.get(key.action_id) if key else None
    if key is None or action is None or key.check != check_of(action) or not _has(action, key):
        file.problem(row, column, Why.UNKNOWN_ROW)
        return None
    if key in file.seen:
        file.problem(row, column, Why.DOUBLE_ROW, action.id)
        return None
    file.seen.add(key)
    return key


def _has(action: Action, key: RowKey) -> bool:
    return key.milestone_id is None or any(milestone.id == key.milestone_id for milestone in action.milestones)


def _read_value(file: _File, row: GridRow, column: int, key: RowKey, fact: Fact, *, is_sure: bool) -> None:
    """A cell that holds something else than was written into it; a new date is asked for in an empty cell.

    Where nobody knows what was written, whatever differs from what is known now counts.
    """
    action = file.actions[key.action_id]
    filled = row.fault(column) or read_cell(fact, row.value(column))
    if isinstance(filled, Why):
        file.problem(row, column, filled, action.id)
        return
    is_exported = file.is_exported(key)
    present = present_value(action, fact, key.milestone_id)
    code = code_at(action, file.of_action.get(action.id, ()), key.basis.line_id, fact, key.milestone_id)
    exported = cell_value(fact, code) if is_exported else None
    written = None if fact in _ASKED_IN_EMPTY else exported if is_exported else present
    if is_same(fact, filled, written) or (fact == Fact.STATUS and filled == present):
        return
    place = row.place(column)
    file.cells.append(ReturnedCell(action.id, key.milestone_id, fact, exported, filled, place, is_exported, is_sure))


def _is_sure(file: _File, sheet: Sheet, row: GridRow, key: RowKey) -> bool:
    """Whether the row still looks like the one that was exported, from a journal that still stands.

    In sorted columns a key may stand beside the words of another action. What was written over elsewhere is told.
    """
    action, is_sure = file.actions[key.action_id], file.is_exported(key)
    lines = file.of_action.get(action.id, ())
    for heading, fact in _SHOWN[key.milestone_id is not None].items():
        column = sheet.places.get(heading)
        if column is None:
            continue
        subject_id = key.milestone_id if fact.subject == Subject.MILESTONE else None
        known = {present_code(action, fact, subject_id), code_at(action, lines, key.basis.line_id, fact, subject_id)}
        if not any(is_same(fact, row.word(column) or None, text) for text in known):
            file.unread.append(Problem(row.place(column), row.word(column), Why.NOT_READ, action.id))
            is_sure = is_sure and fact not in _TELLS_APART
    return is_sure
