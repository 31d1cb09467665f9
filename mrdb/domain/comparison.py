"""Follow-up moments side by side: how an action stood at each, what changed between two of them, and what slipped.

The present rows and the journal together tell the past: what was written after a moment is taken back, newest first.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from mrdb.domain.codes import Difference, code_of, differences
from mrdb.domain.facts import FOLLOWED_UP, Fact, Subject, Way, facts_of
from mrdb.domain.followup import current_status, report_at
from mrdb.domain.period import Period
from mrdb.domain.response import (
    Action,
    Added,
    Change,
    ManagementResponse,
    Milestone,
    Moment,
    Recommendation,
)
from mrdb.domain.rewind import (
    action_before,
    by_action,
    is_result,
    present_code,
    recommendation_before,
    response_before,
    standing,
)
from mrdb.domain.status import Status, Urgency
from mrdb.domain.timeline import milestone_urgency


@dataclass(frozen=True, slots=True)
class Slip:
    """A deadline that moved later, or that is late and not reached; ``old`` is where it stood, ``new`` where it stands.

    ``days_moved`` and ``days_late`` (on the day of the later moment) are 0 where that did not happen.
    """

    milestone: Milestone
    old: Period | None
    new: Period
    days_moved: int
    days_late: int
    reason: str


@dataclass(frozen=True, slots=True)
class ActionComparison:
    """One action as it stood at both moments; ``is_reported`` says whether it came up at the later one."""

    old: Action
    new: Action
    is_reported: bool
    differences: tuple[Difference, ...]
    slips: tuple[Slip, ...]

    @property
    def is_changed(self) -> bool:
        return bool(self.differences)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two moments, the older one first, and the actions that both know, in the order given; ``added`` came between."""

    older: Moment
    newer: Moment
    actions: tuple[ActionComparison, ...]
    added: tuple[Action, ...]

    @property
    def changed(self) -> tuple[ActionComparison, ...]:
        return tuple(action for action in self.actions if action.is_changed)

    @property
    def unchanged(self) -> tuple[ActionComparison, ...]:
        return tuple(action for action in self.actions if not action.is_changed)

    @property
    def slipped(self) -> tuple[ActionComparison, ...]:
        return tuple(action for action in self.actions if action.slips)

    @property
    def moved(self) -> int:
        """How many deadlines moved later."""
        return sum(slip.days_moved > 0 for action in self.actions for slip in action.slips)

    @property
    def late(self) -> int:
        """How many deadlines were late at the newer moment."""
        return sum(slip.days_late > 0 for action in self.actions for slip in action.slips)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many actions stood where at a moment; the key None counts those without a report."""

    moment: Moment
    by_status: Mapping[Status | None, int]

    @property
    def total(self) -> int:
        return sum(self.by_status.values())


def compare(actions: Sequence[Action], journal: Sequence[Change], one: Moment, other: Moment) -> Comparison:
    """Compares the actions at two moments, whichever of them comes first; ``journal`` has its newest line first."""
    older, newer = sorted((one, other), key=_order)
    lines = by_action(journal)
    known = (action for action in actions if is_known_at(action, older))
    added = tuple(
        action_as_of(action, lines[action.id], newer)
        for action in actions
        if action.added is not None and is_known_at(action, newer) and not is_known_at(action, older)
    )
    return Comparison(older, newer, tuple(_compared(action, lines[action.id], older, newer) for action in known), added)


def action_as_of(action: Action, journal: Sequence[Change], moment: Moment) -> Action:
    """The action as it stood at the moment: the report of that moment or the last before it, and its deadlines then.

    ``journal`` holds at least the lines of this action, the newest first. What was written into a moment that came to
    be after this one was closed leaves it as it was, even when that moment bears an earlier date.
    """
    undone = [line for line in journal if line.action_id == action.id and not _is_known(moment, line.moment, line.at)]
    for line in undone:
        action = action_before(action, line)
    reports = tuple(report for report in action.reports if _is_known(moment, report.moment, report.at))
    milestones = tuple(_first_period_kept(one) for one in action.milestones if _was_there(one.added, moment))
    return replace(action, reports=reports, milestones=milestones)


def recommendation_as_of(recommendation: Recommendation, journal: Sequence[Change], moment: Moment) -> Recommendation:
    """The recommendation as it stood at the moment; ``journal`` has its newest line first."""
    for line in journal:
        if line.recommendation_id == recommendation.id and not _is_known(moment, line.moment, line.at):
            recommendation = recommendation_before(recommendation, line)
    return recommendation


def response_as_of(response: ManagementResponse, journal: Sequence[Change], moment: Moment) -> ManagementResponse:
    """The head of the document in the words of that moment; ``journal`` has its newest line first."""
    for line in journal:
        if line.response_id == response.id and not _is_known(moment, line.moment, line.at):
            response = response_before(response, line)
    return response


def reporting_moments(action: Action, moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """The moments in which the action's document existed, the newest first."""
    return tuple(sorted((m for m in moments if is_known_at(action, m)), key=_order, reverse=True))


