"""Paragraphs as the plain text of a field: paragraphs apart, list items on lines that follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mrdb.domain.draft import DoubtKind
from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.reading.blocks import Paragraph
from mrdb.reading.transcript import Transcript

_TYPED_MARKS = dict.fromkeys("•·●▪-–", BULLET) | dict.fromkeys("◦○", SUB_BULLET)
"""What people type before the items of a list in Word, where they do not let Word do it."""
_BROKEN_WORD = re.compile(r"\w-\s*\n\s*[^\W\dA-Z_]")


class Piece(NamedTuple):
    mark: str
    text: str


@dataclass(slots=True)
class PlainTranscript(Transcript):
    def prose(self, paragraphs: Sequence[Paragraph], _where: str, /) -> str:
        text, last = "", None
        for piece in (piece for paragraph in paragraphs for piece in pieces(paragraph)):
            if last is not None:
                text += "\n" if last.mark and piece.mark else "\n\n"
            text += piece.mark + piece.text
            last = piece
        return text

    def cell(self, paragraphs: Sequence[Paragraph], _where: str, /) -> str:
        """An empty line stands only where our report wrote one."""
        lines: list[str] = []
        for paragraph in paragraphs:
            found = [piece.mark + piece.text for piece in pieces(paragraph)]
            lines += found or ([""] if paragraph.is_exact else [])
        return "\n".join(lines).strip("\n")

    def one_line(self, paragraphs: Sequence[Paragraph], _where: str, /) -> str:
        text = " ".join(paragraph.said for paragraph in paragraphs if paragraph.said)
        if _BROKEN_WORD.search("\n".join(paragraph.text for paragraph in paragraphs)):
            self.doubt(paragraphs[0].at, DoubtKind.HYPHEN_AT_LINE_END, text)
        return text

    def mark(self, _paragraph: Paragraph, _kind: str, _where: str, /) -> None:
        """What a Word file holds is certain: nothing has to be proved of it."""


def pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """The paragraph, cut where Word breaks the line itself; a list item takes in such lines."""
    if paragraph.is_exact:
        if paragraph.text.strip():
            yield Piece(paragraph.mark, paragraph.text.strip())
        return
    whole: Piece | None = None
    for line in filter(str.strip, f"{paragraph.label} {paragraph.text}".split("\n")):
        piece = _typed(line) if whole or not paragraph.mark else Piece(paragraph.mark, " ".join(line.split()))
        if whole and whole.mark and not piece.mark:
            whole = Piece(whole.mark, f"{whole.text} {piece.text}")
            continue
        if whole:
            yield whole
        whole = piece
    if whole:
        yield whole


def _typed(line: str) -> Piece:
    """A line with the mark that somebody typed before it; "- 2025" is the end of a range."""
    line = line.strip()
    sign, rest = line[:1], line[1:]
    if sign == "o" and rest[:1] == "\t":
        return Piece(SUB_BULLET, " ".join(rest.split()))
    if sign in _TYPED_MARKS and rest[:1].isspace() and not (sign in "-–" and rest.strip()[:1].isdigit()):
        return Piece(_TYPED_MARKS[sign], " ".join(rest.split()))
    return Piece("", " ".join(line.split()))
