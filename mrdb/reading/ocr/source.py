"""The source as numbered lines and words, and the ledger of what became of every word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from mrdb.reading.assembly import Doubts

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
class Line:
    """A line of the source, or what is left of it. ``width`` is that of the whole line as it stands in the source."""

    number: int
    words: tuple[Word, ...]
    width: int
    starts_page: bool = False

    @property
    def found(self) -> str:
        return found_text(self.words)

    def of(self, words: Iterable[Word]) -> "Line":
        """This line with only these of its words."""
        return Line(self.number, tuple(words), self.width, self.starts_page)


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


@dataclass(slots=True)
class Ledger(Doubts):
    """The doubts, and the use of every word."""

    uses: list[Use] = field(default_factory=list)

    def field(self, where: str, words: Iterable[Word]) -> None:
        self.uses += [Use(w.line, w.position, w.found, "field", where, w.read) for w in words]

    def furniture(self, where: str, words: Iterable[Word]) -> None:
        self.uses += [Use(w.line, w.position, w.found, "furniture", where, "") for w in words]

    def noise(self, words: Iterable[Word]) -> None:
        self.uses += [Use(w.line, w.position, w.found, "correction", "noise", "") for w in words]

    def unplaced(self, words: Iterable[Word]) -> None:
        self.uses += [Use(w.line, w.position, w.found, "unplaced", "doubt", "") for w in words]


def text_lines(text: str) -> tuple[str, ...]:
    """The lines of the text as an editor counts them."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines with their words. A line that begins with one space is the first of a new page."""
    return tuple(
        Line(
            number,
            tuple(Word(number, position, found, found) for position, found in enumerate(line.split())),
            width=len(line.strip()),
            starts_page=line[:1] == "\f" or (line[:1] == " " and line[1:2] != " "),
        )
        for number, line in enumerate(text_lines(text), start=1)
    )


def found_text(words: Iterable[Word]) -> str:
    """The words as they stand in the source."""
    return " ".join(word.found for word in words)


def read_text_of(words: Iterable[Word]) -> str:
    """The words as they read after correction."""
    return " ".join(word.read for word in words if word.read)


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in groups, as blank lines divide them."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.words:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]
