"""What of a round can be taken back, and in what order."""

from dataclasses import replace
from datetime import timedelta

from builders import AT, a_line, an_action

from mrdb.domain.facts import Fact
from mrdb.domain.rewind import gestures, standing

SEVEN, EIGHT = an_action("7.1"), an_action("8.1")
STATUS = a_line(SEVEN, Fact.STATUS, None, "ongoing")
COMMENT = a_line(SEVEN, Fact.COMMENT, None, "Loopt.")
LATER = a_line(SEVEN, Fact.COMMENT, "Loopt.", "Loopt goed.", at=AT + timedelta(minutes=3))
OTHER = a_line(EIGHT, Fact.CONFIRMED, None, None)


def test_gestures_hold_together_what_one_click_wrote_in_one_action() -> None:
    found = gestures([STATUS, COMMENT, OTHER], {})
    assert [gesture.lines for gesture in found] == [(OTHER,), (STATUS, COMMENT)]


def test_gestures_can_only_be_taken_back_from_the_last_one_of_an_action_on() -> None:
    found = gestures([LATER, OTHER, COMMENT, STATUS], {})
    assert [(gesture.lines[0], gesture.is_last) for gesture in found] == [
        (OTHER, True),
        (LATER, True),
        (STATUS, False),
    ]


def test_gestures_forget_what_was_taken_back() -> None:
    undone = replace(a_line(SEVEN, Fact.COMMENT, "Loopt goed.", "Loopt."), undoes=LATER.id)
    assert [gesture.is_last for gesture in gestures([STATUS, COMMENT, LATER, undone], {})] == [True]
    assert standing([STATUS, COMMENT, LATER, undone]) == (STATUS, COMMENT)


def test_gestures_leave_out_what_closing_wrote() -> None:
    assert gestures([a_line(EIGHT, Fact.NOT_DISCUSSED, None, None)], {}) == ()


def test_gestures_of_an_action_wait_for_the_answer_that_rests_on_them() -> None:
    answer = replace(a_line(SEVEN, Fact.REALISED, None, "yes Klaar."), action_id=None, recommendation_id=7)
    found = gestures([STATUS, answer], {SEVEN.id: 7})
    assert [(gesture.lines[0], gesture.is_last) for gesture in found] == [(answer, True), (STATUS, False)]
