"""One item of a calendar phrase as tokens, and the years among them."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from mrdb.text.calendar_words import ARTICLES, COUNTED, MONTH_OF, OF, RELATIVE_YEARS, YEAR_WORDS, YEARS, Words

CONNECTORS = frozenset({":", ">", "=", "→"})
_STROKES = frozenset({"", "-", "–", "—", "/", "_", "."})
_LONGEST_PHRASE = 6
"""Words."""
ORDINAL_ENDS = "ste|de|[eè]re?|[eè]me|i[eè]me|er|[eè]|re|nde?|st|rd|th"
# Every alternative is of bounded length or one plain run, so that the scan is linear in the text.
_TOKEN = re.compile(
    r"(?<!\w)(?:t\.e\.m\.?|tem|t/m)(?!\w)"
    r"|(?<!\w)m\.i\.v\.?(?!\w)"
    r"|(?<![^\W\d_])(?:[sht]|q[ .]?)[1-4](?![^\W_])"
    r"|(?<!\w)(?:[dl]|jusqu)['’‘](?=[^\W\d_])"
    r"|['’‘][0-9]{2}(?!\w)"
    rf"|[0-9]+(?:{ORDINAL_ENDS}| (?:er|[eè]re|[eè]me|e|ste|th))(?!\w)"
    r"|[0-9]+|(?:[^\W\d_]|[\u0300-\u036f])+|\S",
    re.IGNORECASE,
)
_APOSTROPHES = ("'", "’", "‘")
_SPELLINGS = {"tem": "t.e.m.", "t/m": "t.e.m.", "t.e.m": "t.e.m.", "m.i.v": "m.i.v."}


class Unreadable(Exception):
    """A date stands here, but no single reading of it is certain."""


@dataclass(frozen=True, slots=True)
class Year:
    """``end`` is the index of the first token after it."""

    value: int
    inferred: bool
    end: int


class Line:
    """The tokens of one item, and where they start and end in its text; an index outside it gives the empty word."""

    def __init__(self, text: str, document_date: date) -> None:
        self.text = text
        self.document_date = document_date
        matches = tuple(_TOKEN.finditer(text))
        self._words = [*(_word(match.group()) for match in matches), "", ""]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, i: int) -> str:
        """The token without capitals. ``i`` may lie two before the first one, and anywhere after the last."""
        return self._words[i] if i < len(self._words) else ""

    def words(self, i: int, count: int) -> Words:
        """So many of them from ``i`` on; behind the last one empty words, of which there may be fewer."""
        return tuple(self._words[i : i + count])

    def behind(self, i: int, phrases: Container[Words]) -> int:
        """The index behind the longest of the phrases that begins at ``i``; ``i`` itself when none does."""
        for size in range(_LONGEST_PHRASE, 0, -1):
            if self.words(i, size) in phrases:
                return i + size
        return i

    @property
    def names_year(self) -> bool:
        return any(self.bare_year(i) for i in range(len(self)))

    def says_one_of(self, words: Container[str]) -> bool:
        return any(word in words for word in self._words)

    def says_any_of(self, phrases: Container[Words]) -> bool:
        return any(self.behind(i, phrases) > i for i in range(len(self)))

    def is_one_of(self, phrases: Container[Words]) -> bool:
        """Whether it says one of the phrases and no more, marks left aside; also when there is only a stroke."""
        said = tuple(word for word in self._words if word[:1].isalnum())
        return said in phrases or all(word in _STROKES for word in self._words)

    def is_capital(self, i: int) -> bool:
        """Whether a word with a capital begins there."""
        return 0 <= i < len(self) and self.text[self.starts[i]].isupper()

    def is_glued(self, i: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < i < len(self) and self.starts[i] == self.ends[i - 1]

    def is_number(self, i: int) -> bool:
        word = self.word(i)
        return word.isdigit() and word.isascii()

    def number(self, i: int, *digits: int) -> int | None:
        """The number at ``i`` when it has so many digits; a longer one is never converted."""
        word = self.word(i)
        return int(word) if len(word) in digits and word.isdigit() and word.isascii() else None

    def bare_year(self, i: int) -> int | None:
        value = self.number(i, 4)
        return value if value is not None and value in YEARS else None

    def short_year(self, i: int) -> int | None:
        """``'26``"""
        word = self.word(i)
        return 2000 + int(word[1:]) if len(word) == 3 and word.startswith(_APOSTROPHES) else None

    def after_articles(self, i: int) -> int:
        """The index behind "de", "l'", "the" and their like, at most two of them, and behind "maand"."""
        for _ in range(2):
            i += self.word(i) in ARTICLES
        return self.behind(i, MONTH_OF)

    def after_of(self, i: int) -> int:
        """The index behind "van", "du", "of the"."""
        return self.after_articles(i + 1) if self.word(i) in OF else i

    def year_at(self, i: int) -> Year | None:
        """The year at token ``i``: ``2026``, ``'26``, ``(2026)`` or "dit jaar"; the last two are inferred."""
        value = self.bare_year(i) or self.short_year(i)
        if value is not None:
            return Year(value, inferred=False, end=i + 1)
        bracketed = self.bare_year(i + 1)
        if bracketed is not None and self.word(i) == "(" and self.word(i + 2) == ")":
            return Year(bracketed, inferred=True, end=i + 3)
        if (end := self.behind(i, RELATIVE_YEARS)) > i:
            return Year(self.document_date.year + RELATIVE_YEARS[self.words(i, end - i)], inferred=True, end=end)
        return None

    def year_after(self, i: int) -> Year | None:
        """The year of the unit that ends before ``i``: "dec. 2026", "Q1/2026", "najaar van 2025", "mei '26".

        Raises Unreadable for a number that is no year: "dec 26" may be a day or a year.
        """
        if self.word(i) == "." and self.is_glued(i) and (self.bare_year(i + 1) or not self.is_glued(i + 1)):
            i += 1
        if self.word(i) in ("/", "-") and self.is_glued(i) and self.is_glued(i + 1):
            i += bool(self.bare_year(i + 1))
        if self.is_number(i) and self.bare_year(i) is None:
            raise Unreadable
        if self.word(i) == "," and self.bare_year(i + 1) and self.word(i + 2) not in CONNECTORS | COUNTED:
            return self.year_at(i + 1)
        if year := self.year_at(i):
            return year
        i = self.after_of(i)
        return self.year_at(i) or self.year_at(i + (self.word(i) in YEAR_WORDS))


def _word(token: str) -> str:
    word = token.casefold()
    if len(word) > 1 and word.endswith(_APOSTROPHES):
        word = word[:-1] + "'"
    if " " in word or word.startswith("q."):
        word = word.replace(" ", "").replace(".", "")
    return _SPELLINGS.get(word, word) if word.isascii() else unicodedata.normalize("NFC", word)
