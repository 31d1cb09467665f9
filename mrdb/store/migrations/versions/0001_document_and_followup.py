"""The document, its actions and the reports on them

Revision ID: 0001
Revises:
"""

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
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("document_number", TEXT, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("sender", TEXT, nullable=False),
        sa.Column("recipient", TEXT, nullable=False),
        sa.Column("context", TEXT, nullable=False),
        sa.Column("source_digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_management_response")),
        sa.UniqueConstraint("source_digest", name=op.f("uq_management_response_source_digest")),
    )
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("answer", TEXT, nullable=False),
        sa.Column("acceptance", CODE, nullable=True),
        sa.Column("acceptance_reason", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("response_id", "number", name=op.f("uq_recommendation_response_id_number")),
        _key("recommendation", "response_id", "management_response"),
    )
    _create_actions()
    _create_followup()


def _create_actions() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("calendar", TEXT, nullable=False),
        sa.Column("responsible", TEXT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("recommendation_id", "number", name=op.f("uq_action_recommendation_id_number")),
        _key("action", "recommendation_id", "recommendation"),
    )
    op.create_table(
        "responsible",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responsible")),
        sa.UniqueConstraint("name", name=op.f("uq_responsible_name")),
    )
    op.create_table(
        "action_responsible",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("responsible_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("action_id", "position", name=op.f("pk_action_responsible")),
        sa.UniqueConstraint("action_id", "responsible_id", name=op.f("uq_action_responsible_action_id_responsible_id")),
        _key("action_responsible", "action_id", "action"),
        _key("action_responsible", "responsible_id", "responsible"),
    )
    op.create_index(op.f("ix_action_responsible_responsible_id"), "action_responsible", ["responsible_id"])
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", TEXT, nullable=False),
        sa.Column("kind", CODE, nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("precision", CODE, nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=True),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
        sa.UniqueConstraint("action_id", "position", name=op.f("uq_milestone_action_id_position")),
        _key("milestone", "action_id", "action"),
    )


def _create_followup() -> None:
    op.create_table(
        "moment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("attendees", TEXT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moment")),
    )
    op.create_table(
        "moment_response",
        sa.Column("moment_id", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("moment_id", "response_id", name=op.f("pk_moment_response")),
        _key("moment_response", "moment_id", "moment"),
        _key("moment_response", "response_id", "management_response"),
    )
    op.create_index(op.f("ix_moment_response_response_id"), "moment_response", ["response_id"])
    op.create_table(
        "status_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("moment_id", sa.Integer(), nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("comment", TEXT, nullable=False),
        sa.Column("author", TEXT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_report")),
        sa.UniqueConstraint("action_id", "moment_id", name=op.f("uq_status_report_action_id_moment_id")),
        _key("status_report", "action_id", "action"),
        _key("status_report", "moment_id", "moment"),
    )


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))
