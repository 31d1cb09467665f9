"""The words by which a file is understood, whatever kind of file it is: headings, labels, status words.

A list, a Word document, a text and our own overview all ask here. A title, a label or a status word is told without
capitals, accents, plurals and signs; what is written in capitals is derived.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.domain.wording import plain
from mrdb.text.lexicon.names import (
    ACTION_COLUMNS,
    COUNTED,
    DOCUMENT_COLUMNS,
    HEADINGS,
    NO_STATUS_WORDS,
    Named,
)
from mrdb.text.statuses import STATUSES

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def visible(text: str) -> str:
    """Without the signs of no width that come along from a web page or a chat."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def states_nothing(text: str) -> bool:
    """Whether the whole text says that there is no status."""
    return same_word(text) in _NO_STATUS


def status_of(text: str) -> Status | None:
    """The status that the whole text states; None for any other text."""
    return _STATUS_OF.get(same_word(text))


def same_word(text: str) -> str:
    """The same for "Réalisée." and "REALISE": without accents, endings and spaces of any kind, since a space of no
    width may stand where one of the others belongs."""
    words = _ENDING.sub("é", visible(text).casefold())
    return "".join(plain(words).replace("œ", "oe").replace("’", "'").split()).rstrip(".")


STATUS_WORDS = {
    word: status for status, words in STATUSES.items() for word in (words.label.casefold(), *words.also.split(", "))
}
"""The label of each status, and what people write in its place."""
_ENDING = re.compile(r"é(?:\(e\)|\(s\)|es?|s)+(?!\w)")
_STATUS_OF = {same_word(word): status for word, status in STATUS_WORDS.items()}
_NO_STATUS = frozenset(map(same_word, NO_STATUS_WORDS))

_BETWEEN_NAMES = re.compile(r"[^\w()#&]+|_")
_PLURAL = re.compile(r"\((?:s|n|en|e|es|ën)\)|(?<=\w{3})s\b")
_IN_BRACKETS = re.compile(r"(?<!\w)\([^()]*\)")
_JOINED = {"&", "en", "and", "et", "of", "or", "ou"}


def folded_heading(text: str) -> str:
    """The words alone, with their accents."""
    return " ".join(_BETWEEN_NAMES.sub(" ", text.casefold()).split())


def name_key(text: str) -> str:
    """The same for "Responsible unit(s)" and "RESPONSIBLE UNITS:", and for "Échéances" and "echeance"."""
    return folded_heading(_PLURAL.sub("", plain(folded_heading(text)).replace("œ", "oe")))


_COLUMN_OF = {name_key(name): of for of in reversed(DOCUMENT_COLUMNS) for name in HEADINGS[of]}
_MOST_WORDS = max(len(name.split()) for name in _COLUMN_OF)


_QUALIFIED = re.compile(r"\s(?:to|for|aan|voor|à|aux|pour|of|from|by|van|door|de|du|des)\s", re.IGNORECASE)
_OF_SOMEBODY = {Fact.RECOMMENDATION, Fact.ANSWER}
"""Whose titles may tell to whom or of whom: "Recommendations to the unit"."""


def is_name_of(title: str, of: Named) -> bool:
    """Whether the whole title is one of its names."""
    return name_key(title) in name_keys(of)


@cache
def name_keys(of: Named) -> frozenset[str]:
    """Its names, each as ``name_key`` says it."""
    return frozenset(map(name_key, HEADINGS[of]))


def columns_named(title: str, among: Collection[Fact] = ACTION_COLUMNS) -> list[Fact]:
    """The columns that a title names: "Stvz / Commentaar" names two; none when it says anything else.

    What stands in brackets behind a name counts only where it names a column too, as in "Termijn (deadline)".
    """
    for said in (_opened(title), _IN_BRACKETS.sub(" ", title)):
        found = _names_in(name_key(said).split())
        if found and set(found) <= set(among):
            return found
    found = _names_in(name_key(_QUALIFIED.split(title)[0]).split())
    return found if found and set(found) <= _OF_SOMEBODY.intersection(among) else []


_ANNEX = re.compile(
    r"(?:\d+[.)]?\s*)?(?:bijlagen?|annex(?:es?)?|appendix|besluit|slot|contact|dankwoord|colofon|bibliogra\w+|bronnen|sources|afkortingen|abbreviations|acronymes)\b(?!.*(?:acti|plan|aanbev|recom))"
)


def is_annex(title: str) -> bool:
    """Whether it is the heading of what stands behind the recommendations, and no plan for them."""
    return bool(_ANNEX.match(plain(title)))


def counted(word: str) -> str:
    """``1`` for "één", "eerste" or "Première"; "" for any other word."""
    return _COUNTED_PLAIN.get(plain(word).strip(), "")


_COUNTED_PLAIN = {plain(word): number for word, number in COUNTED.items()}


def _opened(title: str) -> str:
    return _IN_BRACKETS.sub(lambda found: f" {found[0][1:-1]} ", title)


def _names_in(words: Sequence[str]) -> list[Fact]:
    """Each column once; between two names may stand a word that joins them."""
    found: list[Fact] = []
    at = 0
    while at < len(words):
        sizes = range(min(len(words) - at, _MOST_WORDS), 0, -1)
        size = next((size for size in sizes if " ".join(words[at : at + size]) in _COLUMN_OF), 0)
        if size:
            found.append(_COLUMN_OF[" ".join(words[at : at + size])])
        elif words[at] not in _JOINED or not found or at + 1 == len(words):
            return []
        at += size or 1
    return list(dict.fromkeys(found))


def any_name(of: Named) -> str:
    """A pattern for its names with or without their accents, however many spaces stand in them, the longest first."""
    return any_of(HEADINGS[of])


def any_of(names: Iterable[str]) -> str:
    """The same for other words."""
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(r"\s+".join("".join(map(_letter, word)) for word in name.split()) for name in longest_first)


def _letter(sign: str) -> str:
    if sign == "'":
        return "['’]"
    if sign == "œ":
        return "(?:œ|oe)"
    return re.escape(sign) if sign.isascii() or plain(sign) == sign else f"[{sign}{plain(sign)}]"
