"""Lines joined into running text: paragraphs, list items, the lines of a table cell; and the use of every word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from mrdb.domain.draft import DoubtKind
from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.reading.blocks import Paragraph
from mrdb.reading.ocr.source import Begin, Line, Use, UseKind, Word, blocks, found_text, read_text_of
from mrdb.reading.transcript import Transcript

MARKS = dict.fromkeys("•e·●-", BULLET) | dict.fromkeys("◦o", SUB_BULLET)
"""What stands at the beginning of a list item; OCR reads the round bullet as "e" and the open one as "o"."""

_JOINING_WORDS = frozenset({"en", "of", "en/of", "tot"})
"""After a hyphen these show that the hyphen stands for a part left out: "beleids- en expertencellen"."""

_CLOSING = "’”\"')]"
_SENTENCE_END = (".", "!", "?", ":", ";", "…")
_STRAY = frozenset("•◦.,|°‘’'`“”\"_~*^\\")

_DAMAGE = re.compile(
    r"""
    [a-zà-ÿ]\d[a-zà-ÿ]              # coé6rdinatie
    | \b0\.[a-z]\.                  # 0.a.
    | [ie]é(?:n|r|\b)               # Belgié, creéren, strategieén
    | codrd | \bcoordin | \wcoordin # a lost trema: codrdinator, coordinatie
    | be[il]nv | \bgeint            # beinvloeding, geintegreerd
    | [°'’][’']                     # 11.11.11°’s, subthema'’s
    | \blll                         # lllustratief
    | [a-z],[a-zà-ÿ]                # bewezen,o.a.
    | ^[—–]\w                       # —december
    | ^ed\.$                        # e.d.
    """,
    re.VERBOSE,
)
"""The marks that text recognition (OCR) leaves in Dutch words; they are shown, never repaired by rule."""

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
        return _text(_lines(paragraphs), where, self)

    def cell(self, paragraphs: Sequence[Paragraph], where: str, /) -> str:
        """What is no line of the source, a correction states."""
        stated = [one.said for one in paragraphs if not one.is_line]
        return "\n".join(filter(None, [*stated, _text(_lines(paragraphs), where, self, is_cell=True)]))

    def one_line(self, paragraphs: Sequence[Paragraph], where: str, /) -> str:
        return self.cell(paragraphs, where)

    def mark(self, paragraph: Paragraph, kind: Literal["field", "furniture"], where: str, /) -> None:
        self.use((word for line in _lines([paragraph]) for word in line.words), kind, where)

    def doubt_damage(self) -> None:
        for use in self.uses:
            if use.kind == "field" and any(map(is_damaged, use.read.split())):
                self.doubt(use.line, DoubtKind.DAMAGED_LETTERS, use.found)


def is_damaged(word: str) -> bool:
    return bool(_DAMAGE.search(word))


def _lines(paragraphs: Iterable[Paragraph]) -> list[Line]:
    return [one for one in paragraphs if isinstance(one, Line) and one.words]


@dataclass(slots=True)
class _Piece:
    begins: Begin
    words: list[Word]

    @property
    def mark(self) -> str:
        return {"item": BULLET, "subitem": SUB_BULLET}.get(self.begins, "")


def _text(lines: Sequence[Line], where: str, ledger: Ledger, *, is_cell: bool = False) -> str:
    """The text with its paragraphs (an empty line apart) and lists; what is uncertain is doubted and simply goes on.

    In a table cell a blank line, a list mark or a correction begins a new line, and nothing else does.
    """
    pieces: list[_Piece] = []
    widest = {block[0].block: max(line.width for line in block) for block in blocks(lines)}
    above: Line | None = None
    for line in lines:
        _doubt_stray(line, ledger)
        for begins, words in _segments(line, ledger):
            if begins is None and above is not None and is_cell:
                begins = "nothing" if line.goes_on(above) else "line"
            elif begins is None and above is not None:
                room = widest[above.block] - above.width - 1 - len(words[0].found)
                begins = _opening(line, above, pieces[-1].words[-1], words[0], room, ledger)
            if begins == "nothing" and pieces:
                pieces[-1].words += words
            else:
                pieces.append(_Piece(begins or "paragraph", list(words)))
        above = line
    return _joined(pieces, where, ledger, paragraph="\n" if is_cell else "\n\n")


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


def _opening(line: Line, above: Line, last: Word, first: Word, room: int, ledger: Ledger) -> Begin:
    """``last`` and ``first`` are the words on both sides of the line end; so many characters were free behind
    ``above``, had ``first`` stood there."""
    is_after_blank = not line.goes_on(above)
    is_finished = last.read.rstrip(_CLOSING).endswith(_SENTENCE_END)
    begins: Begin = "paragraph" if is_after_blank else "nothing"
    doubt = None
    if first.read.lstrip("‘“\"'([")[:1].islower():  # as only the rest of a sentence begins
        if is_finished and is_after_blank:
            doubt = DoubtKind.NOT_PLACED
        else:
            begins = "nothing"
    elif is_after_blank:
        doubt = None if is_finished else DoubtKind.PARAGRAPH_BREAK
    elif line.starts_page or last.read.endswith(":") or room >= (_VERY_SHORT if is_finished else _SHORT):
        doubt = DoubtKind.PARAGRAPH_BREAK
    if doubt:
        ledger.doubt(line.at, doubt, line.text)
    return begins


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
