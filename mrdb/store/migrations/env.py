"""Runs the migrations on the connection that ``mrdb.store.database.upgrade`` hands over, inside its transaction."""

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
