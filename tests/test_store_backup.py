"""Backups that are whole while people save, and one of them put back: identical, or nothing has changed."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest
from drafts import NOW, TODAY, a_draft, a_draft_action, found, opened_moment, store
from migrating import at_revision, fill_revision_0001, fill_revision_0004, fill_revision_0008
from sqlalchemy import text

from mrdb.domain.backups import Backup, keep_from, superfluous
from mrdb.domain.edit import Edit, Move
from mrdb.domain.errors import DatabaseFault, DatabaseUnusable, MrdbError
from mrdb.domain.period import Period
from mrdb.domain.response import Agreement
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Status
from mrdb.store.adding import add_action
from mrdb.store.backup import back_up, backups, contents, present_contents, restore, thin_out
from mrdb.store.checking import check
from mrdb.store.database import Engine, open_database, transaction, upgrade
from mrdb.store.journal import Journal
from mrdb.store.moments import change_moment, close_moment, open_moment, reopen_moment
from mrdb.store.putting_away import put_action_away, put_response_away
from mrdb.store.queries import actions, changes, management_responses, moments, recommendations
from mrdb.store.undoing import take_back
from mrdb.store.writing import confirm_unchanged, save_edit

RESTORES = 40


def rows(file: Path) -> list[str]:
    """Every row of every table, as SQL."""
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def saved(engine: Engine, folder: Path, at: datetime = NOW) -> Path:
    folder.mkdir(exist_ok=True)
    return back_up(engine, folder, version="0.2.0", at=at)


def put_back(engine: Engine, file: Path, folder: Path) -> Path | None:
    return restore(engine, file, folder, version="0.2.0", at=NOW)


class Walk:
    """Somebody who does things at random; the same seed does the same things."""

    def __init__(self, engine: Engine, seed: int) -> None:
        self.engine, self.random, self.at = engine, random.Random(seed), NOW

    def step(self) -> None:
        """One gesture; where a rule forbids it, another one."""
        self.at += timedelta(minutes=1)
        ways = (self.save, self.save, self.save, self.save, self.confirm, self.take_back, self.turn)
        try:
            self.random.choice(ways)()
        except MrdbError:
            self.step()

    def save(self) -> None:
        with transaction(self.engine) as session:
            action = self.random.choice(actions(session))
            dated = [one for one in action.milestones if one.period and one.period.due]
            day = TODAY + timedelta(days=self.random.randrange(1, 400))
            moves = [Move(one.id, Period.due_on(day), "later") for one in dated if self.random.random() < 0.3]
            edit = Edit(
                status=self.random.choice([*Status]),
                comment=self.random.choice(("", f"Stand {self.random.random()}")),
                reached={one.id: TODAY for one in action.milestones if self.random.random() < 0.2},
                moves=tuple(moves),
                agreement=Agreement("Bellen", "An", None) if self.random.random() < 0.2 else None,
            )
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=moments(session)[0].id,
                edit=edit,
                author="An",
                at=self.at,
            )

    def confirm(self) -> None:
        with transaction(self.engine) as session:
            action = self.random.choice(actions(session))
            moment_id = moments(session)[0].id
            confirm_unchanged(
                session, versions={action.id: action.version}, moment_id=moment_id, author="Bert", at=self.at
            )

    def take_back(self) -> None:
        with transaction(self.engine) as session:
            moment_id = moments(session)[0].id
            parts = {one.id: one.recommendation.id for one in actions(session)}
            known = [one for one in gestures(changes(session, moment_id=moment_id), parts) if one.is_last]
            if known:
                lines = [line.id for line in self.random.choice(known).lines]
                take_back(session, moment_id=moment_id, line_ids=lines, author="Chris", at=self.at)

    def turn(self) -> None:
        """Closes the moment, and opens it again or another one."""
        with transaction(self.engine) as session:
            newest = moments(session)[0]
            if newest.is_open:
                close_moment(session, newest.id, "An", self.at)
            elif self.random.random() < 0.5:
                reopen_moment(session, moment_id=newest.id, reason="Vergeten", author="An", at=self.at)
            else:
                ids = [response.id for response in management_responses(session)]
                open_moment(session, day=newest.date, title="", response_ids=ids, author="An", at=self.at)


@pytest.fixture
def followed(database: Engine) -> Engine:
    store(database, a_draft())
    opened_moment(database)
    return database


def test_backup_forty_random_states_come_back_identical(empty_file: Path, tmp_path: Path) -> None:
    file = Path(shutil.copyfile(empty_file, tmp_path / "mrdb.sqlite3"))
    engine = open_database(f"sqlite:///{file}")
    store(engine, a_draft())
    opened_moment(engine)
    walk, kept = Walk(engine, seed=12), []
    for n in range(RESTORES):
        walk.step()
        kept.append((saved(engine, tmp_path / "kopieën", NOW + timedelta(minutes=n)), rows(file)))
        assert n % 5 or check(engine).is_well
    assert len({tuple(stood) for _, stood in kept}) == RESTORES
    for copy, stood in walk.random.sample(kept, RESTORES):
        assert put_back(engine, copy, tmp_path / "opzij") is not None
        assert rows(file) == stood
        if walk.random.random() < 0.1:  # somebody goes on where it was put back
            walk.step()
            assert check(engine).is_well
    engine.dispose()
    assert [path.name for path in tmp_path.glob("mrdb*")] == ["mrdb.sqlite3"]


@contextmanager
def somebody_saving(engine: Engine) -> Iterator[list[str]]:
    """Comments on 2.2, one after the other, each as soon as it is stored."""
    is_over, stored = Event(), []

    def go_on() -> None:
        for n in count():
            if is_over.is_set():
                return
            edit = Edit(Status.ONGOING, f"Zin {n}")
            with transaction(engine) as session:
                version = next(one.version for one in actions(session) if one.id == 3)
                save_edit(session, action_id=3, version=version, moment_id=2, edit=edit, author="An", at=NOW)
            stored.append(edit.comment)

    writer = Thread(target=go_on)
    writer.start()
    try:
        while not stored:
            assert writer.is_alive()
        yield stored
    finally:
        is_over.set()
        writer.join()


def comments(file: Path) -> list[str]:
    """Of 2.2, as its history tells them."""
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT new FROM change WHERE field = 'comment' AND action_id = 3 ORDER BY id"
        return [new for (new,) in connection.execute(query)]


def test_backup_is_whole_while_somebody_saves(followed: Engine, tmp_path: Path) -> None:
    with somebody_saving(followed) as stored:
        known, copies = [], []
        for n in range(5):
            known.append(stored[-1])
            copies.append(saved(followed, tmp_path / "kopieën", NOW + timedelta(seconds=n)))
    for before, copy in zip(known, copies, strict=True):
        assert before in comments(copy)
        engine = open_database(f"sqlite:///{shutil.copyfile(copy, tmp_path / 'lezen.sqlite3')}")
        assert found(engine, "2.2").reports[-1].comment == comments(copy)[-1]
        assert check(engine).is_well
        engine.dispose()
    assert len(set(known)) > 1


def test_restore_while_somebody_saves_loses_no_word(followed: Engine, database_file: Path, tmp_path: Path) -> None:
    """What was stored stands in what was set aside, or in what came after it."""
    copy, asides = saved(followed, tmp_path / "kopieën"), []
    with somebody_saving(followed) as stored:
        for n in range(2):
            asides.append(put_back(followed, copy, tmp_path / f"opzij {n}"))
    kept = [comment for file in (*asides, database_file) if file for comment in comments(file)]
    assert kept == stored
    assert check(followed).is_well


def test_backup_tells_what_it_is_and_notices_a_changed_letter(followed: Engine, tmp_path: Path) -> None:
    copy = saved(followed, tmp_path)
    assert copy.name.startswith("mrdb-20261123T090000Z-v0.2.0-")
    assert contents(copy) == present_contents(followed)
    assert (contents(copy).responses, contents(copy).actions, contents(copy).last_moment) == (1, 3, TODAY)
    renamed = shutil.copyfile(copy, tmp_path / f"{copy.stem} (1).sqlite3")
    assert contents(renamed) == contents(copy)
    left = tmp_path / ".mrdb.sqlite3.abc.part"
    left.mkdir()
    os.utime(left, (0, 0))
    saved(followed, tmp_path)
    assert not left.exists()
    copy.write_bytes(copy.read_bytes().replace(b"Klimaat en migratie", b"Klimaat en migratia"))
    assert fault_of_restoring(followed, copy, tmp_path) == DatabaseFault.NOT_AS_MADE


def fault_of_restoring(engine: Engine, file: Path, folder: Path) -> DatabaseFault:
    """And whatever it is, nothing has changed and nothing is left."""
    live = Path(str(engine.url.database))
    before, beside = rows(live), sorted(path.name for path in live.parent.iterdir())
    with pytest.raises(DatabaseUnusable) as refused:
        put_back(engine, file, folder)
    assert rows(live) == before
    assert sorted(path.name for path in live.parent.iterdir()) == beside
    return refused.value.fault


def a_newer_one(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def one_of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE alembic_version")


def one_that_dangles(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE milestone SET action_id = 77 WHERE id = 1")


def half_of_one(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def no_database(file: Path) -> None:
    file.write_text("geen databank " * 1000)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (a_newer_one, DatabaseFault.NEWER),
        (one_of_another_program, DatabaseFault.FOREIGN),
        (one_that_dangles, DatabaseFault.DAMAGED),
        (half_of_one, DatabaseFault.DAMAGED),
        (no_database, DatabaseFault.NOT_A_DATABASE),
    ],
)
def test_backup_that_is_none_changes_nothing(followed: Engine, tmp_path: Path, spoil, fault: DatabaseFault) -> None:
    copy = back_up(followed, tmp_path / "kopie.sqlite3", version="0.2.0", at=NOW)
    spoil(copy)
    assert fault_of_restoring(followed, copy, tmp_path) == fault


def test_restore_brings_an_older_release_along_and_leaves_the_copy_as_it_was(followed: Engine, tmp_path: Path) -> None:
    old = tmp_path / "oud.sqlite3"
    at_revision(old, "0001")
    fill_revision_0001(old)
    with closing(sqlite3.connect(old)) as other:
        other.execute("ANALYZE")  # as a tool does that somebody looked in with: a table that is SQLite's own
    bytes_before = old.read_bytes()
    assert contents(old).changed_at is None
    put_back(followed, old, tmp_path)
    assert found(followed, "7.1").reports[-1].comment == "Ontwerp klaar."
    assert check(followed).is_well
    assert old.read_bytes() == bytes_before


@pytest.mark.parametrize("revision", ["0004", "0008"])
def test_check_agrees_with_what_earlier_releases_left(database_file: Path, revision: str) -> None:
    at_revision(database_file, "0001")
    fill_revision_0001(database_file)
    at_revision(database_file, "0004")
    fill_revision_0004(database_file)
    at_revision(database_file, revision)
    if revision == "0008":
        fill_revision_0008(database_file)
    engine = open_database(f"sqlite:///{database_file}")
    assert check(engine).revision == revision
    upgrade(engine)
    found = check(engine)
    assert (found.damage, found.dangling) == ((), 0)
    engine.dispose()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE status_report SET comment = 'stil gewijzigd' WHERE moment_id = 2",
        "UPDATE milestone SET last_day = '2030-01-01' WHERE id = 3",
        "UPDATE moment SET closed_at = NULL WHERE id = 1",
        "DELETE FROM change WHERE moment_id = 2 AND field = 'status'",
    ],
)
def test_check_finds_what_the_journal_does_not_tell(followed: Engine, database_file: Path, tampering: str) -> None:
    action = found(followed, "2.2")
    move = Move(action.milestones[0].id, Period.due_on(TODAY + timedelta(days=99)), "later")
    edit = Edit(Status.ONGOING, "Bezig.", moves=(move,))
    with transaction(followed) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=2, edit=edit, author="An", at=NOW)
    assert check(followed).is_well
    with closing(sqlite3.connect(database_file)) as connection, connection:
        connection.execute(tampering)
    assert check(followed).contradictions == 1


def test_check_knows_what_was_put_away_and_a_moment_that_was_mended(followed: Engine) -> None:
    with transaction(followed) as session:
        moment = moments(session)[0]
        after = replace(moment, title="Najaar", attendees=("An", "Bert"), absent=("Chris",), next_date=TODAY)
        change_moment(session, moment, after, author="An", at=NOW)
        journal = Journal(session, "An", NOW, moment_id=moment.id)
        add_action(journal, recommendations(session)[0], a_draft_action("2.9", status=Status.ONGOING))
    action = found(followed, "2.9")
    edit = Edit(Status.COMPLETED, "Klaar.")
    with transaction(followed) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=moment.id, edit=edit, author="An", at=NOW)
    assert check(followed).is_well
    with transaction(followed) as session:
        put_action_away(session, found(followed, "2.9"), reason="dubbel", author="An", at=NOW)
    assert check(followed).is_well
    with transaction(followed) as session:
        close_moment(session, moment.id, "An", NOW)
        put_response_away(session, management_responses(session)[0], reason="dubbel", author="An", at=NOW)
    assert check(followed).is_well
    with transaction(followed) as session:
        session.execute(text("UPDATE moment SET title = 'stil gewijzigd' WHERE id = 2"))
        session.execute(text("UPDATE status_report SET comment = 'stil gewijzigd' WHERE action_id = 4"))
    assert check(followed).contradictions == 2


def test_restore_over_a_damaged_database_sets_its_file_aside(
    followed: Engine, database_file: Path, tmp_path: Path
) -> None:
    copy = saved(followed, tmp_path / "kopieën")
    stood = rows(database_file)
    followed.dispose()
    data = database_file.read_bytes()
    database_file.write_bytes(data[:4096] + b"\7" * (len(data) - 4096))
    aside = put_back(followed, copy, tmp_path / "kopieën")
    assert aside == tmp_path / "mrdb-opzij-20261123T090000Z.sqlite3"
    assert aside.read_bytes()[4096:] == b"\7" * (len(data) - 4096)
    assert rows(database_file) == stood
    assert found(followed, "2.2").version == 1  # whoever had it open goes on


def test_restore_where_there_is_no_database_makes_it(followed: Engine, database_file: Path, tmp_path: Path) -> None:
    copy = saved(followed, tmp_path / "kopieën")
    elsewhere = tmp_path / "elders" / "mrdb.sqlite3"
    engine = open_database(f"sqlite:///{elsewhere}")
    assert put_back(engine, copy, tmp_path / "kopieën") is None
    assert found(engine, "2.2").version == 1
    engine.dispose()
    assert [path.name for path in elsewhere.parent.iterdir()] == ["mrdb.sqlite3"]


@pytest.mark.parametrize("copier", ["ours", "cp"])
def test_restored_file_beside_the_log_of_another_is_refused(
    followed: Engine, database_file: Path, tmp_path: Path, copier: str
) -> None:
    """What a server that was killed leaves, over which somebody copies a file by hand."""
    followed.dispose()
    copy = saved(followed, tmp_path / "kopieën")
    if copier == "cp":
        copy = Path(shutil.copyfile(database_file, tmp_path / "met de hand.sqlite3"))
    with closing(sqlite3.connect(database_file)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("UPDATE action SET text = 'van vroeger'")
        other.execute("UPDATE database SET mark = 'later'")
        other.commit()
        left = {end: database_file.with_name(f"mrdb.sqlite3{end}").read_bytes() for end in ("", "-wal", "-shm")}
    for end, data in left.items():
        database_file.with_name(f"mrdb.sqlite3{end}").write_bytes(data)
    upgrade(followed)  # a log that belongs to it is taken
    followed.dispose()
    for end, data in left.items():
        database_file.with_name(f"mrdb.sqlite3{end}").write_bytes(data)
    shutil.copyfile(copy, database_file)
    for open_it in (upgrade, present_contents, check, lambda engine: saved(engine, tmp_path)):
        with pytest.raises(DatabaseUnusable) as refused:
            open_it(followed)
        assert refused.value.fault == DatabaseFault.FOREIGN_LOG
    aside = put_back(followed, copy, tmp_path / "kopieën")
    assert aside is not None
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == left["-wal"]
    assert found(followed, "2.2").text == "Wat actie 2.2 vraagt"
    followed.dispose()
    assert not database_file.with_name("mrdb.sqlite3-wal").exists()


def test_new_database_is_not_made_beside_a_log_that_was_left(followed: Engine, database_file: Path) -> None:
    """What a server that was killed leaves where somebody took its file away: SQLite would write it into the new."""
    log = database_file.with_name("mrdb.sqlite3-wal")
    left = log.read_bytes()
    copy = saved(followed, database_file.parent / "kopieën")
    followed.dispose()
    database_file.unlink()
    log.write_bytes(left)
    with pytest.raises(DatabaseUnusable) as refused:
        upgrade(followed)
    assert refused.value.fault == DatabaseFault.FOREIGN_LOG
    assert not database_file.exists()
    assert log.read_bytes() == left
    put_back(followed, copy, copy.parent)
    assert check(followed).is_well
    assert contents(copy) == present_contents(followed)


def test_database_that_a_link_leads_to_is_the_one_that_is_looked_at(followed: Engine, database_file: Path) -> None:
    """SQLite keeps the log beside the file itself."""
    link = database_file.with_name("koppeling") / "link.sqlite3"
    link.parent.mkdir()
    link.symlink_to(database_file)
    engine = open_database(f"sqlite:///{link}")
    copy = saved(engine, link.parent / "kopieën")
    with closing(sqlite3.connect(database_file)) as other, other:
        other.execute("UPDATE milestone SET action_id = 77 WHERE id = 1")
    assert check(engine).dangling == 1
    aside = put_back(engine, copy, link.parent / "kopieën")
    assert aside is not None
    assert not aside.is_symlink()
    assert link.is_symlink()
    assert check(followed).is_well
    engine.dispose()


def test_backup_takes_no_place_of_a_database_in_use(followed: Engine, database_file: Path, tmp_path: Path) -> None:
    """Its log would stay, and be written into the backup."""
    other = open_database(f"sqlite:///{tmp_path / 'andere.sqlite3'}")
    upgrade(other)
    with pytest.raises(FileExistsError):
        back_up(other, database_file, version="0.2.0", at=NOW)
    assert found(followed, "2.2").version == 1
    assert check(followed).is_well
    other.dispose()


def test_backups_that_no_period_keeps_go(followed: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "kopieën"
    for day in range(30):
        saved(followed, folder, NOW - timedelta(days=day))
        saved(followed, folder, NOW - timedelta(days=day, hours=3))
    strange = folder / "van iemand anders.sqlite3"
    strange.touch()
    aside = put_back(followed, backups(followed, folder)[0].file, folder)
    assert thin_out(followed, folder, keep_from("7d,4w,12m")) == 60 - 7 - 3 - 0
    left = backups(followed, folder)
    assert left[0].made_at == NOW
    assert aside in {one.file for one in left}
    assert strange.exists()


def test_backups_keep_says_what_it_means() -> None:
    made = [Backup(Path(str(n)), datetime(2026, 11, 23, tzinfo=UTC) - timedelta(days=n), False) for n in range(400)]
    left = {one.file for one in made} - {one.file for one in superfluous(made, keep_from("2d,2w,3m"))}
    days = sorted(made[int(str(file))].made_at.date() for file in left)
    assert days == [date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 22), date(2026, 11, 23)]
    for wrong in ("", "7", "7x", "0d", "7d 4w", "d7"):
        with pytest.raises(ValueError, match=f"^{wrong}$"):
            keep_from(wrong)


def test_looking_at_a_database_leaves_its_log_to_whoever_has_it_open(followed: Engine, database_file: Path) -> None:
    """SQLite's locks are those of the process: whoever closes the file in it, other than SQLite, lets go of them."""
    looks_in = (
        "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT mark FROM database').fetchone())"
    )
    seen = set()
    for look in (check, present_contents, lambda engine: saved(engine, database_file.parent / "kopieën"), upgrade):
        with transaction(followed):
            pass  # which leaves its mark in the log
        look(followed)
        asked = [sys.executable, "-c", looks_in, str(database_file)]
        seen.add(subprocess.run(asked, check=True, capture_output=True).stdout)
        assert database_file.with_name("mrdb.sqlite3-wal").exists()
    assert len(seen) == 4
