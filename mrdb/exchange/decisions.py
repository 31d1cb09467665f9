"""The decision list as a Word document that one hands to a board."""

from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mrdb.domain.decisions import Minutes
from mrdb.domain.response import Moment
from mrdb.exchange.cell_text import cell_text
from mrdb.text import decisions as words
from mrdb.text.nl import APP, listed

FONT = "Calibri"
INK = RGBColor(0x1B, 0x24, 0x30)
ACCENT = RGBColor(0x1F, 0x3A, 0x5F)
QUIET = RGBColor(0x5A, 0x62, 0x70)
LANGUAGE = "nl-BE"
TEXT_WIDTH = Cm(16)
LABEL_WIDTH = Cm(4.8)


def decision_document(moment: Moment, subjects: str, text: str, minutes: Minutes | None, at: datetime) -> bytes:
    """The list in ``text`` as a ``.docx``; as long as there are no ``minutes`` it says that it is a draft.

    ``subjects`` are those of the management responses, one a line. ``at`` (aware) is when the file is made.
    """
    document = Document()
    _leave_out_traces(document)
    _set_page(document)
    _set_styles(document)
    document.add_paragraph(words.TITLE, style="Title")
    document.add_paragraph(_clean(moment.title) or words.MOMENT, style="Subtitle")
    _add_facts(document, moment, subjects)
    for line in words.lines(_clean(text)):
        if not line.rest:
            document.add_paragraph(line.lead.removesuffix(":"), style="Heading 1")
            continue
        item = document.add_paragraph(style="List Bullet")
        if line.lead:
            item.add_run(line.lead).bold = True
        item.add_run(f" {line.rest}" if line.lead else line.rest)
    _add_footer(document, words.fixed_by(_clean(minutes.author), minutes.at) if minutes else words.DRAFT)
    _set_properties(document, moment, subjects, minutes, at)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add_facts(document: WordDocument, moment: Moment, subjects: str) -> None:
    facts = [
        (words.DATE, words.held_on(moment.date)),
        (words.ATTENDEES, listed(moment.attendees)),
        (words.SUBJECT, subjects),
        (words.NEXT_MEETING, words.held_on(moment.next_date) if moment.next_date else ""),
    ]
    told = [(label, _clean(text)) for label, text in facts if text.strip()]
    for label, text in told:
        paragraph = document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.left_indent, layout.first_line_indent, layout.space_after = LABEL_WIDTH, -LABEL_WIDTH, Pt(3)
        layout.tab_stops.add_tab_stop(LABEL_WIDTH)
        name = paragraph.add_run(f"{label}\t")
        name.font.color.rgb = QUIET
        paragraph.add_run(text)
    _draw_line(paragraph)  # there always is a date
    paragraph.paragraph_format.space_after = Pt(16)


def _add_footer(document: WordDocument, state: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    style = paragraph.style
    assert isinstance(style, ParagraphStyle)
    style.paragraph_format.tab_stops.clear_all()  # the template's are for American paper
    style.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    before, between = words.PAGE.split("{page}")
    paragraph.add_run(f"{state}\t{before}")
    _add_field(paragraph.add_run(), "PAGE")
    paragraph.add_run(between.replace("{pages}", ""))
    _add_field(paragraph.add_run(), "NUMPAGES")


def _add_field(run: Run, code: str) -> None:
    """A number that Word fills in."""
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        if kind == "separate":
            run.add_text("1")


def _draw_line(paragraph: Paragraph) -> None:
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "10"), ("color", "B8C0CC")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _set_page(document: WordDocument) -> None:
    """A4; the template that python-docx brings has American paper."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)


def _set_styles(document: WordDocument) -> None:
    looks = (
        ("Normal", 11, INK, False, 0, 6),
        ("Title", 26, ACCENT, True, 0, 2),
        ("Subtitle", 14, QUIET, False, 0, 14),
        ("Heading 1", 13, ACCENT, True, 14, 6),
        ("List Bullet", 11, INK, False, 0, 7),
        ("Footer", 9, QUIET, False, 0, 0),
    )
    for name, size, colour, bold, before, after in looks:
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size, style.font.color.rgb, style.font.bold, style.font.italic = Pt(size), colour, bold, False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        _set_font(style)
    for name in ("Normal", "List Bullet"):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.paragraph_format.line_spacing = 1.15
        style.paragraph_format.widow_control = True
    for name, trait in (("Title", "w:pBdr"), ("List Bullet", "w:contextualSpacing")):
        properties = document.styles[name].element.get_or_add_pPr()
        for found in properties.findall(qn(trait)):
            properties.remove(found)


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
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    properties.append(language)


def _set_properties(
    document: WordDocument, moment: Moment, subjects: str, minutes: Minutes | None, at: datetime
) -> None:
    """Without these Word would show those of the library's own template."""
    made = (minutes.at if minutes else at).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties = document.core_properties
    # The format holds 255 characters a property.
    properties.title = f"{words.TITLE} {words.held_on(moment.date).lower()}"
    properties.subject = _clean(subjects)[:255]
    properties.author = properties.last_modified_by = _clean(minutes.author)[:255] if minutes else APP
    properties.comments = "" if minutes else words.DRAFT
    properties.keywords, properties.category = "", ""
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = made


def _leave_out_traces(document: WordDocument) -> None:
    """The template names the program and the machine that it was made on, and brings a picture of its first page."""
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype in {RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL}:
            del relations[key]


def _clean(text: str) -> str:
    """Word refuses a file with a control character in it, just as Excel does."""
    return (cell_text(text) or "").strip()
