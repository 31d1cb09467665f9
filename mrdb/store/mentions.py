"""What the database tells of one person, in words and with the place where each of it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from mrdb.domain.naming import Example, Mention, Survey
from mrdb.domain.response import Change
from mrdb.store import fresh
from mrdb.store.privacy import CHANGE, Found, found
from mrdb.store.tables import OF_PEOPLE, ActionRow, MilestoneRow, RecommendationRow, ResponseRow
from mrdb.text.history import code_words
from mrdb.text.labels import FACT
from mrdb.text.privacy import COLUMN, WRITTEN_BY, line_words, row_words

_SIGNED = {"author", "who"}
"""Columns that tell of whom all of the row is."""
MOST = 3
"""Examples of a column; a name of one word may be another word elsewhere, as a month."""


def survey(session: Session, names: Sequence[str], role: str) -> Survey:
    """What the role in the place of the name would change; ``names`` as ``known_as`` gives them."""
    counts: Counter[str] = Counter()
    shown: defaultdict[tuple[str, str], dict[str, Example]] = defaultdict(dict)
    for one in found(session, names, role):
        counts[one.table.name] += 1
        for example in _examples(one):
            of_column = shown[example.table, example.what]
            if len(of_column) < MOST:
                of_column.setdefault(example.old, example)
    return Survey(counts, [example for of_column in shown.values() for example in of_column.values()])


def _examples(one: Found) -> Iterator[Example]:
    for column, new in one.texts.items():
        what, old = COLUMN.get(column, WRITTEN_BY), one.row[column]
        if one.table.name == CHANGE and column in {"old", "new"}:
            fact, of_milestone = one.row["field"], one.row["milestone_id"] is not None
            what = FACT[fact]
            old, new = (code_words(fact, code, of_milestone=of_milestone) for code in (old, new))
        yield Example(one.table.name, what, old, new)


def mentions(session: Session, names: Sequence[str]) -> tuple[Mention, ...]:
    """Every row that names the person or is about him or her, in words, table by table."""
    teller = _Teller(session)
    return tuple(teller.told(one) for one in found(session, names))


class _Teller:
    """Knows what the rows of one database stand under."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def told(self, one: Found) -> Mention:
        table, row = one.table.name, one.row
        place = self._place(table, row)
        moment = row["id"] if table == "moment" else row.get("moment_id")
        return Mention(
            table,
            line_words(self._lines[row["id"]]) if table == CHANGE else row_words(table, _values(one)),
            row.get("author") or "",
            row.get("at") or row.get("made_at"),
            self._documents.get(place.get("response_id"), ""),
            self._numbers.get(place.get("action_id"), ""),
            self._moments.get(moment),
        )

    def _place(self, table: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """The action and the document that the row is about, by their ids."""
        own = {"action": "action_id", "milestone": "milestone_id", "recommendation": "recommendation_id"}
        own["management_response"] = "response_id"
        ids = {**row, **({own[table]: row["id"]} if table in own else {})}
        for key, above, known in self._above:
            ids[above] = ids.get(above) or known.get(ids.get(key))
        return ids

    @cached_property
    def _above(self) -> tuple[tuple[str, str, Mapping[Any, Any]], ...]:
        return (
            ("milestone_id", "action_id", self._by_id(MilestoneRow.id, MilestoneRow.action_id)),
            ("action_id", "recommendation_id", self._by_id(ActionRow.id, ActionRow.recommendation_id)),
            ("recommendation_id", "response_id", self._by_id(RecommendationRow.id, RecommendationRow.response_id)),
        )

    @cached_property
    def _documents(self) -> Mapping[Any, str]:
        return self._by_id(ResponseRow.id, ResponseRow.subject)

    @cached_property
    def _numbers(self) -> Mapping[Any, str]:
        return self._by_id(ActionRow.id, ActionRow.number)

    @cached_property
    def _moments(self) -> Mapping[Any, tuple[date, str]]:
        return {moment.id: (moment.date, moment.title) for moment in fresh.all_moments(self._session)}

    @cached_property
    def _lines(self) -> Mapping[int, Change]:
        return {line.id: line for line in fresh.changes(self._session)}

    def _by_id(self, key: Any, value: Any) -> Mapping[Any, Any]:
        return dict(self._session.execute(select(col(key), col(value))).all())


def _values(one: Found) -> Mapping[str, Any]:
    """What is told of the row: the texts that name the person, or all of one that is of him or her."""
    is_own = not one.texts or one.table.name in OF_PEOPLE or not _SIGNED.isdisjoint(one.texts)
    return {name: value for name, value in one.row.items() if is_own or name in one.texts}
