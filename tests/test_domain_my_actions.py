"""What somebody answers for: where each action stands among the others, and which agreements are his or hers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import CLOSED, CONTINUOUS, DOCUMENT_MOMENT, TODAY, a_milestone, a_report, an_action, due_on
from test_domain_roles import a_person, answers

from mrdb.domain.meeting import last_moments
from mrdb.domain.my_actions import Group, has_own_page, is_unreported, own_agreements, place_of
from mrdb.domain.people import Answering, Role
from mrdb.domain.response import Agreed, Agreement, Done, Moment, Prepared, StatusReport
from mrdb.domain.status import Status
from mrdb.reading.responsibles import read_responsibles

YESTERDAY, FAR = TODAY - timedelta(days=1), TODAY + timedelta(days=91)
BEFORE = a_report(Status.ONGOING, moment=DOCUMENT_MOMENT)
NOW = a_report(Status.ONGOING, moment=CLOSED)
OVER = a_report(Status.COMPLETED, "klaar", DOCUMENT_MOMENT)


@pytest.mark.parametrize(
    ("day", "reports", "last", "group", "is_waited_for"),
    [
        (YESTERDAY, [NOW], CLOSED, Group.LATE, False),
        (YESTERDAY, [BEFORE], CLOSED, Group.LATE, True),
        (TODAY, [NOW], CLOSED, Group.SOON, False),
        (FAR, [BEFORE], CLOSED, Group.UNREPORTED, True),
        (FAR, [], CLOSED, Group.UNREPORTED, True),
        (FAR, [BEFORE, NOW], CLOSED, Group.OTHER, False),
        (None, [], CLOSED, Group.UNREPORTED, True),
        (None, [], None, Group.OTHER, False),
        (YESTERDAY, [OVER], CLOSED, Group.CLOSED, False),
    ],
)
def test_my_actions_stand_by_what_asks_for_attention_first(
    day: date | None, reports: list[StatusReport], last: Moment | None, group: Group, is_waited_for: bool
) -> None:
    action = an_action("7.1", a_milestone(due_on(day) if day else CONTINUOUS), reports=reports)
    assert place_of(action, last, TODAY).group == group
    assert is_unreported(action, last) == is_waited_for


def test_what_is_prepared_is_waited_for_no_longer() -> None:
    action = an_action("7.1", a_milestone(CONTINUOUS), reports=[BEFORE])
    ready = replace(action, prepared=Prepared(Status.ONGOING, "Op voorhand.", "An", BEFORE.at))
    assert [is_unreported(one, CLOSED) for one in (action, ready)] == [True, False]


def test_my_actions_of_one_group_stand_by_their_day() -> None:
    days = [YESTERDAY, TODAY - timedelta(days=40), None, FAR]
    actions = [an_action("7.1", *([a_milestone(due_on(day))] if day else []), reports=[NOW]) for day in days]
    ordered = sorted(actions, key=lambda action: place_of(action, CLOSED, TODAY))
    assert [days[actions.index(action)] for action in ordered] == [days[1], YESTERDAY, FAR, None]


def test_last_moment_of_each_document_is_the_newest_that_covers_it() -> None:
    covered = {CLOSED.id: frozenset({1}), DOCUMENT_MOMENT.id: frozenset({1, 2})}
    assert last_moments([CLOSED, DOCUMENT_MOMENT], covered) == {1: CLOSED, 2: DOCUMENT_MOMENT}


@pytest.mark.parametrize(
    ("role", "links", "is_there"),
    [
        (Role.DIRECTOR, [], True),
        (Role.READER, [], False),
        (Role.SECRETARY, [answers("Directeur beleid")], True),
        (Role.STEERING, [answers(1)], True),
        (Role.READER, [answers("Directeur beleid", TODAY + timedelta(days=1))], False),
        (Role.READER, [answers("Directeur beleid", YESTERDAY, YESTERDAY)], False),
    ],
)
def test_my_actions_are_there_for_directors_and_who_answers_today(
    role: Role, links: list[Answering], is_there: bool
) -> None:
    assert has_own_page(a_person(role, *links), TODAY) == is_there
    assert not has_own_page(None, TODAY)


@pytest.mark.parametrize(
    ("who", "is_mine"),
    [
        ("An Peeters", True),
        ("an peeters", True),
        ("Jan Claes en An Peeters", True),
        ("Directeur beleid", True),
        ("SG, directeur beleid", True),
        ("Directeur beleid en M&O", False),
        ("Directeur", False),
        ("Anna Peeters", False),
        ("Directeur Beweging", False),
        ("", False),
    ],
)
def test_agreements_are_mine_that_name_me_or_what_i_answer_for_today(who: str, is_mine: bool) -> None:
    old = answers("Directeur Beweging", YESTERDAY, YESTERDAY)
    person = replace(a_person(Role.DIRECTOR, answers("Directeur beleid"), answers(1), old), name="An Peeters")
    open_one = Agreed(CLOSED, Agreement("belt", who, TODAY))
    done = replace(open_one, done=Done(1, "An", BEFORE.at))
    late = replace(open_one, agreement=Agreement("schrijft", who, YESTERDAY))
    action = replace(an_action("1.1"), agreements=(open_one, done, late))
    found = own_agreements(person, [action], TODAY, read_responsibles)
    assert [one.agreed for one in found] == ([late, open_one] if is_mine else [])
