"""The rows. Times are UTC; identifiers are UUIDs made by the program, except those an analysis gives its own parts.

Three sorts of tables: what was read (articles and their revisions, never changed), what was found (an analysis, thrown
away and made again as a whole), and what people did (acts: rows are added, never changed).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a later migration can change it."""


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept as ISO text in UTC with microseconds, so that text order is time order."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


class Row(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UtcTime, dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012


# --- people and choices ---------------------------------------------------------------------------


class ReviewerRow(Row):
    __tablename__ = "reviewers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    made: Mapped[datetime]


class SettingRow(Row):
    """One choice that outlives a session, e.g. the last case."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


# --- what was read --------------------------------------------------------------------------------


class CaseRow(Row):
    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    made: Mapped[datetime]
    opened: Mapped[datetime]


class ArticleRow(Row):
    """An article and its provenance. A removed one stays, so that verdicts on its words keep their evidence."""

    __tablename__ = "articles"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    path: Mapped[str | None]
    title: Mapped[str | None]
    source: Mapped[str | None]
    author: Mapped[str | None]
    published: Mapped[date | None]
    url: Mapped[str | None]
    retrieved: Mapped[date | None]
    inferred: Mapped[list[Any]]
    note: Mapped[str | None]
    removed: Mapped[datetime | None]


class RevisionRow(Row):
    """One text of an article; the one with the highest number is shown. Triggers refuse every change."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str]
    sha256: Mapped[str]
    original: Mapped[bytes]
    encoding: Mapped[str]
    repairs: Mapped[list[Any]]
    made: Mapped[datetime]


# --- what was found -------------------------------------------------------------------------------


class AnalysisRow(Row):
    """That an analysis was made, and of what: `made_from` digests the articles and the version of the rules."""

    __tablename__ = "analyses"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)
    made_from: Mapped[str]
    made: Mapped[datetime]


class ClaimRow(Row):
    __tablename__ = "claims"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    case_id: Mapped[str] = mapped_column(ForeignKey("analyses.case_id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    span_start: Mapped[int]
    span_end: Mapped[int]
    text: Mapped[str]
    value: Mapped[dict[str, Any]]
    subject: Mapped[str]
    sentence_start: Mapped[int]
    sentence_end: Mapped[int]
    frame: Mapped[dict[str, Any]]


class GroupRow(Row):
    __tablename__ = "groups"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    case_id: Mapped[str] = mapped_column(ForeignKey("analyses.case_id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    question: Mapped[str]
    kind: Mapped[str]
    status: Mapped[str]


def _refers(table: str, column: str) -> ForeignKeyConstraint:
    """A part of an analysis named by its case and its own id."""
    return ForeignKeyConstraint(["case_id", column], [f"{table}.case_id", f"{table}.id"], ondelete="CASCADE")


class GroupClaimRow(Row):
    __tablename__ = "group_claims"
    __table_args__ = (
        _refers("groups", "group_id"),
        _refers("claims", "claim_id"),
        Index(None, "case_id", "claim_id"),
        {"sqlite_with_rowid": False},
    )

    case_id: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str]


class ConflictRow(Row):
    __tablename__ = "conflicts"
    __table_args__ = (
        _refers("groups", "group_id"),
        Index(None, "case_id", "group_id"),
        {"sqlite_with_rowid": False},
    )

    case_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    group_id: Mapped[str]
    kind: Mapped[str]
    status: Mapped[str]
    within: Mapped[bool]
    rule: Mapped[str]
    reason: Mapped[str]
    confidence: Mapped[float]


class ConflictClaimRow(Row):
    __tablename__ = "conflict_claims"
    __table_args__ = (
        _refers("conflicts", "conflict_id"),
        _refers("claims", "claim_id"),
        Index(None, "case_id", "claim_id"),
        {"sqlite_with_rowid": False},
    )

    case_id: Mapped[str] = mapped_column(primary_key=True)
    conflict_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str]


class AnswerRow(Row):
    __tablename__ = "answers"
    __table_args__ = (_refers("conflicts", "conflict_id"), {"sqlite_with_rowid": False})

    case_id: Mapped[str] = mapped_column(primary_key=True)
    conflict_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


class AnswerClaimRow(Row):
    __tablename__ = "answer_claims"
    __table_args__ = (
        ForeignKeyConstraint(
            ["case_id", "conflict_id", "answer"],
            ["answers.case_id", "answers.conflict_id", "answers.position"],
            ondelete="CASCADE",
        ),
        _refers("claims", "claim_id"),
        Index(None, "case_id", "claim_id"),
        {"sqlite_with_rowid": False},
    )

    case_id: Mapped[str] = mapped_column(primary_key=True)
    conflict_id: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str]


class ProblemRow(Row):
    __tablename__ = "problems"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    case_id: Mapped[str] = mapped_column(ForeignKey("analyses.case_id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[str]
    message: Mapped[str]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]


class ExtractionRow(Row):
    """The claims of one text published on one day, of whatever case; a newer version of the rules replaces them."""

    __tablename__ = "extractions"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    sha256: Mapped[str] = mapped_column(primary_key=True)
    published: Mapped[str] = mapped_column(primary_key=True)  # ISO date, empty when unknown: a key holds no NULL
    rules: Mapped[str]
    packed: Mapped[bytes]


# --- what people did ------------------------------------------------------------------------------


class ActRow(Row):
    """One thing a person did. Triggers refuse every change, and every deletion except together with the case."""

    __tablename__ = "acts"
    __table_args__ = (
        Index(None, "case_id", "at"),
        {"sqlite_autoincrement": True},  # a number is never given twice
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"))
    sort: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    before: Mapped[str | None]  # no key: a merged file may lack what it was built on
    stroke: Mapped[str] = mapped_column(index=True)
    reviewer_id: Mapped[str] = mapped_column(ForeignKey("reviewers.id"))
    at: Mapped[datetime]
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class AttachmentRow(Row):
    """A file that is evidence, kept as it was. Triggers refuse every change."""

    __tablename__ = "attachments"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class ScaleRow(Row):
    """One version of a scale that somebody made. Triggers refuse every change: ratings on it stay readable."""

    __tablename__ = "scales"

    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]]


class DraftRow(Row):
    """What somebody has begun to write on a conflict, kept by the words it is about.

    `sort` says what it is to become: "note" for a rationale alone.
    """

    __tablename__ = "drafts"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    anchors: Mapped[list[Any]]
    text: Mapped[str]
    saved: Mapped[datetime]
    sort: Mapped[str] = mapped_column(server_default="note")
    reviewer_id: Mapped[str] = mapped_column(server_default="")
    on_group: Mapped[bool] = mapped_column(server_default=false())
