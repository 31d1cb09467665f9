"""A draft while it is mended: parts keep their places, and what still stands in the way is named with its place."""

from dataclasses import replace

import pytest
from drafts import TODAY, a_draft

from mrdb.domain.draft import HEAD, Place, Source
from mrdb.domain.errors import Lack
from mrdb.domain.mending import Mending, draft_lacks, lines_of, part_at
from mrdb.domain.status import Acceptance, Status

FIRST, SECOND = Place(0), Place(1)
SOURCE = Source(tuple(f"regel {number}" for number in range(1, 21)), starts=(5, 12))


def kinds(mending: Mending) -> list[tuple[Lack, Place]]:
    return [(lack, place) for place, lack in draft_lacks(mending, TODAY)]


def test_draft_that_lacks_nothing_can_be_stored_as_it_is() -> None:
    assert kinds(Mending(a_draft())) == []
    assert Mending(a_draft()).kept() == a_draft()


def test_mending_changes_one_field_of_one_part() -> None:
    mending = (
        Mending(a_draft()).mended(HEAD, subject="Water").mended(SECOND, title="Nieuw").mended(Place(1, 0), text="X")
    )
    assert mending.draft.subject == "Water"
    assert [part.title for part in mending.draft.recommendations] == ["Aanbeveling 1", "Nieuw"]
    assert [action.text for action in mending.draft.recommendations[1].actions] == ["X", "Wat actie 2.2 vraagt"]


def test_mending_left_out_parts_keep_the_places_of_the_others() -> None:
    mending = Mending(a_draft()).without(Place(1, 0)).mended(Place(1, 1), number="2.9")
    assert [action.number for action in mending.kept().recommendations[1].actions] == ["2.9"]
    assert mending.again_with(Place(1, 0)).kept().recommendations[1].actions[0].number == "2.1"


def test_mending_recommendation_goes_out_with_its_actions() -> None:
    kept = Mending(a_draft()).without(SECOND).kept()
    assert [part.number for part in kept.recommendations] == ["1"]
    assert kinds(Mending(a_draft()).without(FIRST).without(SECOND)) == [(Lack.NO_ACTIONS, HEAD)]


def test_mending_added_action_comes_last_and_wants_number_and_text() -> None:
    mending = Mending(a_draft()).with_new_action(0)
    assert kinds(mending) == [(Lack.NUMBER, Place(0, 1)), (Lack.TEXT, Place(0, 1))]


@pytest.mark.parametrize(
    ("place", "fields", "lack"),
    [
        (HEAD, {"subject": " "}, Lack.SUBJECT),
        (HEAD, {"date": TODAY.replace(year=2062)}, Lack.DATE_AHEAD),
        (FIRST, {"title": ""}, Lack.PART_TITLE),
        (FIRST, {"acceptance": Acceptance.REJECTED}, Lack.REASON_WHEN_NOT_ACCEPTED),
        (FIRST, {"acceptance": Acceptance.PARTIALLY_ACCEPTED}, Lack.REASON_WHEN_NOT_ACCEPTED),
        (Place(1, 0), {"number": "2" * 33}, Lack.NUMBER_TOO_LONG),
        (Place(1, 0), {"text": ""}, Lack.TEXT),
        (Place(1, 0), {"comment": "Loopt."}, Lack.STATUS_FOR_COMMENT),
        (Place(1, 0), {"status": Status.COMPLETED}, Lack.COMMENT_WHEN_COMPLETED),
        (Place(1, 0), {"status": Status.DROPPED}, Lack.REASON_WHEN_DROPPED),
    ],
)
def test_draft_lacks_are_named_with_their_place(place: Place, fields: dict[str, object], lack: Lack) -> None:
    assert kinds(Mending(a_draft()).mended(place, **fields)) == [(lack, place)]


def test_draft_lacks_name_both_of_one_number() -> None:
    mending = Mending(a_draft()).mended(Place(1, 0), number="1.1").mended(SECOND, number="1")
    assert kinds(mending) == [
        (Lack.PART_NUMBER_TWICE, FIRST),
        (Lack.NUMBER_TWICE, Place(0, 0)),
        (Lack.PART_NUMBER_TWICE, SECOND),
        (Lack.NUMBER_TWICE, Place(1, 0)),
    ]
    assert kinds(mending.without(SECOND)) == []


def test_source_line_belongs_to_the_recommendation_that_began_last() -> None:
    assert [part_at(SOURCE, line) for line in (1, 4, 5, 11, 12, 20)] == [None, None, 0, 0, 1, 1]
    assert [lines_of(SOURCE, part) for part in (None, 0, 1)] == [range(1, 5), range(5, 12), range(12, 21)]


def test_source_without_recommendations_is_all_head() -> None:
    assert lines_of(replace(SOURCE, starts=()), None) == range(1, 21)
    assert part_at(replace(SOURCE, starts=()), 7) is None
