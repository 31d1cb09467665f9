"""The file through which a change came in."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("change") as change:
        change.add_column(sa.Column("source", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("change") as change:
        change.alter_column("source", server_default=None)
