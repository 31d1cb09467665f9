"""A recommendation while its parts come in, and the words by which a table names one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mrdb.reading.blocks import Paragraph, Row
from mrdb.reading.interpreter.columns import Placed
from mrdb.text.lexicon import counted

MAX_TITLE = 200
"""A title with more characters has swallowed the text behind it."""

_REFERENCE = re.compile(
    r"(?:(?:aanb|rec)[^\W\d]*\.?\s*)?(?:(?:nr|no|n°|nº)\.?\s*)?#?\s*"
    r"(?P<number>(?:[A-Z]{1,4}[-. ]?)?\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])(?:\s*[.):–—-]+(?=\s|$)|$)\s*",
    re.IGNORECASE,
)
_ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]
_SENTENCE = re.compile(r"[.!?](?=\s+[A-ZÀ-Þ])")
_MOST_ALIKE = 0.8
"""Share of its words by which a table names again what stands above it."""


@dataclass(slots=True)
class ActionRow:
    """``is_linked`` is not what names a recommendation that the document does not have; one that stands ``is_apart``
    from a table never is the rest of the one above."""

    row: Row
    cells: list[Placed]
    is_linked: bool = True
    is_apart: bool = False


@dataclass(slots=True)
class Section:
    """One recommendation; ``behind`` is text that stands below its table, ``notes`` what our report adds.

    ``is_in_table`` is one that stands in a cell, where title and text are one.
    """

    number: str
    heading: Paragraph
    is_in_table: bool = False
    title: list[Paragraph] = field(default_factory=list)
    text: list[Paragraph] = field(default_factory=list)
    acceptance: list[Paragraph] = field(default_factory=list)
    answer: list[Paragraph] = field(default_factory=list)
    behind: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    rows: list[ActionRow] = field(default_factory=list)

    def holds(self, words: str, share: float = 1) -> bool:
        """Whether its title and its text hold so many of the words."""
        said = _words(" ".join(one.said for one in (*self.title, *self.text)))
        return len(_words(words) & said) >= share * len(_words(words))

    def is_named_by(self, words: str) -> bool:
        return self.holds(words, _MOST_ALIKE)


def reference_of(paragraph: Paragraph) -> tuple[str, tuple[int, int], int]:
    """The number with which a cell names a recommendation or "", where that stands, and where the text behind it."""
    if number := counted(paragraph.whole):
        return number, (0, 0), len(paragraph.whole)
    match = _REFERENCE.match(paragraph.whole)
    return (match["number"], match.span("number"), match.end()) if match else ("", (0, 0), 0)


def titled(paragraph: Paragraph) -> tuple[Paragraph, Paragraph]:
    """The first sentence of a text that is too long for a title, and the rest of it."""
    whole = paragraph.whole
    first = _SENTENCE.search(whole) if len(whole) > MAX_TITLE else None
    end = first.end() if first else len(whole)
    return paragraph.part(0, end), paragraph.part(end)


def under_title(title: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """What stands in a column of the document's own, behind its title."""
    found = list(paragraphs)
    if found and title:
        found[0] = replace(found[0], text=f"{title}: {found[0].whole}", label="")
    return found


def same_number(one: object, other: object) -> bool:
    """ "R1", "1" and "Aanb. 1" are one, and so are "II" and "ii"."""
    plain = [re.sub(r"\W", "", str(number)).casefold() for number in (one, other)]
    return plain[0] == plain[1] or _figures(plain[0]) == _figures(plain[1]) != ""


def _figures(number: str) -> str:
    if found := re.fullmatch(r"[a-z]*0*(\d+)", number):
        return found[1]
    return str(_ROMAN.index(number)) if number in _ROMAN[1:] else ""


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
