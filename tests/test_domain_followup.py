"""The rules of follow-up: urgency around its bounds, what an edit wants, which comment counts as the last."""

from datetime import date, timedelta

import pytest
from builders import TODAY, a_report, an_action

from mrdb.domain.edit import Edit, Move, lacks
from mrdb.domain.errors import Lack
from mrdb.domain.followup import last_comment, next_deadline, number_key, urgency
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Milestone
from mrdb.domain.status import Status, Urgency


def on(days: int, kind: PeriodKind = PeriodKind.DEADLINE) -> Period:
    """A period of one day, so many days from today."""
    day = TODAY + timedelta(days=days)
    return Period(kind, day, day, Precision.DAY)


def milestones(*periods: Period | None) -> list[Milestone]:
    return [Milestone(number, "", period) for number, period in enumerate(periods)]


START = PeriodKind.START
GOES_ON = Period(PeriodKind.CONTINUOUS, None, None, None)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([on(-1)], Urgency.OVERDUE),
        ([on(0)], Urgency.SOON),
        ([on(90)], Urgency.SOON),
        ([on(91)], Urgency.LATER),
        ([on(91), on(-1)], Urgency.OVERDUE),
        ([on(8, START)], Urgency.SOON),
        ([on(400), on(8, START)], Urgency.SOON),
        ([on(-8, START)], Urgency.CONTINUOUS),
        ([on(-8, START), on(8, START)], Urgency.SOON),
        ([GOES_ON], Urgency.CONTINUOUS),
        ([GOES_ON, on(-1)], Urgency.OVERDUE),
        ([None], Urgency.NO_DATE),
        ([], Urgency.NO_DATE),
    ],
)
def test_urgency_of_an_open_action(periods: list[Period | None], expected: Urgency) -> None:
    assert urgency(an_action("7.1", *milestones(*periods)), TODAY) == expected


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.DROPPED])
def test_urgency_of_a_closed_action_is_none(status: Status) -> None:
    action = an_action("7.1", *milestones(on(-1)), reports=[a_report(status, "klaar")])
    assert urgency(action, TODAY) is None


def test_urgency_of_an_action_with_all_dates_reached_is_none() -> None:
    reached = Milestone(1, "", on(-1), reached_on=TODAY)
    assert urgency(an_action("7.1", reached), TODAY) is None
    assert next_deadline(an_action("7.1", reached)) is None


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(None, "", {}, ()), [Lack.NOTHING_ENTERED]),
        (Edit(None, "tekst", {}, ()), [Lack.STATUS]),
        (Edit(None, "", {1: TODAY}, ()), []),
        (Edit(Status.ONGOING, "", {}, ()), []),
        (Edit(Status.COMPLETED, " ", {}, ()), [Lack.COMMENT_WHEN_COMPLETED]),
        (Edit(Status.DROPPED, "", {}, ()), [Lack.REASON_WHEN_DROPPED]),
        (Edit(None, "", {}, (Move(1, None, "omdat"),)), [Lack.DATE_FOR_MOVE]),
        (Edit(None, "", {}, (Move(1, on(5), " "),)), [Lack.REASON_FOR_MOVE]),
    ],
)
def test_lacks_of_an_edit(edit: Edit, expected: list[Lack]) -> None:
    assert list(lacks(edit)) == expected


def test_last_comment_outlives_a_report_without_one() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Eerste woord"), a_report(Status.ONGOING)])
    assert last_comment(action) == "Eerste woord"
    assert last_comment(an_action("7.2")) == ""


def test_next_deadline_is_the_earliest_that_is_open() -> None:
    assert next_deadline(an_action("7.1", *milestones(on(40), on(20), on(5, START)))) == date(2026, 12, 13)


def test_numbers_sort_as_a_document_counts() -> None:
    for counted in ("1 1a 1b 2 2.1 2.9 2.10 10", "I II IV V IX X", "A B C", "R1 R2 R10"):
        keys = [number_key(number) for number in counted.split()]
        assert keys == sorted(set(keys))
