"""The source as numbered lines and words, and what may become of a word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, takewhile
from typing import ClassVar, Literal

from mrdb.reading.blocks import Paragraph

Begin = Literal["paragraph", "item", "subitem", "line", "nothing"]
"""What begins at a word: a paragraph, a list item, one of a list inside it, a line in a table cell, or nothing new."""

Place = tuple[int, int]
"""Line and position of a word."""

UseKind = Literal["field", "furniture", "correction", "unplaced"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word between white space. ``line`` counts from 1, ``position`` from 0.

    ``found`` is what stands in the source, ``read`` what it reads as after correction: usually the same, two words
    where OCR lost a space, and "" where the word before took it in. ``begins`` is set by a correction only.
    """

    line: int
    position: int
    found: str
    read: str
    begins: Begin | None = None

    @property
    def place(self) -> Place:
        return (self.line, self.position)


@dataclass(frozen=True, slots=True)
class Line(Paragraph):
    """A line of the source, or what is left of it; ``text`` is what stands there.

    ``width`` is that of the whole line as it stands in the source; ``block`` counts what blank lines divide.
    """

    words: tuple[Word, ...] = ()
    width: int = 0
    block: int = 0
    starts_page: bool = False
    is_line: ClassVar[bool] = True

    @property
    def reading(self) -> list[str]:
        return [word.read for word in self.words]

    def of(self, words: Iterable[Word]) -> "Line":
        """This line with only these of its words."""
        left = tuple(words)
        return replace(self, text=found_text(left), words=left)

    def part(self, start: int, end: int | None = None) -> "Line":
        """The words that begin there."""
        places = accumulate((len(word.found) + 1 for word in self.words), initial=0)
        last = len(self.text) if end is None else end
        before_last = takewhile(lambda pair: pair[1] < last, zip(self.words, places, strict=False))
        return self.of(word for word, place in before_last if place >= start)

    def sliced(self, start: int, end: int | None = None) -> "Line":
        return self.of(self.words[start:end])

    def may_be_cut(self, place: int) -> bool:
        return " " in self.text[max(0, place - 1) : place + 1] or place in {0, len(self.text)}

    def goes_on(self, above: Paragraph) -> bool:
        return isinstance(above, Line) and above.block == self.block


@dataclass(frozen=True, slots=True)
class Use:
    """Where one word of the source went.

    ``where`` names the field ("recommendation 7 / title"), the furniture ("column title") or the correction ("noise");
    ``read`` is what stands there now, "" for furniture and noise.
    """

    line: int
    position: int
    found: str
    kind: UseKind
    where: str
    read: str


def text_lines(text: str) -> tuple[str, ...]:
    """The lines of the text as an editor counts them."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines that hold words. One that begins with one space is the first of a new page."""
    lines: list[Line] = []
    block = 0
    for number, line in enumerate(text_lines(text), start=1):
        words = tuple(Word(number, position, found, found) for position, found in enumerate(line.split()))
        block += not words
        starts_page = line[:1] == "\f" or (line[:1] == " " and line[1:2] != " ")
        if words:
            empty = Line(number, "", width=len(line.strip()), block=block, starts_page=starts_page)
            lines.append(empty.of(words))
    return tuple(lines)


def found_text(words: Iterable[Word]) -> str:
    """The words as they stand in the source."""
    return " ".join(word.found for word in words)


def read_text_of(words: Iterable[Word]) -> str:
    """The words as they read after correction."""
    return " ".join(word.read for word in words if word.read)


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines with words in groups, as blank lines divide them."""
    return [list(group) for _, group in groupby((line for line in lines if line.words), key=lambda line: line.block)]
