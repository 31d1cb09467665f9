"""The Word reader: an organisation's own document in, the same draft as from text, no word lost."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from word_documents import (
    DONE,
    HEAD,
    ONE,
    PLACEHOLDER,
    TITLE_ROWS,
    TITLES,
    Rows,
    a_document,
    add_list,
    add_table,
    add_xml,
    cells,
    found,
    organisation_document,
    put_in_list,
    read,
    read_saved,
    words,
    words_of,
    words_on_paper,
)

from mrdb.config import SEED, SEED_CORRECTIONS
from mrdb.domain.draft import DoubtKind, Draft, Place
from mrdb.domain.facts import Fact
from mrdb.reading.document import read_document, read_file


@cache
def seed_draft() -> Draft:
    return read_file(SEED, SEED_CORRECTIONS).draft


def test_word_reader_reads_the_real_document_in_its_own_look() -> None:
    data = organisation_document(seed_draft())
    result = read_document(data, name="managementrespons.docx")
    assert replace(result.draft, source_digest=seed_draft().source_digest) == seed_draft()
    assert [(one.kind, one.found[:6], one.at) for one in result.doubts] == [
        (DoubtKind.YEAR_INFERRED, "Najaar", Place(3, 0)),
        (DoubtKind.DATE_NOT_READ, "Projec", Place(6, 2)),
    ]
    assert [result.source.lines[line - 1].partition(" :")[0] for line in result.source.starts] == [
        f"AANBEVELING {number}" for number in range(1, 9)
    ]


def test_word_reader_uses_every_word_of_the_real_document_once() -> None:
    data = organisation_document(seed_draft())
    draft = read_document(data, name="managementrespons.docx").draft
    furniture = words(
        ["ONDERWERP: DOC. NR: DATUM VAN: AAN: SITUERING", "MANAGEMENT RESPONSE " * 9, "AANBEVELING : " * 8]
        + [" ".join(TITLES)] * 8
        + [PLACEHOLDER] * 10
    )
    assert words_on_paper(data) - words_of(draft, ["13/10/2025"]) == furniture
    assert words_of(draft, ["13/10/2025"]) - words_on_paper(data) == Counter()


def test_word_reader_reads_one_table_that_holds_everything() -> None:
    result = read(
        *HEAD,
        (
            ("AANBEVELING 1 : Doe meer", "Doe veel meer.\nEn nog wat.", "<", "<", "<"),
            ("MANAGEMENT RESPONSE", "Akkoord.\nZeker.", "<", "<", "<"),
            *TITLE_ROWS,
            ("1.1 Doe dit\nen dit", "najaar 2025\n2026", "Els\nJan", "Lopende", "Bezig.\nBijna klaar."),
            ("AANBEVELING 2 : Doe minder", "Veel minder.", "<", "<", "<"),
            ("MANAGEMENT RESPONSE", "Neen.", "<", "<", "<"),
            *TITLE_ROWS,
            ("2.1. Niets", "doorlopend", "Jan", PLACEHOLDER, "<"),
        ),
    )
    one, two = result.draft.recommendations
    assert (one.title, one.text, one.answer) == ("Doe meer", "Doe veel meer.\n\nEn nog wat.", "Akkoord.\n\nZeker.")
    assert cells(one.actions) == [
        ("1.1", "Doe dit\nen dit", "najaar 2025\n2026", "Els\nJan", "ongoing", "Bezig.\nBijna klaar.")
    ]
    assert one.actions[0].responsibles == ("Els", "Jan")
    assert [milestone.period.last for milestone in one.actions[0].milestones if milestone.period] == [
        date(2025, 12, 31), date(2026, 12, 31),
    ]  # fmt: skip
    assert (two.title, two.text, two.answer) == ("Doe minder", "Veel minder.", "Neen.")
    assert cells(two.actions) == [("2.1", "Niets", "doorlopend", "Jan", "", "")]
    assert [(doubt.fact, doubt.found) for doubt in result.doubts] == [(Fact.ACCEPTANCE, "Neen.")]


def test_word_reader_reads_a_table_inside_the_cell_of_the_answer() -> None:
    document = a_document(*HEAD, ((ONE[0], ONE[1]), (ONE[2], ONE[3])))
    add_table(document.tables[0].cell(1, 1), (*TITLE_ROWS, DONE))
    document.tables[0].cell(1, 1).add_paragraph()
    result = read_saved(document)
    (one,) = result.draft.recommendations
    assert (one.answer, len(one.actions)) == ("Akkoord.", 1)
    assert result.doubts == ()


@pytest.mark.parametrize(
    "head",
    [
        ("Onderwerp: Evaluatie Zuid", "Datum: 13 oktober 2025", "Doc.nr.: 7", "Van: An\tAan: Raad"),
        ("Title> Evaluatie Zuid", "Datum\tmaandag 13 oktober 2025", "Van\tAn", "Aan\tRaad", "Doc. nr.\t7"),
        ("MANAGEMENT RESPONSE", "ONDERWERP:", "Evaluatie Zuid", "DOC. NR: 7 DATUM 13-10-2025", "VAN: An", "AAN: Raad"),
        (
            (
                ("ONDERWERP", "Evaluatie Zuid", "<", "<"),
                ("DOC. NR.", "7", "DATUM", "13/10/2025"),
                ("VAN", "An", "AAN", "Raad"),
            ),
        ),
        ((("Onderwerp: Evaluatie Zuid",), ("Doc. nr: 7\nDatum: 13.10.2025\nVan: An\nAan: Raad",)),),
    ],
)
def test_word_reader_reads_the_head_as_people_write_it(head: Sequence[str | Rows]) -> None:
    result = read(*head, "Situering", "Wij keken om.", *ONE, (*TITLE_ROWS, DONE))
    draft = result.draft
    assert (draft.subject, draft.document_number, draft.date) == ("Evaluatie Zuid", "7", date(2025, 10, 13))
    assert (draft.sender, draft.recipient, draft.context) == ("An", "Raad", "Wij keken om.")
    assert result.doubts == ()


def test_word_reader_knows_headings_and_columns_by_other_words() -> None:
    result = read(
        *HEAD[:4],
        "Heading 1> 1. Inleiding",
        "Wij keken om. Aanbeveling 3 is lastig.",
        "Heading 1> 2. Managementrespons",
        "Heading 2> Aanbeveling 3 – Meer doen",
        "Tekst bij 3.",
        "Heading 3> Reactie van het management",
        "Aanbeveling 3: akkoord.",
        "Acties:",
        (
            ("Nr.", "Actie", "Timing", "Verantwoordelijke", "Status", "Opmerkingen"),
            ("3.1", "Doe dit", "2026", "Els", "Niet gestart", ""),
        ),
        "Heading 2> Aanbeveling 4",
        "Minder doen",
        "Tekst bij 4.",
        "Managementrespons: neen.",
        (("Actie", "Wie", "Wanneer", "Stand van zaken"), ("4.1 Laat dit", "Jan", "2027", "Afgerond.\nHet ligt stil.")),
    )
    assert result.draft.context == "Wij keken om. Aanbeveling 3 is lastig."
    three, four = result.draft.recommendations
    assert (three.number, three.title, three.text, three.answer) == (
        "3", "Meer doen", "Tekst bij 3.", "Aanbeveling 3: akkoord.",
    )  # fmt: skip
    assert cells(three.actions) == [("3.1", "Doe dit", "2026", "Els", "not_started", "")]
    assert (four.number, four.title, four.text, four.answer) == ("4", "Minder doen", "Tekst bij 4.", "neen.")
    assert cells(four.actions) == [("4.1", "Laat dit", "2027", "Jan", "completed", "Het ligt stil.")]
    assert result.doubts == ()


def test_word_reader_gives_a_merged_cell_to_every_action_beside_it() -> None:
    rows = (
        *TITLE_ROWS,
        ("1.1 Doe dit", "2026", "Els", "Lopende", "Bezig."),
        ("1.2 Doe dat", "2027", "^", "Niet gestart", ""),
        ("1.3 Doe alles", "Ontwerp > dec 2026", "Jan", PLACEHOLDER, "<"),
        ("^", "Uitvoering > 2027", "Piet", "", ""),
    )
    result = read(*HEAD, *ONE, rows)
    assert cells(result.draft.recommendations[0].actions) == [
        ("1.1", "Doe dit", "2026", "Els", "ongoing", "Bezig."),
        ("1.2", "Doe dat", "2027", "Els", "not_started", ""),
        ("1.3", "Doe alles", "Ontwerp > dec 2026\nUitvoering > 2027", "Jan\nPiet", "", ""),
    ]
    assert result.doubts == ()


def test_word_reader_goes_on_where_a_table_breaks_over_pages() -> None:
    result = read(
        *HEAD,
        *ONE,
        (*TITLE_ROWS, DONE, ("1.2 Doe", "2027", "Jan", "(stvz op opvolgingsmoment,", "")),
        "",
        (
            ("dat", "", "", "wordt overschreven bij volgend opvolgingsmoment)", ""),
            *TITLE_ROWS,
            ("1.3 Rust", "", "", "", ""),
        ),
        (("1.4 Werk", "2028", "Els", "Vervallen", "Geen geld."),),
    )
    assert cells(result.draft.recommendations[0].actions) == [
        ("1.1", "Doe dit", "najaar 2025", "Els", "ongoing", "Bezig."),
        ("1.2", "Doe dat", "2027", "Jan", "", ""),
        ("1.3", "Rust", "", "", "", ""),
        ("1.4", "Werk", "2028", "Els", "dropped", "Geen geld."),
    ]
    row = "dat | wordt overschreven bij volgend opvolgingsmoment)"
    assert found(result) == [(16, DoubtKind.NOT_PLACED, row)]


def test_word_reader_reads_lists_of_word_and_typed_ones() -> None:
    document = a_document(
        *HEAD, ONE[0], "Zoals:", "een", "twee", "drie", "- vier", "o\tvijf", "- 2026 is laat", *ONE[2:]
    )
    bullets = add_list(document, ("bullet", "\uf0b7"), ("bullet", "o"))
    letters = add_list(document, ("lowerLetter", "%1)"))
    for paragraph in document.paragraphs:
        if paragraph.text in {"een", "twee"}:
            put_in_list(paragraph, bullets, int(paragraph.text == "twee"))
        if paragraph.text in {"drie", "Akkoord."}:
            put_in_list(paragraph, letters)
    document.add_paragraph("Ja.", style="List Bullet")
    document.add_paragraph("Zeker.", style="List Bullet 2")
    (one,) = read_saved(document).draft.recommendations
    assert one.text == "Zoals:\n\n• een\n◦ twee\n\na) drie\n\n• vier\n◦ vijf\n\n- 2026 is laat"
    assert one.answer == "b) Akkoord.\n\n• Ja.\n◦ Zeker."


def test_word_reader_reads_numbers_that_word_counts_itself() -> None:
    document = a_document(*HEAD)
    number = add_list(document, ("decimal", "Aanbeveling %1:"), ("decimal", "%1.%2"))
    for title in ("Doe meer", "Doe minder"):
        put_in_list(document.add_paragraph(title, style="Heading 2"), number)
        for text in ("Tekst.", "MANAGEMENT RESPONSE", "Akkoord."):
            document.add_paragraph(text)
        table = add_table(document, (*TITLE_ROWS, ("Doe dit", "", "", "", ""), ("Doe dat", "", "", "", "")))
        for row in table.rows[2:]:
            put_in_list(row.cells[0].paragraphs[0], number, 1)
    parts = read_saved(document).draft.recommendations
    assert [(part.number, part.title, [(a.number, a.text) for a in part.actions]) for part in parts] == [
        ("1", "Doe meer", [("1.1", "Doe dit"), ("1.2", "Doe dat")]),
        ("2", "Doe minder", [("2.1", "Doe dit"), ("2.2", "Doe dat")]),
    ]


def test_word_reader_reads_what_stands_on_paper() -> None:
    document = a_document(*HEAD, *ONE[:3])
    t = '<w:r><w:t xml:space="preserve">'
    add_xml(
        document,
        f'<w:p>{t}Wij zijn </w:t></w:r><w:ins w:id="1" w:author="x">{t}zeer </w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>niet </w:delText></w:r></w:del>'
        f"{t}akkoord</w:t><w:br/><w:t>en</w:t><w:tab/><w:t>blij</w:t></w:r>"
        f"<w:hyperlink>{t} hier</w:t></w:r></w:hyperlink>"
        f"<w:sdt><w:sdtContent>{t} en nu</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    )
    add_xml(document, f"<w:sdt><w:sdtContent><w:p>{t}In een blok.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    add_xml(
        document,
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"<w:p>{t}Klik om te typen.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    add_table(document, (*TITLE_ROWS, DONE))
    result = read_saved(document)
    assert result.draft.recommendations[0].answer == "Wij zijn zeer akkoord\n\nen blij hier en nu\n\nIn een blok."
    assert result.doubts == ()


def test_word_reader_takes_numbers_from_a_column_of_their_own_or_from_the_text() -> None:
    titles = ("Nr.", "Omschrijving", "Timing", "Verantwoordelijke")
    result = read(
        *HEAD,
        *ONE,
        (
            titles,
            ("1.1.", "Doe dit", "2026", "Els"),
            ("^", "en dit", "2027", ""),
            ("", "1.2 Doe dat", "", "Jan"),
            ("A", "1.3Doe niets", "", ""),
        ),
    )
    assert [(one.number, one.text, one.calendar) for one in result.draft.recommendations[0].actions] == [
        ("1.1", "Doe dit\nen dit", "2026\n2027"),
        ("1.2", "Doe dat", ""),
        ("1.3", "A\nDoe niets", ""),
    ]
