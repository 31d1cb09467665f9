"""The minutes: the decision list of a moment as it was fixed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "minutes",
        sa.Column("moment_id", sa.Integer(), sa.ForeignKey("moment.id"), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
