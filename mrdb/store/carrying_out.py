"""Carrying out what came back in filled-in overviews: all of it, in one transaction, or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from mrdb.domain.errors import NoOpenMoment
from mrdb.domain.facts import Fact
from mrdb.domain.returned import Work
from mrdb.domain.roles import Right
from mrdb.store import queries
from mrdb.store.adding import add_action, add_milestone
from mrdb.store.guards import hold_open
from mrdb.store.journal import Journal
from mrdb.store.rights import allow
from mrdb.store.writing import write_edit


def apply_work(
    session: Session, work: Work, *, names_in: Callable[[str], Sequence[str]], author: str, at: datetime
) -> None:
    """Writes all of it into the open moment of each document; commits nothing, ``at`` is aware.

    ``names_in`` reads the names out of a phrase of responsibles. The history names the file of each change. Raises
    EditConflict where an action changed since the plan was made, NoOpenMoment where its document has none.
    """
    allow(session, Right.BRING_IN)
    journals: dict[int, Journal] = {}
    for response in work.responses:
        moment = queries.open_moment(session, response.id)
        if moment is None:
            raise NoOpenMoment(response.subject)
        hold_open(session, moment.id)
        journals[response.id] = Journal(session, author, at, moment_id=moment.id)
    for one in work.edits:
        edit = one.edit
        if (phrase := edit.texts.get(Fact.RESPONSIBLE)) is not None:
            edit = replace(edit, responsibles=tuple(names_in(phrase)))
        journal = replace(journals[one.action.recommendation.response.id], source=", ".join(one.files))
        write_edit(journal, one.action, one.action.version, edit)
    for new in work.new_actions:
        journal = replace(journals[new.recommendation.response.id], source=new.place.file)
        add_action(journal, new.recommendation, new.action)
    for step in work.new_milestones:
        journal = replace(journals[step.action.recommendation.response.id], source=step.place.file)
        add_milestone(journal, step.action.id, step.milestone, step.reached_on)
    session.flush()
