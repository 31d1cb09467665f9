"""What people do to an action: report on it, prepare that, confirm it, move a deadline, change who answers for it;
and what they say of its recommendation.

Every function leaves journal lines and commits nothing; ``at`` is aware and stored in UTC.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from mrdb.domain.codes import Difference, code_of, differences
from mrdb.domain.edit import Edit, lacks
from mrdb.domain.errors import EditConflict, IncompleteEdit, Lack, PreparedTooLate
from mrdb.domain.facts import Fact, Subject, Way, facts_of
from mrdb.domain.followup import current_status, last_report
from mrdb.domain.period import PeriodKind
from mrdb.domain.response import Action, Agreement, Prepared, Realisation, StatusReport
from mrdb.domain.rewind import by_action, standing
from mrdb.domain.roles import Right
from mrdb.domain.status import Status
from mrdb.store import queries
from mrdb.store.adding import put_milestone
from mrdb.store.guards import check_moment, hold_open, known_action, known_actions, take_version
from mrdb.store.journal import Journal
from mrdb.store.rights import allow, allow_edit
from mrdb.store.values import add_report, put_report, write


def confirm_unchanged(
    session: Session, *, versions: Mapping[int, int], moment_id: int, author: str, at: datetime
) -> int:
    """Says of these actions (id to the version that was on screen) that nothing changed since their last report.

    That report is carried over into the moment, as it stands; an action without any is marked as confirmed only. An
    action that was dealt with in this moment stays as it is. Returns how many were confirmed.
    Raises MomentClosed, MomentNotForAction, or EditConflict when one of them was changed meanwhile.
    """
    known = by_action(standing(queries.changes(session, moment_id=moment_id)))
    chosen = known_actions(session, versions)
    allow_edit(session, *chosen, at=at)
    gesture = Journal(session, author, at, moment_id=moment_id)
    for response_id in {action.recommendation.response.id for action in chosen}:
        check_moment(gesture, response_id)
    for action in chosen:
        journal = gesture.of_action(action)
        if action.version != versions[action.id]:
            raise EditConflict
        if action.id in known:
            continue
        take_version(session, action.id, action.version)
        report = last_report(action)
        if report is not None:  # an internal remark stays with the moment at which it was made
            put_report(journal, report.status, report.comment)
        code = report.status.value if report else None
        journal.note(Fact.CONFIRMED, code, code)
        _end_preparation(journal, action)
    session.flush()
    return len(versions.keys() - known.keys())


def prepare(
    session: Session,
    *,
    action_id: int,
    version: int,
    status: Status | None,
    comment: str = "",
    author: str,
    at: datetime,
) -> None:
    """Leaves a stand van zaken for the next moment in the place of what was prepared; without a status that is
    withdrawn. What is so already leaves no trace.

    Raises PreparedTooLate where a moment of its document is open, IncompleteEdit, EditConflict, NotThere.
    """
    action = known_action(session, action_id)
    allow_edit(session, action, at=at)
    if queries.open_moment(session, action.recommendation.response.id) is not None:
        raise PreparedTooLate
    if status is not None:
        check_lacks(Edit(status, comment))
    new = Prepared(status, comment.strip(), author, at).code() if status else None
    if new != _prepared_code(action):
        take_version(session, action_id, version)
        Journal(session, author, at).of_action(action).note(Fact.PREPARED, _prepared_code(action), new)
        session.flush()


def _prepared_code(action: Action) -> str | None:
    return action.prepared.code() if action.prepared else None


def _end_preparation(journal: Journal, action: Action) -> None:
    """What is said at a moment, or confirmed there, is what was prepared for it; taken back, that waits again."""
    if action.prepared is not None:
        journal.note(Fact.PREPARED, action.prepared.code(), None)


def save_edit(
    session: Session,
    *,
    action_id: int,
    version: int,
    moment_id: int,
    edit: Edit,
    author: str,
    at: datetime,
) -> None:
    """Writes what the edit changes in the version that its editor saw; an edit that changes nothing leaves no trace.

    Raises MomentClosed, MomentNotForAction, IncompleteEdit, or EditConflict when the action has a newer version that
    says something else. Raises NotThere for one that was put away, ValueError for a move of anything but a deadline.
    """
    journal, action = Journal(session, author, at, moment_id=moment_id), known_action(session, action_id)
    allow_edit(session, action, at=at)
    check_moment(journal, action.recommendation.response.id)
    write_edit(journal, action, version, edit)
    session.flush()


def write_edit(journal: Journal, action: Action, version: int, edit: Edit) -> None:
    """The same for an action that was read a while ago, in a moment that is held open: EditConflict where it is no
    longer as it was read."""
    check_lacks(edit)
    if _is_first_report(journal, action, edit) or edit.added or _values(journal, action, edit):
        take_version(journal.session, action.id, version)
        put_edit(journal, action, edit)


def check_lacks(edit: Edit) -> None:
    """Raises IncompleteEdit."""
    if wanting := lacks(edit):
        raise IncompleteEdit(wanting)


def put_edit(journal: Journal, action: Action, edit: Edit) -> None:
    """Writes the values and their lines over a version that was taken. Raises NotAsItWas where something else stands
    there than in ``action``."""
    journal = journal.of_action(action)
    values = _values(journal, action, edit)
    if _is_first_report(journal, action, edit):
        _add_report(journal, action, edit)
        _end_preparation(journal, action)
    for one in values:
        milestone_id = one.milestone.id if one.milestone else None
        about = replace(journal, milestone_id=milestone_id, reason=one.reason or journal.reason)
        write(about, one.fact, one.old, one.new)
    for milestone in edit.added:
        put_milestone(journal, milestone, None)


def _values(journal: Journal, action: Action, edit: Edit) -> tuple[Difference, ...]:
    """What the edit makes of the report of this moment, of the action's own facts and of its milestones, as codes."""
    stated = (*_of_report(journal, action, edit), *_of_milestones(action, edit), *_of_action(action, edit))
    return tuple(one for one in stated if one.old != one.new)


