"""How high a row must be to show all of its wrapped text: an estimate, because a file cannot ask Excel to measure.

LibreOffice gives a row without a height one line only, in a file that openpyxl wrote.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from xlsxwriter.utility import xl_pixel_width  # type: ignore[import-untyped]

LINE = 15.0
"""One line of Calibri 11, in points."""
HIGHEST = 409.0
"""Excel shows no higher row, however long the text."""

_PADDING = 0.4
_ROOM = 3.0
_SPACE = 0.45
_DIGIT = 7.5
"""Pixels: a digit of Calibri 11 has 7, of which a word takes a little less than the sum of its letters."""
_WIDEST = 2.1
_PIECE = re.compile(r"[^\s-]*-+|[^\s-]+")
"""What a line is broken between: a word, or the part of it up to a hyphen."""


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Points for a row with these texts in columns of these widths (in digits); at most what Excel can show."""
    lines = max((_lines(text, width - _PADDING) for text, width in cells), default=1)
    return min(lines * LINE + _ROOM, HIGHEST)


def parts_that_fit(text: str, width: float) -> list[str]:
    """The text in pieces of which each one shows whole in one row, broken between paragraphs, else between words."""
    parts = _joined(text.split("\n"), "\n", width)
    return [part.strip("\n") for part in parts if part.strip("\n")] or [""]


def _joined(pieces: Iterable[str], glue: str, width: float) -> list[str]:
    """As many pieces together as fit; a paragraph that does not fit by itself is broken."""
    parts: list[str] = []
    for piece in pieces:
        if parts and _fits(joined := f"{parts[-1]}{glue}{piece}", width):
            parts[-1] = joined
        elif glue == " " or _fits(piece, width):
            parts.append(piece)
        else:
            parts += _joined(piece.split(" "), " ", width)
    return parts


def _fits(text: str, width: float) -> bool:
    return _lines(text, width - _PADDING) * LINE + _ROOM <= HIGHEST


@lru_cache(maxsize=2_000)  # the same recommendation stands in many rows
def _lines(text: str, room: float) -> int:
    return sum(_paragraph_lines(paragraph, room) for paragraph in text.split("\n"))


def _paragraph_lines(paragraph: str, room: float) -> int:
    if len(paragraph) * _WIDEST <= room:
        return 1
    lines, used, end = 1, 0.0, 0
    for piece in _PIECE.finditer(paragraph):
        width = _width(piece.group())
        gap = _SPACE * (piece.start() - end) if used else 0.0
        end = piece.end()
        if used + gap + width <= room:
            used += gap + width
            continue
        rows = ceil(width / room)  # a word wider than the column is broken where the column ends
        lines += rows if used else rows - 1
        used = width - (rows - 1) * room
    return lines


@lru_cache(maxsize=20_000)
def _width(piece: str) -> float:
    """In digits; Chinese, signs and pictures are twice as wide as the library takes them."""
    pixels: int = xl_pixel_width(piece)
    return pixels / _DIGIT + sum(character > "\u2e80" for character in piece)
