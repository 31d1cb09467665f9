"""The rules for overviews that came back filled in, laid beside what is known now.

Nothing here writes: a plan is shown to people first, who choose where two values clash.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from mrdb.domain.additions import Readers, plan_typed
from mrdb.domain.errors import Lack
from mrdb.domain.filled import (
    ActionEdit,
    CellPlan,
    Field,
    Filled,
    FilledCell,
    FillPlan,
    Option,
    Problem,
    RowKind,
    RowPlan,
    Value,
    Why,
    Work,
    present_value,
    value_text,
)
from mrdb.domain.followup import Edit, Move, current_status, lacks, last_comment
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Recommendation
from mrdb.domain.status import Status

Choices = Mapping[tuple[int, int | None, Field], Value]
"""The value that somebody chose for each cell that clashes; one that is missing keeps what is known now."""


def plan_filled(
    files: Sequence[Filled],
    actions: Sequence[Action],
    recommendations: Sequence[Recommendation],
    readers: Readers,
    today: date,
) -> FillPlan:
    """Compares what came back with the actions as they are now; a new action's calendar takes its year from ``today``.

    A cell that nobody filled in differently says nothing, even where the action changed since the file was made.
    """
    typed = plan_typed([row for file in files for row in file.typed], actions, recommendations, readers, today)
    known = {action.id: action for action in actions}
    by_action: defaultdict[int, list[FilledCell]] = defaultdict(list)
    mistakes: defaultdict[int | None, list[Problem]] = defaultdict(list)
    for problem in (*(problem for file in files for problem in file.problems), *typed.problems):
        mistakes[problem.action_id if problem.action_id in known else None].append(problem)
    for cell in (*(cell for file in files for cell in file.cells), *typed.cells):
        if cell.action_id in known:
            by_action[cell.action_id].append(cell)
        elif cell.filled != cell.exported:
            mistakes[None].append(Problem(cell.place, value_text(cell.filled), Why.UNKNOWN_ROW))
    seen = typed.action_ids.union(*(file.action_ids for file in files))
    rows = (_row(action, by_action[action.id], mistakes[action.id]) for action in actions if action.id in seen)
    return FillPlan(tuple(rows), tuple(mistakes[None]), typed.new_actions, typed.new_milestones)


def work(plan: FillPlan, choices: Choices) -> Work:
    """What the plan writes; rows with a mistake are left out. What is filled in counts for the open moment."""
    return Work(_edits(plan, choices), plan.new_actions, plan.new_milestones)


def _edits(plan: FillPlan, choices: Choices) -> tuple[ActionEdit, ...]:
    found = []
    for row in plan.rows:
        values = {cell.key: value for cell in row.cells if (value := _chosen(cell, choices)) != cell.present}
        if values and row.kind != RowKind.ERROR:
            found.append(_edit(row.action, values))
    return tuple(found)


def _row(action: Action, cells: Sequence[FilledCell], mistakes: Sequence[Problem]) -> RowPlan:
    milestones = {milestone.id: milestone for milestone in action.milestones}
    grouped: defaultdict[tuple[int | None, Field], list[FilledCell]] = defaultdict(list)
    problems = list(mistakes)
    for cell in cells:
        if cell.milestone_id is not None and cell.milestone_id not in milestones:
            problems.append(Problem(cell.place, value_text(cell.filled), Why.UNKNOWN_ROW))
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
    planned = _without_idle_reasons(planned, cells)
    problems += _broken_rules(action, planned)
    return RowPlan(action, tuple(planned), tuple(problems))


def _without_idle_reasons(planned: Sequence[CellPlan], cells: Sequence[FilledCell]) -> list[CellPlan]:
    """A reason says nothing where the deadline already stands where it was to move."""
    moving = {cell.milestone_id for cell in planned if cell.field == Field.DUE}
    moved = {cell.milestone_id for cell in cells if cell.field == Field.DUE} - moving
    return [cell for cell in planned if cell.field != Field.MOVE_REASON or cell.milestone_id not in moved]


def _broken_rules(action: Action, cells: Sequence[CellPlan]) -> list[Problem]:
    """What the form would refuse too, named where it stands; where values clash the choice may still mend it."""
    values = {cell.key: cell.options[0].value for cell in cells}
    places = {cell.key: cell.options[0].place for cell in cells}
    problems = []
    for cell in cells:
        if cell.field == Field.STATUS and values[cell.key] is None:
            problems.append(Problem(places[cell.key], "", Why.STATUS_TAKEN_AWAY))
        if cell.field == Field.DUE and not _is_movable(action, cell, values[cell.key]):
            problems.append(Problem(places[cell.key], value_text(values[cell.key]), Why.NOT_A_DEADLINE))
    if problems or any(cell.is_conflict for cell in cells) or not cells:
        return problems
    edit = _edit(action, values).edit
    wanting = {_WHY[lack] for lack in (lacks(edit) if edit else ()) if lack in _WHY}
    first = cells[0]
    return [Problem(places[first.key], value_text(values[first.key]), why) for why in wanting]


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
