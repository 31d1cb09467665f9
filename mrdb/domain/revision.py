"""A document that is there already comes in anew: how it is recognised, and what its new version changes.

Nothing is ever taken away: what the new version does not mention stays as it is, and so does what it leaves empty.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mrdb.domain.codes import Difference, Drafted, Known, code_of, differences
from mrdb.domain.draft import Draft, DraftAction, DraftMilestone, DraftRecommendation
from mrdb.domain.edit import Edit, Move
from mrdb.domain.facts import Fact, Subject, Way, facts_of
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, ManagementResponse, Recommendation
from mrdb.domain.wording import folded


@dataclass(frozen=True, slots=True)
class PartRevision:
    """What the document states otherwise in its head or in one recommendation."""

    part: ManagementResponse | Recommendation
    changes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ActionRevision:
    """What changes in one action: ``correction`` is what the document itself states otherwise, in no follow-up moment;
    ``news`` is what people do or say, and goes into the open one.
    """

    action: Action
    correction: Edit
    news: Edit

    @property
    def is_empty(self) -> bool:
        return self.correction.is_empty and self.news.is_empty


@dataclass(frozen=True, slots=True)
class Revision:
    """All that a new version changes in one management response, in the document's order.

    ``new_actions`` stand under recommendations that are there, ``new_parts`` bring theirs along: those whose number is
    not there yet. ``absent`` is what the new version does not mention. ``other_date`` is the date that it bears
    instead: the response keeps its own.
    """

    response: ManagementResponse
    parts: tuple[PartRevision, ...]
    actions: tuple[ActionRevision, ...]
    new_actions: tuple[tuple[Recommendation, DraftAction], ...]
    new_parts: tuple[DraftRecommendation, ...]
    absent: tuple[Recommendation | Action, ...]
    other_date: date | None

    @property
    def is_empty(self) -> bool:
        return not (self.parts or self.actions or self.new_actions or self.new_parts)

    @property
    def wants_moment(self) -> bool:
        """Whether there is news that is laid down in a follow-up moment, and not a fact of the document alone."""
        return bool(self.new_actions or self.new_parts) or any(not one.news.is_empty for one in self.actions)


def recognised(
    draft: Draft, responses: Iterable[ManagementResponse], actions: Sequence[Action]
) -> ManagementResponse | None:
    """The management response of which this is another version: by its subject, the same date first, else because it
    holds more than half of the draft's actions, number and text alike. The newest one of several."""
    newest_first = sorted(responses, key=lambda one: (one.date, one.id), reverse=True)
    same = [one for one in newest_first if folded(one.subject) == folded(draft.subject)]
    if same:
        return next((one for one in same if one.date == draft.date), same[0])
    promised = {(one.number, folded(one.text)) for part in draft.recommendations for one in part.actions}
    shared: defaultdict[int, int] = defaultdict(int)
    for action in actions:
        shared[action.recommendation.response.id] += (action.number, folded(action.text)) in promised
    alike = [one for one in newest_first if 2 * shared[one.id] > len(promised)]
    return max(alike, key=lambda one: shared[one.id], default=None)


def revise(
    draft: Draft,
    response: ManagementResponse,
    recommendations: Sequence[Recommendation],
    actions: Sequence[Action],
    journal: Iterable[Change],
) -> Revision:
    """Lays the new version beside what is there; recommendations and actions are the same where their numbers are.

    What somebody followed up since is newer than what the document still says of it: a status, a responsible or a date
    that stood there before is no news.
    """
    parts = {part.number: part for part in recommendations if part.response.id == response.id}
    known = {action.number: action for action in actions if action.recommendation.response.id == response.id}
    former = _former_codes(journal)
    pairs = [(part, action) for part in draft.recommendations for action in part.actions]
    promised = {action.number: action for _, action in pairs}
    changed = (_action(known[number], action, former) for number, action in promised.items() if number in known)
    return Revision(
        response=response,
        parts=tuple(one for one in _parts(response, draft, parts) if one.changes),
        actions=tuple(one for one in changed if not one.is_empty),
        new_actions=tuple(
            (parts[part.number], action)
            for part, action in pairs
            if part.number in parts and action.number not in known
        ),
        new_parts=tuple(
            replace(part, actions=tuple(one for one in part.actions if one.number not in known))
            for part in draft.recommendations
            if part.number not in parts
        ),
        absent=(
            *(part for number, part in parts.items() if number not in {one.number for one in draft.recommendations}),
            *(action for number, action in known.items() if number not in promised),
        ),
        other_date=draft.date if draft.date != response.date else None,
    )


