"""Follow-up moments side by side: how an action stood at each, what changed between two of them, and what slipped.

The present rows and the journal together tell the past: what was written after a moment is taken back, newest first.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from mrdb.domain.codes import Difference, Thing, code_of, differences
from mrdb.domain.discussed import Outcome
from mrdb.domain.facts import FOLLOWED_UP, Fact, Subject, Way, facts_of
from mrdb.domain.followup import is_closed
from mrdb.domain.once import once
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Added, Change, Milestone, Moment, Recommendation
from mrdb.domain.rewind import before, by_action, is_result, present_code, standing, with_first_periods
from mrdb.domain.status import Status, Urgency
from mrdb.domain.timeline import milestone_urgency

Progress = tuple[Moment, Counter[Status | None]]
"""How many actions stood where at a moment; the key None counts those without a report."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A deadline that moved later, or that is late and not reached; ``old`` is where it stood before.

    ``days_moved`` and ``days_late`` (on the day of the later moment) are 0 where that did not happen.
    """

    milestone: Milestone
    old: Period | None
    days_moved: int
    days_late: int
    reason: str


@dataclass(frozen=True, slots=True)
class ActionComparison:
    """One action as it stood at both moments; ``is_discussed`` says whether it was, after the older until the newer."""

    old: Action
    new: Action
    is_discussed: bool
    differences: tuple[Difference, ...]
    slips: tuple[Slip, ...]

    @property
    def outcome(self) -> Outcome | None:
        """What became of it between the two moments; None where it was closed already and nobody came back to it."""
        if self.differences:
            return Outcome.CHANGED
        if self.is_discussed:
            return Outcome.CONFIRMED
        return None if is_closed(self.old) else Outcome.NOT_DISCUSSED


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two moments, the older one first, and the actions that both know, in the order given; ``added`` came between.

    ``slipped`` are those of all actions of which a deadline moved later or was late at the newer moment.
    """

    older: Moment
    newer: Moment
    changed: tuple[ActionComparison, ...]
    unchanged: tuple[ActionComparison, ...]
    slipped: tuple[ActionComparison, ...]
    added: tuple[Action, ...]


def compare(actions: Sequence[Action], journal: Sequence[Change], one: Moment, other: Moment) -> Comparison:
    """Compares the actions at two moments, whichever of them comes first; ``journal`` has its newest line first."""
    older, newer = sorted((one, other), key=lambda one: one.order)
    lines = by_action(journal)
    compared = [_compared(action, lines[action.id], older, newer) for action in actions if is_known_at(action, older)]
    return Comparison(
        older,
        newer,
        changed=tuple(one for one in compared if one.differences),
        unchanged=tuple(one for one in compared if not one.differences),
        slipped=tuple(one for one in compared if one.slips),
        added=tuple(
            action_as_of(action, lines[action.id], newer)
            for action in actions
            if action.added is not None and is_known_at(action, newer) and not is_known_at(action, older)
        ),
    )


def as_of(thing: Thing, journal: Sequence[Change], moment: Moment) -> Thing:
    """A document's head, a recommendation or an action in the words of that moment; ``journal`` is the newest first.

    What was written into a moment that came to be after this one was closed leaves it as it was, even when that moment
    bears an earlier date.
    """
    for line in journal:
        if not _is_known(moment, line.moment, line.at):
            thing = before(thing, line)
    return thing


def action_as_of(action: Action, journal: Sequence[Change], moment: Moment) -> Action:
    """The action as it stood at the moment: the report of that moment or the last before it, and its deadlines then.

    ``journal`` holds at least the lines of this action, the newest first.
    """
    action = as_of(action, journal, moment)
    reports = tuple(report for report in action.reports if _is_known(moment, report.moment, report.at))
    there = [one for one in action.milestones if _was_there(one.added, moment)]
    discussed = tuple(one for one in action.discussed if one.order <= moment.order)
    return replace(action, reports=reports, milestones=with_first_periods(there, journal), discussed=discussed)


