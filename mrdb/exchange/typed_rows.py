"""The rows of a workbook that bear no key: what somebody typed under the table for something new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mrdb.domain.filled import Field, Place, Problem, TypedRow, Value, Why
from mrdb.exchange.columns import MILESTONES, OVERVIEW
from mrdb.text import excel

TYPED = {
    False: {column.heading: column.typed for column in OVERVIEW if column.typed},
    True: {column.heading: column.typed for column in MILESTONES if column.typed},
}
"""What each heading asks of something new: of an action, and of a milestone."""
_INVITATIONS = {excel.NEW_ACTIONS, excel.NEW_MILESTONES, excel.NO_ACTIONS, excel.NO_MILESTONES}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of ours as it came back: where its headings stand, and the documents that its own rows are about."""

    name: str
    title: str
    places: Mapping[str, int]
    documents: Mapping[str, int]
    response_ids: frozenset[int]

    @property
    def is_of_milestones(self) -> bool:
        return excel.MILESTONE in self.places


def read_typed(
    sheet: Sheet, row: Sequence[Any], read: Callable[[Any, Field], Value | Why], word: Callable[[Any], str]
) -> TypedRow | list[Problem] | None:
    """The row, or what is wrong with it; None where nothing is typed. ``read`` and ``word`` read a cell."""
    fields = TYPED[sheet.is_of_milestones]
    cells = {of: row[sheet.places[heading]] for heading, of in fields.items() if heading in sheet.places}
    filled = {of: cell for of, cell in cells.items() if word(cell)}
    if not filled or word(row[0]) in _INVITATIONS:
        return None
    values: dict[Field, Value] = {}
    problems = []
    for of, cell in filled.items():
        value = read(cell, of)
        if isinstance(value, Why):
            problems.append(Problem(_place(sheet, cell), word(cell), value))
        else:
            values[of] = value
    named = word(filled[Field.DOCUMENT]) if Field.DOCUMENT in filled else ""
    if named and named not in sheet.documents:
        problems.append(Problem(_place(sheet, filled[Field.DOCUMENT]), named, Why.UNKNOWN_DOCUMENT))
    if problems:
        return problems
    places = {of: _place(sheet, cell) for of, cell in cells.items()}
    ids = frozenset({sheet.documents[named]}) if named else sheet.response_ids
    return TypedRow(sheet.is_of_milestones, values, places, _place(sheet, next(iter(filled.values()))), ids)


def _place(sheet: Sheet, cell: Any) -> Place:
    return Place(sheet.name, sheet.title, cell.coordinate)
