"""The rules of a round: agenda order, what counts as dealt with, what may be confirmed together."""

from dataclasses import replace
from datetime import date, timedelta

from builders import AT, TODAY, a_line, a_report, an_action, document_actions

from mrdb.domain.codes import code_of
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import (
    AgendaPart,
    Arrangement,
    Outcome,
    Round,
    agenda,
    confirmable,
    coverage,
    neighbours,
    next_open,
    time_spent,
    to_realise,
)
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, Moment, Realisation
from mrdb.domain.status import Status

ROUND = Moment(9, TODAY, "", (), None, None)
FIRST = Moment(1, date(2025, 10, 13), "", (), None, None)
SECOND = Moment(2, date(2026, 5, 4), "", (), None, None)


def a_round(moment: Moment = ROUND, *, changed: str = "", confirmed: str = "", earlier: int = 1) -> Round:
    """The round of the real document; the numbers of what changed and what was confirmed stand apart by spaces."""
    actions = document_actions()
    lines = [a_line(action, Fact.COMMENT, None, "x", moment=moment) for action in named(actions, changed)]
    lines += [a_line(action, Fact.CONFIRMED, None, None, moment=moment) for action in named(actions, confirmed)]
    return Round(moment, actions, tuple(lines), (SECOND, FIRST)[2 - earlier :])


def named(actions: tuple[Action, ...], numbers: str) -> list[Action]:
    return [action for action in actions if action.number in numbers.split()]


def numbers(actions: object) -> list[str]:
    return [action.number for action in actions if isinstance(action, Action)]  # type: ignore[attr-defined]


def test_agenda_takes_what_is_late_first_and_then_what_falls_due() -> None:
    items = agenda(a_round(), TODAY)
    late = [item.action.number for item in items if item.part == AgendaPart.LATE]
    due = [item.action.number for item in items if item.part == AgendaPart.DUE]
    assert late == ["1.1", "3.1", "4.1", "4.2", "5.1"]
    assert due == ["5.3", "7.1", "7.2", "8.1", "8.2"]
    assert [item.part for item in items] == sorted((item.part for item in items), key=list(AgendaPart).index)


def test_agenda_counts_until_the_next_meeting() -> None:
    soon = Moment(9, TODAY, "", (), None, None, next_date=date(2026, 12, 7))
    assert [item for item in agenda(a_round(soon), TODAY) if item.part == AgendaPart.DUE] == []


def test_agenda_keeps_its_order_when_a_deadline_is_moved() -> None:
    round_ = a_round()
    [action] = named(round_.actions, "4.1")
    first, *others = action.milestones
    assert first.period
    later = replace(first, period=Period.due_on(date(2027, 3, 31)))
    moved = replace(action, milestones=(later, *others))
    old, new = code_of(first, Fact.PERIOD), code_of(later, Fact.PERIOD)
    line = replace(a_line(action, Fact.PERIOD, old, new, moment=ROUND), milestone_id=first.id)
    actions = tuple(moved if one == action else one for one in round_.actions)
    items = agenda(replace(round_, actions=actions, lines=(line,)), TODAY)
    assert [(item.action.number, item.part) for item in items] == [
        (item.action.number, item.part) for item in agenda(round_, TODAY)
    ]
    assert moved in [item.action for item in items]


def test_agenda_names_what_was_silent_for_two_moments() -> None:
    items = agenda(a_round(earlier=2), TODAY)
    assert [item.action.number for item in items if item.part == AgendaPart.SILENT] == ["2.1", "6.1", "7.3"]
    assert [item for item in agenda(a_round(earlier=1), TODAY) if item.part == AgendaPart.SILENT] == []


def test_agenda_calls_nothing_silent_for_the_moment_of_another_document() -> None:
    another = replace(SECOND, is_document=True)
    items = agenda(replace(a_round(), earlier=(another, FIRST)), TODAY)
    assert [item for item in items if item.part == AgendaPart.SILENT] == []


def test_coverage_counts_changed_and_confirmed_apart() -> None:
    items = agenda(a_round(changed="7.1", confirmed="4.2"), TODAY)
    assert coverage(items) == {Outcome.OPEN: 13, Outcome.CHANGED: 1, Outcome.CONFIRMED: 1}
    assert {item.action.number: item.outcome for item in items}["4.2"] == Outcome.CONFIRMED


def test_confirmable_leaves_out_what_is_due_or_dealt_with() -> None:
    assert numbers(confirmable(ROUND, agenda(a_round(changed="2.1", confirmed="6.1"), TODAY), TODAY)) == [
        "3.2",
        "5.2",
        "7.3",
    ]


def test_next_open_goes_round_and_ends() -> None:
    items = agenda(a_round(changed="3.1"), TODAY)
    by_number = {item.action.number: item.action.id for item in items}
    following = next_open(items, by_number["1.1"])
    assert following is not None
    assert following.number == "4.1"
    again = next_open(items, items[-1].action.id)
    assert again is not None
    assert again.number == "1.1"
    everything = " ".join(item.action.number for item in items)
    assert next_open(agenda(a_round(changed=everything), TODAY), None) is None


