"""What our Word documents share: a file without traces, styles in Dutch, facts, a footer with page numbers."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple
from weakref import WeakKeyDictionary

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart
from docx.shared import Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "Calibri"
INK = RGBColor(0x1B, 0x24, 0x30)
ACCENT = RGBColor(0x1F, 0x3A, 0x5F)
QUIET = RGBColor(0x5A, 0x62, 0x70)
LINE = "B8C0CC"
LANGUAGE = "nl-BE"
_PAGE, _PAGES = "{page}", "{pages}"
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LONGEST_PROPERTY = 255
_STYLE_IDS: WeakKeyDictionary[StoryPart, dict[str, str | None]] = WeakKeyDictionary()
_CELL_MARGIN = "100"
"""In twentieths of a point, as everything in a table; a table that is not moved by it sticks out of the text."""


class Look(NamedTuple):
    """How a style looks; ``size``, ``before`` and ``after`` (the space around a paragraph) are in points."""

    size: float
    colour: RGBColor
    bold: bool
    before: float
    after: float


def new_document() -> WordDocument:
    """An empty document without what the library's template tells of its maker: program, machine, a picture."""
    document = Document()
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype in {RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL}:
            del relations[key]
    return document


def saved(document: WordDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def clean(text: str) -> str:
    """The text as Word can hold it: it refuses a file with a control character in it.

    Every kind of line break becomes a newline. Control characters, which nobody ever saw, are left out; half a
    surrogate pair becomes U+FFFD, so that the reader sees that something stood there.
    """
    text = _CONTROLS.sub("", _LINE_BREAKS.sub("\n", text))
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text).strip()


def set_style(paragraph: Paragraph, name: str) -> None:
    """As ``paragraph.style``, which looks through all styles of the document for every paragraph."""
    known = _STYLE_IDS.setdefault(paragraph.part, {})
    if name not in known:
        known[name] = paragraph.part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
    paragraph._p.style = known[name]


def paragraph_style(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def set_styles(document: WordDocument, looks: Mapping[str, Look]) -> None:
    """One font, our colours and Dutch for the styles named, and none of what the template adds to them."""
    for name, look in looks.items():
        style = paragraph_style(document, name)
        style.font.size, style.font.color.rgb = Pt(look.size), look.colour
        style.font.bold, style.font.italic = look.bold, False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
        _set_font(style)
        properties = style.element.get_or_add_pPr()
        traits = ("w:contextualSpacing",) if name.startswith("List") else ("w:pBdr",)
        for found in [found for trait in traits for found in properties.findall(qn(trait))]:
            properties.remove(found)


def set_reading(style: ParagraphStyle) -> None:
    """For text that one reads rather than looks up."""
    style.paragraph_format.line_spacing = 1.15
    style.paragraph_format.widow_control = True


def add_facts(document: WordDocument, facts: Iterable[tuple[str, str]], width: Length) -> None:
    """Label and text side by side, a line under the last; facts without a text are left out, at least one has one.

    ``width`` is that of the labels.
    """
    told = [(label, clean(text)) for label, text in facts if clean(text)]
    for label, text in told:
        paragraph = document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.left_indent, layout.first_line_indent, layout.space_after = width, Length(-width), Pt(3)
        layout.tab_stops.add_tab_stop(width)
        name = paragraph.add_run(f"{label}\t")
        name.font.color.rgb = QUIET
        paragraph.add_run(text)
    _draw_line(paragraph)
    paragraph.paragraph_format.space_after = Pt(16)


def add_footer(document: WordDocument, left: str, pages: str, width: Length) -> None:
    """``pages`` holds ``{page}`` and ``{pages}``; ``width`` is that of the text, at the end of which it stands."""
    paragraph = document.sections[0].footer.paragraphs[0]
    style = paragraph.style
    assert isinstance(style, ParagraphStyle)
    style.paragraph_format.tab_stops.clear_all()  # the template's are for American paper
    style.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    before, between = pages.split(_PAGE)
    paragraph.add_run(f"{left}\t{before}")
    _add_field(paragraph.add_run(), "PAGE")
    paragraph.add_run(between.replace(_PAGES, ""))
    _add_field(paragraph.add_run(), "NUMPAGES")


def set_properties(
    document: WordDocument, *, title: str, subject: str, author: str, comments: str, made: datetime
) -> None:
    """Without these Word would show those of the library's own template; ``made`` is aware."""
    properties = document.core_properties
    properties.title = clean(title)[:_LONGEST_PROPERTY]
    properties.subject = clean(subject)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = clean(author)[:_LONGEST_PROPERTY]
    properties.comments = comments
    properties.keywords, properties.category = "", ""
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def add_style(document: WordDocument, name: str, base: str) -> None:
    """A paragraph style of our own, which takes after ``base`` what it is not told itself."""
    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[base]


def set_bullet(document: WordDocument, name: str, sign: str, font: str) -> None:
    """Another sign before the items of a list style."""
    number = paragraph_style(document, name).element.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    kind = numbering.num_having_numId(number).abstractNumId.val
    level = numbering.xpath(f"w:abstractNum[@w:abstractNumId='{kind}']/w:lvl")[0]
    level.find(qn("w:lvlText")).set(qn("w:val"), sign)
    for fonts in level.iter(qn("w:rFonts")):
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), font)


def add_table_style(document: WordDocument, name: str) -> None:
    """Thin lines between all cells, and some air in them."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    for side, width in (("top", "60"), ("left", _CELL_MARGIN), ("bottom", "20"), ("right", _CELL_MARGIN)):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    properties = OxmlElement("w:tblPr")
    properties.extend([element("w:tblInd", w=_CELL_MARGIN, type="dxa"), borders, margins])
    style.element.append(properties)


def repeat_on_every_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """The row does not break over two pages, unless it is longer than one."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def shade(row: _Row, fill: str) -> None:
    """A background for every cell, also for what lies under a merged one."""
    for cell in row._tr.tc_lst:
        cell.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=fill))


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """``element("w:shd", val="clear", fill="EEEEEE")``"""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _add_field(run: Run, code: str) -> None:
    """A number that Word fills in."""
    for kind in ("begin", "separate", "end"):
        run._r.append(element("w:fldChar", fldCharType=kind))
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        if kind == "separate":
            run.add_text("1")


def _draw_line(paragraph: Paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    borders.append(element("w:bottom", val="single", sz="6", space="10", color=LINE))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _set_font(style: ParagraphStyle) -> None:
    """One font for every script, and Dutch for the spelling checker."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for old in properties.findall(qn("w:lang")) + properties.findall(qn("w:spacing")):
        properties.remove(old)
    properties.append(element("w:lang", val=LANGUAGE))
