"""The text reader: what it reads with certainty, what it doubts, and what it refuses."""

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mrdb.domain.draft import DoubtKind, DraftAction
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.status import Acceptance, Status
from mrdb.reading.document import Reading, draft_as_json, read_file, read_text
from mrdb.reading.ocr.document import MAX_BYTES
from mrdb.reading.ocr.paragraphs import is_damaged

SEED = Path(__file__).resolve().parent.parent / "seed" / "managementrespons-klimaat-migratie-2025.txt"
ACTIONS = ["1.1", "2.1", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2", "5.3", "6.1", "7.1", "7.2", "7.3", "8.1", "8.2"]
PLACEHOLDER = "(stvz op opvolgingsmoment, wordt overschreven bij volgend opvolgingsmoment)"
CLEAN = f"""ONDERWERP: Evaluatie van het vrijwilligersbeleid
DOC. NR: 2026/14 DATUM 3 maart 2026
VAN: An De Smet — Diensthoofd Zorg
AAN: Raad van bestuur
SITUERING

Deze evaluatie bekeek hoe vrijwilligers worden onthaald.
MANAGEMENT RESPONSE

AANBEVELING 1: Onthaal elke vrijwilliger

Geef elke vrijwilliger een meter of peter. Let op:

• de eerste dag;
• het eerste jaar:
◦ met een gesprek.

Ook daarna.

MANAGEMENT RESPONSE

We zijn het hiermee eens.

Actie
Kalender
Verantwoordelijke(n)
Opvolging
Stvz
Commentaar

1.1 Meters en peters opleiden

juni 2026

Team Vorming

Lopende

Twee groepen klaar.

1.2 Een onthaalmap maken

eind 2026

Diensthoofd Zorg

{PLACEHOLDER}

AANBEVELING 2: Meet de tevredenheid

Bevraag vrijwilligers jaarlijks.

MANAGEMENT RESPONSE

Akkoord.

Actie Kalender Verantwoordelijke(n) Opvolging
Stvz Commentaar
2.1. Een vragenlijst opstellen. maart 2027 Team Vorming {PLACEHOLDER}
2.2 Resultaten bespreken | doorlopend | Team Vorming; Jan Peeters | Afgerond | Besproken in mei
"""


def clean() -> Reading:
    return read_text(CLEAN.encode())


def actions(reading: Reading) -> dict[str, DraftAction]:
    return {action.number: action for one in reading.draft.recommendations for action in one.actions}


def test_reader_reads_a_clean_document_of_another_organisation_without_doubt() -> None:
    draft = clean().draft
    assert clean().doubts == ()
    assert draft.subject == "Evaluatie van het vrijwilligersbeleid"
    assert (draft.document_number, draft.date) == ("2026/14", date(2026, 3, 3))
    assert (draft.sender, draft.recipient) == ("An De Smet — Diensthoofd Zorg", "Raad van bestuur")
    assert draft.context == "Deze evaluatie bekeek hoe vrijwilligers worden onthaald."
    first, second = draft.recommendations
    assert (first.number, first.title) == ("1", "Onthaal elke vrijwilliger")
    assert first.text == (
        "Geef elke vrijwilliger een meter of peter. Let op:\n\n"
        "• de eerste dag;\n• het eerste jaar:\n◦ met een gesprek.\n\nOok daarna."
    )
    assert (second.title, second.answer, second.acceptance) == ("Meet de tevredenheid", "Akkoord.", Acceptance.ACCEPTED)


def test_reader_reads_tables_cell_by_cell_in_one_line_and_with_rules() -> None:
    read = {
        number: (one.text, one.calendar, one.responsibles, one.status, one.comment)
        for number, one in actions(clean()).items()
    }
    assert read == {
        "1.1": ("Meters en peters opleiden", "juni 2026", ("Team Vorming",), Status.ONGOING, "Twee groepen klaar."),
        "1.2": ("Een onthaalmap maken", "eind 2026", ("Diensthoofd Zorg",), None, ""),
        "2.1": ("Een vragenlijst opstellen.", "maart 2027", ("Team Vorming",), None, ""),
        "2.2": (
            "Resultaten bespreken", "doorlopend", ("Team Vorming", "Jan Peeters"), Status.COMPLETED, "Besproken in mei",
        ),
    }  # fmt: skip


def test_reader_gives_every_action_its_milestones() -> None:
    (milestone,) = actions(clean())["1.1"].milestones
    assert milestone.period is not None
    assert milestone.period.due == date(2026, 6, 30)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_reader_reads_any_line_ending_and_a_byte_order_mark(ending: str) -> None:
    reading = read_text(b"\xef\xbb\xbf" + CLEAN.replace("\n", ending).encode())
    assert replace(reading.draft, source_digest="") == replace(clean().draft, source_digest="")
    assert reading.doubts == ()


def test_reader_doubts_columns_that_run_together_and_keeps_the_row() -> None:
    text = CLEAN.replace("2.1. Een vragenlijst opstellen. maart 2027", "2.1. Een vragenlijst opstellen maart 2027")
    reading = read_text(text.encode())
    assert actions(reading)["2.1"].text == "Een vragenlijst opstellen maart 2027 Team Vorming"
    assert actions(reading)["2.1"].responsibles == ()
    (doubt,) = reading.doubts
    assert doubt.kind == DoubtKind.COLUMNS_RUN_TOGETHER
    assert text.split("\n")[doubt.line - 1].startswith(doubt.found)


def test_reader_doubts_a_responsible_that_stands_nowhere_else() -> None:
    reading = read_text(CLEAN.replace("opstellen. maart 2027 Team", "opstellen. maart 2027 Cel").encode())
    assert [doubt.kind for doubt in reading.doubts] == [DoubtKind.COLUMNS_RUN_TOGETHER]


@pytest.mark.parametrize(
    ("old", "new", "kind", "found"),
    [
        ("Ook daarna.", "ook daarna.", DoubtKind.NOT_PLACED, "ook daarna."),
        ("Akkoord.", "Akkoord\n\nMet alles.", DoubtKind.PARAGRAPH_BREAK, "Met alles."),
        ("Akkoord.", "Akkoord.\n We doen het.", DoubtKind.PARAGRAPH_BREAK, "We doen het."),
        ("Akkoord.", "Akkoord.\n\nMANAGEMENT RESPONSE\n\nMet alles.", DoubtKind.NOT_PLACED, "MANAGEMENT RESPONSE"),
        ("Akkoord.", "Akkoord met lange-\ntermijn.", DoubtKind.HYPHEN_AT_LINE_END, "lange- termijn."),
        ("Akkoord.", "Akkoord | met alles.", DoubtKind.STRAY_CHARACTERS, "Akkoord | met alles."),
        ("Akkoord.", "Akkoord met Belgié.", DoubtKind.DAMAGED_LETTERS, "Belgié."),
        ("Bevraag vrijwilligers", "vrijwilligers", DoubtKind.TITLE_TORN, "AANBEVELING 2: Meet de tevredenheid"),
        ("Bevraag vrijwilligers jaarlijks.", "", DoubtKind.MISSING_FIELD, "AANBEVELING 2: Meet de tevredenheid"),
        ("AAN: Raad van bestuur\n", "AAN:\n", DoubtKind.MISSING_FIELD, "AAN"),
        ("SITUERING", "\nVertrouwelijk\nSITUERING", DoubtKind.NOT_PLACED, "Vertrouwelijk"),
        ("AANBEVELING 2:", "AANBEVELING 1:", DoubtKind.NOT_PLACED, "AANBEVELING 1: Meet de tevredenheid"),
        ("2.2 Resultaten", "2.1 Resultaten", DoubtKind.NOT_PLACED, "2.1 Resultaten bespreken"),
        ("2.2 Resultaten", "3.2 Resultaten", DoubtKind.NOT_PLACED, "3.2 Resultaten bespreken"),
        ("| Afgerond |", "| |", DoubtKind.STATUS_NOT_STATED, "Besproken in mei"),
        ("Stvz\nCommentaar", "Stvz ‘\nCommentaar", DoubtKind.STRAY_CHARACTERS, "Stvz ‘"),
    ],
)
def test_reader_says_what_it_doubts_and_where(old: str, new: str, kind: DoubtKind, found: str) -> None:
    text = CLEAN.replace(old, new)
    doubts = [doubt for doubt in read_text(text.encode()).doubts if doubt.kind == kind]
    assert any(doubt.found.startswith(found) for doubt in doubts)
    assert all(
        doubt.found.split()[0] in text.split("\n")[doubt.line - 1] or kind == DoubtKind.MISSING_FIELD
        for doubt in doubts
    )


def test_reader_goes_on_over_a_page_break_inside_a_sentence() -> None:
    reading = read_text(CLEAN.replace("Akkoord.", "Akkoord met de\n vraag naar beleids-\nen andere cijfers.").encode())
    assert reading.draft.recommendations[1].answer == "Akkoord met de vraag naar beleids- en andere cijfers."
    assert reading.doubts == ()


def test_reader_finds_the_places_of_doubt_in_the_real_document() -> None:
    reading = read_text(SEED.read_bytes())
    lines = {kind: [doubt.line for doubt in reading.doubts if doubt.kind == kind] for kind in DoubtKind}
    assert lines[DoubtKind.TITLE_TORN] == [344, 388]
    assert lines[DoubtKind.COLUMNS_RUN_TOGETHER] == [166, 244, 255, 300, 305, 308, 372, 377, 382, 411]
    assert lines[DoubtKind.PARAGRAPH_BREAK] == [96, 98, 100, 102]
    assert lines[DoubtKind.HYPHEN_AT_LINE_END] == [24, 206]
    assert lines[DoubtKind.STRAY_CHARACTERS] == [149, 300, 371, 382, 383, 392]
    assert lines[DoubtKind.NOT_PLACED] == [357, 400]
    assert {1, 7, 9, 45, 96, 142, 206, 361, 395} <= set(lines[DoubtKind.DAMAGED_LETTERS])
    assert len(reading.draft.recommendations) == 8
    assert list(actions(reading)) == ACTIONS


@pytest.mark.parametrize(
    "word", ["één", "creëren", "privésector", "11.11.11’s", "CO2-uitstoot", "B2B", "comité", "20.000", "Illustratief"]
)
def test_reader_takes_sound_words_for_sound(word: str) -> None:
    assert not is_damaged(word)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b" \n\t\r\n", FileFault.EMPTY),
        (b"\xef\xbb\xbf\n", FileFault.EMPTY),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", FileFault.PDF_DAMAGED),
        (CLEAN.encode("utf-16"), FileFault.NOT_TEXT),
        (CLEAN.replace("jaarlijks", "één keer").encode("latin-1", "replace"), FileFault.NOT_TEXT),
        (b"ONDERWERP: x\0", FileFault.NOT_TEXT),
        (b"Beste collega,", FileFault.NOT_A_RESPONSE),
        (CLEAN.replace("AANBEVELING", "Zie aanbeveling").encode(), FileFault.NOT_A_RESPONSE),
        (CLEAN.replace("DATUM 3 maart 2026", "DATUM volgt").encode(), FileFault.NO_DATE),
        (b"x" * (MAX_BYTES + 1), FileFault.TOO_LARGE),
    ],
)
def test_reader_refuses_what_is_no_management_response(tmp_path: Path, data: bytes, fault: FileFault) -> None:
    path = tmp_path / "document.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableUpload) as caught:
        read_file(path)
    assert (caught.value.fault, caught.value.name) == (fault, path.name)


