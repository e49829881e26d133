"""A full-text index over every text, so that all cases are searched at once. Derived: it can be made again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        _table_of_words()
    else:
        _fts5_index()


def _table_of_words() -> None:
    """The program fills it (`factcheck/storage/search.py`): it folds letters in ways PostgreSQL does not know."""
    op.create_table(
        "revision_words",
        sa.Column("revision_id", sa.String(), nullable=False),
        sa.Column("words", TSVECTOR(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name="fk_revision_words_revision_id_revisions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("revision_id", name="pk_revision_words"),
    )
    op.create_index("ix_revision_words_words", "revision_words", ["words"], postgresql_using="gin")


def _fts5_index() -> None:
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
