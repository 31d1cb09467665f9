"""Overviews that came back filled in: their cells, their mistakes, and what of them would change, clash or stay."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from hashlib import sha256
from string import ascii_uppercase

from mrdb.domain.draft import DraftAction, DraftMilestone
from mrdb.domain.edit import Edit
from mrdb.domain.errors import Lack
from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, ManagementResponse, Moment, Recommendation
from mrdb.domain.status import Status

Value = str | date | Status | None
Key = tuple[int, int | None, Fact]
"""What a cell is about: an action, a milestone of it where the fact belongs to one, and the fact."""


class Why(Enum):
    """What is wrong with a cell, or with a whole sheet."""

    UNKNOWN_STATUS = "unknown_status"
    NO_SUCH_DATE = "no_such_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    FORMULA = "formula"
    MERGED = "merged"
    TOO_LONG = "too_long"
    MISSING_COLUMN = "missing_column"
    DOUBLE_COLUMN = "double_column"
    UNKNOWN_ROW = "unknown_row"
    DOUBLE_ROW = "double_row"
    STATUS_TAKEN_AWAY = "status_taken_away"
    NOT_A_DEADLINE = "not_a_deadline"
    NOT_READ = "not_read"
    NOT_READ_IN_NEW_ROW = "not_read_in_new_row"
    NUMBER_WANTED = "number_wanted"
    NUMBER_IS_DATE = "number_is_date"
    NUMBER_IS_DECIMAL = "number_is_decimal"
    NUMBER_TOO_LONG = "number_too_long"
    TEXT_WANTED = "text_wanted"
    LABEL_WANTED = "label_wanted"
    DOUBLE_NUMBER = "double_number"
    SAME_TEXT = "same_text"
    NEW_DIFFERS = "new_differs"
    DOUBLE_MILESTONE = "double_milestone"
    UNKNOWN_DOCUMENT = "unknown_document"
    UNKNOWN_RECOMMENDATION = "unknown_recommendation"
    UNKNOWN_ACTION = "unknown_action"


CELL_OF = {
    Lack.STATUS: Fact.COMMENT,
    Lack.COMMENT_WHEN_COMPLETED: Fact.STATUS,
    Lack.REASON_WHEN_DROPPED: Fact.STATUS,
    Lack.REASON_FOR_MOVE: Fact.PERIOD,
    Lack.DATE_FOR_MOVE: Fact.MOVE_REASON,
}
"""What a row may lack as much as a form, and the cell that asks for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file, such as ``mijn acties.xlsx``, ``Overzicht``, ``F12``."""

    file: str
    sheet: str
    cell: str

    @property
    def row(self) -> int:
        return int(self.cell.lstrip(ascii_uppercase))


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in somebody's file; ``found`` is what stands there, ``action_id`` the action that its row is about."""

    place: Place
    found: Value
    why: Why | Lack
    action_id: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody hung on a cell, and "" where nobody signed it; ``action_id`` is the action of its row, if any."""

    place: Place
    text: str
    author: str
    action_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReturnedCell:
    """One cell as it came back; ``exported`` is what stood in it when the file was made, if that is known.

    It is not ``is_sure`` where the row does not look like the one that was exported, or the database was set back
    since: then somebody has to say whether it counts. ``of_other`` is the number of the action beside which this
    comment stood then. ``late`` is the moment in which the file was made, where that is closed by now.
    """

    action_id: int
    milestone_id: int | None
    fact: Fact
    exported: Value
    filled: Value
    place: Place
    is_exported: bool = True
    is_sure: bool = True
    of_other: str = ""
    late: Moment | None = None


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row that bears no key: something new, or a line of somebody's own list.

    ``values`` holds what is filled in, ``places`` where; ``place`` is the beginning of the row. It is about an action,
    or a milestone of one, of one of the documents in ``response_ids``. It ``may_lack_zero`` where its number is one
    that a spreadsheet counts with: it makes 1.2 of 1.20. ``late`` as in the cells of its file.
    """

    is_milestone: bool
    values: Mapping[Fact, Value]
    places: Mapping[Fact, Place]
    place: Place
    response_ids: frozenset[int]
    may_lack_zero: bool = False
    late: Moment | None = None

    def text(self, fact: Fact) -> str:
        return str(self.values.get(fact) or "")


