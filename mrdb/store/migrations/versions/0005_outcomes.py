"""What became of an action in a moment shows from the journal alone; a line may take another one back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

CONFIRMED = """
    UPDATE change SET field = 'confirmed' WHERE field = 'status' AND old = new AND EXISTS (
        SELECT 1 FROM discussion WHERE discussion.outcome = 'confirmed' AND discussion.moment_id = change.moment_id
        AND discussion.action_id = change.action_id AND discussion.author = change.author
        AND discussion.at = change.at)
"""
NOT_DISCUSSED = """
    INSERT INTO change (at, author, action_id, moment_id, field, reason)
    SELECT at, author, action_id, moment_id, 'not_discussed', '' FROM discussion WHERE outcome = 'not_discussed'
"""


def upgrade() -> None:
    op.execute(CONFIRMED)
    op.execute(NOT_DISCUSSED)
    op.drop_table("discussion")
    with op.batch_alter_table("change") as change:
        change.add_column(sa.Column("undoes_id", sa.Integer(), nullable=True))
        change.create_foreign_key(op.f("fk_change_undoes_id_change"), "change", ["undoes_id"], ["id"])
    op.create_index(op.f("ix_change_moment_id"), "change", ["moment_id"])
