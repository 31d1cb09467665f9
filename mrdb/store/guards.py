"""What must hold before something is written of an action."""

from collections.abc import Collection

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, col

from mrdb.domain.errors import EditConflict, MomentClosed, MomentNotForAction, NotThere
from mrdb.domain.response import Action
from mrdb.store import fresh, queries
from mrdb.store.journal import Journal
from mrdb.store.tables import ActionRow, MomentResponseRow, MomentRow


def known_action(session: Session, action_id: int) -> Action:
    """Raises NotThere when it was put away."""
    action = queries.action(session, action_id)
    if action is None:
        raise NotThere
    return action


def known_actions(session: Session, ids: Collection[int]) -> tuple[Action, ...]:
    """As many questions for all of them as for one. Raises NotThere when one was put away."""
    found = fresh.actions(session, ids)
    if len(found) < len(ids):
        raise NotThere
    return found


def hold_open(session: Session, moment_id: int, *, alone: bool = False) -> None:
    """The moment stays open as long as this transaction goes on; ``alone`` lets nobody else write in it meanwhile.

    Raises MomentClosed.
    """
    moment = select(col(MomentRow.closed_at)).where(col(MomentRow.id) == moment_id).with_for_update(read=not alone)
    if session.execute(moment).scalar_one() is not None:
        raise MomentClosed


def check_moment(journal: Journal, response_id: int) -> None:
    """Its moment stays open as long as this transaction goes on. Raises MomentClosed or MomentNotForAction."""
    assert journal.moment_id is not None
    hold_open(journal.session, journal.moment_id)
    if journal.session.get(MomentResponseRow, (journal.moment_id, response_id)) is None:
        raise MomentNotForAction


def take_version(session: Session, action_id: int, version: int) -> None:
    """One of two that save the same version comes first; the other one is told: EditConflict."""
    if session.connection().execute(_TAKING, {"taken": action_id, "seen": version}).rowcount == 0:
        raise EditConflict


_TAKING = (
    update(ActionRow)
    .where(col(ActionRow.id) == bindparam("taken"), col(ActionRow.version) == bindparam("seen"))
    .values(version=col(ActionRow.version) + 1)
)
"""Made once, and sent past what waits in the session: thousands of actions may change in one transaction."""
