"""The follow-up moments with all that bears on them, and the decision lists that were fixed."""

from sqlalchemy import select
from sqlmodel import Session, col

from mrdb.domain.decisions import Minutes
from mrdb.domain.errors import NotThere
from mrdb.domain.meeting import Arrangement, Round
from mrdb.store.queries import actions, changes, covered, moments, shared
from mrdb.store.tables import ArrangementRow, MinutesRow


def round_at(session: Session, moment_id: int) -> Round:
    """The round of this moment; sessions that only read share it. Raises NotThere where it was removed."""
    known = shared(session)
    if known is None:
        return _round(session, moment_id)
    if moment_id not in known.rounds:
        known.rounds[moment_id] = _round(session, moment_id)
    return known.rounds[moment_id]


def _round(session: Session, moment_id: int) -> Round:
    """The moments before it are those that were held of one of its documents."""
    known, covers = moments(session), covered(session)
    moment = next((moment for moment in known if moment.id == moment_id), None)
    if moment is None:
        raise NotThere
    own = covers[moment_id]
    of_own = {action.id: action for action in actions(session) if action.recommendation.response.id in own}
    return Round(
        moment=moment,
        actions=tuple(of_own.values()),
        lines=changes(session, moment_id=moment_id, is_shown=True),
        earlier=tuple(other for other in known if other.order < moment.order and not own.isdisjoint(covers[other.id])),
        arranged={id_: one for id_, one in _arranged(session, moment_id).items() if id_ in of_own},
    )


def all_minutes(session: Session, moment_id: int) -> tuple[Minutes, ...]:
    """Every decision list that was fixed of this moment, the newest first."""
    rows = session.execute(select(MinutesRow).where(col(MinutesRow.moment_id) == moment_id)).scalars()
    found = [Minutes(row.moment_id, row.text, row.author, row.at, row.holds) for row in rows]
    return tuple(sorted(found, key=lambda minutes: minutes.at, reverse=True))


def _arranged(session: Session, moment_id: int) -> dict[int, Arrangement]:
    rows = session.execute(select(ArrangementRow).where(col(ArrangementRow.moment_id) == moment_id)).scalars()
    return {row.action_id: Arrangement(row.place, row.is_skipped, row.note) for row in rows}
