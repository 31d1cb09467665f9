"""A document that is there already comes in anew: how it is recognised, and what its new version changes.

Nothing is ever taken away: what the new version does not mention stays as it is, and so does what it leaves empty.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mrdb.domain.draft import Draft, DraftAction, DraftMilestone, DraftRecommendation
from mrdb.domain.facts import Fact
from mrdb.domain.followup import Edit, current_status, last_comment
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, ManagementResponse, Milestone, Recommendation
from mrdb.domain.status import Acceptance
from mrdb.domain.wording import folded


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A fact of the document that the new version states otherwise; codes as in ``response.Change``."""

    fact: Fact
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """The same milestone, with another period in the new version."""

    milestone: Milestone
    period: Period


@dataclass(frozen=True, slots=True)
class PartRevision:
    recommendation: Recommendation
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ActionRevision:
    """What changes in one action. ``edit`` is the stand van zaken that the new version tells.

    ``responsible`` is the new phrase with the names in it; both None where the new version tells no news of them.
    """

    action: Action
    changes: tuple[FieldChange, ...]
    moves: tuple[PeriodChange, ...]
    added: tuple[DraftMilestone, ...]
    responsible: tuple[str, tuple[str, ...]] | None
    edit: Edit | None

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.moves or self.added or self.responsible or self.edit)

    @property
    def wants_moment(self) -> bool:
        return bool(self.added or self.responsible or self.edit)


@dataclass(frozen=True, slots=True)
class Revision:
    """All that a new version changes in one management response, in the document's order.

    ``new_actions`` stand under recommendations that are there, ``new_parts`` bring theirs along: those whose number is
    not there yet. ``absent`` is what the new version does not mention. ``other_date`` is the date that it bears
    instead: the response keeps its own.
    """

    response: ManagementResponse
    changes: tuple[FieldChange, ...]
    parts: tuple[PartRevision, ...]
    actions: tuple[ActionRevision, ...]
    new_actions: tuple[tuple[Recommendation, DraftAction], ...]
    new_parts: tuple[DraftRecommendation, ...]
    absent_parts: tuple[Recommendation, ...]
    absent_actions: tuple[Action, ...]
    other_date: date | None

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.parts or self.actions or self.new_actions or self.new_parts)

    @property
    def wants_moment(self) -> bool:
        """Whether there is news that is laid down in a follow-up moment, and not a fact of the document alone."""
        return bool(self.new_actions or self.new_parts) or any(one.wants_moment for one in self.actions)


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
    former = _former_responsibles(journal)
    pairs = [(part, action) for part in draft.recommendations for action in part.actions]
    promised = {action.number: action for _, action in pairs}
    changed = (_action(known[number], action, former) for number, action in promised.items() if number in known)
    return Revision(
        response=response,
        changes=_head(draft, response),
        parts=tuple(_parts(draft, parts)),
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
        absent_parts=tuple(
            part for number, part in parts.items() if number not in {one.number for one in draft.recommendations}
        ),
        absent_actions=tuple(action for number, action in known.items() if number not in promised),
        other_date=draft.date if draft.date != response.date else None,
    )


def _head(draft: Draft, response: ManagementResponse) -> tuple[FieldChange, ...]:
    return _changed(
        (Fact.SUBJECT, response.subject, draft.subject),
        (Fact.DOCUMENT_NUMBER, response.document_number, draft.document_number),
        (Fact.SENDER, response.sender, draft.sender),
        (Fact.RECIPIENT, response.recipient, draft.recipient),
        (Fact.CONTEXT, response.context, draft.context),
    )


def _parts(draft: Draft, known: dict[int, Recommendation]) -> Iterator[PartRevision]:
    for part in draft.recommendations:
        if (old := known.get(part.number)) is None:
            continue
        changes = _changed(
            (Fact.TITLE, old.title, part.title),
            (Fact.ADVICE, old.text, part.text),
            (Fact.ANSWER, old.answer, part.answer),
            (
                Fact.ACCEPTANCE,
                acceptance_code(old.acceptance, old.acceptance_reason),
                acceptance_code(part.acceptance, part.acceptance_reason),
            ),
        )
        if changes:
            yield PartRevision(old, changes)


