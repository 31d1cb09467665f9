"""How Dutch counts and lists things; every sentence with a number or a list in it asks here."""

from collections.abc import Sequence


def count_of(n: int, one: str, several: str) -> str:
    """``1 actie``, ``3 acties``, ``0 acties``"""
    return f"{n} {one if n == 1 else several}"


def listed(words: Sequence[str], last: str = "en") -> str:
    """``a, b en c``; with ``last`` another word before the last one."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
