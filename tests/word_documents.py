"""Word documents as an organisation makes them itself: tables for the look, lists of Word's own, merged headings."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from mrdb.domain.draft import DoubtKind, Draft, DraftAction, DraftRecommendation, ReadDocument
from mrdb.reading.document import read_document
from mrdb.text.labels import STATUS

PLACEHOLDER = "(stvz op opvolgingsmoment, wordt overschreven bij volgend opvolgingsmoment)"
TITLES = ("Actie", "Kalender", "Verantwoordelijke(n)", "Opvolging", "Stvz", "Commentaar")


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def xml(text: str) -> OxmlElement:
    """``xml('<w:p/>')``"""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", text))


def add_list(document: Document, *levels: tuple[str, str]) -> int:
    """A list with these levels, each its kind (``bullet``, ``decimal``) and its sign; returns its number."""
    numbering = document.part.numbering_part.element
    id_ = 100 + len(numbering)
    inside = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/></w:lvl>'
        for n, (kind, sign) in enumerate(levels)
    )
    numbering.insert(0, xml(f'<w:abstractNum w:abstractNumId="{id_}">{inside}</w:abstractNum>'))
    numbering.append(xml(f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>'))
    return id_


def put_in_list(paragraph: Paragraph, number: int, level: int = 0) -> Paragraph:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
    return paragraph


def fill(cell: _Cell, text: str, bullets: int) -> None:
    """The lines of a field as paragraphs; items in a list of Word's own."""
    for place, line in enumerate(filter(None, text.split("\n"))):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        paragraph.add_run(line.removeprefix("• ").removeprefix("◦ "))
        if line.startswith(("• ", "◦ ")):
            put_in_list(paragraph, bullets, int(line.startswith("◦ ")))


def add_titles(table: Table) -> None:
    """Two rows of titles: the first three run down over both, "Opvolging" stands over two columns."""
    above, below = table.rows[0], table.rows[1]
    for place in range(3):
        above.cells[place].text = TITLES[place]
        above.cells[place].merge(below.cells[place])
    above.cells[3].text = TITLES[3]
    above.cells[3].merge(above.cells[4])
    below.cells[3].text, below.cells[4].text = TITLES[4:]


def add_action(table: Table, action: DraftAction, bullets: int) -> None:
    cells = table.add_row().cells
    fill(cells[0], f"{action.number} {action.text}", bullets)
    fill(cells[1], action.calendar, bullets)
    fill(cells[2], action.responsible, bullets)
    if action.status is None and not action.comment:
        cells[3].merge(cells[4]).text = PLACEHOLDER
    else:
        cells[3].text = STATUS[action.status] if action.status else ""
        fill(cells[4], action.comment, bullets)


def add_recommendation(document: Document, part: DraftRecommendation, bullets: int) -> None:
    """Title and answer's heading left, the texts right of them; the actions in a table of their own."""
    beside = document.add_table(rows=2, cols=2)
    beside.cell(0, 0).text = f"AANBEVELING {part.number} : {part.title}"
    beside.cell(1, 0).text = "MANAGEMENT RESPONSE"
    fill(beside.cell(0, 1), part.text, bullets)
    fill(beside.cell(1, 1), part.answer, bullets)
    document.add_paragraph()
    half = len(part.actions) // 2 + 1
    table = document.add_table(rows=2, cols=5)
    add_titles(table)
    for action in part.actions[:half]:
        add_action(table, action, bullets)
    if part.actions[half:]:
        document.add_paragraph()
        after = document.add_table(rows=0, cols=5)  # the table goes on on the next page
        for action in part.actions[half:]:
            add_action(after, action, bullets)


def organisation_document(draft: Draft) -> bytes:
    """The draft in the look of the real document."""
    document = docx.Document()
    bullets = add_list(document, ("bullet", "\uf0b7"), ("bullet", "o"))
    document.sections[0].header.paragraphs[0].text = "11.11.11 – koepel van internationale solidariteit"
    document.sections[0].footer.paragraphs[0].text = "Blad 1"
    head = document.add_table(rows=4, cols=2)
    facts = [
        ("ONDERWERP:", draft.subject),
        ("DOC. NR:", f"{draft.document_number}\tDATUM {draft.date:%d/%m/%Y}"),
        ("VAN:", draft.sender),
        ("AAN:", draft.recipient),
    ]
    for row, texts in zip(head.rows, facts, strict=True):
        row.cells[0].text, row.cells[1].text = texts
    document.add_paragraph("SITUERING")
    box = document.add_table(rows=1, cols=1)
    fill(box.cell(0, 0), draft.context, bullets)
    document.add_paragraph("MANAGEMENT RESPONSE")
    for part in draft.recommendations:
        add_recommendation(document, part, bullets)
        document.add_paragraph()
    return saved(document)


