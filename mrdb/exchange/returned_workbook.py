"""A workbook that came back: which cells were filled in otherwise than they were written, and what cannot be read.

Sheets and columns are found by their headings and rows by their key, so that it does not matter how people sorted,
filtered, hid, moved or added some. A row without a key is something new.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mrdb.domain.basis import Basis
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.response import Action, Change, Moment
from mrdb.domain.returned import Note, Place, Problem, Returned, ReturnedCell, TypedRow, Value, Why
from mrdb.domain.rewind import by_action, cell_value, closed_since, code_at, present_code, present_value
from mrdb.exchange.cell_values import as_kept, is_same, is_short_decimal, read_cell
from mrdb.exchange.column import CellKind, Column
from mrdb.exchange.columns import MILESTONES, OVERVIEW, MilestoneLine
from mrdb.exchange.grid import HEADINGS_WITHIN, Grid, GridRow, read_workbook
from mrdb.exchange.row_key import RowKey, check_of
from mrdb.text import excel
from mrdb.text.labels import HEADING

_COLUMNS: Mapping[bool, Sequence[Column[MilestoneLine]]] = {False: OVERVIEW, True: MILESTONES}
"""Of what stands beside an action, and of what stands beside a milestone."""
_FIELDS = {of: {c.heading: c.field for c in columns if c.field} for of, columns in _COLUMNS.items()}
"""The headings of what people fill in of something known."""
_SHOWN = {
    of: {c.heading: c.fact for c in columns if c.fact and c.fact.attribute and not c.field}
    for of, columns in _COLUMNS.items()
}
"""The headings of what stands there to be read alone."""
_TELLS_APART = {Fact.NUMBER, Fact.ACTION_TEXT, Fact.LABEL}
"""By these people see which row they are in."""
_TYPED = {of: {c.heading: c.typed for c in columns if c.typed} for of, columns in _COLUMNS.items()}
"""The headings of what people fill in of something new."""
_ELSEWHERE = {
    of: {c.heading for c in columns if c.typed is None and c.kind in {CellKind.TEXT, CellKind.DUE}}
    for of, columns in _COLUMNS.items()
}
"""Headings of ours under which something new cannot be typed: what stands there would be lost."""
_NOTHING = {excel.NO_ACTIONS, excel.NO_MILESTONES}
"""What stands where a table would have its first row."""
_ASKED_IN_EMPTY = {Fact.PERIOD, Fact.MOVE_REASON}
_KNOWN = {excel.KEY, *(column.heading for columns in _COLUMNS.values() for column in columns if column.fact)}


@dataclass(frozen=True, slots=True)
class Present:
    """What is known now, in the database with this name: ``lines_since`` gives a line of the journal and all after it,
    the newest first, ``covered`` the documents of each moment, all by their ids.
    """

    actions: Sequence[Action]
    lines_since: Callable[[int], Sequence[Change]]
    covered: Mapping[int, frozenset[int]]
    database: str


@dataclass(frozen=True, slots=True)
class _File:
    """One file while it is read. ``made_in`` is from what some of its rows were made that can still be told, with the
    moments that were open then and are closed by now.
    """

    name: str
    present: Present
    actions: Mapping[int, Action]
    lines: Mapping[int, Sequence[Change]]
    made_in: Mapping[Basis, Sequence[Moment]]
    seen: set[RowKey] = field(default_factory=set)
    found: Returned = field(default_factory=Returned)

    def exported(self, key: RowKey, fact: Fact) -> Value:
        """What stood in the row when the file was made."""
        action, lines = self.actions[key.action_id], self.lines.get(key.action_id, ())
        return cell_value(fact, code_at(action, lines, key.basis.line_id, fact, key.milestone_id))

    def late(self, key: RowKey) -> Moment | None:
        """The moment in which it was made, where that is closed by now."""
        document = self.actions[key.action_id].recommendation.response.id
        moments = self.made_in.get(key.basis, ())
        return next((moment for moment in moments if document in self.present.covered[moment.id]), None)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of ours: its row of headings and where each stands, the rows below it with their keys, and its notes.

    ``documents`` are those that its own rows are about, by what they are called, ``response_ids`` their ids.
    """

    head: GridRow
    places: Mapping[str, int]
    rows: Sequence[tuple[GridRow, RowKey | None]]
    notes: Sequence[Note]
    documents: Mapping[str, int]
    response_ids: frozenset[int]


