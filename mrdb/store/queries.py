"""What the screens ask of the database.

A session that only reads gets what all sessions share (``store.snapshot``), a transaction what it has before it.
"""

from collections.abc import Mapping

from sqlmodel import Session

from mrdb.domain.response import Action, ManagementResponse, Moment, Recommendation
from mrdb.store import fresh
from mrdb.store.fresh import basis, changes, database_name, documents_of, mark, newest_line, responsibles
from mrdb.store.snapshot import Snapshot, present

__all__ = [
    "action",
    "actions",
    "basis",
    "changes",
    "covered",
    "database_name",
    "documents_of",
    "management_responses",
    "mark",
    "moments",
    "newest_line",
    "open_moment",
    "open_moments",
    "recommendations",
    "responsibles",
    "shared",
]


def management_responses(session: Session) -> tuple[ManagementResponse, ...]:
    """The oldest document first."""
    known = shared(session)
    return known.responses if known else fresh.management_responses(session)


def recommendations(session: Session) -> tuple[Recommendation, ...]:
    """By document, then as they stand in it."""
    known = shared(session)
    return known.recommendations if known else fresh.recommendations(session)


def actions(session: Session) -> tuple[Action, ...]:
    """As they stand in their documents: 2.1 before 10.1."""
    known = shared(session)
    return known.actions if known else fresh.actions(session)


def action(session: Session, action_id: int) -> Action | None:
    known = shared(session)
    return known.by_id.get(action_id) if known else fresh.action(session, action_id)


def moments(session: Session) -> tuple[Moment, ...]:
    """The newest first."""
    known = shared(session)
    return known.moments if known else fresh.moments(session)


def covered(session: Session) -> Mapping[int, frozenset[int]]:
    """The management responses that each moment covers, all by their ids."""
    known = shared(session)
    return known.covered if known else fresh.covered(session)


def open_moments(session: Session) -> dict[int, Moment]:
    """The moment in which each management response is being followed up now, by the id of the response."""
    known = covered(session)
    return {response_id: moment for moment in moments(session) if moment.is_open for response_id in known[moment.id]}


def open_moment(session: Session, response_id: int) -> Moment | None:
    return open_moments(session).get(response_id)


def shared(session: Session) -> Snapshot | None:
    """What all sessions share, for one that only reads."""
    if (engine := session.info.get("engine")) is None:
        return None
    if "known" not in session.info:
        session.info["known"] = present(session, engine)
    known: Snapshot = session.info["known"]
    return known
