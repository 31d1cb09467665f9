"""The mark that every transaction leaves, by which a screen sees that something was written

Revision ID: 0010
Revises: 0009
"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    with op.batch_alter_table("database") as database:
        database.add_column(sa.Column("mark", sa.String(length=32), nullable=False, server_default=uuid4().hex))
    with op.batch_alter_table("database") as database:
        database.alter_column("mark", server_default=None)
    op.create_index(op.f("ix_change_field"), "change", ["field"])
