"""The rules by which a secretary arranges an agenda: a table goes out, and comes back with other cells."""

from dataclasses import replace

import pytest
from builders import TODAY, a_line, document_actions

from mrdb.domain.agenda import Arranged, agenda_table, automatic, clashes, on_top, rearranged
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


def edited(table: Arranged, number: str, **cells: object) -> Arranged:
    return {**table, ID[number]: replace(table[ID[number]], **cells)}


def edit(round_: Round, number: str, *, seen: Arranged | None = None, **cells: object) -> Arranged:
    """What becomes of the round's arrangement when one row comes back with other cells."""
    seen = seen or agenda_table(round_, TODAY)
    return rearranged(round_, seen, edited(seen, number, **cells), TODAY)


def places(**places: int) -> Arranged:
    """The automatic table with other places, counted from 1; ``_8_2=1`` for action 8.2."""
    table = agenda_table(a_round(), TODAY)
    for name, place in places.items():
        table = edited(table, name.strip("_").replace("_", "."), place=place - 1)
    return table


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"_8_2": 2}, "1.1 8.2 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3"),
        ({"_1_1": 2}, "3.1 1.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3"),
        ({"_4_1": 15}, "1.1 3.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3 4.1"),
        ({"_7_3": 1, "_1_1": 15}, "7.3 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 1.1"),
        ({"_7_3": 2, "_8_2": 2}, "1.1 8.2 7.3 3.1 4.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1"),
        ({"_4_1": 99}, "1.1 3.1 4.2 5.1 5.3 7.1 7.2 8.1 8.2 2.1 3.2 5.2 6.1 7.3 4.1"),
    ],
)
def test_place_that_was_typed_is_the_place_and_the_others_keep_their_order(
    wanted: dict[str, int], expected: str
) -> None:
    assert order(rearranged(a_round(), agenda_table(a_round(), TODAY), places(**wanted), TODAY)) == expected


def test_table_that_comes_back_as_it_went_lays_nothing_down() -> None:
    arranged = {ID["3.1"]: Arrangement(note="eerst")}
    seen = agenda_table(a_round(arranged), TODAY)
    assert a_round(rearranged(a_round(arranged), seen, seen, TODAY)).is_ordered_by_hand is False
    assert order(rearranged(a_round(arranged), seen, seen, TODAY)) == AUTOMATIC


def test_skip_and_note_do_not_freeze_the_order() -> None:
    arranged = edit(a_round(edit(a_round(), "1.1", is_skipped=True)), "2.1", note="  met de\n nieuwe directeur ")
    assert arranged[ID["1.1"]] == Arrangement(is_skipped=True)
    assert arranged[ID["2.1"]] == Arrangement(note="met de nieuwe directeur")
    assert not a_round(arranged).is_ordered_by_hand


def test_place_keeps_skips_and_notes() -> None:
    arranged = edit(a_round(edit(a_round(), "8.2", note="met de directeur")), "4.1", is_skipped=True)
    after = edit(a_round(arranged), "8.2", place=0)
    assert after[ID["8.2"]] == Arrangement(0, note="met de directeur")
    assert order(after) == "8.2 1.1 3.1 4.2 5.1 5.3 7.1 7.2 8.1 2.1 3.2 5.2 6.1 7.3 4.1"


def test_skipped_action_keeps_its_row_and_comes_back_where_it_was() -> None:
    without = edit(a_round(edit(a_round(), "8.2", place=0)), "3.1", is_skipped=True)
    assert order(without).endswith("7.3 3.1")
    assert list(agenda_table(a_round(without), TODAY))[:3] == [ID["8.2"], ID["1.1"], ID["3.1"]]
    moved_on = edit(a_round(without), "7.3", place=1)
    assert order(edit(a_round(moved_on), "3.1", is_skipped=False)).startswith("8.2 7.3 1.1 3.1 4.1")


def test_skip_comes_too_late_for_what_was_dealt_with() -> None:
    assert edit(a_round(confirmed="1.1"), "1.1", is_skipped=True)[ID["1.1"]] == Arrangement()


def test_what_two_people_arrange_in_different_cells_is_all_kept() -> None:
    seen = agenda_table(a_round(), TODAY)
    first = a_round(edit(a_round(edit(a_round(), "8.2", place=0)), "3.1", note="van Bert"))
    wanted = edited(edited(seen, "3.1", is_skipped=True), "1.1", note="van An")
    assert clashes(agenda_table(first, TODAY), seen, wanted) == []
    after = rearranged(first, seen, wanted, TODAY)
    assert after[ID["3.1"]] == Arrangement(2, is_skipped=True, note="van Bert")
    assert after[ID["1.1"]].note == "van An"
    assert order(after).startswith("8.2 1.1 4.1")


@pytest.mark.parametrize("cells", [{"note": "van An"}, {"place": 4}])
def test_cell_that_two_people_changed_is_a_clash(cells: dict[str, object]) -> None:
    seen = agenda_table(a_round(), TODAY)
    now = agenda_table(a_round(edit(a_round(edit(a_round(), "3.1", place=0)), "3.1", note="van Bert")), TODAY)
    assert clashes(now, seen, edited(seen, "3.1", **cells)) == [ID["3.1"]]
    assert on_top(now, seen, edited(seen, "3.1", **cells))[ID["3.1"]] == replace(now[ID["3.1"]], **cells)


def test_action_that_came_meanwhile_stays_as_it_is() -> None:
    seen = agenda_table(a_round(), TODAY)
    earlier = {id_: one for id_, one in seen.items() if id_ != ID["7.3"]}
    after = rearranged(a_round(), earlier, {**earlier, ID["1.1"]: Arrangement(0, note="eerst")}, TODAY)
    assert after[ID["7.3"]] == Arrangement()


def test_automatic_order_comes_back_and_keeps_skips_and_notes() -> None:
    by_hand = a_round(edit(a_round(), "8.2", place=0))
    arranged = edit(a_round(edit(by_hand, "3.1", note="eerst")), "7.3", is_skipped=True)
    after = automatic(a_round(arranged))
    assert order(after) == AUTOMATIC
    assert after[ID["3.1"]] == Arrangement(note="eerst")
    assert after[ID["7.3"]] == Arrangement(is_skipped=True)
    assert not a_round(after).is_ordered_by_hand
