"""The journal; reports that were there before it get the lines they would have left."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

EARLIER_REPORTS = """
    INSERT INTO change (at, author, action_id, moment_id, field, old, new, reason)
    SELECT at, author, action_id, moment_id, field, old, new, '' FROM (
        SELECT report.*, moment.date AS day, 'status' AS field, status AS new,
            LAG(status) OVER (PARTITION BY action_id ORDER BY moment.date, report.id) AS old
        FROM status_report AS report JOIN moment ON moment.id = report.moment_id
        UNION ALL SELECT report.*, moment.date, 'comment', comment, NULL
        FROM status_report AS report JOIN moment ON moment.id = report.moment_id WHERE comment <> ''
    ) AS line ORDER BY day, id, field DESC
"""


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), nullable=True, index=True),
        sa.Column("moment_id", sa.Integer(), sa.ForeignKey("moment.id"), nullable=True),
        sa.Column("milestone_id", sa.Integer(), sa.ForeignKey("milestone.id"), nullable=True),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
    )
    op.create_index(op.f("ix_change_milestone_id_field"), "change", ["milestone_id", "field"])
    op.execute(EARLIER_REPORTS)