def progress(actions: Sequence[Action], moments: Sequence[Moment]) -> tuple[Progress, ...]:
    """Where the actions stood at each moment, the oldest first."""
    return tuple(_counted(actions, moment) for moment in sorted(moments, key=_order))


def _counted(actions: Sequence[Action], moment: Moment) -> Progress:
    counts = Counter(
        current_status(action_as_of(action, (), moment)) for action in actions if is_known_at(action, moment)
    )
    return Progress(moment, {status: counts[status] for status in (None, *Status)})


def _compared(action: Action, journal: Sequence[Change], older: Moment, newer: Moment) -> ActionComparison:
    old, new = action_as_of(action, journal, older), action_as_of(action, journal, newer)
    return ActionComparison(
        old=old,
        new=new,
        is_reported=report_at(new, newer) is not None or _is_confirmed(journal, newer),
        differences=tuple(_differences(old, new, journal)),
        slips=tuple(_slips(old, new, journal, newer.date)),
    )


def _is_confirmed(journal: Sequence[Change], moment: Moment) -> bool:
    """An action without any report can be confirmed too: then only the journal says that it came up."""
    lines = (line for line in standing(journal) if line.fact == Fact.CONFIRMED)
    return any(line.moment is not None and line.moment.id == moment.id for line in lines)


def _differences(old: Action, new: Action, journal: Sequence[Change]) -> Iterator[Difference]:
    for fact in FOLLOWED_UP:
        before_code, after_code = present_code(old, fact), present_code(new, fact)
        if before_code != after_code:
            yield Difference(fact, before_code, after_code)
    known = {milestone.id: milestone for milestone in old.milestones}
    for after in new.milestones:
        before = known.get(after.id)
        if before is None:
            yield Difference(Fact.ADDED, None, code_of(after, Fact.PERIOD), after)
            continue
        for one in differences(before, after, facts_of(Subject.MILESTONE, Way.FORM)):
            reason = _reason(after, journal) if one.fact == Fact.PERIOD else ""
            yield replace(one, milestone=after, reason=reason)


def _slips(old: Action, new: Action, journal: Sequence[Change], day: date) -> Iterator[Slip]:
    known = {milestone.id: milestone for milestone in old.milestones}
    for after in new.milestones:
        before = known.get(after.id, after)
        if after.period is None or after.period.due is None:
            continue
        was_due = before.period.due if before.period else None
        moved = max((after.period.due - was_due).days, 0) if was_due else 0
        is_late = milestone_urgency(new, after, day) == Urgency.OVERDUE
        late = (day - after.period.due).days if is_late else 0
        if moved or late:
            yield Slip(after, before.period, after.period, moved, late, _reason(after, journal) if moved else "")


def _first_period_kept(milestone: Milestone) -> Milestone:
    """A deadline that had not moved yet has no other first date."""
    first, period = milestone.first_period, milestone.period
    is_moved = first is not None and period is not None and first.due != period.due
    return milestone if is_moved else replace(milestone, first_period=None)


def _reason(milestone: Milestone, journal: Sequence[Change]) -> str:
    """Why the milestone came to stand where it stands."""
    lines = (line for line in standing(journal) if line.fact == Fact.PERIOD and line.milestone_id == milestone.id)
    return next((line.reason for line in lines if is_result(milestone, line)), "")


def _is_known(moment: Moment, written_in: Moment | None, at: datetime) -> bool:
    """Whether what was written in another moment, or at this time in none, belongs to the facts of ``moment``."""
    if written_in is None:
        return moment.closed_at is None or at <= moment.closed_at
    # Moments of one document follow each other, so that a lower id was there first; those of others may overlap.
    is_in_time = written_in.id <= moment.id or moment.closed_at is None or at <= moment.closed_at
    return written_in.id == moment.id or (_order(written_in) < _order(moment) and is_in_time)


def is_known_at(action: Action, moment: Moment) -> bool:
    """Whether the action was there at the moment, in its document or added to it."""
    return action.recommendation.response.date <= moment.date and _was_there(action.added, moment)


def is_part_known_at(recommendation: Recommendation, journal: Sequence[Change], moment: Moment) -> bool:
    """Whether the recommendation was there at the moment, and not added to its document in a later round."""
    adding = (line for line in journal if line.fact == Fact.ADDED and line.recommendation_id == recommendation.id)
    return all(_is_known(moment, line.moment, line.at) for line in adding)


def _was_there(added: Added | None, moment: Moment) -> bool:
    return added is None or _is_known(moment, added.moment, added.at)


def _order(moment: Moment) -> tuple[date, int]:
    return (moment.date, moment.id)
