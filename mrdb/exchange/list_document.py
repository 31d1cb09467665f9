"""Somebody's own list as a new management response: its rows under their recommendations, as a draft to be mended."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import count

from mrdb.domain.additions import Readers, draft_action
from mrdb.domain.draft import Doubt, DoubtKind, Draft, DraftRecommendation, ReadDocument, Source
from mrdb.domain.filled import Field, TypedRow
from mrdb.exchange.plain_list import PlainList

_NUMBERED = re.compile(
    r"(?:aanbeveling|recommendation)?\s*(\d{1,4})(?:\s*[.:)–-]\s*|\s+|$)(.*)", re.IGNORECASE | re.DOTALL
)


def document_of(plain: PlainList, rows: Sequence[TypedRow], subject: str, day: date, readers: Readers) -> ReadDocument:
    """``day`` is that of the document. Actions and recommendations without a number get the next one that is free."""
    lines = (plain.head, *plain.rows)
    places = {row.number: line for line, row in enumerate(lines, start=1)}
    groups: dict[tuple[int, str], list[TypedRow]] = {}
    for row in rows:
        groups.setdefault(_recommendation(row, groups), []).append(row)
    parts = tuple(_part(number, title, group, day, readers) for (number, title), group in groups.items())
    starts = tuple(places[_row_number(group[0])] for group in groups.values())
    return ReadDocument(
        Draft(subject, "", day, "", "", "", parts, plain.digest),
        tuple(
            Doubt(start, DoubtKind.MISSING_FIELD, f"Aanbeveling {part.number}")
            for start, part in zip(starts, parts, strict=True)
            if not part.title
        ),
        Source(tuple(" | ".join(filter(None, map(row.word, range(len(row.values))))) for row in lines), starts),
    )


def _row_number(row: TypedRow) -> int:
    return int(row.place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _recommendation(row: TypedRow, known: dict[tuple[int, str], list[TypedRow]]) -> tuple[int, str]:
    """Number and title: as the column says, else as the action's own number begins."""
    said = row.text(Field.RECOMMENDATION)
    if match := _NUMBERED.fullmatch(said):
        return int(match[1]), match[2].strip()
    if said:
        same = next((key for key in known if key[1] == said), None)
        taken = {number for number, _ in known}
        return same or (next(number for number in count(1) if number not in taken), said)
    first = row.text(Field.NUMBER).partition(".")[0]
    return (int(first) if first.isdecimal() and len(first) < 5 else 1, "")


def _part(number: int, title: str, rows: Sequence[TypedRow], day: date, readers: Readers) -> DraftRecommendation:
    taken = {row.text(Field.NUMBER) for row in rows}
    free = (name for n in count(1) if (name := f"{number}.{n}") not in taken)
    actions = tuple(draft_action(row, row.text(Field.NUMBER) or next(free), readers, day) for row in rows)
    return DraftRecommendation(number, title, "", "", None, "", actions)
