"""The follow-up moments with all that bears on them, and the decision lists that were fixed."""

from sqlalchemy import select
from sqlmodel import Session, col

from mrdb.domain.decisions import Minutes
from mrdb.domain.meeting import Arrangement, Round
from mrdb.store.queries import actions, changes, covered, moments
from mrdb.store.tables import ArrangementRow, MinutesRow


def rounds(session: Session, only: int | None = None) -> tuple[Round, ...]:
    """The round of every moment, the newest first, or of this moment ``only``.

    The moments before one are those that were held of one of its documents.
    """
    known, covers, everything = moments(session), covered(session), actions(session)
    return tuple(
        Round(
            moment=moment,
            actions=tuple(one for one in everything if one.recommendation.response.id in covers[moment.id]),
            lines=changes(session, moment_id=moment.id),
            earlier=tuple(
                other
                for other in known
                if (other.date, other.id) < (moment.date, moment.id)
                and not covers[moment.id].isdisjoint(covers[other.id])
            ),
            arranged=_arranged(session, moment.id),
        )
        for moment in known
        if only in {None, moment.id}
    )


def round_at(session: Session, moment_id: int) -> Round:
    """The round of this moment. Raises LookupError when there is no such moment."""
    if found := rounds(session, moment_id):
        return found[0]
    raise LookupError(f"no moment {moment_id}")


def all_minutes(session: Session, moment_id: int) -> tuple[Minutes, ...]:
    """Every decision list that was fixed of this moment, the newest first."""
    rows = session.execute(select(MinutesRow).where(col(MinutesRow.moment_id) == moment_id)).scalars()
    found = [Minutes(row.moment_id, row.text, row.author, row.at, row.holds) for row in rows]
    return tuple(sorted(found, key=lambda minutes: minutes.at, reverse=True))


def _arranged(session: Session, moment_id: int) -> dict[int, Arrangement]:
    rows = session.execute(select(ArrangementRow).where(col(ArrangementRow.moment_id) == moment_id)).scalars()
    return {row.action_id: Arrangement(row.place, row.is_skipped, row.note) for row in rows}
