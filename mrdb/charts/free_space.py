"""Where in a row a few words can stand without covering anything."""

from collections.abc import Sequence
from dataclasses import dataclass

_GAP = 0.006


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch of a row that is in use; 0 is the left edge, 1 the right edge."""

    start: float
    end: float


def free_place(taken: Sequence[Taken], width: float) -> float | None:
    """The leftmost place where ``width`` is free; None when there is none."""
    places = sorted([_GAP, *(stretch.end + _GAP for stretch in taken if stretch.end > 0)])
    return next((place for place in places if _is_free(taken, place, width)), None)


def last_free_end(taken: Sequence[Taken], width: float) -> float | None:
    """The rightmost place before which ``width`` is free; None when there is none."""
    mirrored = free_place([Taken(1 - stretch.end, 1 - stretch.start) for stretch in taken], width)
    return None if mirrored is None else 1 - mirrored


def _is_free(taken: Sequence[Taken], place: float, width: float) -> bool:
    if place + width > 1:
        return False
    return all(stretch.end <= place or stretch.start >= place + width for stretch in taken)
