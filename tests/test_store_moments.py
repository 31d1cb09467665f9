"""A follow-up moment is prepared while it is open, frozen when it is closed, and opened again only for a reason."""

from datetime import date, timedelta

import pytest
from drafts import NOW, TODAY, a_draft, found, opened_moment, store

from mrdb.domain.discussed import Outcome, outcomes
from mrdb.domain.edit import Edit
from mrdb.domain.errors import (
    IncompleteEdit,
    Lack,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotLast,
    NotAsItWas,
)
from mrdb.domain.meeting import Round
from mrdb.domain.response import Moment
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment, fix_minutes, open_moment, prepare_moment, reopen_moment
from mrdb.store.queries import actions, changes, moments
from mrdb.store.rounds import all_minutes, round_at
from mrdb.store.writing import save_edit

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def closed(database: Engine) -> int:
    """A moment in which 1.1 was reported on and 2.1 did not come up."""
    store(database, a_draft())
    moment_id = opened_moment(database)
    report(database, moment_id, "Loopt goed.")
    with transaction(database) as session:
        close_moment(session, moment_id, "An", NOW, not_discussed=[found(database, "2.1").id])
    return moment_id


def report(database: Engine, moment_id: int, comment: str) -> None:
    action = found(database, "1.1")
    with transaction(database) as session:
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=Edit(Status.ONGOING, comment, {}, ()),
            author="An",
            at=NOW,
        )


def reopen(database: Engine, moment_id: int, reason: str = "een cijfer klopte niet") -> None:
    with transaction(database) as session:
        reopen_moment(session, moment_id, reason=reason, author="Zoë", at=LATER)


def the_round(database: Engine, moment_id: int) -> Round:
    with read_only(database) as session:
        return round_at(session, moment_id)


def test_reopening_wants_a_reason(database: Engine, closed: int) -> None:
    with pytest.raises(IncompleteEdit) as incomplete:
        reopen(database, closed, "  ")
    assert incomplete.value.lacks == (Lack.REASON_FOR_REOPENING,)
    assert not the_round(database, closed).moment.is_open


def test_reopening_leaves_a_trace_and_opens_what_did_not_come_up(database: Engine, closed: int) -> None:
    reopen(database, closed)
    round_ = the_round(database, closed)
    assert round_.moment.is_open
    assert outcomes(round_.actions, round_.lines) == {found(database, "1.1").id: Outcome.CHANGED}
    trace = next(line for line in round_.lines if line.reason)
    assert (trace.author, trace.old, trace.new, trace.reason) == ("Zoë", "closed", "open", "een cijfer klopte niet")
    report(database, closed, "Loopt heel goed.")
    assert found(database, "1.1").reports[-1].comment == "Loopt heel goed."


def test_reopening_the_older_of_two_moments_is_refused(database: Engine, closed: int) -> None:
    with transaction(database) as session:
        response_id = found(database, "1.1").recommendation.response.id
        newer = open_moment(session, day=TODAY, title="", response_ids=[response_id], author="An", at=LATER)
    with pytest.raises(MomentAlreadyOpen):
        reopen(database, closed)
    with transaction(database) as session:
        close_moment(session, newer, "An", LATER)
    with pytest.raises(MomentNotLast):
        reopen(database, closed)
    reopen(database, newer)


def test_reopening_the_document_itself_is_refused(database: Engine) -> None:
    store(database, a_draft())
    with read_only(database) as session:
        (document,) = moments(session)
    with pytest.raises(MomentNotLast):
        reopen(database, document.id)


def test_fixed_list_stays_after_reopening_and_another_one_can_be_fixed(database: Engine, closed: int) -> None:
    def fix(text: str, minutes: int) -> None:
        at = LATER + timedelta(minutes=minutes)
        with transaction(database) as session:
            fix_minutes(session, closed, text=text, author="An", at=at)

    fix("De eerste lijst.", -30)
    reopen(database, closed)
    with transaction(database) as session:
        close_moment(session, closed, "An", LATER + timedelta(minutes=1))
    fix("De tweede lijst.", 2)
    with read_only(database) as session:
        kept = all_minutes(session, closed)
    assert [(minutes.text, minutes.holds) for minutes in kept] == [
        ("De tweede lijst.", True),
        ("De eerste lijst.", False),
    ]


def test_moment_is_prepared_as_long_as_it_is_open(database: Engine, closed: int) -> None:
    def prepare(before: Moment) -> None:
        with transaction(database) as session:
            prepare_moment(
                session,
                closed,
                title=" Stuurgroep ",
                attendees=["Els", "Jan  Peeters", "Els"],
                leaving_early=["Els"],
                next_date=date(2027, 5, 3),
                before=before,
            )

    with pytest.raises(MomentClosed):
        prepare(the_round(database, closed).moment)
    reopen(database, closed)
    seen = the_round(database, closed).moment
    prepare(seen)
    with pytest.raises(NotAsItWas):
        prepare(seen)
    moment = the_round(database, closed).moment
    assert (moment.title, moment.attendees, moment.leaving_early) == ("Stuurgroep", ("Els", "Jan Peeters"), ("Els",))
    assert moment.next_date == date(2027, 5, 3)


def test_closing_a_second_time_names_again_what_did_not_come_up(database: Engine, closed: int) -> None:
    reopen(database, closed)
    with transaction(database) as session:
        close_moment(session, closed, "An", LATER, not_discussed=[found(database, "2.2").id])
    with read_only(database) as session:
        became = outcomes(actions(session), changes(session, moment_id=closed))
    assert {id_ for id_, outcome in became.items() if outcome == Outcome.NOT_DISCUSSED} == {found(database, "2.2").id}
