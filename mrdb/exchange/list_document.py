"""Somebody's own list as a new management response: its rows under their recommendations, as a draft to be mended."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from mrdb.domain.additions import Readers, draft_action
from mrdb.domain.draft import Doubt, DoubtKind, Draft, DraftRecommendation, ReadDocument, Source
from mrdb.domain.facts import Fact
from mrdb.domain.returned import TypedRow
from mrdb.domain.wording import folded
from mrdb.exchange.plain_list import PlainList
from mrdb.text.lexicon import any_name
from mrdb.text.revision import name_of

_SIGN = r"\s*(?:[.:)](?!\d)|[–—-](?=\s))\s*"
_NUMBERED = re.compile(
    rf"(?:(?:{any_name(Fact.RECOMMENDATION)})\s*(?:nr\.?\s*)?(\d{{1,4}})(?:{_SIGN}|\s+|$)|(\d{{1,4}})(?:{_SIGN}|$))(.*)",
    re.IGNORECASE | re.DOTALL,
)
"""``1. Titel``, ``1 – Titel``, ``1``, ``Aanbeveling 1``; a title may begin with a number of its own, as in 3 jaar."""

_Said = tuple[int | None, str]
"""Number and title as a row gives them; None and "" for what it does not say."""


def document_of(plain: PlainList, rows: Sequence[TypedRow], subject: str, day: date, readers: Readers) -> ReadDocument:
    """``day`` is that of the document. Actions and recommendations without a number get the next one that is free."""
    lines = (plain.head, *plain.rows)
    places = {row.number: line for line, row in enumerate(lines, start=1)}
    groups: dict[tuple[int, str], list[TypedRow]] = {}
    for key, row in zip(_recommendations(list(map(_said, rows))), rows, strict=True):
        groups.setdefault(key, []).append(row)
    parts = tuple(_part(number, title, group, day, readers) for (number, title), group in groups.items())
    starts = tuple(places[group[0].place.row] for group in groups.values())
    return ReadDocument(
        Draft(subject, "", day, "", "", "", parts, plain.digest),
        tuple(
            Doubt(start, DoubtKind.MISSING_FIELD, name_of(part))
            for start, part in zip(starts, parts, strict=True)
            if not part.title
        ),
        Source(tuple(" | ".join(filter(None, map(row.word, range(len(row.values))))) for row in lines), starts),
    )


def _said(row: TypedRow) -> _Said:
    """As the column says, else as the action's own number begins."""
    said = row.text(Fact.RECOMMENDATION)
    if match := _NUMBERED.fullmatch(said):
        return int(match[1] or match[2]), match[3].strip()
    if said:
        return None, said
    first = row.text(Fact.NUMBER).partition(".")[0]
    return (int(first) if first.isdecimal() and len(first) < 5 else None), ""


def _recommendations(said: Sequence[_Said]) -> Iterator[tuple[int, str]]:
    """The number and the title of each: a number alone or a title alone is the recommendation that has the other too.

    One number with two titles stays two recommendations: which of them is meant, is for people to say.
    """
    titles: dict[int, dict[str, str]] = {}
    numbers: dict[str, int] = {}
    for number, title in said:
        if number is not None:
            of_number = titles.setdefault(number, {})
            if title:
                of_number.setdefault(folded(title), title)
                numbers.setdefault(folded(title), number)
    free = (number for number in count(1) if number not in titles)
    for number, title in said:
        known = folded(title)
        if number is None:
            if known not in numbers:
                numbers[known] = next(free)
            number = numbers[known]
        of_number = titles.setdefault(number, {known: title})
        yield number, of_number.get(known) or next(iter(of_number.values()), "")


def _part(number: int, title: str, rows: Sequence[TypedRow], day: date, readers: Readers) -> DraftRecommendation:
    taken = {row.text(Fact.NUMBER) for row in rows}
    free = (name for n in count(1) if (name := f"{number}.{n}") not in taken)
    actions = tuple(draft_action(row, row.text(Fact.NUMBER) or next(free), readers, day) for row in rows)
    return DraftRecommendation(str(number), title, "", "", None, "", actions)
