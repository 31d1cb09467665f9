"""The head of a document: subject, date and names by their labels in three languages, or by where they stand."""

from datetime import date

import pytest
from word_documents import Rows, a_document, saved

from mrdb.domain.draft import DoubtKind, Draft, ReadDocument
from mrdb.domain.facts import Fact
from mrdb.reading.document import read_document

GIVEN = date(2026, 1, 1)
DAY = date(2026, 6, 3)
BELOW = ["Aanbeveling 1: Doe meer", "Tekst.", "Reactie: akkoord"]


def read(*blocks: str | Rows) -> ReadDocument:
    return read_document(saved(a_document(*blocks, *BELOW)), name="respons.docx", stated_date=GIVEN)


def told(draft: Draft) -> tuple[str, date, str, str, str]:
    return draft.subject, draft.date, draft.sender, draft.recipient, draft.context


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["Betreft: Rijst", "Datum: 3 juni 2026", "Van: An", "Aan: Raad"], ("Rijst", DAY, "An", "Raad", "")),
        (
            ["Title of evaluation: Rice", "Date: 3/6/2026", "Prepared by: Ann", "To: Board"],
            ("Rice", DAY, "Ann", "Board", ""),
        ),
        (["Objet : Riz", "Date : 03/06/2026", "De : Anne", "À : Conseil"], ("Riz", DAY, "Anne", "Conseil", "")),
        (
            [[["Onderwerp / Subject", "Rijst"], ["Datum / Date", "3 juni 2026"], ["Versie", "2.1"]]],
            ("Rijst", DAY, "", "", "Versie: 2.1"),
        ),
        (["Title> Evaluatie Rijst", "Leuven, 3 juni 2026"], ("Evaluatie Rijst", DAY, "", "", "Leuven, 3 juni 2026")),
        (
            ["Heading 1> Evaluatie Rijst", "Datum: 3 juni 2026", "Datum goedkeuring: 9 juni 2026"],
            ("Evaluatie Rijst", DAY, "", "", "Datum goedkeuring: 9 juni 2026"),
        ),
    ],
)
def test_head_is_read_without_doubt(blocks: list[str | Rows], expected: tuple[str, date, str, str, str]) -> None:
    result = read(*blocks)
    assert told(result.draft) == expected
    assert [doubt for doubt in result.doubts if doubt.at is None or doubt.at.part is None] == []


def test_head_with_a_title_that_says_nothing_takes_the_next_line_and_doubts_it() -> None:
    result = read("Title> Réponse à l'évaluation", "Projet Riz au Bénin", "3/6/2026")
    assert result.draft.subject == "Projet Riz au Bénin"
    assert Fact.SUBJECT in {doubt.fact for doubt in result.doubts}


def test_head_takes_a_row_of_names_over_columns_for_no_subject() -> None:
    draft = read("Title> Rijst", [["Evaluatie", "Opvolging"]], "Datum: 3 juni 2026").draft
    assert (draft.subject, draft.context) == ("Rijst", "Evaluatie\n\nOpvolging")


def test_head_with_two_days_or_only_a_month_leaves_the_date_to_people() -> None:
    assert read("Onderwerp: Rijst", "Mei 2026").draft.date == GIVEN
    assert read("Onderwerp: Rijst", "Leuven, 3 juni 2026", "Gent, 4 juni 2026").draft.date == GIVEN


def test_head_without_a_labelled_date_says_from_which_words_it_was_taken() -> None:
    line = "Goedgekeurd door de raad van bestuur op 3 juni 2026"
    result = read("Title> Evaluatie Rijst", line)
    assert result.draft.date == DAY
    assert (DoubtKind.COLUMN_GUESSED, line) in [(doubt.kind, doubt.found) for doubt in result.doubts]
