"""The database as it is opened: its safeguards are on, and reading is only reading."""

import importlib
from datetime import datetime
from pathlib import Path

import pytest
from drafts import NOW, TODAY, a_draft, found, opened_moment, store
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, StatementError

from mrdb.domain.edit import Edit
from mrdb.domain.errors import StorageFailed, UnusableCharacter
from mrdb.domain.status import Status
from mrdb.store import fresh, tables
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.queries import actions, moments
from mrdb.store.tables import MomentResponseRow, MomentRow
from mrdb.store.writing import save_edit


def test_database_folder_is_made(tmp_path: Path) -> None:
    file = tmp_path / "data" / "hier" / "mrdb.sqlite3"
    upgrade(open_database(f"sqlite:///{file}"))
    assert file.exists()


@pytest.mark.parametrize(
    ("pragma", "value"), [("foreign_keys", 1), ("journal_mode", "wal"), ("busy_timeout", 30000), ("synchronous", 2)]
)
def test_database_safeguards_are_on(database_file: Path, database: Engine, pragma: str, value: object) -> None:
    with database.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_text_with_a_nul_is_refused(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    action = found(database, "2.2")
    edit = Edit(Status.ONGOING, "voor\0na", {}, ())
    with pytest.raises(UnusableCharacter), transaction(database) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=moment_id, edit=edit, author="An", at=NOW)
    assert found(database, "2.2") == action


def test_foreign_keys_are_enforced(database: Engine) -> None:
    with pytest.raises(IntegrityError), transaction(database) as session:
        session.add(MomentResponseRow(moment_id=7, response_id=7))


def test_reading_cannot_write(database: Engine) -> None:
    with pytest.raises(StorageFailed), read_only(database) as session:
        session.execute(text("DELETE FROM action"))
    store(database, a_draft())  # the same connection may write again


def test_reading_sees_one_state_while_others_save(database: Engine) -> None:
    with read_only(database) as session:
        assert actions(session) == ()
        store(database, a_draft())
        assert actions(session) == ()
    with read_only(database) as session:
        assert len(actions(session)) == 3


def test_transaction_that_fails_stores_nothing(database: Engine) -> None:
    rows = [MomentRow(id=1, date=TODAY, title="", attendees=""), MomentResponseRow(moment_id=1, response_id=7)]
    with pytest.raises(IntegrityError), transaction(database) as session:
        session.add_all(rows)
    with read_only(database) as session:
        assert moments(session) == ()


def test_time_without_a_zone_is_refused(database: Engine) -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001
    with pytest.raises(StatementError, match="timezone"), transaction(database) as session:
        session.add(MomentRow(date=TODAY, title="", attendees="", closed_at=naive))


def test_tables_can_be_loaded_again_by_a_hot_reload() -> None:
    before = set(tables.Row.metadata.tables)
    assert set(importlib.reload(tables).Row.metadata.tables) == before


def test_actions_take_as_many_queries_however_many_there_are(database: Engine) -> None:
    queries: list[str] = []
    event.listen(database, "before_cursor_execute", lambda *args: queries.append(args[2]))
    counts = []
    for digest in "ab":
        store(database, a_draft(digest * 64))
        queries.clear()
        with read_only(database) as session:
            fresh.actions(session)
        counts.append(len(queries))
    assert counts[0] == counts[1]
