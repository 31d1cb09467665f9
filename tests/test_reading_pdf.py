"""PDF files: what people read on paper comes out as paragraphs and tables, and what is uncertain is doubted."""

import logging
import shutil
import subprocess
import tracemalloc
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import RGBColor
from hostile_pdf import PAGE, endless, objects, painted, pdf, stream
from shapes import SHAPES
from shapes.truth import PDF, Shape
from test_reading_word_report import report_of, seed_draft
from word_documents import a_document, add_table, saved, xml

from mrdb import log
from mrdb.domain.draft import DoubtKind
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.blocks import Block, Paragraph
from mrdb.reading.document import read_document
from mrdb.reading.pdf import document, pdf_source
from mrdb.reading.pdf.document import Bug
from mrdb.reading.transcript import Source
from mrdb.reading.word import word_source
from mrdb.store.database import open_database

SOFFICE = shutil.which("soffice")
LONG = "die lang genoeg is om op de volgende regel van het papier verder te gaan, en dan nog een stukje verder"
PROMISE = "Directeur Zuid\nMEAL-coördinator"
ROWS = [
    ("Aanbeveling", "Reactie", "Actie", "Verantwoordelijke", "Termijn"),
    (f"Aanbeveling 1: een vraag {LONG}", "Aanvaard. Dat doen we.", "1.1 Stel een register op.", PROMISE, "eind 2026"),
    ("^", "^", "1.2 Neem de opvolging op in het jaarverslag.", "Directeur Communicatie", "voorjaar 2027"),
]
MANY = [
    ROWS[0],
    *((f"Aanbeveling {n}: {LONG}", "Aanvaard.", f"{n}.1 Een actie {LONG}.", "Els", "eind 2026") for n in range(1, 12)),
]


def paper(*words: str) -> bytes:
    """A page with these painted on it as they stand."""
    return painted(" ".join(words).encode("latin-1"))


def at(x: int, y: int, text: str, more: str = "") -> str:
    return f"BT /F1 10 Tf {more} {x} {y} Td ({text}) Tj ET"


def read(data: bytes) -> Source:
    return pdf_source(data, name="respons.pdf")


def said(blocks: Sequence[Block]) -> list[str]:
    """Paragraphs with their marks; of a row its cells, "^" where one goes on from above, paragraphs in it by "/"."""
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += [f"{block.mark}{block.said}"] if block.said else []
            continue
        for row in block.rows:
            cells = (
                "^" if one.is_continued else " / ".join(f"{part.mark}{part.said}" for part in one.filled)
                for one in row.cells
            )
            found.append(" | ".join(cells))
    return found


def doubts(source: Source) -> list[tuple[int, DoubtKind, str]]:
    return [(one.line, one.kind, one.found) for one in source.transcript.doubts]


OVERPRINTED = "en-one-landscape-table.pdf"
"""LibreOffice repeats the titles too low, and paints the row below over them."""


@pytest.mark.parametrize(
    "shape", [one for one in SHAPES if one.suffix == "pdf" and one.file != OVERPRINTED], ids=lambda shape: shape.file
)
def test_pdf_gives_what_the_word_document_gives_of_which_it_was_made(shape: Shape) -> None:
    """Titles of columns that the next page repeats stand there once."""
    expected = said(word_source(shape.make(), name="respons.docx").blocks)
    source = read((PDF / shape.file).read_bytes())
    found = said(source.blocks)
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(expected))
    assert len(source.pages) == len(source.lines)
    assert list(source.pages) == sorted(source.pages)


def test_words_that_lie_over_one_another_stay_whole_and_are_doubted() -> None:
    source = read(paper(at(72, 700, "Gedeeltelijk"), at(76, 700, "aanvaard")))
    assert said(source.blocks) == ["Gedeeltelijk aanvaard"]
    assert doubts(source) == [(1, DoubtKind.COLUMNS_RUN_TOGETHER, "Gedeeltelijk aanvaard")]
    rows = [one for one in doubts(read((PDF / OVERPRINTED).read_bytes())) if one[1] == DoubtKind.COLUMNS_RUN_TOGETHER]
    assert [found for _, _, found in rows] == ["accepted Partially accepted. or not"]


