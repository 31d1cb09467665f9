"""What people do with an action is kept: every change with its author, every first date, every closed moment."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from drafts import DECEMBER, NOW, TODAY, a_draft, found, opened_moment, store

from mrdb.domain.edit import Edit, Move
from mrdb.domain.errors import (
    EditConflict,
    IncompleteEdit,
    Lack,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotForAction,
    MomentTooEarly,
)
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Change, MomentState
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment
from mrdb.store.moments import open_moment as open_new_moment
from mrdb.store.queries import action as stored_action
from mrdb.store.queries import changes, moments, open_moment, responsibles
from mrdb.store.writing import save_edit

NOTHING = Edit(None, "", {}, ())


@pytest.fixture
def document(database: Engine) -> Engine:
    """The database with the small document in it."""
    store(database, a_draft())
    return database


def deadline(day: date) -> Period:
    return Period(PeriodKind.DEADLINE, day, day, Precision.DAY)


def report(status: Status, comment: str = "") -> Edit:
    return Edit(status, comment, {}, ())


def save(engine: Engine, action: Action, moment_id: int, edit: Edit, **other: Any) -> Action:
    """Saves over the version given, and returns the action as it stands then."""
    values = {"author": "An", "at": NOW, "version": action.version} | other
    with transaction(engine) as session:
        save_edit(session, action_id=action.id, moment_id=moment_id, edit=edit, **values)
    return found(engine, action.number)


def journal(engine: Engine, action: Action) -> tuple[Change, ...]:
    with read_only(engine) as session:
        return changes(session, action.id)


def values(lines: tuple[Change, ...]) -> list[tuple[Fact, str | None, str | None]]:
    return [(line.fact, line.old, line.new) for line in lines]


def test_report_is_kept_beside_the_earlier_one(document: Engine) -> None:
    moment_id = opened_moment(document)
    action = save(document, found(document, "1.1"), moment_id, report(Status.COMPLETED, "Netwerk staat."))
    assert [(r.status, r.comment, r.author) for r in action.reports] == [
        (Status.ONGOING, "Gesprekken zijn opgestart.", "mrdb"),
        (Status.COMPLETED, "Netwerk staat.", "An"),
    ]
    newest = journal(document, action)[:2]
    assert values(newest) == [
        (Fact.COMMENT, None, "Netwerk staat."),
        (Fact.STATUS, "ongoing", "completed"),
    ]
    assert {(line.author, line.at, line.moment and line.moment.id) for line in newest} == {("An", NOW, moment_id)}


def test_report_confirmed_at_a_new_moment_shows_in_the_journal(document: Engine) -> None:
    action = save(document, found(document, "1.1"), opened_moment(document), report(Status.ONGOING))
    assert [r.comment for r in action.reports] == ["Gesprekken zijn opgestart.", ""]
    assert values(journal(document, action)[:1]) == [(Fact.STATUS, "ongoing", "ongoing")]


def test_report_corrected_in_the_same_moment_keeps_what_it_said_before(document: Engine) -> None:
    moment_id = opened_moment(document)
    action = save(document, found(document, "2.1"), moment_id, report(Status.ONGOING, "Bezig."))
    later = NOW + timedelta(minutes=5)
    action = save(document, action, moment_id, report(Status.ONGOING, "Bijna klaar."), author="Piet", at=later)
    (only,) = action.reports
    assert (only.comment, only.author, only.at, action.version) == ("Bijna klaar.", "Piet", later, 3)
    assert values(journal(document, action)) == [
        (Fact.COMMENT, "Bezig.", "Bijna klaar."),
        (Fact.COMMENT, None, "Bezig."),
        (Fact.STATUS, None, "ongoing"),
    ]


def test_edit_that_changes_nothing_leaves_no_trace(document: Engine) -> None:
    moment_id = opened_moment(document)
    action = save(document, found(document, "2.1"), moment_id, report(Status.ONGOING, "Bezig."))
    before = journal(document, action)
    again = save(document, action, moment_id, report(Status.ONGOING, "Bezig.\n"), author="Piet")
    assert again == action
    assert journal(document, action) == before


def test_edit_of_an_older_version_is_a_conflict_and_writes_nothing(document: Engine) -> None:
    moment_id, seen = opened_moment(document), found(document, "2.1")
    saved = save(document, seen, moment_id, report(Status.ONGOING, "Van An."))
    with pytest.raises(EditConflict):
        save(document, seen, moment_id, report(Status.COMPLETED, "Van Piet."), author="Piet")
    assert found(document, "2.1") == saved
    assert {line.author for line in journal(document, saved)} == {"An"}


def test_edit_that_says_what_somebody_saved_already_is_no_conflict(document: Engine) -> None:
    moment_id, seen = opened_moment(document), found(document, "2.1")
    saved = save(document, seen, moment_id, report(Status.ONGOING, "Bezig."))
    assert save(document, seen, moment_id, report(Status.ONGOING, "Bezig."), author="Piet") == saved


@pytest.mark.parametrize(
    ("edit", "lack"),
    [
        (NOTHING, Lack.NOTHING_ENTERED),
        (report(Status.COMPLETED, " "), Lack.COMMENT_WHEN_COMPLETED),
        (report(Status.DROPPED), Lack.REASON_WHEN_DROPPED),
    ],
)
def test_edit_that_lacks_something_is_refused(document: Engine, edit: Edit, lack: Lack) -> None:
    moment_id, action = opened_moment(document), found(document, "2.1")
    with pytest.raises(IncompleteEdit) as incomplete:
        save(document, action, moment_id, edit)
    assert incomplete.value.lacks == (lack,)
    assert found(document, "2.1") == action


def test_closed_moment_is_frozen(document: Engine) -> None:
    moment_id = opened_moment(document)
    action = save(document, found(document, "2.1"), moment_id, report(Status.ONGOING, "Bezig."))
    with transaction(document) as session:
        close_moment(session, moment_id, "Piet", NOW)
    with pytest.raises(MomentClosed):
        save(document, action, moment_id, report(Status.COMPLETED, "Toch klaar."))
    with pytest.raises(MomentClosed), transaction(document) as session:
        close_moment(session, moment_id, "An", NOW)
    assert [r.comment for r in found(document, "2.1").reports] == ["Bezig."]
    with read_only(document) as session:
        moment = moments(session)[0]
        (line, *_) = changes(session)
        assert open_moment(session, action.recommendation.response.id) is None
    assert (moment.id, moment.closed_by, moment.closed_at) == (moment_id, "Piet", NOW)
    assert (line.fact, line.old, line.new, line.moment) == (
        Fact.MOMENT,
        MomentState.OPEN.value,
        MomentState.CLOSED.value,
        moment,
    )


def test_second_open_moment_is_refused_for_the_same_document_only(document: Engine) -> None:
    store(document, a_draft("b" * 64))
    opened_moment(document)
    with pytest.raises(MomentAlreadyOpen):
        opened_moment(document)
    with transaction(document) as session:
        other = open_new_moment(session, day=TODAY, title="", response_ids=[2], author="An", at=NOW)
        assert open_moment(session, 1) != open_moment(session, 2)
    with pytest.raises(MomentNotForAction):
        save(document, found(document, "1.1"), other, report(Status.ONGOING))


def test_moments_stand_newest_first_and_reports_oldest_first(document: Engine) -> None:
    action = found(document, "2.1")
    for day in (date(2026, 2, 1), date(2026, 3, 1)):
        moment_id = opened_moment(document, day)
        action = save(document, action, moment_id, report(Status.ONGOING, day.isoformat()))
        with transaction(document) as session:
            close_moment(session, moment_id, "An", NOW)
    with read_only(document) as session:
        assert [m.date for m in moments(session)] == [date(2026, 3, 1), date(2026, 2, 1), date(2025, 10, 13)]
    assert [r.comment for r in action.reports] == ["2026-02-01", "2026-03-01"]


def test_moment_before_the_newest_one_is_refused(document: Engine) -> None:
    with pytest.raises(MomentTooEarly) as refused:
        opened_moment(document, date(2025, 1, 23))
    assert refused.value.earlier == date(2025, 10, 13)


def test_milestone_reached_and_taken_back_are_both_journalled(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.2")
    milestone = action.milestones[0].id
    action = save(document, action, moment_id, Edit(None, "", {milestone: date(2026, 11, 20)}, ()))
    assert (action.milestones[0].reached_on, action.reports) == (date(2026, 11, 20), ())
    action = save(document, action, moment_id, Edit(None, "", {milestone: None}, ()))
    assert action.milestones[0].reached_on is None
    lines = journal(document, action)
    assert values(lines) == [(Fact.REACHED, "2026-11-20", None), (Fact.REACHED, None, "2026-11-20")]
    assert {line.milestone for line in lines} == {"Ontwerp"}


def test_moved_deadline_keeps_its_very_first_date_and_every_reason(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.2")
    milestone = action.milestones[0].id
    for day, reason in ((date(2027, 3, 31), "Ziekte"), (date(2027, 6, 30), "Aanwerving")):
        action = save(document, action, moment_id, Edit(None, "", {}, (Move(milestone, deadline(day), reason),)))
    moved, untouched = action.milestones
    assert (moved.period, moved.first_period) == (deadline(date(2027, 6, 30)), DECEMBER)
    assert untouched.first_period is None
    assert [(line.old, line.reason) for line in journal(document, action)] == [
        (deadline(date(2027, 3, 31)).code(), "Aanwerving"),
        (DECEMBER.code(), "Ziekte"),
    ]


def test_deadline_moved_back_to_its_first_day_no_longer_counts_as_moved(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.2")
    milestone = action.milestones[0].id
    for day in (date(2027, 3, 31), date(2026, 12, 31)):
        action = save(document, action, moment_id, Edit(None, "", {}, (Move(milestone, deadline(day), "Overleg"),)))
    assert action.milestones[0].first_period is None
    assert len(journal(document, action)) == 2


def test_milestone_without_a_date_can_be_given_one_and_then_remembers_it(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.1")
    milestone = action.milestones[0].id
    first, second = deadline(date(2026, 12, 15)), deadline(date(2027, 1, 15))
    action = save(document, action, moment_id, Edit(None, "", {}, (Move(milestone, first, "Afgesproken"),)))
    assert (action.milestones[0].period, action.milestones[0].first_period) == (first, None)
    action = save(document, action, moment_id, Edit(None, "", {}, (Move(milestone, second, "Uitgesteld"),)))
    assert (action.milestones[0].period, action.milestones[0].first_period) == (second, first)


def test_deadline_cannot_become_a_start(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.2")
    start = Period(PeriodKind.START, TODAY, TODAY, Precision.DAY)
    with pytest.raises(ValueError, match="deadline"):
        save(document, action, moment_id, Edit(None, "", {}, (Move(action.milestones[0].id, start, "?"),)))


def test_responsible_changes_in_phrase_and_names(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.1")
    texts = {Fact.RESPONSIBLE: "Stuurgroep Klimaat"}
    edit = Edit(texts=texts, responsibles=("Stuurgroep Klimaat", "Directeur M&O"))
    for _ in range(2):
        save(document, found(document, "2.1"), moment_id, edit)
    changed = found(document, "2.1")
    assert (changed.responsible, changed.responsibles, changed.version) == (
        "Stuurgroep Klimaat",
        ("Stuurgroep Klimaat", "Directeur M&O"),
        2,
    )
    assert found(document, "2.2").responsibles == action.responsibles
    assert values(journal(document, action)) == [
        (Fact.RESPONSIBLES, "Directeur M&O\nMEAL-coördinator", "Stuurgroep Klimaat\nDirecteur M&O"),
        (Fact.RESPONSIBLE, "Directeur M&O en MEAL-coördinator", "Stuurgroep Klimaat"),
    ]
    other = replace(edit, texts={Fact.RESPONSIBLE: "Directieteam"})
    with pytest.raises(EditConflict):
        save(document, action, moment_id, other)
    with read_only(document) as session:
        assert responsibles(session) == ("Directeur M&O", "MEAL-coördinator", "Stuurgroep Klimaat")


def test_action_alone_equals_the_action_in_the_list(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.2")
    move = Move(action.milestones[0].id, deadline(date(2027, 3, 31)), "Ziekte")
    save(document, action, moment_id, Edit(Status.ONGOING, "Bezig.", {}, (move,)))
    with read_only(document) as session:
        assert stored_action(session, action.id) == found(document, "2.2")
        assert stored_action(session, 999) is None


def test_everything_of_one_save_is_one_step_of_the_version(document: Engine) -> None:
    moment_id, action = opened_moment(document), found(document, "2.2")
    design, start = action.milestones
    everything = Edit(
        Status.ONGOING,
        "Bezig.",
        {start.id: date(2026, 11, 20)},
        (Move(design.id, deadline(date(2027, 3, 31)), "ziekte"),),
        texts={Fact.RESPONSIBLE: "Els"},
        responsibles=("Els",),
    )
    assert save(document, action, moment_id, everything).version == action.version + 1
    assert len({line.at for line in journal(document, action)}) == 1
    assert {line.fact for line in journal(document, action)} == {
        Fact.STATUS,
        Fact.COMMENT,
        Fact.REACHED,
        Fact.PERIOD,
        Fact.RESPONSIBLE,
        Fact.RESPONSIBLES,
    }
