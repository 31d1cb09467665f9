"""What a reader of a Word document does not see, or sees crossed out, is not read as if it stood there; and what stands
above every page is not overheard."""

from datetime import date

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
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
    add_list,
    add_table,
    cells,
    found,
    put_in_list,
    read_saved,
    xml,
)

from mrdb.domain.draft import DoubtKind

ROWS = (*TITLE_ROWS, DONE, ("1.2 Doe dat", "2027", "Jan", "Lopende", "Traag."))
STRIKE = "<w:rPr><w:strike/></w:rPr>"


def a_response() -> Document:
    document = a_document(*HEAD, *ONE)
    add_table(document, ROWS)
    return document


def with_calendar(document: Document, *runs: str) -> Document:
    """These runs in raw XML as the calendar of action 1.1."""
    paragraph = document.tables[0].cell(2, 1).paragraphs[0]
    paragraph.clear()
    for run in runs:
        paragraph._p.append(xml(run))
    return document


def a_run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:strike/>", DoubtKind.STRUCK_OUT),
        ('<w:strike w:val="1"/>', DoubtKind.STRUCK_OUT),
        ("<w:dstrike/>", DoubtKind.STRUCK_OUT),
        ("<w:vanish/>", DoubtKind.HIDDEN),
        ('<w:rStyle w:val="Geschrapt"/>', DoubtKind.STRUCK_OUT),
        ('<w:rStyle w:val="Ookgeschrapt"/>', DoubtKind.STRUCK_OUT),
        ('<w:strike w:val="0"/>', None),
        ('<w:strike w:val="false"/><w:vanish w:val="off"/>', None),
        ('<w:rStyle w:val="Ookgeschrapt"/><w:strike w:val="0"/>', None),
        ("<w:webHidden/>", None),
        ("<w:b/>", None),
    ],
)
def test_word_reader_leaves_out_what_is_struck_through_or_hidden(properties: str, kind: DoubtKind | None) -> None:
    document = with_calendar(a_response(), a_run("maart 2026", properties), a_run(" december 2026"))
    struck = document.styles.add_style("Geschrapt", WD_STYLE_TYPE.CHARACTER)
    struck.font.strike = True
    document.styles.add_style("Ookgeschrapt", WD_STYLE_TYPE.CHARACTER).base_style = struck
    result = read_saved(document)
    assert cells(result.draft.recommendations[0].actions)[0][2] == (
        "december 2026" if kind else "maart 2026 december 2026"
    )
    unseen = [doubt for doubt in found(result) if doubt[1] in {DoubtKind.STRUCK_OUT, DoubtKind.HIDDEN}]
    assert unseen == ([(13, kind, "maart 2026")] if kind else [])
    assert "maart 2026" in result.source.lines[12]


def test_word_reader_leaves_out_a_paragraph_whose_style_is_struck_through_but_not_what_switches_it_off() -> None:
    document = a_response()
    style = document.styles.add_style("Weg", WD_STYLE_TYPE.PARAGRAPH)
    style.font.strike = True
    answer = document.paragraphs[9]
    answer.style = style
    live = answer.add_run(" Toch wel.")
    live.font.strike = False
    result = read_saved(document)
    assert result.draft.recommendations[0].answer == "Toch wel."
    assert found(result) == [(10, DoubtKind.STRUCK_OUT, "Akkoord.")]


def test_word_reader_makes_no_action_of_a_row_that_is_struck_through() -> None:
    document = a_response()
    for cell in document.tables[0].rows[3].cells:
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                run.font.strike = True
    result = read_saved(document)
    assert [action.number for action in result.draft.recommendations[0].actions] == ["1.1"]
    assert found(result) == [(14, DoubtKind.STRUCK_OUT, "1.2 Doe dat | 2027 | Jan | Lopende | Traag.")]
    assert result.source.lines[13] == "1.2 Doe dat | 2027 | Jan | Lopende | Traag."


def test_word_reader_keeps_words_apart_where_something_between_them_is_struck_through() -> None:
    document = with_calendar(a_response(), a_run("tegen"), a_run(" maart ", "<w:strike/>"), a_run("december 2026"))
    assert read_saved(document).draft.recommendations[0].actions[0].calendar == "tegen december 2026"