def landscape(document: Document) -> Document:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    return document


def with_looks() -> Document:
    found = a_document("Title> Réponse de la direction", "Heading 1> Recommandation 1 : Mieux suivre")
    struck = found.add_paragraph("La direction ")
    struck.add_run("commencera en 2025").font.strike = True
    struck.add_run(" commencera en 2026.")
    hidden = found.add_paragraph("Ce qui se lit ")
    hidden.add_run("et ne se lit pas").font.color.rgb = RGBColor(255, 255, 255)
    found.add_paragraph().add_run("Souligné").font.underline = True
    for style, text in (("List Bullet", LONG), ("List Bullet", "Tweede punt"), ("List Bullet 2", "Onder het tweede")):
        found.add_paragraph(text, style=style)
    table = add_table(found, [("Action", "Délai"), ("1.1 Créer un comité", "juin 2026")])
    table.style = "Table Grid"
    for cell in table.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(xml('<w:shd w:val="clear" w:fill="1F3864"/>'))
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)
    return found


def over_pages() -> Document:
    found = landscape(a_document("Title> Managementrespons", f"Een alinea {LONG}."))
    found.sections[0].header.paragraphs[0].text = "Evaluatie Zuid – 13/10/2025"
    field = found.sections[0].footer.paragraphs[0]._p
    field.append(xml('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    table = add_table(found, MANY)
    table.style = "Table Grid"
    table.rows[0]._tr.get_or_add_trPr().append(xml("<w:tblHeader/>"))
    return found


def ruled() -> Document:
    found = landscape(a_document("Title> Managementrespons"))
    add_table(found, ROWS).style = "Table Grid"
    return found


def borderless() -> Document:
    found = landscape(a_document("Title> Managementrespons", f"Deze nota geeft het antwoord, {LONG}."))
    add_table(found, [[cell.replace("^", "") for cell in row] for row in ROWS])
    found.add_paragraph("Vastgesteld door de raad.")
    return found


ACROSS = [
    ("Actie", "Termijn", "Verantwoordelijke", "Opmerking"),
    ("Aanbeveling 1: Geef jongeren een stem in het bestuur", "<", "<", "<"),
    (f"Stel een register op {LONG}", "eind 2026", "Directeur Zuid, samen met Els", f"Er is een oproep {LONG}."),
    (f"Vraag raad {LONG}", "voorjaar 2027", "Jan", ""),
    ("Aanbeveling 2: Deel de lessen met alle partners in het Zuiden", "<", "<", "<"),
    (f"Organiseer een leerdag {LONG}", "Q2 2027", "Directeur Zuid, samen met Jan", f"Er is een zaal {LONG}."),
]


def across() -> Document:
    """Without lines, and with rows over its whole width between the others."""
    found = landscape(a_document("Title> Managementrespons"))
    add_table(found, ACROSS)
    return found


@pytest.fixture(scope="module")
def converted(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Documents made into PDF, and our own report, all in one start of LibreOffice."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("pdf")
    for make in (with_looks, over_pages, ruled, borderless, across):
        (folder / f"{make.__name__}.docx").write_bytes(saved(make()))
    (folder / "report.docx").write_bytes(report_of(open_database(f"sqlite:///{seeded_file}")))
    given = [str(one) for one in sorted(folder.glob("*.docx"))]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *given]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return {one.stem: one.read_bytes() for one in folder.glob("*.pdf")}


def test_our_own_report_reads_back_out_of_a_pdf(converted: Mapping[str, bytes]) -> None:
    """All but the summary that the report adds, which a PDF does not tell from the text: it is doubted."""
    result, draft = read_document(converted["report"], name="rapport.pdf"), seed_draft()
    assert result.draft.context.endswith(draft.context)
    assert replace(result.draft, context=draft.context, source_digest=draft.source_digest) == draft
    of_phrases = {DoubtKind.YEAR_INFERRED, DoubtKind.DATE_NOT_READ}
    assert {one.kind for one in result.doubts} - of_phrases == {DoubtKind.NOT_PLACED}


def test_struck_and_hidden_words_are_left_out_and_told(converted: Mapping[str, bytes]) -> None:
    source = read(converted["with_looks"])
    assert said(source.blocks) == [
        "Réponse de la direction",
        "Recommandation 1 : Mieux suivre",
        "La direction commencera en 2026.",
        "Ce qui se lit",
        "Souligné",
        f"• {LONG}",
        "• Tweede punt",
        "◦ Onder het tweede",
        "Action | Délai",
        "1.1 Créer un comité | juin 2026",
    ]
    assert doubts(source) == [
        (3, DoubtKind.STRUCK_OUT, "commencera en 2025"),
        (4, DoubtKind.HIDDEN, "et ne se lit pas"),
    ]
    assert [one.role for one in source.blocks if isinstance(one, Paragraph)][:3] == ["title", "heading", ""]


def test_a_table_over_pages_is_one_table_and_what_stands_on_each_page_stands_apart(
    converted: Mapping[str, bytes],
) -> None:
    source = read(converted["over_pages"])
    assert said(source.page_headers) == ["Evaluatie Zuid – 13/10/2025"]
    rows = [" | ".join(cell.replace("\n", " / ") for cell in row) for row in MANY]
    assert said(source.blocks) == ["Managementrespons", f"Een alinea {LONG}.", *rows]
    assert max(source.pages) > 1


@pytest.mark.parametrize(("name", "below"), [("ruled", "^"), ("borderless", "")])
def test_cells_keep_their_paragraphs_with_lines_around_them_or_without(
    name: str, below: str, converted: Mapping[str, bytes]
) -> None:
    rows = [" | ".join(cell.replace("\n", " / ").replace("^", below) for cell in row) for row in ROWS]
    found = said(read(converted[name]).blocks)
    assert found[-len(rows) :] == rows if name == "ruled" else found[-len(rows) - 1 : -1] == rows


def test_a_table_without_lines_is_one_with_the_rows_over_its_whole_width(converted: Mapping[str, bytes]) -> None:
    _, table = read(converted["across"]).blocks
    assert said([table]) == [" | ".join(cell for cell in row if cell != "<") for row in ACROSS]


def test_hyphens_at_the_end_of_a_line_are_doubted_where_the_word_stands_nowhere_else() -> None:
    lines = [
        "De evaluatie van de Noord-", "Zuidwerking en van de evalu-", "atie, van voor- en nadelen, en van een MEAL-",
        "medewerker die aan deze aan-", "pak werkt",
    ]  # fmt: skip
    source = read(paper(*(at(72, 700 - 12 * n, line) for n, line in enumerate(lines))))
    whole = "De evaluatie van de Noord-Zuidwerking en van de evaluatie, van voor- en nadelen, en van een "
    assert said(source.blocks) == [whole + "MEAL-medewerker die aan deze aan-pak werkt"]
    assert doubts(source) == [(1, DoubtKind.HYPHEN_AT_LINE_END, "aan- pak")]


def test_words_of_one_line_each_are_parted_where_others_begin_like_the_second() -> None:
    """Both fill the column, and "Begeleidersopleiden" would have been cut there too: it is doubted."""
    lines = ["al opleidt u ", "en stages ", "Begeleiders", "opleiden"]
    cells = "66 600 66 120 re S 132 600 90 120 re S"
    source = read(paper(cells, *(at(72, 700 - 12 * n, line) for n, line in enumerate(lines))))
    assert said(source.blocks) == ["al opleidt u en stages Begeleiders opleiden | "]
    assert doubts(source) == [(1, DoubtKind.HYPHEN_AT_LINE_END, "Begeleiders opleiden")]


def test_text_in_two_columns_is_read_one_column_after_the_other() -> None:
    left, right = "Links staat een lange regel tekst nr", "Rechts staat een lange regel ook nr"
    lines = [(at(72, 700 - 12 * n, f"{left} {n}"), at(300, 700 - 12 * n, f"{right} {n}")) for n in range(8)]
    text = " ".join(said(read(paper(*(part for line in lines for part in line))).blocks))
    assert text.index(f"{left} 7") < text.index(f"{right} 0")


def test_words_on_their_side_across_the_page_or_too_small_to_see() -> None:
    source = read(
        paper(
            at(72, 700, "Titel"),
            "BT /F1 10 Tf 0 1 -1 0 60 400 Tm (Op zijn kant) Tj ET",
            "BT /F1 60 Tf .7 .7 -.7 .7 200 300 Tm (CONCEPT) Tj ET",
            at(72, 200, "ongeschilderd", "3 Tr"),
            "0 Tr BT /F1 1 Tf 72 180 Td (heel klein) Tj ET",
        )
    )
    assert said(source.blocks) == ["Titel", "Op zijn kant"]
    assert {(kind, found) for _, kind, found in doubts(source)} == {
        (DoubtKind.NOT_PLACED, "CONCEPT"),
        (DoubtKind.HIDDEN, "ongeschilderd"),
        (DoubtKind.HIDDEN, "heel klein"),
    }


def on_pages(*pages: Sequence[str]) -> bytes:
    """A document of these pages, on each of which these are painted."""
    content = {10 + n: stream(" ".join(words).encode("latin-1")) for n, words in enumerate(pages)}
    made = {100 + n: PAGE.replace(b"4 0 R", b"%d 0 R" % n) for n in content}
    kids = b" ".join(b"%d 0 R" % n for n in made)
    return pdf(objects({2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(made)), **content, **made}))


def test_what_stands_on_every_page_stands_apart_and_a_heading_at_the_top_of_some_stays() -> None:
    def page(number: int, first: str) -> list[str]:
        return [at(72, 810, "Evaluatie Zuid, 13/10/2025"), at(72, 740, first), at(72, 700, f"Tekst van {number}."),
                at(290, 30, f"Pagina {number} van 4")]  # fmt: skip

    heads = ["Reactie van de directie", "Aanbeveling 2", "Reactie van de directie", "Reactie van de directie"]
    source = read(on_pages(*(page(n, head) for n, head in enumerate(heads, start=1))))
    assert said(source.page_headers) == ["Evaluatie Zuid, 13/10/2025"]
    assert said(source.blocks) == [text for n, head in enumerate(heads, start=1) for text in (head, f"Tekst van {n}.")]
    assert list(source.pages) == [1, 1, 1, 2, 2, 3, 3, 4, 4]


def test_a_table_of_contents_is_told_from_the_headings_that_it_names() -> None:
    names = ["Aanbeveling 1: Doe meer", "Aanbeveling 2: Doe anders"]
    entries = [at(72, 740 - 20 * n, f"{name} {'.' * (12 * n)} {n + 2}") for n, name in enumerate(names)]
    later = [[at(72, 740, name), at(72, 700, "Tekst.")] for name in names]
    source = read(on_pages([at(72, 780, "Inhoud"), *entries], *later))
    roles = [block.role for block in source.blocks if isinstance(block, Paragraph)]
    assert [role == "contents" for role in roles] == [False, True, True, False, False, False, False]


def test_a_page_on_its_side_is_turned() -> None:
    texts = ["Kort.", "Iets langer.", "Een regel die langer is."]
    lines = [f"BT /F1 10 Tf 0 1 -1 0 {100 + 12 * n} 72 Tm ({text}) Tj ET" for n, text in enumerate(texts)]
    assert said(read(paper(*lines)).blocks) == texts


def with_picture(*words: str, pages: int = 1) -> bytes:
    """``pages`` pages, each covered by a picture, and these words on the last one."""
    picture = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    page = PAGE.replace(b"/Font", b"/XObject << /I 6 0 R >> /Font")
    scan = b"q 595 0 0 842 0 0 cm /I Do Q "
    parts = objects({3: page, 4: stream(scan + " ".join(words).encode()), 6: stream(b"\xff", picture)})
    others = {n: page.replace(b"4 0 R", b"7 0 R") for n in range(10, 9 + pages)}
    kids = b" ".join(b"%d 0 R" % n for n in (*others, 3))
    parts[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages)
    return pdf({**parts, 7: stream(scan), **others})


def test_a_scan_with_recognised_text_is_read_and_doubted() -> None:
    source = read(with_picture(at(72, 700, "Herkende tekst", "3 Tr")))
    assert said(source.blocks) == ["Herkende tekst"]
    assert doubts(source) == [(1, DoubtKind.PAGE_RECOGNISED, "")]


def test_a_page_that_is_a_picture_among_others_is_told() -> None:
    assert doubts(read(with_picture(at(72, 700, "Tekst"), pages=2))) == [(1, DoubtKind.PAGE_IS_PICTURE, "")]


def test_what_is_filled_in_on_a_form_is_read() -> None:
    page = PAGE.replace(b"/Contents", b"/Annots [6 0 R 7 0 R] /Contents")
    typed = b"<< /Type /Annot /Subtype /Widget /FT /Tx /V (Directeur Zuid\rDienst HR) /Rect [200 690 400 714] >>"
    ticked = b"<< /Type /Annot /Subtype /Widget /FT /Btn /AS /On /Rect [72 660 84 672] >>"
    parts = objects({3: page, 4: stream(at(72, 704, "Wie:").encode()), 6: typed, 7: ticked})
    assert said(read(pdf(parts)).blocks) == ["Wie: Directeur Zuid", "Dienst HR", "☒"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (with_picture(), FileFault.PDF_SCANNED),
        (paper(), FileFault.PDF_SCANNED),
        (b"%PDF-1.7\n", FileFault.PDF_DAMAGED),
        (paper(at(9, 9, "a" * 70_000)), FileFault.PDF_TOO_LARGE),
    ],
    ids=["scan", "empty", "damaged", "too much"],
)
def test_a_pdf_that_cannot_be_read_is_refused(data: bytes, fault: FileFault) -> None:
    with pytest.raises(UnreadableUpload) as refused:
        read(data)
    assert refused.value.fault == fault


