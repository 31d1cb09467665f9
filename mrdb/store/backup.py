"""Copies of a whole database, and one of them put back: without stopping anybody, and with nothing left half done."""

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from mrdb.domain.backups import Backup, Contents, Keep, superfluous
from mrdb.domain.errors import DatabaseFault, DatabaseUnusable, FileFault, UnreadableUpload
from mrdb.store.database import Engine, file_of, open_database, turn_of, upgrade
from mrdb.store.sqlite_file import (
    beside,
    check_place,
    connected,
    connected_to_read,
    copy_into,
    finish,
    told_of,
    unfinished,
)
from mrdb.store.tables import OF_PEOPLE

_AT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(.+?)-(opzij-)?(\d{8}T\d{6}Z)-v.+-([0-9a-f]{8})\.sqlite3")
"""Of which database, whether set aside, when (UTC), by which release, and how the file's own SHA-256 begins."""
_REPLACED = {
    DatabaseFault.MISSING,
    DatabaseFault.EMPTY,
    DatabaseFault.NOT_A_DATABASE,
    DatabaseFault.DAMAGED,
    DatabaseFault.FOREIGN_LOG,
    DatabaseFault.FOREIGN,
    DatabaseFault.NEWER,
}
"""What cannot be written into: the file itself gives way."""


def back_up(engine: Engine, target: Path, *, version: str, at: datetime, is_set_aside: bool = False) -> Path:
    """A whole copy of what is stored now, looked through before it gets its name; returns where it is.

    In a folder it gets a name that tells its database, when it was made and by which release, and by which it is known
    later whether it is still the same. Raises DatabaseUnusable, and leaves nothing then, and FileExistsError where a
    database in use lies there.
    """
    database = file_of(engine)
    is_itself = target.exists() and database.exists() and target.samefile(database)
    if is_itself or beside(target.resolve(), "-wal").exists():
        raise FileExistsError(errno.EEXIST, "a database in use", str(target))
    check_place(database)
    is_named = not target.is_dir()
    with told_of(target), unfinished(target if is_named else target / database.name) as part:
        with told_of(database), closing(connected(database)) as source:
            copy_into(source, part)
        with told_of(database), closing(connected_to_read(part)) as copy:
            _look_through(copy, database)
        aside = "opzij-" if is_set_aside else ""
        name = f"{database.stem}-{aside}{at.astimezone(UTC):{_AT}}-v{version}-{_digest(part)}.sqlite3"
        made = target if is_named else target / name
        finish(part, made)
    return made


def backups(engine: Engine, folder: Path) -> tuple[Backup, ...]:
    """Those of this database that bear the name they were given, the newest first."""
    stem, found = file_of(engine).stem, []
    for file in folder.glob("*.sqlite3"):
        named, at = _NAME.fullmatch(file.name), made_at(file)
        if at and named and named[1] == stem:
            found.append(Backup(file, at, is_set_aside=bool(named[2])))
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def made_at(file: Path) -> datetime | None:
    """As its name tells it (UTC); None where it does not."""
    named = _NAME.search(file.name)
    return datetime.strptime(named[3], _AT).replace(tzinfo=UTC) if named else None


def thin_out(engine: Engine, folder: Path, keep: Keep) -> int:
    """Removes the backups that no period keeps, and returns how many."""
    left = superfluous(backups(engine, folder), keep)
    for one in left:
        one.file.unlink()
    return len(left)


def contents(file: Path) -> Contents:
    """What a copy of a database holds, of whichever release. Raises DatabaseUnusable where it is not whole, no longer
    as it was made, or of another program, UnreadableUpload where there is none."""
    if not file.is_file():
        raise UnreadableUpload(file.name, FileFault.MISSING)
    named = _NAME.search(file.name)
    if named and named[4] != _digest(file):
        raise DatabaseUnusable(file.name, DatabaseFault.NOT_AS_MADE)
    with told_of(file), closing(connected_to_read(file)) as connection:
        _look_through(connection, file)
        return _contents_of(connection, file)


def present_contents(engine: Engine) -> Contents:
    file = file_of(engine)
    check_place(file)
    with told_of(file), closing(connected(file)) as connection:
        return _contents_of(connection, file)


def _contents_of(connection: sqlite3.Connection, file: Path) -> Contents:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not {"alembic_version", "management_response"} <= tables:
        raise DatabaseUnusable(file.name, DatabaseFault.FOREIGN)
    counted = ("management_response", "action", "moment")
    responses, actions, moments = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in counted)
    (last_moment,) = connection.execute("SELECT max(date) FROM moment").fetchone()
    lines, changed_at, changed_by = 0, None, ""
    if "change" in tables:
        lines = connection.execute("SELECT count(*) FROM change").fetchone()[0]
        newest = connection.execute("SELECT at, author FROM change ORDER BY id DESC LIMIT 1").fetchone()
        changed_at, changed_by = newest or (None, "")
    return Contents(
        responses,
        actions,
        moments,
        date.fromisoformat(last_moment) if last_moment else None,
        lines,
        datetime.fromisoformat(changed_at).replace(tzinfo=UTC) if changed_at else None,
        changed_by,
    )


