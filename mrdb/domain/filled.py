"""Overviews that came back filled in, laid beside what is known now: what would change, what clashes, what is wrong.

Nothing here writes: a plan is shown to people first, who choose where two values clash.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mrdb.domain.errors import Lack
from mrdb.domain.followup import Edit, Move, current_status, lacks, last_comment
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Milestone
from mrdb.domain.status import Status

Value = str | date | Status | None


class Field(Enum):
    """What people may fill in beside an action, or beside one of its milestones."""

    RESPONSIBLE = "responsible"
    STATUS = "status"
    COMMENT = "comment"
    DUE = "due"
    MOVE_REASON = "move_reason"
    REACHED_ON = "reached_on"


OF_MILESTONE = (Field.DUE, Field.MOVE_REASON, Field.REACHED_ON)


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
    MISSING_SHEET = "missing_sheet"
    UNKNOWN_ROW = "unknown_row"
    DOUBLE_ROW = "double_row"
    STATUS_TAKEN_AWAY = "status_taken_away"
    COMMENT_WANTED = "comment_wanted"
    REASON_WANTED = "reason_wanted"
    STATUS_WANTED = "status_wanted"
    NOT_A_DEADLINE = "not_a_deadline"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file, such as ``mijn acties.xlsx``, ``Overzicht``, ``F12``."""

    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in somebody's file; ``found`` is what stands there."""

    place: Place
    found: str
    why: Why


@dataclass(frozen=True, slots=True)
class FilledCell:
    """One cell as it came back; ``exported`` is what stood in it when the file was made."""

    action_id: int
    milestone_id: int | None
    field: Field
    exported: Value
    filled: Value
    place: Place


@dataclass(frozen=True, slots=True)
class Option:
    """A value that somebody filled in, and where; the same value in two files is one option."""

    value: Value
    place: Place


@dataclass(frozen=True, slots=True)
class CellPlan:
    """A cell that differs from what is known now. It clashes where that changed since the file was made, or where two
    files say different things; then somebody has to choose.
    """

    action_id: int
    milestone_id: int | None
    field: Field
    exported: Value
    present: Value
    options: tuple[Option, ...]

    @property
    def is_conflict(self) -> bool:
        return self.present != self.exported or len(self.options) > 1

    @property
    def key(self) -> tuple[int, int | None, Field]:
        return (self.action_id, self.milestone_id, self.field)


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


@dataclass(frozen=True, slots=True)
class FillPlan:
    """All rows of all files, in the order of the actions; ``problems`` belong to no action that is known."""

    rows: tuple[RowPlan, ...]
    problems: tuple[Problem, ...]

    def of(self, kind: RowKind) -> tuple[RowPlan, ...]:
        return tuple(row for row in self.rows if row.kind == kind)


@dataclass(frozen=True, slots=True)
class ActionEdit:
    """What is written into one action, over the version that the plan was made from; None leaves it as it is."""

    action: Action
    edit: Edit | None
    responsible: str | None


Choices = Mapping[tuple[int, int | None, Field], Value]
"""The value that somebody chose for each cell that clashes; one that is missing keeps what is known now."""


def plan_filled(cells: Iterable[FilledCell], problems: Sequence[Problem], actions: Sequence[Action]) -> FillPlan:
    """Compares what came back with the actions as they are now.

    A cell that nobody filled in differently says nothing, even where the action changed since the file was made.
    """
    known = {action.id: action for action in actions}
    by_action: defaultdict[int, list[FilledCell]] = defaultdict(list)
    lost: list[Problem] = list(problems)
    for cell in cells:
        if cell.action_id in known:
            by_action[cell.action_id].append(cell)
        elif cell.filled != cell.exported:
            lost.append(Problem(cell.place, _text(cell.filled), Why.UNKNOWN_ROW))
    rows = (_row(action, by_action[action.id]) for action in actions if action.id in by_action)
    return FillPlan(tuple(rows), tuple(lost))


def edits(plan: FillPlan, choices: Choices) -> tuple[ActionEdit, ...]:
    """What the plan writes; rows with a mistake are left out. What is filled in counts for the open moment."""
    found = []
    for row in plan.rows:
        values = {cell.key: value for cell in row.cells if (value := _chosen(cell, choices)) != cell.present}
        if values and row.kind != RowKind.ERROR:
            found.append(_edit(row.action, values))
    return tuple(found)


def present_value(action: Action, milestone: Milestone | None, field: Field) -> Value:
    """What is known now of a field, in the shape in which people fill it in."""
    match field:
        case Field.RESPONSIBLE:
            return action.responsible or None
        case Field.STATUS:
            return current_status(action)
        case Field.COMMENT:
            return last_comment(action) or None
        case Field.DUE:
            return milestone.period.due if milestone and milestone.period else None
        case Field.REACHED_ON:
            return milestone.reached_on if milestone else None
    return None


