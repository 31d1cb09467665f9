"""What is read of the shapes that other organisations use, against the truth beside each document."""

from shapes import SHAPES
from shapes.score import scored, table

LEAST_EXACT = 99
"""Percent of all fields."""


def test_what_stands_there_is_read_and_what_is_not_is_doubted() -> None:
    scores = [scored(one) for one in SHAPES]
    print("\n".join(table(scores)))
    exact = 100 * sum(one.exact for one in scores) / sum(one.total for one in scores)
    assert not [(one.shape.file, one.refused) for one in scores if one.refused]
    assert not [(one.shape.file, field.at, field.name) for one in scores for field in one.wrong]
    assert not {one.shape.file: one.lost for one in scores if one.lost}
    assert exact >= LEAST_EXACT


def test_there_are_documents_of_every_kind() -> None:
    languages = [one.language for one in SHAPES]
    assert len({one.name for one in SHAPES}) >= 20
    assert min(languages.count(one) for one in ("nl", "en", "fr")) >= 3
    assert sum(one.suffix == "pdf" for one in SHAPES) >= 4