def test_reader_takes_the_date_that_somebody_states_only_where_there_is_none(tmp_path: Path) -> None:
    day = date(2026, 5, 5)
    undated = tmp_path / "respons.txt"
    undated.write_bytes(CLEAN.replace("DATUM 3 maart 2026", "DATUM volgt").encode())
    assert read_file(undated, stated_date=day).draft.date == day
    assert read_text(CLEAN.encode(), stated_date=day).draft.date == date(2026, 3, 3)


def test_reader_refuses_a_missing_file_and_a_directory(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path, Path("a\0b")):
        with pytest.raises(UnreadableUpload) as caught:
            read_file(path)
        assert caught.value.fault == FileFault.MISSING


def test_reader_refuses_fifty_megabytes_without_loading_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, 50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("opened"))
    with pytest.raises(UnreadableUpload) as caught:
        read_file(path)
    assert caught.value.fault == FileFault.TOO_LARGE


def test_draft_as_json_holds_every_field() -> None:
    data = json.loads(draft_as_json(clean().draft))
    assert (data["date"], data["document_number"]) == ("2026-03-03", "2026/14")
    action = data["recommendations"][0]["actions"][0]
    assert (action["status"], action["responsibles"]) == ("ongoing", ["Team Vorming"])
    assert action["milestones"][0]["period"] == {
        "kind": "deadline", "first": "2026-06-01", "last": "2026-06-30", "precision": "month", "inferred": False,
    }  # fmt: skip


