"""What was read and what was decided cannot be changed, not even by mistake in this program.

A case can still be deleted as a whole: its own row is gone before its children's triggers run.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

NEVER_CHANGED = ("revisions", "verdicts", "verdict_anchors", "withdrawals")

OWNER_LIVES = {
    "revisions": "SELECT 1 FROM articles WHERE id = OLD.article_id",
    "verdicts": "SELECT 1 FROM cases WHERE id = OLD.case_id",
    "verdict_anchors": "SELECT 1 FROM verdicts WHERE id = OLD.verdict_id",
    "withdrawals": "SELECT 1 FROM verdicts WHERE id = OLD.verdict_id",
}


def upgrade() -> None:
    for table in NEVER_CHANGED:
        op.execute(
            f"CREATE TRIGGER {table}_are_never_changed BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never changed'); END"
        )
        op.execute(
            f"CREATE TRIGGER {table}_are_kept BEFORE DELETE ON {table} WHEN EXISTS ({OWNER_LIVES[table]}) "
            f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is kept as long as its case'); END"
        )
