"""Carrying out what came back in filled-in overviews: all of it, in one transaction, or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from mrdb.domain.errors import NoOpenMoment
from mrdb.domain.facts import Fact
from mrdb.domain.response import ManagementResponse
from mrdb.domain.returned import Work
from mrdb.store import queries
from mrdb.store.adding import add_action, add_milestone
from mrdb.store.journal import Journal
from mrdb.store.writing import write_edit


def apply_work(
    session: Session, work: Work, *, names_in: Callable[[str], Sequence[str]], author: str, at: datetime
) -> None:
    """Writes all of it into the open moment of each document; commits nothing, ``at`` is aware.

    ``names_in`` reads the names out of a phrase of responsibles. The history names the file of each change. Raises
    EditConflict where an action changed since the plan was made, NoOpenMoment where its document has none.
    """
    moments: dict[int, int] = {}

    def moment_of(response: ManagementResponse) -> int:
        if response.id not in moments:
            moment = queries.open_moment(session, response.id)
            if moment is None:
                raise NoOpenMoment(response.subject)
            moments[response.id] = moment.id
        return moments[response.id]

    for one in work.edits:
        moment_id = moment_of(one.action.recommendation.response)
        journal = Journal(session, author, at, ", ".join(one.files), moment_id=moment_id)
        edit = one.edit
        if (phrase := edit.texts.get(Fact.RESPONSIBLE)) is not None:
            edit = replace(edit, responsibles=tuple(names_in(phrase)))
        write_edit(journal, one.action, one.action.version, edit)
    for new in work.new_actions:
        add_action(
            session,
            recommendation=new.recommendation,
            moment_id=moment_of(new.recommendation.response),
            action=new.action,
            author=author,
            at=at,
            source=new.place.file,
        )
    for step in work.new_milestones:
        add_milestone(
            session,
            action_id=step.action.id,
            moment_id=moment_of(step.action.recommendation.response),
            milestone=step.milestone,
            reached_on=step.reached_on,
            author=author,
            at=at,
            source=step.place.file,
        )
