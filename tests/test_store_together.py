"""Many at the same time: nobody's save is lost in silence, and starting twice at once stores once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from drafts import NOW, a_draft, found, opened_moment, store
from migrating import at_revision, fill_revision_0001
from postgresql import PostgreSQL
from processes import FORKSERVER, save_many, start_up

from mrdb.domain.edit import Edit
from mrdb.domain.errors import EditConflict
from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.queries import actions, changes, management_responses
from mrdb.store.writing import save_edit

PEOPLE = 8
ROUNDS = 6


def test_eight_people_save_one_action_and_only_one_a_round_succeeds(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    together = Barrier(PEOPLE)

    def save_every_round(person: int) -> list[str]:
        """Returns the comments of which the program said that they were saved."""
        saved = []
        for turn in range(ROUNDS):
            action, comment = found(database, "2.2"), f"beurt {turn} van {person}"
            together.wait()
            try:
                with transaction(database) as session:
                    save_edit(
                        session,
                        action_id=action.id,
                        version=action.version,
                        moment_id=moment_id,
                        edit=Edit(Status.ONGOING, comment, {}, ()),
                        author=f"persoon {person}",
                        at=NOW,
                    )
            except EditConflict:
                pass
            else:
                saved.append(comment)
            together.wait()
        return saved

    with ThreadPoolExecutor(PEOPLE) as pool:
        told = [comment for saved in pool.map(save_every_round, range(PEOPLE)) for comment in saved]
    action = found(database, "2.2")
    with read_only(database) as session:
        written = [line.new for line in changes(session, action.id) if line.fact == Fact.COMMENT]
    assert sorted(told) == sorted(comment or "" for comment in written)
    assert len(told) == ROUNDS
    assert action.version == 1 + ROUNDS
    assert action.reports[-1].comment == written[0]


def test_threads_that_upgrade_at_once_all_succeed(new_address: str) -> None:
    together = Barrier(PEOPLE)

    def upgrade_together(_: int) -> None:
        together.wait()
        upgrade(open_database(new_address))

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(upgrade_together, range(PEOPLE)))
    assert store(open_database(new_address), a_draft()) == 3


def test_two_processes_save_two_hundred_times_on_postgresql_and_lose_nothing(postgresql: PostgreSQL) -> None:
    halves, together = {100: ["2.1"], 50: ["1.1", "2.2"]}, []
    with postgresql.copy_of("empty") as address:
        engine = open_database(address)
        store(engine, a_draft())
        assert opened_moment(engine) == 2
        for each, numbers in halves.items():
            together.append(FORKSERVER.Process(target=save_many, args=(address, numbers, each)))
            together[-1].start()
        for process in together:
            process.join()
        assert [process.exitcode for process in together] == [0, 0]
        with read_only(engine) as session:
            said = {line.new for line in changes(session) if line.fact == Fact.COMMENT}
        engine.dispose()
    assert {
        f"{number}, keer {n}" for each, numbers in halves.items() for number in numbers for n in range(each)
    } <= said


def start_together(address: str, processes: int = 4) -> list[int]:
    """How many actions each of the processes added."""
    together, added = FORKSERVER.Barrier(processes), FORKSERVER.Queue()
    started = [FORKSERVER.Process(target=start_up, args=(address, together, added)) for _ in range(processes)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    assert [process.exitcode for process in started] == [0] * processes
    return sorted(added.get() for _ in started)


def test_processes_that_start_at_once_create_and_seed_once(new_address: str) -> None:
    assert start_together(new_address) == [0, 0, 0, 3]
    with read_only(open_database(new_address)) as session:
        assert len(management_responses(session)) == 1
        assert len(actions(session)) == 3


def test_processes_that_start_at_once_upgrade_an_old_database_once(database_file: Path) -> None:
    at_revision(database_file, "0001")
    fill_revision_0001(database_file)
    assert start_together(f"sqlite:///{database_file}") == [0, 0, 0, 3]
    assert len(list(database_file.parent.glob("mrdb.0001.*"))) == 1
    with read_only(open_database(f"sqlite:///{database_file}")) as session:
        assert len(management_responses(session)) == 2
