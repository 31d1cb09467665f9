"""Closing a year: its figures and its paragraph as they were published. Nothing here commits, ``at`` is aware."""

import json
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from mrdb.domain.errors import IncompleteEdit, Lack, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.publication import Publication, kept_lists
from mrdb.domain.roles import Right
from mrdb.domain.year import Figure, YearFigures
from mrdb.store.journal import Journal
from mrdb.store.rights import allow
from mrdb.store.tables import PublicationRow


def publications(session: Session, year: int) -> tuple[Publication, ...]:
    """All that were made of this year, the newest first: that one holds."""
    query = select(PublicationRow).where(col(PublicationRow.year) == year).order_by(col(PublicationRow.edition).desc())
    return tuple(
        Publication(row.year, row.author, row.at, row.reason, row.paragraph, _lists(row.lists))
        for row in session.execute(query).scalars()
    )


def publish_year(
    session: Session,
    figures: YearFigures,
    paragraph: str,
    *,
    edition: int,
    reason: str = "",
    author: str,
    at: datetime,
) -> None:
    """Lays down what is on screen, for good: the first ``edition`` closes the year, each later one has a reason.

    Raises IncompleteEdit without that reason, and NotAsItWas where somebody else made this edition meanwhile. Raises
    ValueError for a year that still runs.
    """
    allow(session, Right.HOLD_MOMENTS)
    if not figures.is_over:
        raise ValueError("a year that runs cannot be closed")
    reason = " ".join(reason.split())
    if edition > 1 and not reason:
        raise IncompleteEdit((Lack.REASON_FOR_PUBLISHING,))
    if edition != len(publications(session, figures.year)) + 1:
        raise NotAsItWas
    kept = {figure.value: found for figure, found in kept_lists(figures).items()}
    session.add(
        PublicationRow(
            year=figures.year,
            edition=edition,
            author=author,
            at=at,
            reason=reason,
            paragraph=paragraph,
            lists=json.dumps(kept),
        )
    )
    Journal(session, author, at, reason=reason).note(Fact.YEAR, None, str(figures.year))
    session.flush()


def _lists(text: str) -> dict[Figure, dict[int, str]]:
    kept: dict[str, dict[str, str]] = json.loads(text)
    return {Figure(figure): {int(id_): number for id_, number in found.items()} for figure, found in kept.items()}