def test_reading_a_pdf_ends_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """This one says that it holds two thousand million objects, and the library looks for each of them."""
    monkeypatch.setattr(document, "MOST_SECONDS", 1)
    test_a_pdf_that_cannot_be_read_is_refused(endless(), FileFault.PDF_TOO_LARGE)


def test_a_bug_is_told_apart_from_what_a_file_asks_too_much(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Its number and the way to it stand in the log, and nothing of the file."""
    broken = "from mrdb.reading.pdf import alone; alone._UNREADABLE = None; alone.main()"
    monkeypatch.setattr(document, "_PROGRAM", f"import sys; sys.path[:] = sys.argv[2:]; {broken}")
    with pytest.raises(Bug) as met:
        read(paper(at(72, 700, "Geheim")))
    with monkeypatch.context() as changed:
        changed.setattr(logging.getLogger("mrdb"), "propagate", True)
        number = log.unexpected(met.value)
    assert number in caplog.text
    assert "TypeError > " in caplog.text
    assert "alone.py" in caplog.text
    assert "Geheim" not in caplog.text


def test_what_a_library_complains_of_is_kept_nowhere() -> None:
    """Of each of these it would write a line, into the memory of the server."""
    tracemalloc.start()
    test_a_pdf_that_cannot_be_read_is_refused(painted(b"/a g\n" * 100_000), FileFault.PDF_SCANNED)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2**22