def _row(action: Action, cells: Sequence[FilledCell]) -> RowPlan:
    milestones = {milestone.id: milestone for milestone in action.milestones}
    grouped: defaultdict[tuple[int | None, Field], list[FilledCell]] = defaultdict(list)
    problems = []
    for cell in cells:
        if cell.milestone_id is not None and cell.milestone_id not in milestones:
            problems.append(Problem(cell.place, _text(cell.filled), Why.UNKNOWN_ROW))
        elif cell.filled != cell.exported:
            grouped[cell.milestone_id, cell.field].append(cell)
    planned = []
    for (milestone_id, field), group in grouped.items():
        present = present_value(action, milestones.get(milestone_id or 0), field)
        options = {cell.filled: Option(cell.filled, cell.place) for cell in reversed(group)}
        options.pop(present, None)
        if options:
            exported = group[0].exported
            planned.append(
                CellPlan(action.id, milestone_id, field, exported, present, tuple(reversed(options.values())))
            )
    problems += _broken_rules(action, planned)
    return RowPlan(action, tuple(planned), tuple(problems))


def _broken_rules(action: Action, cells: Sequence[CellPlan]) -> list[Problem]:
    """What the form would refuse too, named where it stands; where values clash the choice may still mend it."""
    values = {cell.key: cell.options[0].value for cell in cells}
    places = {cell.key: cell.options[0].place for cell in cells}
    problems = []
    for cell in cells:
        if cell.field == Field.STATUS and values[cell.key] is None:
            problems.append(Problem(places[cell.key], "", Why.STATUS_TAKEN_AWAY))
        if cell.field == Field.DUE and not _is_movable(action, cell, values[cell.key]):
            problems.append(Problem(places[cell.key], _text(values[cell.key]), Why.NOT_A_DEADLINE))
    if problems or any(cell.is_conflict for cell in cells) or not cells:
        return problems
    edit = _edit(action, values).edit
    wanting = {_WHY[lack] for lack in (lacks(edit) if edit else ()) if lack in _WHY}
    first = cells[0]
    return [Problem(places[first.key], _text(values[first.key]), why) for why in wanting]


_WHY = {
    Lack.STATUS: Why.STATUS_WANTED,
    Lack.COMMENT_WHEN_COMPLETED: Why.COMMENT_WANTED,
    Lack.REASON_WHEN_DROPPED: Why.COMMENT_WANTED,
    Lack.REASON_FOR_MOVE: Why.REASON_WANTED,
    Lack.DATE_FOR_MOVE: Why.NO_SUCH_DATE,
}


def _is_movable(action: Action, cell: CellPlan, value: Value) -> bool:
    """Only a deadline moves, or is agreed on where none could be read; none is taken away."""
    milestone = next(milestone for milestone in action.milestones if milestone.id == cell.milestone_id)
    kind = milestone.period.kind if milestone.period else PeriodKind.DEADLINE
    return isinstance(value, date) and kind == PeriodKind.DEADLINE and milestone.reached_on is None


def _chosen(cell: CellPlan, choices: Choices) -> Value:
    return choices.get(cell.key, cell.present) if cell.is_conflict else cell.options[0].value


def _edit(action: Action, values: Mapping[tuple[int, int | None, Field], Value]) -> ActionEdit:
    """A new status keeps the comment that stands, and a new comment the status."""

    def value(field: Field, milestone_id: int | None = None) -> Value:
        return values.get((action.id, milestone_id, field))

    said = (action.id, None, Field.STATUS) in values or (action.id, None, Field.COMMENT) in values
    status = value(Field.STATUS) or current_status(action)
    key = (action.id, None, Field.COMMENT)
    comment = values[key] if key in values else last_comment(action)
    moves, reached = [], {}
    for milestone in action.milestones:
        due, reason = value(Field.DUE, milestone.id), str(value(Field.MOVE_REASON, milestone.id) or "")
        if isinstance(due, date) or reason:
            period = Period(PeriodKind.DEADLINE, due, due, Precision.DAY) if isinstance(due, date) else None
            moves.append(Move(milestone.id, period, reason))
        if (action.id, milestone.id, Field.REACHED_ON) in values:
            day = value(Field.REACHED_ON, milestone.id)
            reached[milestone.id] = day if isinstance(day, date) else None
    is_edit = said or moves or reached
    edit = Edit(
        status if said and isinstance(status, Status) else None,
        str(comment or "") if said else "",
        reached,
        tuple(moves),
    )
    responsible = values.get((action.id, None, Field.RESPONSIBLE), action.responsible)
    return ActionEdit(
        action, edit if is_edit else None, str(responsible or "") if responsible != action.responsible else None
    )


def _text(value: Value) -> str:
    if isinstance(value, Status):
        return value.value
    return value.isoformat() if isinstance(value, date) else value or ""
