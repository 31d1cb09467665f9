"""Whether a database is whole: its file, its rows, and its journal against what stands there."""

import sqlite3
from contextlib import closing

from mrdb.domain.backups import Checkup, contradictions
from mrdb.store import fresh
from mrdb.store.backup import findings
from mrdb.store.database import Engine, Session, file_of, known_revisions, read_only
from mrdb.store.sqlite_file import check_there, connected_to_read, told_of


def check(engine: Engine) -> Checkup:
    """Changes nothing; what is damaged is not looked into further. Raises DatabaseUnusable where it cannot be read."""
    file = file_of(engine)
    check_there(file)
    with told_of(file), closing(connected_to_read(file)) as connection:
        try:
            damage, dangling = findings(connection)
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            damage = (str(error),)
    if damage:
        return Checkup(damage)
    if revision != known_revisions()[0]:
        return Checkup((), dangling, None, revision)
    with read_only(engine) as session:
        return Checkup((), dangling, _contradictions(session), revision)


def _contradictions(session: Session) -> int:
    """Of what was put away too: the journal tells of it."""
    return contradictions(
        fresh.changes(session),
        fresh.management_responses(session, or_put_away=True),
        fresh.recommendations(session, or_put_away=True),
        fresh.actions(session, or_put_away=True),
        fresh.all_moments(session),
    )
