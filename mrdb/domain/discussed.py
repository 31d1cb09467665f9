"""What became of an action in a round: the one rule for *besproken*, *gewijzigd*, *bevestigd ongewijzigd*, *niet aan
bod* and *laatst opgevolgd*, for every screen and file.

An action was discussed at a moment where any line of it still holds, but the one that says that it was not discussed.
It was changed where the round settled something: a value is another one than before, something was added or agreed.
What is said again word for word, or put back, confirms it unchanged, and so does a remark that stays inside.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from mrdb.domain.codes import Difference
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.followup import report_at
from mrdb.domain.response import Action, Change, Moment
from mrdb.domain.rewind import by_action, standing

ASIDE = frozenset({Fact.AGREEMENT_DONE, Fact.PREPARED})
"""What is said beside the follow-up: by none of these alone an action is discussed."""


class Outcome(Enum):
    """What became of an action in this round."""

    OPEN = "open"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    NOT_DISCUSSED = "not_discussed"


def outcomes(actions: Iterable[Action], lines: Iterable[Change]) -> dict[int, Outcome]:
    """What became of each action (by id) in the moment that these lines are of; one without a line is still open.

    That an agreement of before is done, is said without the action coming up.
    """
    written = by_action(line for line in standing(lines) if line.fact not in ASIDE)
    return {action.id: _became(action, written[action.id]) for action in actions if action.id in written}


def _became(action: Action, lines: Sequence[Change]) -> Outcome:
    if all(line.fact == Fact.NOT_DISCUSSED for line in lines):
        return Outcome.NOT_DISCUSSED
    return Outcome.CHANGED if any(True for _ in settled(action, lines)) else Outcome.CONFIRMED


def is_discussed_at(action: Action, moment: Moment) -> bool:
    return any(one.id == moment.id for one in action.discussed)


def last_discussed(action: Action) -> Moment | None:
    """When it was last followed up, whatever was said or done."""
    return action.discussed[-1] if action.discussed else None


def comes_up(action: Action, moment: Moment) -> bool:
    """Whether it is for this moment: what was closed before it does not come up any more, unless somebody brings it
    up all the same, or prepared something for it."""
    if is_discussed_at(action, moment) or (moment.is_open and action.prepared):
        return True
    at = moment.order
    last = next((report for report in reversed(action.reports) if report.moment.order < at), None)
    was_there = action.added is None or action.added.moment.order <= at
    return was_there and not (last and last.status.is_closed)


def settled(action: Action, lines: Iterable[Change]) -> Iterator[Difference]:
    """What its lines of one moment, those that still hold, come to in the end.

    What came to be, then the status and the comment that explains it, then all else; agreements stand last. A status
    that is the same before and after says that only the comment is new.
    """
    # In the order in which they were written: a clock may be set back.
    lines = sorted(lines, key=lambda line: line.id)
    found = list(_folded(action, lines))
    moment = next((line.moment for line in lines if line.moment), None)
    yield from (one for one in found if one.fact == Fact.ADDED)
    status = next((one for one in found if one.fact == Fact.STATUS and one.new and one.old != one.new), None)
    comment = next((one for one in found if one.fact == Fact.COMMENT and one.new), None)
    if comment and moment and status is None and _is_repeated(action, moment, comment):
        comment = None
    others = [one for one in found if one.fact.subject != Subject.REPORT and one.fact not in _APART]
    others = [one for one in others if one.old != one.new]
    if status:
        yield status
    elif comment and moment and not others and (report := report_at(action, moment)):
        yield Difference(Fact.STATUS, report.status.value, report.status.value)
    said = [comment] if comment else []
    yield from (*said, *others) if status or not others else (*others, *said)
    yield from (one for one in found if one.fact in {Fact.AGREEMENT, Fact.AGREEMENT_DONE} and one.new)


_APART = {Fact.ADDED, Fact.AGREEMENT, Fact.CONFIRMED, Fact.NOT_DISCUSSED, *ASIDE}
"""Each line of these tells something of its own; all others tell what became of a value."""


def _folded(action: Action, lines: Iterable[Change]) -> Iterator[Difference]:
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


def _is_repeated(action: Action, moment: Moment, comment: Difference) -> bool:
    """Whether it says what was last said before this moment."""
    earlier = (one.comment for one in reversed(action.reports) if one.moment.order < moment.order)
    return next((said.strip() for said in earlier if said.strip()), None) == (comment.new or "").strip()
