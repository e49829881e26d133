"""Everything a person did becomes an act, and acts are only ever added (docs/decisions/0018-acts.md).

What was in verdicts, their anchors and withdrawals is carried over: a verdict keeps its id, a withdrawal becomes an
undo.
"""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

from factcheck.storage.migrations.kept import kept_with_owner, never_changed, released

revision = "0005"
down_revision = "0004"

OLD = ("withdrawals", "verdict_anchors", "verdicts")


def upgrade() -> None:
    _make_tables()
    _carry_over(op.get_bind())
    for table in OLD:
        released(table)
        op.drop_table(table)
    for table in ("acts", "attachments"):
        never_changed(table)
        kept_with_owner(table, "SELECT 1 FROM cases WHERE id = OLD.case_id")
    never_changed("scales")
    with op.batch_alter_table("drafts") as drafts:
        drafts.add_column(sa.Column("sort", sa.String(), nullable=False, server_default="note"))
        drafts.add_column(sa.Column("reviewer_id", sa.String(), nullable=False, server_default=""))
        drafts.add_column(sa.Column("on_group", sa.Boolean(), nullable=False, server_default=sa.false()))


def _make_tables() -> None:
    op.create_table(
        "acts",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("stroke", sa.String(), nullable=False),
        sa.Column("reviewer_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_acts"),
        sa.UniqueConstraint("id", name="uq_acts_id"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_acts_case_id_cases", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name="fk_acts_reviewer_id_reviewers"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_acts_case_id_at", "acts", ["case_id", "at"])
    op.create_index("ix_acts_subject", "acts", ["subject"])
    op.create_index("ix_acts_stroke", "acts", ["stroke"])
    op.create_table(
        "attachments",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "sha256", name="pk_attachments"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_attachments_case_id_cases", ondelete="CASCADE"),
    )
    op.create_table(
        "scales",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_scales"),
    )


def _carry_over(connection: sa.Connection) -> None:
    anchors = defaultdict(list)
    for row in connection.execute(sa.text("SELECT * FROM verdict_anchors ORDER BY verdict_id, position")).mappings():
        anchors[row["verdict_id"], bool(row["of_answer"])].append(_anchor(row))
    given = connection.execute(sa.text("SELECT * FROM verdicts ORDER BY decided, id")).mappings().all()
    replaces = {row["id"]: row["replaces"] for row in given}
    case_of = {row["id"]: row["case_id"] for row in given}
    for row in given:
        content = _verdict(row, anchors[row["id"], False], anchors[row["id"], True])
        _add(
            connection,
            id=row["id"],
            case_id=row["case_id"],
            sort="verdict",
            subject=_first(row["id"], replaces),
            before=row["replaces"],
            stroke=str(uuid.uuid4()),
            reviewer_id=row["reviewer_id"],
            at=row["decided"],
            content=content,
        )
    for row in connection.execute(sa.text("SELECT * FROM withdrawals ORDER BY withdrawn, verdict_id")).mappings():
        id = str(uuid.uuid4())
        _add(
            connection,
            id=id,
            case_id=case_of[row["verdict_id"]],
            sort="undo",
            subject=id,
            before=None,
            stroke=id,
            reviewer_id=row["reviewer_id"],
            at=row["withdrawn"],
            content={"of": [row["verdict_id"]]},
        )


def _first(id: str, replaces: dict[str, str | None]) -> str:
    """The verdict that stands at the beginning of a chain names all of them."""
    while (before := replaces.get(id)) is not None:
        id = before
    return id


def _add(connection: sa.Connection, *, content: dict[str, Any], **columns: str | None) -> None:
    connection.execute(
        sa.text(
            "INSERT INTO acts (id, case_id, sort, subject, before, stroke, reviewer_id, at, content) VALUES "
            "(:id, :case_id, :sort, :subject, :before, :stroke, :reviewer_id, :at, :content)"
        ),
        {**columns, "content": json.dumps(content)},
    )


def _verdict(row: sa.RowMapping, anchors: list[Any], answer_anchors: list[Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("kind", "question", "reason", "decision", "rationale")},
        "anchors": anchors,
        "answers": [row["answer"]] if row["answer"] is not None else [],
        "answer_anchors": answer_anchors,
    }


def _anchor(row: sa.RowMapping) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("article", "sha256", "quote", "prefix", "suffix")},
        "start": row["span_start"],
        "end": row["span_end"],
        "unique": bool(row["stands_once"]),
    }
