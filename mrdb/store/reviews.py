"""Documents under review, which outlive the session and the server, and what they taught about titles and words.

Nothing here commits, ``at`` is aware. What the bytes of a review mean is the reader's to know.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlmodel import Session, col

from mrdb.domain.draft import Choices
from mrdb.domain.facts import Fact
from mrdb.domain.roles import Right
from mrdb.domain.status import Status
from mrdb.store.rights import allow
from mrdb.store.tables import KnownWordRow, ReviewRow

KEPT_FOR = timedelta(days=60)
COLUMN, STATUS = "column", "status"
_FACTS = {fact.value: fact for fact in Fact}


@dataclass(frozen=True, slots=True)
class Unfinished:
    """``name`` is that of the file, ``author`` who last changed something, or "" where nobody said."""

    token: str
    name: str
    author: str
    at: datetime
    version: int


def unfinished(session: Session, token: str | None = None) -> tuple[Unfinished, ...]:
    """The reviews that are not done, or that one; the last one that somebody worked on first."""
    wanted = (ReviewRow.token, ReviewRow.name, ReviewRow.author, ReviewRow.at, ReviewRow.version)
    query = select(*map(col, wanted)).order_by(col(ReviewRow.at).desc())
    if token is not None:
        query = query.where(col(ReviewRow.token) == token)
    return tuple(Unfinished(*row) for row in session.execute(query))


def keep_review(
    session: Session, token: str, name: str, file: bytes, state: bytes, *, author: str, at: datetime
) -> None:
    """Keeps a new one, and forgets those that nobody touched for two months."""
    allow(session, Right.BRING_IN)
    forget_old(session, at)
    row = ReviewRow(token=token, name=name, author=author, at=at, file=zlib.compress(file), state=zlib.compress(state))
    session.add(row)
    session.flush()


def state_of(session: Session, token: str, *, alone: bool = False) -> bytes | None:
    """None where it is stored or thrown away; ``alone`` lets nobody change it before this transaction ends."""
    query = select(col(ReviewRow.state)).where(col(ReviewRow.token) == token)
    state = session.execute(query.with_for_update() if alone else query).scalar()
    return None if state is None else zlib.decompress(state)


def file_of(session: Session, token: str) -> bytes | None:
    file = session.execute(select(col(ReviewRow.file)).where(col(ReviewRow.token) == token)).scalar()
    return None if file is None else zlib.decompress(file)


def change_review(session: Session, token: str, state: bytes, *, author: str, at: datetime) -> int:
    """Keeps another state of one that is there, and returns its version."""
    allow(session, Right.BRING_IN)
    row = session.get_one(ReviewRow, token)
    row.state, row.author, row.at, row.version = zlib.compress(state), author, at, row.version + 1
    session.flush()
    return row.version


def forget_review(session: Session, token: str) -> None:
    allow(session, Right.BRING_IN)
    session.execute(delete(ReviewRow).where(col(ReviewRow.token) == token))


def forget_old(session: Session, at: datetime) -> None:
    """Those that nobody touched for two months."""
    allow(session, Right.BRING_IN)
    session.execute(delete(ReviewRow).where(col(ReviewRow.at) < at - KEPT_FOR))


def known_words(session: Session) -> Choices:
    """What was last said of every title and status word."""
    columns: dict[str, Fact | None] = {}
    statuses: dict[str, Status | None] = {}
    for row in session.execute(select(KnownWordRow)).scalars():
        if row.kind == COLUMN:
            columns[row.words] = _FACTS.get(row.meaning)
        else:
            statuses[row.words] = Status(row.meaning) if row.meaning else None
    return Choices(columns, statuses)


def learn(session: Session, said: Choices) -> None:
    """Takes the place of what was said of the same words before."""
    allow(session, Right.BRING_IN)
    kinds: tuple[tuple[str, Mapping[str, Fact | None] | Mapping[str, Status | None]], ...]
    kinds = ((COLUMN, said.columns), (STATUS, said.statuses))
    for kind, meanings in kinds:
        for words, meaning in meanings.items():
            session.merge(KnownWordRow(kind=kind, words=words, meaning=meaning.value if meaning else ""))
    session.flush()
