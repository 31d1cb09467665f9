"""What is worked out once for all: of the very same thing, and never of one that may say something else by now."""

from datetime import date, timedelta

from builders import an_action
from drafts import TODAY

from mrdb.domain.followup import count_actions
from mrdb.domain.once import KEPT, once


def test_the_same_actions_are_counted_once_a_day() -> None:
    known = (an_action("7.1"), an_action("7.2"))
    counted = count_actions(known, TODAY)
    assert count_actions(known, TODAY) is counted
    assert count_actions(known, TODAY + timedelta(days=1)) is not counted
    assert count_actions((*known, an_action("8.1")), TODAY).total == 3


def test_a_list_that_grew_is_counted_again() -> None:
    known = [an_action("7.1")]
    assert count_actions(known, TODAY).total == 1
    known.append(an_action("7.2"))
    assert count_actions(known, TODAY).total == 2


def test_only_the_newest_answers_are_kept() -> None:
    asked: list[date] = []

    @once
    def tell(_: tuple[int, ...], day: date) -> date:
        asked.append(day)
        return day

    known, days = (1, 2), [TODAY + timedelta(days=n) for n in range(KEPT + 1)]
    for day in [*days, *days]:
        assert tell(known, day) == day
    assert asked == [*days, *days]
