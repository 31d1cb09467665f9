"""What the database tells of one person, in words and with the place where each of it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlmodel import Session

from mrdb.domain.naming import Example, Mention, Survey
from mrdb.store import fresh
from mrdb.store.privacy import CHANGE, Found, found
from mrdb.store.tables import OF_PEOPLE, ResponseRow
from mrdb.text.history import code_words
from mrdb.text.labels import FACT
from mrdb.text.privacy import COLUMN, TABLE, WRITTEN_BY, line_words, row_words

_SIGNED = {"author", "who"}
"""Columns that tell of whom all of the row is."""
MOST = 3
"""Examples of a column; a name of one word may be another word elsewhere, as a month."""


def survey(session: Session, names: Sequence[str], role: str) -> Survey:
    """What the role in the place of the name would change; ``names`` as ``known_as`` gives them."""
    counts: Counter[str] = Counter()
    shown: defaultdict[tuple[str, str], dict[str, Example]] = defaultdict(dict)
    for one in _found(session, names, role):
        counts[one.table.name] += 1
        for example in _examples(one):
            of_column = shown[example.table, example.what]
            if len(of_column) < MOST:
                of_column.setdefault(example.old, example)
    return Survey(counts, [example for of_column in shown.values() for example in of_column.values()])


def _found(session: Session, names: Sequence[str], role: str = "") -> list[Found]:
    """Table by table, as people read them."""
    order = list(TABLE)
    return sorted(found(session, names, role), key=lambda one: order.index(one.table.name))


def _examples(one: Found) -> Iterator[Example]:
    for column, new in one.texts.items():
        what, old = COLUMN.get(column, WRITTEN_BY), one.row[column]
        if one.table.name == CHANGE and column in {"old", "new"}:
            fact, of_milestone = one.row["field"], one.row["milestone_id"] is not None
            what = FACT[fact]
            old, new = (code_words(fact, code, of_milestone=of_milestone) for code in (old, new))
        yield Example(one.table.name, what, old, new)


def mentions(session: Session, names: Sequence[str]) -> tuple[Mention, ...]:
    """Every row that names the person or is about him or her, in words."""
    teller = _Teller(session)
    return tuple(teller.told(one) for one in _found(session, names))


class _Teller:
    """Knows what the rows of one database stand under."""

    def __init__(self, session: Session) -> None:
        actions = fresh.actions(session, or_put_away=True)
        self._lines = {line.id: line for line in fresh.changes(session)}
        self._moments = {moment.id: moment for moment in fresh.all_moments(session)}
        of_action = {one.id: (one.recommendation.response.subject, one.number) for one in actions}
        self._places: Mapping[str, Mapping[int, tuple[str, str]]] = {
            "milestone_id": {step.id: of_action[one.id] for one in actions for step in one.milestones},
            "action_id": of_action,
            "recommendation_id": {
                one.id: (one.response.subject, "") for one in fresh.recommendations(session, or_put_away=True)
            },
            "response_id": {one.id: (one.subject, "") for one in fresh.management_responses(session, or_put_away=True)},
        }
        """The document and the number of the action, by the key of what a row is about: the narrowest first."""

    def told(self, one: Found) -> Mention:
        table, row = one.table.name, one.row
        own = "response_id" if table == ResponseRow.__tablename__ else f"{table}_id"
        ids = {**row, own: row.get("id")}
        about = (known.get(ids.get(key, 0)) for key, known in self._places.items())
        document, action = next(filter(None, about), ("", ""))
        return Mention(
            table,
            line_words(self._lines[row["id"]]) if table == CHANGE else row_words(table, _values(one)),
            row.get("author") or "",
            row.get("at") or row.get("made_at"),
            document,
            action,
            self._moments.get(ids.get("moment_id", 0)),
        )


def _values(one: Found) -> Mapping[str, Any]:
    """What is told of the row: the texts that name the person, or all of one that is of him or her."""
    is_own = not one.texts or one.table.name in OF_PEOPLE or not _SIGNED.isdisjoint(one.texts)
    return {name: value for name, value in one.row.items() if is_own or name in one.texts}
