"""Carrying out what a new version of a document changes: all of it, in one transaction, or nothing."""

from datetime import datetime

from sqlmodel import Session

from mrdb.domain.draft import DraftRecommendation
from mrdb.domain.errors import NoOpenMoment, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.response import Recommendation
from mrdb.domain.revision import ActionRevision, Revision
from mrdb.domain.roles import Right
from mrdb.store import queries
from mrdb.store.adding import add_action
from mrdb.store.guards import check_moment, take_version
from mrdb.store.importing import add_recommendation
from mrdb.store.journal import Journal
from mrdb.store.rights import allow
from mrdb.store.values import write
from mrdb.store.writing import check_lacks, put_edit
from mrdb.text.revision import NEW_VERSION


def apply_revision(session: Session, revision: Revision, *, author: str, at: datetime, source: str) -> None:
    """Writes what the revision says, over what was on screen; commits nothing, ``at`` is aware.

    Facts of the document are in no follow-up moment: a text that is put right is not an action that was discussed.
    What is news goes into the open moment. Raises NoOpenMoment where there is none for it, EditConflict or NotAsItWas
    where something changed, or the document was put away, since the revision was made.
    """
    allow(session, Right.BRING_IN)
    if all(one.id != revision.response.id for one in queries.management_responses(session)):
        raise NotAsItWas
    moment = queries.open_moment(session, revision.response.id)
    if moment is None and revision.wants_moment:
        raise NoOpenMoment(revision.response.subject)
    corrections = Journal(session, author, at, source, NEW_VERSION).of_response(revision.response.id)
    for one in revision.parts:
        journal = corrections.of_recommendation(one.part) if isinstance(one.part, Recommendation) else corrections
        for change in one.changes:
            write(journal, change.fact, change.old, change.new)
    news = Journal(session, author, at, source, moment_id=moment.id if moment else None)
    for action in revision.actions:
        _write_action(corrections, news, action)
    if moment is not None:
        _write_new(news, revision)
    session.flush()


def _write_action(corrections: Journal, news: Journal, one: ActionRevision) -> None:
    """One step of the version, whatever changes."""
    take_version(corrections.session, one.action.id, one.action.version)
    put_edit(corrections, one.action, one.correction)
    if not one.news.is_empty:
        check_moment(news, one.action.recommendation.response.id)
        check_lacks(one.news)
        put_edit(news, one.action, one.news)


def _write_new(journal: Journal, revision: Revision) -> None:
    """New recommendations with their actions, and new actions under those that are there.

    Raises NotAsItWas where somebody added one with the same number meanwhile.
    """
    of_response = [one for one in queries.recommendations(journal.session) if one.response.id == revision.response.id]
    numbers = {one.number for one in of_response}
    coming = [*revision.new_actions]
    for draft in revision.new_parts:
        if draft.number in numbers:
            raise NotAsItWas
        part = _add_part(journal, revision, draft)
        coming += [(part, action) for action in draft.actions]
    for part, action in coming:
        add_action(journal, part, action)


def _add_part(journal: Journal, revision: Revision, draft: DraftRecommendation) -> Recommendation:
    part_id = add_recommendation(journal.session, draft, revision.response.id)
    part = next(one for one in queries.recommendations(journal.session) if one.id == part_id)
    journal.of_recommendation(part).note(Fact.ADDED, None, draft.title)
    return part
