"""The follow-up moments with all that bears on them, and the decision lists that were fixed."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from mrdb.domain.decisions import Minutes
from mrdb.domain.meeting import Arrangement, Round
from mrdb.domain.response import Action, Moment
from mrdb.store.queries import actions, changes, covered, moments
from mrdb.store.tables import ArrangementRow, MinutesRow


def rounds(session: Session) -> tuple[Round, ...]:
    """The round of every moment, the newest first."""
    known, covers, everything = moments(session), covered(session), actions(session)
    return tuple(_round(session, moment, known, covers, everything) for moment in known)


def round_at(session: Session, moment_id: int) -> Round:
    """The round of this moment. Raises LookupError when there is no such moment."""
    known = moments(session)
    moment = next((moment for moment in known if moment.id == moment_id), None)
    if moment is None:
        raise LookupError(f"no moment {moment_id}")
    return _round(session, moment, known, covered(session), actions(session))


def all_minutes(session: Session, moment_id: int) -> tuple[Minutes, ...]:
    """Every decision list that was fixed of this moment, the newest first."""
    rows = session.execute(select(MinutesRow).where(col(MinutesRow.moment_id) == moment_id)).scalars()
    found = [Minutes(row.moment_id, row.text, row.author, row.at, row.holds) for row in rows]
    return tuple(sorted(found, key=lambda minutes: minutes.at, reverse=True))


def _round(
    session: Session,
    moment: Moment,
    known: Sequence[Moment],
    covers: Mapping[int, frozenset[int]],
    everything: Sequence[Action],
) -> Round:
    """The moments before it are those that were held of one of its documents."""
    own = covers[moment.id]
    rows = session.execute(select(ArrangementRow).where(col(ArrangementRow.moment_id) == moment.id)).scalars()
    return Round(
        moment=moment,
        actions=tuple(action for action in everything if action.recommendation.response.id in own),
        lines=changes(session, moment_id=moment.id),
        earlier=tuple(
            other
            for other in known
            if (other.date, other.id) < (moment.date, moment.id) and not own.isdisjoint(covers[other.id])
        ),
        arranged={row.action_id: Arrangement(row.place, row.is_skipped, row.note) for row in rows},
    )
