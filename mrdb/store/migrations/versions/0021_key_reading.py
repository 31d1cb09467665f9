"""The last day on which a program read with a key

Revision ID: 0021
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0018"


def upgrade() -> None:
    with op.batch_alter_table("key") as key:
        key.add_column(sa.Column("read_on", sa.Date(), nullable=True))