DESIGN_AND_START = "Ontwerp en voorbereiding > deadline = dec 2026\nIn uitvoering > vanaf 1 januari 2027."
EXPECTED_TITLES = [
    "Versterk de lange-termijn-relatie met administraties",
    "Overweeg meer thematische focus en borg de expertise",
    "Versterk een ‘evidence-based’ benadering voor conservatieve partijen",
    "Blijf vasthouden aan ‘radicale’ klimaatrechtvaardigheid, maar pas de presentatie van argumenten aan.",
    "Versterk de (publieke) rol van de beweging",
    "Blijf investeren in kwantitatief en kwalitatief onderzoek rond migratie en klimaat",
    "Bevorder gezamenlijke analyses en dossiervorming tussen diensten",
    "Vereenvoudig de monitoring en werk narratieve thematische beschrijvingen uit.",
]
EXPECTED_CALENDARS = {
    "1.1": "• Doorlopend\n• Agenderen beleidsdienstoverleg: najaar 2025",
    "2.1": "doorlopend",
    "3.1": "Najaar 2025: specifieke bespreking beleidsdienstoverleg",
    "3.2": "Doorlopend naargelang aanbod\nOverleg met ngo-federatie m.b.t. organisatie aanbod voor sector",
    "4.1": (
        "Najaar: individueel connecteren met ondernemers om te polsen naar hun noden, ideeën etc.\n"
        "2026: ondernemers ook fysiek samenbrengen rond de thema’s die leven om zich vanuit hun positie en netwerk te "
        "engageren, gelijkgestemden te ontmoeten en een statement te maken."
    ),
    "4.2": (
        "Najaar 2025: start awarenesscampagne rond natuurlijke rijkdommen, waar we de energietransitie willen "
        "neerzetten als een positief ‘low cost’ verhaal, op vlak van mens en milieu, als ze écht rechtvaardig en "
        "duurzaam wordt aangepakt met minimale menselijke, planetaire en sociale impact."
    ),
    "5.1": "Najaar 2024 - 2025",
    "5.2": "Doorlopend",
    "5.3": "2025 -2026",
    "6.1": "doorlopend",
    "7.1": DESIGN_AND_START,
    "7.2": "Ontwerp, voorbereiding > deadline = dec 2026\nIn uitvoering > vanaf 1 januari 2027",
    "7.3": "Projectcoördinatie (verplicht voor trekkers) en leiderschapsvorming opnemen in vormingsbeleid.",
    "8.1": DESIGN_AND_START,
    "8.2": "Dec 2026 klaar voor uitvoering",
}
EXPECTED_RESPONSIBLES = {
    **dict.fromkeys(("1.1", "2.1", "3.1", "3.2", "6.1"), ("Directeur beleid",)),
    **dict.fromkeys(("7.1", "7.2", "7.3", "8.1", "8.2"), ("Directeur M&O",)),
    **dict.fromkeys(("5.1", "5.2"), ("Dienst Beweging", "Directeur Beweging")),
    "4.1": ("Directeur Connaction", "eventcoördinator"),
    "4.2": ("SG Klimaat",),
    "5.3": ("Dienst Beweging", "Leen Janssen"),
}


