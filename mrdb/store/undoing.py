"""Taking back what was changed in an open round: the earlier values return, and the journal tells of both."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period
from mrdb.domain.response import Agreement, Change, Realisation
from mrdb.domain.status import Status
from mrdb.domain.undo import Gesture, gestures
from mrdb.store import queries
from mrdb.store.agreements import drop_agreement
from mrdb.store.guards import hold_open, known_action, take_version
from mrdb.store.journal import Journal
from mrdb.store.milestones import put_period, put_reached
from mrdb.store.realisation import put_realisation
from mrdb.store.reports import put_report
from mrdb.store.responsibles import reassign, responsible_ids
from mrdb.store.tables import ActionRow, StatusReportRow

OF_REPORT = {Fact.STATUS, Fact.COMMENT, Fact.INTERNAL, Fact.CONFIRMED}


def take_back(session: Session, *, moment_id: int, line_ids: Collection[int], author: str, at: datetime) -> None:
    """Undoes one gesture of an open moment, given by the ids of its lines; commits nothing. ``at`` is aware.

    Raises MomentClosed, or NotAsItWas where these lines do not stand any more or the action changed after them.
    """
    hold_open(session, moment_id, alone=True)
    lines = queries.changes(session, moment_id=moment_id)
    known = gestures(lines, _parts(session, lines))
    gesture = next((g for g in known if g.is_last and {line.id for line in g.lines} == set(line_ids)), None)
    if gesture is None or _is_overtaken(session, gesture):
        raise NotAsItWas
    first = gesture.lines[0]
    if first.action_id is not None:
        take_version(session, first.action_id, known_action(session, first.action_id).version)
    journal = Journal(session, author, at, first.action_id, moment_id, first.recommendation_id)
    before = [line for g in known if g.action_id == first.action_id and g != gesture for line in g.lines]
    _take_back_report(journal, gesture, before)
    for line in gesture.lines:
        if line.fact not in OF_REPORT:
            _take_back_value(journal, line)
        journal.note(line.fact, line.new, line.old, milestone_id=line.milestone_id, undoes=line.id)
    session.flush()


def _is_overtaken(session: Session, gesture: Gesture) -> bool:
    """Whether a value of it was changed again outside the moment, as a new version of the document does."""
    if gesture.action_id is None:
        return False
    values = {(line.fact, line.milestone_id) for line in gesture.lines}
    last = max(line.id for line in gesture.lines)
    later = (line for line in queries.changes(session, gesture.action_id) if line.id > last and line.moment is None)
    return any((line.fact, line.milestone_id) in values for line in later)


def _take_back_report(journal: Journal, gesture: Gesture, before: Sequence[Change]) -> None:
    """Without an earlier word on it in this moment there was no report; else it says again what it said."""
    lines = {line.fact: line for line in gesture.lines if line.fact in OF_REPORT}
    if not lines:
        return
    earlier = [line for line in before if line.fact in OF_REPORT and line.new]  # some confirm that there is none
    if not earlier:
        row = delete(StatusReportRow).where(
            col(StatusReportRow.action_id) == journal.action_id, col(StatusReportRow.moment_id) == journal.moment_id
        )
        journal.session.execute(row)
        return
    last = max(earlier, key=lambda line: line.id)
    values: dict[str, object] = {"author": last.author, "at": last.at}
    if status := lines.get(Fact.STATUS):
        values["status"] = Status(status.old)
    if comment := lines.get(Fact.COMMENT):
        values["comment"] = comment.old or ""
    if internal := lines.get(Fact.INTERNAL):
        values["internal"] = internal.old or ""
    put_report(journal, values)


def _take_back_value(journal: Journal, line: Change) -> None:
    match line.fact:
        case Fact.PERIOD:
            assert line.milestone_id is not None
            put_period(journal, line.milestone_id, Period.from_code(line.old) if line.old else None)
        case Fact.REACHED:
            assert line.milestone_id is not None
            put_reached(journal, line.milestone_id, date.fromisoformat(line.old) if line.old else None)
        case Fact.RESPONSIBLE:
            row = update(ActionRow).where(col(ActionRow.id) == journal.action_id)
            journal.session.execute(row.values(responsible=line.old or ""))
        case Fact.RESPONSIBLES:
            names = (line.old or "").splitlines()
            ids = responsible_ids(journal.session, names)
            assert journal.action_id is not None
            reassign(journal.session, journal.action_id, [ids[name] for name in names])
        case Fact.AGREEMENT:
            drop_agreement(journal, Agreement.from_code(line.new or ""))
        case Fact.REALISED:
            new, old = (Realisation.from_code(code) if code else None for code in (line.new, line.old))
            if not put_realisation(journal, new, old):
                raise NotAsItWas


def _parts(session: Session, lines: Sequence[Change]) -> dict[int, int]:
    """The recommendation of each action that these lines are about, by their ids."""
    ids = {line.action_id for line in lines}
    query = select(col(ActionRow.id), col(ActionRow.recommendation_id)).where(col(ActionRow.id).in_(ids))
    return {action_id: part for action_id, part in session.execute(query) if action_id is not None}
