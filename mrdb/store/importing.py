"""A document's draft becomes rows, once, all or nothing."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from mrdb.domain.codes import texts_of
from mrdb.domain.draft import Draft, DraftRecommendation
from mrdb.domain.facts import Subject
from mrdb.domain.roles import Right
from mrdb.store.adding import put_action, put_row
from mrdb.store.journal import Journal
from mrdb.store.moments import add_moment
from mrdb.store.rights import allow
from mrdb.store.tables import MomentRow, RecommendationRow, ResponseRow
from mrdb.store.values import add_report


def response_with(session: Session, digest: str, *, or_put_away: bool = False) -> int | None:
    """The id of the management response that was stored from a document with these bytes (SHA-256, in hex)."""
    query = select(col(ResponseRow.id)).where(col(ResponseRow.source_digest) == digest)
    return session.execute(query if or_put_away else query.where(~col(ResponseRow.is_put_away))).scalar()


def store_document(session: Session, draft: Draft, *, author: str, at: datetime, source: str = "") -> int:
    """Stores a management response, and returns how many actions that added; ``source`` is the name of its file.

    The document is itself the first follow-up moment: dated as the document, closed at once, with a report for every
    action of which it tells a status. One with the same bytes that is stored stays as it is, with what people did
    with it since: 0 is returned.
    """
    allow(session, Right.BRING_IN)
    response_id = _claim(session, draft)
    if response_id is None:
        return 0
    row = MomentRow(date=draft.date, title="", attendees="", closed_at=at, closed_by=author, is_document=True)
    journal = add_moment(Journal(session, author, at, source).of_response(response_id), row, [response_id])
    for part in draft.recommendations:
        part_id = add_recommendation(session, part, response_id)
        for action in part.actions:
            action_id = put_action(session, action, part_id)
            if action.status is not None:
                of_action = journal.of_action_id(action_id, response_id)
                add_report(of_action, action.status, action.comment, "", before=None)
    session.flush()
    return sum(len(part.actions) for part in draft.recommendations)


def _claim(session: Session, draft: Draft) -> int | None:
    """The id of the new response; None when another session stored the same document first."""
    row = ResponseRow(date=draft.date, source_digest=draft.source_digest, **texts_of(draft, Subject.RESPONSE))
    if response_with(session, draft.source_digest) is not None:
        return None
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # on a database where two can write at once
        return None
    return row.id


def add_recommendation(session: Session, draft: DraftRecommendation, response_id: int) -> int:
    row = RecommendationRow(
        response_id=response_id,
        number=draft.number,
        **texts_of(draft, Subject.RECOMMENDATION),
        acceptance=draft.acceptance,
        acceptance_reason=draft.acceptance_reason,
    )
    return put_row(session, row)
