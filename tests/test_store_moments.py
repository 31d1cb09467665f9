"""A follow-up moment is prepared while it is open, frozen when it is closed, and opened again or corrected only for a
reason; an empty one can be removed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from drafts import DOCUMENT_DATE, NOW, TODAY, a_draft, found, opened_moment, store

from mrdb.domain.discussed import Outcome, outcomes
from mrdb.domain.edit import Edit
from mrdb.domain.errors import (
    IncompleteEdit,
    Lack,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotEmpty,
    MomentNotLast,
    MomentTooEarly,
    MomentTooFar,
    MomentTooLate,
    NotAsItWas,
    NotThere,
)
from mrdb.domain.facts import Subject
from mrdb.domain.meeting import Round
from mrdb.domain.response import Moment
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import (
    change_moment,
    close_moment,
    fix_minutes,
    open_moment,
    remove_moment,
    reopen_moment,
)
from mrdb.store.queries import actions, changes, moments
from mrdb.store.rounds import all_minutes, round_at
from mrdb.store.undoing import take_back
from mrdb.store.writing import save_edit
from mrdb.text.faults import sentence
from mrdb.text.history import new_in_words, old_in_words, what_changed
from mrdb.text.reasons import because

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


def change(database: Engine, before: Moment, reason: str = "", **other: Any) -> Moment:
    """The moment as it stands after the change."""
    with transaction(database) as session:
        change_moment(session, before, replace(before, **other), reason=reason, author="Zoë", at=LATER)
    return the_round(database, before.id).moment


def told(database: Engine, moment_id: int) -> list[tuple[str, str, str, str, str]]:
    """What the history tells of the moment itself, the newest line first."""
    with read_only(database) as session:
        lines = [line for line in changes(session, moment_id=moment_id) if line.fact.subject == Subject.MOMENT]
    return [
        (line.author, what_changed(line), old_in_words(line), new_in_words(line), because(line.reason))
        for line in lines
    ]


def test_open_moment_is_prepared_and_the_second_of_two_people_is_told(database: Engine, closed: int) -> None:
    reopen(database, closed)
    seen = the_round(database, closed).moment
    other = {"title": " Stuurgroep ", "attendees": ("Els", "Jan  Peeters", "Els"), "next_date": date(2027, 5, 3)}
    moment = change(database, seen, **other, absent=("Bart",))
    assert moment.absent == ("Bart",)
    assert (moment.title, moment.attendees, moment.next_date) == (
        "Stuurgroep",
        ("Els", "Jan Peeters"),
        date(2027, 5, 3),
    )
    with pytest.raises(NotAsItWas):
        change(database, seen, title="Directieteam")
    assert change(database, seen, leaving_early=("Els",)).title == "Stuurgroep"  # nobody else changed that


def test_mistyped_day_of_an_open_moment_is_changed_and_the_history_tells_it(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database, date(2027, 11, 23))
    report(database, moment_id, "Loopt goed.")
    moment = change(database, the_round(database, moment_id).moment, date=TODAY)
    assert found(database, "1.1").reports[-1].moment == moment
    assert told(database, moment_id)[0] == (
        "Zoë",
        "Opvolgingsmoment 23 nov 2026 – datum",
        "23 nov 2027",
        "23 nov 2026",
        "",
    )


def test_closed_moment_is_corrected_for_a_reason(database: Engine, closed: int) -> None:
    seen = the_round(database, closed).moment
    with pytest.raises(IncompleteEdit) as incomplete:
        change(database, seen, title="Stuurgroep")
    assert incomplete.value.lacks == (Lack.REASON_FOR_CORRECTING,)
    moment = change(database, seen, "tikfout", date=date(2026, 11, 20), title="Stuurgroep")
    assert (moment.date, moment.title, moment.is_open) == (date(2026, 11, 20), "Stuurgroep", False)
    assert told(database, closed)[:2] == [
        ("Zoë", "Opvolgingsmoment 20 nov 2026 – titel", "", "Stuurgroep", ". Reden: tikfout"),
        ("Zoë", "Opvolgingsmoment 20 nov 2026 – datum", "23 nov 2026", "20 nov 2026", ". Reden: tikfout"),
    ]
    reopen(database, closed)
    with pytest.raises(NotAsItWas):
        change(database, moment, "nog een", title="Directieteam")


def test_day_keeps_its_place_among_the_moments_of_the_document(database: Engine, closed: int) -> None:
    response_id = found(database, "1.1").recommendation.response.id
    with transaction(database) as session:
        open_moment(session, day=date(2027, 1, 15), title="", response_ids=[response_id], author="An", at=LATER)
    moment = the_round(database, closed).moment
    with pytest.raises(MomentTooLate) as late:
        change(database, moment, "tikfout", date=date(2027, 1, 16))
    assert sentence(late.value) == "Er is al een opvolgingsmoment van 15 jan 2027. Kies een datum die niet later valt."
    with pytest.raises(MomentTooEarly) as early:
        change(database, moment, "tikfout", date=DOCUMENT_DATE - timedelta(days=1))
    assert early.value.earlier == DOCUMENT_DATE
    moment = change(database, moment, "tikfout", date=date(2027, 1, 15))
    assert change(database, moment, "tikfout", date=DOCUMENT_DATE).date == DOCUMENT_DATE


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (date(2036, 11, 28), "28 nov 2036 ligt meer dan een jaar vooruit. Bedoel je 28 nov 2026?"),
        (date(2062, 1, 3), "3 jan 2062 ligt meer dan een jaar vooruit. Bedoel je 3 jan 2027?"),
        (date(2028, 2, 29), "29 feb 2028 ligt meer dan een jaar vooruit. Bedoel je 28 feb 2027?"),
        (date(2027, 11, 25), "25 nov 2027 ligt meer dan een jaar vooruit. Bedoel je 25 nov 2026?"),
    ],
)
def test_year_that_is_mistyped_is_asked_about_at_the_door(database: Engine, typed: date, meant: str) -> None:
    store(database, a_draft())
    with pytest.raises(MomentTooFar) as far:
        opened_moment(database, typed)
    assert sentence(far.value) == meant
    moment = the_round(database, opened_moment(database, date(2027, 11, 24))).moment
    with pytest.raises(MomentTooFar):
        change(database, moment, date=typed)


def test_empty_moment_is_removed_and_the_next_one_can_be_opened(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database, date(2027, 11, 23))
    report(database, moment_id, "Loopt goed.")

    def remove() -> None:
        with transaction(database) as session:
            remove_moment(session, moment_id, author="Zoë", at=LATER)

    with pytest.raises(MomentNotEmpty):
        remove()
    line_ids = [line.id for line in the_round(database, moment_id).lines if line.action_id]
    with transaction(database) as session:
        take_back(session, moment_id=moment_id, line_ids=line_ids, author="An", at=NOW)
    seen = the_round(database, moment_id).moment
    remove()
    with pytest.raises(MomentClosed):  # whoever still has it on screen
        report(database, moment_id, "Loopt goed.")
    with pytest.raises(NotThere):
        the_round(database, moment_id)
    with pytest.raises(NotAsItWas):
        change(database, seen, title="Stuurgroep")
    with pytest.raises(MomentNotLast):
        reopen(database, moment_id)
    with read_only(database) as session:
        assert [moment.is_document for moment in moments(session)] == [True]
    assert told(database, moment_id)[0] == ("Zoë", "Opvolgingsmoment 23 nov 2027", "open", "verwijderd", "")
    opened_moment(database)


def test_closing_a_second_time_names_again_what_did_not_come_up(database: Engine, closed: int) -> None:
    reopen(database, closed)
    with transaction(database) as session:
        close_moment(session, closed, "An", LATER, not_discussed=[found(database, "2.2").id])
    with read_only(database) as session:
        became = outcomes(actions(session), changes(session, moment_id=closed))
    assert {id_ for id_, outcome in became.items() if outcome == Outcome.NOT_DISCUSSED} == {found(database, "2.2").id}
