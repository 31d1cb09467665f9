"""Who may come in, what role they have, and the log of who came in, was refused or took something along."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, col, delete, select

from mrdb.domain.errors import LastSecretary, PersonKnown
from mrdb.domain.people import Identity, Person, Role, Visit, may_leave, secretaries
from mrdb.domain.roles import Right
from mrdb.store.database import BY
from mrdb.store.rights import allow, allow_own, person_in
from mrdb.store.tables import AnsweringRow, PersonRow, VisitRow

KEPT = timedelta(days=365)
"""How long the access log remembers."""


def people(session: Session) -> tuple[Person, ...]:
    """By name."""
    rows = session.exec(select(PersonRow)).all()
    return tuple(sorted((person_in(session, row) for row in rows), key=lambda one: (one.name.casefold(), one.id)))


def has_people(session: Session) -> bool:
    """Whether this database is one where people sign in."""
    return session.exec(select(PersonRow.id).limit(1)).first() is not None


def person_with(session: Session, subject: str) -> Person | None:
    """Who signs in as this subject and may come in."""
    row = session.exec(select(PersonRow).where(PersonRow.subject == subject)).first()
    return person_in(session, row) if row and not row.is_withdrawn else None


def person_to_view(session: Session, person_id: int) -> Person | None:
    """The same by the id: as whom a secretary looks."""
    row = session.get(PersonRow, person_id)
    return person_in(session, row) if row and not row.is_withdrawn else None


def sign_in(session: Session, who: Identity, at: datetime, *, first_secretary: str = "") -> Person | None:
    """Lets in who is known, by the subject or at the first time by the address, and who brings a role along.

    The name and the address become those of today. ``first_secretary`` is the address of who becomes secretary as long
    as there is none. None for anybody else: the log tells.
    """
    row = session.exec(select(PersonRow).where(PersonRow.subject == who.subject)).first()
    row = row or (_with_address(session, who.email) if who.email else None)
    is_first = bool(who.email) and who.email == first_secretary.strip().casefold() and not secretaries(people(session))
    role = Role.SECRETARY if is_first else next(iter(who.roles), None)
    if row is None and role:
        row = PersonRow(name=who.name, email=who.email, role=role)
    elif row is not None and is_first and not row.is_withdrawn:
        row.role = Role.SECRETARY
    if row is None or row.is_withdrawn:
        note_visit(session, who.name, Visit.REFUSED, who.email, at)
        return None
    row.subject, row.name, row.email, row.seen_at = who.subject, who.name, who.email or row.email, at
    session.add(row)
    session.flush()
    note_visit(session, row.name, Visit.SIGNED_IN, "", at)
    return person_in(session, row)


def _with_address(session: Session, email: str) -> PersonRow | None:
    """Who was added with this address and never came in; or whose access was withdrawn, whatever the account is now."""
    there = select(PersonRow).where(PersonRow.email == email)
    return session.exec(there.where(col(PersonRow.subject).is_(None) | col(PersonRow.is_withdrawn))).first()


def add_person(session: Session, email: str, role: Role, *, author: str, at: datetime) -> Person:
    """Somebody who may come in from now on. Raises PersonKnown where the address is somebody's already."""
    allow(session, Right.ADMINISTER)
    email = email.strip().casefold()
    if session.exec(select(PersonRow.id).where(PersonRow.email == email)).first() is not None:
        raise PersonKnown(email)
    row = PersonRow(name=email, email=email, role=role)
    session.add(row)
    session.flush()
    note_visit(session, author, Visit.ADDED, f"{email}: {role.value}", at)
    return person_in(session, row)


def change_role(session: Session, person_id: int, role: Role, *, author: str, at: datetime) -> None:
    """Raises LastSecretary where nobody would be left who lets people in."""
    allow(session, Right.ADMINISTER)
    row = session.get_one(PersonRow, person_id)
    if role == row.role:
        return
    _check_leaving(session, row)
    row.role = role
    session.add(row)
    note_visit(session, author, Visit.ROLE, f"{row.name}: {role.value}", at)


def withdraw(session: Session, person_id: int, *, author: str, at: datetime, is_withdrawn: bool = True) -> None:
    """From the next click on this person sees nothing, or comes in again: with whatever account has the address then.

    Raises LastSecretary as above.
    """
    allow(session, Right.ADMINISTER)
    row = session.get_one(PersonRow, person_id)
    if is_withdrawn:
        _check_leaving(session, row)
    elif row.is_withdrawn:
        row.subject = None  # an account that was made anew, or at another service, is another subject
    row.is_withdrawn = is_withdrawn
    session.add(row)
    note_visit(session, author, Visit.WITHDRAWN if is_withdrawn else Visit.LET_IN_AGAIN, row.name, at)


def answer_from(
    session: Session, person_id: int, about: str | int, first: date, *, name: str, author: str, at: datetime
) -> None:
    """From that day on the person answers for it (see ``domain.people.Answering``), which the log calls ``name``. Who
    does so already gets no second link, which would hold when the first one is ended."""
    allow(session, Right.ADMINISTER)
    row = session.get_one(PersonRow, person_id)
    if any(one.about == about and one.first <= first and one.last is None for one in person_in(session, row).answers):
        return
    responsible, response_id = (about, None) if isinstance(about, str) else (None, about)
    session.add(AnsweringRow(person_id=person_id, responsible=responsible, response_id=response_id, first_day=first))
    note_visit(session, author, Visit.ANSWERS, f"{row.name}: {name}", at)


def answer_until(session: Session, answering_id: int, last: date, *, name: str, author: str, at: datetime) -> None:
    """That day is the last one on which the person answers for it; one before the first day: never."""
    allow(session, Right.ADMINISTER)
    row = session.get_one(AnsweringRow, answering_id)
    row.last_day = last
    session.add(row)
    note_visit(session, author, Visit.ANSWERED, f"{session.get_one(PersonRow, row.person_id).name}: {name}", at)


def want_reminders(session: Session, person_id: int, wants_reminders: bool) -> None:
    """Whether this person is reminded by mail; nobody else decides about it, so that no log tells."""
    allow_own(session, person_id)
    row = session.get_one(PersonRow, person_id)
    row.wants_reminders = wants_reminders
    session.add(row)


def note_viewing(session: Session, person_id: int, *, author: str, at: datetime) -> None:
    """The log tells as whom somebody looks: the screens of others show what concerns nobody else."""
    allow(session, Right.ADMINISTER)
    note_visit(session, author, Visit.VIEWED_AS, session.get_one(PersonRow, person_id).name, at)


def note_seen(session: Session, line_id: int) -> None:
    """Up to this line of the journal whoever this transaction is of saw what changed of his or her actions."""
    row = session.get_one(PersonRow, session.info[BY])
    row.seen_line = line_id
    session.add(row)


def _check_leaving(session: Session, row: PersonRow) -> None:
    if not row.is_withdrawn and not may_leave(person_in(session, row), people(session)):
        raise LastSecretary


def note_visit(session: Session, who: str, what: Visit, about: str, at: datetime) -> None:
    """A line of the access log; what is older than ``KEPT`` goes out."""
    session.exec(delete(VisitRow).where(col(VisitRow.at) < at - KEPT))
    session.add(VisitRow(at=at, who=who, what=what, about=about))


def visits(session: Session) -> list[tuple[datetime, str, Visit, str]]:
    """The access log, the newest first: when, who, what, about what."""
    rows = session.exec(select(VisitRow).order_by(col(VisitRow.id).desc())).all()
    return [(row.at, row.who, row.what, row.about) for row in rows]
