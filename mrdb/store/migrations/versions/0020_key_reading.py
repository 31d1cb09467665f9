"""The last day on which a program read with a key

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    with op.batch_alter_table("key") as key:
        key.add_column(sa.Column("read_on", sa.Date(), nullable=True))
