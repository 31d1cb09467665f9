"""One round of follow-up: what is on the agenda, what has been dealt with, and what may be confirmed together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mrdb.domain.followup import SOON, current_status, next_deadline, number_key
from mrdb.domain.response import Action, Change, ChangedField, Moment
from mrdb.domain.undo import standing


class AgendaPart(Enum):
    """Why an action comes up, in the order in which a meeting takes them."""

    LATE = "late"
    DUE = "due"
    SILENT = "silent"
    REST = "rest"


class Outcome(Enum):
    """What became of an action in this round."""

    OPEN = "open"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    NOT_DISCUSSED = "not_discussed"


@dataclass(frozen=True, slots=True)
class Round:
    """A follow-up moment with all that bears on it, as it stands now.

    ``actions`` are those of the management responses that the moment covers. ``lines`` are what the journal holds of
    this moment, in any order. ``earlier`` are the moments before this one, the newest first.
    """

    moment: Moment
    actions: tuple[Action, ...]
    lines: tuple[Change, ...]
    earlier: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    action: Action
    part: AgendaPart
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the round has come; ``total`` counts the whole agenda."""

    total: int
    changed: int
    confirmed: int

    @property
    def done(self) -> int:
        return self.changed + self.confirmed


def outcomes(lines: Iterable[Change]) -> dict[int, Outcome]:
    """What became of each action (by id) in the moment that these lines are of; one without a line is still open.

    Whatever is written of an action besides its confirmation makes it a changed one.
    """
    fields: defaultdict[int, set[ChangedField]] = defaultdict(set)
    for line in standing(lines):
        if line.action_id is not None:
            fields[line.action_id].add(line.field)
    return {action_id: _became(written) for action_id, written in fields.items()}


def _became(written: set[ChangedField]) -> Outcome:
    if written == {ChangedField.CONFIRMED}:
        return Outcome.CONFIRMED
    return Outcome.NOT_DISCUSSED if written == {ChangedField.NOT_DISCUSSED} else Outcome.CHANGED


def agenda(round_: Round, today: date) -> tuple[AgendaItem, ...]:
    """What the meeting goes through: first what is late, then what falls due before the next meeting, then what
    nobody reported on for two moments, then the rest. What was closed before this round does not come up any more.
    """
    found = outcomes(round_.lines)
    items = [
        AgendaItem(action, part(round_, action, today), found.get(action.id, Outcome.OPEN))
        for action in round_.actions
        if action.id in found or not _is_closed(action)
    ]
    order = list(AgendaPart)
    return tuple(sorted(items, key=lambda item: (order.index(item.part), _day(item.action), _place(item.action))))


def part(round_: Round, action: Action, today: date) -> AgendaPart:
    """Why the action comes up. Without a date for the next meeting, the coming 90 days count."""
    deadline = next_deadline(action)
    if deadline is not None and deadline < today:
        return AgendaPart.LATE
    if deadline is not None and deadline <= (round_.moment.next_date or today + SOON):
        return AgendaPart.DUE
    recent = {moment.id for moment in round_.earlier[:2]}
    if len(recent) == 2 and not any(report.moment.id in recent for report in action.reports):
        return AgendaPart.SILENT
    return AgendaPart.REST


def coverage(items: tuple[AgendaItem, ...]) -> Coverage:
    outcomes = [item.outcome for item in items]
    return Coverage(len(items), outcomes.count(Outcome.CHANGED), outcomes.count(Outcome.CONFIRMED))


def confirmable(items: tuple[AgendaItem, ...]) -> tuple[Action, ...]:
    """The actions that may be confirmed together: neither due nor dealt with yet."""
    pressing = {AgendaPart.LATE, AgendaPart.DUE}
    return tuple(item.action for item in items if item.outcome == Outcome.OPEN and item.part not in pressing)


def next_open(items: tuple[AgendaItem, ...], after: int | None) -> Action | None:
    """The first other action after this one that is still open, else the first open one before it."""
    ids = [item.action.id for item in items]
    start = ids.index(after) + 1 if after in ids else 0
    others = (*items[start:], *items[: max(start - 1, 0)])
    return next((item.action for item in others if item.outcome == Outcome.OPEN), None)


def _is_closed(action: Action) -> bool:
    status = current_status(action)
    return status is not None and status.is_closed


def _day(action: Action) -> date:
    return next_deadline(action) or date.max


def _place(action: Action) -> tuple[int, int, tuple[int, ...]]:
    recommendation = action.recommendation
    return (recommendation.response.id, recommendation.number, number_key(action.number))