def _parts(response: ManagementResponse, draft: Draft, known: dict[str, Recommendation]) -> Iterator[PartRevision]:
    yield PartRevision(response, _stated_otherwise(response, draft, Subject.RESPONSE))
    for part in draft.recommendations:
        if (old := known.get(part.number)) is not None:
            yield PartRevision(old, _stated_otherwise(old, part, Subject.RECOMMENDATION))


def _stated_otherwise(old: Known, new: Drafted, subject: Subject) -> tuple[Difference, ...]:
    """The facts that say something else; one that the new version leaves empty says nothing."""
    found = differences(old, new, facts_of(subject, Way.VERSION))
    return tuple(one for one in found if one.new and one.new.strip() != (one.old or "").strip())


def _action(old: Action, new: DraftAction, former: Mapping[tuple[int, Fact], set[str]]) -> ActionRevision:
    stated = {one.fact: (one.new or "").strip() for one in _stated_otherwise(old, new, Subject.ACTION)}
    moves, added = _milestones(old, new) if Fact.CALENDAR in stated else ([], [])
    news = {
        fact: text
        for fact, text in stated.items()
        if fact.is_followed_up and folded(text) not in {folded(code_of(old, fact) or ""), *former[old.id, fact]}
    }
    said = _said(old, new)
    return ActionRevision(
        action=old,
        correction=Edit(moves=tuple(moves), texts={f: text for f, text in stated.items() if not f.is_followed_up}),
        news=replace(
            said,
            texts=news,
            responsibles=new.responsibles if Fact.RESPONSIBLE in news else None,
            added=tuple(added),
        ),
    )


def _milestones(old: Action, new: DraftAction) -> tuple[list[Move], list[DraftMilestone]]:
    """Which of them move, and which are new. A date that was reached, or that the document promised before it moved,
    stays as it is; one that is told twice, or that a later date of another one already stands for, comes once."""
    moves: list[Move] = []
    told: dict[object, DraftMilestone] = {}
    left = list(old.milestones)
    for milestone in new.milestones:
        label, days = folded(milestone.label), _days(milestone.period)
        same = [one for one in left if folded(one.label) == label]
        if not same:
            told.setdefault((label, days), milestone)
            continue
        found = next((one for one in same if _days(one.period) == days), same[0])
        left.remove(found)
        is_known = days in {_days(found.period), _days(found.first_period)}
        if milestone.period is not None and not is_known and found.reached_on is None:
            moves.append(Move(found.id, milestone.period, ""))
    moved = {move.milestone_id: move.period for move in moves}
    there = {(folded(one.label), _days(moved.get(one.id, one.period))) for one in old.milestones}
    return moves, [one for key, one in told.items() if key not in there]


def _days(period: Period | None) -> object:
    return (period.kind, period.first, period.last) if period else None


def _said(old: Action, new: DraftAction) -> Edit:
    """The stand van zaken of the new version, unless a report of the action said the very same."""
    comment = new.comment.strip() or (last_comment(old) if new.status == current_status(old) else "")
    if new.status is None or (new.status, folded(comment)) in {
        (one.status, folded(one.comment)) for one in old.reports
    }:
        return Edit()
    return Edit(new.status, comment)


def _former_codes(journal: Iterable[Change]) -> defaultdict[tuple[int, Fact], set[str]]:
    """What stood in each action's own facts before, folded: that is no news when a document still says so."""
    former: defaultdict[tuple[int, Fact], set[str]] = defaultdict(set)
    for line in journal:
        if line.action_id is not None and line.fact.subject == Subject.ACTION and line.old:
            former[line.action_id, line.fact].add(folded(line.old))
    return former
