"""The decisions of a follow-up moment: what its round changed per action, folded out of the journal."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mrdb.domain.codes import Difference
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.followup import is_closed, report_at
from mrdb.domain.meeting import Outcome, Round, outcomes
from mrdb.domain.once import once
from mrdb.domain.response import Action, Change, ManagementResponse, Recommendation
from mrdb.domain.rewind import by_action, standing


@dataclass(frozen=True, slots=True)
class Decision:
    """What the round settled: for one action or one recommendation with what differs at its end, or for all actions of
    one outcome together, without.

    A status that is the same before and after says that only the comment is new. CHANGED with nothing ``settled``
    stands for actions in which all that was changed was taken back.
    """

    response: ManagementResponse
    outcome: Outcome
    actions: tuple[Action, ...]
    settled: tuple[Difference, ...] = ()
    recommendation: Recommendation | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The decision list as it was fixed, in the words it was corrected to; ``at`` is in UTC.

    Once its moment is opened again it no longer ``holds``.
    """

    moment_id: int
    text: str
    author: str
    at: datetime
    holds: bool = True


@once
def decisions(round_: Round) -> tuple[Decision, ...]:
    """What this round decided, by document: first each action that changed, by number, then the recommendations that
    were found realised or not, then the other actions together.

    As long as the moment is open, the actions that still have to come up are named too.
    """
    # In the order in which they were written: a clock may be set back.
    written = sorted(standing(round_.lines), key=lambda line: line.id)
    lines, became = by_action(written), outcomes(round_.lines)
    changed: dict[int, list[Decision]] = defaultdict(list)
    others: dict[tuple[int, Outcome], list[Action]] = defaultdict(list)
    responses = {action.recommendation.response.id: action.recommendation.response for action in round_.actions}
    for action in round_.actions:
        response = action.recommendation.response
        settled = tuple(_settled(round_, action, lines[action.id]))
        if settled:
            changed[response.id].append(Decision(response, Outcome.CHANGED, (action,), settled))
        elif (left := _outcome_otherwise(round_, action, became.get(action.id, Outcome.OPEN))) is not None:
            others[response.id, left].append(action)
    return tuple(
        decision
        for id_, response in responses.items()
        for decision in (*changed[id_], *_realised(round_, response, written), *_together(response, others))
    )


def _realised(round_: Round, response: ManagementResponse, lines: Sequence[Change]) -> Iterator[Decision]:
    """The last answer on each recommendation of this document."""
    known = {a.recommendation.id: a.recommendation for a in round_.actions if a.recommendation.response == response}
    answers = {line.recommendation_id: line.new for line in lines if line.fact == Fact.REALISED}
    for id_, recommendation in known.items():
        if answer := answers.get(id_):
            found = Difference(Fact.REALISED, None, answer)
            yield Decision(response, Outcome.CHANGED, (), (found,), recommendation)


def _together(response: ManagementResponse, others: dict[tuple[int, Outcome], list[Action]]) -> Iterator[Decision]:
    for kind in (Outcome.CONFIRMED, Outcome.CHANGED, Outcome.NOT_DISCUSSED, Outcome.OPEN):
        if actions := others.get((response.id, kind)):
            yield Decision(response, kind, tuple(actions))


def _outcome_otherwise(round_: Round, action: Action, found: Outcome) -> Outcome | None:
    """None for what needs no mention: an action that was closed before this round."""
    if found == Outcome.CHANGED and report_at(action, round_.moment) is not None:
        return Outcome.CONFIRMED  # it was reported on, and the report says what the one before said
    if found == Outcome.OPEN:
        return None if is_closed(action) or not round_.moment.is_open else found
    return found


def _settled(round_: Round, action: Action, lines: Sequence[Change]) -> Iterator[Difference]:
    """What came to be, then the status and the comment that explains it, then all else; agreements stand last."""
    found = list(_folded(action, lines))
    yield from (one for one in found if one.fact == Fact.ADDED)
    status = next((one for one in found if one.fact == Fact.STATUS and one.new and one.old != one.new), None)
    comment = next((one for one in found if one.fact == Fact.COMMENT and one.new), None)
    if comment and status is None and _is_repeated(round_, action, comment):
        comment = None
    others = [one for one in found if one.fact.subject != Subject.REPORT and one.fact not in _APART]
    others = [one for one in others if one.old != one.new]
    if status:
        yield status
    elif comment and not others and (report := report_at(action, round_.moment)):
        yield Difference(Fact.STATUS, report.status.value, report.status.value)
    said = [comment] if comment else []
    yield from (*said, *others) if status or not others else (*others, *said)
    yield from (one for one in found if one.fact == Fact.AGREEMENT and one.new)


_APART = {Fact.ADDED, Fact.AGREEMENT, Fact.CONFIRMED, Fact.NOT_DISCUSSED}
"""Each line of these tells something of its own; all others tell what became of a value."""


def _folded(action: Action, lines: Sequence[Change]) -> Iterator[Difference]:
    """From the first old value to the last new one, in the order in which they were first written."""
    known = {milestone.id: milestone for milestone in action.milestones}
    chains: defaultdict[tuple[Fact, int | None, int | None], list[Change]] = defaultdict(list)
    for line in lines:
        chains[line.fact, line.milestone_id, line.id if line.fact in _APART else None].append(line)
    for (fact, milestone_id, _), chain in chains.items():
        last = chain[-1]
        # A move that was taken back leaves the deadline where an earlier line put it, for the reason given there.
        reason = next((line.reason for line in reversed(chain) if line.new == last.new and line.reason), "")
        yield Difference(fact, chain[0].old, last.new, known.get(milestone_id or 0), reason)


def _is_repeated(round_: Round, action: Action, comment: Difference) -> bool:
    """Whether it says what the report of before said."""
    earlier = {moment.id for moment in round_.earlier}
    before = next((report for report in reversed(action.reports) if report.moment.id in earlier), None)
    return before is not None and before.comment.strip() == (comment.new or "").strip()
