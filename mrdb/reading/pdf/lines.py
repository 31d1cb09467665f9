"""Lines of print, and how a document is set: how far apart its lines stand, how large its letters are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

from mrdb.domain.draft import DoubtKind
from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.reading.pdf.ink import Box
from mrdb.reading.pdf.paper import Word

_MARKS = dict.fromkeys("•·●▪■➢➤►∙*✓-–", BULLET) | dict.fromkeys("◦○o", SUB_BULLET)
_NUMBER = re.compile(r"(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|\(\w{1,2}\)|\d{1,3}(?:\.\d{1,3}){1,3}[.:)]?")
"""What stands before the items of a list, or the parts of a text, that are numbered."""
_TAB = 1.6
"""Of the size of the letters: a wider gap between two words is a tab, or the way to another column."""
_NEAR = 0.5
"""Of the size of the letters: between two words of one text, where no blank is painted."""
_OVER = 0.5
"""Of the size of the letters: words that lie this far over one another were painted apart."""
_BLANKS = 0.1
"""Of the lines: where so many end with one, a line without one does not go on."""
GAP = 1.25
"""Of the usual distance between lines: what stands further down begins anew."""
WIDEST_PITCH = 2.3
"""Of the size of the letters: lines further apart never go on with one another."""
SENTENCE_ENDS = (".", "!", "?", ":", ";", "…")
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Line:
    """Words on one height, from left to right; ``page`` counts from 1. ``is_contents`` in a table of contents."""

    page: int
    words: tuple[Word, ...]
    is_contents: bool = False

    @cached_property
    def box(self) -> Box:
        boxes = [word.box for word in self.words]
        return Box(boxes[0].x0, min(one.top for one in boxes), boxes[-1].x1, max(one.bottom for one in boxes))

    @cached_property
    def seen(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.unseen is None)

    @cached_property
    def base(self) -> float:
        return Counter(word.base for word in self.words).most_common(1)[0][0]

    @cached_property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def is_bold(self) -> bool:
        return bool(self.seen) and all(word.is_bold for word in self.seen)

    @cached_property
    def mark(self) -> str:
        """That of the list item which begins here, or ""."""
        first, *others = self.words
        is_mark = first.text in _MARKS and bool(others) and not (first.text in "-–" and others[0].text[:1].isdigit())
        return _MARKS[first.text] if is_mark else ""

    @property
    def is_numbered(self) -> bool:
        return bool(_NUMBER.fullmatch(self.words[0].text))

    @property
    def text_at(self) -> float:
        """Where the text begins, behind a mark or a number."""
        return self.words[1 if len(self.words) > 1 and (self.mark or self.is_numbered) else 0].box.x0

    @property
    def text(self) -> str:
        """With a tab where the words stand far apart."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        begun = False
        for place, word in enumerate(self.words):
            if word.unseen or (place == 0 and self.mark):
                continue
            if begun:
                yield " " if self._is_led(place) or not is_far(self.words[place - 1], word) else "\t"
            yield word.text
            begun = True

    def _is_led(self, place: int) -> bool:
        """Whether the mark or the number of an item stands before it."""
        return place == 1 and bool(self.mark or self.is_numbered)

    @property
    def is_overprinted(self) -> bool:
        """Whether words lie over one another: their order says nothing."""
        return any(right.box.x0 < left.box.x1 - _OVER * right.size for left, right in pairwise(self.seen))

    def segments(self) -> list["Line"]:
        """Its words in groups that stand far apart; a mark or a number goes with the text behind it."""
        groups: list[list[Word]] = []
        for place, word in enumerate(self.words):
            if groups and (self._is_led(place) or not is_far(self.words[place - 1], word)):
                groups[-1].append(word)
            else:
                groups.append([word])
        return [replace(self, words=tuple(group)) for group in groups]

    def whole_words(self) -> Iterator[str]:
        """Those between others on the line: what begins or ends it, or stands apart, may be a piece of a word."""
        for left, word, right in zip(self.words, self.words[1:], [*self.words[2:], None], strict=False):
            is_before = right is not None and not is_far(word, right) and not word.text.endswith("-")
            is_behind = left.has_blank or word.box.x0 - left.box.x1 < _NEAR * word.size
            if is_behind and not is_far(left, word) and (word.has_blank or is_before):
                yield bare(word.text)

    def left_out(self) -> Iterator[tuple[DoubtKind, str]]:
        """The words that do not count, and why."""
        for kind, group in groupby(self.words, key=lambda word: word.unseen):
            if kind is not None:
                yield kind, " ".join(word.text for word in group)


def is_far(left: Word, right: Word) -> bool:
    return right.box.x0 - left.box.x1 > _TAB * max(left.size, right.size)


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """The words on their lines, from the top down; a small index or exponent stays on its line."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.box.x0)):
        if found and abs(word.base - found[-1][0].base) <= 0.35 * min(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [Line(page, tuple(sorted(line, key=lambda word: word.box.x0))) for line in found]


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document is set: the words in it, by which broken ones are known, and how far apart its lines stand.

    ``pitches`` are by the size of the letters, rounded to half a point. ``has_gaps`` tells whether paragraphs are
    parted by more than the end of a line; ``body`` is the size of most letters.
    """

    words: Counter[str]
    pitches: dict[float, float]
    has_gaps: bool
    has_blanks: bool
    body: float
    largest: float

    @classmethod
    def of(cls, columns: Sequence[Sequence[Line]]) -> "Setting":
        words: Counter[str] = Counter()
        sizes: Counter[float] = Counter()
        found: dict[float, Counter[float]] = {}
        for lines in columns:
            for line in lines:
                words.update(line.whole_words())
                sizes[_half(line.size)] += sum(len(word.text) for word in line.words)
            for above, below in pairwise(lines):
                is_under = abs(above.text_at - below.text_at) < 2 and above.page == below.page
                if is_under and _half(above.size) == _half(below.size):
                    found.setdefault(_half(above.size), Counter())[_half(below.base - above.base)] += 1
        pitches = {size: _usual(counted, size) for size, counted in found.items()}
        every = [line for lines in columns for line in lines]
        blanks = sum(line.words[-1].has_blank for line in every)
        gaps = sum(n for size, counted in found.items() for pitch, n in counted.items() if pitch > GAP * pitches[size])
        return cls(
            words,
            pitches,
            gaps > 2,
            blanks > _BLANKS * len(every),
            sizes.most_common(1)[0][0] if sizes else 0.0,
            max(sizes, default=0.0),
        )

    def pitch(self, line: Line) -> float:
        return self.pitches.get(_half(line.size), 1.3 * line.size)


def _half(length: float) -> float:
    return round(length * 2) / 2


def _usual(counted: Counter[float], size: float) -> float:
    """The smallest distance that is common: where every paragraph is one line, the largest group is that of gaps."""
    near = {pitch: n for pitch, n in counted.items() if size < pitch <= WIDEST_PITCH * size}
    often = [pitch for pitch, n in near.items() if n * 5 >= max(near.values())]
    return min(often) + 0.5 if often else 1.3 * size


def bare(word: str) -> str:
    return word.strip(".,;:!?()[]‘’“”\"'").casefold()
