"""The numbers of actions, in the forms in which documents write them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mrdb.reading.blocks import Paragraph
from mrdb.text.lexicon import any_of
from mrdb.text.lexicon.names import NUMBER_WORDS

ACTION_NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})(?:[.:)]+(?=\s|$|[^\W\d])|(?=\s|$|[^\W\d_a-z]))\s*")
"""The number with which an action begins; a dot behind it is furniture, and so is a lost space."""
_NAMED = rf"(?:(?:{any_of(NUMBER_WORDS)})[\s.:]*)"
_OTHERS = (
    re.compile(r"(\d{1,3}(?:\.\d{1,3}){2,4})[.:)]*(?=\s|$)\s*"),
    re.compile(rf"{_NAMED}+(\d{{1,3}}(?:\.\d{{1,3}})*)(?:\s*[.:)–—-]+(?=\s|$)|$)\s*", re.IGNORECASE),
    re.compile(r"((?:[A-Z]{1,3}\d{0,3}[.-]|\d{1,3}(?:[a-z]|bis|ter)\.)\d{1,3}(?:\.\d{1,3})*)[.:)]*(?=\s|$)\s*"),
    re.compile(r"\(?(\d{1,2}|[a-z])\)(?=\s|$)\s*"),
    re.compile(r"(\d{1,2})\.(?=\s+\D|$)\s*"),
)
_IN_COLUMN = re.compile(rf"{_NAMED}?\(?([A-Z]{{0,4}}[-. ]?\d[\w.-]{{0,11}}?|[a-zA-Z](?=[.)]))[.):]*", re.IGNORECASE)


class Numbered(NamedTuple):
    """``end`` is where the number with its furniture ends; ``form`` is 0 for "1.1", and the same for all of a kind."""

    number: str
    end: int
    form: int


def action_number(text: str) -> str:
    """The number in the form 1.1 with which the text begins, or ""."""
    match = ACTION_NUMBER.match(text)
    return match[1] if match else ""


def number_before(text: str) -> Numbered | None:
    """The number in any form with which the text of an action begins."""
    for form, pattern in enumerate((ACTION_NUMBER, *_OTHERS)):
        if match := pattern.match(text):
            return Numbered(match[1], match.end(), form)
    return None


def number_alone(text: str) -> Numbered | None:
    """The number that is all that stands in a column of numbers."""
    match = _IN_COLUMN.fullmatch(text)
    return Numbered(match[1].rstrip("."), len(text), 0) if match else None


def follows(one: str, other: str) -> bool:
    """Whether the second is the number right after the first: 1.1 and 1.2, 3 and 4, a and b."""
    before, _, last = one.rpartition(".")
    start, _, number = other.rpartition(".")
    if before != start:
        return False
    if last.isdigit() and number.isdigit():
        return int(number) == int(last) + 1
    return len(last) == len(number) == 1 and ord(number) == ord(last) + 1


def numbered_starts(lines: Sequence[Paragraph]) -> list[int]:
    """At which of the lines an action begins, where the first and others bear numbers that follow one another."""
    starts: list[int] = []
    last: Numbered | None = None
    for place, line in enumerate(lines):
        found = number_before(line.whole) if line.said else None
        if found and (last is None or (found.form == last.form and follows(last.number, found.number))):
            starts.append(place)
            last = found
        elif line.said and last is None:
            return []
    return starts
