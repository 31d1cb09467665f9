"""Up to which line of the journal each person has seen what changed of his or her actions

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("seen_line", sa.Integer(), nullable=True))
