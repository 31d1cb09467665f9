"""Carrying out what a new version of a document changes: all of it, in one transaction, or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypedDict

from sqlalchemy import update
from sqlmodel import Session, col

from mrdb.domain.draft import DraftAction, DraftRecommendation
from mrdb.domain.errors import NoOpenMoment, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.followup import Move
from mrdb.domain.response import Change, ManagementResponse, Recommendation
from mrdb.domain.revision import ActionRevision, FieldChange, Revision, acceptance_of
from mrdb.store import queries
from mrdb.store.adding import add_action, add_milestone
from mrdb.store.guards import known_action, take_version
from mrdb.store.importing import add_recommendation
from mrdb.store.journal import Journal
from mrdb.store.milestones import write_move
from mrdb.store.tables import ActionRow, RecommendationRow, ResponseRow
from mrdb.store.writing import change_responsible, save_edit
from mrdb.text.revision import new_version

HEAD = {
    Fact.SUBJECT: "subject",
    Fact.DOCUMENT_NUMBER: "document_number",
    Fact.SENDER: "sender",
    Fact.RECIPIENT: "recipient",
    Fact.CONTEXT: "context",
}
COLUMNS = HEAD | {
    Fact.TITLE: "title",
    Fact.ADVICE: "text",
    Fact.ANSWER: "answer",
    Fact.ACTION_TEXT: "text",
    Fact.CALENDAR: "calendar",
}


def head_changes(session: Session, response: ManagementResponse) -> tuple[Change, ...]:
    """What changed in the head of this document, the newest line first.

    Only the date in the reason tells of which document a line speaks: where two bear the same one there are none.
    """
    if sum(one.date == response.date for one in queries.management_responses(session)) > 1:
        return ()
    reason = new_version(response.date)
    return tuple(line for line in queries.changes(session) if line.fact in HEAD and line.reason == reason)


class _By(TypedDict):
    author: str
    at: datetime
    source: str


def apply_revision(session: Session, revision: Revision, *, author: str, at: datetime, source: str) -> None:
    """Writes what the revision says, over what was on screen; commits nothing, ``at`` is aware.

    Facts of the document are in no follow-up moment: a text that is put right is not an action that was discussed.
    What is news goes into the open moment. Raises NoOpenMoment where there is none for it, EditConflict or NotAsItWas
    where something changed since the revision was made.
    """
    moment = queries.open_moment(session, revision.response.id)
    if moment is None and revision.wants_moment:
        raise NoOpenMoment(revision.response.subject)
    journal = Journal(session, author, at, source=source)
    reason = new_version(revision.response.date)  # no line of the journal names the document itself
    _write_facts(journal, ResponseRow, revision.response.id, revision.changes, reason)
    for part in revision.parts:
        of_part = replace(journal, recommendation_id=part.recommendation.id)
        _write_facts(of_part, RecommendationRow, part.recommendation.id, part.changes)
    for one in revision.actions:
        _write_action(replace(journal, action_id=one.action.id), one, moment.id if moment else None)
    if moment is not None:
        _write_new(replace(journal, moment_id=moment.id), revision)
    session.flush()


def _write_facts(
    journal: Journal,
    table: type[ResponseRow] | type[RecommendationRow] | type[ActionRow],
    row_id: int,
    changes: Sequence[FieldChange],
    reason: str = "",
) -> None:
    """Raises NotAsItWas where another text stands there than was on screen."""
    for change in changes:
        row = update(table).where(col(table.id) == row_id)
        for column, (old, new) in _columns(change).items():
            row = row.where(getattr(table, column).is_not_distinct_from(old)).values({column: new})
        if journal.session.exec(row).rowcount == 0:
            raise NotAsItWas
        journal.note(change.fact, change.old or None, change.new or None, reason=reason or new_version())


def _columns(change: FieldChange) -> dict[str, tuple[object, object]]:
    """The columns that the change is about, each with what stands there and what will."""
    if change.fact == Fact.ACCEPTANCE:
        old, new = acceptance_of(change.old), acceptance_of(change.new)
        return {"acceptance": (old[0], new[0]), "acceptance_reason": (old[1], new[1])}
    return {COLUMNS[change.fact]: (change.old, change.new)}


def _write_action(journal: Journal, one: ActionRevision, moment_id: int | None) -> None:
    session, action = journal.session, one.action
    take_version(session, action.id, action.version)
    _write_facts(journal, ActionRow, action.id, one.changes)
    for move in one.moves:
        write_move(journal, move.milestone, Move(move.milestone.id, move.period, new_version()))
    if moment_id is None:
        return
    said: _By = {"author": journal.author, "at": journal.at, "source": journal.source}
    for milestone in one.added:
        add_milestone(session, action_id=action.id, moment_id=moment_id, milestone=milestone, reached_on=None, **said)
    if one.responsible is not None:
        phrase, names = one.responsible
        change_responsible(
            session,
            action_id=action.id,
            version=known_action(session, action.id).version,
            responsible=phrase,
            responsibles=names,
            moment_id=moment_id,
            **said,
        )
    if one.edit is not None:
        version = known_action(session, action.id).version
        save_edit(session, action_id=action.id, version=version, moment_id=moment_id, edit=one.edit, **said)


def _write_new(journal: Journal, revision: Revision) -> None:
    """New recommendations with their actions, and new actions under those that are there.

    Raises NotAsItWas where somebody added one with the same number meanwhile.
    """
    session = journal.session
    of_response = [one for one in queries.recommendations(session) if one.response.id == revision.response.id]
    numbers = {one.number for one in of_response}
    coming = [*revision.new_actions]
    for draft in revision.new_parts:
        if draft.number in numbers:
            raise NotAsItWas
        part = _add_part(journal, revision, draft)
        coming += [(part, action) for action in draft.actions]
    for part, action in coming:
        _add_action(journal, part, action)


def _add_part(journal: Journal, revision: Revision, draft: DraftRecommendation) -> Recommendation:
    part_id = add_recommendation(journal.session, draft, revision.response.id)
    replace(journal, recommendation_id=part_id).note(Fact.ADDED, None, draft.title)
    return next(one for one in queries.recommendations(journal.session) if one.id == part_id)


def _add_action(journal: Journal, part: Recommendation, action: DraftAction) -> None:
    assert journal.moment_id is not None
    add_action(
        journal.session,
        recommendation=part,
        moment_id=journal.moment_id,
        action=action,
        author=journal.author,
        at=journal.at,
        source=journal.source,
    )
