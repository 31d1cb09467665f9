"""When a text of the draft says the same as one of the truth."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from mrdb.domain.draft import DraftRecommendation
from shapes.truth import Part

_LIKE = 0.5
"""Share of words from which two texts are about the same action."""


def paired(told: Iterable[str], got: Iterable[str]) -> dict[int, int]:
    """The places in ``told`` and ``got`` of texts about the same: by their words, the most alike first."""
    ours, theirs = [Counter(words(one)) for one in told], [Counter(words(one)) for one in got]
    alike = sorted(
        (
            (_likeness(a, b), -n, -m)
            for n, a in enumerate(ours)
            for m, b in enumerate(theirs)
            if _likeness(a, b) >= _LIKE
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for _, n, m in alike:
        if -n not in pairs and -m not in pairs.values():
            pairs[-n] = -m
    return pairs


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """The share of ours that stands there, a little less for what stands there besides."""
    shared = (a & b).total()
    return shared / max(a.total(), 1) - (b.total() - shared) / 1_000


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def holds(told: Sequence[str], line: Sequence[str]) -> bool:
    """Whether the words of the line hold the first of those that were told."""
    return bool(told) and set(told[:6]) <= set(line)


def is_same(told: str, found: str) -> bool:
    """But for spaces, the ends of lines, and a full stop at the end."""
    return " ".join(told.split()).rstrip(". ") == " ".join(found.split()).rstrip(". ")


def is_title(part: Part, found: DraftRecommendation) -> bool:
    """A document with one text for title and advice may be cut at any word; acceptance in brackets may stay."""
    whole, title = words(f"{part.title} {part.text}"), words(found.title)
    if title in (words(part.title), words(f"{part.title} {part.said}"), words(f"{part.title} {part.text}")):
        return True
    return (
        len(title) > 2
        and title == whole[: len(title)]
        and not part.text
        and words(f"{found.title} {found.text}") == whole
    )


def is_number(told: str, found: str, order: int, above: str = "") -> bool:
    """Letters and figures as written, or in figures; one that the document does not have is given in order."""
    plain = re.sub(r"\W", "", re.sub(r"^[A-Z]+ (?=\d)", "", found)).casefold()  # "AB 1" is how it was written
    written = [re.sub(r"\W", "", told).casefold()] if told else [str(order)]
    written += [written[0][1:]] if re.fullmatch(r"[RM]\d+", told) else []
    written += [str(order)] if re.fullmatch("[IVX]+|[A-Z][a-z]+", told) else []
    prefix = re.sub(r"\W", "", above).casefold()
    return plain in written or plain in [prefix + one for one in written] or (not told and plain.endswith(str(order)))


def without(own: Sequence[str], text: str) -> str:
    """Without the remarks under the titles of the document's own columns."""
    return "\n".join(line for line in text.splitlines() if not _is_remark(line, own))


def remarked(own: Sequence[str], text: str) -> str:
    """The remarks alone."""
    return "\n".join(line for line in text.splitlines() if _is_remark(line, own))


def _is_remark(line: str, own: Sequence[str]) -> bool:
    return line.startswith(tuple(f"{one}:" for one in own))
