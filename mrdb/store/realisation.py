"""Writing down whether a recommendation is realised."""

from datetime import datetime

from sqlmodel import Session

from mrdb.domain.errors import IncompleteEdit, Lack
from mrdb.domain.facts import Fact
from mrdb.domain.response import Realisation
from mrdb.store import queries
from mrdb.store.guards import hold_open
from mrdb.store.journal import Journal
from mrdb.store.values import write


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
    part = next(one for one in queries.recommendations(session) if one.id == recommendation_id)
    journal = Journal(session, author, at, moment_id=moment_id).of_recommendation(part)
    write(journal, Fact.REALISED, before.code() if before else None, clean.code())
    session.flush()
