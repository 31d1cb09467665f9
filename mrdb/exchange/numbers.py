"""The number of an action as people type it, and as their spreadsheet program turns it round."""

import re
from datetime import date, time, timedelta

from mrdb.domain.returned import Why
from mrdb.exchange.cell_text import LONGEST
from mrdb.exchange.cell_values import as_text
from mrdb.text.lexicon import visible
from mrdb.text.lexicon.names import NUMBER_WORDS

_NAMED = re.compile(rf"(?:(?:{'|'.join(map(re.escape, NUMBER_WORDS))})[\s.:]*)+(?=\d)", re.IGNORECASE)
_COMMA = re.compile(r"(?<=\d)\s*,\s*(?=\d)")


def read_number(found: object) -> str | Why:
    """``2,1``, ``2.1.`` and ``Actie 2.1`` are 2.1; "" for an empty cell. A 2.1 that became the second of January is no
    number any more: nobody knows what was typed."""
    if isinstance(found, date | time | timedelta):
        return Why.NUMBER_IS_DATE
    text = "" if found is None else visible(as_text(found))
    if len(text) > LONGEST:
        return Why.TOO_LONG
    named = _NAMED.match(text)
    return _COMMA.sub(".", text[named.end() if named else 0 :]).rstrip(" .")


def is_short_decimal(found: object) -> bool:
    """Whether it is a number of which nobody can tell any more if it was typed with a zero: 1.2 and 1.20 are one."""
    return isinstance(found, float) and not found.is_integer() and len(as_text(found).partition(".")[2]) == 1
