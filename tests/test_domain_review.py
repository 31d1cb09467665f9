"""A document under review: what was seen, and what stays of it when the document is read again."""

from dataclasses import replace

from drafts import a_draft, a_draft_action, a_recommendation

from mrdb.domain.draft import HEAD, Doubt, DoubtKind, DraftRecommendation, Place, ReadDocument, Source
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.review import Review, carried
from mrdb.domain.status import Acceptance

TWO_ONE, TWO_TWO = Place(1, 0), Place(1, 1)
YEAR = Doubt(7, DoubtKind.YEAR_INFERRED, "tegen maart", TWO_ONE, Fact.CALENDAR)
TITLE = Doubt(5, DoubtKind.TITLE_TORN, "Maak", Place(1), Fact.TITLE)


def a_document(*parts: DraftRecommendation, starts: tuple[int, ...] = (2, 5)) -> ReadDocument:
    draft = replace(a_draft(), recommendations=parts) if parts else a_draft()
    return ReadDocument(draft, (TITLE, YEAR), Source(("",) * 9, starts))


def a_review(document: ReadDocument) -> Review:
    return Review("a", "respons.docx", document, Mending(document.draft))


def test_mending_a_field_settles_the_doubt_about_it_alone() -> None:
    review = a_review(a_document())
    mended = review.mended(review.mending.mended(TWO_ONE, calendar="maart 2027"), TWO_ONE, "calendar")
    assert mended.open_doubts == (TITLE,)
    elsewhere = review.mended(review.mending.mended(TWO_TWO, calendar="maart 2027"), TWO_TWO, "calendar")
    assert elsewhere.open_doubts == (TITLE, YEAR)


def test_what_is_left_out_has_no_doubts() -> None:
    review = a_review(a_document())
    assert replace(review, mending=review.mending.without(TWO_ONE)).open_doubts == (TITLE,)
    assert replace(review, mending=review.mending.without(Place(1))).open_doubts == ()


def test_acceptance_of_all_leaves_what_was_answered() -> None:
    unanswered = replace(a_recommendation(2, a_draft_action("2.1")), acceptance=None)
    rejected = replace(a_recommendation(1, a_draft_action("1.1")), acceptance=Acceptance.REJECTED)
    review = a_review(a_document(rejected, unanswered)).with_acceptance(Acceptance.ACCEPTED)
    assert [part.acceptance for _, part in review.mending.parts()] == [Acceptance.REJECTED, Acceptance.ACCEPTED]


def test_read_again_keeps_what_was_mended_and_takes_the_rest_anew() -> None:
    """A column turns out to be that of the responsibles."""
    old = a_document()
    mending = Mending(old.draft).mended(HEAD, subject="Water").mended(TWO_ONE, text="Doe dit").without(TWO_TWO)
    mending = mending.with_new_action(1).mended(Place(1, 2), number="2.3", text="Erbij")
    one, two = old.draft.recommendations
    renewed = replace(two, actions=tuple(replace(a, responsible="An", responsibles=("An",)) for a in two.actions))
    again = carried(old, mending, a_document(one, renewed))
    assert again.draft.subject == "Water"
    found = [(action.number, action.text, action.responsible) for action in again.draft.recommendations[1].actions]
    assert found == [("2.1", "Doe dit", "An"), ("2.2", two.actions[1].text, "An"), ("2.3", "Erbij", "")]
    assert again.left_out == {TWO_TWO}


def test_read_again_in_another_shape_loses_nothing_that_was_typed() -> None:
    """Two actions turn out to be three, and a recommendation begins elsewhere."""
    old = a_document()
    mending = Mending(old.draft).mended(TWO_ONE, text="Doe dit").mended(Place(0), title="Getypt").without(TWO_TWO)
    three = a_recommendation(2, *(a_draft_action(number) for number in ("2.1", "2.2", "2.3")))
    again = carried(old, mending, a_document(a_recommendation(1), three, starts=(3, 5)))
    texts = [[action.text for action in part.actions] for part in again.draft.recommendations]
    assert texts[1] == ["Wat actie 2.1 vraagt", "Wat actie 2.2 vraagt", "Wat actie 2.3 vraagt", "Doe dit"]
    assert [part.title for part in again.draft.recommendations] == ["Aanbeveling 1", "Aanbeveling 2", "Getypt"]
    assert again.left_out == frozenset()


def test_moved_action_takes_its_doubts_along_but_for_where_it_belongs() -> None:
    lost = Doubt(7, DoubtKind.NOT_LINKED, "Doe dit", TWO_ONE, Fact.RECOMMENDATION)
    document = a_document()
    review = a_review(replace(document, doubts=(*document.doubts, lost))).moved(TWO_ONE, 0)
    numbers = [[one.number for _, one in review.mending.actions_of(place)] for place, _ in review.mending.parts()]
    assert numbers == [["1.1", "2.1"], ["2.2"]]
    assert review.open_doubts == (TITLE, replace(YEAR, at=Place(0, 1)))
