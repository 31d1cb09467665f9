"""Runs the migrations on the connection that ``mrdb.store.database.upgrade`` hands over, inside its transaction.

Keys and constraints get their names from ``CONSTRAINT_NAMES`` of the tables, in the migrations too.
"""

from alembic import context

from mrdb.store.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
