"""How actions stood at a moment, what changed between two moments, and what slipped."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from builders import DOCUMENT_MOMENT, a_milestone, a_report, an_action, due_in_month, due_on

from mrdb.domain.comparison import Comparison, action_as_of, as_of, compare, progress, reporting_moments
from mrdb.domain.discussed import Outcome
from mrdb.domain.facts import Fact
from mrdb.domain.followup import current_status
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Agreed, Agreement, Change, Moment, Realisation
from mrdb.domain.status import Status
from mrdb.text.comparison import headline, moment_names, progress_headline

DECEMBER, MARCH, JUNE = due_in_month(2026, 12), due_in_month(2027, 3), due_in_month(2027, 6)
LATE = ", 1 deadline te laat"


def a_moment(id_: int, day: date, *, is_open: bool = False, title: str = "") -> Moment:
    closed_at = None if is_open else datetime.combine(day, time(16), UTC)
    return Moment(id_, day, title, "", closed_at, None if is_open else "An")


MAY = a_moment(2, date(2026, 5, 18))
NOVEMBER = a_moment(3, date(2026, 11, 23), is_open=True)


def a_line(
    action: Action,
    moment: Moment | None,
    field: Fact,
    old: str | None,
    new: str | None,
    *,
    milestone: str | None = None,
    at: datetime = datetime(2026, 11, 23, 10, tzinfo=UTC),
) -> Change:
    about = next((one.id for one in action.milestones if one.label == milestone), None)
    return Change(1, at, "An", action.id, moment, field, milestone, old, new, "het later wordt", milestone_id=about)


def a_move(action: Action, moment: Moment, old: Period, new: Period, milestone: str = "") -> Change:
    return a_line(action, moment, Fact.PERIOD, old.code(), new.code(), milestone=milestone)


def test_as_of_takes_the_report_of_the_moment_or_the_last_before_it() -> None:
    action = an_action(reports=[a_report(Status.NOT_STARTED), a_report(Status.COMPLETED, "klaar", NOVEMBER)])
    stood = [current_status(action_as_of(action, (), moment)) for moment in (DOCUMENT_MOMENT, MAY, NOVEMBER)]
    assert stood == [Status.NOT_STARTED, Status.NOT_STARTED, Status.COMPLETED]


def test_as_of_takes_back_later_moves_of_a_deadline() -> None:
    action = an_action("7.1", a_milestone(JUNE, first_period=DECEMBER))
    journal = [a_move(action, NOVEMBER, MARCH, JUNE), a_move(action, MAY, DECEMBER, MARCH)]
    stood = [action_as_of(action, journal, moment).milestones[0] for moment in (DOCUMENT_MOMENT, MAY, NOVEMBER)]
    assert [milestone.period for milestone in stood] == [DECEMBER, MARCH, JUNE]
    assert [milestone.first_period is not None for milestone in stood] == [False, True, True]


def test_as_of_knows_the_first_date_of_a_deadline_that_came_back_later() -> None:
    action = an_action("7.1", a_milestone(DECEMBER))
    journal = [a_move(action, NOVEMBER, JUNE, DECEMBER), a_move(action, MAY, DECEMBER, JUNE)]
    stood = [action_as_of(action, journal, moment).milestones[0] for moment in (MAY, NOVEMBER)]
    assert [(one.period, one.first_period) for one in stood] == [(JUNE, DECEMBER), (DECEMBER, None)]


def test_as_of_tells_milestones_of_one_label_and_one_date_apart() -> None:
    action = an_action("7.1", a_milestone(JUNE), a_milestone(JUNE))
    move = replace(a_move(action, NOVEMBER, MARCH, JUNE), milestone_id=action.milestones[1].id)
    before = action_as_of(action, [move], MAY)
    assert [milestone.period for milestone in before.milestones] == [JUNE, MARCH]


def test_as_of_takes_back_a_milestone_reached_later() -> None:
    action = an_action("7.1", a_milestone(DECEMBER, "Ontwerp", reached_on=date(2026, 11, 20)))
    line = a_line(action, NOVEMBER, Fact.REACHED, None, "2026-11-20", milestone="Ontwerp")
    assert action_as_of(action, [line], MAY).milestones[0].reached_on is None
    assert action_as_of(action, [line], NOVEMBER).milestones[0].reached_on == date(2026, 11, 20)


def test_as_of_closed_moment_keeps_who_answered_for_the_action_then() -> None:
    action = an_action(responsible="Directeur M&O")
    line = a_line(action, None, Fact.RESPONSIBLE, "Beleidsdienst", "Directeur M&O")
    assert action_as_of(action, [line], MAY).responsible == "Beleidsdienst"
    assert action_as_of(action, [line], NOVEMBER).responsible == "Directeur M&O"


def test_as_of_closed_moment_never_changes_by_one_entered_later_with_an_earlier_date() -> None:
    autumn = a_moment(3, date(2026, 10, 1))
    entered_later = a_moment(4, date(2026, 6, 1))
    said_later = replace(a_report(Status.ONGOING, moment=entered_later), at=datetime(2026, 11, 2, 10, tzinfo=UTC))
    action = an_action("7.1", a_milestone(MARCH), reports=[a_report(Status.NOT_STARTED), said_later])
    journal = [a_move(action, entered_later, DECEMBER, MARCH)]
    frozen, inserted = (action_as_of(action, journal, moment) for moment in (autumn, entered_later))
    assert (current_status(frozen), frozen.milestones[0].period) == (Status.NOT_STARTED, DECEMBER)
    assert (current_status(inserted), inserted.milestones[0].period) == (Status.ONGOING, MARCH)


def test_as_of_a_moment_knows_what_another_document_was_told_before_it_closed() -> None:
    autumn = a_moment(3, date(2026, 10, 1))
    of_another = a_moment(4, date(2026, 6, 1))
    action = an_action("7.1", reports=[a_report(Status.NOT_STARTED), a_report(Status.ONGOING, moment=of_another)])
    assert current_status(action_as_of(action, (), autumn)) == Status.ONGOING


def test_compare_lists_every_field_that_differs() -> None:
    reports = [a_report(Status.ONGOING, "Gestart."), a_report(Status.COMPLETED, "Klaar.", NOVEMBER)]
    action = an_action("4.1", a_milestone(DECEMBER, reached_on=date(2026, 11, 23)), reports=reports)
    journal = [a_line(action, NOVEMBER, Fact.REACHED, None, "2026-11-23", milestone="")]
    (compared,) = compare([action], journal, DOCUMENT_MOMENT, NOVEMBER).changed
    assert [(d.fact, d.old, d.new) for d in compared.differences] == [
        (Fact.STATUS, "ongoing", "completed"),
        (Fact.COMMENT, "Gestart.", "Klaar."),
        (Fact.REACHED, None, "2026-11-23"),
    ]


def test_compare_same_words_at_a_later_moment_are_no_change() -> None:
    action = an_action(reports=[a_report(Status.ONGOING, "Loopt."), a_report(Status.ONGOING, "Loopt.", NOVEMBER)])
    (compared,) = compare([action], [], DOCUMENT_MOMENT, NOVEMBER).unchanged
    assert compared.is_discussed


def test_compare_takes_moments_in_either_order() -> None:
    action = an_action(reports=[a_report(Status.ONGOING)])
    there, back = compare([action], [], MAY, NOVEMBER), compare([action], [], NOVEMBER, MAY)
    assert there == back


def test_compare_moved_deadline_slipped_by_days_with_its_reason() -> None:
    action = an_action("7.1", a_milestone(MARCH))
    comparison = compare([action], [a_move(action, NOVEMBER, DECEMBER, MARCH)], MAY, NOVEMBER)
    (slip,) = comparison.slipped[0].slips
    assert (slip.old, slip.milestone.period, slip.days_moved, slip.days_late) == (DECEMBER, MARCH, 90, 0)
    assert slip.reason == "het later wordt"


def test_compare_deadline_moved_earlier_changed_but_did_not_slip() -> None:
    action = an_action("7.1", a_milestone(DECEMBER))
    comparison = compare([action], [a_move(action, NOVEMBER, MARCH, DECEMBER)], MAY, NOVEMBER)
    assert (len(comparison.changed), comparison.slipped) == (1, ())


@pytest.mark.parametrize(
    ("reached_on", "status", "late"),
    [(None, Status.ONGOING, 1), (date(2026, 10, 31), Status.ONGOING, 0), (None, Status.DROPPED, 0)],
)
def test_compare_late_is_what_was_due_before_the_newer_moment_and_still_open(
    reached_on: date | None, status: Status, late: int
) -> None:
    action = an_action(
        "3.1", a_milestone(due_on(date(2026, 11, 22)), reached_on=reached_on), reports=[a_report(status)]
    )
    assert len(compare([action], [], DOCUMENT_MOMENT, NOVEMBER).slipped) == late
    assert compare([action], [], DOCUMENT_MOMENT, MAY).slipped == ()


def test_compare_leaves_out_a_document_that_did_not_exist_yet() -> None:
    long_ago = a_moment(9, date(2024, 1, 1))
    assert compare([an_action()], [], long_ago, NOVEMBER).unchanged == ()
    assert reporting_moments(an_action(), [long_ago, MAY, NOVEMBER]) == (NOVEMBER, MAY)


def test_progress_counts_every_action_at_every_moment() -> None:
    done = an_action("1.1", reports=[a_report(Status.ONGOING), a_report(Status.COMPLETED, "klaar", NOVEMBER)])
    steps = progress([done, an_action("2.1")], [NOVEMBER, MAY, DOCUMENT_MOMENT])
    assert steps == [
        (DOCUMENT_MOMENT, {None: 1, Status.ONGOING: 1}),
        (MAY, {None: 1, Status.ONGOING: 1}),
        (NOVEMBER, {None: 1, Status.COMPLETED: 1}),
    ]


def compared(changed: int, unchanged: int, moved: int = 0, late: int = 0) -> Comparison:
    """So many actions of each kind, made as they would come about."""
    late_one, journal = due_on(date(2026, 6, 1)), []
    news = [a_report(Status.ONGOING, "Gestart.", NOVEMBER)]
    actions = [an_action(reports=news) for _ in range(changed - moved)] + [
        an_action(discussed=[NOVEMBER]) for _ in range(unchanged - late)
    ]
    actions += [an_action("3.1", a_milestone(late_one), discussed=[NOVEMBER]) for _ in range(late)]
    for _ in range(moved):
        actions.append(an_action("7.1", a_milestone(MARCH)))
        journal.append(a_move(actions[-1], NOVEMBER, DECEMBER, MARCH))
    return compare(actions, journal, DOCUMENT_MOMENT, NOVEMBER)


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (compared(4, 11, moved=2), "4 acties gewijzigd, 11 ongewijzigd, 2 deadlines verschoven"),
        (compared(1, 1, moved=1, late=1), "1 actie gewijzigd, 1 ongewijzigd, 1 deadline verschoven, 1 te laat"),
        (compared(0, 3, late=1), "geen enkele actie gewijzigd, 3 ongewijzigd, geen deadline verschoven" + LATE),
        (compared(2, 0), "2 acties gewijzigd, geen deadline verschoven"),
    ],
)  # fmt: skip
def test_headline_counts_in_correct_dutch(comparison: Comparison, words: str) -> None:
    assert headline(comparison) == f"Tussen 13 okt 2025 en 23 nov 2026: {words}"


def test_headline_tells_two_moments_of_one_day_apart() -> None:
    morning, evening = a_moment(2, MAY.date, title="Klimaat"), a_moment(3, MAY.date, title="Migratie")
    assert headline(compare([], [], morning, evening)).startswith(
        "Tussen 18 mei 2026 – Klimaat en 18 mei 2026 – Migratie:"
    )


def test_progress_headline_of_one_moment_compares_with_nothing() -> None:
    steps = progress([an_action()], [DOCUMENT_MOMENT, NOVEMBER])
    assert progress_headline(steps) == "0 van 1 actie afgerond op 23 nov 2026, 0 op 13 okt 2025"
    assert progress_headline(steps[:1]) == "0 van 1 actie afgerond op 13 okt 2025"


def test_moment_names_are_never_the_same() -> None:
    twin = a_moment(8, MAY.date)
    assert moment_names([twin, MAY, NOVEMBER]) == {"23 nov 2026": NOVEMBER, "18 mei 2026 (2)": twin, "18 mei 2026": MAY}


def test_as_of_a_recommendation_takes_the_last_answer_known_then() -> None:
    action = an_action("7.1")
    no, yes = Realisation(False, "Nog niet."), Realisation(True, "De nota is er.")
    journal = [
        replace(a_line(action, moment, Fact.REALISED, before, answer.code(), at=at), recommendation_id=701)
        for moment, before, answer, at in (
            (NOVEMBER, no.code(), yes, datetime(2026, 11, 23, 10, tzinfo=UTC)),
            (MAY, None, no, datetime(2026, 5, 18, 10, tzinfo=UTC)),
        )
    ]
    recommendation = replace(action.recommendation, id=701, realisation=yes)
    told = [as_of(recommendation, journal, m).realisation for m in (DOCUMENT_MOMENT, MAY, NOVEMBER)]
    assert told == [None, no, yes]


def test_compare_tells_confirmed_from_left_and_from_what_was_over() -> None:
    silent, confirmed = an_action("2.1"), an_action("6.1", discussed=[NOVEMBER])
    over = an_action("8.1", reports=[a_report(Status.COMPLETED, "Klaar.")])
    comparison = compare([silent, confirmed, over], [], DOCUMENT_MOMENT, NOVEMBER)
    assert [one.outcome for one in comparison.unchanged] == [Outcome.NOT_DISCUSSED, Outcome.CONFIRMED, None]
    assert headline(comparison).endswith(
        "geen enkele actie gewijzigd, 1 ongewijzigd, 1 niet aan bod, geen deadline verschoven"
    )


def test_compare_counts_an_agreement_of_in_between_as_a_change() -> None:
    agreed = [Agreed(moment, Agreement("belt de federatie", "Els", None)) for moment in (MAY, NOVEMBER)]
    action = replace(an_action("7.1", discussed=[MAY, NOVEMBER]), agreements=tuple(agreed))
    (changed,) = compare([action], [], MAY, NOVEMBER).changed
    assert [(one.fact, one.old, one.new) for one in changed.differences] == [
        (Fact.AGREEMENT, None, agreed[1].agreement.code())
    ]
