"""A follow-up moment from its opening to its closing and its decision list, how its agenda is arranged, and how a
mistake in it is mended.

Every function commits nothing; ``at`` is aware and stored in UTC.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from mrdb.domain.codes import differences
from mrdb.domain.days import day_of, meant_day
from mrdb.domain.errors import (
    IncompleteEdit,
    Lack,
    MinutesEmpty,
    MinutesFixed,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotEmpty,
    MomentNotLast,
    MomentStillOpen,
    MomentTooEarly,
    MomentTooFar,
    MomentTooLate,
    NotAsItWas,
)
from mrdb.domain.facts import OF_MOMENT, Fact
from mrdb.domain.meeting import Arrangement, is_empty
from mrdb.domain.response import Moment, MomentState
from mrdb.domain.rewind import standing
from mrdb.domain.roles import Right
from mrdb.store import queries
from mrdb.store.adding import put_row
from mrdb.store.guards import hold_open
from mrdb.store.journal import Journal
from mrdb.store.rights import allow
from mrdb.store.rounds import all_minutes
from mrdb.store.tables import ArrangementRow, MinutesRow, MomentResponseRow, MomentRow, ResponseRow
from mrdb.store.values import write


def open_moment(
    session: Session,
    *,
    day: date,
    title: str,
    attendees: Sequence[str] = (),
    absent: Sequence[str] = (),
    response_ids: Collection[int],
    author: str,
    at: datetime,
    next_date: date | None = None,
    leaving_early: Sequence[str] = (),
) -> int:
    """Opens a follow-up moment for these management responses (at least one) and returns its id.

    Raises MomentAlreadyOpen where one of them has an open moment already, MomentTooEarly where one has a newer one
    (what is said at the earlier date would not be where the action stands), MomentTooFar for a mistyped year, and
    NotAsItWas where one was put away.
    """
    allow(session, Right.HOLD_MOMENTS)
    if not response_ids:
        raise ValueError("a moment covers at least one management response")
    _check_far(day, at)
    _, newest = _last_closed(session, response_ids)
    if newest is not None and day < newest:
        raise MomentTooEarly(newest)
    if not {response.id for response in queries.management_responses(session)}.issuperset(response_ids):
        raise NotAsItWas
    row = MomentRow(
        date=day,
        title=title,
        attendees=_lines(attendees),
        absent=_lines(absent),
        leaving_early=_lines(leaving_early),
        next_date=next_date,
    )
    journal = add_moment(Journal(session, author, at), row, response_ids)
    assert journal.moment_id is not None
    return journal.moment_id


def add_moment(journal: Journal, row: MomentRow, response_ids: Collection[int]) -> Journal:
    """Adds the moment with a line that it is there, and returns the journal for what is written in it."""
    moment_id = put_row(journal.session, row)
    covered = (MomentResponseRow(moment_id=moment_id, response_id=id_) for id_ in dict.fromkeys(response_ids))
    journal.session.add_all(covered)
    journal = replace(journal, moment_id=moment_id)
    state = MomentState.CLOSED if row.closed_at else MomentState.OPEN
    journal.note(Fact.MOMENT, None, state.value)
    journal.session.flush()
    return journal


def change_moment(
    session: Session, before: Moment, after: Moment, *, author: str, at: datetime, reason: str = ""
) -> None:
    """Another day or title, other people or another next meeting; ``before`` is the moment as it was on screen.

    A closed one is corrected for a reason. Raises IncompleteEdit without it, NotAsItWas where somebody else changed the
    same meanwhile, and MomentTooEarly, MomentTooLate or MomentTooFar where it would leave its place among the moments.
    """
    allow(session, Right.HOLD_MOMENTS)
    if before.is_document:
        raise ValueError("when the document was written is no matter of follow-up")
    if not before.is_open and not reason.strip():
        raise IncompleteEdit((Lack.REASON_FOR_CORRECTING,))
    held = select(col(MomentRow.closed_at)).where(col(MomentRow.id) == before.id).with_for_update()
    if session.execute(held).scalar_one() != before.closed_at:
        raise NotAsItWas
    if after.date != before.date:
        _check_far(after.date, at)
        _check_order(session, after)
    journal = Journal(session, author, at, reason=" ".join(reason.split()), moment_id=before.id)
    clean = replace(
        after,
        title=after.title.strip(),
        attendees=tuple(_lines(after.attendees).splitlines()),
        absent=tuple(_lines(after.absent).splitlines()),
        leaving_early=tuple(_lines(after.leaving_early).splitlines()),
    )
    for one in differences(before, clean, (fact for fact in OF_MOMENT if fact.attribute)):
        write(journal, one.fact, one.old, one.new)
    session.flush()


def remove_moment(session: Session, moment_id: int, *, author: str, at: datetime) -> None:
    """Takes away an open moment in which nothing is said; the journal keeps that it was there.

    Raises MomentClosed, or MomentNotEmpty.
    """
    allow(session, Right.HOLD_MOMENTS)
    hold_open(session, moment_id, alone=True)
    if not is_empty(queries.changes(session, moment_id=moment_id)) or all_minutes(session, moment_id):
        raise MomentNotEmpty
    # Who still writes in it is told that it is closed.
    removing = update(MomentRow).where(col(MomentRow.id) == moment_id)
    session.execute(removing.values(is_removed=True, closed_at=at, closed_by=author))
    journal = Journal(session, author, at, moment_id=moment_id)
    journal.note(Fact.MOMENT, MomentState.OPEN.value, MomentState.REMOVED.value)
    session.flush()


def arrange_agenda(session: Session, moment_id: int, arranged: Mapping[int, Arrangement]) -> None:
    """Lays down the agenda by hand, by the id of the action; what was laid down before gives way to it.

    Raises MomentClosed.
    """
    allow(session, Right.HOLD_MOMENTS)
    hold_open(session, moment_id, alone=True)
    session.execute(delete(ArrangementRow).where(col(ArrangementRow.moment_id) == moment_id))
    session.add_all(
        ArrangementRow(
            moment_id=moment_id, action_id=action_id, place=one.place, is_skipped=one.is_skipped, note=one.note.strip()
        )
        for action_id, one in arranged.items()
        if one != Arrangement()
    )
    session.flush()


def close_moment(
    session: Session, moment_id: int, author: str, at: datetime, *, not_discussed: Collection[int] = ()
) -> None:
    """Freezes the moment, and notes which actions (ids) were not discussed. Raises MomentClosed when it is closed."""
    allow(session, Right.HOLD_MOMENTS)
    closing = (
        update(MomentRow)
        .where(col(MomentRow.id) == moment_id, col(MomentRow.closed_at).is_(None))
        .values(closed_at=at, closed_by=author)
    )
    if session.exec(closing).rowcount == 0:
        raise MomentClosed
    journal = Journal(session, author, at, moment_id=moment_id)
    journal.note(Fact.MOMENT, MomentState.OPEN.value, MomentState.CLOSED.value)
    documents = queries.documents_of(session, not_discussed)
    for action_id in not_discussed:
        journal.of_action_id(action_id, documents[action_id]).note(Fact.NOT_DISCUSSED, None, None)
    session.flush()


def reopen_moment(session: Session, moment_id: int, *, reason: str, author: str, at: datetime) -> None:
    """Opens a closed moment again, for a reason that the journal keeps; what was not discussed is open again too.

    A decision list that was fixed stays, and no longer holds. Raises IncompleteEdit without a reason, MomentAlreadyOpen
    where it or another moment of the same management response is open, and MomentNotLast where a later one was held, or
    where the moment is the document itself.
    """
    allow(session, Right.HOLD_MOMENTS)
    if not reason.strip():
        raise IncompleteEdit((Lack.REASON_FOR_REOPENING,))
    covered = select(col(MomentResponseRow.response_id)).where(col(MomentResponseRow.moment_id) == moment_id)
    response_ids = set(session.execute(covered).scalars())
    last, _ = _last_closed(session, response_ids)
    row = session.get_one(MomentRow, moment_id)
    if row.is_document or last != moment_id:
        raise MomentNotLast
    lines = queries.changes(session, moment_id=moment_id)
    row.closed_at = row.closed_by = None
    session.execute(update(MinutesRow).where(col(MinutesRow.moment_id) == moment_id).values(holds=False))
    journal = Journal(session, author, at, moment_id=moment_id)
    why = replace(journal, reason=" ".join(reason.split()))
    why.note(Fact.MOMENT, MomentState.CLOSED.value, MomentState.OPEN.value)
    for line in standing(lines):
        if line.fact == Fact.NOT_DISCUSSED:
            journal.of_line(line).note(Fact.NOT_DISCUSSED, None, None, undoes=line.id)
    session.flush()


def fix_minutes(
    session: Session, moment_id: int, *, closed_at: datetime | None = None, text: str, author: str, at: datetime
) -> None:
    """Lays down the decision list of a closed moment, in these words, for good.

    The row tells who and when by itself: no journal line goes with it. Raises
    MomentStillOpen, MinutesFixed when it has been fixed since the moment was closed, NotAsItWas when the moment was
    opened and closed again since ``closed_at``, MinutesEmpty for a text without any words, and LookupError for an
    unknown moment.
    """
    allow(session, Right.HOLD_MOMENTS)
    # Where a database lets two write at once, a second one that fixes the same list waits here.
    moment = session.get(MomentRow, moment_id, with_for_update=True)
    if moment is None:
        raise LookupError(f"no moment {moment_id}")
    if moment.closed_at is None:
        raise MomentStillOpen
    if closed_at is not None and moment.closed_at != closed_at:
        raise NotAsItWas
    if any(minutes.holds for minutes in all_minutes(session, moment_id)):
        raise MinutesFixed
    if not text.strip():
        raise MinutesEmpty
    session.add(MinutesRow(moment_id=moment_id, text=text.strip(), author=author, at=at))
    session.flush()


def _last_closed(session: Session, response_ids: Collection[int]) -> tuple[int | None, date | None]:
    """The newest moment that covers one of these management responses, and its day; None and None where there is none.

    Where a database lets two write at once, a second one that opens a moment for the same document waits here. Raises
    MomentAlreadyOpen where one is open.
    """
    held = select(col(ResponseRow.id)).where(col(ResponseRow.id).in_(response_ids)).order_by(col(ResponseRow.id))
    session.execute(held.with_for_update()).all()
    known = session.execute(_covering(response_ids)).all()
    if any(closed_at is None for _, _, closed_at in known):
        raise MomentAlreadyOpen
    return (known[0][0], known[0][1]) if known else (None, None)


def _check_far(day: date, at: datetime) -> None:
    """Raises MomentTooFar."""
    if (meant := meant_day(day, day_of(at))) is not None:
        raise MomentTooFar(day, meant)


def _check_order(session: Session, moment: Moment) -> None:
    """The moments of one document keep the order in which they were opened. Raises MomentTooEarly or MomentTooLate."""
    own = select(col(MomentResponseRow.response_id)).where(col(MomentResponseRow.moment_id) == moment.id)
    known = session.execute(_covering(own)).all()
    earlier = max((day for id_, day, _ in known if id_ < moment.id), default=moment.date)
    later = min((day for id_, day, _ in known if id_ > moment.id), default=moment.date)
    if moment.date < earlier:
        raise MomentTooEarly(earlier)
    if moment.date > later:
        raise MomentTooLate(later)


def _covering(response_ids: Any) -> Any:
    """Id, day and time of closing of the moments that cover one of these management responses, the newest first."""
    return (
        select(col(MomentRow.id), col(MomentRow.date), col(MomentRow.closed_at))
        .join(MomentResponseRow, col(MomentResponseRow.moment_id) == col(MomentRow.id))
        .where(col(MomentResponseRow.response_id).in_(response_ids), ~col(MomentRow.is_removed))
        .order_by(col(MomentRow.date).desc(), col(MomentRow.id).desc())
    )


def _lines(names: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(clean for name in names if (clean := " ".join(name.split()))))
