"""What was stored by mistake can be put away, and an empty moment removed

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

UNIQUE = {"management_response": ["source_digest"], "action": ["recommendation_id", "number"]}
NOT_AWAY = sa.text("NOT is_put_away")


def upgrade() -> None:
    for name, columns in UNIQUE.items():
        with op.batch_alter_table(name) as table:
            table.drop_constraint(op.f(f"uq_{name}_{'_'.join(columns)}"), type_="unique")
            table.add_column(sa.Column("is_put_away", sa.Boolean(), nullable=False, server_default=sa.false()))
        with op.batch_alter_table(name) as table:
            table.alter_column("is_put_away", server_default=None)
        index = op.f(f"ix_{name}_{'_'.join(columns)}")
        op.create_index(index, name, columns, unique=True, sqlite_where=NOT_AWAY, postgresql_where=NOT_AWAY)
    with op.batch_alter_table("moment") as moment:
        moment.add_column(sa.Column("is_removed", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("moment") as moment:
        moment.alter_column("is_removed", server_default=None)
