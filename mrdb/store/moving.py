"""The whole of one database into another one, from SQLite to PostgreSQL or back."""

from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import col

from mrdb.domain.errors import DatabaseFault, DatabaseUnusable
from mrdb.store.database import Engine, place, read_only, transaction, upgrade
from mrdb.store.tables import DatabaseRow, PersonRow, ResponseRow, Row


def move(source: Engine, target: Engine) -> int:
    """Copies every row, the journal and the name of the database too, in one transaction; returns how many.

    Brings both to the newest schema first. The source stays as it is. Raises DatabaseUnusable (IN_USE) where the target
    holds a management response already, or people sign in to it.
    """
    upgrade(source, may_make=False)
    upgrade(target)
    with read_only(source) as old, transaction(target) as new:
        if any(new.scalar(select(col(table.id)).limit(1)) for table in (ResponseRow, PersonRow)):
            raise DatabaseUnusable(place(target), DatabaseFault.IN_USE)
        total = 0
        for table in Row.metadata.sorted_tables:
            rows = [dict(row) for row in old.execute(select(table).order_by(*table.primary_key)).mappings()]
            if table.name == DatabaseRow.__tablename__:  # the row stays: who writes next waits for it
                new.execute(update(table).values(rows[0]))
            elif rows:
                new.execute(insert(table), rows)
            total += len(rows)
        _go_on_counting(new.connection())
    return total


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL counts in a place of its own, which saw nothing of the rows that brought their number along."""
    if connection.dialect.name != "postgresql":
        return
    for table in Row.metadata.sorted_tables:
        if (column := table.autoincrement_column) is not None:
            counter = func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(select(func.setval(counter, func.coalesce(func.max(column), 0) + 1, False)))
