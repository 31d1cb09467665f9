"""The past out of the journal: which lines still hold, what stood there before one, what a round's gestures were.

What a line is about is told by its ids alone; its label is for people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import takewhile

from mrdb.domain.codes import Known, Thing, code_of, with_code
from mrdb.domain.facts import OF_MOMENT, Fact, Kind, Subject
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, ManagementResponse, Milestone, Moment, MomentState, Recommendation
from mrdb.domain.returned import Value
from mrdb.domain.status import Status

NO_GESTURES = {*OF_MOMENT, Fact.NOT_DISCUSSED, Fact.ADDED}
"""What is said of the moment itself is no gesture of somebody who follows up an action. What was added stays: later
words may be about it. One that is not wanted is dropped with its reason, and put away where it came in by mistake. What
a new version of the document states otherwise is in no moment, and so no gesture either: another version puts it right.
"""


@dataclass(frozen=True, slots=True)
class Gesture:
    """All that one person changed with one click, in one action (or one recommendation): lines as written.

    ``is_last`` where nothing of the same action changed after it: only then can it be taken back as it stands.
    """

    lines: tuple[Change, ...]
    is_last: bool

    @property
    def action_id(self) -> int | None:
        return self.lines[0].action_id

    @property
    def author(self) -> str:
        return self.lines[0].author

    @property
    def at(self) -> datetime:
        return self.lines[0].at


REWOUND = frozenset(fact for fact in Fact if fact.attribute and fact.subject not in {Subject.REPORT, Subject.MOMENT})
"""What the past takes back; what was reported stands in the reports, each with its moment."""


def standing(lines: Iterable[Change]) -> tuple[Change, ...]:
    """The lines that still hold, in the order given: neither taken back, nor the taking back itself."""
    lines = tuple(lines)
    undone = {line.undoes for line in lines}
    return tuple(line for line in lines if line.undoes is None and line.id not in undone)


def by_action(journal: Iterable[Change]) -> defaultdict[int, list[Change]]:
    """The lines of each action, by its id, in the order given."""
    found: defaultdict[int, list[Change]] = defaultdict(list)
    for line in journal:
        if line.action_id is not None:
            found[line.action_id].append(line)
    return found


def gestures(lines: Iterable[Change], parts: Mapping[int, int]) -> tuple[Gesture, ...]:
    """What can be taken back among the lines of one moment, the newest first; what has been taken back is gone.

    ``parts`` tells the recommendation of each action. Whether that one is realised was answered on the ground of its
    actions: the answer is taken back before them.
    """
    grouped: dict[tuple[object, ...], list[Change]] = {}
    for line in sorted(standing(lines), key=lambda line: line.id):
        if line.fact not in NO_GESTURES:
            grouped.setdefault((_subject(line), line.author, line.at), []).append(line)
    seen: set[object] = set()
    found: list[Gesture] = []
    for group in reversed(grouped.values()):
        subject, answer = _subject(group[0]), (None, parts.get(group[0].action_id or 0))
        found.append(Gesture(tuple(group), is_last=subject not in seen and answer not in seen))
        seen.add(subject)
    return tuple(found)


def _subject(line: Change) -> object:
    return (line.action_id, line.recommendation_id)


def before(thing: Thing, line: Change) -> Thing:
    """It as it was before this line was written, an action with its milestones.

    A line about something else, or that no longer fits what stands there, changes nothing.
    """
    if isinstance(thing, Action) and line.fact.subject == Subject.MILESTONE:
        return replace(thing, milestones=tuple(before(one, line) for one in thing.milestones))
    return with_code(thing, line.fact, line.old) if is_result(thing, line) else thing


def with_first_periods(milestones: Iterable[Milestone], lines: Iterable[Change]) -> tuple[Milestone, ...]:
    """Each with the date that it had before it ever moved, where it stands elsewhere; the newest line comes first."""
    first = {line.milestone_id: line.old for line in standing(lines) if line.fact == Fact.PERIOD and line.old}
    return tuple(with_first_period(milestone, first.get(milestone.id)) for milestone in milestones)


def with_first_period(milestone: Milestone, code: str | None) -> Milestone:
    """With the date of this code as the first one, unless it stands there still."""
    first = Period.from_code(code) if code else None
    is_moved = first is not None and milestone.period is not None and first.due != milestone.period.due
    return replace(milestone, first_period=first if is_moved else None)


def is_result(thing: Known, line: Change) -> bool:
    """Whether this line is about it, and it stands where the line put it."""
    return _is_about(thing, line) and bool(line.fact.attribute) and code_of(thing, line.fact) == (line.new or None)


def _is_about(thing: Known, line: Change) -> bool:
    match line.fact.subject:
        case Subject.RESPONSE:
            return isinstance(thing, ManagementResponse) and thing.id == line.response_id
        case Subject.RECOMMENDATION:
            return isinstance(thing, Recommendation) and thing.id == line.recommendation_id
        case Subject.ACTION:
            return isinstance(thing, Action) and thing.id == line.action_id
        case Subject.MILESTONE:
            return isinstance(thing, Milestone) and thing.id == line.milestone_id
        case Subject.REPORT | Subject.MOMENT | Subject.YEAR | Subject.PERSON:
            return False


def present_code(action: Action, fact: Fact, milestone_id: int | None = None) -> str | None:
    """What is known now: of a status and a comment the last, whichever moment it was said at."""
    if fact.subject == Subject.MILESTONE:
        milestone = next((one for one in action.milestones if one.id == milestone_id), None)
        return code_of(milestone, fact) if milestone and fact.attribute else None
    match fact:
        case Fact.STATUS:
            status = current_status(action)
            return status.value if status else None
        case Fact.COMMENT:
            return last_comment(action) or None
    return code_of(action, fact) if fact.subject == Subject.ACTION and fact.attribute else None


def cell_value(fact: Fact, code: str | None) -> Value:
    """What a code of the journal looks like in the cell in which people fill the fact in."""
    if not code:
        return None
    match fact.kind:
        case Kind.STATUS:
            return Status(code)
        case Kind.DAY:
            return date.fromisoformat(code)
        case Kind.PERIOD:
            return Period.from_code(code).due
    return code


def present_value(action: Action, fact: Fact, milestone_id: int | None = None) -> Value:
    """What is known now of a fact, in the shape in which people fill it in."""
    return cell_value(fact, present_code(action, fact, milestone_id))


def code_at(
    action: Action, lines: Sequence[Change], line_id: int, fact: Fact, milestone_id: int | None = None
) -> str | None:
    """What was known when ``line_id`` was the newest line of the journal; ``lines`` are all of the action since then,
    newest first, with older ones or without."""
    since = list(takewhile(lambda line: line.id > line_id, lines))
    if not since or not fact.attribute:
        return present_code(action, fact, milestone_id)
    if fact == Fact.COMMENT:
        return _comment_before(action, since)
    of_fact = [line for line in since if (line.fact, line.milestone_id) == (fact, milestone_id)]
    return of_fact[-1].old if of_fact else present_code(action, fact, milestone_id)


def closed_since(journal: Iterable[Change], line_id: int) -> tuple[Moment, ...]:
    """The moments that were open when ``line_id`` was the newest line and are closed by now; ``journal``, the newest
    line first, has all lines since."""
    first = {line.moment: line for line in journal if line.id > line_id and line.fact == Fact.MOMENT}
    closing = (MomentState.OPEN.value, MomentState.CLOSED.value)
    return tuple(m for m, line in first.items() if m and (line.old, line.new) == closing and not m.is_open)


def _comment_before(action: Action, since: Iterable[Change]) -> str | None:
    """The last comment there was: of the newest moment that had one. What confirmed an earlier report brought its."""
    said = {(report.moment.date, report.moment.id): report.comment for report in action.reports}
    for line in since:
        if line.moment is not None and line.fact in {Fact.COMMENT, Fact.CONFIRMED}:
            said[line.moment.date, line.moment.id] = line.old or "" if line.fact == Fact.COMMENT else ""
    return next((comment for _, comment in sorted(said.items(), reverse=True) if comment), None)
