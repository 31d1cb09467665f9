"""What people were reminded of, and what they are to be reminded of now."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session, select

from mrdb.domain.people import Person
from mrdb.domain.reminders import Reminder, Told, reminders
from mrdb.store.people import people
from mrdb.store.queries import actions, covered, moments
from mrdb.store.tables import ReminderRow


def due_reminders(session: Session, today: date) -> tuple[tuple[Person, tuple[Reminder, ...]], ...]:
    """Who has something to be told, and what; by name."""
    documents, known, told = covered(session), actions(session), _told(session)
    rounds = {id_: moment for moment in moments(session) if moment.is_open for id_ in documents[moment.id]}
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