def read_returned_workbook(
    name: str, data: bytes, present: Present, heard: Callable[[float], object] = lambda _: None
) -> Returned:
    """Reads the bytes of an ``.xlsx`` called ``name``.

    ``heard`` is told how far each sheet is. Raises UnreadableUpload where the file cannot be read at all, holds no
    overview of ours, or one that was made from another database.
    """
    known = {action.id: action for action in present.actions}
    found = [(grid, _headings(grid)) for grid in read_workbook(name, data, heard)]
    sheets = [_sheet(grid, head, known) for grid, head in found if head is not None]
    if not sheets:
        raise UnreadableUpload(name, FileFault.NO_KEYS)
    made_from = {key.basis for sheet in sheets for _, key in sheet.rows if key}
    journal = present.lines_since(min(one.line_id for one in made_from)) if made_from else ()
    known_lines = {line.id: line for line in journal}
    made_in = {one: closed_since(journal, one.line_id) for one in made_from if one.is_in(known_lines)}
    file = _File(name, present, known, by_action(journal), made_in)
    for sheet in sheets:
        _read_sheet(file, sheet)
    file.found.notes += (note for grid, head in found if head is None for note in grid.notes)
    _doubt_moved_comments(file)
    return file.found


def _headings(grid: Grid) -> GridRow | None:
    """The row of headings; None for a sheet that is none of ours."""
    top = grid.rows(HEADINGS_WITHIN)
    return next((row for row in top if excel.KEY in map(row.word, range(len(row.values)))), None)


def _sheet(grid: Grid, head: GridRow, actions: Mapping[int, Action]) -> _Sheet:
    places: dict[str, int] = {}
    for column in range(len(head.values)):
        places.setdefault(head.word(column), column)
    below = [row for row in grid.rows() if row.number > head.number]
    rows = [(row, RowKey.from_code(row.word(places[excel.KEY]))) for row in below]
    documents: dict[str, int] = {}
    ids: set[int] = set()
    for row, key in rows:
        if key is not None and (action := actions.get(key.action_id)) and key.check == check_of(action):
            ids.add(action.recommendation.response.id)
            if (place := places.get(HEADING[Fact.DOCUMENT])) is not None:
                documents[row.word(place)] = action.recommendation.response.id
    known = {action.recommendation.response.id for action in actions.values()}
    return _Sheet(head, places, rows, grid.notes, documents, frozenset(ids or known))


def _read_sheet(file: _File, sheet: _Sheet) -> None:
    head, places, missing, keys = sheet.head, sheet.places, set[str](), dict[int, int]()
    for column in range(len(head.values)):
        if (word := head.word(column)) in _KNOWN and places[word] != column:
            file.found.problems.append(head.problem(column, Why.DOUBLE_COLUMN))
    known_keys = (key for _, key in sheet.rows if key and key.action_id in file.actions)
    late = next(filter(None, map(file.late, known_keys)), None)
    for row, key in sheet.rows:
        if key is None and not row.word(places[excel.KEY]):
            _read_typed(file, sheet, row, late)
        elif (known := _known(file, row, places[excel.KEY], key)) is not None:
            for heading in _FIELDS[known.milestone_id is not None].keys() - places.keys() - missing:
                missing.add(heading)
                place = Place(file.name, head.sheet, f"{head.number}:{head.number}")
                file.found.problems.append(Problem(place, heading, Why.MISSING_COLUMN))
            _read_row(file, places, row, known)
            keys[row.number] = known.action_id
    for note in sheet.notes:
        file.found.notes.append(replace(note, action_id=keys.get(note.place.row)))


def _doubt_moved_comments(file: _File) -> None:
    """Where somebody sorted that column alone, a comment stands beside another action than when the file was made."""
    cells = file.found.cells
    if any(cell.fact == Fact.COMMENT for cell in cells):
        keys = (key for key in file.seen if key.milestone_id is None)
        told = ((file.exported(key, Fact.COMMENT), file.actions[key.action_id].number) for key in keys)
        owners = {as_kept(str(comment)): number for comment, number in told if comment}
        for place, cell in enumerate(cells):
            if cell.fact == Fact.COMMENT and (number := owners.get(as_kept(str(cell.filled)))):
                cells[place] = replace(cell, is_sure=False, of_other=number)


def _known(file: _File, row: GridRow, column: int, key: RowKey | None) -> RowKey | None:
    """The key of a row of ours; one that fits no action, or a second time the same, is a mistake."""
    if key is not None and not key.basis.is_of(file.present.database):
        raise UnreadableUpload(file.name, FileFault.OTHER_DATABASE)
    action = file.actions.get(key.action_id) if key else None
    if key is None or action is None or key.check != check_of(action) or not _has(action, key):
        file.found.problems.append(row.problem(column, Why.UNKNOWN_ROW))
        return None
    if key in file.seen:
        file.found.problems.append(row.problem(column, Why.DOUBLE_ROW, action.id))
        return None
    file.seen.add(key)
    file.found.action_ids.add(action.id)
    return key