def _of_report(journal: Journal, action: Action, edit: Edit) -> Iterator[Difference]:
    report = _report_at(journal, action)
    if report is not None and edit.status is not None:
        internal = report.internal if edit.internal is None else edit.internal.strip()
        said = replace(report, status=edit.status, comment=edit.comment.strip(), internal=internal)
        yield from differences(report, said, facts_of(Subject.REPORT, Way.FORM))


def _of_milestones(action: Action, edit: Edit) -> Iterator[Difference]:
    known = {milestone.id: milestone for milestone in action.milestones}
    for milestone_id, day in edit.reached.items():
        old, new = code_of(known[milestone_id], Fact.REACHED), day.isoformat() if day else None
        yield Difference(Fact.REACHED, old, new, known[milestone_id])
    for move in edit.moves:
        periods = (move.period, known[move.milestone_id].period)
        if any(period is not None and period.kind != PeriodKind.DEADLINE for period in periods):
            raise ValueError("only a deadline can be moved, and it stays one")
        old, new = code_of(known[move.milestone_id], Fact.PERIOD), move.period.code() if move.period else None
        yield Difference(Fact.PERIOD, old, new, known[move.milestone_id], move.reason.strip())


def _of_action(action: Action, edit: Edit) -> Iterator[Difference]:
    for fact, text in edit.texts.items():
        yield Difference(fact, code_of(action, fact), text.strip() or None)
    if edit.responsibles is not None:
        names = "\n".join(dict.fromkeys(name.strip() for name in edit.responsibles if name.strip()))
        yield Difference(Fact.RESPONSIBLES, code_of(action, Fact.RESPONSIBLES), names or None)
    if edit.agreement is not None:
        said = edit.agreement
        clean = Agreement(said.text.strip(), " ".join(said.who.split()), said.due)
        yield Difference(Fact.AGREEMENT, None, clean.code())


def _report_at(journal: Journal, action: Action) -> StatusReport | None:
    return next((report for report in action.reports if report.moment.id == journal.moment_id), None)


def _is_first_report(journal: Journal, action: Action, edit: Edit) -> bool:
    return edit.status is not None and _report_at(journal, action) is None


def _add_report(journal: Journal, action: Action, edit: Edit) -> None:
    assert edit.status is not None
    internal = (edit.internal or "").strip()
    add_report(journal, edit.status, edit.comment.strip(), internal, before=current_status(action))


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
    """Lays down the group's answer whether it is realised; ``before`` is the one that was on screen.

    Raises IncompleteEdit without a line of proof, MomentClosed, and NotAsItWas where another answer came meanwhile.
    """
    allow(session, Right.HOLD_MOMENTS)
    clean = Realisation(answer.is_realised, " ".join(answer.proof.split()))
    if not clean.proof:
        raise IncompleteEdit((Lack.PROOF,))
    hold_open(session, moment_id)
    part = next(one for one in queries.recommendations(session) if one.id == recommendation_id)
    journal = Journal(session, author, at, moment_id=moment_id).of_recommendation(part)
    write(journal, Fact.REALISED, before.code() if before else None, clean.code())
    session.flush()
