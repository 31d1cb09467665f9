"""The middle form of every document: paragraphs and grids in reading order, each with its place in the source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

Role = Literal["", "heading", "title", "contents", "note", "acceptance", "theme", "section"]
"""What the look of a paragraph says it is. ``note`` and ``acceptance`` stand in our own report only; a ``theme`` is the
heading of a recommendation that does not say so, a ``section`` that of a group of them: the interpreter finds both."""
SIDE_BY_SIDE = " | "
"""Stands between cells where a row is written on one line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` holds tabs and, where the writer broke the line, newlines; ``label`` is its automatic number.

    ``at`` is its line in the source, from 1: a paragraph of the body is one line, and so is a row of a grid. ``mark``
    is that of a list item, or "". ``is_exact`` means that our report wrote it: its text is no heading and holds no
    marks.
    """

    at: int
    text: str
    role: Role = ""
    mark: str = ""
    label: str = ""
    is_exact: bool = False
    is_line: ClassVar[bool] = False
    """Whether it is a line as it stands on the paper, perhaps in the middle of a sentence."""

    @property
    def whole(self) -> str:
        """The text with its number."""
        return f"{self.label} {self.text}".strip() if self.label else self.text.strip()

    @property
    def said(self) -> str:
        """The same on one line."""
        return " ".join(self.whole.split())

    @property
    def reading(self) -> list[str]:
        """Its words as they are meant: a source may know better than what stands there."""
        return self.said.split()

    def part(self, start: int, end: int | None = None) -> Self:
        """What stands there in ``whole``."""
        return replace(self, text=self.whole[start:end].strip(), label="")

    def sliced(self, start: int, end: int | None = None) -> Self:
        """These of its words, counted as in ``reading``."""
        return replace(self, text=" ".join(self.reading[start:end]), label="")

    def may_be_cut(self, place: int) -> bool:
        """Whether ``part`` can begin there: the words of a line stay whole."""
        return place >= 0

    def goes_on(self, above: "Paragraph") -> bool:
        """Whether it is a line that stands below that one with no blank line between."""
        return self.is_line and above.is_line


@dataclass(frozen=True, slots=True)
class Cell:
    """``start`` and ``end`` are columns of its grid; ``is_continued`` means merged with the cell above."""

    start: int
    end: int
    is_continued: bool
    blocks: tuple["Paragraph | Grid", ...]

    @classmethod
    def alone(cls, *blocks: "Paragraph | Grid") -> Self:
        """The only one of its row."""
        return cls(0, 1, False, blocks)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Also those of grids inside it."""
        return tuple(paragraphs_of(self.blocks))

    @property
    def filled(self) -> tuple[Paragraph, ...]:
        return tuple(one for one in self.paragraphs if one.said)

    @property
    def said(self) -> str:
        return " ".join(one.said for one in self.filled)


@dataclass(frozen=True, slots=True)
class Row:
    """``shown`` is the line of paper where it begins, for people to find it; "" where the row is a line itself.

    Of one that ``is_settled`` somebody said what stands in which cell.
    """

    at: int
    cells: tuple[Cell, ...]
    shown: str = ""
    is_settled: bool = False

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells with words in them."""
        return tuple(cell for cell in self.cells if cell.said)

    @property
    def said(self) -> str:
        return SIDE_BY_SIDE.join(cell.said for cell in self.filled)


@dataclass(frozen=True, slots=True)
class Grid:
    rows: tuple[Row, ...]


Block = Paragraph | Grid


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)
