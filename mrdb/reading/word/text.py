"""The words of one Word paragraph as they stand on paper: what is inserted counts, what is struck out does not."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT = frozenset({qn("w:t"), f"{_MATH}t"})
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_UNSEEN = frozenset(
    {
        *map(qn, ("w:pPr", "w:rPr", "w:sdtPr", "w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText")),
        *map(qn, ("w:rt", "w:txbxContent")),
        f"{_MC}Fallback",
    }
)
"""Text boxes are read apart: their words are no part of the sentence that they float beside."""
_ARROWS = {"E0": "→", "E8": "→", "DF": "←", "F0": "⇨", "B7": "•", "A7": "▪"}
"""Signs of the fonts Wingdings and Symbol by their place there: what Word makes of "-->", and bullets."""
_PRIVATE = {0xF000 + int(place, 16): sign for place, sign in _ARROWS.items()}


def text_of(paragraph: BaseOxmlElement) -> str:
    """The text with its tabs, and a newline where Word breaks the line without a new paragraph."""
    return "".join(_pieces(paragraph))


def _pieces(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            yield (child.text or "").translate(_PRIVATE)
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == qn("w:sym"):
            yield _ARROWS.get(child.get(qn("w:char"), "")[-2:].upper(), "\N{REPLACEMENT CHARACTER}")
        elif tag not in _UNSEEN and not is_prompt(child):
            yield from _pieces(child)


def is_prompt(element: BaseOxmlElement) -> bool:
    """A content control that nobody filled in shows what to type there."""
    if element.tag != qn("w:sdt"):
        return False
    properties = element.find(qn("w:sdtPr"))
    return properties is not None and properties.find(qn("w:showingPlcHdr")) is not None


def text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The text boxes that hang on it, each once; those inside another one come with that one."""
    for child in paragraph:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag not in _UNSEEN:
            yield from text_boxes(child)


def footnote_ids(paragraph: BaseOxmlElement) -> Iterator[str]:
    """Of footnotes and endnotes, each with a letter for its kind."""
    for kind in ("footnote", "endnote"):
        for reference in paragraph.iter(qn(f"w:{kind}Reference")):
            yield f"{kind} {reference.get(qn('w:id'), '')}"
