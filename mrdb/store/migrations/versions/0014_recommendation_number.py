"""The number of a recommendation as its document writes it: "1a", "IV"

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    with op.batch_alter_table("recommendation") as table:
        table.alter_column(
            "number",
            existing_type=sa.Integer(),
            type_=sa.String(length=32),
            existing_nullable=False,
            postgresql_using="number::varchar",
        )
