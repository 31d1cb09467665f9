"""What is worked out of the things that all screens share, worked out once for all of them."""

from collections.abc import Callable
from dataclasses import is_dataclass
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")
KEPT = 4
"""Answers of each function: those about the newest reading, and some for who still looks at the one before."""


class _Same:
    """Told by which it is and not by what it says: to compare 10,000 actions takes longer than most work on them."""

    __slots__ = ("it",)

    def __init__(self, it: object) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it


def once(work: Callable[Concatenate[T, P], R]) -> Callable[Concatenate[T, P], R]:
    """The same pure function, which remembers what it made of its newest few first arguments.

    Only of tuples and of frozen dataclasses: a list may hold something else the next time.
    """

    known: Any = lru_cache(maxsize=KEPT)(lambda same, *others, **named: work(same.it, *others, **named))

    @wraps(work)
    def asked(it: T, /, *others: P.args, **named: P.kwargs) -> R:
        if isinstance(it, tuple) or is_dataclass(it):
            answer: R = known(_Same(it), *others, **named)
            return answer
        return work(it, *others, **named)

    return asked
