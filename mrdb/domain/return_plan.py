"""The rules for overviews that came back filled in, laid beside what is known now.

Nothing here writes: a plan is shown to people first, who choose where two values clash.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from mrdb.domain.additions import Readers, plan_typed
from mrdb.domain.days import wrong_day
from mrdb.domain.edit import Edit, Move, lacks
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Recommendation
from mrdb.domain.returned import (
    CELL_OF,
    CellPlan,
    Key,
    Note,
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
)
from mrdb.domain.rewind import present_value
from mrdb.domain.status import Status

Choices = Mapping[Key, Value]
"""The value that somebody chose for each cell that clashes; one that is missing keeps what is known now."""
_Chosen = Mapping[Key, Option]
"""What is written in each cell, and where that was filled in."""


def plan_returned(
    files: Sequence[Returned],
    actions: Sequence[Action],
    recommendations: Sequence[Recommendation],
    readers: Readers,
    today: date,
) -> ReturnPlan:
    """Compares what came back with the actions as they are now; a new action's calendar takes its year from ``today``,
    on which what is filled in also has to make sense.

    A cell that nobody filled in differently says nothing, even where the action changed since the file was made. Nor
    does a comment that was emptied: what was said at an earlier moment stays said.
    """
    typed = plan_typed([row for file in files for row in file.typed], actions, recommendations, readers, today)
    files = (*files, typed.known)
    seen = set[int]().union(*(file.action_ids for file in files))
    known = {action.id for action in actions}
    by_action: defaultdict[int, list[ReturnedCell]] = defaultdict(list)
    mistakes: defaultdict[int | None, list[Problem]] = defaultdict(list)
    for file in files:
        for problem in file.problems:
            mistakes[problem.action_id if problem.action_id in known else None].append(problem)
        for cell in file.cells:
            by_action[cell.action_id].append(cell)
    return ReturnPlan(
        tuple(_row(one, by_action[one.id], mistakes[one.id], today) for one in actions if one.id in seen),
        tuple(mistakes[None]),
        tuple(typed.actions.values()),
        tuple(typed.milestones.values()),
        tuple(problem for file in files for problem in file.unread),
        tuple(note for file in files for note in file.notes),
    )


def work(plan: ReturnPlan, choices: Choices, taken: Collection[Note] = ()) -> Work:
    """What the plan writes; rows with a mistake are left out. What is filled in counts for the open moment.

    The text of the notes that are ``taken`` comes under the comment.
    """
    made = (_edit(row.action, _decided(row, choices, taken)) for row in plan.rows if row.kind != RowKind.ERROR)
    return Work(tuple(filter(None, made)), plan.new_actions, plan.new_milestones)


def unfinished(plan: ReturnPlan, choices: Choices, taken: Collection[Note] = ()) -> tuple[Problem, ...]:
    """What still lacks in the rows of which something was to be chosen, such as a status with a comment."""
    noted = {note.action_id for note in taken}
    rows = (row for row in plan.rows if row.kind == RowKind.CONFLICT or row.action.id in noted)
    return tuple(problem for row in rows for problem in _lacking(row.action, _decided(row, choices, taken)))


def notes_to_take(plan: ReturnPlan) -> tuple[tuple[Action, Note], ...]:
    """The notes that may come under a comment in which they do not stand yet, each with its action."""
    actions = {row.action.id: row.action for row in plan.rows if row.kind != RowKind.ERROR}
    found = ((actions[note.action_id], note) for note in plan.notes if note.action_id in actions)
    return tuple((action, note) for action, note in found if note.text not in last_comment(action))


def to_choose(plan: ReturnPlan) -> tuple[tuple[Action, CellPlan], ...]:
    """The cells that somebody has to choose in. A reason follows the date that it was given for."""
    return tuple(
        (row.action, cell)
        for row in plan.of(RowKind.CONFLICT)
        for cell in row.cells
        if cell.is_conflict and not _follows(cell, row.cells)
    )


def _chosen(cells: Sequence[CellPlan], choices: Choices) -> _Chosen:
    found: dict[Key, Option] = {}
    for cell in cells:
        if not _follows(cell, cells):
            value = choices.get(cell.key, cell.present) if cell.is_conflict else cell.options[0].value
            if option := next((option for option in cell.options if option.value == value), None):
                found[cell.key] = option
    for cell in cells:
        due = found.get((cell.action_id, cell.milestone_id, Fact.PERIOD))
        if due is not None and _follows(cell, cells):
            same = (option for option in cell.options if option.place.file == due.place.file)
            found[cell.key] = next(same, cell.options[0])
    return found


def _decided(row: RowPlan, choices: Choices, taken: Collection[Note]) -> _Chosen:
    """What is written in the row, with the notes that were taken under its comment."""
    chosen, notes = dict(_chosen(row.cells, choices)), [note for note in taken if note.action_id == row.action.id]
    if notes:
        texts = [_comment(row.action, chosen), *(note.text for note in notes)]
        chosen[row.action.id, None, Fact.COMMENT] = Option("\n\n".join(filter(None, texts)), notes[0].place)
    return chosen


def _follows(cell: CellPlan, cells: Sequence[CellPlan]) -> bool:
    """A reason of a date that is to be chosen is chosen with it."""
    return cell.fact == Fact.MOVE_REASON and any(
        other.fact == Fact.PERIOD and other.milestone_id == cell.milestone_id and other.is_conflict for other in cells
    )


def _row(action: Action, cells: Sequence[ReturnedCell], mistakes: Sequence[Problem], today: date) -> RowPlan:
    if not cells:
        return RowPlan(action, (), tuple(mistakes))
    grouped: defaultdict[tuple[int | None, Fact], list[ReturnedCell]] = defaultdict(list)
    for cell in cells:
        is_emptied = cell.fact == Fact.COMMENT and cell.filled is None
        if cell.filled != cell.exported and not is_emptied:
            grouped[cell.milestone_id, cell.fact].append(cell)
    planned = []
    for (milestone_id, fact), group in grouped.items():
        present = present_value(action, fact, milestone_id)
        options = {cell.filled: Option(cell.filled, cell.place, cell.of_other, cell.late) for cell in reversed(group)}
        options.pop(present, None)
        if options:
            exported, is_exported, is_sure = group[0].exported, group[0].is_exported, all(c.is_sure for c in group)
            offered = tuple(reversed(options.values()))
            planned.append(CellPlan(action.id, milestone_id, fact, exported, present, offered, is_exported, is_sure))
    # A reason says nothing where the deadline already stands where it was to move.
    moving = {cell.milestone_id for cell in planned if cell.fact == Fact.PERIOD}
    moved = {cell.milestone_id for cell in cells if cell.fact == Fact.PERIOD} - moving
    kept = tuple(cell for cell in planned if cell.fact != Fact.MOVE_REASON or cell.milestone_id not in moved)
    return RowPlan(action, kept, (*mistakes, *_broken_rules(action, kept, today)))


def _broken_rules(action: Action, cells: Sequence[CellPlan], today: date) -> Sequence[Problem]:
    """What the form would refuse too, named where it stands; where values clash the choice may still mend it."""
    movable = {milestone.id for milestone in action.milestones if milestone.is_movable}
    refused = []
    for cell in cells:
        for option in cell.options:
            if cell.fact == Fact.STATUS and option.value is None:
                refused.append(Problem(option.place, None, Why.STATUS_TAKEN_AWAY, action.id))
            if cell.fact == Fact.PERIOD and (option.value is None or cell.milestone_id not in movable):
                refused.append(Problem(option.place, option.value, Why.NOT_A_DEADLINE, action.id))
            elif isinstance(option.value, date) and (wrong := wrong_day(cell.fact, option.value, today)):
                refused.append(Problem(option.place, option.value, wrong, action.id))
    if refused or any(cell.is_conflict for cell in cells):
        return refused
    return list(_lacking(action, _chosen(cells, {})))


def _lacking(action: Action, chosen: _Chosen) -> Iterator[Problem]:
    """What the edit of these values still wants, each at the cell that wants it."""
    one = _edit(action, chosen)
    for lack in lacks(one.edit) if one else ():
        asked = (option for (_, _, fact), option in chosen.items() if fact == CELL_OF[lack])
        at = next(asked, next(iter(chosen.values())))
        yield Problem(at.place, at.value, lack, action.id)


def _edit(action: Action, chosen: _Chosen) -> PlannedEdit | None:
    """A new status keeps the comment that stands, and a new comment the status; None where nothing is written."""
    if not chosen:
        return None
    values = {(fact, milestone_id): option.value for (_, milestone_id, fact), option in chosen.items()}
    said = not {(Fact.STATUS, None), (Fact.COMMENT, None)}.isdisjoint(values)
    status = values.get((Fact.STATUS, None)) or current_status(action)
    moves, reached = [], {}
    for milestone in action.milestones:
        due, reason = values.get((Fact.PERIOD, milestone.id)), values.get((Fact.MOVE_REASON, milestone.id))
        if isinstance(due, date) or reason:
            moves.append(Move(milestone.id, Period.due_on(due) if isinstance(due, date) else None, str(reason or "")))
        if (Fact.REACHED, milestone.id) in values:
            day = values[Fact.REACHED, milestone.id]
            reached[milestone.id] = day if isinstance(day, date) else None
    edit = Edit(
        status=status if said and isinstance(status, Status) else None,
        comment=_comment(action, chosen) if said else "",
        reached=reached,
        moves=tuple(moves),
        texts={fact: str(value or "") for (fact, _), value in values.items() if fact.subject == Subject.ACTION},
    )
    return PlannedEdit(action, edit, tuple(dict.fromkeys(option.place.file for option in chosen.values())))


def _comment(action: Action, chosen: _Chosen) -> str:
    """What is closed wants words that were written for it: an old comment does not tell why."""
    values = {fact: option.value for (_, _, fact), option in chosen.items() if fact.subject == Subject.REPORT}
    status = values.get(Fact.STATUS)
    is_closing = isinstance(status, Status) and status.is_closed and status != current_status(action)
    return str(values.get(Fact.COMMENT) or ("" if is_closing else last_comment(action)))
