"""What falls due when: windows, what comes next, the busiest month."""

from datetime import date

import pytest
from builders import (
    AUTUMN_2025,
    CONTINUOUS,
    DECEMBER_2026,
    TODAY,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    due,
    due_in_month,
    due_on,
    starting,
)

from mrdb.domain.period import Precision
from mrdb.domain.status import Status, Urgency
from mrdb.domain.timeline import (
    Window,
    Zoom,
    busiest_month,
    milestone_urgency,
    overdue,
    upcoming,
    window,
)


def test_window_quarter_is_the_calendar_quarter_around_today() -> None:
    assert window(Zoom.QUARTER, document_actions(), TODAY) == Window(date(2026, 10, 1), date(2026, 12, 31))
    assert window(Zoom.QUARTER, (), date(2028, 2, 29)) == Window(date(2028, 1, 1), date(2028, 3, 31))


def test_window_year_is_the_calendar_year() -> None:
    assert window(Zoom.YEAR, (), TODAY) == Window(date(2026, 1, 1), date(2026, 12, 31))


def test_window_everything_holds_every_day_of_the_document_in_whole_quarters() -> None:
    assert window(Zoom.EVERYTHING, document_actions(), TODAY) == Window(date(2024, 7, 1), date(2027, 3, 31))


def test_window_everything_holds_today_and_the_first_date_of_a_moved_deadline() -> None:
    moved = a_milestone(due_in_month(2026, 5), first_period=due_in_month(2025, 2))
    assert window(Zoom.EVERYTHING, [an_action("1.1", moved)], TODAY) == Window(date(2025, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_window_everything_stands_at_the_ends_of_the_calendar(day: date) -> None:
    shown = window(Zoom.EVERYTHING, [an_action("1.1", a_milestone(due_on(day)))], TODAY)
    assert shown.first <= day <= shown.last


def test_busiest_month_of_the_document_holds_what_the_list_has_of_december_2026() -> None:
    actions = document_actions()
    cluster = busiest_month(actions, TODAY)
    assert cluster is not None
    assert (cluster.first, cluster.last) == (date(2026, 12, 1), date(2026, 12, 31))
    assert [found.action.number for found in cluster.deadlines] == ["7.1", "7.2", "8.1", "8.2", "4.1", "5.3"]
    assert cluster.deadlines == upcoming(actions, TODAY)


def test_busiest_month_is_nothing_once_it_has_passed() -> None:
    assert busiest_month(document_actions(), date(2027, 1, 1)) is None


def test_busiest_month_wants_two_deadlines() -> None:
    assert busiest_month([an_action("1.1", a_milestone(DECEMBER_2026))], TODAY) is None


def test_busiest_month_leaves_out_starts_reached_milestones_and_closed_actions() -> None:
    actions = [
        an_action("1.1", a_milestone(DECEMBER_2026)),
        an_action("1.3", a_milestone(DECEMBER_2026, reached_on=date(2026, 11, 2))),
        an_action("1.4", a_milestone(DECEMBER_2026), reports=[a_report(Status.DROPPED, "weg")]),
        an_action("1.5", a_milestone(starting(date(2026, 12, 1)))),
    ]
    assert busiest_month(actions, TODAY) is None


def test_busiest_month_takes_the_nearest_of_two_equals() -> None:
    actions = [an_action("1.1", *(a_milestone(due_on(date(2027, month, 9))) for month in (5, 5, 3, 3)))]
    cluster = busiest_month(actions, TODAY)
    assert cluster is not None
    assert cluster.first == date(2027, 3, 1)


def test_upcoming_runs_by_day_and_then_by_number_with_a_bare_year_last() -> None:
    found = upcoming(document_actions(), TODAY)
    assert [(one.action.number, one.day) for one in found] == [
        (number, date(2026, 12, 31)) for number in ("7.1", "7.2", "8.1", "8.2", "4.1", "5.3")
    ]


def test_upcoming_puts_of_one_day_the_more_precise_promise_first() -> None:
    last = date(2026, 12, 31)
    year, season = due(date(2026, 1, 1), last, Precision.YEAR), due(date(2026, 9, 1), last, Precision.SEASON)
    periods = {"1.1": year, "1.2": season, "1.3": DECEMBER_2026, "1.4": due_on(last), "1.5": due_on(date(2027, 1, 4))}
    found = upcoming([an_action(number, a_milestone(period)) for number, period in periods.items()], TODAY)
    assert [one.action.number for one in found] == ["1.4", "1.3", "1.2", "1.1", "1.5"]


@pytest.mark.parametrize("precision", Precision)
def test_upcoming_ranks_every_precision_after_a_named_day(precision: Precision) -> None:
    vague = due(date(2026, 12, 1), date(2026, 12, 31), precision)
    found = upcoming(
        [an_action("1.1", a_milestone(vague)), an_action("1.2", a_milestone(due_on(date(2026, 12, 31))))], TODAY
    )
    assert {one.action.number for one in found} == {"1.1", "1.2"}
    assert found[0].action.number == ("1.1" if precision == Precision.DAY else "1.2")


def test_overdue_holds_what_has_passed_and_today_is_not_too_late() -> None:
    assert [one.action.number for one in overdue(document_actions(), TODAY)] == ["1.1", "3.1", "4.1", "4.2", "5.1"]
    today = [an_action("1.1", a_milestone(due_on(TODAY)))]
    assert overdue(today, TODAY) == ()
    assert [one.day for one in upcoming(today, TODAY)] == [TODAY]


def test_milestone_urgency_looks_at_one_milestone_alone() -> None:
    late, ahead, done = (
        a_milestone(AUTUMN_2025),
        a_milestone(DECEMBER_2026),
        a_milestone(AUTUMN_2025, reached_on=TODAY),
    )
    action = an_action("1.1", late, ahead, done, a_milestone(CONTINUOUS))
    assert [milestone_urgency(action, milestone, TODAY) for milestone in action.milestones] == [
        Urgency.OVERDUE,
        Urgency.SOON,
        None,
        Urgency.CONTINUOUS,
    ]
