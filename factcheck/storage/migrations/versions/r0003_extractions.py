"""The claims of each text are kept apart from the case, so that a case that grows reads only what is new."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "extractions",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "published", name="pk_extractions"),
        sqlite_with_rowid=False,
    )
