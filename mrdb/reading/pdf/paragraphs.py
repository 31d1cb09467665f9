"""The paragraphs that lines of print make: what tells that the writer, not the paper, ended a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from mrdb.domain.draft import DoubtKind
from mrdb.reading.pdf.lines import GAP, SENTENCE_ENDS, SOFT_HYPHEN, WIDEST_PITCH, Line, Setting, bare, is_far

_BLANK = 0.28
"""Of the size of the letters: between two words."""
_JOINING_WORDS = {"en", "of", "et", "ou", "and", "or", "tot", "als"}
"""After the hyphen of "Noord- en Zuid"."""
_SMALL_WORDS = {
    *("van", "voor", "met", "de", "het", "een", "in", "op", "aan", "te", "om", "bij", "over"),
    *("une", "des", "du", "la", "le", "les", "à", "chez", "par", "pour", "the", "to", "for", "with", "on"),
}
"""Rather a word than the end of the one before."""
_ENDINGS = {"en", "er", "es", "on"}
"""Rather the end of the word before than a word, where the line was full."""
_WIDEST_BLANK = 0.36
"""Of the size of the letters, in any font: where more is left of the line, it would be painted."""
_BEGINNING = 3
"""Letters, by which one knows that a word begins."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Lines as one paragraph; ``doubts`` are places where it was not certain how they go on."""

    lines: tuple[Line, ...]
    text: str
    doubts: tuple[tuple[DoubtKind, str], ...]


def paragraphs(lines: Sequence[Line], right: float, setting: Setting) -> Iterator[Joined]:
    """The lines of one column put together, which could run on as far as ``right``."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, right, setting):
            yield _joined(group, right, setting)
            group = []
        group.append(line)
    if group:
        yield _joined(group, right, setting)


def _goes_on(group: Sequence[Line], below: Line, right: float, setting: Setting) -> bool:
    above = group[-1]
    if below.mark or below.is_numbered or below.words[0].is_typed or not _is_alike(above, below):
        return False
    if len(group) == len(above.words) == 1 and above.is_numbered:
        return True
    if above.page == below.page:
        pitch = below.base - above.base
        if pitch > min(GAP * setting.pitch(above), WIDEST_PITCH * above.size) or not _is_under(group, below):
            return False
    elif above.words[-1].text.endswith(SENTENCE_ENDS):
        return False
    return is_full(above, below, right, setting)


def _is_alike(above: Line, below: Line) -> bool:
    """Whether the look changes nowhere between the two, only within one of them."""
    last, first = above.words[-1], below.words[0]
    return abs(last.size - first.size) <= 0.06 * last.size and not (
        last.is_bold != first.is_bold and (above.is_bold or below.is_bold) and above.is_bold != below.is_bold
        and _is_whole(above, below)
    )  # fmt: skip


def _is_whole(above: Line, below: Line) -> bool:
    """Whether both lines have one look each: a bold beginning of a sentence is no heading."""
    return len({word.is_bold for word in above.seen}) <= 1 and len({word.is_bold for word in below.seen}) <= 1


def _is_under(group: Sequence[Line], below: Line) -> bool:
    """Whether it stands where the paragraph goes on: below its text, or in the middle below what is centred."""
    first, above = group[0], group[-1]
    slack = 0.5 * below.size
    starts = [first.text_at, above.box.x0] if len(group) == 1 else [above.box.x0]
    if first.mark or first.is_numbered:
        starts.append(first.box.x0)
    middle = abs((above.box.x0 + above.box.x1) - (below.box.x0 + below.box.x1)) / 2
    is_outdented = len(group) == 1 and below.box.x0 < above.box.x0
    return is_outdented or middle <= slack or any(abs(below.box.x0 - start) <= slack for start in starts)


def is_full(above: Line, below: Line, right: float, setting: Setting) -> bool:
    """Whether the first word below did not fit above any more, so that the paper ended that line."""
    last, first = above.words[-1], below.words[0]
    if last.text.endswith(("-", SOFT_HYPHEN)):
        return True
    room, blank = right - above.box.x1, _blank(above)
    slack = 0.5
    if setting.has_blanks and last.has_blank:
        slack = 0.6 * first.size
    elif setting.has_blanks and room > blank + 0.5:
        return _is_cut(above, below, right)
    return blank + first.box.x1 - first.box.x0 > room - slack


def _blank(line: Line) -> float:
    found = [other.box.x0 - one.box.x1 for one, other in pairwise(line.words) if not is_far(one, other)]
    return median(found) if found else _BLANK * line.size


def _is_cut(above: Line, below: Line, right: float) -> bool:
    """Whether one word fills the line to its end: it may have been too long for it, and go on below."""
    first = below.words[0]
    is_alone = above.words[-1].box.x0 <= above.text_at
    return is_alone and first.text[:1].islower() and above.box.x1 + first.letter > right - 0.8


def _joined(lines: Sequence[Line], right: float, setting: Setting) -> Joined:
    text, doubts = lines[0].text, []
    for above, below in pairwise(lines):
        more = below.text
        if not text or not more:
            text += more
            continue
        text, doubt = _spliced(text, more, above, below, right, setting)
        if doubt:
            doubts.append((doubt, f"{above.words[-1].text} {below.words[0].text}"))
    return Joined(tuple(lines), text, tuple(doubts))


def _spliced(
    text: str, more: str, above: Line, below: Line, right: float, setting: Setting
) -> tuple[str, DoubtKind | None]:
    """The text with the line below it, and the doubt about how they go together."""
    first, last = more.split()[0], text.split()[-1]
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + more, None
    if len(last) > 1 and last.endswith("-"):
        return _unhyphened(text, more, last, first, setting)
    if _is_cut(above, below, right) and not above.words[-1].has_blank:
        blank = max(_blank(above), _WIDEST_BLANK * above.size)
        is_certain = setting.has_blanks and right - above.box.x1 > blank + 0.5
        if is_certain or bare(last + first) in setting.words:
            return text + more, None
        known = {bare(last), bare(first)} & (setting.words.keys() | _SMALL_WORDS) - _ENDINGS
        if len(known) < 2:
            is_whole = bool(known) or not setting.has_blanks or _begins_word(bare(first), setting)
            return text + (" " if is_whole else "") + more, DoubtKind.HYPHEN_AT_LINE_END
    if setting.has_blanks and above.words[-1].has_blank:
        return f"{text} {more}", None
    is_break = text.endswith((".", "!", "?")) and not first[:1].islower() and not setting.has_gaps
    return f"{text} {more}", DoubtKind.PARAGRAPH_BREAK if is_break else None


def _begins_word(first: str, setting: Setting) -> bool:
    """Whether another word in the document begins like it."""
    return len(first) > _BEGINNING and any(word.startswith(first[:_BEGINNING]) for word in setting.words)


def _unhyphened(text: str, more: str, last: str, first: str, setting: Setting) -> tuple[str, DoubtKind | None]:
    if first in _JOINING_WORDS:
        return f"{text} {more}", None
    is_compound = last[:-1].isupper() or not first[:1].islower()
    if is_compound or bare(last + first) in setting.words:
        return text + more, None
    if bare(last[:-1] + first) in setting.words:
        return text[:-1] + more, None
    return text + more, DoubtKind.HYPHEN_AT_LINE_END
