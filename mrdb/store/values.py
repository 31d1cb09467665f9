"""The one place that puts another value where a fact is held, and tells the journal."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import col

from mrdb.domain.codes import attributes
from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact, Kind, Subject
from mrdb.domain.period import Period
from mrdb.domain.response import Agreement, Realisation
from mrdb.store.journal import Journal
from mrdb.store.responsibles import reassign, responsible_ids
from mrdb.store.tables import (
    ActionRow,
    AgreementRow,
    MilestoneRow,
    RecommendationRow,
    ResponseRow,
    period_columns,
)


def write(
    journal: Journal,
    fact: Fact,
    old: str | None,
    new: str | None,
    *,
    milestone_id: int | None = None,
    reason: str = "",
    undoes: int | None = None,
) -> None:
    """Puts the one code's value in the place of the other's, and adds the line. Raises NotAsItWas as ``put`` does."""
    put(journal, fact, old, new, milestone_id)
    journal.note(fact, old, new, milestone_id=milestone_id, reason=reason, undoes=undoes)


def put(journal: Journal, fact: Fact, old: str | None, new: str | None, milestone_id: int | None = None) -> None:
    """Writes the value of what the journal is about, and no line.

    Raises NotAsItWas where something else than ``old`` stands there.
    """
    match fact.kind:
        case Kind.NAMES:
            _put_names(journal, (new or "").splitlines())
        case Kind.AGREEMENT:
            _put_agreement(journal, old, new)
        case _:
            table, id_ = _place(journal, fact, milestone_id)
            stands = (getattr(table, name).is_not_distinct_from(value) for name, value in _columns(fact, old).items())
            row = update(table).where(col(table.id) == id_, *stands).values(_columns(fact, new))
            if journal.session.exec(row).rowcount == 0:
                raise NotAsItWas


def _place(journal: Journal, fact: Fact, milestone_id: int | None) -> tuple[Any, int | None]:
    match fact.subject:
        case Subject.RESPONSE:
            return ResponseRow, journal.response_id
        case Subject.RECOMMENDATION:
            return RecommendationRow, journal.recommendation_id
        case Subject.ACTION:
            return ActionRow, journal.action_id
        case Subject.MILESTONE:
            return MilestoneRow, milestone_id
        case Subject.REPORT | Subject.MOMENT:
            raise ValueError(f"{fact} is held by no row of its own")


def _columns(fact: Fact, code: str | None) -> Mapping[str, Any]:
    """The columns that hold the fact: those of the domain, but for two that a table holds in several."""
    values = attributes(fact, code)
    match fact.kind:
        case Kind.PERIOD:
            return period_columns(Period.from_code(code) if code else None)
        case Kind.REALISATION:
            answer = Realisation.from_code(code) if code else None
            return {
                "is_realised": answer.is_realised if answer else None,
                "realisation_proof": answer.proof if answer else "",
            }
    return values


def _put_names(journal: Journal, names: list[str]) -> None:
    assert journal.action_id is not None
    ids = responsible_ids(journal.session, names)
    reassign(journal.session, journal.action_id, [ids[name] for name in names])


def _put_agreement(journal: Journal, old: str | None, new: str | None) -> None:
    """An agreement is made or taken out of its moment, never altered."""
    assert journal.action_id is not None
    assert journal.moment_id is not None
    if old:
        gone = Agreement.from_code(old)
        one = select(col(AgreementRow.id)).where(
            col(AgreementRow.action_id) == journal.action_id,
            col(AgreementRow.moment_id) == journal.moment_id,
            col(AgreementRow.text) == gone.text,
            col(AgreementRow.who) == gone.who,
            col(AgreementRow.due).is_not_distinct_from(gone.due),
        )
        journal.session.execute(delete(AgreementRow).where(col(AgreementRow.id) == one.limit(1).scalar_subquery()))
    if new:
        made = Agreement.from_code(new)
        journal.session.add(
            AgreementRow(
                action_id=journal.action_id,
                moment_id=journal.moment_id,
                text=made.text,
                who=made.who,
                due=made.due,
            )
        )
