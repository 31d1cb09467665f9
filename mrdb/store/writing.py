"""What people do to an action: report on it, confirm it, move a deadline, change who answers for it.

Every function leaves journal lines and commits nothing; ``at`` is aware and stored in UTC.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import Session, col

from mrdb.domain.errors import EditConflict, IncompleteEdit
from mrdb.domain.facts import Fact
from mrdb.domain.followup import Edit, Move, current_status, lacks, last_report
from mrdb.domain.meeting import outcomes
from mrdb.domain.period import PeriodKind
from mrdb.domain.response import Action, Milestone, StatusReport
from mrdb.store import queries
from mrdb.store.agreements import add_agreement
from mrdb.store.guards import check_moment, known_action, take_version
from mrdb.store.journal import Journal
from mrdb.store.milestones import write_move, write_reached
from mrdb.store.reports import add_report, carry_report, change_report
from mrdb.store.responsibles import reassign, responsible_ids
from mrdb.store.tables import ActionRow


def confirm_unchanged(
    session: Session, *, versions: Mapping[int, int], moment_id: int, author: str, at: datetime
) -> int:
    """Says of these actions (id to the version that was on screen) that nothing changed since their last report.

    That report is carried over into the moment, as it stands; an action without any is marked as confirmed only. An
    action that was dealt with in this moment stays as it is. Returns how many were confirmed.
    Raises MomentClosed, MomentNotForAction, or EditConflict when one of them was changed meanwhile.
    """
    became = outcomes(queries.changes(session, moment_id=moment_id))
    for action_id, version in versions.items():
        action = known_action(session, action_id)
        check_moment(session, moment_id, action.recommendation.response.id, action_id)
        if action.version != version:
            raise EditConflict(action_id)
        if action_id in became:
            continue
        take_version(session, action_id, version)
        journal = Journal(session, author, at, action_id, moment_id)
        report = last_report(action)
        if report is not None:
            carry_report(journal, report)
        else:
            journal.note(Fact.CONFIRMED, None, None)
    session.flush()
    return len(versions.keys() - became.keys())


def save_edit(
    session: Session,
    *,
    action_id: int,
    version: int,
    moment_id: int,
    edit: Edit,
    author: str,
    at: datetime,
    source: str = "",
) -> None:
    """Writes what the edit changes in the version that its editor saw; an edit that changes nothing leaves no trace.

    Raises MomentClosed, MomentNotForAction, IncompleteEdit, or EditConflict when the action has a newer version that
    says something else. Raises LookupError for an unknown action, ValueError for a move of anything but a deadline.
    """
    journal = Journal(session, author, at, action_id, moment_id, source=source)
    write_edit(journal, known_action(session, action_id), version, edit)


def write_edit(journal: Journal, action: Action, version: int, edit: Edit) -> None:
    """The same for an action that was read a while ago: EditConflict where it is no longer as it was read."""
    session, moment_id = journal.session, journal.moment_id
    assert moment_id is not None
    check_moment(session, moment_id, action.recommendation.response.id, action.id)
    if wanting := lacks(edit):
        raise IncompleteEdit(wanting)
    is_news, reached, moves = _is_news(action, moment_id, edit), _newly_reached(action, edit), _real_moves(action, edit)
    if not (is_news or reached or moves or edit.agreement):
        return
    take_version(session, action.id, version)
    if is_news:
        _write_report(journal, action, edit)
    for milestone, day in reached:
        write_reached(journal, milestone, day)
    for milestone, move in moves:
        write_move(journal, milestone, move)
    if edit.agreement:
        add_agreement(journal, edit.agreement)
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
    source: str = "",
) -> None:
    """Another phrase, and the names in it; names that are new become known. In a moment, it belongs to that round.

    Raises EditConflict when the action has a newer version that says something else.
    """
    journal = Journal(session, author, at, action_id, moment_id, source=source)
    write_responsible(journal, known_action(session, action_id), version, responsible, responsibles)


def write_responsible(
    journal: Journal, action: Action, version: int, responsible: str, responsibles: Sequence[str]
) -> None:
    """The same for an action that was read a while ago: EditConflict where it is no longer as it was read."""
    session = journal.session
    phrase, names = responsible.strip(), tuple(dict.fromkeys(name.strip() for name in responsibles if name.strip()))
    if journal.moment_id is not None:
        check_moment(session, journal.moment_id, action.recommendation.response.id, action.id)
    if (phrase, names) == (action.responsible, action.responsibles):
        return
    take_version(session, action.id, version)
    if phrase != action.responsible:
        session.exec(update(ActionRow).where(col(ActionRow.id) == action.id).values(responsible=phrase))
        journal.note(Fact.RESPONSIBLE, action.responsible or None, phrase or None)
    if names != action.responsibles:
        ids = responsible_ids(session, names)
        reassign(session, action.id, [ids[name] for name in names])
        journal.note(Fact.RESPONSIBLES, "\n".join(action.responsibles) or None, "\n".join(names) or None)
    session.flush()


def _report_at(action: Action, moment_id: int | None) -> StatusReport | None:
    return next((report for report in action.reports if report.moment.id == moment_id), None)


def _is_news(action: Action, moment_id: int, edit: Edit) -> bool:
    """Whether the edit says anything of the status that this moment does not hold yet."""
    report = _report_at(action, moment_id)
    said = (report.status, report.comment, report.internal) if report else None
    return edit.status is not None and said != (edit.status, edit.comment.strip(), _internal(report, edit))


def _internal(report: StatusReport | None, edit: Edit) -> str:
    if edit.internal is None:
        return report.internal if report else ""
    return edit.internal.strip()


def _write_report(journal: Journal, action: Action, edit: Edit) -> None:
    assert edit.status is not None
    report = _report_at(action, journal.moment_id)
    internal = _internal(report, edit)
    if report is None:
        add_report(journal, edit.status, edit.comment.strip(), internal, before=current_status(action))
    else:
        change_report(journal, report, edit.status, edit.comment.strip(), internal)


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
