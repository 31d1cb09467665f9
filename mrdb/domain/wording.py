"""The wording of a text: whether two say the same, and where they differ, word by word."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

MOST = 4_000
"""Words of both texts together; of longer ones nobody reads the differences one by one."""
AROUND = 8
"""Words that are the same on both sides of a difference, for whoever reads it."""
GAP = " … "


def plain(text: str) -> str:
    """Without capitals and accents: nobody types the trema of *coördinatie* into a search box."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def folded(text: str) -> str:
    """The words alone: without capitals, accents and punctuation."""
    return " ".join(re.findall(r"\w+", plain(text)))


PieceKind = Literal["same", "old", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    kind: PieceKind
    text: str


@lru_cache(maxsize=512)
def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """What went out and what came in, with a few words around them; what is the same in between is left out."""
    before, after = (re.findall(r"\S+|\n", re.sub(r"\s*\n\s*", "\n", text)) for text in (old, new))
    if not before or not after or len(before) + len(after) > MOST:
        return tuple(piece for piece in (Piece("old", old), Piece("new", new)) if piece.text)
    found: list[Piece] = []
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (step, start, end, new_start, new_end) in enumerate(steps):
        if step == "equal":
            is_first, is_last = number == 0, number == len(steps) - 1
            found.append(Piece("same", _shortened(before[start:end], is_first=is_first, is_last=is_last)))
            continue
        if any(word != "\n" for word in before[start:end]):  # a line end that goes out shows nothing
            found.append(Piece("old", " ".join(before[start:end])))
        if new_end > new_start:
            found.append(Piece("new", " ".join(after[new_start:new_end])))
    return tuple(found)


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    head, tail = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(words) <= head + tail + 2:
        return " ".join(words)
    parts = (" ".join(words[:head]), " ".join(words[len(words) - tail :]))
    return GAP.join(parts).strip() if head and tail else f"… {parts[1]}" if tail else f"{parts[0]} …"
