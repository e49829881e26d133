"""A full-text index over every text, so that all cases are searched at once. Derived: it can be made again."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE revision_words USING fts5("
        "revision_id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO revision_words (revision_id, words) SELECT id, text FROM revisions")
    op.execute(
        "CREATE TRIGGER revisions_are_indexed AFTER INSERT ON revisions "
        "BEGIN INSERT INTO revision_words (revision_id, words) VALUES (NEW.id, NEW.text); END"
    )
    op.execute(
        "CREATE TRIGGER revisions_leave_the_index AFTER DELETE ON revisions "
        "BEGIN DELETE FROM revision_words WHERE revision_id = OLD.id; END"
    )
