"""The rows of a workbook that bear no key: what somebody typed under the table for something new."""

from collections.abc import Mapping
from dataclasses import dataclass

from mrdb.domain.facts import Fact
from mrdb.domain.returned import Problem, TypedRow, Value, Why
from mrdb.exchange.cell_values import read_cell
from mrdb.exchange.column import CellKind
from mrdb.exchange.columns import MILESTONES, OVERVIEW
from mrdb.exchange.grid import GridRow
from mrdb.exchange.numbers import read_number
from mrdb.text import excel

TYPED = {
    False: {column.heading: column.typed for column in OVERVIEW if column.typed},
    True: {column.heading: column.typed for column in MILESTONES if column.typed},
}
"""What each heading asks of something new: of an action, and of a milestone."""
_ELSEWHERE = {
    is_of_milestones: {
        column.heading for column in columns if column.typed is None and column.kind in {CellKind.TEXT, CellKind.DUE}
    }
    for is_of_milestones, columns in ((False, OVERVIEW), (True, MILESTONES))
}
"""Headings of ours under which something new cannot be typed: what stands there would be lost."""
_NOTHING = {excel.NO_ACTIONS, excel.NO_MILESTONES}
"""What stands where a table would have its first row."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of ours as it came back: the column of each heading, and the documents that its own rows are about."""

    places: Mapping[str, int]
    documents: Mapping[str, int]
    response_ids: frozenset[int]

    @property
    def is_of_milestones(self) -> bool:
        return excel.MILESTONE in self.places


def read_typed(sheet: Sheet, row: GridRow) -> TypedRow | list[Problem] | None:
    """The row, or what is wrong with it; None where nothing is typed."""
    fields = TYPED[sheet.is_of_milestones]
    columns = {fact: sheet.places[heading] for heading, fact in fields.items() if heading in sheet.places}
    filled = {fact: column for fact, column in columns.items() if row.word(column)}
    strange = [sheet.places[heading] for heading in _ELSEWHERE[sheet.is_of_milestones] & sheet.places.keys()]
    lost = [column for column in strange if row.word(column)]
    if not (filled or lost) or row.word(0) in _NOTHING:
        return None
    values: dict[Fact, Value] = {}
    problems = [Problem(row.place(column), row.word(column), Why.NOT_READ_IN_NEW_ROW) for column in lost]
    for fact, column in filled.items():
        value = row.fault(column) or _value(fact, row.value(column))
        if isinstance(value, Why):
            problems.append(Problem(row.place(column), row.word(column), value))
        else:
            values[fact] = value
    named = row.word(filled[Fact.DOCUMENT]) if Fact.DOCUMENT in filled else ""
    if named and named not in sheet.documents:
        problems.append(Problem(row.place(filled[Fact.DOCUMENT]), named, Why.UNKNOWN_DOCUMENT))
    if problems:
        return problems
    places = {fact: row.place(column) for fact, column in columns.items()}
    ids = frozenset({sheet.documents[named]}) if named else sheet.response_ids
    return TypedRow(sheet.is_of_milestones, values, places, row.place(min(filled.values())), ids)


def _value(fact: Fact, found: object) -> Value | Why:
    return read_number(found) or None if fact == Fact.NUMBER else read_cell(fact, found)
