"""What stands in a document in which no management response was found, to tell its reader."""

import re
from collections.abc import Iterable, Sequence
from textwrap import shorten

from mrdb.domain.errors import Seen
from mrdb.reading.blocks import Block, Grid, Paragraph

_SIGNS = re.compile(r"[^\w\s,;.%/()&’'–-]|_")
"""What a screen might take for more than text."""
_MOST, _LONGEST = 5, 40


def seen_in(blocks: Sequence[Block]) -> Seen:
    headings = [one.said for one in blocks if isinstance(one, Paragraph) and one.role in {"heading", "title"}]
    grids = [one for one in blocks if isinstance(one, Grid) and one.rows]
    longest = max(grids, key=lambda grid: len(grid.rows), default=None)
    titles = [cell.said for cell in longest.rows[0].filled] if longest else []
    return Seen(_some(headings), len(grids), _some(titles))


def _some(words: Iterable[str]) -> tuple[str, ...]:
    plain = (shorten(_SIGNS.sub("", one), _LONGEST, placeholder=" …") for one in words)
    return tuple(filter(None, dict.fromkeys(plain)))[:_MOST]
