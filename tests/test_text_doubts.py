"""What the review says of a doubt: which field, the words, and what became of them."""

from dataclasses import replace

from drafts import DECEMBER, a_draft, a_draft_action, a_recommendation

from mrdb.domain.draft import HEAD, Doubt, DoubtKind, DraftMilestone, Place, ReadColumn, ReadDocument, Source
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.review import Review
from mrdb.domain.status import Status
from mrdb.text.doubts import about, examples, outcome, quoted

ACTION = a_draft_action("2.1", DraftMilestone("Ontwerp", DECEMBER), status=Status.ONGOING, comment="Bezig.")
PARTS = (a_recommendation(1), a_recommendation(2, ACTION, a_draft_action("2.2")))
DOCUMENT = ReadDocument(
    replace(a_draft(), recommendations=PARTS), (), Source(("",) * 9, (2, 5), (1, 1, 1, 2, 2, 2, 3, 3, 3))
)
REVIEW = Review("a", "respons.pdf", DOCUMENT, Mending(DOCUMENT.draft))
FIRST, SECOND = Place(1, 0), Place(1, 1)


def said(kind: DoubtKind, found: str = "", at: Place | None = None, fact: Fact | None = None) -> str:
    doubt = Doubt(7, kind, found, at, fact)
    return " ".join((about(REVIEW, doubt), quoted(REVIEW.mending, doubt), outcome(REVIEW.mending, doubt))).strip()


def test_doubt_says_which_field_it_is_about_and_what_was_done() -> None:
    answer = said(DoubtKind.MISSING_FIELD, "AANBEVELING 1", Place(0), Fact.ANSWER)
    assert answer == "Aanbeveling 1, antwoord van het management"
    assert said(DoubtKind.MISSING_FIELD, "DOC. NR", HEAD, Fact.DOCUMENT_NUMBER) == "Kop, doc. nr."
    assert said(DoubtKind.MISSING_FIELD, "AANBEVELING 1", Place(0)) == "Aanbeveling 1, acties"
    year = said(DoubtKind.YEAR_INFERRED, "dec", FIRST, Fact.CALENDAR)
    assert year == "Actie 2.1, kalender ‘dec’ gelezen als dec 2026"
    assert said(DoubtKind.DATE_NOT_READ, "ooit", SECOND, Fact.CALENDAR) == "Actie 2.2, kalender ‘ooit’ geen termijn"
    status = said(DoubtKind.STATUS_NOT_KNOWN, "op schema", FIRST, Fact.STATUS)
    assert status == "Actie 2.1, stvz ‘op schema’ gelezen als Lopende"
    number = said(DoubtKind.NUMBER_GIVEN, "a | b | c", FIRST, Fact.NUMBER)
    assert number == "Actie 2.1, nr ‘Wat actie 2.1 vraagt’ nummer 2.1"
    day = said(DoubtKind.COLUMN_GUESSED, "Brussel, 13 oktober 2025", HEAD)
    assert day == "Kop ‘Brussel, 13 oktober 2025’ datum 13 okt 2025"
    assert said(DoubtKind.NOT_PLACED, "Budget") == "Aanbeveling 2, blz. 3, regel 7 ‘Budget’"


def test_column_shows_what_stands_below_its_title() -> None:
    source = Source(("Actie | Kostprijs", "Doe dit | 500 euro", "Doe dat | 100 euro", "Een alinea"), ())
    assert examples(source, ReadColumn("Kostprijs", None, 1, is_sure=False)) == "500 euro · 100 euro"
    assert examples(source, ReadColumn("Elders", None, 1, is_sure=False)) == ""
