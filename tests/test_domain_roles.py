"""Who may do what, by role: the table that the pages and the store ask."""

from dataclasses import replace
from datetime import date

import pytest
from builders import RESPONSE, an_action

from mrdb.domain.people import Answering, Person, Role
from mrdb.domain.roles import Right, may, may_edit

TODAY = date(2026, 11, 23)
MINE, OTHER = replace(an_action("1.1"), responsibles=("Directeur beleid",)), an_action("2.1")
ALL = set(Right)


def a_person(role: Role, *answers: Answering) -> Person:
    return Person(1, "An", "an@example.org", role, None, is_withdrawn=False, seen_at=None, answers=answers)


def answers(about: str | int, first: date = TODAY, last: date | None = None) -> Answering:
    return Answering(1, about, first, last)


@pytest.mark.parametrize(
    ("role", "rights"),
    [(Role.SECRETARY, ALL), (Role.DIRECTOR, {Right.READ_INTERNAL}), (Role.STEERING, set()), (Role.READER, set())],
)
def test_roles_tell_what_one_may(role: Role, rights: set[Right]) -> None:
    person = a_person(role)
    assert {right for right in Right if may(person, right)} == rights
    assert not any(may(replace(person, is_withdrawn=True), right) for right in Right)


@pytest.mark.parametrize("is_round_open", [True, False])
@pytest.mark.parametrize(
    ("role", "in_round", "between"),
    [
        (Role.SECRETARY, {"mine", "other"}, {"mine", "other"}),
        (Role.DIRECTOR, {"mine"}, {"mine"}),
        (Role.STEERING, {"mine"}, set()),
        (Role.READER, set(), set()),
    ],
)
def test_roles_tell_which_actions_one_may_edit(
    role: Role, in_round: set[str], between: set[str], is_round_open: bool
) -> None:
    person = a_person(role, answers("Directeur beleid"))
    actions = {"mine": MINE, "other": OTHER}

    def edited(by: Person) -> set[str]:
        return {name for name, one in actions.items() if may_edit(by, one, TODAY, is_round_open=is_round_open)}

    assert edited(person) == (in_round if is_round_open else between)
    assert edited(replace(person, is_withdrawn=True)) == set()


@pytest.mark.parametrize(
    ("answering", "is_mine"),
    [
        (answers("Directeur beleid", date(2026, 1, 1)), True),
        (answers("Directeur beleid", last=TODAY), True),
        (answers("Directeur beleid", date(2026, 11, 24)), False),
        (answers("Directeur beleid", date(2026, 1, 1), date(2026, 11, 22)), False),
        (answers("directeur beleid"), False),
        (answers(RESPONSE.id), True),
        (answers(RESPONSE.id + 1), False),
    ],
)
def test_one_answers_for_a_responsible_or_a_whole_document_between_two_days(
    answering: Answering, is_mine: bool
) -> None:
    assert may_edit(a_person(Role.DIRECTOR, answering), MINE, TODAY, is_round_open=True) == is_mine


def test_where_nobody_signs_in_everybody_may_everything() -> None:
    assert all(may(None, right) for right in Right)
    assert may_edit(None, OTHER, TODAY, is_round_open=False)
