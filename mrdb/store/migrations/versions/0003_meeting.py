"""The meeting: the date of the next one, and what was confirmed or not discussed

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("moment") as moment:
        moment.add_column(sa.Column("next_date", sa.Date(), nullable=True))
    op.create_table(
        "discussion",
        sa.Column("moment_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("moment_id", "action_id", name=op.f("pk_discussion")),
        sa.ForeignKeyConstraint(["moment_id"], ["moment.id"], name=op.f("fk_discussion_moment_id_moment")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_discussion_action_id_action")),
    )
    op.create_index(op.f("ix_discussion_action_id"), "discussion", ["action_id"])
