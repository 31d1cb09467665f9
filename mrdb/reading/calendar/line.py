"""One item of a calendar phrase as tokens, and the years among them."""

import re
import unicodedata
from dataclasses import dataclass

from mrdb.text.calendar_words import ARTICLES, YEARS

# Every alternative is of bounded length or one plain run, so that the scan is linear in the text.
_TOKEN = re.compile(
    r"(?<!\w)(?:t\.e\.m\.?|tem|t/m)(?!\w)"
    r"|(?<!\w)m\.i\.v\.?(?!\w)"
    r"|(?<!\w)[qsh][1-4](?![^\W_])"
    r"|['’‘][0-9]{2}(?!\w)"
    r"|[0-9]+(?:ste|de|e)(?!\w)"
    r"|[0-9]+|(?:[^\W\d_]|[\u0300-\u036f])+|\S",
    re.IGNORECASE,
)
_SPELLINGS = {"tem": "t.e.m.", "t/m": "t.e.m.", "t.e.m": "t.e.m.", "m.i.v": "m.i.v."}
_APOSTROPHES = ("'", "’", "‘")


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

    def __init__(self, text: str, document_year: int) -> None:
        self.text = text
        self.document_year = document_year
        matches = tuple(_TOKEN.finditer(text))
        self._words = [*(_word(match.group()) for match in matches), "", ""]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, i: int) -> str:
        """The token without capitals. ``i`` may lie two before the first one, and anywhere after the last."""
        return self._words[i] if i < len(self._words) else ""

    def words(self, i: int, count: int) -> tuple[str, ...]:
        return tuple(self.word(i + n) for n in range(count))

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
        """The index behind "van", "de", "het" and their like; at most two of them."""
        for _ in range(2):
            if self.word(i) in ARTICLES or self.word(i) == "van":
                i += 1
        return i

    def year_at(self, i: int) -> Year | None:
        """The year at token ``i``: ``2026``, ``'26``, ``(2026)`` or "dit jaar"; the last two are inferred."""
        value = self.bare_year(i) or self.short_year(i)
        if value is not None:
            return Year(value, inferred=False, end=i + 1)
        bracketed = self.bare_year(i + 1)
        if bracketed is not None and self.word(i) == "(" and self.word(i + 2) == ")":
            return Year(bracketed, inferred=True, end=i + 3)
        if self.word(i) in ("dit", "volgend") and self.word(i + 1) == "jaar":
            return Year(self.document_year + (self.word(i) == "volgend"), inferred=True, end=i + 2)
        return None

    def year_after(self, i: int) -> Year | None:
        """The year of the unit that ends before ``i``: "dec. 2026", "Q1/2026", "najaar van 2025", "mei '26".

        Raises Unreadable for a number that is no year: "dec 26" may be a day or a year.
        """
        if self.word(i) == "." and self.is_glued(i) and not self.is_glued(i + 1):
            i += 1
        if self.word(i) in ("/", "-") and self.is_glued(i) and self.is_glued(i + 1) and self.bare_year(i + 1):
            i += 1
        if self.is_number(i) and self.bare_year(i) is None:
            raise Unreadable
        if self.word(i) == "van":
            i = self.after_articles(i + 1)
            i += self.word(i) == "jaar"
        return self.year_at(i)


def _word(token: str) -> str:
    word = token.casefold()
    return _SPELLINGS.get(word, word) if word.isascii() else unicodedata.normalize("NFC", word)
