"""The figures of a year: what falls in it, who closed in it, and what stood late at its end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from builders import (
    AT,
    AUTUMN_2025,
    CONTINUOUS,
    DECEMBER_2026,
    RESPONSE,
    TODAY,
    a_line,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    due_in_month,
    due_on,
    starting,
)

from mrdb.domain.facts import Fact
from mrdb.domain.followup import urgency
from mrdb.domain.period import Period, Precision
from mrdb.domain.response import Action, Added, Change, Moment, StatusReport
from mrdb.domain.status import Status, Urgency
from mrdb.domain.year import LATE_FOR, Figure, YearFigures, year_figures, years_on_offer

JUNE = due_in_month(2026, 6)
DECEMBER_2027 = due_in_month(2027, 12)
JANUARY_2027 = date(2027, 1, 1)


def a_moment(day: date) -> Moment:
    return Moment(day.toordinal(), day, "", "", datetime.combine(day, time(), UTC), "An")


def said(*steps: tuple[date, Status]) -> list[StatusReport]:
    return [a_report(status, "Zo staat het.", a_moment(day)) for day, status in steps]


def a_move(
    action: Action,
    old: Period | None,
    new: Period | None,
    *,
    moment: Moment | None = None,
    at: datetime = datetime(2026, 6, 1, tzinfo=UTC),
    fact: Fact = Fact.PERIOD,
) -> Change:
    return Change(
        id=1,
        at=at,
        author="An",
        action_id=action.id,
        moment=moment,
        fact=fact,
        milestone="",
        old=old.code() if old else None,
        new=new.code() if new else None,
        reason="het duurt langer",
    )


def figures(*actions: Action, changes: Sequence[Change] = (), year: int = 2026, today: date = TODAY) -> YearFigures:
    return year_figures(actions, changes, year, today)


def numbers(actions: Sequence[Action]) -> list[str]:
    return [action.number for action in actions]


def test_year_of_the_real_document() -> None:
    running, over = figures(*document_actions()), figures(*document_actions(), year=2025)
    assert (running.day, over.day) == (TODAY, date(2025, 12, 31))
    assert numbers(running[Figure.DUE]) == ["4.1", "5.3", "7.1", "7.2", "8.1", "8.2"]
    assert numbers(over[Figure.DUE]) == ["1.1", "3.1", "4.1", "4.2", "5.1"]
    assert numbers(running[Figure.LATE]) == ["1.1", "3.1", "4.1", "4.2", "5.1"]
    assert (running[Figure.CLOSED], running[Figure.RATE], running[Figure.MOVED]) == ((), (), ())
    assert (running.share(Figure.RATE), running.share(Figure.ON_TIME)) == (0, None)


def test_year_that_runs_is_late_as_the_overview_says() -> None:
    for actions in (document_actions(), with_everything()):
        overdue = tuple(action for action in actions if urgency(action, TODAY) == Urgency.OVERDUE)
        assert overdue
        assert figures(*actions)[Figure.LATE] == overdue


def with_everything() -> tuple[Action, ...]:
    """Closed, reopened, reached, only started, and closed at a moment that is dated ahead of today."""
    late = a_milestone(AUTUMN_2025)
    return (
        an_action("1.1", late),
        an_action("1.2", late, reports=said((TODAY, Status.DROPPED))),
        an_action("1.3", late, reports=said((date(2026, 1, 1), Status.COMPLETED), (TODAY, Status.ONGOING))),
        an_action("1.4", replace(late, reached_on=TODAY), a_milestone(DECEMBER_2026)),
        an_action("1.5", a_milestone(starting(date(2026, 1, 1))), a_milestone(CONTINUOUS), a_milestone(None)),
        an_action("1.6", late, reports=said((date(2026, 12, 1), Status.COMPLETED))),
    )


def test_year_counts_an_action_with_two_deadlines_in_it_once() -> None:
    action = an_action("1.1", a_milestone(due_on(date(2026, 1, 1))), a_milestone(due_on(date(2026, 12, 31))))
    assert figures(action)[Figure.DUE] == (action,)
    assert figures(action, year=2025)[Figure.DUE] == ()


def test_year_has_no_closure_rate_where_nothing_is_due() -> None:
    action = an_action("1.1", a_milestone(CONTINUOUS), reports=said((TODAY, Status.COMPLETED)))
    assert figures(action).share(Figure.RATE) is None
    assert figures(action)[Figure.CLOSED] == (action,)


def test_year_closure_rate_leaves_out_what_is_not_due_yet() -> None:
    done = said((TODAY, Status.COMPLETED))
    due, later = a_milestone(due_on(date(2026, 3, 1))), a_milestone(due_on(date(2027, 3, 1)))
    found = figures(an_action("1.1", due, reports=done), an_action("1.2", due), an_action("1.3", later, reports=done))
    assert found.share(Figure.RATE) == 0.5
    assert numbers(found[Figure.CLOSED]) == ["1.1", "1.3"]


def test_year_closed_earlier_counts_for_the_rate_but_not_as_closed_in_the_year() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026), reports=said((date(2025, 11, 1), Status.COMPLETED)))
    found = figures(action)
    assert (found[Figure.CLOSED], found[Figure.RATE]) == ((), (action,))


@pytest.mark.parametrize(
    ("steps", "closed_in"),
    [
        ([(2025, Status.COMPLETED)], [2025]),
        ([(2025, Status.COMPLETED), (2026, Status.DROPPED)], [2025]),
        ([(2025, Status.COMPLETED), (2026, Status.COMPLETED)], [2025]),
        ([(2025, Status.COMPLETED), (2026, Status.ONGOING), (2027, Status.COMPLETED)], [2025, 2027]),
        ([(2025, Status.NOT_STARTED), (2026, Status.DROPPED)], [2026]),
        ([(2025, Status.COMPLETED), (2026, Status.ONGOING)], [2025]),
    ],
)
def test_year_closes_an_action_where_its_last_run_of_closed_reports_begins(
    steps: list[tuple[int, Status]], closed_in: list[int]
) -> None:
    action = an_action("1.1", reports=said(*((date(year, 6, 1), status) for year, status in steps)))
    assert [year for year in (2025, 2026, 2027) if figures(action, year=year)[Figure.CLOSED]] == closed_in


def test_year_that_is_over_does_not_know_what_was_reported_or_reached_later() -> None:
    action = an_action(
        "1.1",
        a_milestone(due_on(date(2025, 6, 1)), reached_on=date(2026, 1, 5)),
        reports=said((date(2025, 11, 1), Status.ONGOING), (date(2026, 1, 5), Status.COMPLETED)),
    )
    found = figures(action, year=2025)
    assert (numbers(found[Figure.LATE]), found[Figure.RATE]) == (["1.1"], ())
    assert found[Figure.LATE][0].reports == action.reports[:1]
    assert figures(action)[Figure.LATE] == ()


def test_year_deadline_is_late_from_the_day_after() -> None:
    last_day = an_action("1.1", a_milestone(due_on(date(2026, 12, 31))))
    assert figures(last_day, today=date(2026, 12, 31))[Figure.LATE] == ()
    assert numbers(figures(last_day, today=JANUARY_2027)[Figure.LATE]) == ["1.1"]


def test_year_of_a_move_is_that_of_its_moment() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    written_late = a_move(action, AUTUMN_2025, DECEMBER_2026, moment=a_moment(date(2025, 12, 20)))
    assert figures(action, changes=[written_late], year=2025)[Figure.MOVED] == (action,)
    assert figures(action, changes=[written_late])[Figure.MOVED] == ()


def test_year_of_a_move_outside_a_moment_is_that_of_brussels() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    new_year = a_move(action, AUTUMN_2025, DECEMBER_2026, at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
    assert figures(action, changes=[new_year])[Figure.MOVED] == (action,)


def test_year_does_not_count_a_move_that_was_taken_back() -> None:
    action = an_action("1.1", a_milestone(AUTUMN_2025))
    move = a_move(action, AUTUMN_2025, DECEMBER_2026)
    taken_back = replace(a_move(action, DECEMBER_2026, AUTUMN_2025), id=2, undoes=move.id)
    assert figures(action, changes=[taken_back, move])[Figure.MOVED] == ()


def test_year_counts_an_action_that_moved_twice_once() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    moves = [a_move(action, AUTUMN_2025, JUNE), replace(a_move(action, JUNE, DECEMBER_2026), id=2)]
    assert figures(action, changes=moves)[Figure.MOVED] == (action,)
    back = [moves[0], replace(a_move(action, JUNE, AUTUMN_2025), id=2)]
    assert figures(action, changes=back)[Figure.MOVED] == ()


def test_year_does_not_take_every_change_for_a_move() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    more_exact = replace(DECEMBER_2026, first=date(2026, 12, 31), precision=Precision.DAY)
    changes = [
        a_move(action, None, DECEMBER_2026),
        a_move(action, DECEMBER_2026, None),
        a_move(action, DECEMBER_2026, more_exact),
        a_move(action, AUTUMN_2025, DECEMBER_2026, fact=Fact.COMMENT),
    ]
    assert figures(action, changes=changes)[Figure.MOVED] == ()


JANUARY_MEETING, MARCH_MEETING = (a_moment(date(2027, month, 15)) for month in (1, 3))
MARCH_2027 = date(2027, 3, 20)


def test_year_that_is_over_keeps_the_deadlines_that_it_had() -> None:
    """One closed of six; three missed deadlines then move a year: the year before still reads one of six."""
    done = an_action("1.1", a_milestone(DECEMBER_2026), reports=said((date(2026, 12, 15), Status.COMPLETED)))
    late = [an_action(f"1.{n}", a_milestone(DECEMBER_2026)) for n in range(2, 7)]
    january = figures(done, *late, today=date(2027, 1, 15))
    slipped = [replace(one, milestones=(replace(one.milestones[0], period=DECEMBER_2027),)) for one in late[:3]]
    moves = [
        a_line(one, Fact.PERIOD, DECEMBER_2026.code(), DECEMBER_2027.code(), milestone="", moment=MARCH_MEETING)
        for one in slipped
    ]
    march = figures(done, *slipped, *late[3:], changes=moves, today=MARCH_2027)
    assert [len(january[figure]) for figure in (Figure.DUE, Figure.RATE, Figure.LATE, Figure.MOVED)] == [6, 1, 5, 0]
    assert {figure: numbers(found) for figure, found in march.lists.items()} == {
        figure: numbers(found) for figure, found in january.lists.items()
    }
    running = figures(done, *slipped, *late[3:], changes=moves, year=2027, today=MARCH_2027)
    assert (numbers(running[Figure.DUE]), numbers(running[Figure.MOVED])) == (["1.2", "1.3", "1.4"],) * 2


def test_year_knows_what_its_own_moment_says_whenever_it_was_written() -> None:
    """A meeting of December that is typed in or put right in March counts for the year in which it was held."""
    action = an_action("1.1", a_milestone(DECEMBER_2027))
    codes = DECEMBER_2026.code(), DECEMBER_2027.code()
    held = a_moment(date(2026, 12, 9))
    written_later = datetime(2027, 3, 20, 9, 0, tzinfo=UTC)
    of_december = a_line(action, Fact.PERIOD, *codes, milestone="", moment=held, at=written_later)
    of_no_moment = replace(of_december, moment=None)
    assert figures(action, changes=[of_december], today=MARCH_2027)[Figure.DUE] == ()
    assert numbers(figures(action, changes=[of_no_moment], today=MARCH_2027)[Figure.DUE]) == ["1.1"]
    assert numbers(figures(action, changes=[of_december], today=MARCH_2027)[Figure.MOVED]) == ["1.1"]
    assert figures(action, changes=[of_no_moment], today=MARCH_2027)[Figure.MOVED] == ()


def test_year_knows_nothing_that_came_to_be_later() -> None:
    late = a_milestone(due_on(date(2026, 6, 1)), reached_on=date(2026, 12, 20))
    reached = an_action("1.1", late)
    added = Added(JANUARY_MEETING, AT)
    with_more = an_action("1.2", replace(a_milestone(JUNE), added=added))
    newcomer = replace(an_action("1.3", a_milestone(JUNE)), added=added)
    of_later = an_action("1.4", a_milestone(JUNE), response=replace(RESPONSE, id=2, date=date(2027, 2, 1)))
    ticked = a_line(reached, Fact.REACHED, None, "2026-12-20", milestone="", moment=JANUARY_MEETING)
    found = figures(reached, with_more, newcomer, of_later, changes=[ticked], today=MARCH_2027)
    assert numbers(found.actions) == ["1.1", "1.2"]
    assert (numbers(found[Figure.DUE]), numbers(found[Figure.LATE])) == (["1.1"], ["1.1"])


def test_year_share_of_wfp_leaves_out_what_was_closed_earlier() -> None:
    due = a_milestone(DECEMBER_2026)
    found = figures(
        an_action("1.1", due, reports=said((date(2025, 11, 1), Status.COMPLETED))),
        an_action("1.2", due, reports=said((TODAY, Status.DROPPED))),
        an_action("1.3", due),
        an_action("1.4", due),
    )
    assert (found.share(Figure.RATE), found.share(Figure.SAME_YEAR)) == (0.5, 0.25)
    assert numbers(found[Figure.SAME_YEAR]) == ["1.2"]


def test_year_is_on_time_against_the_first_promise() -> None:
    november = said((date(2026, 11, 9), Status.COMPLETED))
    may = due_on(date(2026, 5, 31))
    found = figures(
        an_action("1.1", a_milestone(DECEMBER_2026), reports=november),
        an_action("1.2", a_milestone(DECEMBER_2026, first_period=JUNE), reports=november),
        an_action("1.3", a_milestone(JUNE), reports=november),
        an_action("1.4", a_milestone(JUNE, reached_on=date(2026, 6, 30)), reports=november),
        an_action("1.5", a_milestone(may, reached_on=date(2026, 6, 1)), a_milestone(DECEMBER_2026), reports=november),
        an_action("1.6", a_milestone(JUNE, reached_on=date(2026, 6, 1))),
    )
    assert numbers(found[Figure.RATE]) == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert numbers(found[Figure.ON_TIME]) == ["1.1", "1.4"]
    assert found.share(Figure.ON_TIME) == 0.4


def test_year_that_is_over_knows_the_first_promise_though_the_deadline_came_back_later() -> None:
    action = an_action("1.1", a_milestone(JUNE), reports=said((date(2026, 11, 9), Status.COMPLETED)))
    codes = JUNE.code(), DECEMBER_2026.code()
    moved = a_line(action, Fact.PERIOD, *codes, milestone="", moment=a_moment(date(2026, 5, 9)))
    back = a_line(action, Fact.PERIOD, *codes[::-1], milestone="", moment=JANUARY_MEETING)
    found = figures(action, changes=[back, moved], today=MARCH_2027)
    assert (numbers(found[Figure.RATE]), found[Figure.ON_TIME]) == (["1.1"], ())
    assert found[Figure.RATE][0].milestones[0].first_period == JUNE


def test_year_tells_for_how_long_what_is_late_is_late() -> None:
    ages = (1, 30, 31, 90, 91, 180, 181, 900)
    late = [an_action(f"1.{n}", a_milestone(due_on(JANUARY_2027 - timedelta(n)))) for n in ages]
    twice = an_action("2.1", late[0].milestones[0], late[3].milestones[0])
    found = figures(*late, twice, today=JANUARY_2027)
    assert [numbers(found[band]) for band in LATE_FOR] == [
        ["1.1", "1.30"],
        ["1.31", "1.90", "2.1"],
        ["1.91", "1.180"],
        ["1.181", "1.900"],
    ]
    assert sum(len(found[band]) for band in LATE_FOR) == len(found[Figure.LATE])


def test_years_run_from_the_oldest_document_to_the_present_one() -> None:
    older = an_action("1.1", response=replace(RESPONSE, id=2, date=date(2023, 5, 1)))
    assert years_on_offer((*document_actions(), older), TODAY) == (2023, 2024, 2025, 2026)
    assert years_on_offer(document_actions(), date(2025, 12, 31)) == (2025,)
    assert years_on_offer(document_actions(), date(2024, 1, 1)) == (2024,)
    assert years_on_offer((), TODAY) == (2026,)
