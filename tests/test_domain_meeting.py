"""The rules of a round: agenda order, what counts as dealt with, what may be confirmed together."""

from datetime import date

from builders import TODAY, a_line, document_actions

from mrdb.domain.meeting import AgendaPart, Outcome, Round, agenda, confirmable, coverage, next_open
from mrdb.domain.response import Action, ChangedField, Moment

ROUND = Moment(9, TODAY, "", "", None, None)
FIRST = Moment(1, date(2025, 10, 13), "", "", None, None)
SECOND = Moment(2, date(2026, 5, 4), "", "", None, None)


def a_round(moment: Moment = ROUND, *, changed: str = "", confirmed: str = "", earlier: int = 1) -> Round:
    """The round of the real document; the numbers of what changed and what was confirmed stand apart by spaces."""
    actions = document_actions()
    lines = [a_line(action, ChangedField.COMMENT, None, "x", moment=moment) for action in named(actions, changed)]
    lines += [a_line(action, ChangedField.CONFIRMED, None, None, moment=moment) for action in named(actions, confirmed)]
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
    soon = Moment(9, TODAY, "", "", None, None, next_date=date(2026, 12, 7))
    assert [item for item in agenda(a_round(soon), TODAY) if item.part == AgendaPart.DUE] == []


def test_agenda_names_what_was_silent_for_two_moments() -> None:
    items = agenda(a_round(earlier=2), TODAY)
    assert [item.action.number for item in items if item.part == AgendaPart.SILENT] == ["2.1", "6.1", "7.3"]
    assert [item for item in agenda(a_round(earlier=1), TODAY) if item.part == AgendaPart.SILENT] == []


def test_coverage_counts_changed_and_confirmed_apart() -> None:
    items = agenda(a_round(changed="7.1", confirmed="4.2"), TODAY)
    state = coverage(items)
    assert (state.total, state.changed, state.confirmed, state.done) == (15, 1, 1, 2)
    assert {item.action.number: item.outcome for item in items}["4.2"] == Outcome.CONFIRMED


def test_confirmable_leaves_out_what_is_due_or_dealt_with() -> None:
    items = agenda(a_round(changed="2.1", confirmed="6.1"), TODAY)
    assert numbers(confirmable(items)) == ["3.2", "5.2", "7.3"]


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
