"""The meeting: the date of the next one, and what was confirmed or not discussed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("moment") as moment:
        moment.add_column(sa.Column("next_date", sa.Date(), nullable=True))
    op.create_table(
        "discussion",
        sa.Column("moment_id", sa.Integer(), sa.ForeignKey("moment.id"), primary_key=True),
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), primary_key=True, index=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
