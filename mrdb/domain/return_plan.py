"""The rules for overviews that came back filled in, laid beside what is known now.

Nothing here writes: a plan is shown to people first, who choose where two values clash.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from mrdb.domain.additions import Readers, plan_typed
from mrdb.domain.edit import Edit, Move, lacks
from mrdb.domain.errors import Lack
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Recommendation
from mrdb.domain.returned import (
    CellPlan,
    Option,
    PlannedEdit,
    Problem,
    Returned,
    ReturnedCell,
    ReturnPlan,
    RowKind,
    RowPlan,
    Value,
    Why,
    Work,
    present_value,
)
from mrdb.domain.status import Status

Choices = Mapping[tuple[int, int | None, Fact], Value]
"""The value that somebody chose for each cell that clashes; one that is missing keeps what is known now."""


def plan_returned(
    files: Sequence[Returned],
    actions: Sequence[Action],
    recommendations: Sequence[Recommendation],
    readers: Readers,
    today: date,
) -> ReturnPlan:
    """Compares what came back with the actions as they are now; a new action's calendar takes its year from ``today``.

    A cell that nobody filled in differently says nothing, even where the action changed since the file was made. Nor
    does a comment that was emptied: what was said at an earlier moment stays said.
    """
    typed = plan_typed([row for file in files for row in file.typed], actions, recommendations, readers, today)
    known = {action.id: action for action in actions}
    by_action: defaultdict[int, list[ReturnedCell]] = defaultdict(list)
    mistakes: defaultdict[int | None, list[Problem]] = defaultdict(list)
    for problem in (*(problem for file in files for problem in file.problems), *typed.problems):
        mistakes[problem.action_id if problem.action_id in known else None].append(problem)
    for cell in (*(cell for file in files for cell in file.cells), *typed.cells):
        by_action[cell.action_id].append(cell)
    seen = typed.action_ids.union(*(file.action_ids for file in files))
    return ReturnPlan(
        tuple(_row(action, by_action[action.id], mistakes[action.id]) for action in actions if action.id in seen),
        tuple(mistakes[None]),
        typed.new_actions,
        typed.new_milestones,
        tuple(problem for file in files for problem in file.unread),
    )


def work(plan: ReturnPlan, choices: Choices) -> Work:
    """What the plan writes; rows with a mistake are left out. What is filled in counts for the open moment."""
    made = (_edit(row.action, _chosen(row, choices)) for row in plan.rows if row.kind != RowKind.ERROR)
    return Work(tuple(filter(None, made)), plan.new_actions, plan.new_milestones)


def unfinished(plan: ReturnPlan, choices: Choices) -> tuple[Problem, ...]:
    """What still lacks in the rows of which something was to be chosen, such as a status with a comment."""
    return tuple(
        problem for row in plan.of(RowKind.CONFLICT) for problem in _lacking(row.action, _chosen(row, choices))
    )


def to_choose(plan: ReturnPlan) -> tuple[tuple[Action, CellPlan], ...]:
    """The cells that somebody has to choose in. A reason follows the date that it was given for."""
    return tuple(
        (row.action, cell)
        for row in plan.of(RowKind.CONFLICT)
        for cell in row.cells
        if cell.is_conflict and not _follows(cell, row)
    )


_Chosen = Mapping[tuple[int, int | None, Fact], Option]
"""What is written in each cell, and where that was filled in."""


def _chosen(row: RowPlan, choices: Choices) -> _Chosen:
    found: dict[tuple[int, int | None, Fact], Option] = {}
    for cell in row.cells:
        if not _follows(cell, row):
            value = choices.get(cell.key, cell.present) if cell.is_conflict else cell.options[0].value
            if option := cell.option(value):
                found[cell.key] = option
    for cell in row.cells:
        date_key = (cell.action_id, cell.milestone_id, Fact.PERIOD)
        if _follows(cell, row) and (due := found.get(date_key)) is not None:
            same = [option for option in cell.options if option.place.file == due.place.file]
            found[cell.key] = next(iter(same), cell.options[0])
    return found


def _follows(cell: CellPlan, row: RowPlan) -> bool:
    """A reason of a date that is to be chosen is chosen with it."""
    of_date = (other for other in row.cells if other.fact == Fact.PERIOD and other.milestone_id == cell.milestone_id)
    return cell.fact == Fact.MOVE_REASON and any(other.is_conflict for other in of_date)


def _row(action: Action, cells: Sequence[ReturnedCell], mistakes: Sequence[Problem]) -> RowPlan:
    grouped: defaultdict[tuple[int | None, Fact], list[ReturnedCell]] = defaultdict(list)
    for cell in cells:
        is_emptied = cell.fact == Fact.COMMENT and cell.filled is None
        if cell.filled != cell.exported and not is_emptied:
            grouped[cell.milestone_id, cell.fact].append(cell)
    planned = []
    for (milestone_id, fact), group in grouped.items():
        present = present_value(action, fact, milestone_id)
        options = {cell.filled: Option(cell.filled, cell.place) for cell in reversed(group)}
        options.pop(present, None)
        if options:
            first, offered = group[0], tuple(reversed(options.values()))
            planned.append(
                CellPlan(
                    action.id,
                    milestone_id,
                    fact,
                    first.exported,
                    present,
                    offered,
                    first.is_exported,
                    all(cell.is_sure for cell in group),
                )
            )
    row = RowPlan(action, tuple(_without_idle_reasons(planned, cells)), ())
    return RowPlan(action, row.cells, (*mistakes, *_broken_rules(row)))


def _without_idle_reasons(planned: Sequence[CellPlan], cells: Sequence[ReturnedCell]) -> list[CellPlan]:
    """A reason says nothing where the deadline already stands where it was to move."""
    moving = {cell.milestone_id for cell in planned if cell.fact == Fact.PERIOD}
    moved = {cell.milestone_id for cell in cells if cell.fact == Fact.PERIOD} - moving
    return [cell for cell in planned if cell.fact != Fact.MOVE_REASON or cell.milestone_id not in moved]


def _broken_rules(row: RowPlan) -> Iterator[Problem]:
    """What the form would refuse too, named where it stands; where values clash the choice may still mend it."""
    is_broken = False
    for cell in row.cells:
        for option in cell.options:
            if cell.fact == Fact.STATUS and option.value is None:
                yield Problem(option.place, None, Why.STATUS_TAKEN_AWAY, row.action.id)
                is_broken = True
            if cell.fact == Fact.PERIOD and not _is_movable(row.action, cell, option.value):
                yield Problem(option.place, option.value, Why.NOT_A_DEADLINE, row.action.id)
                is_broken = True
    if not is_broken and not any(cell.is_conflict for cell in row.cells):
        yield from _lacking(row.action, _chosen(row, {}))


def _lacking(action: Action, chosen: _Chosen) -> Iterator[Problem]:
    """What the edit of these values still wants, each at the cell that wants it."""
    one = _edit(action, chosen)
    for lack in lacks(one.edit) if one else ():
        why, facts = _WHY[lack]
        at = next((option for (_, _, fact), option in chosen.items() if fact in facts), next(iter(chosen.values())))
        yield Problem(at.place, at.value, why, action.id)


_WHY = {
    Lack.STATUS: (Why.STATUS_WANTED, (Fact.COMMENT,)),
    Lack.COMMENT_WHEN_COMPLETED: (Why.COMMENT_WANTED, (Fact.STATUS,)),
    Lack.REASON_WHEN_DROPPED: (Why.COMMENT_WANTED, (Fact.STATUS,)),
    Lack.REASON_FOR_MOVE: (Why.REASON_WANTED, (Fact.PERIOD,)),
    Lack.DATE_FOR_MOVE: (Why.DATE_WANTED, (Fact.MOVE_REASON,)),
}
"""What each lack means in a file, and the cell to name."""


def _is_movable(action: Action, cell: CellPlan, value: Value) -> bool:
    """Only a deadline moves, or is agreed on where none could be read; none is taken away."""
    milestone = next(milestone for milestone in action.milestones if milestone.id == cell.milestone_id)
    kind = milestone.period.kind if milestone.period else PeriodKind.DEADLINE
    return isinstance(value, date) and kind == PeriodKind.DEADLINE and milestone.reached_on is None


def _edit(action: Action, chosen: _Chosen) -> PlannedEdit | None:
    """A new status keeps the comment that stands, and a new comment the status; None where nothing is written.

    What is closed wants words that were written for it: an old comment does not tell why.
    """
    if not chosen:
        return None
    values = {(fact, milestone_id): option.value for (_, milestone_id, fact), option in chosen.items()}
    said = not {(Fact.STATUS, None), (Fact.COMMENT, None)}.isdisjoint(values)
    status = values.get((Fact.STATUS, None)) or current_status(action)
    is_closing = isinstance(status, Status) and status.is_closed and status != current_status(action)
    comment = values.get((Fact.COMMENT, None)) or ("" if is_closing else last_comment(action))
    moves, reached = [], {}
    for milestone in action.milestones:
        due, reason = values.get((Fact.PERIOD, milestone.id)), values.get((Fact.MOVE_REASON, milestone.id))
        if isinstance(due, date) or reason:
            period = Period(PeriodKind.DEADLINE, due, due, Precision.DAY) if isinstance(due, date) else None
            moves.append(Move(milestone.id, period, str(reason or "")))
        if (Fact.REACHED, milestone.id) in values:
            day = values[Fact.REACHED, milestone.id]
            reached[milestone.id] = day if isinstance(day, date) else None
    edit = Edit(
        status=status if said and isinstance(status, Status) else None,
        comment=str(comment) if said else "",
        reached=reached,
        moves=tuple(moves),
        texts={fact: str(value or "") for (fact, _), value in values.items() if fact.subject == Subject.ACTION},
    )
    return PlannedEdit(action, edit, tuple(dict.fromkeys(option.place.file for option in chosen.values())))
