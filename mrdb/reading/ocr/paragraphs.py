"""Lines joined into running text: paragraphs, list items, the lines of a table cell; and the use of every word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from mrdb.domain.draft import DoubtKind
from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.reading.blocks import Paragraph
from mrdb.reading.ocr.damage import is_damaged
from mrdb.reading.ocr.source import Begin, Line, Use, UseKind, Word, blocks, found_text, read_text_of
from mrdb.reading.transcript import Transcript

MARKS = dict.fromkeys("•e·●-", BULLET) | dict.fromkeys("◦o", SUB_BULLET)
"""What stands at the beginning of a list item; OCR reads the round bullet as "e" and the open one as "o"."""

_JOINING_WORDS = frozenset({"en", "of", "en/of", "tot"})
"""After a hyphen these show that the hyphen stands for a part left out: "beleids- en expertencellen"."""

_CLOSING = "’”\"')]"
_SENTENCE_END = (".", "!", "?", ":", ";", "…")
_STRAY = frozenset("•◦.,|°‘’'`“”\"_~*^\\")

_SHORT = 4
"""So many characters must be free behind an unfinished line before its end looks meant: letters differ in width."""

_VERY_SHORT = 16
"""The same behind a line that ends a sentence, where the writer may have broken it by chance."""


@dataclass(slots=True)
class Ledger(Transcript):
    """The transcript of a text, and the use of every word."""

    used: list[Use] = field(default_factory=list)

    @property
    def uses(self) -> tuple[Use, ...]:
        """In the order of the words."""
        return tuple(sorted(self.used, key=lambda use: (use.line, use.position)))

    def use(self, words: Iterable[Word], kind: UseKind, where: str) -> None:
        """``where`` names the field, the furniture ("column title") or the correction ("noise")."""
        self.used += [Use(w.line, w.position, w.found, kind, where, w.read if kind == "field" else "") for w in words]

    def prose(self, paragraphs: Sequence[Paragraph], where: str, /) -> str:
        return _running_text(_lines(paragraphs), where, self)

    def cell(self, paragraphs: Sequence[Paragraph], where: str, /) -> str:
        """What is no line of the source, a correction states."""
        stated = [one.said for one in paragraphs if not one.is_line]
        return "\n".join(filter(None, [*stated, _cell_text(_lines(paragraphs), where, self)]))

    def one_line(self, paragraphs: Sequence[Paragraph], where: str, /) -> str:
        return self.cell(paragraphs, where)

    def mark(self, paragraph: Paragraph, kind: Literal["field", "furniture"], where: str, /) -> None:
        self.use((word for line in _lines([paragraph]) for word in line.words), kind, where)

    def doubt_damage(self) -> None:
        for use in self.uses:
            if use.kind == "field" and any(is_damaged(word) for word in use.read.split()):
                self.doubt(use.line, DoubtKind.DAMAGED_LETTERS, use.found)


def _lines(paragraphs: Iterable[Paragraph]) -> list[Line]:
    return [one for one in paragraphs if isinstance(one, Line) and one.words]


@dataclass(slots=True)
class _Piece:
    begins: Begin
    words: list[Word]

    @property
    def mark(self) -> str:
        return {"item": BULLET, "subitem": SUB_BULLET}.get(self.begins, "")


@dataclass(frozen=True, slots=True)
class _Step:
    """The line that comes next, and what stands before it."""

    line: Line
    first: Word
    last: Word
    last_line: Line
    widest: int

    @property
    def is_after_blank(self) -> bool:
        return not self.line.goes_on(self.last_line)

    @property
    def is_finished(self) -> bool:
        return self.last.read.rstrip(_CLOSING).endswith(_SENTENCE_END)

    @property
    def goes_on(self) -> bool:
        """Begins as only the rest of a sentence does."""
        return self.first.read.lstrip("‘“\"'([")[:1].islower()

    @property
    def room(self) -> int:
        """How many characters were free behind the line before, had the first word of this one stood there."""
        return self.widest - self.last_line.width - 1 - len(self.first.found)


def _running_text(lines: Sequence[Line], where: str, ledger: Ledger) -> str:
    """The text with its paragraphs (an empty line apart) and lists; what is uncertain is doubted and simply goes on."""
    pieces: list[_Piece] = []
    widest = _widest(lines)
    last_line: Line | None = None
    for line in lines:
        _doubt_stray(line, ledger)
        for begins, words in _segments(line, ledger):
            if begins is None and last_line is not None:
                last = pieces[-1].words[-1]
                step = _Step(line, words[0], last, last_line, widest[last_line.at])
                begins = _opening(step, ledger)
            _add(pieces, begins or "paragraph", words)
        last_line = line
    return _joined(pieces, where, ledger, paragraph="\n\n")


def _widest(lines: Sequence[Line]) -> dict[int, int]:
    """Per line the width of the widest in its block."""
    widths: dict[int, int] = {}
    for block in blocks(lines):
        widths |= dict.fromkeys((line.at for line in block), max(line.width for line in block))
    return widths


def _cell_text(lines: Sequence[Line], where: str, ledger: Ledger) -> str:
    """The text of a table cell: a blank line, a list mark or a correction begins a new line, else the text goes on."""
    pieces: list[_Piece] = []
    for block in blocks(lines):
        for index, line in enumerate(block):
            _doubt_stray(line, ledger)
            for begins, words in _segments(line, ledger):
                _add(pieces, begins or ("nothing" if index else "line"), words)
    return _joined(pieces, where, ledger, paragraph="\n")


def _segments(line: Line, ledger: Ledger) -> Iterator[tuple[Begin | None, Sequence[Word]]]:
    """The line cut where a correction says that something begins; a list mark at its start is furniture."""
    cuts = [0, *(index for index, word in enumerate(line.words) if index and word.begins), len(line.words)]
    for start, end in pairwise(cuts):
        words = line.words[start:end]
        mark = MARKS.get(words[0].found) if _is_mark(words) else None
        if mark:
            ledger.use(words[:1], "furniture", "list mark")
            yield words[0].begins or ("item" if mark == BULLET else "subitem"), words[1:]
        else:
            yield words[0].begins, words


def _is_mark(words: Sequence[Word]) -> bool:
    """A lone mark with a text behind it; "- 2025" at the start of a line is the end of a range."""
    return len(words) > 1 and not (words[0].found == "-" and words[1].found[0].isdigit())


def _opening(step: _Step, ledger: Ledger) -> Begin:
    begins: Begin = "paragraph" if step.is_after_blank else "nothing"
    doubt = None
    if step.goes_on:
        if step.is_finished and step.is_after_blank:
            doubt = DoubtKind.NOT_PLACED
        else:
            begins = "nothing"
    elif step.is_after_blank:
        doubt = None if step.is_finished else DoubtKind.PARAGRAPH_BREAK
    elif _looks_broken(step):
        doubt = DoubtKind.PARAGRAPH_BREAK
    if doubt:
        ledger.doubt(step.line.at, doubt, step.line.text)
    return begins


def _looks_broken(step: _Step) -> bool:
    if step.line.starts_page or step.last.read.endswith(":"):
        return True
    return step.room >= (_VERY_SHORT if step.is_finished else _SHORT)


def _add(pieces: list[_Piece], begins: Begin, words: Sequence[Word]) -> None:
    if begins == "nothing" and pieces:
        pieces[-1].words += words
    else:
        pieces.append(_Piece("paragraph" if begins == "nothing" else begins, list(words)))


def _joined(pieces: Sequence[_Piece], where: str, ledger: Ledger, *, paragraph: str) -> str:
    text = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        ledger.use(piece.words, "field", where)
        _doubt_hyphens(piece.words, ledger)
        if before is not None:
            is_close = piece.begins == "line" or (piece.mark and before.mark)
            text += "\n" if is_close else paragraph
        text += piece.mark + read_text_of(piece.words)
    return text


def _doubt_hyphens(words: Iterable[Word], ledger: Ledger) -> None:
    for one, following in pairwise(words):
        is_open = len(one.read) > 1 and one.read.endswith("-") and following.line != one.line
        if is_open and following.read.rstrip(",") not in _JOINING_WORDS:
            ledger.doubt(one.line, DoubtKind.HYPHEN_AT_LINE_END, found_text((one, following)))


def _doubt_stray(line: Line, ledger: Ledger) -> None:
    starts_item = line.words[0].found in MARKS and _is_mark(line.words)
    if any(word.read in _STRAY for word in line.words[starts_item:]):
        ledger.doubt(line.at, DoubtKind.STRAY_CHARACTERS, line.text)
