"""The document, its actions and the reports on them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.String()
CODE = sa.String(length=32)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "management_response",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("document_number", TEXT, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("sender", TEXT, nullable=False),
        sa.Column("recipient", TEXT, nullable=False),
        sa.Column("context", TEXT, nullable=False),
        sa.Column("source_digest", sa.String(length=64), nullable=False),
        sa.UniqueConstraint("source_digest"),
    )
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("response_id", sa.Integer(), sa.ForeignKey("management_response.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("answer", TEXT, nullable=False),
        sa.Column("acceptance", CODE, nullable=True),
        sa.Column("acceptance_reason", TEXT, nullable=False),
        sa.UniqueConstraint("response_id", "number"),
    )
    _create_actions()
    _create_followup()


def _create_actions() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("recommendation_id", sa.Integer(), sa.ForeignKey("recommendation.id"), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("calendar", TEXT, nullable=False),
        sa.Column("responsible", TEXT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("recommendation_id", "number"),
    )
    op.create_table(
        "responsible",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", TEXT, nullable=False),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "action_responsible",
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("responsible_id", sa.Integer(), sa.ForeignKey("responsible.id"), nullable=False, index=True),
        sa.UniqueConstraint("action_id", "responsible_id"),
    )
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", TEXT, nullable=False),
        sa.Column("kind", CODE, nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("precision", CODE, nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=True),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("action_id", "position"),
    )


def _create_followup() -> None:
    op.create_table(
        "moment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("attendees", TEXT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by", TEXT, nullable=True),
    )
    op.create_table(
        "moment_response",
        sa.Column("moment_id", sa.Integer(), sa.ForeignKey("moment.id"), primary_key=True),
        sa.Column("response_id", sa.Integer(), sa.ForeignKey("management_response.id"), primary_key=True, index=True),
    )
    op.create_table(
        "status_report",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), nullable=False),
        sa.Column("moment_id", sa.Integer(), sa.ForeignKey("moment.id"), nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("comment", TEXT, nullable=False),
        sa.Column("author", TEXT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("action_id", "moment_id"),
    )
