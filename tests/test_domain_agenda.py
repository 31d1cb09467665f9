"""The rules by which a secretary arranges an agenda: one gesture changes one thing."""

from dataclasses import replace

import pytest
from builders import TODAY, a_line, document_actions

from mrdb.domain.agenda import Arranged, automatic, moved, noted, skipped
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import Arrangement, Round, agenda
from mrdb.domain.response import Moment

MOMENT = Moment(9, TODAY, "", (), None, None)
ACTIONS = document_actions()
ID = {action.number: action.id for action in ACTIONS}
AUTOMATIC = "1.1 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3"


def a_round(arranged: Arranged | None = None, *, confirmed: str = "") -> Round:
    lines = [a_line(action, Fact.CONFIRMED, None, None, moment=MOMENT) for action in ACTIONS]
    dealt_with = tuple(line for line, action in zip(lines, ACTIONS, strict=True) if action.number in confirmed.split())
    return Round(MOMENT, ACTIONS, dealt_with, (), arranged or {})


def order(arranged: Arranged) -> str:
    return " ".join(item.action.number for item in agenda(a_round(arranged), TODAY))


def move(round_: Round, number: str, before: str | None) -> Arranged:
    return moved(round_, ID[number], ID[before] if before else None, TODAY)


@pytest.mark.parametrize(
    ("number", "before", "expected"),
    [
        ("8.2", "3.1", "1.1 8.2 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3"),
        ("1.1", "4.1", "3.1 1.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3"),
        ("7.1", "1.1", "7.1 1.1 3.1 4.1 4.2 5.1 5.3 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3"),
        ("4.1", None, "1.1 3.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3 4.1"),
    ],
)
def test_move_puts_one_action_before_another_and_leaves_the_others(number: str, before: str, expected: str) -> None:
    assert order(move(a_round(), number, before)) == expected


def test_move_of_two_people_keeps_both() -> None:
    first = move(a_round(), "8.2", "1.1")
    assert order(move(a_round(first), "7.3", "4.1")).startswith("8.2 1.1 3.1 7.3 4.1 4.2")


@pytest.mark.parametrize(("number", "before"), [("3.1", "3.1"), ("3.1", "4.1"), ("7.3", None)])
def test_move_to_its_own_place_lays_down_no_order(number: str, before: str | None) -> None:
    arranged = noted(a_round(), ID["3.1"], "eerst")
    assert move(a_round(arranged), number, before) == arranged


def test_move_of_or_to_what_is_not_on_the_agenda_changes_nothing() -> None:
    assert moved(a_round(), -1, ID["1.1"], TODAY) == {}
    assert moved(a_round(), ID["3.1"], -1, TODAY) == {}
    assert move(a_round(skipped(a_round(), ID["5.1"], True)), "5.1", "1.1") == {ID["5.1"]: Arrangement(is_skipped=True)}


def test_move_keeps_skips_and_notes() -> None:
    arranged = skipped(a_round(noted(a_round(), ID["8.2"], "met de directeur")), ID["4.1"], True)
    after = move(a_round(arranged), "8.2", "1.1")
    assert after[ID["8.2"]] == Arrangement(0, note="met de directeur")
    assert order(after) == "8.2 1.1 3.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3 4.1"


def test_skipped_action_comes_back_where_it_was() -> None:
    by_hand = move(a_round(), "8.2", "1.1")
    without = skipped(a_round(by_hand), ID["3.1"], True)
    assert order(without).endswith("7.3 3.1")
    moved_on = move(a_round(without), "7.3", "1.1")
    assert order(skipped(a_round(moved_on), ID["3.1"], False)).startswith("8.2 7.3 1.1 3.1 4.1")


def test_skip_and_note_do_not_freeze_the_order() -> None:
    arranged = noted(a_round(skipped(a_round(), ID["1.1"], True)), ID["2.1"], "  met de\n nieuwe directeur ")
    assert arranged == {ID["1.1"]: Arrangement(is_skipped=True), ID["2.1"]: Arrangement(note="met de nieuwe directeur")}
    assert not a_round(arranged).is_ordered_by_hand


def test_skip_comes_too_late_for_what_was_dealt_with() -> None:
    assert skipped(a_round(confirmed="1.1"), ID["1.1"], True) == {}


def test_note_changes_only_that_note() -> None:
    before = noted(a_round(move(a_round(), "8.2", "1.1")), ID["8.2"], "oud")
    after = noted(a_round(before), ID["8.2"], "nieuw")
    assert {id_: one for id_, one in after.items() if one != before[id_]} == {ID["8.2"]: Arrangement(0, note="nieuw")}


def test_note_of_an_action_of_another_document_is_not_kept() -> None:
    assert noted(a_round(), -1, "x") == {}
    assert skipped(a_round(), -1, True) == {}


def test_automatic_order_comes_back_and_keeps_skips_and_notes() -> None:
    arranged = skipped(a_round(noted(a_round(move(a_round(), "8.2", "1.1")), ID["3.1"], "eerst")), ID["7.3"], True)
    after = automatic(a_round(arranged))
    assert order(after) == AUTOMATIC
    assert after[ID["3.1"]] == Arrangement(note="eerst")
    assert after[ID["7.3"]] == Arrangement(is_skipped=True)
    assert not a_round(after).is_ordered_by_hand


def test_rules_leave_the_round_as_it_was() -> None:
    round_ = a_round({ID["3.1"]: Arrangement(note="eerst")})
    copy = replace(round_, arranged=dict(round_.arranged))
    moved(round_, ID["8.2"], ID["1.1"], TODAY)
    noted(round_, ID["3.1"], "laatst")
    skipped(round_, ID["3.1"], True)
    automatic(round_)
    assert round_ == copy
