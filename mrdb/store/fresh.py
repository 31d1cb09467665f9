"""What stands in the database, read anew, as words of the domain; each question takes a constant number of queries.

What was put away or removed is left out here, and so everywhere; only the journal still tells of it.

Within a transaction this is the truth, what the transaction itself wrote included. Whoever only reads asks
``store.queries``.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func, inspect, or_, select
from sqlmodel import Session, col

from mrdb.domain.basis import Basis, basis_of
from mrdb.domain.codes import texts_of
from mrdb.domain.discussed import ASIDE
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.followup import in_document_order, parts_in_order
from mrdb.domain.period import Period
from mrdb.domain.response import (
    Action,
    Added,
    Agreed,
    Agreement,
    Change,
    Done,
    ManagementResponse,
    Milestone,
    Moment,
    Prepared,
    Realisation,
    Recommendation,
    StatusReport,
)
from mrdb.domain.rewind import with_first_period
from mrdb.store.tables import (
    ActionResponsibleRow,
    ActionRow,
    AgreementRow,
    ChangeRow,
    DatabaseRow,
    MilestoneRow,
    MomentResponseRow,
    MomentRow,
    RecommendationRow,
    ResponseRow,
    ResponsibleRow,
    Row,
    StatusReportRow,
)

_Place = tuple[int, int | None]
"""An action, or a milestone of one, by their ids."""


def management_responses(session: Session, *, or_put_away: bool = False) -> tuple[ManagementResponse, ...]:
    """The oldest document first."""
    rows = _rows(session, ResponseRow, *(() if or_put_away else (~col(ResponseRow.is_put_away),)))
    found = [ManagementResponse(id=r.id, date=r.date, **texts_of(r, Subject.RESPONSE)) for r in rows]
    return tuple(sorted(found, key=lambda response: (response.date, response.id)))


def recommendations(session: Session, *, or_put_away: bool = False) -> tuple[Recommendation, ...]:
    """By document, then as they stand in it."""
    return parts_in_order(_recommendations(session, or_put_away=or_put_away))


def _recommendations(session: Session, *conditions: Any, or_put_away: bool = False) -> list[Recommendation]:
    responses = {response.id: response for response in management_responses(session, or_put_away=or_put_away)}
    return [
        Recommendation(
            id=r.id,
            response=responses[r.response_id],
            number=r.number,
            **texts_of(r, Subject.RECOMMENDATION),
            acceptance=r.acceptance,
            acceptance_reason=r.acceptance_reason,
            realisation=None if r.is_realised is None else Realisation(r.is_realised, r.realisation_proof),
        )
        for r in _rows(session, RecommendationRow, *conditions)
        if r.response_id in responses
    ]


def actions(session: Session, ids: Collection[int] | None = None, *, or_put_away: bool = False) -> tuple[Action, ...]:
    """All of them, or those with these ids, as they stand in their documents: 2.1 before 10.1."""
    parts, held = _recommendations(session, or_put_away=or_put_away), all_moments(session)
    return in_document_order(actions_among(session, ids, parts, held, or_put_away=or_put_away))


def action(session: Session, action_id: int) -> Action | None:
    part_id = select(col(ActionRow.recommendation_id)).where(col(ActionRow.id) == action_id)
    parts = _recommendations(session, col(RecommendationRow.id).in_(part_id))
    return next(iter(actions_among(session, [action_id], parts, all_moments(session))), None)


def moments(session: Session) -> tuple[Moment, ...]:
    """The newest first: those that cover a management response that is there."""
    shown = covered(session)
    known = (moment for moment in all_moments(session) if moment.id in shown)
    return tuple(sorted(known, key=lambda moment: moment.order, reverse=True))


def changes(
    session: Session,
    action_id: int | None = None,
    *,
    moment_id: int | None = None,
    since: int = 0,
    among: Collection[int] | None = None,
    not_by: int | None = None,
    facts: Collection[Fact] | None = None,
    most: int | None = None,
    is_shown: bool = False,
    held: Iterable[Moment] | None = None,
) -> tuple[Change, ...]:
    """The journal, of one action, one moment, some facts, ``since`` a line, or everything; the newest line first, and
    no more than ``most``. ``among`` are the ids of some actions, ``not_by`` that of a person whose own lines are left
    out. What ``is_shown`` to people says of what was put away only that it was. ``held`` are all moments, for who has
    read them already."""
    known = _by_id(all_moments(session) if held is None else held)
    about = (col(MilestoneRow.label), col(RecommendationRow.number), col(RecommendationRow.title))
    query = select(_table(ChangeRow), *about).outerjoin(MilestoneRow).outerjoin(RecommendationRow)
    query = query.where(*_is(ChangeRow.action_id, action_id), *_is(ChangeRow.moment_id, moment_id))
    query = query.where(*_of_facts(facts), *([col(ChangeRow.id) >= since] if since else []))
    query = query.where(*([] if among is None else [col(ChangeRow.action_id).in_(among)]))
    query = query.where(*([] if not_by is None else [col(ChangeRow.person_id).is_distinct_from(not_by)]))
    query = query.where(*(_is_shown() if is_shown else ()))
    query = query.order_by(col(ChangeRow.id).desc()).limit(most)  # as written: a clock may be set back
    return tuple(
        Change(
            id=r.id,
            at=r.at,
            author=r.author,
            action_id=r.action_id,
            moment=None if r.moment_id is None else known[r.moment_id],
            fact=r.field,
            milestone=f"{r.number}. {r.title}" if r.recommendation_id else r.label,
            old=r.old,
            new=r.new,
            reason=r.reason,
            undoes=r.undoes_id,
            recommendation_id=r.recommendation_id,
            milestone_id=r.milestone_id,
            source=r.source,
            response_id=r.response_id,
        )
        for r in session.execute(query)
    )


def responsibles(session: Session) -> tuple[str, ...]:
    """Every role, service, steering group and person known, by name."""
    return tuple(sorted(session.execute(select(col(ResponsibleRow.name))).scalars(), key=str.casefold))


def documents_of(session: Session, action_ids: Collection[int]) -> dict[int, int]:
    """The management response of each of these actions, all by their ids."""
    query = select(col(ActionRow.id), col(RecommendationRow.response_id)).join_from(ActionRow, RecommendationRow)
    found = session.execute(query.where(col(ActionRow.id).in_(action_ids)))
    return {action_id: response_id for action_id, response_id in found if action_id is not None}


def database_name(session: Session) -> str:
    """What this database is called: 32 hex digits, the same in every copy of it."""
    return str(session.execute(select(col(DatabaseRow.name))).scalar_one())


def basis(session: Session) -> Basis:
    """From what a file is made now; it tells later what was known."""
    return basis_of(database_name(session), next(iter(changes(session, since=newest_line(session))), None))


def mark(session: Session) -> str:
    """What the last transaction left in the database: the same as long as nothing was written."""
    return str(session.execute(select(col(DatabaseRow.mark))).scalar_one())


def covered(session: Session) -> dict[int, frozenset[int]]:
    """The management responses that each moment covers, all by their ids."""
    query = select(col(MomentResponseRow.moment_id), col(MomentResponseRow.response_id))
    query = query.join(ResponseRow).join(MomentRow).where(~col(ResponseRow.is_put_away), ~col(MomentRow.is_removed))
    found: defaultdict[int, set[int]] = defaultdict(set)
    for moment_id, response_id in session.execute(query):
        found[moment_id].add(response_id)
    return {moment_id: frozenset(ids) for moment_id, ids in found.items()}


def newest_line(session: Session) -> int:
    """The id of the newest line of the journal, 0 where there is none."""
    return session.execute(select(func.max(col(ChangeRow.id)))).scalar() or 0


def actions_among(
    session: Session,
    only: Collection[int] | None,
    parts: Iterable[Recommendation],
    held: Iterable[Moment],
    *,
    or_put_away: bool = False,
) -> list[Action]:
    """Those with these ids, or all, in no order; ``parts`` are their recommendations, ``held`` all moments."""
    known, moments = {part.id: part for part in parts}, _by_id(held)
    lines = _standing(session, only)
    added = _added(lines, moments)
    names, reports = _names(session, only), _reports(session, only, moments)
    steps, agreed = _milestones(session, only, lines, added), _agreements(session, only, lines, moments)
    discussed, prepared = _discussed(session, only, moments), _prepared(lines)
    there = () if or_put_away else (~col(ActionRow.is_put_away),)
    return [
        Action(
            id=r.id,
            version=r.version,
            recommendation=known[r.recommendation_id],
            **texts_of(r, Subject.ACTION),
            responsibles=tuple(names[r.id]),
            milestones=tuple(steps[r.id]),
            reports=tuple(sorted(reports[r.id], key=lambda report: report.moment.order)),
            agreements=tuple(sorted(agreed[r.id], key=lambda one: one.moment.order)),
            added=added.get((r.id, None)),
            discussed=tuple(sorted(discussed[r.id], key=lambda moment: moment.order)),
            prepared=prepared.get(r.id),
        )
        for r in _rows(session, ActionRow, *there, *_among(ActionRow.id, only))
        if r.recommendation_id in known
    ]


def _names(session: Session, only: Collection[int] | None) -> defaultdict[int, list[str]]:
    query = (
        select(col(ActionResponsibleRow.action_id), col(ResponsibleRow.name))
        .join_from(ActionResponsibleRow, ResponsibleRow)
        .where(*_among(ActionResponsibleRow.action_id, only))
        .order_by(col(ActionResponsibleRow.action_id), col(ActionResponsibleRow.position))
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for action_id, name in session.execute(query):
        found[action_id].append(name)
    return found


def _milestones(
    session: Session, only: Collection[int] | None, lines: Iterable[Any], added: Mapping[_Place, Added]
) -> defaultdict[int, list[Milestone]]:
    first = {line.milestone_id: line.old for line in lines if line.field == Fact.PERIOD and line.old}
    found: defaultdict[int, list[Milestone]] = defaultdict(list)
    for r in sorted(_rows(session, MilestoneRow, *_among(MilestoneRow.action_id, only)), key=lambda row: row.position):
        period = None if r.kind is None else Period(r.kind, r.first_day, r.last_day, r.precision, r.inferred)
        step = Milestone(r.id, r.label, period, None, r.reached_on, added.get((r.action_id, r.id)))
        found[r.action_id].append(with_first_period(step, first[r.id]) if r.id in first else step)
    return found


def _added(lines: Iterable[Any], known: Mapping[int, Moment]) -> dict[_Place, Added]:
    """What came to be after the document was stored: by action and milestone."""
    added = (line for line in lines if line.field == Fact.ADDED and line.action_id is not None)
    return {(line.action_id, line.milestone_id): Added(known[line.moment_id], line.at) for line in added}


def _discussed(
    session: Session, only: Collection[int] | None, known: Mapping[int, Moment]
) -> defaultdict[int, list[Moment]]:
    """The moments at which each action was discussed (``domain.discussed``), out of the journal."""
    query = (
        select(col(ChangeRow.action_id), col(ChangeRow.moment_id))
        .where(col(ChangeRow.action_id).is_not(None), col(ChangeRow.moment_id).is_not(None))
        .where(col(ChangeRow.field).not_in({Fact.NOT_DISCUSSED, *ASIDE}))
        .where(*_hold(), *_among(ChangeRow.action_id, only))
        .distinct()
    )
    found: defaultdict[int, list[Moment]] = defaultdict(list)
    for action_id, moment_id in session.execute(query):
        found[action_id].append(known[moment_id])
    return found


def _standing(session: Session, only: Collection[int] | None) -> Sequence[Any]:
    """The lines that still hold of what stands in the journal alone, the newest first."""
    said = col(ChangeRow.field).in_({Fact.ADDED, Fact.PERIOD, *ASIDE})
    found = _rows(session, ChangeRow, said, *_hold(), *_among(ChangeRow.action_id, only))
    return sorted(found, key=lambda line: line.id, reverse=True)


def _hold() -> tuple[Any, ...]:
    undone = select(col(ChangeRow.undoes_id)).where(col(ChangeRow.undoes_id).is_not(None)).scalar_subquery()
    return col(ChangeRow.undoes_id).is_(None), col(ChangeRow.id).not_in(undone)


def _reports(
    session: Session, only: Collection[int] | None, known: Mapping[int, Moment]
) -> defaultdict[int, list[StatusReport]]:
    found: defaultdict[int, list[StatusReport]] = defaultdict(list)
    for r in _rows(session, StatusReportRow, *_among(StatusReportRow.action_id, only)):
        found[r.action_id].append(StatusReport(known[r.moment_id], r.status, r.comment, r.author, r.at, r.internal))
    return found


def _agreements(
    session: Session, only: Collection[int] | None, lines: Iterable[Any], known: Mapping[int, Moment]
) -> defaultdict[int, list[Agreed]]:
    done = _done(lines)
    found: defaultdict[int, list[Agreed]] = defaultdict(list)
    for r in _rows(session, AgreementRow, *_among(AgreementRow.action_id, only)):
        agreed = Agreed(known[r.moment_id], Agreement(r.text, r.who, r.due))
        found[r.action_id].append(replace(agreed, done=done.get((r.action_id, agreed.code()))))
    return found


def _done(lines: Iterable[Any]) -> dict[tuple[int, str], Done]:
    """Which agreements are done: by action and by what was agreed."""
    said = (line for line in lines if line.field == Fact.AGREEMENT_DONE)
    return {(line.action_id, line.new): Done(line.id, line.author, line.at) for line in said}


def _prepared(lines: Iterable[Any]) -> dict[int, Prepared]:
    """What waits for the next moment, by action: what the newest line says, if it says anything."""
    newest: dict[int, Any] = {}
    for line in (line for line in lines if line.field == Fact.PREPARED):
        newest.setdefault(line.action_id, line)
    return {id_: Prepared.from_code(line.new, line.author, line.at) for id_, line in newest.items() if line.new}


def all_moments(session: Session) -> list[Moment]:
    """Also those that no screen shows, of which the journal still tells; in no order."""
    return [
        Moment(
            id=r.id,
            date=r.date,
            title=r.title,
            attendees=tuple(r.attendees.splitlines()),
            closed_at=r.closed_at,
            closed_by=r.closed_by,
            next_date=r.next_date,
            absent=tuple(r.absent.splitlines()),
            leaving_early=tuple(r.leaving_early.splitlines()),
            is_document=r.is_document,
        )
        for r in _rows(session, MomentRow)
    ]


def _by_id(moments: Iterable[Moment]) -> dict[int, Moment]:
    return {moment.id: moment for moment in moments}


def _rows(session: Session, table: type[Row], *conditions: Any) -> Sequence[Any]:
    """Plain tuples with names: making 10,000 objects of a table class takes three times as long."""
    return session.execute(select(_table(table)).where(*conditions)).all()


def _table(table: type[Row]) -> Any:
    return inspect(table).local_table


def _among(column: Any, only: Collection[object] | None) -> tuple[Any, ...]:
    return () if only is None else (col(column).in_(only),)


def _of_facts(facts: Collection[Fact] | None) -> tuple[Any, ...]:
    """Of nearly all facts SQLite would gather the lines by its index and sort them, to give the newest few."""
    if facts is None:
        return ()
    others, field = set(Fact).difference(facts), col(ChangeRow.field)
    return (field.in_(facts) if len(facts) <= len(others) else field.not_in(others),)


def _is(column: Any, only: int | None) -> tuple[Any, ...]:
    return () if only is None else (col(column) == only,)


def _is_shown() -> Iterator[Any]:
    for about, row in ((ChangeRow.response_id, ResponseRow), (ChangeRow.action_id, ActionRow)):
        away = select(col(row.id)).where(col(row.is_put_away))
        yield or_(col(ChangeRow.field) == Fact.PUT_AWAY, col(about).is_(None), col(about).not_in(away))
