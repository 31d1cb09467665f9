"""Who was absent from a follow-up moment."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    with op.batch_alter_table("moment") as moment:
        moment.add_column(sa.Column("absent", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("moment") as moment:
        moment.alter_column("absent", server_default=None)
