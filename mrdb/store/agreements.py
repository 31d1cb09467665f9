"""Saying that an agreement is done, and taking that back: in the open moment where there is one, between two else.

Nothing here commits; ``at`` is aware and stored in UTC. That it is done stands in the journal alone.
"""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Agreed
from mrdb.store import queries
from mrdb.store.guards import hold_open, known_action
from mrdb.store.journal import Journal
from mrdb.store.rights import allow_edit
from mrdb.store.tables import ActionRow


def finish_agreement(session: Session, *, action_id: int, code: str, author: str, at: datetime) -> None:
    """Raises NotAsItWas where the agreement with this code is done already, or is no longer there."""
    action = _held(session, action_id, at)
    if not any(one.code() == code and one.done is None for one in action.agreements):
        raise NotAsItWas
    _journal(session, action, author, at).note(Fact.AGREEMENT_DONE, None, code)


def reopen_agreement(session: Session, *, action_id: int, line_id: int, author: str, at: datetime) -> None:
    """Takes back the line that says that it is done. Raises NotAsItWas where that line does not hold any more."""
    action = _held(session, action_id, at)
    agreed = next((one for one in action.agreements if _is_done_by(one, line_id)), None)
    if agreed is None:
        raise NotAsItWas
    _journal(session, action, author, at).note(Fact.AGREEMENT_DONE, agreed.code(), None, undoes=line_id)


def _held(session: Session, action_id: int, at: datetime) -> Action:
    """Nobody else says so of the same action meanwhile; a form that is open on it is not in the way.

    Raises NotAllowed.
    """
    session.execute(select(col(ActionRow.id)).where(col(ActionRow.id) == action_id).with_for_update())
    action = known_action(session, action_id)
    allow_edit(session, action, at=at)
    return action


def _is_done_by(agreed: Agreed, line_id: int) -> bool:
    return agreed.done is not None and agreed.done.line_id == line_id


def _journal(session: Session, action: Action, author: str, at: datetime) -> Journal:
    moment = queries.open_moment(session, action.recommendation.response.id)
    if moment is not None:
        hold_open(session, moment.id)
    return Journal(session, author, at, moment_id=moment.id if moment else None).of_action(action)
