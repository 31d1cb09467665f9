"""Fixing the decision list of a follow-up moment."""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from mrdb.domain.errors import MinutesEmpty, MinutesFixed, MomentStillOpen, NotAsItWas
from mrdb.store.rounds import all_minutes
from mrdb.store.tables import MinutesRow, MomentRow


def fix_minutes(
    session: Session, moment_id: int, *, closed_at: datetime | None = None, text: str, author: str, at: datetime
) -> None:
    """Lays down the decision list of a closed moment, in these words, for good; commits nothing.

    ``at`` is aware and stored in UTC. The row tells who and when by itself: no journal line goes with it. Raises
    MomentStillOpen, MinutesFixed when it has been fixed since the moment was closed, NotAsItWas when the moment was
    opened and closed again since ``closed_at``, MinutesEmpty for a text without any words, and LookupError for an
    unknown moment.
    """
    # Where a database lets two write at once, a second one that fixes the same list waits here.
    query = select(col(MomentRow.closed_at)).where(col(MomentRow.id) == moment_id).with_for_update()
    moment = session.execute(query).one_or_none()
    if moment is None:
        raise LookupError(f"no moment {moment_id}")
    if moment.closed_at is None:
        raise MomentStillOpen(moment_id)
    if closed_at is not None and moment.closed_at != closed_at:
        raise NotAsItWas
    if any(minutes.holds for minutes in all_minutes(session, moment_id)):
        raise MinutesFixed(moment_id)
    if not text.strip():
        raise MinutesEmpty(moment_id)
    session.add(MinutesRow(moment_id=moment_id, text=text.strip(), author=author, at=at))
    session.flush()
