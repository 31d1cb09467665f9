"""Carrying out what came back in filled-in overviews: all of it, in one transaction, or nothing."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlmodel import Session

from mrdb.domain.errors import NoOpenMoment
from mrdb.domain.filled import ActionEdit
from mrdb.store import reading
from mrdb.store.writing import change_responsible, save_edit


def apply_edits(
    session: Session,
    edits: Sequence[ActionEdit],
    *,
    names_in: Callable[[str], Sequence[str]],
    author: str,
    at: datetime,
    source: str,
) -> None:
    """Writes every edit into the open moment of its document; commits nothing, ``at`` is aware.

    ``names_in`` reads the names out of a phrase of responsibles, ``source`` is the name of the file for the history.
    Raises EditConflict where an action changed since the plan was made, NoOpenMoment where its document has none.
    """
    moments: dict[int, int] = {}
    for one in edits:
        response = one.action.recommendation.response
        if response.id not in moments:
            moment = reading.open_moment(session, response.id)
            if moment is None:
                raise NoOpenMoment(response.subject)
            moments[response.id] = moment.id
        version, moment_id = one.action.version, moments[response.id]
        if one.responsible is not None:
            change_responsible(
                session,
                action_id=one.action.id,
                version=version,
                responsible=one.responsible,
                responsibles=names_in(one.responsible),
                moment_id=moment_id,
                author=author,
                at=at,
                source=source,
            )
            version += 1
        if one.edit is not None:
            save_edit(
                session,
                action_id=one.action.id,
                version=version,
                moment_id=moment_id,
                edit=one.edit,
                author=author,
                at=at,
                source=source,
            )