def _has(action: Action, key: RowKey) -> bool:
    return key.milestone_id is None or any(milestone.id == key.milestone_id for milestone in action.milestones)


def _read_row(file: _File, places: Mapping[str, int], row: GridRow, key: RowKey) -> None:
    """What is filled in otherwise than it was written, and what was written over where nothing is read.

    In sorted columns a key may stand beside the words of another action: such a row is not sure, nor is any from a
    journal that no longer stands.
    """
    action, is_sure = file.actions[key.action_id], key.basis in file.made_in
    lines = file.lines.get(action.id, ())
    for heading, fact in _SHOWN[key.milestone_id is not None].items():
        if (column := places.get(heading)) is None:
            continue
        word, about = row.word(column), key.milestone_id if fact.subject == Subject.MILESTONE else None
        if not is_same(fact, word, present_code(action, fact, about)) and not is_same(
            fact, word, code_at(action, lines, key.basis.line_id, fact, about)
        ):
            file.found.unread.append(row.problem(column, Why.NOT_READ, action.id))
            is_sure = is_sure and fact not in _TELLS_APART
    for heading, fact in _FIELDS[key.milestone_id is not None].items():
        if (column := places.get(heading)) is not None:
            _read_value(file, row, column, key, fact, is_sure=is_sure)


def _read_value(file: _File, row: GridRow, column: int, key: RowKey, fact: Fact, *, is_sure: bool) -> None:
    """A cell that holds something else than was written into it; a new date is asked for in an empty cell.

    Where nobody knows what was written, whatever differs from what is known now counts.
    """
    filled = row.fault(column) or read_cell(fact, row.value(column))
    if isinstance(filled, Why):
        file.found.problems.append(row.problem(column, filled, key.action_id))
        return
    if filled is None and fact in _ASKED_IN_EMPTY:
        return
    action, is_exported = file.actions[key.action_id], key.basis in file.made_in
    present = present_value(action, fact, key.milestone_id)
    exported = file.exported(key, fact) if action.id in file.lines else present
    if is_same(fact, filled, None if fact in _ASKED_IN_EMPTY else exported if is_exported else present):
        return
    if fact == Fact.STATUS and filled == present:
        return
    file.found.cells.append(
        ReturnedCell(
            action.id,
            key.milestone_id,
            fact,
            exported if is_exported else None,
            filled,
            row.place(column),
            is_exported,
            is_sure,
            late=file.late(key),
        )
    )


def _read_typed(file: _File, sheet: _Sheet, row: GridRow, late: Moment | None) -> None:
    """A row without a key: something new, what is wrong with it, or nothing; it is as late as its sheet."""
    is_of_milestones = HEADING[Fact.LABEL] in sheet.places
    columns = {fact: sheet.places[name] for name, fact in _TYPED[is_of_milestones].items() if name in sheet.places}
    filled = {fact: column for fact, column in columns.items() if row.word(column)}
    strange = (sheet.places[heading] for heading in _ELSEWHERE[is_of_milestones] & sheet.places.keys())
    problems = [row.problem(column, Why.NOT_READ_IN_NEW_ROW) for column in strange if row.word(column)]
    if not (filled or problems) or row.word(0) in _NOTHING:
        return
    values: dict[Fact, Value] = {}
    for fact, column in filled.items():
        value = row.fault(column) or read_cell(fact, row.value(column))
        if isinstance(value, Why):
            problems.append(row.problem(column, value))
        else:
            values[fact] = value
    named = row.word(filled[Fact.DOCUMENT]) if Fact.DOCUMENT in filled else ""
    if named and named not in sheet.documents:
        problems.append(row.problem(filled[Fact.DOCUMENT], Why.UNKNOWN_DOCUMENT))
    if problems:
        file.found.problems += problems
        return
    places = {fact: row.place(column) for fact, column in columns.items()}
    ids = frozenset({sheet.documents[named]}) if named else sheet.response_ids
    may_lack_zero = Fact.NUMBER in filled and is_short_decimal(row.value(filled[Fact.NUMBER]))
    first = row.place(min(filled.values()))
    file.found.typed.append(TypedRow(is_of_milestones, values, places, first, ids, may_lack_zero, late))
