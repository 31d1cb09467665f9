"""A role in the place of a person's name, wherever it stands and for good: no earlier value is kept.

The history keeps its lines, each with its codes in the same words as what stands there now, so that taking back and
looking back go on as before; and it gets one line, which tells of the role alone.
"""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from mrdb.domain.errors import DatabaseFault, DatabaseUnusable, IncompleteEdit, StillLetIn, UnderReview
from mrdb.domain.facts import Fact
from mrdb.domain.naming import in_place_of, lacks
from mrdb.domain.people import Visit
from mrdb.domain.roles import Right
from mrdb.store.database import Engine, file_of, turn_of
from mrdb.store.journal import Journal
from mrdb.store.people import note_visit
from mrdb.store.privacy import CHANGE, PERSON, RESPONSIBLE, Found, found, known_as, people_called
from mrdb.store.rights import allow
from mrdb.store.sqlite_file import connected, told_of
from mrdb.store.tables import OF_PEOPLE, ActionResponsibleRow, ActionRow, KnownWordRow, ResponsibleRow, ReviewRow


def replace_name(session: Session, names: Sequence[str], role: str, *, author: str, at: datetime) -> None:
    """Commits nothing; ``at`` is aware. ``names`` are all the ways in which the person is written.

    Raises IncompleteEdit, StillLetIn for somebody who may come in, and UnderReview as long as a document that is
    looked over may hold the name.
    """
    allow(session, Right.ADMINISTER)
    names, role = known_as(session, names), " ".join(role.split())
    if wanting := lacks(names, role):
        raise IncompleteEdit(wanting)
    if under_review := session.exec(select(ReviewRow.name)).all():
        raise UnderReview(tuple(under_review))
    rows = tuple(found(session, names, role))
    _forget_people(session, names, role)
    _rename_responsibles(session, names, role)
    for one in rows:
        if one.texts and one.table.name not in _APART:
            _rewrite(session, one)
    # A form that is open would bring the name back.
    seen = update(ActionRow).where(col(ActionRow.id).in_({_shown_action(one) for one in rows}))
    session.execute(seen.values(version=col(ActionRow.version) + 1))
    say = in_place_of(names, role)
    Journal(session, say(author), at).note(Fact.RENAMED, None, role)
    note_visit(session, say(author), Visit.RENAMED, role, at)
    session.flush()


_APART = {PERSON, RESPONSIBLE}
"""These rows are one with others by their names."""


def _rewrite(session: Session, one: Found) -> None:
    this = [key == one.row[key.name] for key in one.table.primary_key]
    if one.table.name == KnownWordRow.__tablename__:  # which may be known in the other words too: it is asked again
        session.execute(delete(one.table).where(*this))
    else:
        session.execute(update(one.table).where(*this).values(one.texts))


def _shown_action(one: Found) -> int | None:
    """The action in the form of which the row shows; of the journal, what was prepared does."""
    if one.table.name in OF_PEOPLE or (one.table.name == CHANGE and "new" not in one.texts):
        return None
    action_id: int | None = one.row["id"] if one.table.name == ActionRow.__tablename__ else one.row.get("action_id")
    return action_id


def _forget_people(session: Session, names: Sequence[str], role: str) -> None:
    for row in people_called(session, names):
        if not row.is_withdrawn:
            raise StillLetIn(row.name)
        row.name, row.email, row.subject, row.seen_at = role, "", None, None
        session.add(row)


def _rename_responsibles(session: Session, names: Sequence[str], role: str) -> None:
    """Who is called the same by now is one and the same."""
    say, known = in_place_of(names, role), session.exec(select(ResponsibleRow).order_by(col(ResponsibleRow.id))).all()
    ids = {row.name: row.id for row in known}
    for row in known:
        if (called := say(row.name)) == row.name:
            continue
        if (other := ids.setdefault(called, row.id)) == row.id:
            row.name = called
            session.add(row)
        else:
            _merge(session, row.id, other)
            session.delete(row)
        session.flush()


def _merge(session: Session, gone: int | None, stays: int | None) -> None:
    """An action that both answered for keeps the first place of the two, as its names in the history do."""
    one = col(ActionResponsibleRow.responsible_id).in_([gone, stays])
    seen: set[int] = set()
    for row in session.exec(select(ActionResponsibleRow).where(one).order_by(col(ActionResponsibleRow.position))).all():
        if row.action_id in seen:
            session.delete(row)
            continue
        seen.add(row.action_id)
    session.flush()
    session.execute(update(ActionResponsibleRow).where(one).values(responsible_id=stays))


def overwrite_free_space(engine: Engine) -> None:
    """What is no longer stored still lies in the file, in pages that nothing uses: SQLite writes the file anew, and
    empties its log. Another database does so in its own time.

    Raises DatabaseUnusable, also where some program goes on reading what stood there before: the log stays for it.
    """
    if engine.dialect.name != "sqlite":
        return
    file = file_of(engine)
    with turn_of(engine), told_of(file), closing(connected(file)) as connection:
        connection.execute("VACUUM")
        (is_read, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_read:
        raise DatabaseUnusable(str(file), DatabaseFault.UNREACHABLE)
