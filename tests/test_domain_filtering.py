"""Each field of the filter keeps what it asks for, and nothing else."""

from dataclasses import replace

import pytest
from builders import TODAY, document_actions

from mrdb.domain.filtering import ActionFilter
from mrdb.domain.status import Status, Urgency


def kept(chosen: ActionFilter) -> list[str]:
    return [action.number for action in chosen.keep(document_actions(), TODAY)]


def test_filter_that_asks_nothing_keeps_all() -> None:
    assert len(kept(ActionFilter())) == 15


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (ActionFilter(statuses=frozenset({Status.ONGOING})), ["3.2", "4.1", "4.2", "5.2", "5.3"]),
        (ActionFilter(urgencies=frozenset({Urgency.NO_DATE})), ["7.3"]),
        (ActionFilter(urgencies=frozenset({Urgency.SOON})), ["5.3", "7.1", "7.2", "8.1", "8.2"]),
        (ActionFilter(text="7.3"), ["7.3"]),
        (ActionFilter(statuses=frozenset({None}), urgencies=frozenset({Urgency.OVERDUE})), ["1.1", "3.1", "5.1"]),
        (ActionFilter(responses=frozenset({999})), []),
    ],
)
def test_filter_keeps_what_fits(chosen: ActionFilter, expected: list[str]) -> None:
    assert kept(chosen) == expected


def test_filter_by_recommendation_and_responsible() -> None:
    actions = document_actions()
    fourth = next(action.recommendation.id for action in actions if action.number == "4.1")
    assert kept(ActionFilter(recommendations=frozenset({fourth}))) == ["4.1", "4.2"]
    mixed = [replace(actions[0], responsibles=("Directeur beleid", "SG Klimaat")), replace(actions[1], responsibles=())]
    asked = ActionFilter(responsibles=frozenset({"SG Klimaat"}))
    assert [action.number for action in asked.keep(mixed, TODAY)] == ["1.1"]
