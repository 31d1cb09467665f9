"""The decisions of a follow-up moment: what its round changed per action, folded out of the journal."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mrdb.domain.facts import Fact
from mrdb.domain.followup import current_status, report_at
from mrdb.domain.meeting import Outcome, Round, outcomes
from mrdb.domain.period import Period, PeriodKind
from mrdb.domain.response import (
    Action,
    Agreement,
    Change,
    ManagementResponse,
    Realisation,
    Recommendation,
    StatusReport,
)
from mrdb.domain.rewind import standing
from mrdb.domain.status import Status


@dataclass(frozen=True, slots=True)
class StatusSet:
    """``old`` is None where there was no report yet; equal to ``new`` where only the comment is new."""

    old: Status | None
    new: Status


@dataclass(frozen=True, slots=True)
class Remark:
    """The comment as typed; ``is_reason`` where it says why an action is dropped."""

    text: str
    is_reason: bool


@dataclass(frozen=True, slots=True)
class DeadlineMoved:
    """``label`` is empty where the action has one deadline only; ``old`` is None for one that was agreed on."""

    label: str
    old: Period | None
    new: Period | None
    reason: str


@dataclass(frozen=True, slots=True)
class MilestoneReached:
    """``day`` is None where an earlier report of it was taken back."""

    label: str
    period: Period | None
    day: date | None


@dataclass(frozen=True, slots=True)
class ResponsibleChanged:
    """Phrases as typed, None where there is nobody; ``old_count`` and ``new_count`` are how many they name."""

    old: str | None
    new: str | None
    old_count: int
    new_count: int


@dataclass(frozen=True, slots=True)
class ActionAdded:
    """``text`` is that of the action."""

    text: str


@dataclass(frozen=True, slots=True)
class MilestoneAdded:
    label: str
    period: Period | None


Settled = (
    StatusSet
    | Remark
    | DeadlineMoved
    | MilestoneReached
    | ResponsibleChanged
    | ActionAdded
    | MilestoneAdded
    | Agreement
    | Realisation
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the round settled: for one action or one recommendation with its facts, or for all actions of one outcome
    together, without.

    CHANGED without facts stands for actions in which all that was changed was taken back.
    """

    response: ManagementResponse
    outcome: Outcome
    actions: tuple[Action, ...]
    facts: tuple[Settled, ...] = ()
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


def decisions(round_: Round) -> tuple[Decision, ...]:
    """What this round decided, by document: first each action that changed, by number, then the recommendations that
    were found realised or not, then the other actions together.

    As long as the moment is open, the actions that still have to come up are named too.
    """
    lines, became = _lines_by_action(round_), outcomes(round_.lines)
    changed: dict[int, list[Decision]] = defaultdict(list)
    others: dict[tuple[int, Outcome], list[Action]] = defaultdict(list)
    responses = {action.recommendation.response.id: action.recommendation.response for action in round_.actions}
    for action in round_.actions:
        response = action.recommendation.response
        facts = tuple(_facts(round_, action, lines[action.id]))
        if facts:
            changed[response.id].append(Decision(response, Outcome.CHANGED, (action,), facts))
        elif (left := _outcome_without_facts(round_, action, became.get(action.id, Outcome.OPEN))) is not None:
            others[response.id, left].append(action)
    return tuple(
        decision
        for id_, response in responses.items()
        for decision in (*changed[id_], *_realised(round_, response), *_together(response, others))
    )


def _realised(round_: Round, response: ManagementResponse) -> Iterator[Decision]:
    """The last answer on each recommendation of this document."""
    known = {a.recommendation.id: a.recommendation for a in round_.actions if a.recommendation.response == response}
    lines = sorted(standing(round_.lines), key=lambda line: line.id)
    answers = {line.recommendation_id: line.new for line in lines if line.fact == Fact.REALISED}
    for id_, recommendation in known.items():
        if answer := answers.get(id_):
            yield Decision(response, Outcome.CHANGED, (), (Realisation.from_code(answer),), recommendation)


def _together(response: ManagementResponse, others: dict[tuple[int, Outcome], list[Action]]) -> Iterator[Decision]:
    for kind in (Outcome.CONFIRMED, Outcome.CHANGED, Outcome.NOT_DISCUSSED, Outcome.OPEN):
        if actions := others.get((response.id, kind)):
            yield Decision(response, kind, tuple(actions))


def _outcome_without_facts(round_: Round, action: Action, found: Outcome) -> Outcome | None:
    """None for what needs no mention: an action that was closed before this round."""
    if found == Outcome.CHANGED and report_at(action, round_.moment) is not None:
        return Outcome.CONFIRMED  # it was reported on, and the report says what the one before said
    if found == Outcome.OPEN:
        status = current_status(action)
        is_over = not round_.moment.is_open or (status is not None and status.is_closed)
        return None if is_over else found
    return found