Rows = Sequence[Sequence[str]]
HEAD = (
    "ONDERWERP: Evaluatie Zuid", "DOC. NR: 7\tDATUM 13/10/2025", "VAN: An", "AAN: Raad", "SITUERING", "Wij keken om.",
)  # fmt: skip
ONE = ("AANBEVELING 1 : Doe meer", "Doe veel meer.", "MANAGEMENT RESPONSE", "Akkoord.")
TITLE_ROWS: Rows = (
    ("Actie", "Kalender", "Verantwoordelijke(n)", "Opvolging", "<"),
    ("^", "^", "^", "Stvz", "Commentaar"),
)
DONE = ("1.1 Doe dit", "najaar 2025", "Els", "Lopende", "Bezig.")


def a_document(*blocks: str | Rows) -> Document:
    """A paragraph for each text ("Heading 2> Aanbeveling 1" names its style) and a table for each list of rows.

    In a cell every line is a paragraph; "^" is a cell merged with the one above, "<" with the one to the left.
    """
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            style, _, text = block.rpartition("> ")
            document.add_paragraph(text, style=style or None)
        else:
            add_table(document, block)
    return document


def add_table(place: Document | _Cell, rows: Rows) -> Table:
    table = place.add_table(rows=len(rows), cols=max(map(len, rows)))
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text == "^":
                table.cell(y - 1, x).merge(table.cell(y, x))
            elif text == "<":
                table.cell(y, x - 1).merge(table.cell(y, x))
            else:
                first, *others = text.split("\n")
                table.cell(y, x).paragraphs[0].text = first
                for line in others:
                    table.cell(y, x).add_paragraph(line)
    return table


def add_xml(document: Document, text: str) -> None:
    """A paragraph in raw XML at the end."""
    document.element.body[-1].addprevious(xml(text))


def read(*blocks: str | Rows) -> ReadDocument:
    return read_saved(a_document(*blocks))


def read_saved(document: Document) -> ReadDocument:
    return read_document(saved(document), name="respons.docx")


def cells(actions: Sequence[DraftAction]) -> list[tuple[str, ...]]:
    """Number, text, calendar, responsible, status and comment of each action."""
    return [
        (one.number, one.text, one.calendar, one.responsible, one.status.value if one.status else "", one.comment)
        for one in actions
    ]


def found(result: ReadDocument) -> list[tuple[int, DoubtKind, str]]:
    return [(doubt.line, doubt.kind, doubt.found) for doubt in result.doubts]


def words_on_paper(data: bytes) -> Counter[str]:
    """The words that stand in the body, taken from the XML apart from the reader: each once, deletions left out."""
    body = docx.Document(BytesIO(data)).element.body
    for struck in list(body.iter(qn("w:del"))):
        struck.getparent().remove(struck)
    paragraphs = (
        "".join(
            " " if piece.tag in {qn("w:tab"), qn("w:br")} else piece.text or ""
            for piece in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
            if piece.getparent().tag == qn("w:r")
        )
        for paragraph in body.iter(qn("w:p"))
    )
    return words(paragraphs)


def words(texts: Iterable[str]) -> Counter[str]:
    """List marks are signs, not words."""
    return Counter(word for text in texts for word in text.split() if word not in "•◦")


def words_of(draft: Draft, days: Sequence[str] = ()) -> Counter[str]:
    """Every word in the fields of a draft; ``days`` are the dates as the document writes them."""
    texts = [draft.subject, draft.document_number, draft.sender, draft.recipient, draft.context, *days]
    for part in draft.recommendations:
        texts += [str(part.number), part.title, part.text, part.answer]
        for action in part.actions:
            texts += [action.number, action.text, action.calendar, action.responsible, action.comment]
            texts += [STATUS[action.status]] if action.status else []
    return words(texts)
