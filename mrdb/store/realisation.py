"""Writing down whether a recommendation is realised."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from mrdb.domain.errors import IncompleteEdit, Lack, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.response import Realisation
from mrdb.store.guards import hold_open
from mrdb.store.journal import Journal
from mrdb.store.tables import RecommendationRow


def answer_realised(
    session: Session,
    *,
    recommendation_id: int,
    moment_id: int,
    before: Realisation | None,
    answer: Realisation,
    author: str,
    at: datetime,
) -> None:
    """Lays down the group's answer; ``before`` is the one that was on screen. ``at`` is aware; commits nothing.

    Raises IncompleteEdit without a line of proof, MomentClosed, and NotAsItWas where another answer came meanwhile.
    """
    clean = Realisation(answer.is_realised, " ".join(answer.proof.split()))
    if not clean.proof:
        raise IncompleteEdit([Lack.PROOF])
    hold_open(session, moment_id)
    journal = Journal(session, author, at, moment_id=moment_id, recommendation_id=recommendation_id)
    if not put_realisation(journal, before, clean):
        raise NotAsItWas
    journal.note(Fact.REALISED, before.code() if before else None, clean.code())
    session.flush()


def put_realisation(journal: Journal, before: Realisation | None, after: Realisation | None) -> bool:
    """Writes the one in the place of the other, and no line; False where something else stands there."""
    is_as_before = col(RecommendationRow.is_realised) == before.is_realised if before else None
    row = update(RecommendationRow).where(
        col(RecommendationRow.id) == journal.recommendation_id,
        col(RecommendationRow.is_realised).is_(None) if is_as_before is None else is_as_before,
        col(RecommendationRow.realisation_proof) == (before.proof if before else ""),
    )
    values = {
        "is_realised": after.is_realised if after else None,
        "realisation_proof": after.proof if after else "",
    }
    return journal.session.exec(row.values(values)).rowcount == 1
