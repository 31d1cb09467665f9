"""What a page of a PDF is painted with: its letters, lines and pictures, and which of the letters nobody sees."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTLine, LTRect
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage

MOST_ON_PAGE = 60_000
"""Letters and lines: a page of small print has 8,000, a map 20,000."""
_FIGURE = 10
"""Of those: what is painted in one piece may hold such pieces itself."""
_UNPAINTED = (3, 7)
"""Ways to render text that leave nothing on the paper (PDF 32000-1, table 106)."""
_SMALLEST = 1.5
"""Points: nobody reads letters below this."""
_THIN = 2.5


class TooMuch(Exception):
    """There is more on the paper, or to do for it, than in any document of people."""


class Box(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(slots=True)
class Ink:
    """What one page is painted with, in that order."""

    width: float
    height: float
    letters: list[LTChar] = field(default_factory=list)
    strokes: list[LTCurve] = field(default_factory=list)
    pictures: list[LTImage] = field(default_factory=list)

    def box(self, one: LTComponent) -> Box:
        return Box(one.x0, self.height - one.y1, one.x1, self.height - one.y0)

    def base(self, letter: LTChar) -> float:
        """The line on which it is written."""
        return self.height - float(letter.matrix[5])


class _Device(PDFPageAggregator):
    """Text that is not painted gets no colour, which the library does not tell; and there is an end to all."""

    left = MOST_ON_PAGE

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        if textstate.render in _UNPAINTED:
            graphicstate = graphicstate.copy()
            graphicstate.ncolor = ()  # type: ignore[assignment]
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        self._count()
        return super().render_char(*args, **kwargs)

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        self._count()
        super().paint_path(*args, **kwargs)

    def begin_figure(self, *args: Any, **kwargs: Any) -> None:
        self._count(_FIGURE)
        super().begin_figure(*args, **kwargs)

    def _count(self, weight: int = 1) -> None:
        self.left -= weight
        if self.left < 0:
            raise TooMuch


def ink_of(page: PDFPage, number: int, resources: PDFResourceManager) -> Ink:
    """The ink of a page, turned until most of its letters stand upright.

    Raises TooMuch, and whatever pdfminer makes of a broken page.
    """
    found = _painted(page, number, resources)
    if (turn := _turn(found.letters)) and page.rotate % 90 == 0:
        page.rotate = (page.rotate + turn) % 360
        found = _painted(page, number, resources)
    return found


def _painted(page: PDFPage, number: int, resources: PDFResourceManager) -> Ink:
    device = _Device(resources, pageno=number, laparams=None)
    PDFPageInterpreter(resources, device).process_page(page)
    layout = device.get_result()
    found = Ink(layout.width, layout.height)
    waiting: list[LTComponent] = list(reversed(list(layout)))
    while waiting:
        one = waiting.pop()
        if isinstance(one, LTContainer):
            waiting += reversed(list(one))
        elif isinstance(one, LTChar):
            found.letters.append(one)
        elif isinstance(one, LTCurve):
            found.strokes.append(one)
        elif isinstance(one, LTImage):
            found.pictures.append(one)
    return found


def _turn(letters: Sequence[LTChar]) -> int:
    """How far the page must be turned for most of its letters to stand upright: 0, 90, 180 or 270 degrees."""
    turns = Counter(quarter(letter) for letter in letters)
    return turns.most_common(1)[0][0] if turns else 0


def quarter(letter: LTChar) -> int:
    """How far it lies turned to the left, in degrees, to a quarter of the round."""
    a, b, _, _, _, _ = letter.matrix
    if abs(a) >= abs(b):
        return 0 if a > 0 else 180
    return 90 if b > 0 else 270


def is_askew(letter: LTChar) -> bool:
    a, b, _, _, _, _ = letter.matrix
    return min(abs(a), abs(b)) > 0.02 * max(abs(a), abs(b))


def rules_of(ink: Ink) -> list[Box]:
    """Straight lines and boxes; a box without ink is none."""
    return [ink.box(one) for one in ink.strokes if _is_rule(one)]


def _is_rule(one: LTCurve) -> bool:
    is_box = isinstance(one, LTLine | LTRect) or (len(one.pts) <= 5 and (one.width < _THIN or one.height < _THIN))
    return is_box and (bool(one.stroke) or bool(one.fill)) and max(one.width, one.height) >= _THIN


def _is_white(colour: object) -> bool:
    found = colour if isinstance(colour, list | tuple) else [colour]
    parts = [part for part in found if isinstance(part, int | float)]
    if not parts or len(parts) < len(found):
        return False
    return all(part <= 0.02 for part in parts) if len(parts) == 4 else all(part >= 0.98 for part in parts)


def hidden(ink: Ink) -> set[int]:
    """The letters that nobody sees: not painted, beside the paper, hardly there at all, or white on white."""
    page = Box(0, 0, ink.width, ink.height)
    dark = [ink.box(one) for one in ink.strokes if one.fill and not _is_white(one.non_stroking_color)]
    dark += [ink.box(one) for one in ink.pictures]
    found = set()
    for place, letter in enumerate(ink.letters):
        colour: object = letter.graphicstate.ncolor
        x, y = (letter.x0 + letter.x1) / 2, ink.height - (letter.y0 + letter.y1) / 2
        is_white = _is_white(colour) and not any(box.holds(x, y) for box in dark)
        if colour == () or is_white or letter.size < _SMALLEST or not page.holds(x, y):
            found.add(place)
    return found


def strikes(ink: Ink, rules: Iterable[Box]) -> dict[Box, list[int]]:
    """The thin lines that run through letters, and begin and end with them: the line of a table goes on."""
    letters = ink.letters
    order = sorted((ink.base(letter), place) for place, letter in enumerate(letters) if not quarter(letter))
    bases = [base for base, _ in order]
    found: dict[Box, list[int]] = {}
    for rule in rules:
        if rule.bottom - rule.top >= _THIN:
            continue
        y = (rule.top + rule.bottom) / 2
        near = order[bisect_left(bases, y) : bisect_right(bases, y + 40)]
        through = [
            place
            for base, place in near
            if 0.15 < (base - y) / max(letters[place].size, 1) < 0.5
            and rule.x0 - 1 <= (letters[place].x0 + letters[place].x1) / 2 <= rule.x1 + 1
        ]
        if through and _fits(rule, [letters[place] for place in through]):
            found[rule] = through
    return found


def _fits(rule: Box, through: Sequence[LTChar]) -> bool:
    slack = through[0].size * 0.6
    return min(one.x0 for one in through) - slack < rule.x0 and rule.x1 < max(one.x1 for one in through) + slack
