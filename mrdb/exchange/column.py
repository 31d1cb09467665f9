"""What a column of the Excel overview is, and what its cells need to know beside their row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from mrdb.domain.basis import Basis
from mrdb.domain.facts import Fact, Way
from mrdb.domain.response import Action, Change
from mrdb.exchange.cell_text import cell_text
from mrdb.text.labels import HEADING

Cell = str | date | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of any sheet: the action that it is about, or the first one that it is about."""

    action: Action


Row = TypeVar("Row", bound=Line, contravariant=True)


@dataclass(frozen=True, slots=True)
class Made:
    """From what a file is made: ``basis`` is the newest line of the journal, ``address`` where others find the program.

    ``basis`` is None for a file that nobody fills in. ``documents`` names each management response by its id where
    there are several, ``places`` tells in which row a sheet begins on an action or a recommendation, by its id.
    ``moves`` holds the lines of the journal about the deadlines of each action that still stand, the newest first.
    """

    today: date
    basis: Basis | None
    address: str
    with_internal: bool
    documents: Mapping[int, str]
    places: Mapping[str, Mapping[int, int]]
    moves: Mapping[int, Sequence[Change]]

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
    """``about`` is a fact that the column holds in this file, or the heading of what it shows beside those.

    ``cell`` reads what stands there; ``width`` is in Excel's unit, the width of one digit. People fill in a fact of
    the overview in the rows that are ``open``, and that of something new unless it is not ``asked_anew``. ``link``
    gives where a click leads, or "". ``late`` tells that the date has passed and still asks for attention. A column
    that is not ``wanted`` is left out, and one that ``may_lack`` where all its cells are empty.
    """

    about: Fact | str
    cell: Callable[[Row, Made], Cell]
    width: float
    kind: CellKind = CellKind.TEXT
    is_open: Callable[[Row], bool] = lambda _: True
    is_asked_anew: bool = True
    link: Callable[[Row, Made], str] | None = None
    is_late: Callable[[Row, Made], bool] = lambda _, __: False
    is_wanted: Callable[[Made], bool] = lambda _: True
    may_lack: bool = False

    @property
    def heading(self) -> str:
        return HEADING[self.about] if isinstance(self.about, Fact) else self.about

    @property
    def fact(self) -> Fact | None:
        return self.about if isinstance(self.about, Fact) else None

    @property
    def field(self) -> Fact | None:
        """What people fill in there of something known."""
        return self.fact if self.fact and Way.OVERVIEW in self.fact.ways else None

    @property
    def typed(self) -> Fact | None:
        """What people fill in there of something new."""
        return self.fact if self.is_asked_anew else None

    def value(self, row: Row, made: Made) -> Cell:
        """What is written: text fit for a sheet, a date, or None for an empty cell."""
        found = self.cell(row, made)
        return cell_text(found) if isinstance(found, str) else found


def wanted(columns: Iterable[Column[Row]], rows: Sequence[Row], made: Made) -> tuple[Column[Row], ...]:
    """The columns that this file has; where nobody fills in, they hold no facts."""
    found = tuple(column for column in columns if column.is_wanted(made) and not _is_lacking(column, rows, made))
    return found if made.is_fillable else tuple(replace(column, about=column.heading) for column in found)


def _is_lacking(column: Column[Row], rows: Sequence[Row], made: Made) -> bool:
    return column.may_lack and all(column.value(row, made) is None for row in rows)
