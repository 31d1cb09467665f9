"""One page of a PDF as it lies on the table: its words, its ruling lines and what it is filled with, by their places.

Lengths are in points from the top left corner of the page as people see it, turned the right way up.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfplumber.utils.text import extract_words

from mrdb.domain.draft import DoubtKind
from mrdb.reading.pdf.forms import filled_in
from mrdb.reading.pdf.ink import Box, Ink, hidden, ink_of, is_askew, quarter, rules_of, strikes

_COVERING = 0.7
"""Of the page: a picture this large is a scan of it."""
_WORD_GAP = 0.16
"""Of the height of a letter: a wider gap parts two words, also without a blank."""
_SAME = 0.12
"""Of the size of a letter: no other one begins so near."""
_INSEPARABLE = 2
"""Letters: the last one and the full stop behind it."""
_FIELD = 11.0
"""Points: the size of letters in a field that does not say it."""
_BLANKS = str.maketrans("\u00a0\u2007\u2009\u202f", "    ")
_SIGNS = str.maketrans({0xF0B7: "•", 0xF0A7: "▪", 0xF0E0: "→", 0xF0E8: "→", 0xF0DF: "←", 0xF0FC: "✓", 0xF0A8: "☐"})
"""Signs of the fonts Symbol and Wingdings by their place there."""


Letter = dict[str, Any]
"""As pdfplumber wants it, with ``base``, ``bold`` and ``unseen``."""


@dataclass(frozen=True, slots=True)
class Word:
    """``base`` is the line on which it is written, ``letter`` the width of its first one.

    ``has_blank`` tells that a blank is painted behind it: programs do so where they end a line in a paragraph, and not
    at its end. ``unseen`` says why it does not count: it is struck out, or hidden. ``is_typed`` is a whole line of a
    field on a form.
    """

    text: str
    box: Box
    base: float
    size: float
    letter: float
    is_bold: bool
    has_blank: bool = False
    unseen: DoubtKind | None = None
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """``askew`` is what is written across the page. ``is_recognised`` means that a scan lies over the words."""

    number: int
    width: float
    height: float
    words: Sequence[Word]
    askew: str
    rules: Sequence[Box]
    is_picture: bool
    is_recognised: bool


def paper(page: PDFPage, number: int, resources: PDFResourceManager) -> Paper:
    """Raises TooMuch, and whatever pdfminer makes of a broken page."""
    ink = ink_of(page, number, resources)
    scans = [one for one in ink.pictures if one.width * one.height > _COVERING * ink.width * ink.height]
    unread = hidden(ink)
    is_recognised = bool(scans) and len(unread) * 2 > len(ink.letters)
    rules = rules_of(ink)
    lines = strikes(ink, rules)
    unseen = dict.fromkeys((place for through in lines.values() for place in through), DoubtKind.STRUCK_OUT)
    unseen |= dict.fromkeys(() if is_recognised else unread, DoubtKind.HIDDEN)
    straight: list[Letter] = []
    turned: list[Letter] = []
    askew = ""
    for place, letter in enumerate(ink.letters):
        if is_askew(letter):
            askew += letter.get_text()
        else:
            (turned if quarter(letter) else straight).append(_letter(ink, letter, unseen.get(place)))
    return Paper(
        number,
        ink.width,
        ink.height,
        [*_words(straight), *_turned(turned), *_typed(page, ink)],
        " ".join(askew.split()),
        [rule for rule in rules if rule not in lines],
        is_picture=bool(scans) and not ink.letters,
        is_recognised=is_recognised,
    )


def _letter(ink: Ink, letter: LTChar, unseen: DoubtKind | None) -> Letter:
    """A letter as pdfplumber wants it."""
    box = ink.box(letter)
    text = letter.get_text().translate(_BLANKS).translate(_SIGNS)
    text = "".join(one for one in text if one.isprintable() or one == "\u00ad" or "\ue000" <= one <= "\uf8ff")
    return {
        "text": "\N{REPLACEMENT CHARACTER}" if text.startswith("(cid:") else text,
        **box._asdict(),
        "doctop": box.top,
        "upright": True,
        "base": ink.base(letter),
        "size": letter.size,
        "bold": "bold" in letter.fontname.casefold() or "black" in letter.fontname.casefold(),
        "unseen": unseen,
    }


def _words(letters: Iterable[Letter]) -> list[Word]:
    found = extract_words(
        [one for one in _once(letters) if one["text"]],
        return_chars=True,
        extra_attrs=["unseen"],
        use_text_flow=True,
        x_tolerance_ratio=_WORD_GAP,
        y_tolerance=2,
    )
    blanks = {_spot(one["x0"], one["base"]) for one in letters if one["text"] == " "}
    return [_word(one["text"], one["chars"], blanks) for one in found]


def _once(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Letters that are painted twice, to look bold, count once; those without a width may all stand in one place."""
    seen: dict[object, float] = {}
    for one in letters:
        near = max(_SAME * one["size"], 0.01)
        spot, line = round(one["x0"] / near), round(one["base"] / near)
        keys = [(one["text"], spot + shift, line) for shift in (-1, 0, 1)]
        is_again = any(abs(seen[key] - one["x0"]) < near for key in keys if key in seen)
        if not is_again or one["x1"] <= one["x0"]:
            yield one
        seen[keys[1]] = one["x0"]


def _spot(x: float, base: float) -> tuple[int, int]:
    return round(x / 2), round(base)


def _word(text: str, letters: Sequence[Letter], blanks: Container[tuple[int, int]] = ()) -> Word:
    first = letters[0]
    box = Box(
        min(one["x0"] for one in letters),
        min(one["top"] for one in letters),
        max(one["x1"] for one in letters),
        max(one["bottom"] for one in letters),
    )
    has_blank = any(_spot(box.x1 + shift, first["base"]) in blanks for shift in (-1, 0, 1))
    letter = (box.x1 if len(letters) <= _INSEPARABLE else first["x1"]) - first["x0"]
    return Word(text, box, first["base"], first["size"], letter, first["bold"], has_blank, first["unseen"])


def _typed(page: PDFPage, ink: Ink) -> Iterator[Word]:
    """A line in a field as one word: its letters have no place of their own."""
    for text, box in filled_in(page, ink.height):
        if text:
            yield Word(text, box, box.bottom, min(box.bottom - box.top, _FIELD), 0.0, False, is_typed=True)


def _turned(letters: Sequence[Letter]) -> Iterator[Word]:
    """What stands on its side, in the order in which it is painted, as one word: a title of a column."""
    group: list[Letter] = []
    for one in letters:
        if group and max(abs(one["x0"] - group[-1]["x0"]), abs(one["top"] - group[-1]["top"])) > 2 * one["size"]:
            yield _word("".join(part["text"] for part in group).strip(), group)
            group = []
        group.append(one)
    if group:
        yield _word("".join(part["text"] for part in group).strip(), group)