def acceptance_code(acceptance: Acceptance | None, reason: str) -> str:
    """The text that the journal holds; ``acceptance_of`` reads it back."""
    return f"{acceptance.value}\n{reason}".strip() if acceptance else ""


def acceptance_of(code: str) -> tuple[Acceptance | None, str]:
    value, _, reason = code.partition("\n")
    return (Acceptance(value) if value else None, reason)


def _action(old: Action, new: DraftAction, former: dict[int, set[str]]) -> ActionRevision:
    changes = _changed((Fact.ACTION_TEXT, old.text, new.text), (Fact.CALENDAR, old.calendar, new.calendar))
    moves: list[PeriodChange] = []
    added: list[DraftMilestone] = []
    if any(change.fact == Fact.CALENDAR for change in changes):
        _compare_milestones(old, new, moves, added)
        added = _not_there(old, moves, added)
    told = {folded(old.responsible), "", *former.get(old.id, ())}
    is_news = folded(new.responsible) not in told
    return ActionRevision(
        action=old,
        changes=changes,
        moves=tuple(moves),
        added=tuple(added),
        responsible=(new.responsible, new.responsibles) if is_news else None,
        edit=_edit(old, new),
    )


def _compare_milestones(old: Action, new: DraftAction, moves: list[PeriodChange], added: list[DraftMilestone]) -> None:
    """A date that was reached, or that the document promised before it moved, stays as it is."""
    left = list(old.milestones)
    for milestone in new.milestones:
        same = [one for one in left if folded(one.label) == folded(milestone.label)]
        if not same:
            added.append(milestone)
            continue
        found = next((one for one in same if _days(one.period) == _days(milestone.period)), same[0])
        left.remove(found)
        is_known = _days(milestone.period) in {_days(found.period), _days(found.first_period)}
        if milestone.period is not None and not is_known and found.reached_on is None:
            moves.append(PeriodChange(found, milestone.period))


def _not_there(old: Action, moves: list[PeriodChange], added: list[DraftMilestone]) -> list[DraftMilestone]:
    """A milestone that is told twice, or that a later date of another one already stands for, comes once."""
    moved = {move.milestone.id: move.period for move in moves}
    there = {(folded(one.label), _days(moved.get(one.id, one.period))) for one in old.milestones}
    told = {(folded(one.label), _days(one.period)): one for one in reversed(added)}
    return [one for key, one in reversed(told.items()) if key not in there]


def _days(period: Period | None) -> object:
    return (period.kind, period.first, period.last) if period else None


def _edit(old: Action, new: DraftAction) -> Edit | None:
    """The stand van zaken of the new version, unless a report of the action said the very same."""
    if new.status is None:
        return None
    comment = new.comment.strip() or (last_comment(old) if new.status == current_status(old) else "")
    if (new.status, folded(comment)) in {(report.status, folded(report.comment)) for report in old.reports}:
        return None
    return Edit(new.status, comment, {}, ())


def _former_responsibles(journal: Iterable[Change]) -> dict[int, set[str]]:
    former: defaultdict[int, set[str]] = defaultdict(set)
    for line in journal:
        if line.fact == Fact.RESPONSIBLE and line.action_id is not None and line.old:
            former[line.action_id].add(folded(line.old))
    return dict(former)


def _changed(*fields: tuple[Fact, str, str]) -> tuple[FieldChange, ...]:
    """The fields that say something else; a field that the new version leaves empty says nothing."""
    return tuple(
        FieldChange(field, old, new.strip()) for field, old, new in fields if new.strip() and new.strip() != old.strip()
    )
