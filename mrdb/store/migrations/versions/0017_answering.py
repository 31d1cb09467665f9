"""Who answers for a responsible of the documents, or for a whole document, and from when until when

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "answering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=True),
        sa.Column("response_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_answering_person_id_person")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["management_response.id"], name=op.f("fk_answering_response_id_management_response")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answering")),
    )
    op.create_index(op.f("ix_answering_person_id"), "answering", ["person_id"])
