"""What our Word documents share: a template that says how they look, facts, a footer with page numbers.

Fonts, colours, spacing, paper and language are in the styles of the documents in ``templates``: open one in Word to
change them.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Row
from docx.text.paragraph import Paragraph

from mrdb.exchange.cell_text import with_newlines
from mrdb.text.excel import PAGE

FACT, FACT_LABEL, LAST_FACT = "Fact", "Fact Label", "Last Fact"
TABLE_STYLE, CELL_HEADING = "Opvolging", "Table Heading"
HEADING_SHADE = "E7ECF3"
_TEMPLATES = Path(__file__).parent / "templates"
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LONGEST_PROPERTY = 255


def new_document(template: str) -> WordDocument:
    """An empty document with the styles, the paper and the footer of that template."""
    return Document(str(_TEMPLATES / template))


def clean(text: str) -> str:
    """The text as Word can hold it: it refuses a file with a control character in it.

    Control characters, which nobody ever saw, are left out; half a
    surrogate pair becomes U+FFFD, so that the reader sees that something stood there.
    """
    text = _CONTROLS.sub("", with_newlines(text))
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text).strip()


def set_style(paragraph: Paragraph, name: str) -> None:
    """As ``paragraph.style``, which looks through all styles of the document for every paragraph."""
    paragraph._p.style = name.replace(" ", "")


def add_facts(document: WordDocument, facts: Iterable[tuple[str, str]]) -> None:
    """Label and text side by side, a line under the last; facts without a text are left out, at least one has one."""
    for label, text in facts:
        if clean(text):
            paragraph = document.add_paragraph(style=FACT)
            paragraph.add_run(f"{label}\t", style=FACT_LABEL)
            paragraph.add_run(clean(text))
    set_style(paragraph, LAST_FACT)


def add_led(document: WordDocument, style: str, lead: str, rest: str) -> None:
    """A paragraph that opens with a word in bold; nothing where there is nothing to say."""
    if lead or rest:
        paragraph = document.add_paragraph(style=style)
        paragraph.add_run(lead).bold = True
        paragraph.add_run(f" {clean(rest)}" if lead and rest else clean(rest))


def finished(
    document: WordDocument, footer: str, *, title: str, subject: str, author: str, made: datetime, comments: str = ""
) -> bytes:
    """The bytes of the document; the footer of a template has fields for the numbers of the pages.

    Without properties Word would show those of the template; ``made`` is aware.
    """
    before, between = PAGE.removesuffix("{pages}").split("{page}")
    first, _, middle, _ = document.sections[0].footer.paragraphs[0].runs
    first.text, middle.text = f"{footer}\t{before}", between
    properties = document.core_properties
    properties.title = clean(title)[:_LONGEST_PROPERTY]
    properties.subject = clean(subject)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = clean(author)[:_LONGEST_PROPERTY]
    properties.comments = comments
    properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def keep_whole(row: _Row, *, is_heading: bool = False) -> None:
    """The row does not break over two pages, unless it is longer than one; a heading comes back on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.insert(0, OxmlElement("w:cantSplit"))
    if is_heading:
        properties.append(OxmlElement("w:tblHeader"))


def shade(row: _Row, fill: str) -> None:
    """A background for every cell, also for what lies under a merged one."""
    for cell in row._tr.tc_lst:
        shading = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shading.set(qn(f"w:{key}"), value)
        cell.get_or_add_tcPr().append(shading)