def _lines_by_action(round_: Round) -> defaultdict[int, list[Change]]:
    """This round's lines of each action, in the order in which they were written: a clock may be set back."""
    found: defaultdict[int, list[Change]] = defaultdict(list)
    for line in sorted(standing(round_.lines), key=lambda line: line.id):
        if line.action_id is not None:
            found[line.action_id].append(line)
    return found


def _facts(round_: Round, action: Action, lines: Sequence[Change]) -> Iterator[Settled]:
    values = [line for line in lines if line.fact not in {Fact.AGREEMENT, Fact.ADDED}]
    chains = [chain for chain in _chains(values) if chain[0].old != chain[-1].new]
    status, remark = _status(chains), _remark(round_, action, chains)
    others: list[Settled] = [*_moves(action, chains), *_reached(action, chains), *_responsible(action, chains)]
    yield from _added(lines)
    if status is not None:
        yield status
        if remark:
            yield Remark(remark, is_reason=status.new == Status.DROPPED)
    yield from others
    if status is None and remark:
        report = report_at(action, round_.moment)
        if report is not None and not others:
            yield StatusSet(report.status, report.status)
        yield Remark(remark, is_reason=False)
    yield from (Agreement.from_code(line.new) for line in lines if line.fact == Fact.AGREEMENT and line.new)


def _added(lines: Sequence[Change]) -> Iterator[Settled]:
    for line in lines:
        if line.fact == Fact.ADDED and line.milestone_id is None:
            yield ActionAdded(line.new or "")
        elif line.fact == Fact.ADDED:
            yield MilestoneAdded(line.milestone or "", Period.from_code(line.new) if line.new else None)


def _chains(lines: Sequence[Change]) -> list[list[Change]]:
    """The lines of one value after the other, from where it began to where it ended."""
    chains: defaultdict[tuple[Fact, int | None], list[Change]] = defaultdict(list)
    for line in lines:
        chains[line.fact, line.milestone_id].append(line)
    return list(chains.values())


def _of(chains: Sequence[list[Change]], field: Fact) -> list[list[Change]]:
    return [chain for chain in chains if chain[0].fact == field]


def _status(chains: Sequence[list[Change]]) -> StatusSet | None:
    for chain in _of(chains, Fact.STATUS):
        old, new = chain[0].old, chain[-1].new
        if new is not None:
            return StatusSet(Status(old) if old else None, Status(new))
    return None


def _remark(round_: Round, action: Action, chains: Sequence[list[Change]]) -> str:
    """What was commented in this round; nothing where that repeats an unchanged report of before."""
    (chain,) = _of(chains, Fact.COMMENT) or ([],)
    said = (chain[-1].new or "").strip() if chain else ""
    before = _report_before(round_, action)
    is_repeated = before is not None and before.comment.strip() == said and _status(chains) is None
    return "" if is_repeated else said


def _report_before(round_: Round, action: Action) -> StatusReport | None:
    earlier = {moment.id for moment in round_.earlier}
    return next((report for report in reversed(action.reports) if report.moment.id in earlier), None)


def _moves(action: Action, chains: Sequence[list[Change]]) -> Iterator[DeadlineMoved]:
    deadlines = [m for m in action.milestones if m.period is None or m.period.kind == PeriodKind.DEADLINE]
    for chain in _of(chains, Fact.PERIOD):
        first, last = chain[0], chain[-1]
        # A move that was taken back leaves the deadline where an earlier line put it, for the reason given there.
        reason = next((line.reason for line in reversed(chain) if line.new == last.new and line.reason), "")
        yield DeadlineMoved(
            label=(last.milestone or "") if len(deadlines) > 1 else "",
            old=Period.from_code(first.old) if first.old else None,
            new=Period.from_code(last.new) if last.new else None,
            reason=reason,
        )


def _reached(action: Action, chains: Sequence[list[Change]]) -> Iterator[MilestoneReached]:
    known = {milestone.id: milestone for milestone in action.milestones}
    for chain in _of(chains, Fact.REACHED):
        last = chain[-1]
        period = known[last.milestone_id].period if last.milestone_id in known else None
        yield MilestoneReached(last.milestone or "", period, date.fromisoformat(last.new) if last.new else None)


def _responsible(action: Action, chains: Sequence[list[Change]]) -> Iterator[ResponsibleChanged]:
    names = next(iter(_of(chains, Fact.RESPONSIBLES)), [])
    old_count = len((names[0].old or "").splitlines()) if names else len(action.responsibles)
    new_count = len((names[-1].new or "").splitlines()) if names else len(action.responsibles)
    for chain in _of(chains, Fact.RESPONSIBLE):
        yield ResponsibleChanged(chain[0].old, chain[-1].new, old_count, new_count)
