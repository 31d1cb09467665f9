"""Taking back what was changed in an open round: the earlier values return, and the journal tells of both."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session, col

from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact, Kind, Subject
from mrdb.domain.response import Change
from mrdb.domain.rewind import gestures
from mrdb.domain.roles import Right
from mrdb.store import queries
from mrdb.store.guards import hold_open, known_action, take_version
from mrdb.store.journal import Journal
from mrdb.store.rights import allow, allow_edit
from mrdb.store.tables import ActionRow, StatusReportRow
from mrdb.store.values import put, report_place


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
    if first.action_id is None:
        allow(session, Right.HOLD_MOMENTS)
    else:
        action = known_action(session, first.action_id)
        allow_edit(session, action, at=at)
        take_version(session, action.id, action.version)
    journal = Journal(session, author, at, moment_id=moment_id)
    before = [line for g in known if g.action_id == first.action_id and g != gesture for line in g.lines]
    said = max(filter(_is_of_report, before), key=lambda line: line.id, default=None)
    if said is None and any(map(_is_of_report, gesture.lines)):  # without an earlier word there was no report
        session.execute(delete(StatusReportRow).where(*report_place(journal.of_line(first))))
    signed = replace(journal, author=said.author, at=said.at) if said else journal
    for line in gesture.lines:
        if line.fact.kind != Kind.NOTE and (said or not _is_of_report(line)):
            put(signed.of_line(line), line.fact, line.new, line.old)
        journal.of_line(line).note(line.fact, line.new, line.old, undoes=line.id)
    session.flush()


def _is_of_report(line: Change) -> bool:
    """Of those that confirm, some confirm that there is none."""
    return line.fact.subject == Subject.REPORT or (line.fact == Fact.CONFIRMED and line.new is not None)


def _parts(session: Session, lines: Sequence[Change]) -> dict[int, int]:
    """The recommendation of each action that these lines are about, by their ids."""
    ids = {line.action_id for line in lines}
    query = select(col(ActionRow.id), col(ActionRow.recommendation_id)).where(col(ActionRow.id).in_(ids))
    return {action_id: part for action_id, part in session.execute(query) if action_id is not None}
