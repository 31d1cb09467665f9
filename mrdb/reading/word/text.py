"""The words of one Word paragraph as they stand on paper: what is inserted counts, what is struck out does not."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from mrdb.domain.draft import DoubtKind
from mrdb.reading.word.style_sheet import Look

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT = frozenset({qn("w:t"), f"{_MATH}t"})
_RUNS = frozenset({qn("w:r"), f"{_MATH}r"})
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
_TODAY = re.compile(r"\s*(?:DATE|TIME|PRINTDATE|SAVEDATE)\b", re.IGNORECASE)
_ARROWS = {"E0": "→", "E8": "→", "DF": "←", "F0": "⇨", "B7": "•", "A7": "▪"}
"""Signs of the fonts Wingdings and Symbol by their place there: what Word makes of "-->", and bullets."""
_PRIVATE = {0xF000 + int(place, 16): sign for place, sign in _ARROWS.items()}


LookOf = Callable[[BaseOxmlElement | None], Look]
"""By what is said of the look of a run."""


class Words(NamedTuple):
    """``live`` is the text with its tabs, and a newline where Word breaks the line without a new paragraph."""

    live: str
    left_out: tuple[tuple[DoubtKind, str], ...]


def words_of(paragraph: BaseOxmlElement, look_of: LookOf) -> Words:
    live, left_out = "", []
    for look, group in groupby(_pieces(paragraph, look_of, None), key=itemgetter(0)):
        text = "".join(piece for _, piece in group)
        if look is None:
            live += text
        elif said := " ".join(text.split()):
            left_out.append((look, said))
            live += " " if text != text.strip() else ""  # the words on both sides of it stay two
    return Words(live, tuple(left_out))


def text_of(paragraph: BaseOxmlElement) -> str:
    """All of its words, however they look."""
    return "".join(text for _, text in _pieces(paragraph, lambda _: None, None))


def _pieces(element: BaseOxmlElement, look_of: LookOf, look: Look) -> Iterator[tuple[Look, str]]:
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            yield look, (child.text or "").translate(_PRIVATE)
        elif tag in _SIGNS:
            yield look, _SIGNS[tag]
        elif tag == qn("w:sym"):
            yield look, _ARROWS.get(child.get(qn("w:char"), "")[-2:].upper(), "\N{REPLACEMENT CHARACTER}")
        elif tag in _RUNS:
            yield from _pieces(child, look_of, look_of(child.find(qn("w:rPr"))))
        elif tag not in _UNSEEN and not is_prompt(child):
            yield from _pieces(child, look_of, look)


def is_prompt(element: BaseOxmlElement) -> bool:
    """A content control that nobody filled in shows what to type there."""
    if element.tag != qn("w:sdt"):
        return False
    properties = element.find(qn("w:sdtPr"))
    return properties is not None and properties.find(qn("w:showingPlcHdr")) is not None


def is_of_today(element: BaseOxmlElement) -> bool:
    """Whether it holds a date that Word fills in by itself."""
    codes = [code.text or "" for code in element.iter(qn("w:instrText"))]
    codes += [one.get(qn("w:instr"), "") for one in element.iter(qn("w:fldSimple"))]
    return any(map(_TODAY.match, codes))


def text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The text boxes that hang on it, each once; those inside another one come with that one."""
    for child in paragraph:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag not in _UNSEEN:
            yield from text_boxes(child)


def note_ids(paragraph: BaseOxmlElement) -> Iterator[str]:
    """Of footnotes, endnotes and comments, each with its kind."""
    for kind in ("footnote", "endnote", "comment"):
        for reference in paragraph.iter(qn(f"w:{kind}Reference")):
            yield f"{kind} {reference.get(qn('w:id'), '')}"
