"""What everything belongs to: a line its document, a moment what it is, a file its database

Revision ID: 0009
Revises: 0008
"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

OF_ACTION = """
    UPDATE change SET response_id = (SELECT recommendation.response_id FROM action
        JOIN recommendation ON recommendation.id = action.recommendation_id WHERE action.id = change.action_id)
    WHERE action_id IS NOT NULL
"""
OF_RECOMMENDATION = """
    UPDATE change SET response_id = (SELECT response_id FROM recommendation WHERE id = change.recommendation_id)
    WHERE recommendation_id IS NOT NULL
"""
DOCUMENTS = """
    UPDATE moment SET is_document = (closed_at IS NOT NULL AND date IN (
        SELECT management_response.date FROM management_response JOIN moment_response
        ON moment_response.response_id = management_response.id WHERE moment_response.moment_id = moment.id)
    AND NOT EXISTS (
        SELECT 1 FROM change WHERE change.moment_id = moment.id AND change.field = 'moment' AND change.new = 'open'))
"""
"""The document is a moment that nobody opened, on the day of the document."""
HEAD = ("subject", "document_number", "sender", "recipient", "context")
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def upgrade() -> None:
    with op.batch_alter_table("change") as change:
        change.add_column(sa.Column("response_id", sa.Integer(), nullable=True))
        change.create_foreign_key(
            op.f("fk_change_response_id_management_response"), "management_response", ["response_id"], ["id"]
        )
    op.create_index(op.f("ix_change_response_id"), "change", ["response_id"])
    op.execute(OF_ACTION)
    op.execute(OF_RECOMMENDATION)
    _find_heads()
    with op.batch_alter_table("moment") as moment:
        moment.add_column(sa.Column("is_document", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(DOCUMENTS)
    with op.batch_alter_table("moment") as moment:
        moment.alter_column("is_document", server_default=None)
    database = op.create_table(
        "database",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_database")),
    )
    op.bulk_insert(database, [{"id": 1, "name": uuid4().hex}])


def _find_heads() -> None:
    """Until now only the date in the reason told which document a line of a head is about.

    Where several bear that date, it is the one whose present words the lines lead to, the newest line first.
    """
    response = sa.table("management_response", sa.column("id"), sa.column("date", sa.Date()), *map(sa.column, HEAD))
    change = sa.table("change", *map(sa.column, ("id", "field", "old", "new", "reason", "response_id")))
    rows = op.get_bind().execute(sa.select(response)).mappings().all()
    stands = {(row["id"], field): row[field] for row in rows for field in HEAD}
    lines = sa.select(change).where(change.c.field.in_(HEAD)).order_by(change.c.id.desc())
    for line in op.get_bind().execute(lines).mappings().all():
        dated = [row["id"] for row in rows if line["reason"].endswith(_words(row["date"]))] or [r["id"] for r in rows]
        fits = [id_ for id_ in dated if stands[id_, line["field"]] == (line["new"] or "")] or dated
        stands[fits[0], line["field"]] = line["old"] or ""
        op.execute(change.update().where(change.c.id == line["id"]).values(response_id=fits[0]))


def _words(day: object) -> str:
    """``13 okt 2025``, as the reason was written."""
    year, month, number = map(int, str(day).split("-"))
    return f"{number} {MONTHS[month - 1]} {year}"
