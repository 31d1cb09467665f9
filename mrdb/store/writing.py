"""What people do: open and close a follow-up moment, report on an action, move a deadline, change who answers for it.

Every function leaves journal lines and commits nothing; ``at`` is aware and stored in UTC.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from mrdb.domain.errors import (
    EditConflict,
    IncompleteEdit,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotForAction,
    MomentTooEarly,
)
from mrdb.domain.followup import Edit, Move, current_status, lacks, last_report
from mrdb.domain.meeting import outcomes
from mrdb.domain.period import PeriodKind
from mrdb.domain.response import Action, ChangedField, Milestone, MomentState, StatusReport
from mrdb.store import reading
from mrdb.store.journal import Journal
from mrdb.store.reports import add_report, carry_report, change_report
from mrdb.store.responsibles import reassign, responsible_ids
from mrdb.store.tables import (
    ActionRow,
    MilestoneRow,
    MomentResponseRow,
    MomentRow,
    ResponseRow,
    period_columns,
)


def open_moment(
    session: Session,
    *,
    day: date,
    title: str,
    attendees: str,
    response_ids: Collection[int],
    author: str,
    at: datetime,
    next_date: date | None = None,
) -> int:
    """Opens a follow-up moment for these management responses (at least one) and returns its id.

    Raises MomentAlreadyOpen where one of them has an open moment already, and MomentTooEarly where one has a newer
    one: what is said at the earlier date would not be where the action stands.
    """
    if not response_ids:
        raise ValueError("a moment covers at least one management response")
    _hold_responses(session, response_ids)
    for response_id in response_ids:
        if already := reading.open_moment(session, response_id):
            raise MomentAlreadyOpen(already.id)
    if (newest := _newest_date(session, response_ids)) and day < newest:
        raise MomentTooEarly(newest)
    row = MomentRow(date=day, title=title, attendees=attendees, next_date=next_date)
    session.add(row)
    session.flush()
    assert row.id is not None
    session.add_all(MomentResponseRow(moment_id=row.id, response_id=id_) for id_ in dict.fromkeys(response_ids))
    Journal(session, author, at, moment_id=row.id).note(ChangedField.MOMENT, None, MomentState.OPEN.value)
    session.flush()
    return row.id


def close_moment(
    session: Session, moment_id: int, author: str, at: datetime, *, not_discussed: Collection[int] = ()
) -> None:
    """Freezes the moment, and notes which actions (ids) were not discussed. Raises MomentClosed when it is closed."""
    closing = (
        update(MomentRow)
        .where(col(MomentRow.id) == moment_id, col(MomentRow.closed_at).is_(None))
        .values(closed_at=at, closed_by=author)
    )
    if session.exec(closing).rowcount == 0:
        raise MomentClosed(moment_id)
    journal = Journal(session, author, at, moment_id=moment_id)
    journal.note(ChangedField.MOMENT, MomentState.OPEN.value, MomentState.CLOSED.value)
    for action_id in not_discussed:
        Journal(session, author, at, action_id, moment_id).note(ChangedField.NOT_DISCUSSED, None, None)
    session.flush()


def confirm_unchanged(
    session: Session, *, versions: Mapping[int, int], moment_id: int, author: str, at: datetime
) -> None:
    """Says of these actions (id to the version that was on screen) that nothing changed since their last report.

    That report is carried over into the moment, as it stands; an action without any is marked as confirmed only. An
    action that was changed in this moment stays changed.
    Raises MomentClosed, MomentNotForAction, or EditConflict when one of them was changed meanwhile.
    """
    became = outcomes(reading.changes(session, moment_id=moment_id))
    for action_id, version in versions.items():
        action = _known(session, action_id)
        _check_moment(session, moment_id, action)
        _take_version(session, action_id, version)
        if action_id in became:
            continue
        journal = Journal(session, author, at, action_id, moment_id)
        report = last_report(action)
        if report is not None:
            carry_report(journal, report)
        else:
            journal.note(ChangedField.CONFIRMED, None, None)
    session.flush()


def save_edit(
    session: Session, *, action_id: int, version: int, moment_id: int, edit: Edit, author: str, at: datetime
) -> None:
    """Writes what the edit changes in the version that its editor saw; an edit that changes nothing leaves no trace.

    Raises MomentClosed, MomentNotForAction, IncompleteEdit, or EditConflict when the action has a newer version that
    says something else. Raises LookupError for an unknown action, ValueError for a move of anything but a deadline.
    """
    action = _known(session, action_id)
    _check_moment(session, moment_id, action)
    if wanting := lacks(edit):
        raise IncompleteEdit(wanting)
    is_news, reached, moves = _is_news(action, moment_id, edit), _newly_reached(action, edit), _real_moves(action, edit)
    if not (is_news or reached or moves):
        return
    _take_version(session, action_id, version)
    journal = Journal(session, author, at, action_id, moment_id)
    if is_news:
        _write_report(journal, action, edit)
    for milestone, day in reached:
        _write_reached(journal, milestone, day)
    for milestone, move in moves:
        _write_move(journal, milestone, move)
    session.flush()


def change_responsible(
    session: Session,
    *,
    action_id: int,
    version: int,
    responsible: str,
    responsibles: Sequence[str],
    author: str,
    at: datetime,
    moment_id: int | None = None,
) -> None:
    """Another phrase, and the names in it; names that are new become known. In a moment, it belongs to that round.

    Raises EditConflict when the action has a newer version that says something else.
    """
    action = _known(session, action_id)
    phrase, names = responsible.strip(), tuple(dict.fromkeys(name.strip() for name in responsibles if name.strip()))
    if moment_id is not None:
        _check_moment(session, moment_id, action)
    if (phrase, names) == (action.responsible, action.responsibles):
        return
    _take_version(session, action_id, version)
    journal = Journal(session, author, at, action_id, moment_id)
    if phrase != action.responsible:
        session.exec(update(ActionRow).where(col(ActionRow.id) == action_id).values(responsible=phrase))
        journal.note(ChangedField.RESPONSIBLE, action.responsible or None, phrase or None)
    if names != action.responsibles:
        ids = responsible_ids(session, names)
        reassign(session, action_id, [ids[name] for name in names])
        journal.note(ChangedField.RESPONSIBLES, "\n".join(action.responsibles) or None, "\n".join(names) or None)
    session.flush()


def _newest_date(session: Session, response_ids: Collection[int]) -> date | None:
    query = (
        select(func.max(col(MomentRow.date)))
        .join(MomentResponseRow, col(MomentResponseRow.moment_id) == col(MomentRow.id))
        .where(col(MomentResponseRow.response_id).in_(response_ids))
    )
    return session.execute(query).scalar()


def _hold_responses(session: Session, response_ids: Collection[int]) -> None:
    """Where a database lets two write at once, a second one that opens a moment for the same document waits here."""
    query = select(col(ResponseRow.id)).where(col(ResponseRow.id).in_(response_ids)).order_by(col(ResponseRow.id))
    session.execute(query.with_for_update()).all()


def _known(session: Session, action_id: int) -> Action:
    action = reading.action(session, action_id)
    if action is None:
        raise LookupError(f"no action {action_id}")
    return action


def _check_moment(session: Session, moment_id: int, action: Action) -> None:
    """The moment stays open as long as this transaction goes on."""
    moment = select(col(MomentRow.closed_at)).where(col(MomentRow.id) == moment_id).with_for_update(read=True)
    if session.execute(moment).scalar_one() is not None:
        raise MomentClosed(moment_id)
    if session.get(MomentResponseRow, (moment_id, action.recommendation.response.id)) is None:
        raise MomentNotForAction(moment_id, action.id)


def _take_version(session: Session, action_id: int, version: int) -> None:
    """One of two that save the same version comes first; the other one is told."""
    taking = (
        update(ActionRow)
        .where(col(ActionRow.id) == action_id, col(ActionRow.version) == version)
        .values(version=col(ActionRow.version) + 1)
    )
    if session.exec(taking).rowcount == 0:
        raise EditConflict(action_id)


def _report_at(action: Action, moment_id: int | None) -> StatusReport | None:
    return next((report for report in action.reports if report.moment.id == moment_id), None)


def _is_news(action: Action, moment_id: int, edit: Edit) -> bool:
    """Whether the edit says anything of the status that this moment does not hold yet."""
    report = _report_at(action, moment_id)
    said = (report.status, report.comment) if report else None
    return edit.status is not None and said != (edit.status, edit.comment.strip())


def _write_report(journal: Journal, action: Action, edit: Edit) -> None:
    assert edit.status is not None
    report = _report_at(action, journal.moment_id)
    if report is None:
        add_report(journal, edit.status, edit.comment.strip(), before=current_status(action))
    else:
        change_report(journal, report, edit.status, edit.comment.strip())


def _newly_reached(action: Action, edit: Edit) -> list[tuple[Milestone, date | None]]:
    known = {milestone.id: milestone for milestone in action.milestones}
    return [(known[id_], day) for id_, day in edit.reached.items() if known[id_].reached_on != day]


def _real_moves(action: Action, edit: Edit) -> list[tuple[Milestone, Move]]:
    known = {milestone.id: milestone for milestone in action.milestones}
    for move in edit.moves:
        periods = (move.period, known[move.milestone_id].period)
        if any(period is not None and period.kind != PeriodKind.DEADLINE for period in periods):
            raise ValueError("only a deadline can be moved, and it stays one")
    return [(known[move.milestone_id], move) for move in edit.moves if known[move.milestone_id].period != move.period]


def _write_reached(journal: Journal, milestone: Milestone, day: date | None) -> None:
    _change_milestone(journal.session, milestone.id, {"reached_on": day})
    old = milestone.reached_on.isoformat() if milestone.reached_on else None
    journal.note(ChangedField.REACHED, old, day.isoformat() if day else None, milestone_id=milestone.id)


def _write_move(journal: Journal, milestone: Milestone, move: Move) -> None:
    assert move.period is not None
    _change_milestone(journal.session, milestone.id, period_columns(move.period))
    old = milestone.period.code() if milestone.period else None
    reason = move.reason.strip()
    journal.note(ChangedField.PERIOD, old, move.period.code(), milestone_id=milestone.id, reason=reason)


def _change_milestone(session: Session, milestone_id: int, values: dict[str, Any]) -> None:
    session.exec(update(MilestoneRow).where(col(MilestoneRow.id) == milestone_id).values(values))
