"""Taking back what was changed in an open round: the earlier values return, and the journal tells of both."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session, col

from mrdb.domain.codes import attributes
from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.response import Change
from mrdb.domain.rewind import Gesture, gestures
from mrdb.store import queries
from mrdb.store.guards import hold_open, known_action, take_version
from mrdb.store.journal import Journal
from mrdb.store.reports import put_report
from mrdb.store.tables import ActionRow, StatusReportRow
from mrdb.store.values import write


def take_back(session: Session, *, moment_id: int, line_ids: Collection[int], author: str, at: datetime) -> None:
    """Undoes one gesture of an open moment, given by the ids of its lines; commits nothing. ``at`` is aware.

    Raises MomentClosed, or NotAsItWas where these lines do not stand any more, the action changed after them, or a new
    version of the document did.
    """
    hold_open(session, moment_id, alone=True)
    lines = queries.changes(session, moment_id=moment_id)
    known = gestures(lines, _parts(session, lines))
    gesture = next((g for g in known if g.is_last and {line.id for line in g.lines} == set(line_ids)), None)
    if gesture is None:
        raise NotAsItWas
    first = gesture.lines[0]
    if first.action_id is not None:
        take_version(session, first.action_id, known_action(session, first.action_id).version)
    journal = Journal(
        session,
        author,
        at,
        moment_id=moment_id,
        response_id=first.response_id,
        recommendation_id=first.recommendation_id,
        action_id=first.action_id,
    )
    before = [line for g in known if g.action_id == first.action_id and g != gesture for line in g.lines]
    _take_back_report(journal, gesture, before)
    for line in gesture.lines:
        if _is_of_report(line):
            journal.note(line.fact, line.new, line.old, undoes=line.id)
        else:
            write(journal, line.fact, line.new, line.old, milestone_id=line.milestone_id, undoes=line.id)
    session.flush()


def _is_of_report(line: Change) -> bool:
    return line.fact.subject == Subject.REPORT or line.fact == Fact.CONFIRMED


def _take_back_report(journal: Journal, gesture: Gesture, before: Sequence[Change]) -> None:
    """Without an earlier word on it in this moment there was no report; else it says again what it said."""
    lines = [line for line in gesture.lines if _is_of_report(line)]
    if not lines:
        return
    earlier = [line for line in before if _is_of_report(line) and line.new]  # some confirm that there is none
    if not earlier:
        row = delete(StatusReportRow).where(
            col(StatusReportRow.action_id) == journal.action_id, col(StatusReportRow.moment_id) == journal.moment_id
        )
        journal.session.execute(row)
        return
    last = max(earlier, key=lambda line: line.id)
    values: dict[str, object] = {"author": last.author, "at": last.at}
    for line in lines:
        values |= attributes(line.fact, line.old)
    put_report(journal, values)


def _parts(session: Session, lines: Sequence[Change]) -> dict[int, int]:
    """The recommendation of each action that these lines are about, by their ids."""
    ids = {line.action_id for line in lines}
    query = select(col(ActionRow.id), col(ActionRow.recommendation_id)).where(col(ActionRow.id).in_(ids))
    return {action_id: part for action_id, part in session.execute(query) if action_id is not None}
