"""What a column of the Excel overview is, and what its cells need to know beside their row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from mrdb.domain.basis import Basis
from mrdb.domain.facts import Fact

Row = TypeVar("Row")
Cell = str | date | None


@dataclass(frozen=True, slots=True)
class Made:
    """From what a file is made: ``basis`` is the newest line of the journal, ``address`` where the program runs.

    ``basis`` is None for a file that nobody fills in. ``documents`` names each management response by its id where
    there are several, ``places`` tells in which row a sheet begins on an action or a recommendation, by its id.
    """

    today: date
    basis: Basis | None
    address: str
    with_internal: bool
    documents: Mapping[int, str]
    places: Mapping[str, Mapping[int, int]]

    @property
    def is_fillable(self) -> bool:
        return self.basis is not None

    def link(self, sheet: str, id_: int) -> str:
        row = self.places[sheet].get(id_)
        return f"internal:'{sheet}'!A{row}" if row else ""


class CellKind(Enum):
    """What stands in a column; a due cell holds a date, or text where there is no date to give."""

    TEXT = "text"
    DUE = "due"
    STATUS = "status"
    LINK = "link"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """``cell`` reads what stands in the cell: text fit for a sheet, a date, or None for an empty cell.

    ``width`` is in Excel's unit, the width of one digit. ``field`` is what people may fill in there, in the rows that
    are ``open``, and ``typed`` what is filled in there for something new. ``link`` gives where a click leads, or "".
    ``late`` tells that the date has passed and still asks for attention. A column that is not ``wanted`` is left out,
    and one that ``may_lack`` where all its cells are empty.
    """

    heading: str
    cell: Callable[[Row, Made], Cell]
    width: float
    kind: CellKind = CellKind.TEXT
    field: Fact | None = None
    is_open: Callable[[Row], bool] = lambda _: True
    typed: Fact | None = None
    link: Callable[[Row, Made], str] | None = None
    is_late: Callable[[Row, Made], bool] = lambda _, __: False
    is_wanted: Callable[[Made], bool] = lambda _: True
    may_lack: bool = False


def wanted(columns: Iterable[Column[Row]], rows: Sequence[Row], made: Made) -> tuple[Column[Row], ...]:
    """The columns that this file has; where nobody fills in, none has a field."""
    found = tuple(column for column in columns if column.is_wanted(made) and not _is_lacking(column, rows, made))
    return found if made.is_fillable else tuple(replace(column, field=None, typed=None) for column in found)


def _is_lacking(column: Column[Row], rows: Sequence[Row], made: Made) -> bool:
    return column.may_lack and all(column.cell(row, made) is None for row in rows)
