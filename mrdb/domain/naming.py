"""The names of one person in what people wrote: where they stand, and a role in their place."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mrdb.domain.errors import Lack
from mrdb.domain.response import Moment

Say = Callable[[str], str]
"""The same text in other words; a text that names nobody comes back as it is."""
_MARKS = "\u0300-\u036f"
"""Accents that stand apart from their letter: also those belong to the word."""
_IN_WORD = r"[^\W_]"


@dataclass(frozen=True, slots=True)
class Mention:
    """One row that names a person, or is about one, of which ``table``.

    ``said`` is what stands there in words, ``by`` who wrote it, ``at`` when (UTC). ``document`` and ``action`` tell
    where, by subject and number; "" or None for what belongs to none.
    """

    table: str
    said: str
    by: str = ""
    at: datetime | None = None
    document: str = ""
    action: str = ""
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """One text as it stands and as it would: of which table, and in words what holds it."""

    table: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Survey:
    """How many rows of each table name the person or are about him or her, and a few texts of each column; table by
    table, as people read them."""

    counts: Mapping[str, int]
    examples: Collection[Example]


def in_place_of(names: Iterable[str], role: str) -> Say:
    """Says the role wherever one of these names stands as words of its own.

    Capitals, the kind of white space (in the names of files ``_``) and of apostrophe, and how an accent is stored make
    no difference. A name that is part of another word, of a double name or of a mail address is somebody else's: *An*
    is not in *An-Sofie*.
    """
    longest_first = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not longest_first:
        return lambda text: text
    found = re.compile("|".join(map(_pattern, longest_first)), re.IGNORECASE)
    return lambda text: found.sub(lambda _: role, text)


def _pattern(name: str) -> str:
    words = r"[\s_]+".join("".join(map(_letter, word)) for word in unicodedata.normalize("NFC", name).split())
    begins = r"(?<![\w.+@-])" if "@" in name else rf"(?<!{_IN_WORD})(?<!@)(?<!\w-)"
    return rf"{begins}{words}(?![{_MARKS}]|{_IN_WORD}|-\w)(?![\w.+-]*@)"


def _letter(letter: str) -> str:
    if letter in "'’":
        return "['’]"
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{letter}|{apart})"


def lacks(names: Sequence[str], role: str) -> tuple[Lack, ...]:
    """What is wanting before names are replaced; a word of two letters is the least that can be told from others."""
    found = [] if names and all(re.search(r"[^\W\d_]{2}", name) for name in names) else [Lack.NAME]
    if not role.strip():
        found.append(Lack.ROLE)
    elif in_place_of(names, "")(role) != role:
        found.append(Lack.ROLE_WITHOUT_NAME)
    return tuple(found)
