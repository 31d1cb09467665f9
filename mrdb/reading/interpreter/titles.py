"""What a strange title over a column may mean: by a name that is close to it, or by what stands below it."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches

from mrdb.domain.facts import Fact
from mrdb.reading.acceptance import read_acceptance
from mrdb.reading.calendar import first_day, read_calendar, read_period
from mrdb.reading.responsibles import is_somebody
from mrdb.reading.status_cell import read_status
from mrdb.text.lexicon import columns_named, folded_heading, name_key, status_of
from mrdb.text.lexicon.names import DOCUMENT_COLUMNS, HEADINGS, OTHER_COLUMNS, TERM_WORDS

_NAMES = {name_key(name).replace(" ", ""): fact for fact in reversed(DOCUMENT_COLUMNS) for name in HEADINGS[fact]}
LONGEST_TITLE = 100
_NEAR = 0.84
_SHORTEST = 3
"""Letters of a word that can stand for a whole title, or begin one."""
_COMPOUND = 6
"""Letters of a name that can end a longer word: "Afdoeningstermijn"."""
_MOST_BELOW = 0.5
"""Share of the cells under a title that must say what the column is."""
_CELLS_BELOW, _LONGEST_BELOW = 40, 200
_LONGEST_NAME, _LONGEST_ACCEPTANCE = 8, 3
"""Words of those who are responsible, and of an acceptance that is no answer."""
_ANY_DAY = date(2025, 1, 1)
_NUMBER = re.compile(r"\(?(?:[A-Z]{1,3}[.-]?)?\d{1,3}(?:[.-]\d{1,3})*[.):]*|\(?[a-zA-Z][.)]")


def facts_named(title: str) -> list[Fact]:
    return columns_named(title, DOCUMENT_COLUMNS) if len(title) <= LONGEST_TITLE else []


def facts_near(title: str) -> list[Fact]:
    """What it may stand for, the most likely first: misspelt, abbreviated, or with other words around a name."""
    words = name_key(title).split()
    plain = "".join(words)
    if len(plain) < _SHORTEST or is_other(title):
        return []
    near = get_close_matches(plain, _NAMES, n=1, cutoff=_NEAR)
    is_short = len(plain) > _SHORTEST or title.rstrip().endswith(".")
    begun = [name for name in _NAMES if is_short and name.startswith(plain)]
    opening = ["".join(words[:size]) for size in range(len(words), 0, -1)]
    closing = ["".join(words[start:]) for start in range(len(words))]
    compound = [name for name in _NAMES if len(name) >= _COMPOUND and words[-1].endswith(name)]
    found = (name for name in (*near, *begun, *opening, *closing, *compound) if len(name) >= _SHORTEST)
    return list(dict.fromkeys(_NAMES[name] for name in found if name in _NAMES))


def names_action(title: str) -> bool:
    """Whether it tells, among other things, of what is done: "Management response and action taken"."""
    return any(_NAMES.get(word) == Fact.ACTION_TEXT for word in name_key(title).split() if len(word) > _SHORTEST)


def day_named(title: str) -> date:
    """That of the moment of which a column of statuses tells; the first of all where it names none."""
    found = first_day(title.split(), len(title.split()))
    return found[0] if found else date.min


def facts_below(texts: Iterable[str]) -> list[Fact]:
    """What the cells of a column say that it is; none where most of them say nothing of the kind."""
    cells = [text for text in dict.fromkeys(texts) if text][:_CELLS_BELOW]
    return [fact for fact, holds in _BELOW.items() if cells and _share(cells, holds) >= _MOST_BELOW]


def is_other(title: str) -> bool:
    """Whether it names something that documents say of an action, and that is none of our columns."""
    return bool(set(folded_heading(title).split()) & OTHER_COLUMNS)


def is_value(text: str) -> bool:
    """Whether it is what stands below a title: a day, a status, an acceptance."""
    return bool(_BELOW[Fact.ACCEPTANCE](text) or status_of(text) or read_period(text, _ANY_DAY))


def is_term(text: str) -> bool:
    """Whether it is a time and nothing else."""
    return " ".join(text.casefold().replace("-", " ").split()) in TERM_WORDS or _is_calendar(text)


def _share(cells: list[str], holds: Callable[[str], bool]) -> float:
    return sum(len(cell) <= _LONGEST_BELOW and holds(cell) for cell in cells) / len(cells)


def _is_calendar(text: str) -> bool:
    found = read_calendar(text, _ANY_DAY)
    return bool(found) and all(one.period for one in found)


def is_acceptance(text: str) -> bool:
    """Whether it says whether a recommendation is accepted, and nothing else."""
    return _begins_so(text) and len(text.split()) <= _LONGEST_ACCEPTANCE


def _begins_so(text: str) -> bool:
    return read_acceptance(text).acceptance is not None


_BELOW: dict[Fact, Callable[[str], bool]] = {
    Fact.NUMBER: lambda text: bool(_NUMBER.fullmatch(text)),
    Fact.ACCEPTANCE: is_acceptance,
    Fact.STATUS: lambda text: read_status(text, {}).status is not None,
    Fact.CALENDAR: _is_calendar,
    Fact.RESPONSIBLE: lambda text: is_somebody(text) and len(text.split()) <= _LONGEST_NAME,
    Fact.ANSWER: _begins_so,
}