def corrected_seed() -> Reading:
    return read_file(SEED, SEED.with_suffix(".corrections.toml"))


def test_reader_gives_the_real_document_its_titles_calendars_and_responsibles() -> None:
    read = actions(corrected_seed())
    assert [one.title for one in corrected_seed().draft.recommendations] == EXPECTED_TITLES
    assert {number: action.calendar for number, action in read.items()} == EXPECTED_CALENDARS
    assert {number: action.responsibles for number, action in read.items()} == EXPECTED_RESPONSIBLES


def test_reader_gives_the_real_document_its_reports() -> None:
    read = actions(corrected_seed())
    assert [number for number, action in read.items() if action.status == Status.ONGOING] == [
        "3.2", "4.1", "4.2", "5.2", "5.3",
    ]  # fmt: skip
    assert {number: action.comment for number, action in read.items() if action.comment} == {
        "4.1": (
            "Individuele gesprekken (momenteel nog reactief) zijn opgestart, nadien proactieve outreach en idee voor "
            "een (beperkt) ‘event’ wordt uitgedacht"
        ),
        "4.2": "Campagne ‘de lopende rekening’ is reeds gelanceerd. Opvolging via actieplan stuurgroep klimaat.",
    }


def test_reader_gives_the_real_document_its_paragraphs_and_lists() -> None:
    answers = [one.answer for one in corrected_seed().draft.recommendations]
    texts = [one.text for one in corrected_seed().draft.recommendations]
    assert [text.count("\n\n") + 1 for text in answers] == [2, 2, 2, 7, 3, 3, 1, 1]
    assert [text.count("• ") for text in answers] == [0, 4, 0, 0, 3, 0, 0, 0]
    assert [(text.count("• "), text.count("◦ ")) for text in texts] == [
        (2, 1), (2, 0), (2, 0), (3, 0), (2, 0), (1, 1), (3, 0), (2, 0),
    ]  # fmt: skip
    assert corrected_seed().draft.context.count("\n\n") == 3


def test_reader_hands_over_the_lines_that_it_read_and_where_each_recommendation_begins() -> None:
    source = corrected_seed().source
    assert list(source.lines) == SEED.read_text(encoding="utf-8").split("\n")
    assert [source.lines[start - 1][:13] for start in source.starts] == [f"AANBEVELING {n}" for n in range(1, 9)]