def test_word_reader_reads_what_a_format_of_the_paragraph_mark_does_not_touch() -> None:
    document = a_response()
    document.paragraphs[9]._p.get_or_add_pPr().append(xml("<w:rPr><w:vanish/><w:specVanish/></w:rPr>"))
    assert found(read_saved(document)) == []


def test_word_reader_counts_what_is_struck_through_and_not_what_is_hidden() -> None:
    document = a_document(*HEAD)
    numbered = add_list(document, ("decimal", "AANBEVELING %1 :"))
    for title in ("Doe meer", "Verborgen", "Geschrapt", "Doe minder"):
        put_in_list(document.add_paragraph(title), numbered)
    hidden, struck = document.paragraphs[-3:-1]
    hidden.runs[0].font.hidden = True
    hidden._p.get_or_add_pPr().append(xml("<w:rPr><w:vanish/></w:rPr>"))
    struck.runs[0].font.strike = True
    result = read_saved(document)
    assert [(str(one.number), one.title) for one in result.draft.recommendations] == [
        ("1", "Doe meer"),
        ("3", "Doe minder"),
    ]
    assert {(DoubtKind.HIDDEN, "Verborgen"), (DoubtKind.STRUCK_OUT, "AANBEVELING 2 : Geschrapt")} < {
        (kind, words) for _, kind, words in found(result)
    }


def test_word_reader_says_what_people_put_in_the_margin() -> None:
    document = a_response()
    document.paragraphs[9]._p.append(xml('<w:r><w:commentReference w:id="0"/></w:r>'))
    comment = '<w:comment w:id="0" w:author="An"><w:p><w:r><w:t>Klopt dit nog?</w:t></w:r></w:p></w:comment>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    comments = f"<w:comments {nsdecls('w')}>{comment}</w:comments>".encode()
    part = Part(PackURI("/word/comments.xml"), kind, comments, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    assert found(read_saved(document)) == [(10, DoubtKind.NOT_PLACED, "Klopt dit nog?")]


def with_header(*blocks: str, above: str = "", first: str = "") -> Document:
    document = a_document(*blocks, *ONE, ROWS)
    section = document.sections[0]
    section.header.paragraphs[0].text = above
    if first:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = first
    return document


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ("Onderwerp: Evaluatie Zuid\tDatum: 13/10/2025\tBlad 1 van 3", ""),
        ("Blad 2", "Onderwerp: Evaluatie Zuid\nDatum: 13/10/2025"),
        ("Betreft: Evaluatie Zuid\tDoc. nr: 7\t13 oktober 2025", ""),
    ],
)
def test_word_reader_finds_subject_and_date_above_the_pages(above: str, first: str) -> None:
    draft = read_saved(with_header(*HEAD[4:], above=above, first=first)).draft
    assert (draft.subject, draft.date) == ("Evaluatie Zuid", date(2025, 10, 13))
    assert draft.document_number == ("7" if "nr" in above else "")
    assert draft.context == "Wij keken om."


def test_word_reader_makes_nothing_of_a_title_that_runs_above_every_page() -> None:
    result = read_saved(with_header(*HEAD, above="11.11.11 – Managementrespons\tOnderwerp: Evaluatie Zuid\tBlad 4"))
    assert found(result) == []
    assert (result.draft.subject, result.draft.context) == ("Evaluatie Zuid", "Wij keken om.")


def test_word_reader_says_where_the_page_and_the_document_say_something_else() -> None:
    result = read_saved(with_header(*HEAD, above="Datum: 1/2/2019"))
    assert result.draft.date == date(2025, 10, 13)
    assert found(result) == [(1, DoubtKind.NOT_PLACED, "1/2/2019")]


def test_word_reader_takes_no_date_that_word_fills_in_by_itself() -> None:
    document = with_header(*HEAD[:1], *HEAD[2:], above="")
    day = '<w:fldSimple w:instr=" DATE \\@ dd/MM/yyyy "><w:r><w:t>28/11/2026</w:t></w:r></w:fldSimple>'
    document.sections[0].header.paragraphs[0]._p.append(xml("<w:r><w:t>Datum: </w:t></w:r>"))
    document.sections[0].header.paragraphs[0]._p.append(xml(day))
    document.sections[0].first_page_header.paragraphs[0].text = ""
    document.paragraphs[0].insert_paragraph_before("DATUM 13/10/2025")
    result = read_saved(document)
    assert result.draft.date == date(2025, 10, 13)
    assert DoubtKind.NOT_PLACED not in {kind for _, kind, _ in found(result)}
