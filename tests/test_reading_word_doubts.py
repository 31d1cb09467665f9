"""What the Word reader doubts, with its line, what it refuses, and what the command line tells of it."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from word_documents import (
    DONE,
    HEAD,
    ONE,
    TITLE_ROWS,
    a_document,
    add_table,
    add_xml,
    cells,
    found,
    read,
    read_saved,
    saved,
    words,
    words_of,
    words_on_paper,
)

from mrdb.__main__ import main
from mrdb.domain.draft import DoubtKind, Place
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.reading.document import read_document
from mrdb.reading.word.document import MOST_CHARACTERS
from mrdb.text.faults import sentence


def test_word_reader_doubts_what_floats_and_what_stands_in_footnotes() -> None:
    document = a_document(*HEAD, *ONE[:3])
    add_xml(document, '<w:p><w:r><w:t>Akkoord</w:t><w:footnoteReference w:id="2"/></w:r></w:p>')
    add_xml(
        document,
        "<w:p><w:r><w:t>Kader:</w:t></w:r><w:r><w:pict><w:txbxContent>"
        "<w:p><w:r><w:t>Let op.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Behalve 3.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    add_table(document, (*TITLE_ROWS, DONE))
    result = read_saved(document)
    assert result.draft.recommendations[0].answer == "Akkoord\n\nKader:\n\nLet op."
    assert found(result) == [(10, DoubtKind.NOT_PLACED, "Behalve 3."), (12, DoubtKind.NOT_PLACED, "Let op.")]


def test_word_reader_keeps_what_it_cannot_place_and_doubts_it() -> None:
    document = a_document(
        "11.11.11",
        *HEAD[:4],
        "Los zinnetje",
        *HEAD[4:],
        "MANAGEMENT RESPONSE",
        "Zwevend.",
        *ONE,
        (("Links", "Rechts"),),
        (
            ("Actie", "Kalender", "Verantwoordelijke(n)", "Budget", "Stvz", "Commentaar"),
            ("Vooraf", "", "", "", "", ""),
            ("1.1 Doe dit", "2026", "Els", "5000 euro", "in de steigers", "Bijna."),
            ("1.2 Doe dat", "2027", "Jan", "", "", "Geen status."),
            ("9.9", "", "Jan", "", "Lopende", ""),
        ),
        "Eronder.",
    )
    result = read_saved(document)
    (one,) = result.draft.recommendations
    assert result.draft.context == "11.11.11\n\nLos zinnetje\n\nWij keken om.\n\nZwevend."
    assert one.answer == "Akkoord.\n\nLinks\n\nRechts\n\nVooraf\n\nEronder."
    assert cells(one.actions) == [
        ("1.1", "Doe dit\nBudget: 5000 euro", "2026", "Els", "", "in de steigers\nBijna."),
        ("1.2", "Doe dat", "2027", "Jan", "", "Geen status."),
        ("9.9", "", "", "Jan", "ongoing", ""),
    ]
    assert found(result) == [
        (1, DoubtKind.NOT_PLACED, "11.11.11"),
        (6, DoubtKind.NOT_PLACED, "Los zinnetje"),
        (10, DoubtKind.NOT_PLACED, "Zwevend."),
        (15, DoubtKind.NOT_PLACED, "Links | Rechts"),
        (16, DoubtKind.OWN_COLUMN, "Budget"),
        (17, DoubtKind.NOT_PLACED, "Vooraf"),
        (18, DoubtKind.STATUS_NOT_KNOWN, "in de steigers"),
        (19, DoubtKind.STATUS_NOT_STATED, "Geen status."),
        (20, DoubtKind.NOT_PLACED, "9.9 | Jan | Lopende"),
        (20, DoubtKind.MISSING_FIELD, "9.9 | Jan | Lopende"),
        (21, DoubtKind.NOT_PLACED, "Eronder."),
    ]
    furniture = words(
        [
            "ONDERWERP: DOC. NR: DATUM VAN: AAN: SITUERING MANAGEMENT RESPONSE MANAGEMENT RESPONSE AANBEVELING :",
            "Actie Kalender Verantwoordelijke(n) Budget Stvz Commentaar",
        ]
    )
    assert words_on_paper(saved(document)) - words_of(result.draft, ["13/10/2025"]) == furniture


def test_word_reader_numbers_actions_that_have_no_number_and_says_so() -> None:
    result = read(*HEAD, *ONE, (("Actie", "Wanneer", "Wie"), ("Doe dit", "2026", "Els"), ("Doe dat", "2027", "Jan")))
    assert [(a.number, a.text) for a in result.draft.recommendations[0].actions] == [
        ("1.1", "Doe dit"),
        ("1.2", "Doe dat"),
    ]
    assert [(line, kind) for line, kind, _ in found(result)] == [
        (12, DoubtKind.NUMBER_GIVEN),
        (13, DoubtKind.NUMBER_GIVEN),
    ]


def test_word_reader_doubts_what_is_missing_or_stands_twice() -> None:
    result = read("DATUM 13/10/2025", *ONE[:2], *ONE, (*TITLE_ROWS, DONE, DONE))
    assert [(doubt.line, doubt.kind, doubt.at, doubt.fact) for doubt in result.doubts] == [
        (1, DoubtKind.MISSING_FIELD, Place(), Fact.SUBJECT),
        (2, DoubtKind.MISSING_FIELD, Place(0), Fact.ANSWER),
        (2, DoubtKind.MISSING_FIELD, Place(0), None),
        (4, DoubtKind.NOT_PLACED, Place(1), Fact.NUMBER),
        (11, DoubtKind.NOT_PLACED, Place(1, 1), Fact.NUMBER),
    ]
    assert result.source.starts == (2, 4)


def test_word_reader_shows_the_source_a_line_for_each_paragraph_and_row() -> None:
    document = a_document(*HEAD[:2], "", ONE[0], (DONE, ("1.2 Doe dat\nen dit", "", "", "Lopende", "<")))
    assert read_saved(document).source.lines == (
        "ONDERWERP: Evaluatie Zuid",
        "DOC. NR: 7 DATUM 13/10/2025",
        "",
        "AANBEVELING 1 : Doe meer",
        "1.1 Doe dit | najaar 2025 | Els | Lopende | Bezig.",
        "1.2 Doe dat en dit | Lopende",
    )


def test_word_reader_takes_the_date_that_somebody_states_only_where_there_is_none() -> None:
    day = date(2026, 3, 3)
    undated = saved(a_document("ONDERWERP: Zuid", "DATUM: volgt", *ONE, (*TITLE_ROWS, DONE)))
    with pytest.raises(UnreadableUpload) as caught:
        read_document(undated, name="respons.docx")
    assert caught.value.fault == FileFault.NO_DATE
    assert read_document(undated, name="respons.docx", stated_date=day).draft.date == day
    dated = saved(a_document(*HEAD, *ONE))
    assert read_document(dated, name="respons.docx", stated_date=day).draft.date == date(2025, 10, 13)


def packed(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def changed(part: str, data: bytes) -> bytes:
    """A good document with one part that holds something else."""
    with zipfile.ZipFile(BytesIO(saved(a_document(*HEAD, *ONE)))) as package:
        return packed({name: package.read(name) for name in package.namelist()} | {part: data})


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), FileFault.OLD_OR_PROTECTED),
        (saved(a_document(*HEAD, *ONE))[:-500], FileFault.DAMAGED),
        (packed({"word/document.xml": b"<w:document/>"}), FileFault.DAMAGED),
        (changed("word/document.xml", b"<w:document"), FileFault.DAMAGED),
        (changed("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), FileFault.ENTITIES),
        (changed("word/numbering.xml", b"nonsense"), FileFault.DAMAGED),
        (changed("word/vbaProject.bin", b"macro"), FileFault.MACROS),
        (saved(a_document()), FileFault.NOT_A_RESPONSE),
        (saved(a_document("Beste collega,", (("Aanbevelingen", "volgen"),))), FileFault.NOT_A_RESPONSE),
        (saved(a_document(*HEAD, *ONE, "x" * (MOST_CHARACTERS + 1))), FileFault.TOO_LARGE),
    ],
)
def test_word_reader_refuses_what_is_no_management_response(data: bytes, fault: FileFault) -> None:
    with pytest.raises(UnreadableUpload) as caught:
        read_document(data, name="respons.docx")
    assert (caught.value.name, caught.value.fault) == ("respons.docx", fault)


def test_command_line_reads_a_word_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "respons.docx"
    path.write_bytes(saved(a_document(*HEAD, *ONE, (*TITLE_ROWS, DONE))))
    assert main(["read", str(path)]) == 0
    assert '"number": "1.1"' in capsys.readouterr().out
    path.write_bytes(saved(a_document(*HEAD, *ONE)))
    assert main(["read", str(path)]) == 1
    assert "AANBEVELING 1 : Doe meer" in capsys.readouterr().err
    path.write_bytes(b"")
    assert main(["read", str(path)]) == 2
    assert capsys.readouterr().err == "respons.docx: Dit bestand is leeg.\n"
    assert main(["read", str(tmp_path / "weg.docx")]) == 2


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (
            ("Title> Jaarplan", "Heading 1> Doel [1]", (("Doel", "Budget"), ("Meer", "5000"))),
            "We vonden 1 tabel (bovenaan ‘Doel’ en ‘Budget’) en koppen zoals ‘Jaarplan’ en ‘Doel 1’.",
        ),
        (("Beste An,",), "We vonden lopende tekst, zonder koppen of tabellen."),
    ],
)
def test_word_reader_says_what_it_looked_for_and_what_it_found_instead(blocks: tuple[Any, ...], said: str) -> None:
    with pytest.raises(UnreadableUpload) as caught:
        read(*blocks)
    assert sentence(caught.value) == (
        "respons.docx: In dit bestand staat geen managementrespons: er is geen enkele aanbeveling. We "
        f"zochten koppen zoals ‘Aanbeveling 1’, of een tabel met aanbevelingen en acties. {said}"
    )
