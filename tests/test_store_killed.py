"""The process is killed in the middle of its work: the database opens, is whole, and the work can be done again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from drafts import NOW, a_draft, found, opened_moment, store
from migrating import at_revision, fill_revision_0001
from processes import FORKSERVER, import_and_stop, save_and_stop, upgrade_and_stop, whole_edit

from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.queries import actions, changes
from mrdb.store.writing import save_edit


def kill_in_the_middle(work: Callable[[str, int, Connection], None], file: Path, number: int) -> None:
    """Runs the work in a process of its own, which gets SIGKILL at this write."""
    here, there = FORKSERVER.Pipe()
    process = FORKSERVER.Process(target=work, args=(f"sqlite:///{file}", number, there))
    process.start()
    there.close()
    try:
        assert here.recv() == "in the middle"
    finally:
        process.kill()
        process.join()


def assert_whole(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("write", [1, 4, 12])
def test_killed_in_an_import_leaves_nothing_of_it(database: Engine, database_file: Path, write: int) -> None:
    kill_in_the_middle(import_and_stop, database_file, write)
    assert_whole(database_file)
    with read_only(database) as session:
        assert (actions(session), changes(session)) == ((), ())
    assert store(database, a_draft()) == 3


@pytest.mark.parametrize("write", [1, 2, 4])
def test_killed_in_a_save_leaves_the_action_as_it_was(database: Engine, database_file: Path, write: int) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    with read_only(database) as session:
        before = actions(session), changes(session)
    kill_in_the_middle(save_and_stop, database_file, write)
    assert_whole(database_file)
    with read_only(database) as session:
        assert (actions(session), changes(session)) == before
    action = found(database, "2.2")
    edit = whole_edit(action)
    with transaction(database) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=moment_id, edit=edit, author="An", at=NOW)
    assert found(database, "2.2").reports[-1].comment == "Bezig."


@pytest.mark.parametrize("write", [1, 3, 5])
def test_killed_in_an_upgrade_leaves_the_old_database(database_file: Path, write: int) -> None:
    at_revision(database_file, "0001")
    fill_revision_0001(database_file)
    kill_in_the_middle(upgrade_and_stop, database_file, write)
    assert_whole(database_file)
    with closing(sqlite3.connect(database_file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    engine = open_database(f"sqlite:///{database_file}")
    upgrade(engine)
    assert found(engine, "7.1").reports[-1].comment == "Ontwerp klaar."
    engine.dispose()
