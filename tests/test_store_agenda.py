"""The agenda as it was arranged, in the database."""

import threading
from dataclasses import replace

import pytest
from drafts import NOW, TODAY, a_draft, found, opened_moment, store

from mrdb.domain.agenda import Arranged, agenda_table, rearranged
from mrdb.domain.errors import MomentClosed
from mrdb.domain.meeting import Arrangement, agenda
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import arrange_agenda, close_moment
from mrdb.store.rounds import round_at


def arrange(database: Engine, moment_id: int, arranged: Arranged) -> None:
    with transaction(database) as session:
        arrange_agenda(session, moment_id, arranged)


def kept(database: Engine, moment_id: int) -> Arranged:
    with read_only(database) as session:
        return dict(round_at(session, moment_id).arranged)


@pytest.fixture
def moment_id(database: Engine) -> int:
    store(database, a_draft())
    return opened_moment(database)


def test_arrangement_is_kept_and_gives_way_to_a_newer_one(database: Engine, moment_id: int) -> None:
    first, second = found(database, "2.1").id, found(database, "1.1").id
    arrange(database, moment_id, {first: Arrangement(0, note="eerst"), second: Arrangement(1, is_skipped=True)})
    assert kept(database, moment_id) == {first: Arrangement(0, note="eerst"), second: Arrangement(1, is_skipped=True)}
    arrange(database, moment_id, {second: Arrangement(note=" later ")})
    assert kept(database, moment_id) == {second: Arrangement(note="later")}


def test_arrangement_that_says_nothing_is_not_kept(database: Engine, moment_id: int) -> None:
    arrange(database, moment_id, {found(database, "2.1").id: Arrangement()})
    assert kept(database, moment_id) == {}


def test_arrangement_orders_the_agenda(database: Engine, moment_id: int) -> None:
    with transaction(database) as session:
        round_ = round_at(session, moment_id)
        seen = agenda_table(round_, TODAY)
        first, *_, last = seen
        wanted = {**seen, last: replace(seen[last], place=0)}
        arrange_agenda(session, moment_id, rearranged(round_, seen, wanted, TODAY))
    with read_only(database) as session:
        after = [item.action.id for item in agenda(round_at(session, moment_id), TODAY)]
    assert after[:2] == [last, first]


def test_arranging_a_closed_moment_is_refused(database: Engine, moment_id: int) -> None:
    action_id = found(database, "1.1").id
    arrange(database, moment_id, {action_id: Arrangement(note="blijft")})
    with transaction(database) as session:
        close_moment(session, moment_id, "An", NOW)
    with pytest.raises(MomentClosed):
        arrange(database, moment_id, {})
    assert kept(database, moment_id) == {action_id: Arrangement(note="blijft")}


def test_notes_of_two_at_once_are_both_kept(database: Engine, moment_id: int) -> None:
    ids = [found(database, number).id for number in ("1.1", "2.1", "2.2")]
    start = threading.Barrier(len(ids))

    def note(action_id: int) -> None:
        start.wait()
        for _ in range(5):
            with transaction(database) as session:
                round_ = round_at(session, moment_id)
                seen = agenda_table(round_, TODAY)
                wanted = {**seen, action_id: replace(seen[action_id], note=f"nota {action_id}")}
                arrange_agenda(session, moment_id, rearranged(round_, seen, wanted, TODAY))

    writers = [threading.Thread(target=note, args=(action_id,)) for action_id in ids]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert kept(database, moment_id) == {action_id: Arrangement(note=f"nota {action_id}") for action_id in ids}
