"""All tables: cases, articles and their revisions; analyses; verdicts, withdrawals and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPLICATION = 0x46614374


def upgrade() -> None:
    # Lets a later start tell our stores from other programs' databases.
    on_server = op.get_context().dialect.name == "postgresql"
    op.execute(
        "COMMENT ON TABLE alembic_version IS 'Factcheck'" if on_server else f"PRAGMA application_id = {APPLICATION}"
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made", sa.String(27), nullable=False),
        sa.Column("opened", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_table(
        "reviewers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reviewers"),
        sa.UniqueConstraint("name", name="uq_reviewers_name"),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    op.create_table(
        "analyses",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("made_from", sa.String(), nullable=False),
        sa.Column("made", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_analyses_case_id_cases", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", name="pk_analyses"),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("retrieved", sa.Date(), nullable=True),
        sa.Column("inferred", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("removed", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_articles_case_id_cases", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )
    op.create_index("ix_articles_case_id", "articles", ["case_id"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("anchors", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("saved", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_drafts_case_id_cases", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
    )
    op.create_index("ix_drafts_case_id", "drafts", ["case_id"], unique=False)
    op.create_table(
        "verdicts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("rationale", sa.String(), nullable=False),
        sa.Column("reviewer_id", sa.String(), nullable=False),
        sa.Column("decided", sa.String(27), nullable=False),
        sa.Column("replaces", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_verdicts_case_id_cases", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["replaces"], ["verdicts.id"], name="fk_verdicts_replaces_verdicts", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name="fk_verdicts_reviewer_id_reviewers"),
        sa.PrimaryKeyConstraint("id", name="pk_verdicts"),
    )
    op.create_index("ix_verdicts_case_id", "verdicts", ["case_id"], unique=False)
    op.create_index("ix_verdicts_replaces", "verdicts", ["replaces"], unique=False)
    op.create_table(
        "claims",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("frame", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_claims_article_id_articles", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["analyses.case_id"], name="fk_claims_case_id_analyses", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "id", name="pk_claims"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claims_article_id", "claims", ["article_id"], unique=False)
    op.create_table(
        "groups",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["analyses.case_id"], name="fk_groups_case_id_analyses", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "id", name="pk_groups"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "problems",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["analyses.case_id"], name="fk_problems_case_id_analyses", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "position", name="pk_problems"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "revisions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=False),
        sa.Column("encoding", sa.String(), nullable=False),
        sa.Column("repairs", sa.JSON(), nullable=False),
        sa.Column("made", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_revisions_article_id_articles", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
        sa.UniqueConstraint("article_id", "number", name="uq_revisions_article_id_number"),
    )
    op.create_table(
        "verdict_anchors",
        sa.Column("verdict_id", sa.String(), nullable=False),
        sa.Column("of_answer", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("stands_once", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["verdict_id"], ["verdicts.id"], name="fk_verdict_anchors_verdict_id_verdicts", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("verdict_id", "of_answer", "position", name="pk_verdict_anchors"),
    )
    op.create_table(
        "withdrawals",
        sa.Column("verdict_id", sa.String(), nullable=False),
        sa.Column("reviewer_id", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name="fk_withdrawals_reviewer_id_reviewers"),
        sa.ForeignKeyConstraint(
            ["verdict_id"], ["verdicts.id"], name="fk_withdrawals_verdict_id_verdicts", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("verdict_id", name="pk_withdrawals"),
    )
    op.create_table(
        "conflicts",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("within", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "group_id"],
            ["groups.case_id", "groups.id"],
            name="fk_conflicts_case_id_group_id_groups",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("case_id", "id", name="pk_conflicts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_conflicts_case_id_group_id", "conflicts", ["case_id", "group_id"], unique=False)
    op.create_table(
        "group_claims",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "claim_id"],
            ["claims.case_id", "claims.id"],
            name="fk_group_claims_case_id_claim_id_claims",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["case_id", "group_id"],
            ["groups.case_id", "groups.id"],
            name="fk_group_claims_case_id_group_id_groups",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("case_id", "group_id", "position", name="pk_group_claims"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_group_claims_case_id_claim_id", "group_claims", ["case_id", "claim_id"], unique=False)
    op.create_table(
        "answers",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("conflict_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "conflict_id"],
            ["conflicts.case_id", "conflicts.id"],
            name="fk_answers_case_id_conflict_id_conflicts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("case_id", "conflict_id", "position", name="pk_answers"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "conflict_claims",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("conflict_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "claim_id"],
            ["claims.case_id", "claims.id"],
            name="fk_conflict_claims_case_id_claim_id_claims",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["case_id", "conflict_id"],
            ["conflicts.case_id", "conflicts.id"],
            name="fk_conflict_claims_case_id_conflict_id_conflicts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("case_id", "conflict_id", "position", name="pk_conflict_claims"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_conflict_claims_case_id_claim_id", "conflict_claims", ["case_id", "claim_id"], unique=False)
    op.create_table(
        "answer_claims",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("conflict_id", sa.String(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "claim_id"],
            ["claims.case_id", "claims.id"],
            name="fk_answer_claims_case_id_claim_id_claims",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["case_id", "conflict_id", "answer"],
            ["answers.case_id", "answers.conflict_id", "answers.position"],
            name="fk_answer_claims_case_id_conflict_id_answer_answers",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("case_id", "conflict_id", "answer", "position", name="pk_answer_claims"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_answer_claims_case_id_claim_id", "answer_claims", ["case_id", "claim_id"], unique=False)
