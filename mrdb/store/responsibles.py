"""Who answers for an action: names that all actions share."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, select
from sqlmodel import Session, col

from mrdb.store.tables import ActionResponsibleRow, ResponsibleRow


def assign(session: Session, action_id: int, ids: Sequence[int]) -> None:
    """Makes these, in this order, the responsibles of an action that has none."""
    session.add_all(
        ActionResponsibleRow(action_id=action_id, position=position, responsible_id=responsible_id)
        for position, responsible_id in enumerate(ids)
    )


def reassign(session: Session, action_id: int, ids: Sequence[int]) -> None:
    """Makes these, in this order, the responsibles of the action instead of those it has."""
    session.execute(delete(ActionResponsibleRow).where(col(ActionResponsibleRow.action_id) == action_id))
    assign(session, action_id, ids)


def responsible_ids(session: Session, names: Collection[str]) -> dict[str, int]:
    """The id of every name (each given once); a name that is new is added."""
    query = select(col(ResponsibleRow.name), col(ResponsibleRow.id)).where(col(ResponsibleRow.name).in_(names))
    known = {name: id_ for name, id_ in session.execute(query) if id_ is not None}
    added = [ResponsibleRow(name=name) for name in names if name not in known]
    session.add_all(added)
    session.flush()
    return known | {row.name: row.id for row in added if row.id is not None}
