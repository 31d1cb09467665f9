"""Opening the database, reading and writing in transactions, and bringing an older database up to date."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import cache, partial
from itertools import count
from pathlib import Path
from secrets import token_hex
from threading import Lock
from time import sleep
from typing import Any
from weakref import WeakKeyDictionary

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, Update, create_engine, event, inspect, make_url, update
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    IntegrityError,
    InternalError,
    InvalidatePoolError,
    OperationalError,
)
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from mrdb.domain.errors import DatabaseFault, DatabaseUnusable, StorageFailed, UnusableCharacter
from mrdb.store.sqlite_file import (
    PATIENCE,
    beside,
    check_place,
    connected,
    copy_into,
    fault_of,
    finish,
    told_of,
    unfinished,
)
from mrdb.store.tables import DatabaseRow

__all__ = ["Engine", "Session", "open_database", "read_only", "transaction", "upgrade"]

_turns: WeakKeyDictionary[Engine, Lock] = WeakKeyDictionary()
"""Who writes in this process waits in line: SQLite lets its waiters sleep, each a little longer than the one before."""

_LOCK = int.from_bytes(b"mrdb")
"""The number by which processes that upgrade one PostgreSQL database wait for each other."""

BY = "by"
"""Where a session keeps the id of the person who signed in."""

MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(url: str) -> Engine:
    """The engine for an SQLAlchemy address; connects to nothing yet, and never makes a file by connecting.

    Raises DatabaseUnusable when the address is none, or its driver is not installed.
    """
    kind = url.partition("://")[0]
    try:
        address = make_url(url)
        if address.get_backend_name() != "sqlite":
            engine = create_engine(address, hide_parameters=True)
            event.listen(engine, "before_cursor_execute", _refuse_nul)
            return engine
        if address.database in {None, "", ":memory:"}:
            raise DatabaseUnusable(url, DatabaseFault.BAD_ADDRESS)
        file = Path(str(address.database)).absolute()
        engine = create_engine(address, creator=partial(connected, file), hide_parameters=True)
    except ArgumentError:
        raise DatabaseUnusable(kind, DatabaseFault.BAD_ADDRESS) from None
    except ImportError:
        raise DatabaseUnusable(kind, DatabaseFault.NO_DRIVER) from None
    event.listen(engine, "before_cursor_execute", _refuse_nul)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "checkout", partial(_check_still_there, file))
    return engine


def file_of(engine: Engine) -> Path:
    """The file that holds all of an SQLite database, but for its log, which lies beside it and not beside a link to it.

    Raises DatabaseUnusable for any other one.
    """
    if engine.dialect.name != "sqlite":
        raise DatabaseUnusable(place(engine), DatabaseFault.NO_FILE)
    return Path(str(engine.url.database)).resolve()


@contextmanager
def read_only(engine: Engine) -> Iterator[Session]:
    """A session that sees one state of the database throughout, and in which every write fails.

    Raises StorageFailed when the database does not answer.
    """
    options: dict[str, Any] = {"is_reading": True}
    if engine.dialect.name != "sqlite":
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with _failures_told(engine), Session(engine.execution_options(**options), info={"engine": engine}) as session:
        yield session


@contextmanager
def transaction(engine: Engine, *, by: int | None = None, is_news: bool = True) -> Iterator[Session]:
    """A session whose writes are all stored at the end, or none when an exception leaves the block.

    One such transaction runs at a time: what it has read still holds when it writes. ``by`` is the id of the person
    who signed in, None where nobody has to. What is no news leaves every screen as it is. Raises StorageFailed when
    the database does not answer or cannot write.
    """
    with _failures_told(engine), turn_of(engine), Session(engine, info={BY: by}) as session, session.begin():
        if is_news:
            session.execute(_new_mark())
        yield session


def turn_of(engine: Engine) -> Lock:
    """Held by whoever writes."""
    return _turns.setdefault(engine, Lock())


@contextmanager
def _failures_told(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (OperationalError, InternalError) as error:  # PostgreSQL calls a write in a reading one internal
        raise StorageFailed from error
    except DatabaseError as error:
        if type(error) is DatabaseError:  # SQLite has no word of its own for a file that is no longer whole
            raise DatabaseUnusable(place(engine), DatabaseFault.DAMAGED) from error
        raise


def upgrade(engine: Engine, *, may_make: bool = True) -> Path | None:
    """Creates the database, or brings an older one up to date; a second process that starts meanwhile waits.

    Puts a copy of an older SQLite database beside it first and returns its path, else None. Raises DatabaseUnusable,
    and leaves what was there as it was; also where there is no file and none may be made: who mistypes its address
    would see an empty record.
    """
    if engine.dialect.name != "sqlite":
        return _bring_up_to_date(engine)
    file = file_of(engine)
    check_place(file)
    if file.exists():
        return _bring_up_to_date(engine)
    if not may_make:
        raise DatabaseUnusable(str(file), DatabaseFault.MISSING)
    with told_of(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        _make(file)
    return None


_upgrading = Lock()
"""Alembic knows one database at a time."""


def _make(file: Path) -> None:
    """Whole from the moment that it has its name (by a second link, which never takes another's place): where somebody
    else makes it meanwhile, theirs stays."""
    with suppress(FileExistsError), unfinished(file) as part:
        part.touch()
        engine = open_database(f"sqlite:///{part}")
        try:
            _bring_up_to_date(engine)
        finally:
            engine.dispose()
        os.link(part, file)


def _bring_up_to_date(engine: Engine) -> Path | None:
    scripts, known = _scripts(), known_revisions()
    with _upgrading, _faults_told(engine), closing(engine.connect()) as connection, _foreign_keys_off(connection):
        found = _begun_at_revision(connection, known)
        if found == known[0]:
            return None
        copy = _copy_beside(file_of(engine), found) if found and engine.dialect.name == "sqlite" else None
        scripts.attributes["connection"] = connection
        command.upgrade(scripts, "head")
        if engine.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("a migration left a row that points nowhere")
        connection.execute(_new_mark())
        connection.commit()
        return copy


@cache
def known_revisions() -> list[str]:
    """The newest first."""
    return [script.revision for script in ScriptDirectory.from_config(_scripts()).walk_revisions()]


def _scripts() -> Config:
    scripts = Config()
    scripts.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return scripts


def _new_mark() -> Update:
    return update(DatabaseRow).values(mark=token_hex(16))


def _prepare_sqlite(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
    """Transactions begin in ``_begin_sqlite``, not in the driver."""
    file = connection.execute("PRAGMA database_list").fetchone()[2]
    record.info["file"] = _identity(file)
    connection.execute("PRAGMA foreign_keys = ON")
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")  # what was saved outlives a power cut


def _check_still_there(file: Path, _: object, record: ConnectionPoolEntry, __: object) -> None:
    """Where another file was put in its place, all connections are made anew: they would see the old one for ever."""
    if record.info["file"] != _identity(file):
        raise InvalidatePoolError


def _identity(file: str | Path) -> tuple[int, int] | None:
    try:
        known = os.stat(file)  # noqa: PTH116  # a Path takes three times as long, at every question
    except OSError:
        return None
    return known.st_dev, known.st_ino


def _use_wal(connection: sqlite3.Connection) -> None:
    """Where two open a new file at once, SQLite says "locked" to one of them without waiting, as it does elsewhere."""
    pause = 0.01
    for attempt in count(1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or attempt * pause >= PATIENCE:
                raise
            sleep(pause)
        else:
            return


def _refuse_nul(_: object, __: object, ___: str, parameters: Any, *____: object) -> None:
    """PostgreSQL keeps no text with a NUL in it, so that SQLite may not either: a database can move to the other."""
    if _holds_nul(parameters):
        raise UnusableCharacter


def _holds_nul(value: Any) -> bool:
    """Whether a text has one, or a text in what a driver takes: values by name or by place, or rows of them."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(map(_holds_nul, value.values()))
    return isinstance(value, (list, tuple)) and any(map(_holds_nul, value))


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that reads first and then wants to write would fail at once: writers begin as writers."""
    is_reading = connection.get_execution_options().get("is_reading", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if is_reading else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


@contextmanager
def _faults_told(engine: Engine) -> Iterator[None]:
    """Turns what the driver says of a database that cannot be opened, read or written into DatabaseUnusable."""
    try:
        yield
    except IntegrityError:
        raise  # of a migration that is wrong
    except (DBAPIError, sqlite3.Error, OSError) as error:
        cause = (error.orig or error) if isinstance(error, DBAPIError) else error
        fault = fault_of(cause, file_of(engine)) if engine.dialect.name == "sqlite" else DatabaseFault.UNREACHABLE
        raise DatabaseUnusable(place(engine), fault) from error


def place(engine: Engine) -> str:
    """What to call a database in a sentence: the file's path, or the address without its password."""
    if engine.dialect.name == "sqlite":
        return engine.url.database or ""
    return engine.url.render_as_string(hide_password=True)


@contextmanager
def _foreign_keys_off(connection: Connection) -> Iterator[None]:
    """SQLite rebuilds a table to alter it, and must not follow the keys that point at the old one meanwhile."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys = ON")


def _begun_at_revision(connection: Connection, known: list[str]) -> str | None:
    """Begins to write, and tells the database's revision; None for an empty database."""
    connection.begin()
    if connection.dialect.name == "postgresql":  # which would let both begin; SQLite lets one begin to write
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    found = MigrationContext.configure(connection).get_current_revision()
    if found is None and inspect(connection).get_table_names():
        raise DatabaseUnusable(place(connection.engine), DatabaseFault.FOREIGN)
    if found is not None and found not in known:
        raise DatabaseUnusable(place(connection.engine), DatabaseFault.NEWER)
    return found


def _copy_beside(original: Path, revision: str) -> Path:
    """A whole copy, what still stands in the WAL file included, named after the last time something was written."""
    written = datetime.fromtimestamp(_last_write(original), UTC)
    copy = original.with_name(f"{original.stem}.{revision}.{written:%Y%m%dT%H%M%SZ}{original.suffix}")
    with unfinished(copy) as part, closing(connected(original)) as source:
        copy_into(source, part)
        finish(part, copy)
    return copy


def _last_write(database: Path) -> float:
    log = beside(database, "-wal")
    files = [database, log] if log.exists() and log.stat().st_size else [database]
    return max(file.stat().st_mtime for file in files)
