"""The styles of a Word document, as far as they say what a paragraph is, how it is numbered and how its words look."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from mrdb.domain.draft import DoubtKind
from mrdb.reading.word.styles import TABLE_TEXT

DEEPEST_CHAIN = 20
_LARGEST = 100_000
_LOOKS = {"w:vanish": DoubtKind.HIDDEN, "w:strike": DoubtKind.STRUCK_OUT, "w:dstrike": DoubtKind.STRUCK_OUT}
"""What keeps words from being read. ``w:webHidden`` does not: on paper they stand there."""
_OFF = {"0", "false", "off"}
Look = DoubtKind | None
"""Why words do not count; None for those that do."""


@dataclass(frozen=True, slots=True)
class Style:
    """``number`` and ``level`` are those of its list, None where it does not say; ``looks`` holds what it switches."""

    name: str
    based_on: str
    number: str | None
    level: int | None
    looks: Mapping[str, bool]


@dataclass(slots=True)
class Styles:
    """The styles of a document by their id; ``default`` is the id of the paragraph style that need not be named."""

    known: Mapping[str, Style]
    default: str
    _switched: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: BaseOxmlElement) -> "Styles":
        known: dict[str, Style] = {}
        default = ""
        for one in root.iter(qn("w:style")):
            id_ = one.get(qn("w:styleId"), "")
            number, level = list_place(one.find(qn("w:pPr")))
            looks = _looks(one.find(qn("w:rPr")))
            known[id_] = Style(value_of(one, "w:name"), value_of(one, "w:basedOn"), number, level, looks)
            if one.get(qn("w:default")) in {"1", "true", "on"} and one.get(qn("w:type")) == "paragraph":
                default = id_
        return cls(known, default)

    @property
    def are_ours(self) -> bool:
        """Whether this is a report that we wrote, perhaps saved again by another program."""
        return any(style.name == TABLE_TEXT for style in self.known.values())

    def name(self, id_: str) -> str:
        style = self.known.get(id_ or self.default)
        return style.name if style else ""

    def chain(self, id_: str) -> list[tuple[str, Style]]:
        """The style and those it is based on, itself first."""
        found: list[tuple[str, Style]] = []
        while id_ in self.known and len(found) < DEEPEST_CHAIN:
            found.append((id_, self.known[id_]))
            id_ = self.known[id_].based_on
        return found

    def look(self, run: BaseOxmlElement | None, paragraph_style: str) -> Look:
        """Of words with these properties of their own: what stands there counts, else what their styles say.

        A style of letters inside one of paragraphs that says the same switches it off again (ISO 29500, 17.7.3).
        """
        own = _looks(run)
        letters = "" if run is None else value_of(run, "w:rStyle")
        styled = self._on(letters) ^ self._on(paragraph_style or self.default)
        if not own and not styled:
            return None
        for tag, look in _LOOKS.items():
            if own.get(tag, tag in styled):
                return look
        return None

    def _on(self, style: str) -> frozenset[str]:
        """What it switches on, itself or by what it is based on."""
        if style not in self._switched:
            looks = {tag: on for _, one in reversed(self.chain(style)) for tag, on in one.looks.items()}
            self._switched[style] = frozenset(tag for tag, on in looks.items() if on)
        return self._switched[style]


def _looks(properties: BaseOxmlElement | None) -> Mapping[str, bool]:
    if properties is None or not len(properties):
        return {}
    found = ((tag, properties.find(qn(tag))) for tag in _LOOKS)
    return {tag: one.get(qn("w:val"), "1") not in _OFF for tag, one in found if one is not None}


def list_place(properties: BaseOxmlElement | None) -> tuple[str | None, int | None]:
    """The list of a paragraph or a style, and the level in it, as far as it says."""
    place = None if properties is None else properties.find(qn("w:numPr"))
    if place is None:
        return None, None
    number, level = value_of(place, "w:numId"), value_of(place, "w:ilvl")
    return number or None, number_of(level) if level else None


def value_of(element: BaseOxmlElement, tag: str) -> str:
    """What that element inside it holds, or ""."""
    found = element.find(qn(tag))
    return "" if found is None else found.get(qn("w:val"), "")


def number_of(text: str | None) -> int:
    return min(int(text), _LARGEST) if text and text.isascii() and text.isdecimal() else 0
