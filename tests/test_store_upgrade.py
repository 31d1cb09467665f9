"""An older database comes along: its data carried forward, a copy of the old file beside it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from drafts import found
from migrating import at_revision, fill_revision_0001, fill_revision_0004, fill_revision_0008

from mrdb.domain.discussed import Outcome, outcomes
from mrdb.domain.errors import DatabaseFault, DatabaseUnusable
from mrdb.domain.facts import Fact
from mrdb.store.database import Engine, open_database, read_only, upgrade
from mrdb.store.queries import actions, changes, database_name, moments
from mrdb.store.tables import Row


@pytest.fixture
def old_file(database_file: Path) -> Path:
    at_revision(database_file, "0001")
    fill_revision_0001(database_file)
    return database_file


def upgraded(file: Path) -> tuple[Engine, Path | None]:
    engine = open_database(f"sqlite:///{file}")
    return engine, upgrade(engine)


def fault_of(file: Path) -> DatabaseFault:
    with pytest.raises(DatabaseUnusable) as unusable:
        upgraded(file)
    assert unusable.value.place == str(file)
    return unusable.value.fault


def test_upgrade_carries_old_data_forward(old_file: Path) -> None:
    engine, _ = upgraded(old_file)
    action = found(engine, "7.1")
    assert [report.comment for report in action.reports] == ["", "Ontwerp klaar."]
    assert action.milestones[0].label == "Ontwerp"
    with read_only(engine) as session:
        lines = [(c.fact, c.old, c.new, c.author, c.at.isoformat()) for c in changes(session, action.id)]
    assert lines == [
        (Fact.COMMENT, None, "Ontwerp klaar.", "An", "2026-05-04T09:00:00+00:00"),
        (Fact.STATUS, "not_started", "ongoing", "An", "2026-05-04T09:00:00+00:00"),
        (Fact.STATUS, None, "not_started", "mrdb", "2025-11-03T08:30:00+00:00"),
    ]


def test_upgrade_keeps_what_became_of_each_action(old_file: Path) -> None:
    at_revision(old_file, "0004")
    fill_revision_0004(old_file)
    engine, _ = upgraded(old_file)
    with read_only(engine) as session:
        lines, known = changes(session, moment_id=2), actions(session)
    assert outcomes(known, lines) == {1: Outcome.CHANGED, 2: Outcome.NOT_DISCUSSED}
    assert (Fact.CONFIRMED, "ongoing", "ongoing") in [(line.fact, line.old, line.new) for line in lines]


@pytest.mark.parametrize("revision", ["0004", "0008"])
def test_upgrade_tells_every_line_its_document(old_file: Path, revision: str) -> None:
    at_revision(old_file, "0004")
    fill_revision_0004(old_file)
    at_revision(old_file, revision)
    if revision == "0008":
        fill_revision_0008(old_file)
    engine, _ = upgraded(old_file)
    with read_only(engine) as session:
        lines = changes(session)
    assert {line.response_id for line in lines if line.action_id or line.recommendation_id} == {1}
    heads = [(line.new, line.response_id) for line in lines if line.fact == Fact.SUBJECT]
    assert heads == ([("Lucht", 2), ("Klimaat", 1)] if revision == "0008" else [])


@pytest.mark.parametrize("revision", ["0004", "0008"])
def test_upgrade_tells_the_documents_from_the_other_moments(old_file: Path, revision: str) -> None:
    at_revision(old_file, revision)
    if revision == "0008":
        fill_revision_0008(old_file)
    engine, _ = upgraded(old_file)
    with read_only(engine) as session:
        documents = {moment.id for moment in moments(session) if moment.is_document}
        name = database_name(session)
    assert documents == ({1, 3} if revision == "0008" else {1})
    assert len(name) == 32


def test_upgrade_puts_a_copy_of_the_old_file_beside_it(old_file: Path) -> None:
    os.utime(old_file, (1762158600, 1762158600))
    engine, copy = upgraded(old_file)
    assert copy == old_file.with_name("mrdb.0001.20251103T083000Z.sqlite3")
    with closing(sqlite3.connect(copy)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert connection.execute("SELECT number FROM action").fetchall() == [("7.1",)]
    assert "change" not in tables
    assert upgrade(engine) is None


def test_upgrade_copies_what_still_stands_in_the_log(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("UPDATE action SET text = 'nog in het logboek'")
        other.commit()
        assert old_file.with_name(f"{old_file.name}-wal").stat().st_size > 0
        engine, copy = upgraded(old_file)
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT text FROM action").fetchall() == [("nog in het logboek",)]
    assert found(engine, "7.1").text == "nog in het logboek"


def test_upgrade_of_a_new_database_copies_nothing(database_file: Path) -> None:
    engine, copy = upgraded(database_file)
    engine.dispose()
    assert copy is None
    assert [path.name for path in database_file.parent.iterdir()] == [database_file.name]


def test_migrations_and_tables_say_the_same(database: Engine) -> None:
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []


def test_database_of_a_newer_program_is_left_alone(database: Engine, database_file: Path) -> None:
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert fault_of(database_file) == DatabaseFault.NEWER


def test_database_of_another_program_is_left_alone(database_file: Path) -> None:
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute("CREATE TABLE action (name TEXT)")
        connection.commit()
    assert fault_of(database_file) == DatabaseFault.FOREIGN


def test_file_that_is_no_database_is_told_and_left_alone(database_file: Path) -> None:
    text = "geen databank, maar een lange tekst. " * 100
    database_file.write_text(text, encoding="utf-8")
    assert fault_of(database_file) == DatabaseFault.NOT_A_DATABASE
    assert database_file.read_text(encoding="utf-8") == text


def test_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert fault_of(tmp_path) == DatabaseFault.DIRECTORY
    blocked = tmp_path / "bestand"
    blocked.touch()
    assert fault_of(blocked / "mrdb.sqlite3") == DatabaseFault.UNREACHABLE


@pytest.mark.parametrize("address", ["mrdb.sqlite3", "onbekend://geheim@server/mrdb"])
def test_address_that_is_none_is_told_without_its_secrets(address: str) -> None:
    with pytest.raises(DatabaseUnusable) as unusable:
        open_database(address)
    assert unusable.value.fault == DatabaseFault.BAD_ADDRESS
    assert "geheim" not in str(unusable.value)
