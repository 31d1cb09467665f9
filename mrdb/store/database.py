"""Opening the database, reading and writing in transactions, and bringing an older database up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
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
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, update
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlmodel import Session

from mrdb.domain.errors import DatabaseFault, DatabaseUnusable, StorageFailed
from mrdb.store.tables import DatabaseRow

__all__ = ["Engine", "Session", "open_database", "read_only", "transaction", "upgrade"]

PATIENCE = 30
"""Seconds that one writer waits for another; a save takes milliseconds."""

_turns: WeakKeyDictionary[Engine, Lock] = WeakKeyDictionary()
"""Who writes in this process waits in line: SQLite lets its waiters sleep, each a little longer than the one before."""

MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(url: str) -> Engine:
    """The engine for an SQLAlchemy address; makes the folder of an SQLite file, and connects to nothing yet.

    Raises DatabaseUnusable when the address is none or the folder cannot be made.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() != "sqlite":
            return create_engine(address)
        engine = create_engine(address, connect_args={"timeout": PATIENCE})
    except ArgumentError:
        raise DatabaseUnusable(url.partition("://")[0], DatabaseFault.BAD_ADDRESS) from None
    if address.database:
        try:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise DatabaseUnusable(address.database, DatabaseFault.UNREACHABLE) from None
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def read_only(engine: Engine) -> Iterator[Session]:
    """A session that sees one state of the database throughout, and in which every write fails.

    Raises StorageFailed when the database does not answer.
    """
    options: dict[str, Any] = {"is_reading": True}
    if engine.dialect.name != "sqlite":
        options["isolation_level"] = "REPEATABLE READ"
    with _failures_told(), Session(engine.execution_options(**options), info={"engine": engine}) as session:
        yield session


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session whose writes are all stored at the end, or none when an exception leaves the block.

    One such transaction runs at a time: what it has read still holds when it writes. Raises StorageFailed when the
    database does not answer or cannot write.
    """
    with _failures_told(), _turns.setdefault(engine, Lock()), Session(engine) as session, session.begin():
        session.execute(update(DatabaseRow).values(mark=token_hex(16)))
        yield session


@contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise StorageFailed from error


def upgrade(engine: Engine) -> Path | None:
    """Creates the tables, or brings an older database up to date; a second process that starts meanwhile waits.

    Puts a copy of an older SQLite database beside it first and returns its path, else None. Raises DatabaseUnusable.
    """
    scripts = Config()
    scripts.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = [script.revision for script in ScriptDirectory.from_config(scripts).walk_revisions()]
    with closing(_connect(engine)) as connection, _foreign_keys_off(connection):
        found = _begun_at_revision(connection, known)
        if found == known[0]:
            return None
        copy = _copy_beside(engine, found) if found and engine.dialect.name == "sqlite" else None
        scripts.attributes["connection"] = connection
        command.upgrade(scripts, "head")
        if engine.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("a migration left a row that points nowhere")
        connection.commit()
        return copy


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin in _begin_sqlite, not in the driver
    connection.execute("PRAGMA foreign_keys = ON")
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")  # what was saved outlives a power cut


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


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that reads first and then wants to write would fail at once: writers begin as writers."""
    is_reading = connection.get_execution_options().get("is_reading", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if is_reading else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


@contextmanager
def _faults_told(engine: Engine) -> Iterator[None]:
    """Turns what the driver says of a database that cannot be opened or read into DatabaseUnusable."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        is_garbage = isinstance(cause, sqlite3.DatabaseError) and not isinstance(cause, sqlite3.OperationalError)
        fault = DatabaseFault.NOT_A_DATABASE if is_garbage else DatabaseFault.UNREACHABLE
        raise DatabaseUnusable(_place(engine), fault) from error


def _place(engine: Engine) -> str:
    if engine.dialect.name == "sqlite":
        return engine.url.database or ""
    return engine.url.render_as_string(hide_password=True)


def _connect(engine: Engine) -> Connection:
    with _faults_told(engine):
        return engine.connect()


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
    with _faults_told(connection.engine):
        connection.begin()
        found = MigrationContext.configure(connection).get_current_revision()
        if found is None and inspect(connection).get_table_names():
            raise DatabaseUnusable(_place(connection.engine), DatabaseFault.FOREIGN)
    if found is not None and found not in known:
        raise DatabaseUnusable(_place(connection.engine), DatabaseFault.NEWER)
    return found


def _copy_beside(engine: Engine, revision: str) -> Path:
    """A whole copy, what still stands in the WAL file included, named after the last time something was written."""
    with closing(engine.raw_connection()) as source:
        driver: Any = source.driver_connection
        original = Path(driver.execute("PRAGMA database_list").fetchone()[2])
        written = datetime.fromtimestamp(_last_write(original), UTC)
        copy = original.with_name(f"{original.stem}.{revision}.{written:%Y%m%dT%H%M%SZ}{original.suffix}")
        unfinished = copy.with_name(f"{copy.name}.part")
        with closing(sqlite3.connect(unfinished)) as target:
            driver.backup(target)
    unfinished.replace(copy)
    return copy


def _last_write(database: Path) -> float:
    log = database.with_name(f"{database.name}-wal")
    files = [database, log] if log.exists() and log.stat().st_size else [database]
    return max(file.stat().st_mtime for file in files)
