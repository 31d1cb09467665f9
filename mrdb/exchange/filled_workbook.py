"""A workbook that came back: which cells were filled in otherwise than they were written, and what cannot be read.

Sheets and columns are found by their headings and rows by their key, so that it does not matter how people sorted,
filtered, hid, moved or added some. A row without a key is something new.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.filled import Field, Filled, FilledCell, Place, Problem, TypedRow, Value, Why, present_value
from mrdb.domain.past import value_at
from mrdb.domain.response import Action, Change, Milestone
from mrdb.exchange.cell_values import as_text, is_same, read_cell
from mrdb.exchange.columns import MILESTONES, OVERVIEW
from mrdb.exchange.row_key import RowKey, check_of
from mrdb.exchange.typed_rows import TYPED, Sheet, read_typed
from mrdb.reading.package import EXCEL, check_package
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

    def problem(self, sheet: Sheet, cell: Any, why: Why, action_id: int | None = None) -> None:
        place = Place(self.name, sheet.title, cell.coordinate)
        self.problems.append(Problem(place, _word(cell), why, action_id))


def read_filled(name: str, data: bytes, actions: Sequence[Action], journal: Mapping[int, Sequence[Change]]) -> Filled:
    """Reads the bytes of an ``.xlsx`` called ``name``; ``journal`` holds the lines of each action, the newest first.

    Raises UnreadableUpload where it cannot be read at all, or holds no overview of ours.
    """
    check_package(name, data, EXCEL)
    try:
        book = load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # whatever a broken file makes of a library that trusts it
        raise UnreadableUpload(name, FileFault.DAMAGED) from error
    reading = _Reading(name, {action.id: action for action in actions}, journal)
    sheets = [(sheet, head) for sheet in book.worksheets if (head := _headings(sheet)) is not None]
    if not sheets:
        raise UnreadableUpload(name, FileFault.NO_KEYS)
    for sheet, head in sheets:
        _read_sheet(reading, sheet, head)
    ids = frozenset(key.action_id for key in reading.seen)
    return Filled(tuple(reading.cells), ids, tuple(reading.typed), tuple(reading.problems))


def _headings(sheet: Worksheet) -> Sequence[Any] | None:
    """The row of headings, or None for a sheet that is none of ours."""
    for row in sheet.iter_rows(max_row=_HEADINGS_WITHIN):
        if any(_word(cell) == excel.KEY for cell in row):
            return row
    return None


def _read_sheet(reading: _Reading, sheet: Worksheet, head: Sequence[Any]) -> None:
    rows = list(sheet.iter_rows(min_row=head[0].row + 1))
    about = _about(reading, sheet, head, rows)
    _find_double_columns(reading, about, head)
    missing: set[str] = set()
    for row in rows:
        if not _word(row[about.places[excel.KEY]]):
            _read_without_key(reading, about, row)
            continue
        key = _key(reading, about, row[about.places[excel.KEY]])
        if key is None:
            continue
        fields = _FIELDS[key.milestone_id is not None]
        for heading in fields.keys() - about.places.keys() - missing:
            missing.add(heading)
            place = Place(reading.name, sheet.title, f"{head[0].row}:{head[0].row}")
            reading.problems.append(Problem(place, heading, Why.MISSING_COLUMN))
        for heading, of in fields.items():
            if heading in about.places:
                _read_value(reading, about, row[about.places[heading]], key, of)


def _about(reading: _Reading, sheet: Worksheet, head: Sequence[Any], rows: Sequence[Sequence[Any]]) -> Sheet:
    places: dict[str, int] = {}
    for number, cell in enumerate(head):
        places.setdefault(_word(cell), number)
    documents: dict[str, int] = {}
    ids: set[int] = set()
    for row in rows:
        key = RowKey.from_code(_word(row[places[excel.KEY]]))
        if key is not None and (action := reading.actions.get(key.action_id)) and key.check == check_of(action):
            ids.add(action.recommendation.response.id)
            if excel.DOCUMENT in places:
                documents[_word(row[places[excel.DOCUMENT]])] = action.recommendation.response.id
    known = {action.recommendation.response.id for action in reading.actions.values()}
    return Sheet(reading.name, sheet.title, places, documents, frozenset(ids or known))


def _find_double_columns(reading: _Reading, sheet: Sheet, head: Sequence[Any]) -> None:
    for number, cell in enumerate(head):
        if (word := _word(cell)) in _KNOWN and sheet.places[word] != number:
            reading.problem(sheet, cell, Why.DOUBLE_COLUMN)


def _read_without_key(reading: _Reading, sheet: Sheet, row: Sequence[Any]) -> None:
    found = read_typed(sheet, row, _value, _word)
    if isinstance(found, TypedRow):
        reading.typed.append(found)
    elif found:
        reading.problems += found


def _key(reading: _Reading, sheet: Sheet, cell: Any) -> RowKey | None:
    """The key of a row of ours; one that fits no action, or a second time the same, is a mistake."""
    key = RowKey.from_code(_word(cell))
    action = reading.actions.get(key.action_id) if key else None
    if key is None or action is None or key.check != check_of(action) or not _has(action, key):
        reading.problem(sheet, cell, Why.UNKNOWN_ROW)
        return None
    if key in reading.seen:
        reading.problem(sheet, cell, Why.DOUBLE_ROW, action.id)
        return None
    reading.seen.add(key)
    return key


def _has(action: Action, key: RowKey) -> bool:
    return key.milestone_id is None or any(milestone.id == key.milestone_id for milestone in action.milestones)


def _read_value(reading: _Reading, sheet: Sheet, cell: Any, key: RowKey, of: Field) -> None:
    action = reading.actions[key.action_id]
    milestone = next((m for m in action.milestones if m.id == key.milestone_id), None)
    filled = _value(cell, of)
    if isinstance(filled, Why):
        reading.problem(sheet, cell, filled, action.id)
        return
    written, exported = _written(reading, action, milestone, key, of)
    if is_same(of, filled, written):
        return
    if of == Field.STATUS and is_same(of, filled, present_value(action, milestone, of)):
        return
    place = Place(reading.name, sheet.title, cell.coordinate)
    reading.cells.append(FilledCell(action.id, key.milestone_id, of, exported, filled, place))


def _value(cell: Any, of: Field) -> Value | Why:
    if isinstance(cell, MergedCell):
        return Why.MERGED
    if isinstance(cell, Cell) and cell.data_type == "f":
        return Why.FORMULA
    return read_cell(of, cell.value)


def _written(
    reading: _Reading, action: Action, milestone: Milestone | None, key: RowKey, of: Field
) -> tuple[Value, Value]:
    """What stood in the cell when the file was made, and what that stands for: a new date is asked in an empty cell."""
    exported = value_at(action, reading.journal.get(action.id, ()), key.journal_id, milestone, of)
    return (None if of in {Field.DUE, Field.MOVE_REASON} else exported, exported)


def _word(cell: Any) -> str:
    return "" if cell.value is None else as_text(cell.value)