@dataclass(slots=True)
class Returned:
    """What one file says, as it is read: the cells that differ from what was written into them, the actions it has,
    the rows without a key, the mistakes. ``unread`` is what somebody changed where nothing is read, ``notes`` what
    hangs on its cells.
    """

    cells: list[ReturnedCell] = field(default_factory=list)
    action_ids: set[int] = field(default_factory=set)
    typed: list[TypedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NewAction:
    recommendation: Recommendation
    action: DraftAction
    place: Place
    late: Moment | None = None


@dataclass(frozen=True, slots=True)
class NewMilestone:
    action: Action
    milestone: DraftMilestone
    reached_on: date | None
    place: Place
    late: Moment | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A value that somebody filled in, and where; the same value in two files is one option.

    ``of_other`` and ``late`` as in the cell that came back.
    """

    value: Value
    place: Place
    of_other: str = ""
    late: Moment | None = None


@dataclass(frozen=True, slots=True)
class CellPlan:
    """A cell that differs from what is known now. It clashes where that changed since the file was made, where nobody
    can be sure of what stood there, or where two files say different things; then somebody has to choose.
    """

    action_id: int
    milestone_id: int | None
    fact: Fact
    exported: Value
    present: Value
    options: tuple[Option, ...]
    is_exported: bool = True
    is_sure: bool = True

    @property
    def is_conflict(self) -> bool:
        return not self.is_sure or self.present != self.exported or len(self.options) > 1

    @property
    def key(self) -> Key:
        return (self.action_id, self.milestone_id, self.fact)


class RowKind(Enum):
    """How an action comes out of the comparison."""

    ERROR = "error"
    CONFLICT = "conflict"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One action with what would change in it and what is wrong with its rows."""

    action: Action
    cells: tuple[CellPlan, ...]
    problems: tuple[Problem, ...]

    @property
    def kind(self) -> RowKind:
        if self.problems:
            return RowKind.ERROR
        if any(cell.is_conflict for cell in self.cells):
            return RowKind.CONFLICT
        return RowKind.CHANGED if self.cells else RowKind.UNCHANGED

    @property
    def late(self) -> Moment | None:
        """The moment, closed by now, in which this was filled in; None where it is not late."""
        return next((option.late for cell in self.cells for option in cell.options if option.late), None)


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """All rows of all files, in the order of the actions; ``problems`` belong to no action that is known."""

    rows: tuple[RowPlan, ...]
    problems: tuple[Problem, ...]
    new_actions: tuple[NewAction, ...] = ()
    new_milestones: tuple[NewMilestone, ...] = ()
    unread: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """Those of no known action first."""
        return (*self.problems, *(problem for row in self.rows for problem in row.problems))

    @property
    def late(self) -> int:
        """How many rows were filled in for a moment that is closed by now; those with a mistake do not count."""
        late = [row.late for row in self.rows if row.kind != RowKind.ERROR]
        late += [new.late for new in self.new_actions]
        late += [new.late for new in self.new_milestones]
        return len(late) - late.count(None)

    def of(self, kind: RowKind) -> tuple[RowPlan, ...]:
        return tuple(row for row in self.rows if row.kind == kind)


@dataclass(frozen=True, slots=True)
class PlannedEdit:
    """What is written into one action, over the version that the plan was made from; ``files`` are those that it comes
    from.
    """

    action: Action
    edit: Edit
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What is written once the plan is agreed on: into the open moment, all of it or nothing."""

    edits: tuple[PlannedEdit, ...]
    new_actions: tuple[NewAction, ...]
    new_milestones: tuple[NewMilestone, ...]

    @property
    def digest(self) -> str:
        """What tells this work from any other, in hex: also from the same over newer versions of the actions."""
        edits = [(one.action.id, one.action.version, one.edit) for one in self.edits]
        actions = [(new.recommendation.id, new.action) for new in self.new_actions]
        steps = [(step.action.id, step.milestone, step.reached_on) for step in self.new_milestones]
        return sha256(repr((edits, actions, steps)).encode()).hexdigest()[:16]

    @property
    def responses(self) -> frozenset[ManagementResponse]:
        """The documents that are written of."""
        parts = [one.action.recommendation for one in self.edits]
        parts += [step.action.recommendation for step in self.new_milestones]
        return frozenset(part.response for part in (*parts, *(new.recommendation for new in self.new_actions)))

    @property
    def is_empty(self) -> bool:
        return not (self.edits or self.new_actions or self.new_milestones)
