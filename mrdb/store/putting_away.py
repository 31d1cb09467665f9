"""Putting away what was stored by mistake, and putting it back: everything about it stays, and nobody sees it.

Nothing here commits; ``at`` is aware and stored in UTC.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from mrdb.domain.errors import IncompleteEdit, InOpenMoment, Lack, NotAsItWas, PlaceTaken
from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Change, ManagementResponse
from mrdb.domain.rewind import standing
from mrdb.domain.roles import Right
from mrdb.store import queries
from mrdb.store.adding import has_number
from mrdb.store.guards import take_version
from mrdb.store.journal import Journal
from mrdb.store.rights import allow
from mrdb.store.tables import ActionRow, RecommendationRow, ResponseRow


def put_response_away(
    session: Session, response: ManagementResponse, *, reason: str, author: str, at: datetime
) -> None:
    """Raises IncompleteEdit without a reason, InOpenMoment as long as it is followed up, or NotAsItWas where it was put
    away already."""
    allow(session, Right.BRING_IN)
    # Where a database lets two write at once, who opens a moment for it waits here.
    session.execute(select(col(ResponseRow.id)).where(col(ResponseRow.id) == response.id).with_for_update())
    if queries.open_moment(session, response.id) is not None:
        raise InOpenMoment
    _put_away(Journal(session, author, at, reason=reason).of_response(response.id), response.subject)


def put_action_away(session: Session, action: Action, *, reason: str, author: str, at: datetime) -> None:
    """Raises IncompleteEdit without a reason, or EditConflict where somebody saved it since it was read."""
    allow(session, Right.BRING_IN)
    if action.added is None:
        raise ValueError("what the document promised is dropped with a reason, and stays there to be seen")
    take_version(session, action.id, action.version)
    _put_away(Journal(session, author, at, reason=reason).of_action(action), f"{action.number} {action.text}")


def put_away(session: Session) -> tuple[Change, ...]:
    """The lines that put away what is put away now, the newest first."""
    return standing(queries.changes(session, facts={Fact.PUT_AWAY}))


def put_back(session: Session, *, line_id: int, author: str, at: datetime) -> None:
    """Takes back the line that put it away. Raises NotAsItWas where somebody else did, or PlaceTaken."""
    allow(session, Right.BRING_IN)
    line = next((one for one in put_away(session) if one.id == line_id), None)
    if line is None:
        raise NotAsItWas
    journal = Journal(session, author, at).of_line(line)
    if line.action_id is not None:
        _check_number(session, line.action_id)
    try:
        with session.begin_nested():
            _mark(journal, is_put_away=False)
    except IntegrityError:
        raise PlaceTaken from None
    journal.note(Fact.PUT_AWAY, line.new, None, undoes=line.id)
    session.flush()


def _put_away(journal: Journal, name: str) -> None:
    if not journal.reason.strip():
        raise IncompleteEdit((Lack.REASON_FOR_PUTTING_AWAY,))
    _mark(journal, is_put_away=True)
    replace(journal, reason=" ".join(journal.reason.split())).note(Fact.PUT_AWAY, None, name)
    journal.session.flush()


def _mark(journal: Journal, *, is_put_away: bool) -> None:
    """Marks the action that the journal is about, or the document. Raises NotAsItWas where it is marked so."""
    table, row_id = (ActionRow, journal.action_id) if journal.action_id else (ResponseRow, journal.response_id)
    marking = update(table).where(col(table.id) == row_id, col(table.is_put_away).is_not(is_put_away))
    if journal.session.exec(marking.values(is_put_away=is_put_away)).rowcount == 0:
        raise NotAsItWas


def _check_number(session: Session, action_id: int) -> None:
    query = select(col(RecommendationRow.response_id), col(ActionRow.number)).join_from(ActionRow, RecommendationRow)
    response_id, number = session.execute(query.where(col(ActionRow.id) == action_id)).one()
    if has_number(session, response_id, number):
        raise PlaceTaken
