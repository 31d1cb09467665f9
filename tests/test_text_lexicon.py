"""The lexicon: one word means the same in a list, in Word, in a text and in our own overview."""

from collections.abc import Callable

import pytest
from word_documents import HEAD, ONE, TITLE_ROWS, read

from mrdb.domain.facts import Fact
from mrdb.domain.returned import Value, Why
from mrdb.domain.status import Status
from mrdb.exchange.cell_values import read_cell
from mrdb.exchange.plain_list import Agreed, list_rows, proposed_columns, read_list, status_words
from mrdb.reading.document import read_text
from mrdb.text import labels, report
from mrdb.text.lexicon import STATUS_WORDS, columns_named
from mrdb.text.lexicon.names import COLUMNS, DOCUMENT_COLUMNS, HEADINGS, NO_STATUS_WORDS

TEXT = """ONDERWERP: Evaluatie Zuid
DOC. NR: 7 DATUM 13/10/2025
VAN: An
AAN: Raad
SITUERING

Wij keken om.

AANBEVELING 1: Doe meer

Doe veel meer.

MANAGEMENT RESPONSE

Akkoord.

Actie Kalender Verantwoordelijke(n) Stvz Commentaar
1.1 Doe dit | 2026 | Els | {} | Zie nota.
"""
BLOCKS = TEXT.replace(" | ", "\n\n")


def in_a_list(word: str) -> Value | Why:
    plain = read_list("lijst.csv", f"Nr;Actie;Status\n1.1;Doe dit;{word}\n".encode())
    columns = proposed_columns(plain.head)
    filled = list_rows(plain, Agreed(columns, status_words(plain, columns)), frozenset())
    return filled.typed[0].values.get(Fact.STATUS)


def in_word(*words: str) -> list[Value]:
    """Of as many actions in one table: to make a document for each takes far longer than to read it."""
    rows = [(f"1.{n} Doe dit", "2026", "Els", word, "Zie nota.") for n, word in enumerate(words, 1)]
    actions = read(*HEAD, *ONE, (*TITLE_ROWS, *rows)).draft.recommendations[0].actions
    assert [action.comment for action in actions] == ["Zie nota."] * len(words)
    return [action.status for action in actions]


def in_our_overview(word: str) -> Value | Why:
    return read_cell(Fact.STATUS, word)


def in_a_text(word: str, text: str = TEXT) -> Value:
    (action,) = read_text(text.format(word).encode()).draft.recommendations[0].actions
    assert action.comment == "Zie nota."
    return action.status


def in_blocks_of_text(word: str) -> Value:
    return in_a_text(word, BLOCKS)


WAYS_IN = [in_a_list, in_our_overview, in_a_text, in_blocks_of_text]


def test_lexicon_knows_the_label_of_every_status() -> None:
    assert set(STATUS_WORDS.values()) == set(Status)
    assert {STATUS_WORDS[label.casefold()] for label in labels.STATUS.values()} == set(Status)


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_lexicon_status_word_means_the_same_wherever_it_is_read(way_in: Callable[[str], Value | Why]) -> None:
    said = {word: way_in(word.capitalize()) for word in STATUS_WORDS}
    assert said == STATUS_WORDS
    assert way_in("Afgewerkt.") == Status.COMPLETED


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_lexicon_word_that_says_nothing_is_no_status_anywhere(way_in: Callable[[str], Value | Why]) -> None:
    assert {way_in(word) for word in NO_STATUS_WORDS} == {None}


def test_lexicon_status_word_means_the_same_in_word() -> None:
    told = {**STATUS_WORDS, "Afgewerkt.": Status.COMPLETED, **dict.fromkeys(NO_STATUS_WORDS)}
    words = [word.capitalize() if word in STATUS_WORDS else word for word in told]
    tables = [words[start : start + 25] for start in range(0, len(words), 25)]
    assert [status for table in tables for status in in_word(*table)] == list(told.values())


def test_lexicon_heading_names_its_column_in_a_list_and_in_a_document() -> None:
    for of in COLUMNS:
        for name in HEADINGS[of]:
            head = read_list("lijst.csv", f"{name.capitalize()};Budget\n1;2\n".encode()).head
            assert proposed_columns(head) == {of: 0}
            assert of == Fact.RECOMMENDATION or columns_named(f"{name.capitalize()}:") == [of]


def test_lexicon_reads_the_headings_that_we_write_ourselves() -> None:
    ours = {of: columns_named(labels.HEADING[of]) for of in COLUMNS if of != Fact.RECOMMENDATION}
    assert ours == {of: [of] for of in ours}
    assert columns_named(report.FOLLOW_UP) == [Fact.STATUS]


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Responsible Unit(s)", [Fact.RESPONSIBLE]),
        ("ECHEANCES", [Fact.CALENDAR]),
        ("État d’avancement*", [Fact.STATUS]),
        ("Action(s) clé(s)", [Fact.ACTION_TEXT]),
        ("Termijn (maand/jaar)", [Fact.CALENDAR]),
        ("Délai (responsable)", [Fact.CALENDAR, Fact.RESPONSIBLE]),
        ("Status and comments", [Fact.STATUS, Fact.COMMENT]),
        ("Accepted / partially accepted / rejected", [Fact.ACCEPTANCE]),
        ("Management Response", [Fact.ANSWER]),
        ("Recommandations", [Fact.RECOMMENDATION]),
        ("KEY RECOMMENDATIONS TO THE UNIT", [Fact.RECOMMENDATION]),
        ("Wat gaan we doen?", [Fact.ACTION_TEXT]),
        ("Où en sommes-nous ?", [Fact.STATUS]),
        ("Budget", []),
        ("Status van het budget", []),
    ],
)
def test_lexicon_reads_titles_of_three_languages(title: str, named: list[Fact]) -> None:
    assert columns_named(title, DOCUMENT_COLUMNS) == named
