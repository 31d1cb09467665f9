"""A database moves to PostgreSQL and back, and is the same."""

from pathlib import Path
from threading import Thread

import pytest
from drafts import NOW, a_draft, every_row, store
from postgresql import PostgreSQL
from sqlalchemy import create_engine, text

from mrdb.__main__ import main
from mrdb.config import choose_demo
from mrdb.domain.draft import Choices
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import Engine, open_database, read_only, transaction
from mrdb.store.moving import move
from mrdb.store.queries import mark
from mrdb.store.reviews import keep_review, learn


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Two documents, four moments, agreements, moved deadlines: something in nearly every table."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MRDB_DEMO", "")  # which the next line sets, for this test alone
    choose_demo()
    return prepared_database(is_served=True)


def test_move_to_the_other_kind_and_back_keeps_every_row(
    example: Engine, new_address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with transaction(example) as session:
        keep_review(session, "a", "water.pdf", b"%PDF \0\xff", b"{}", author="An", at=NOW)
        learn(session, Choices({"budget": None}, {"op schema": Status.ONGOING}))
    before, back = every_row(example), f"sqlite:///{tmp_path / 'back.sqlite3'}"
    assert main(["move", f"sqlite:///{example.url.database}", new_address]) == 0
    moved = open_database(new_address)
    assert every_row(moved) == before
    assert f"{sum(map(len, before.values()))} rijen overgezet" in capsys.readouterr().out
    assert main(["move", new_address, back]) == 0
    assert every_row(open_database(back)) == before

    added = store(moved, a_draft())  # whose rows are counted on from those that came along
    assert len(every_row(moved)["action"]) == len(before["action"]) + added


def test_move_into_a_database_in_use_is_refused(
    example: Engine, seeded_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    there = every_row(open_database(seeded_address))
    assert main(["move", f"sqlite:///{example.url.database}", seeded_address]) == 2
    assert "Hier staan al gegevens in" in capsys.readouterr().err
    assert every_row(open_database(seeded_address)) == there


def test_who_waits_for_a_move_leaves_a_mark_of_its_own(example: Engine, postgresql: PostgreSQL) -> None:
    """Else no screen would see what was written, nor anybody wait for who writes it."""

    def write(engine: Engine) -> None:
        with transaction(engine) as session:
            session.execute(text("INSERT INTO responsible (name) VALUES ('Wie wachtte')"))

    with postgresql.copy_of("empty") as address:
        first, moving, waiting = (open_database(address) for _ in range(3))
        threads = [Thread(target=move, args=(example, moving)), Thread(target=write, args=(waiting,))]
        with transaction(first), create_engine(address, isolation_level="AUTOCOMMIT").connect() as watching:
            for n, thread in enumerate(threads, 1):
                thread.start()
                while watching.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")) < n:
                    assert thread.is_alive()
        for thread in threads:
            thread.join()
        with read_only(example) as before, read_only(waiting) as after:
            assert mark(after) != mark(before)
        for engine in (first, moving, waiting):
            engine.dispose()
