"""Asking, before something is written, whether whoever signed in may do that: the screen may be of a while ago."""

from datetime import datetime

from sqlmodel import Session, select

from mrdb.domain.days import day_of
from mrdb.domain.errors import NotAllowed
from mrdb.domain.people import Answering, Person
from mrdb.domain.response import Action
from mrdb.domain.roles import Right, may, may_edit
from mrdb.store import queries
from mrdb.store.database import BY
from mrdb.store.tables import AnsweringRow, PersonRow


def allow(session: Session, right: Right) -> None:
    """Raises NotAllowed."""
    if not may(_person_of(session), right):
        raise NotAllowed


def allow_own(session: Session, person_id: int | None) -> None:
    """What everybody does for himself or herself, and for others only who administers. Raises NotAllowed."""
    if person_id is None or session.info.get(BY) != person_id:
        allow(session, Right.ADMINISTER)


def allow_edit(session: Session, *actions: Action, at: datetime) -> None:
    """Raises NotAllowed where the person may not report on one of the actions on the day of ``at``."""
    if (person := _person_of(session)) is None:
        return
    day, followed = day_of(at), queries.open_moments(session)
    if not all(may_edit(person, one, day, is_round_open=one.recommendation.response.id in followed) for one in actions):
        raise NotAllowed


def _person_of(session: Session) -> Person | None:
    """Whoever this transaction is of, as he or she is known now; None where nobody has to sign in."""
    person_id = session.info.get(BY)
    return None if person_id is None else person_in(session, session.get_one(PersonRow, person_id))


def person_in(session: Session, row: PersonRow) -> Person:
    """With what he or she answers for, the first link first."""
    assert row.id is not None
    found = session.exec(select(AnsweringRow).where(AnsweringRow.person_id == row.id).order_by("first_day", "id"))
    return Person(
        row.id,
        row.name,
        row.email,
        row.role,
        row.subject,
        row.is_withdrawn,
        row.seen_at,
        tuple(map(_answering, found)),
        row.wants_reminders,
        row.seen_line,
    )


def _answering(row: AnsweringRow) -> Answering:
    about = row.responsible or row.response_id
    assert row.id is not None
    assert about is not None
    return Answering(row.id, about, row.first_day, row.last_day)