def test_agenda_lets_those_who_leave_early_go_first() -> None:
    leaving = replace(ROUND, leaving_early=("Els",))
    round_ = a_round(leaving)
    handed_on = tuple(
        replace(action, responsibles=("Jan", "Els")) if action.number in {"2.1", "8.1"} else action
        for action in round_.actions
    )
    items = agenda(replace(round_, actions=handed_on), TODAY)
    assert [(item.action.number, item.part) for item in items[:3]] == [
        ("8.1", AgendaPart.LEAVING),
        ("2.1", AgendaPart.LEAVING),
        ("1.1", AgendaPart.LATE),
    ]


def arranged(**arrangements: Arrangement) -> Round:
    """The round of the real document; ``a7_1`` stands for action 7.1."""
    round_ = a_round(changed="8.2")
    ids = {action.number: action.id for action in round_.actions}
    by_id = {ids[name[1:].replace("_", ".")]: arrangement for name, arrangement in arrangements.items()}
    return replace(round_, arranged=by_id)


def test_agenda_keeps_the_order_that_was_laid_down_and_puts_the_rest_after_it() -> None:
    round_ = arranged(a7_1=Arrangement(0, note="met de nieuwe directeur"), a6_1=Arrangement(1))
    items = agenda(round_, TODAY)
    assert [(item.action.number, item.note) for item in items[:3]] == [
        ("7.1", "met de nieuwe directeur"),
        ("6.1", ""),
        ("1.1", ""),
    ]
    assert round_.is_ordered_by_hand


def test_agenda_passes_over_what_is_skipped() -> None:
    round_ = arranged(a1_1=Arrangement(is_skipped=True), a8_2=Arrangement(is_skipped=True))
    items = agenda(round_, TODAY)
    assert (items[-1].action.number, items[-1].part) == ("1.1", AgendaPart.SKIPPED)
    assert {item.action.number: item.part for item in items}["8.2"] == AgendaPart.DUE  # it was dealt with all the same
    assert coverage(items).total() == 14
    following = next_open(items, None)
    assert following is not None
    assert following.number == "3.1"
    assert "1.1" not in numbers(confirmable(ROUND, items, TODAY))


def test_neighbours_stop_at_both_ends() -> None:
    items = agenda(a_round(changed="3.1"), TODAY)
    first, second, last = items[0].action, items[1].action, items[-1].action
    assert neighbours(items, first.id) == (None, second)
    assert neighbours(items, last.id)[1] is None


def answered(round_: Round, answer: Realisation) -> Change:
    line = a_line(round_.actions[0], Fact.REALISED, None, answer.code(), moment=round_.moment)
    return replace(line, action_id=None, recommendation_id=round_.actions[0].recommendation.id)


def test_recommendation_is_asked_about_once_all_its_actions_are_closed() -> None:
    done, open_ = a_report(Status.COMPLETED, "Klaar."), a_report(Status.ONGOING)
    both = (an_action("7.1", reports=[done]), an_action("7.2", reports=[open_]))
    assert to_realise(Round(ROUND, both, (), ())) == ()
    round_ = Round(ROUND, (both[0], an_action("7.2", reports=[done])), (), ())
    assert [recommendation.number for recommendation in to_realise(round_)] == ["7"]
    assert to_realise(replace(round_, lines=(answered(round_, Realisation(False, "x")),))) == ()


def test_recommendation_that_was_not_realised_is_asked_about_at_the_next_moment() -> None:
    done = an_action("7.1", reports=[a_report(Status.COMPLETED, "Klaar.")])

    def asked(is_realised: bool) -> int:
        recommendation = replace(done.recommendation, realisation=Realisation(is_realised, "x"))
        return len(to_realise(Round(ROUND, (replace(done, recommendation=recommendation),), (), ())))

    assert (asked(False), asked(True)) == (1, 0)


def test_recommendation_that_was_realised_is_asked_about_when_an_action_opens_again() -> None:
    open_ = an_action("7.1", reports=[a_report(Status.ONGOING)])
    realised = replace(open_.recommendation, realisation=Realisation(True, "x"))
    assert to_realise(Round(ROUND, (replace(open_, recommendation=realised),), (), ())) == (realised,)


def test_time_spent_leaves_out_the_days_between() -> None:
    action = an_action()

    def line(minutes: int) -> Change:
        return a_line(action, Fact.COMMENT, None, "x", at=AT + timedelta(minutes=minutes))

    lines = [line(0), line(4), line(4), line(3000), line(3010)]
    assert time_spent(lines, AT + timedelta(minutes=3012)) == timedelta(minutes=16)
    assert time_spent([], AT) == timedelta()
