"""What a group says besides the status: agreements, internal remarks, whether a recommendation is realised."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), nullable=False, index=True),
        sa.Column("moment_id", sa.Integer(), sa.ForeignKey("moment.id"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
    )
    with op.batch_alter_table("status_report") as report:
        report.add_column(sa.Column("internal", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("status_report") as report:
        report.alter_column("internal", server_default=None)
    with op.batch_alter_table("recommendation") as recommendation:
        recommendation.add_column(sa.Column("is_realised", sa.Boolean(), nullable=True))
        recommendation.add_column(sa.Column("realisation_proof", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("recommendation") as recommendation:
        recommendation.alter_column("realisation_proof", server_default=None)
    with op.batch_alter_table("change") as change:
        change.add_column(sa.Column("recommendation_id", sa.Integer(), nullable=True))
        change.create_foreign_key(
            op.f("fk_change_recommendation_id_recommendation"), "recommendation", ["recommendation_id"], ["id"]
        )
