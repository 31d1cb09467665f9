"""The reviewed corrections: a file that is broken says so, an entry that does not fit the source is a doubt."""

from pathlib import Path

import pytest

from mrdb.domain.draft import Doubt, DoubtKind
from mrdb.domain.errors import BrokenCorrections
from mrdb.domain.status import Status
from mrdb.reading.document import Reading, read_text
from mrdb.reading.ocr.corrections import Corrections, read_corrections

SOURCE = """ONDERWERP: Evaluatie van de wer-
king
DOC. NR: 7 DATUM 13/10/2025
VAN: An De Smet
AAN: Bestuur
SITUERING

Dit is de si tuatie. Nog iets.

AANBEVELING 1 : Maak

Doe hetvolgende zo goed als het kan in de komende jaren,
en dit ook.

werk van leren

MANAGEMENT RESPONSE

Akkoord met dit alles hier:
Eerst dit
Dan dat

Actie Kalender Verantwoordelijke(n) Opvolging
Stvz ‘ Commentaar
1.1 Vorming van Najaar 2026 Directeur zorg Eerste groep is
vrijwilligers gestart
"""
TABLE = """
[[columns]]
action = "1.1"
rows = [
  [25, "1.1 Vorming van", "Najaar 2026", "Directeur zorg", "", "Eerste groep is"],
  [26, "vrijwilligers",   "",            "",               "", "gestart"],
]
"""


def corrections(tmp_path: Path, text: str) -> Corrections:
    path = tmp_path / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    return read_corrections(path)


def corrected(tmp_path: Path, text: str) -> Reading:
    return read_text(SOURCE.encode(), corrections(tmp_path, text))


def doubts_about(reading: Reading, kind: DoubtKind) -> list[tuple[int, str]]:
    return [(doubt.line, doubt.found) for doubt in reading.doubts if doubt.kind == kind]


def test_corrections_repair_a_lost_space(tmp_path: Path) -> None:
    reading = corrected(tmp_path, '[[repair]]\nline = 12\nfound = "hetvolgende"\nread = "het volgende"')
    assert reading.draft.recommendations[0].text.startswith("Doe het volgende zo")
    assert doubts_about(reading, DoubtKind.CORRECTION_DOES_NOT_FIT) == []


def test_corrections_repair_a_space_too_many(tmp_path: Path) -> None:
    reading = corrected(tmp_path, '[[repair]]\nline = 8\nfound = "si tuatie."\nread = "situatie."')
    assert reading.draft.context == "Dit is de situatie. Nog iets."


def test_corrections_join_a_word_over_two_lines(tmp_path: Path) -> None:
    assert (1, "wer- king") in doubts_about(corrected(tmp_path, ""), DoubtKind.HYPHEN_AT_LINE_END)
    reading = corrected(tmp_path, '[[join]]\nparts = [[1, "wer-"], [2, "king"]]\nread = "werking"')
    assert reading.draft.subject == "Evaluatie van de werking"
    assert doubts_about(reading, DoubtKind.HYPHEN_AT_LINE_END) == []


def test_corrections_gather_a_torn_title(tmp_path: Path) -> None:
    reading = corrected(tmp_path, '[[title]]\nrecommendation = 1\nparts = [[10, "Maak"], [15, "werk van leren"]]')
    assert reading.draft.recommendations[0].title == "Maak werk van leren"
    assert reading.draft.recommendations[0].text.endswith("en dit ook.")


@pytest.mark.parametrize(
    ("begins", "answer"),
    [
        ("item", "hier:\n\n• Eerst dit"),
        ("subitem", "hier:\n\n◦ Eerst dit"),
        ("paragraph", "hier:\n\nEerst dit"),
        ("line", "hier:\nEerst dit"),
        ("nothing", "hier: Eerst dit"),
    ],
)
def test_corrections_say_what_begins(tmp_path: Path, begins: str, answer: str) -> None:
    assert 20 in dict(doubts_about(corrected(tmp_path, ""), DoubtKind.PARAGRAPH_BREAK))
    reading = corrected(tmp_path, f'[[begin]]\nline = 20\nfound = "Eerst dit"\nas = "{begins}"')
    assert answer in reading.draft.recommendations[0].answer
    assert 20 not in dict(doubts_about(reading, DoubtKind.PARAGRAPH_BREAK))


def test_corrections_cut_the_columns_and_settle_the_status(tmp_path: Path) -> None:
    (action,) = corrected(tmp_path, TABLE).draft.recommendations[0].actions
    assert (action.text, action.calendar) == ("Vorming van vrijwilligers", "Najaar 2026")
    assert (action.responsible, action.comment) == ("Directeur zorg", "Eerste groep is gestart")
    assert action.status is None
    assert doubts_about(corrected(tmp_path, TABLE), DoubtKind.STATUS_NOT_STATED) == [(25, "Eerste groep is")]
    reading = corrected(
        tmp_path, TABLE + '[[status]]\naction = "1.1"\nstatus = "ongoing"\nparts = [[25, "is"], [26, "gestart"]]'
    )
    assert reading.draft.recommendations[0].actions[0].status == Status.ONGOING
    assert doubts_about(reading, DoubtKind.STATUS_NOT_STATED) == []


