"""All that names one person, in whichever table it stands: a column that is added is looked through by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, select
from sqlmodel import AutoString, Session, col

from mrdb.domain.codes import reworded, reworded_names
from mrdb.domain.facts import Fact, Kind
from mrdb.domain.naming import Say, in_place_of
from mrdb.store.tables import ChangeRow, MomentRow, PersonRow, PublicationRow, ResponsibleRow, Row

PERSON, RESPONSIBLE, CHANGE = (str(one.__tablename__) for one in (PersonRow, ResponsibleRow, ChangeRow))
_NO_WORDS = {(str(PublicationRow.__tablename__), "lists"), (PERSON, "subject")}
"""What only programs read."""
_OF_NAMES = {fact.attribute for fact in Fact if fact.kind == Kind.NAMES}


@dataclass(frozen=True, slots=True)
class Found:
    """A row with the ``texts`` of it that are said otherwise, each by its column; none where only a key of it is about
    the person."""

    table: Table
    row: Mapping[str, Any]
    texts: Mapping[str, str]


def words_of(table: Table) -> list[Column[Any]]:
    """Its columns that hold what people write: those texts that may be of any length. A short one is a code, a number
    or a digest."""
    texts = (one for one in table.columns if isinstance(one.type, AutoString) and one.type.length is None)
    return [one for one in texts if (table.name, one.name) not in _NO_WORDS]


def found(session: Session, names: Sequence[str], role: str = "") -> Iterator[Found]:
    """Every row that names the person, with the role in the place of the name, or that is about him or her by a key;
    ``names`` are those that ``known_as`` gives. Table by table, each before those that point at it."""
    say = in_place_of(names, role)
    owners = {PERSON: {row.id for row in people_called(session, names)}, RESPONSIBLE: set()}
    for table in Row.metadata.sorted_tables:
        columns = words_of(table)
        keys = [(key.parent.name, owners[of]) for key in table.foreign_keys if (of := key.column.table.name) in owners]
        for row in [one._asdict() for one in session.execute(select(table).order_by(*table.primary_key))]:
            texts = _said(table, columns, row, say)
            if texts and table.name == RESPONSIBLE:
                owners[RESPONSIBLE].add(row["id"])
            if texts or any(row[key] in of for key, of in keys):
                yield Found(table, row, texts)


def _said(table: Table, columns: Sequence[Column[Any]], row: Mapping[str, Any], say: Say) -> dict[str, str]:
    held = {one.name: row[one.name] for one in columns if row[one.name]}
    said = {name: _text(table, row, name, text, say) for name, text in held.items()}
    return {name: text for name, text in said.items() if text != held[name]}


def _text(table: Table, row: Mapping[str, Any], column: str, text: str, say: Say) -> str:
    if table.name == CHANGE and column in {"old", "new"}:
        return reworded(row["field"], text, say, of_milestone=row["milestone_id"] is not None)
    return reworded_names(text, say) if column in _OF_NAMES else say(text)


def known_as(session: Session, names: Sequence[str]) -> tuple[str, ...]:
    """These names, and those under which the same people came in: their address, and what they were called before.

    Asked again of what it returns it finds nobody else: what people are told is what is replaced.
    """
    people = people_called(session, names)
    lines = col(ChangeRow.person_id).in_([row.id for row in people])
    before = session.execute(select(col(ChangeRow.author)).where(lines).distinct()).scalars()
    known = [*names, *(text for row in people for text in (row.name, row.email)), *before]
    first = {name.casefold(): name for name in map(" ".join, map(str.split, reversed(known))) if name}
    found = tuple(reversed(first.values()))
    return found if len(found) == len(names) else known_as(session, found)


def people_called(session: Session, names: Sequence[str]) -> list[PersonRow]:
    """Those who may come in, or could, under one of these names or addresses."""
    say, addresses = in_place_of(names, ""), {name.casefold() for name in names}
    rows = session.execute(select(PersonRow)).scalars()
    return [row for row in rows if say(row.name) != row.name or row.email.casefold() in addresses]


def names(session: Session) -> tuple[str, ...]:
    """Whom one may look for: who came in, answers for something, was at a meeting or changed something."""
    columns = (PersonRow.name, ResponsibleRow.name, ChangeRow.author, MomentRow.attendees, MomentRow.absent)
    texts = {text for column in columns for text in session.execute(select(col(column)).distinct()).scalars()}
    return tuple(sorted({name for text in texts for name in text.splitlines() if name}, key=str.casefold))
