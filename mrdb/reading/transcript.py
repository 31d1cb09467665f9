"""What is written down while a source is interpreted: its doubts, its texts, and what became of its words."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from mrdb.domain.draft import Doubt, DoubtKind, Place
from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Block, Paragraph


@dataclass(slots=True)
class Transcript(ABC):
    """Each kind of source has its own way to write paragraphs out as the text of a field.

    ``where`` names the field, such as "recommendation 7 / title"; every paragraph is written out once.
    """

    found: list[Doubt] = field(default_factory=list)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Each once, in the order of their lines."""
        return tuple(sorted(dict.fromkeys(self.found), key=lambda doubt: doubt.line))

    def doubt(self, line: int, kind: DoubtKind, found: str, at: Place | None = None, fact: Fact | None = None) -> None:
        self.found.append(Doubt(line, kind, found, at, fact))

    @abstractmethod
    def prose(self, paragraphs: Sequence[Paragraph], where: str, /) -> str:
        """Paragraphs an empty line apart; the items of a list follow one another."""

    @abstractmethod
    def cell(self, paragraphs: Sequence[Paragraph], where: str, /) -> str:
        """What stands in one cell: a paragraph a line."""

    @abstractmethod
    def one_line(self, paragraphs: Sequence[Paragraph], where: str, /) -> str: ...

    @abstractmethod
    def mark(self, paragraph: Paragraph, kind: Literal["field", "furniture"], where: str, /) -> None:
        """The paragraph is a number or a date that a field takes, or a heading or a label that goes in none."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a reader hands it over: its blocks, and its lines for people to look at.

    ``page_headers`` stand above its pages, each once: often the title and the date, as often nothing of use. ``pages``
    are those of the lines, counted from 1; empty where the source has none.
    """

    blocks: Sequence[Block]
    lines: tuple[str, ...]
    transcript: Transcript
    page_headers: Sequence[Block] = ()
    pages: tuple[int, ...] = ()
