"""The agenda as the secretary arranges it, who leaves early, and a decision list for every closing of a moment."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "arrangement",
        sa.Column("moment_id", sa.Integer(), sa.ForeignKey("moment.id"), primary_key=True),
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), primary_key=True, index=True),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("is_skipped", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
    )
    with op.batch_alter_table("moment") as moment:
        moment.add_column(sa.Column("leaving_early", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("moment") as moment:
        moment.alter_column("leaving_early", server_default=None)
    with op.batch_alter_table("minutes") as minutes:
        minutes.drop_constraint("pk_minutes", type_="primary")
        minutes.create_primary_key("pk_minutes", ["moment_id", "at"])
        minutes.add_column(sa.Column("holds", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("minutes") as minutes:
        minutes.alter_column("holds", server_default=None)
