"""A round in the database: confirming without a change, and what closing says of the rest."""

import pytest
from drafts import NOW, a_draft, found, opened_moment, store
from sqlalchemy import event

from mrdb.domain.discussed import Outcome, outcomes
from mrdb.domain.edit import Edit
from mrdb.domain.errors import EditConflict, MomentClosed
from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment
from mrdb.store.queries import changes
from mrdb.store.rounds import round_at
from mrdb.store.writing import confirm_unchanged, save_edit


def became(database: Engine, moment_id: int) -> dict[str, Outcome]:
    with read_only(database) as session:
        round_ = round_at(session, moment_id)
    known = outcomes(round_.actions, round_.lines)
    return {action.number: known.get(action.id, Outcome.OPEN) for action in round_.actions}


def confirm(database: Engine, moment_id: int, *numbers: str) -> None:
    versions = {action.id: action.version for action in (found(database, number) for number in numbers)}
    with transaction(database) as session:
        confirm_unchanged(session, versions=versions, moment_id=moment_id, author="An", at=NOW)


def test_confirm_carries_the_last_report_into_the_moment(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    confirm(database, moment_id, "1.1", "2.1")
    first, second = found(database, "1.1").reports
    assert (
        (second.status, second.comment)
        == (first.status, first.comment)
        == (Status.ONGOING, "Gesprekken zijn opgestart.")
    )
    assert (second.moment.id, second.author) == (moment_id, "An")
    assert found(database, "2.1").reports == ()
    assert became(database, moment_id) == {
        "1.1": Outcome.CONFIRMED,
        "2.1": Outcome.CONFIRMED,
        "2.2": Outcome.OPEN,
    }


def test_confirm_together_asks_no_more_than_confirm_of_one(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    asked: list[str] = []
    event.listen(database, "before_cursor_execute", lambda *args: asked.append(args[2]))
    counts = []
    for numbers in (("2.1",), ("1.1", "2.2")):
        versions = {action.id: action.version for action in (found(database, number) for number in numbers)}
        asked.clear()
        with transaction(database) as session:
            confirm_unchanged(session, versions=versions, moment_id=moment_id, author="An", at=NOW)
        counts.append(sum(query.startswith("SELECT") for query in asked))
    assert counts[0] == counts[1]


def test_confirm_leaves_one_line_in_the_history(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    confirm(database, moment_id, "1.1")
    with read_only(database) as session:
        line = changes(session, found(database, "1.1").id)[0]
    assert (line.fact, line.old, line.new, line.author) == (Fact.CONFIRMED, "ongoing", "ongoing", "An")


def test_confirmed_action_that_changes_after_all_counts_as_changed(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    confirm(database, moment_id, "1.1")
    action = found(database, "1.1")
    edit = Edit(Status.ONGOING, "Toch nieuws.", {}, ())
    with transaction(database) as session:
        save_edit(
            session, action_id=action.id, version=action.version, moment_id=moment_id, edit=edit, author="An", at=NOW
        )
    assert became(database, moment_id)["1.1"] == Outcome.CHANGED


def test_confirm_together_is_all_or_nothing(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    stale = {found(database, "2.1").id: 1, found(database, "1.1").id: 99}
    with pytest.raises(EditConflict), transaction(database) as session:
        confirm_unchanged(session, versions=stale, moment_id=moment_id, author="An", at=NOW)
    assert set(became(database, moment_id).values()) == {Outcome.OPEN}


def test_closing_names_what_was_not_discussed_and_freezes(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    confirm(database, moment_id, "1.1")
    with transaction(database) as session:
        left = [found(database, number).id for number in ("2.1", "2.2")]
        close_moment(session, moment_id, "An", NOW, not_discussed=left)
    assert became(database, moment_id)["2.2"] == Outcome.NOT_DISCUSSED
    with pytest.raises(MomentClosed):
        confirm(database, moment_id, "2.1")