def test_corrections_take_noise_away(tmp_path: Path) -> None:
    assert (24, "Stvz ‘ Commentaar") in doubts_about(corrected(tmp_path, ""), DoubtKind.STRAY_CHARACTERS)
    reading = corrected(tmp_path, '[[noise]]\nline = 24\nfound = "‘"')
    assert doubts_about(reading, DoubtKind.STRAY_CHARACTERS) == []
    assert [use.found for use in reading.uses if use.where == "noise"] == ["‘"]


@pytest.mark.parametrize(
    ("entry", "line", "found"),
    [
        ('[[repair]]\nline = 12\nfound = "het volgende"\nread = "x"', 12, "het volgende"),
        ('[[repair]]\nline = 999\nfound = "hetvolgende"\nread = "x"', 999, "hetvolgende"),
        ('[[noise]]\nline = 8\nfound = "e"', 8, "e"),
        ('[[noise]]\nline = 24\nfound = "‘"\n[[noise]]\nline = 24\nfound = "‘"', 24, "‘"),
        ('[[begin]]\nline = 20\nfound = "Eerst dat"\nas = "item"', 20, "Eerst dat"),
        ('[[title]]\nrecommendation = 2\nparts = [[10, "Maak"]]', 10, "Maak"),
        ('[[title]]\nrecommendation = 1\nparts = [[8, "Nog iets."]]', 8, "Nog iets."),
        ('[[title]]\nrecommendation = 1\nparts = [[10, "1 : Maak"]]', 10, "1 : Maak"),
        ('[[columns]]\naction = "1.1"\nrows = [[25, "1.1 Vorming", "van"]]', 25, "1.1 Vorming van"),
        ('[[columns]]\naction = "1.2"\nrows = [[26, "vrijwilligers", "gestart"]]', 26, "columns 1.2"),
        ('[[status]]\naction = "1.1"\nstatus = "ongoing"\nparts = [[26, "gestart"]]', 26, "status 1.1"),
        ('[[repair]]\nline = 8\nfound = "iets."\nread = "x"\n[[noise]]\nline = 8\nfound = "iets."', 8, "iets."),
    ],
)
def test_corrections_that_do_not_fit_are_doubted_at_their_line(
    tmp_path: Path, entry: str, line: int, found: str
) -> None:
    assert (line, found) in doubts_about(corrected(tmp_path, entry), DoubtKind.CORRECTION_DOES_NOT_FIT)


def test_corrections_that_would_lose_or_invent_a_word_of_the_table_are_not_applied(tmp_path: Path) -> None:
    reading = corrected(tmp_path, TABLE.replace('"gestart"', '"begonnen"'))
    assert Doubt(26, DoubtKind.CORRECTION_DOES_NOT_FIT, "vrijwilligers begonnen") in reading.doubts
    assert "gestart" in reading.draft.recommendations[0].actions[0].text


@pytest.mark.parametrize(
    ("text", "entry", "why"),
    [
        ("[[repair", "file", "]]"),
        ("[[repairs]]\nline = 1", "repairs", "not permitted"),
        ("repair = 3", "repair", "tuple"),
        ('[[repair]]\nline = 1\nfound = "x"', "repair 1", "read: Field required"),
        ('[[repair]]\nline = "1"\nfound = "x"\nread = "y"', "repair 1", "'1'"),
        ('[[repair]]\nline = 1\nfound = "x"\nread = "x"', "repair 1", "the same"),
        ('[[repair]]\nline = 1\nfound = ""\nread = "x"', "repair 1", "at least 1 item"),
        ('[[noise]]\nline = 1\nfound = "x"\nextra = 1', "noise 1", "extra: Extra inputs"),
        ('[[begin]]\nline = 1\nfound = "x"\nas = "chapter"', "begin 1", "chapter"),
        ('[[join]]\nparts = [[1, "wer-"], [2, "king"]]\nread = "werkend"', "join 1", "not the two parts"),
        ('[[columns]]\naction = "1.1"\nrows = [[1, "a", "b", "c", "d", "e", "f"]]', "columns 1", "at most 5 items"),
        ('[[status]]\naction = "1.1"\nstatus = "busy"\nparts = [[1, "x"]]', "status 1", "busy"),
        ('[[title]]\nrecommendation = 1\nparts = [["x"]]', "title 1", "parts.0"),
    ],
)
def test_corrections_file_that_is_broken_says_where(tmp_path: Path, text: str, entry: str, why: str) -> None:
    with pytest.raises(BrokenCorrections) as caught:
        corrections(tmp_path, text)
    assert caught.value.entry == entry
    assert why in caught.value.why


def test_corrections_file_that_is_missing_or_no_text_says_so(tmp_path: Path) -> None:
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "missing.toml", tmp_path, binary):
        with pytest.raises(BrokenCorrections):
            read_corrections(path)
