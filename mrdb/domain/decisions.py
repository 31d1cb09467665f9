"""The decisions of a follow-up moment: what its round changed per action, folded out of the journal."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mrdb.domain.codes import Difference
from mrdb.domain.discussed import Outcome, comes_up, outcomes, settled
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import Round
from mrdb.domain.once import once
from mrdb.domain.response import Action, Change, ManagementResponse, Recommendation
from mrdb.domain.rewind import by_action, standing


@dataclass(frozen=True, slots=True)
class Decision:
    """What the round settled: for one action or one recommendation with what differs at its end, or for all actions of
    one outcome together, without.

    See ``discussed.settled``.
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
    lines, became = by_action(written), outcomes(round_.actions, round_.lines)
    changed: dict[int, list[Decision]] = defaultdict(list)
    others: dict[tuple[int, Outcome], list[Action]] = defaultdict(list)
    responses = {action.recommendation.response.id: action.recommendation.response for action in round_.actions}
    for action in round_.actions:
        response = action.recommendation.response
        found = tuple(settled(action, lines[action.id]))
        if found:
            changed[response.id].append(Decision(response, Outcome.CHANGED, (action,), found))
        outcome = became.get(action.id, Outcome.OPEN)
        if outcome == Outcome.CHANGED:
            continue
        if outcome != Outcome.OPEN or (round_.moment.is_open and comes_up(action, round_.moment)):
            others[response.id, outcome].append(action)
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
    for kind in (Outcome.CONFIRMED, Outcome.NOT_DISCUSSED, Outcome.OPEN):
        if actions := others.get((response.id, kind)):
            yield Decision(response, kind, tuple(actions))