def restore(engine: Engine, file: Path, folder: Path, *, version: str, at: datetime) -> Path | None:
    """Puts all that stands in this copy in the place of all that is stored now, also while others are at work.

    What stood there is set aside first; returns where: in ``folder``, or beside the database where it could not be
    read. Raises what ``contents`` raises, and DatabaseUnusable; nothing has changed then.
    """
    contents(file)
    database = file_of(engine)
    with told_of(database):
        database.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
    with _brought_along(file, database) as part:
        try:
            upgrade(engine, may_make=False)
            return _poured_in(engine, part, folder, version=version, at=at)
        except DatabaseUnusable as error:
            if error.fault not in _REPLACED:
                raise
            engine.dispose()
            return _put_in_place(part, database, at)


@contextmanager
def _brought_along(file: Path, database: Path) -> Iterator[Path]:
    """A copy of the copy beside the database, at the newest release; the copy itself stays as it is."""
    with told_of(database), unfinished(database) as part:
        with told_of(file), closing(connected_to_read(file)) as source:
            copy_into(source, part)
        engine = open_database(f"sqlite:///{part}")
        try:
            upgrade(engine, may_make=False)
        except DatabaseUnusable as error:
            raise DatabaseUnusable(file.name, error.fault) from error
        finally:
            engine.dispose()
        yield part


def _poured_in(engine: Engine, part: Path, folder: Path, *, version: str, at: datetime) -> Path:
    """All rows in one transaction, which nobody writes into between setting aside and the end of it.

    Where people sign in, who may come in and who came in stay as they are: a copy lets nobody in again.
    """
    database = file_of(engine)
    with turn_of(engine), told_of(database), closing(connected(database)) as connection:
        connection.execute("ATTACH ? AS copy", (str(part),))
        connection.execute("BEGIN IMMEDIATE")
        aside = back_up(engine, folder, version=version, at=at, is_set_aside=True)
        ours = "SELECT name FROM copy.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'"
        stays = OF_PEOPLE if connection.execute("SELECT 1 FROM main.person").fetchone() else frozenset()
        if stays:
            connection.execute(_OTHER_DOCUMENTS)
        for (table,) in connection.execute(ours).fetchall():
            if table in stays:
                continue
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA copy.table_info({table})"))
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM copy.{table}")
        if stays:
            connection.execute(_STRANGERS)
            connection.execute(_SEEN)
        connection.execute("COMMIT")
    return aside


_OTHER_DOCUMENTS = """
    DELETE FROM main.answering WHERE response_id IS NOT NULL AND response_id NOT IN (
        SELECT one.id FROM copy.management_response AS one
        JOIN main.management_response AS other ON other.id = one.id AND other.source_digest = one.source_digest
    )
"""
"""Nobody answers for a document that the copy does not hold, or that has another one's number there."""
_STRANGERS = """
    UPDATE main.change SET person_id = NULL WHERE person_id IN (
        SELECT one.id FROM copy.person AS one LEFT JOIN main.person AS other ON other.id = one.id
        WHERE other.id IS NULL OR (other.email <> one.email AND other.subject IS NOT one.subject)
    )
"""
"""Lines of people who are not, or others, in this database keep the name under which they stand."""
_SEEN = "UPDATE main.person SET seen_line = min(seen_line, (SELECT max(id) FROM main.change))"
"""What comes after the copy gets the numbers of lines that people saw before it."""


def _put_in_place(part: Path, database: Path, at: datetime) -> Path | None:
    """The file itself and its log give way, under a name under which they are still one."""
    aside = database.with_name(f"{database.stem}-opzij-{at.astimezone(UTC):{_AT}}{database.suffix}")
    for end in ("", "-wal", "-shm"):
        if (there := beside(database, end)).exists():
            there.rename(beside(aside, end))
    finish(part, database)
    return aside if aside.exists() else None


def _look_through(connection: sqlite3.Connection, file: Path) -> None:
    """Raises DatabaseUnusable where a page is damaged or a row points nowhere."""
    if findings(connection) != ((), 0):
        raise DatabaseUnusable(str(file), DatabaseFault.DAMAGED)


def findings(connection: sqlite3.Connection) -> tuple[tuple[str, ...], int]:
    """What SQLite says of the file, nothing where it is whole, and how many rows point nowhere."""
    damage = tuple(said for (said,) in connection.execute("PRAGMA integrity_check(10)") if said != "ok")
    return damage, len(connection.execute("PRAGMA foreign_key_check").fetchall())


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()[:8]
