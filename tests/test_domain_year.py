"""The figures of a year: what falls in it, who closed in it, and what stood late at its end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from builders import (
    AUTUMN_2025,
    CONTINUOUS,
    DECEMBER_2026,
    RESPONSE,
    TODAY,
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
from mrdb.domain.response import Action, Change, Moment, StatusReport
from mrdb.domain.status import Status, Urgency
from mrdb.domain.year import Figure, YearFigures, year_figures, years_on_offer

JUNE = due_in_month(2026, 6)
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
    assert numbers(running.due) == ["4.1", "5.3", "7.1", "7.2", "8.1", "8.2"]
    assert numbers(over.due) == ["1.1", "3.1", "4.1", "4.2", "5.1"]
    assert numbers(running.late) == ["1.1", "3.1", "4.1", "4.2", "5.1"]
    assert (running.closed, running.closed_of_due, running.moved, running.closure_rate) == ((), (), (), 0)


def test_year_that_runs_is_late_as_the_overview_says() -> None:
    for actions in (document_actions(), with_everything()):
        overdue = tuple(action for action in actions if urgency(action, TODAY) == Urgency.OVERDUE)
        assert overdue
        assert figures(*actions).late == overdue


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
    assert figures(action).due == (action,)
    assert figures(action, year=2025).due == ()


def test_year_has_no_closure_rate_where_nothing_is_due() -> None:
    action = an_action("1.1", a_milestone(CONTINUOUS), reports=said((TODAY, Status.COMPLETED)))
    assert figures(action).closure_rate is None
    assert figures(action).closed == (action,)


def test_year_closure_rate_leaves_out_what_is_not_due_yet() -> None:
    done = said((TODAY, Status.COMPLETED))
    due, later = a_milestone(due_on(date(2026, 3, 1))), a_milestone(due_on(date(2027, 3, 1)))
    found = figures(an_action("1.1", due, reports=done), an_action("1.2", due), an_action("1.3", later, reports=done))
    assert found.closure_rate == 0.5
    assert numbers(found.closed) == ["1.1", "1.3"]


def test_year_closed_earlier_counts_for_the_rate_but_not_as_closed_in_the_year() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026), reports=said((date(2025, 11, 1), Status.COMPLETED)))
    found = figures(action)
    assert (found.closed, found.closed_of_due) == ((), (action,))


@pytest.mark.parametrize(
    ("steps", "closed_in"),
    [
        ([(2025, Status.COMPLETED)], [2025]),
        ([(2025, Status.COMPLETED), (2026, Status.DROPPED)], [2025]),
        ([(2025, Status.COMPLETED), (2026, Status.COMPLETED)], [2025]),
        ([(2024, Status.COMPLETED), (2025, Status.ONGOING), (2026, Status.COMPLETED)], [2024, 2026]),
        ([(2025, Status.NOT_STARTED), (2026, Status.DROPPED)], [2026]),
        ([(2025, Status.COMPLETED), (2026, Status.ONGOING)], [2025]),
    ],
)
def test_year_closes_an_action_where_its_last_run_of_closed_reports_begins(
    steps: list[tuple[int, Status]], closed_in: list[int]
) -> None:
    action = an_action("1.1", reports=said(*((date(year, 6, 1), status) for year, status in steps)))
    assert [year for year in (2024, 2025, 2026) if figures(action, year=year).closed] == closed_in


def test_year_that_is_over_does_not_know_what_was_reported_or_reached_later() -> None:
    action = an_action(
        "1.1",
        a_milestone(due_on(date(2025, 6, 1)), reached_on=date(2026, 1, 5)),
        reports=said((date(2025, 11, 1), Status.ONGOING), (date(2026, 1, 5), Status.COMPLETED)),
    )
    found = figures(action, year=2025)
    assert (numbers(found.late), found.closed_of_due) == (["1.1"], ())
    assert found.late[0].reports == action.reports[:1]
    assert figures(action).late == ()


def test_year_deadline_is_late_from_the_day_after() -> None:
    last_day = an_action("1.1", a_milestone(due_on(date(2026, 12, 31))))
    assert figures(last_day, today=date(2026, 12, 31)).late == ()
    assert numbers(figures(last_day, today=JANUARY_2027).late) == ["1.1"]


def test_year_of_a_move_is_that_of_its_moment() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    written_late = a_move(action, AUTUMN_2025, DECEMBER_2026, moment=a_moment(date(2025, 12, 20)))
    assert figures(action, changes=[written_late], year=2025).moved == (action,)
    assert figures(action, changes=[written_late]).moved == ()


def test_year_of_a_move_outside_a_moment_is_that_of_brussels() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    new_year = a_move(action, AUTUMN_2025, DECEMBER_2026, at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
    assert figures(action, changes=[new_year]).moved == (action,)


def test_year_does_not_count_a_move_that_was_taken_back() -> None:
    action = an_action("1.1", a_milestone(AUTUMN_2025))
    move = a_move(action, AUTUMN_2025, DECEMBER_2026)
    taken_back = replace(a_move(action, DECEMBER_2026, AUTUMN_2025), id=2, undoes=move.id)
    assert figures(action, changes=[taken_back, move]).moved == ()


def test_year_counts_an_action_that_moved_twice_once() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    moves = [a_move(action, AUTUMN_2025, JUNE), replace(a_move(action, JUNE, DECEMBER_2026), id=2)]
    assert figures(action, changes=moves).moved == (action,)
    back = [moves[0], replace(a_move(action, JUNE, AUTUMN_2025), id=2)]
    assert figures(action, changes=back).moved == ()


def test_year_does_not_take_every_change_for_a_move() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026))
    more_exact = replace(DECEMBER_2026, first=date(2026, 12, 31), precision=Precision.DAY)
    changes = [
        a_move(action, None, DECEMBER_2026),
        a_move(action, DECEMBER_2026, None),
        a_move(action, DECEMBER_2026, more_exact),
        a_move(action, AUTUMN_2025, DECEMBER_2026, fact=Fact.COMMENT),
    ]
    assert figures(action, changes=changes).moved == ()


def test_year_moved_deadline_is_due_in_the_year_it_moved_to() -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026, first_period=AUTUMN_2025))
    assert (figures(action, year=2025).due, figures(action).due) == ((), (action,))


def test_year_every_figure_has_its_own_list() -> None:
    found = YearFigures(2026, TODAY, TODAY, *[(an_action(f"{n}.1"),) for n in range(1, 6)])
    assert [numbers(found.behind(figure)) for figure in Figure] == [["1.1"], ["2.1"], ["3.1"], ["4.1"], ["5.1"]]


def test_years_run_from_the_oldest_document_to_the_present_one() -> None:
    older = an_action("1.1", response=replace(RESPONSE, id=2, date=date(2023, 5, 1)))
    assert years_on_offer((*document_actions(), older), TODAY) == (2023, 2024, 2025, 2026)
    assert years_on_offer(document_actions(), date(2025, 12, 31)) == (2025,)
    assert years_on_offer(document_actions(), date(2024, 1, 1)) == (2024,)
    assert years_on_offer((), TODAY) == (2026,)
