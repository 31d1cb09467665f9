"""The keys of programs that read: made, known again by their digest, revoked."""

from datetime import date, datetime
from secrets import token_hex

from sqlmodel import Session, col, select

from mrdb.domain.keys import CALENDARS, Key, KeyKind, digest_of
from mrdb.domain.people import Visit
from mrdb.domain.response import Action
from mrdb.domain.roles import answers_for
from mrdb.store.people import note_visit
from mrdb.store.queries import actions
from mrdb.store.rights import allow_own, person_in
from mrdb.store.tables import KeyRow, PersonRow
from mrdb.text.people import KEY
from mrdb.text.subscription import whose


def make_key(session: Session, person_id: int, kind: KeyKind, about: str, *, author: str, at: datetime) -> str:
    """The secret, which is kept nowhere: who loses it makes another one. A key of the data only a secretary makes."""
    allow_own(session, person_id if kind in CALENDARS else None)
    secret = token_hex(32)
    row = KeyRow(digest=digest_of(secret), kind=kind, person_id=person_id, about=about, made_at=at)
    session.add(row)
    note_visit(session, author, Visit.KEY_MADE, _named(row), at)
    return secret


def revoke_key(session: Session, key_id: int, *, author: str, at: datetime) -> None:
    """From its next question on the program that has it gets nothing."""
    if row := session.get(KeyRow, key_id):
        allow_own(session, row.person_id if row.kind in CALENDARS else None)
        session.delete(row)
        note_visit(session, author, Visit.KEY_REVOKED, _named(row), at)


def key_with(session: Session, secret: str, *kinds: KeyKind) -> Key | None:
    """The key that this secret is, as long as it opens something."""
    query = select(KeyRow).join(PersonRow).where(KeyRow.digest == digest_of(secret), col(KeyRow.kind).in_(kinds))
    row = session.exec(query.where(~col(PersonRow.is_withdrawn))).first()
    return _key(row) if row else None


def followed(session: Session, key: Key, day: date) -> list[Action]:
    """The actions whose deadlines this calendar holds: on that day, where it holds what its person answers for."""
    known = actions(session)
    if key.kind == KeyKind.OWN_CALENDAR:
        person = person_in(session, session.get_one(PersonRow, key.person_id))
        return [one for one in known if answers_for(person, one, day)]
    return [one for one in known if not key.about or key.about in one.responsibles]


def note_reading(session: Session, key: Key, day: date) -> None:
    """The day alone: a program that asks every few minutes would leave no room for people in the access log."""
    if row := session.get(KeyRow, key.id):
        row.read_on = day
        session.add(row)


def keys(session: Session, *kinds: KeyKind) -> tuple[Key, ...]:
    """The oldest first."""
    rows = session.exec(select(KeyRow).where(col(KeyRow.kind).in_(kinds)).order_by(col(KeyRow.id))).all()
    return tuple(map(_key, rows))


def _named(row: KeyRow) -> str:
    return f"{KEY[row.kind]}: {whose(row.kind, row.about)}"


def _key(row: KeyRow) -> Key:
    assert row.id is not None
    return Key(row.id, row.kind, row.person_id, row.about, row.made_at, row.read_on)
