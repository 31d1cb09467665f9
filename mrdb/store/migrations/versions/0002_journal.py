"""The journal; reports that were there before it get the lines they would have left

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    change = op.create_table(
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
    if lines := _lines_of_earlier_reports():
        op.bulk_insert(change, lines)


def _lines_of_earlier_reports() -> list[dict[str, object]]:
    report = sa.table(
        "status_report",
        *(sa.column(name) for name in ("id", "action_id", "moment_id", "status", "comment", "author")),
        sa.column("at", sa.DateTime(timezone=True)),
    )
    moment = sa.table("moment", sa.column("id"), sa.column("date"))
    query = sa.select(report).join(moment, moment.c.id == report.c.moment_id).order_by(moment.c.date, report.c.id)
    lines: list[dict[str, object]] = []
    last: dict[int, str] = {}
    for row in op.get_bind().execute(query):
        common = {"at": row.at, "author": row.author, "action_id": row.action_id, "moment_id": row.moment_id}
        common["reason"] = ""
        lines.append(common | {"field": "status", "old": last.get(row.action_id), "new": row.status})
        if row.comment:
            lines.append(common | {"field": "comment", "old": None, "new": row.comment})
        last[row.action_id] = row.status
    return lines