def reporting_moments(action: Action, moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """The moments in which the action's document existed, the newest first."""
    return tuple(sorted((m for m in moments if is_known_at(action, m)), key=lambda one: one.order, reverse=True))


@once
def progress(actions: Sequence[Action], moments: Sequence[Moment]) -> list[Progress]:
    """Where the actions stood at each moment, the oldest first."""
    return [
        (moment, Counter(_status_at(one, moment) for one in actions if is_known_at(one, moment)))
        for moment in sorted(moments, key=lambda one: one.order)
    ]


def _status_at(action: Action, moment: Moment) -> Status | None:
    said = (one.status for one in reversed(action.reports) if _is_known(moment, one.moment, one.at))
    return next(said, None)


def _compared(action: Action, journal: Sequence[Change], older: Moment, newer: Moment) -> ActionComparison:
    old, new = action_as_of(action, journal, older), action_as_of(action, journal, newer)
    agreed = (one.agreement.code() for one in action.agreements if _is_between(one.moment, older, newer))
    return ActionComparison(
        old=old,
        new=new,
        is_discussed=any(_is_between(moment, older, newer) for moment in action.discussed),
        differences=(
            *_differences(old, new, journal),
            *(Difference(Fact.AGREEMENT, None, code) for code in agreed),
        ),
        slips=tuple(_slips(old, new, journal, newer.date)),
    )


def _is_between(moment: Moment, older: Moment, newer: Moment) -> bool:
    return older.order < moment.order <= newer.order


def _differences(old: Action, new: Action, journal: Sequence[Change]) -> Iterator[Difference]:
    for fact in FOLLOWED_UP:
        before_code, after_code = present_code(old, fact), present_code(new, fact)
        if before_code != after_code:
            yield Difference(fact, before_code, after_code)
    known = {milestone.id: milestone for milestone in old.milestones}
    for after in new.milestones:
        former = known.get(after.id)
        if former is None:
            yield Difference(Fact.ADDED, None, code_of(after, Fact.PERIOD), after)
            continue
        for one in differences(former, after, facts_of(Subject.MILESTONE, Way.FORM)):
            reason = _reason(after, journal) if one.fact == Fact.PERIOD else ""
            yield replace(one, milestone=after, reason=reason)


def _slips(old: Action, new: Action, journal: Sequence[Change], day: date) -> Iterator[Slip]:
    known = {milestone.id: milestone for milestone in old.milestones}
    for after in new.milestones:
        former = known.get(after.id, after)
        if after.period is None or after.period.due is None:
            continue
        was_due = former.period.due if former.period else None
        moved = max((after.period.due - was_due).days, 0) if was_due else 0
        is_late = milestone_urgency(new, after, day) == Urgency.OVERDUE
        late = (day - after.period.due).days if is_late else 0
        if moved or late:
            yield Slip(after, former.period, moved, late, _reason(after, journal) if moved else "")


def _reason(milestone: Milestone, journal: Sequence[Change]) -> str:
    """Why the milestone came to stand where it stands."""
    lines = (line for line in standing(journal) if line.fact == Fact.PERIOD and is_result(milestone, line))
    return next((line.reason for line in lines), "")


def _is_known(moment: Moment, written_in: Moment | None, at: datetime) -> bool:
    """Whether what was written in another moment, or at this time in none, belongs to the facts of ``moment``."""
    if written_in is None:
        return moment.closed_at is None or at <= moment.closed_at
    # Moments of one document follow each other, so that a lower id was there first; those of others may overlap.
    is_in_time = written_in.id <= moment.id or moment.closed_at is None or at <= moment.closed_at
    return written_in.id == moment.id or (written_in.order < moment.order and is_in_time)


def is_known_at(action: Action, moment: Moment) -> bool:
    """Whether the action was there at the moment, in its document or added to it."""
    return action.recommendation.response.date <= moment.date and _was_there(action.added, moment)


def is_part_known_at(recommendation: Recommendation, journal: Sequence[Change], moment: Moment) -> bool:
    """Whether the recommendation was there at the moment, and not added to its document in a later round."""
    adding = (line for line in journal if line.fact == Fact.ADDED and line.recommendation_id == recommendation.id)
    return all(_is_known(moment, line.moment, line.at) for line in adding)


def _was_there(added: Added | None, moment: Moment) -> bool:
    return added is None or _is_known(moment, added.moment, added.at)
