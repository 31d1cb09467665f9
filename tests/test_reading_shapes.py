"""What is read of the shapes that other organisations use, against the truth beside each document."""

import pytest
from shapes import SHAPES
from shapes.score import Score, scored, table

LEAST_EXACT = 97
"""Percent of all fields."""
MOST_WRONG, MOST_LOST, MOST_REFUSED = 0, 0, 0
"""Fields wrong without a doubt, words lost, documents refused."""


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [scored(one) for one in SHAPES]


def test_most_of_what_stands_there_is_read_and_what_is_not_is_doubted(scores: list[Score]) -> None:
    print("\n".join(table(scores)))
    exact = 100 * sum(one.exact for one in scores) / sum(one.total for one in scores)
    wrong = [(one.shape.file, field.at, field.name) for one in scores for field in one.wrong]
    lost = {one.shape.file: one.lost for one in scores if one.lost}
    refused = [(one.shape.file, one.refused) for one in scores if one.refused]
    assert exact >= LEAST_EXACT
    assert len(wrong) <= MOST_WRONG, wrong
    assert sum(one.total() for one in lost.values()) <= MOST_LOST, lost
    assert len(refused) <= MOST_REFUSED, refused


def test_there_are_documents_of_every_kind() -> None:
    languages = [one.language for one in SHAPES]
    assert len({one.name for one in SHAPES}) >= 20
    assert min(languages.count(one) for one in ("nl", "en", "fr")) >= 3
    assert sum(one.suffix == "pdf" for one in SHAPES) >= 4
