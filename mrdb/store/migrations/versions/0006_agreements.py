"""What a group says besides the status: agreements, internal remarks, whether a recommendation is realised

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("moment_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_agreement_action_id_action")),
        sa.ForeignKeyConstraint(["moment_id"], ["moment.id"], name=op.f("fk_agreement_moment_id_moment")),
    )
    op.create_index(op.f("ix_agreement_action_id"), "agreement", ["action_id"])
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
