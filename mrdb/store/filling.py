"""Carrying out what came back in filled-in overviews: all of it, in one transaction, or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from mrdb.domain.errors import NoOpenMoment
from mrdb.domain.filled import ActionEdit, Work
from mrdb.domain.response import ManagementResponse
from mrdb.store import queries
from mrdb.store.adding import add_action, add_milestone
from mrdb.store.journal import Journal
from mrdb.store.writing import write_edit, write_responsible


@dataclass(slots=True)
class _Desk:
    session: Session
    author: str
    at: datetime
    moments: dict[int, int] = field(default_factory=dict)

    def moment_of(self, response: ManagementResponse) -> int:
        """The open moment of the document. Raises NoOpenMoment."""
        if response.id not in self.moments:
            moment = queries.open_moment(self.session, response.id)
            if moment is None:
                raise NoOpenMoment(response.subject)
            self.moments[response.id] = moment.id
        return self.moments[response.id]


def apply_work(
    session: Session,
    work: Work,
    *,
    names_in: Callable[[str], Sequence[str]],
    author: str,
    at: datetime,
) -> None:
    """Writes all of it into the open moment of each document; commits nothing, ``at`` is aware.

    ``names_in`` reads the names out of a phrase of responsibles. The history names the file of each change. Raises
    EditConflict where an action changed since the plan was made, NoOpenMoment where its document has none.
    """
    desk = _Desk(session, author, at)
    for edit in work.edits:
        _apply_edit(desk, edit, names_in)
    for new in work.new_actions:
        add_action(
            session,
            recommendation=new.recommendation,
            moment_id=desk.moment_of(new.recommendation.response),
            action=new.action,
            author=author,
            at=at,
            source=new.place.file,
        )
    for step in work.new_milestones:
        add_milestone(
            session,
            action_id=step.action.id,
            moment_id=desk.moment_of(step.action.recommendation.response),
            milestone=step.milestone,
            reached_on=step.reached_on,
            author=author,
            at=at,
            source=step.place.file,
        )


def _apply_edit(desk: _Desk, one: ActionEdit, names_in: Callable[[str], Sequence[str]]) -> None:
    version, moment_id = one.action.version, desk.moment_of(one.action.recommendation.response)
    journal = Journal(desk.session, desk.author, desk.at, one.action.id, moment_id, source=", ".join(one.files))
    if one.responsible is not None:
        write_responsible(journal, one.action, version, one.responsible, names_in(one.responsible))
        version += 1
    if one.edit is not None:
        write_edit(journal, one.action, version, one.edit)
