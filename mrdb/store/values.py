"""The one place that puts another value where a fact is held, and tells the journal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from mrdb.domain.codes import attributes
from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact, Kind, Subject
from mrdb.domain.period import Period
from mrdb.domain.response import Agreement, Realisation
from mrdb.domain.status import Status
from mrdb.store.journal import Journal
from mrdb.store.tables import (
    ActionResponsibleRow,
    ActionRow,
    AgreementRow,
    MilestoneRow,
    MomentRow,
    RecommendationRow,
    ResponseRow,
    ResponsibleRow,
    StatusReportRow,
    period_columns,
)


def write(journal: Journal, fact: Fact, old: str | None, new: str | None) -> None:
    """Puts the one code's value in the place of the other's, and adds the line. Raises NotAsItWas as ``put`` does."""
    put(journal, fact, old, new)
    journal.note(fact, old, new)


def put(journal: Journal, fact: Fact, old: str | None, new: str | None) -> None:
    """Writes the value of what the journal is about, and no line; a report takes the author and the time with it.

    Raises NotAsItWas where something else than ``old`` stands there.
    """
    match fact.kind:
        case Kind.NAMES if fact.subject == Subject.ACTION:
            assert journal.action_id is not None
            of_action = col(ActionResponsibleRow.action_id) == journal.action_id
            journal.session.execute(delete(ActionResponsibleRow).where(of_action))
            put_names(journal.session, journal.action_id, (new or "").splitlines())
        case Kind.AGREEMENT:
            _put_agreement(journal, old, new)
        case _:
            table, place = _place(journal, fact)
            row = update(table).where(*place, *_holds(table, _columns(fact, old)))
            if journal.session.exec(row.values({**_columns(fact, new), **_signature(journal, fact)})).rowcount == 0:
                raise NotAsItWas


def _place(journal: Journal, fact: Fact) -> tuple[Any, tuple[Any, ...]]:
    """The table, and what tells the row in it."""
    match fact.subject:
        case Subject.RESPONSE:
            return ResponseRow, (col(ResponseRow.id) == journal.response_id,)
        case Subject.RECOMMENDATION:
            return RecommendationRow, (col(RecommendationRow.id) == journal.recommendation_id,)
        case Subject.ACTION:
            return ActionRow, (col(ActionRow.id) == journal.action_id,)
        case Subject.MILESTONE:
            return MilestoneRow, (col(MilestoneRow.id) == journal.milestone_id,)
        case Subject.REPORT:
            return StatusReportRow, report_place(journal)
        case Subject.MOMENT:
            return MomentRow, (col(MomentRow.id) == journal.moment_id,)
        case Subject.YEAR | Subject.PERSON:
            raise ValueError(f"{fact} is held by no row of its own")


def report_place(journal: Journal) -> tuple[Any, ...]:
    """What tells the report of this action at this moment."""
    row = StatusReportRow
    return (col(row.action_id) == journal.action_id, col(row.moment_id) == journal.moment_id)


def _signature(journal: Journal, fact: Fact) -> Mapping[str, Any]:
    return {"author": journal.author, "at": journal.at} if fact.subject == Subject.REPORT else {}


def _columns(fact: Fact, code: str | None) -> Mapping[str, Any]:
    """The columns that hold the fact: those of the domain, but for two that a table holds in several, and names that
    stand one a line."""
    values = attributes(fact, code)
    match fact.kind:
        case Kind.NAMES:
            return {fact.attribute: code or ""}
        case Kind.PERIOD:
            return period_columns(Period.from_code(code) if code else None)
        case Kind.REALISATION:
            answer = Realisation.from_code(code) if code else None
            return {
                "is_realised": answer.is_realised if answer else None,
                "realisation_proof": answer.proof if answer else "",
            }
    return values


def put_names(session: Session, action_id: int, names: Iterable[str]) -> None:
    """Makes these, in this order, who answers for an action that has nobody; a name that is new is added for all."""
    names = tuple(dict.fromkeys(names))
    known = _ids_of(session, names)
    session.add_all(
        ActionResponsibleRow(action_id=action_id, position=position, responsible_id=known[name])
        for position, name in enumerate(names)
    )


def _ids_of(session: Session, names: Iterable[str]) -> Mapping[str, int]:
    """No name ever goes: those that this transaction has met it need not look up for every action."""
    known: dict[str, int] = session.info.setdefault("names", {})
    if unknown := [name for name in names if name not in known]:
        query = select(col(ResponsibleRow.name), col(ResponsibleRow.id)).where(col(ResponsibleRow.name).in_(unknown))
        known.update((name, id_) for name, id_ in session.execute(query) if id_ is not None)
        added = [ResponsibleRow(name=name) for name in unknown if name not in known]
        session.add_all(added)
        session.flush()
        known.update((row.name, row.id) for row in added if row.id is not None)
    return known


def _put_agreement(journal: Journal, old: str | None, new: str | None) -> None:
    """An agreement is made or taken out of its moment, never altered."""
    if old:
        one = select(col(AgreementRow.id)).where(*_holds(AgreementRow, _agreement_columns(journal, old)))
        journal.session.execute(delete(AgreementRow).where(col(AgreementRow.id) == one.limit(1).scalar_subquery()))
    if new:
        journal.session.add(AgreementRow(**_agreement_columns(journal, new)))


def _agreement_columns(journal: Journal, code: str) -> dict[str, Any]:
    return {"action_id": journal.action_id, "moment_id": journal.moment_id, **asdict(Agreement.from_code(code))}


def _holds(table: Any, values: Mapping[str, Any]) -> Iterator[Any]:
    return (getattr(table, name).is_not_distinct_from(value) for name, value in values.items())


def add_report(journal: Journal, status: Status, comment: str, internal: str, *, before: Status | None) -> None:
    """The first report at this moment; ``before`` is where the action stood until now.

    It always leaves a line for the status: where that has not changed, the line says that it was said again.
    """
    put_report(journal, status, comment, internal)
    journal.note(Fact.STATUS, before.value if before else None, status.value)
    for fact, text in ((Fact.COMMENT, comment), (Fact.INTERNAL, internal)):
        if text:
            journal.note(fact, None, text)


def put_report(journal: Journal, status: Status, comment: str, internal: str = "") -> None:
    """The first report of the action at this moment, and no line."""
    assert journal.action_id is not None
    assert journal.moment_id is not None
    row = StatusReportRow(
        action_id=journal.action_id,
        moment_id=journal.moment_id,
        status=status,
        comment=comment,
        internal=internal,
        author=journal.author,
        at=journal.at,
    )
    journal.session.add(row)
