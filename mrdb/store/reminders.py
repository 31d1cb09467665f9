"""What people were reminded of, and what they are to be reminded of now."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime

from sqlmodel import Session, select

from mrdb.domain.people import Person
from mrdb.domain.reminders import Reminder, Told, reminders
from mrdb.store.database import Engine, file_of
from mrdb.store.people import people
from mrdb.store.queries import actions, open_moments
from mrdb.store.sqlite_file import beside
from mrdb.store.tables import ReminderRow

_LOCK = int.from_bytes(b"mail")
"""The number by which processes that mail from one PostgreSQL database know of each other."""


@contextmanager
def sending_alone(engine: Engine) -> Iterator[bool]:
    """Whether no other process is in such a block for this database: two would tell everybody twice.

    Nobody else waits for it, and whoever dies has left it. SQLite locks an empty file beside its own, which people
    write in meanwhile.
    """
    if engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(beside(file_of(engine), "-remind"), timeout=0, isolation_level=None)) as lock:
            yield _is_taken(lock)
    else:
        with engine.begin() as connection:
            yield bool(connection.exec_driver_sql(f"SELECT pg_try_advisory_xact_lock({_LOCK})").scalar())


def _is_taken(lock: sqlite3.Connection) -> bool:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def due_reminders(session: Session, today: date) -> tuple[tuple[Person, tuple[Reminder, ...]], ...]:
    """Who has something to be told, and what; by name."""
    known, rounds, told = actions(session), open_moments(session), _told(session)
    found = ((one, reminders(one, known, rounds, today, told[one.id])) for one in people(session))
    return tuple((person, news) for person, news in found if news)


def note_told(session: Session, person: Person, told: Iterable[Reminder], at: datetime) -> None:
    """From now on nobody tells this person again."""
    for one in told:
        row = ReminderRow(person_id=person.id, action_id=one.action.id, step=one.step, day=one.day, at=at)
        session.add(row)


def _told(session: Session) -> defaultdict[int, set[Told]]:
    found: defaultdict[int, set[Told]] = defaultdict(set)
    for row in session.exec(select(ReminderRow)):
        found[row.person_id].add((row.action_id, row.step, row.day))
    return found
