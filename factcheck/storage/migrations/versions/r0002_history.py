"""What was read and what was decided cannot be changed, not even by mistake in this program."""

from factcheck.storage.migrations.kept import kept_with_owner, never_changed

revision = "0002"
down_revision = "0001"

OWNER_LIVES = {
    "revisions": "SELECT 1 FROM articles WHERE id = OLD.article_id",
    "verdicts": "SELECT 1 FROM cases WHERE id = OLD.case_id",
    "verdict_anchors": "SELECT 1 FROM verdicts WHERE id = OLD.verdict_id",
    "withdrawals": "SELECT 1 FROM verdicts WHERE id = OLD.verdict_id",
}


def upgrade() -> None:
    for table, owner in OWNER_LIVES.items():
        never_changed(table)
        kept_with_owner(table, owner)
