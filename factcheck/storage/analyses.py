"""Analyses as rows: written and read as a whole, in bulk (25,000 claims are common in a large case)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Row as Record
from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session

from factcheck.codec import frame_from_json, frame_to_json, value_from_json, value_to_json
from factcheck.storage import tables
from factcheck.values import Analysis, Answer, Article, Claim, Conflict, Group, Kind, Problem, Span, Status

PARTS: tuple[type[tables.Row], ...] = (
    tables.AnswerClaimRow,
    tables.AnswerRow,
    tables.ConflictClaimRow,
    tables.ConflictRow,
    tables.GroupClaimRow,
    tables.GroupRow,
    tables.ClaimRow,
    tables.ProblemRow,
    tables.AnalysisRow,
)
"""The tables of an analysis, from the leaves up."""

Columns = dict[str, Any]

Rows = dict[type[tables.Row], list[Columns]]
"""The rows to insert, by table, owners before what they own."""

Only = tuple[str, Select[tuple[str]]]
"""A column, and the values of it that are wanted."""


def stands_on(analysis: Analysis, articles: Sequence[Article]) -> bool:
    """Every claim's words stand at its span in one of the articles."""
    texts = {a.id: a.text for a in articles}
    return all(c.article in texts and c.span.of(texts[c.article]) == c.text for c in analysis.claims)


def made_from(session: Session, case_id: str) -> str | None:
    """The fingerprint of what the stored analysis was made from, None without one."""
    row = session.get(tables.AnalysisRow, case_id)
    return row.made_from if row else None


def replace(session: Session, case_id: str, rows: Rows, made_from: str) -> None:
    """Store an analysis, given as `rows_of` it, instead of the one the case has."""
    remove(session, case_id)
    session.add(tables.AnalysisRow(case_id=case_id, made_from=made_from, made=datetime.now(UTC)))
    session.flush()
    for table, columns in rows.items():
        if columns:
            session.execute(insert(table.__table__), columns)  # type: ignore[arg-type]


def remove(session: Session, case_id: str) -> None:
    for table in PARTS:
        session.execute(delete(table).where(table.__table__.c.case_id == case_id))


# --- values -> rows -------------------------------------------------------------------------------


def rows_of(case_id: str, analysis: Analysis) -> Rows:
    """The rows of an analysis. Takes a second for 25,000 claims: made before the write lock is asked for."""
    parts: dict[type[tables.Row], Iterable[Columns]] = {
        tables.ClaimRow: (_claim_columns(n, c) for n, c in enumerate(analysis.claims)),
        tables.GroupRow: (_group_columns(n, g) for n, g in enumerate(analysis.groups)),
        tables.GroupClaimRow: (
            {"group_id": g.id, "position": n, "claim_id": id} for g in analysis.groups for n, id in enumerate(g.claims)
        ),
        tables.ConflictRow: (_conflict_columns(n, c) for n, c in enumerate(analysis.conflicts)),
        tables.ConflictClaimRow: (
            {"conflict_id": c.id, "position": n, "claim_id": id}
            for c in analysis.conflicts
            for n, id in enumerate(c.claims)
        ),
        tables.AnswerRow: (
            {"conflict_id": c.id, "position": n, "text": a.text}
            for c in analysis.conflicts
            for n, a in enumerate(c.answers)
        ),
        tables.AnswerClaimRow: _answer_claims(analysis.conflicts),
        tables.ProblemRow: (_problem_columns(n, p) for n, p in enumerate(analysis.problems)),
    }
    return {table: [{"case_id": case_id, **columns} for columns in part] for table, part in parts.items()}


def _claim_columns(position: int, claim: Claim) -> Columns:
    return {
        "id": claim.id,
        "position": position,
        "article_id": claim.article,
        "kind": claim.kind,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "text": claim.text,
        "value": value_to_json(claim.value, number=str),
        "subject": claim.subject,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "frame": frame_to_json(claim.frame),
    }


def _group_columns(position: int, group: Group) -> Columns:
    return {
        "id": group.id,
        "position": position,
        "question": group.question,
        "kind": group.kind,
        "status": group.status,
    }


def _conflict_columns(position: int, conflict: Conflict) -> Columns:
    return {
        "id": conflict.id,
        "position": position,
        "group_id": conflict.group,
        "kind": conflict.kind,
        "status": conflict.status,
        "within": conflict.within,
        "rule": conflict.rule,
        "reason": conflict.reason,
        "confidence": conflict.confidence,
    }


def _answer_claims(conflicts: Iterable[Conflict]) -> Iterator[Columns]:
    for conflict in conflicts:
        for number, answer in enumerate(conflict.answers):
            for position, id in enumerate(answer.claims):
                yield {"conflict_id": conflict.id, "answer": number, "position": position, "claim_id": id}


def _problem_columns(position: int, problem: Problem) -> Columns:
    return {
        "position": position,
        "article": problem.article,
        "message": problem.message,
        "span_start": problem.span.start if problem.span is not None else None,
        "span_end": problem.span.end if problem.span is not None else None,
    }


# --- rows -> values -------------------------------------------------------------------------------


def load(session: Session, case_id: str, *, disputed_only: bool = False) -> Analysis | None:
    """The analysis of the case, None when it has none; `disputed_only` reads only what is in a conflict."""
    if session.get(tables.AnalysisRow, case_id) is None:
        return None
    claims = _rows(session, tables.ClaimRow, case_id, _disputed_claims(case_id) if disputed_only else None)
    disputed = _disputed_groups(case_id) if disputed_only else None
    groups = _rows(session, tables.GroupRow, case_id, disputed)
    members = _members(session, tables.GroupClaimRow, case_id, "group_id", only=disputed)
    return Analysis(
        tuple(_claim(row) for row in claims),
        tuple(Group(g.id, g.question, Kind(g.kind), Status(g.status), tuple(members[g.id,])) for g in groups),
        _conflicts(session, case_id),
        _problems(session, case_id),
    )


def _disputed_claims(case_id: str) -> Only:
    in_conflict = tables.ConflictClaimRow.__table__.c
    return "id", select(in_conflict.claim_id).where(in_conflict.case_id == case_id)


def _disputed_groups(case_id: str) -> Only:
    conflicts = tables.ConflictRow.__table__.c
    return "id", select(conflicts.group_id).where(conflicts.case_id == case_id)


def _claim(row: Record[Any]) -> Claim:
    kind = Kind(row.kind)
    return Claim(
        row.id,
        row.article_id,
        kind,
        Span(row.span_start, row.span_end),
        row.text,
        value_from_json(kind, row.value),
        row.subject,
        Span(row.sentence_start, row.sentence_end),
        frame_from_json(row.frame),
    )


def _conflicts(session: Session, case_id: str) -> tuple[Conflict, ...]:
    claims = _members(session, tables.ConflictClaimRow, case_id, "conflict_id")
    stated = _members(session, tables.AnswerClaimRow, case_id, "conflict_id", "answer")
    answers: dict[str, list[Answer]] = defaultdict(list)
    for row in _rows(session, tables.AnswerRow, case_id):
        answers[row.conflict_id].append(Answer(row.text, tuple(stated[row.conflict_id, row.position])))
    return tuple(
        Conflict(
            row.id,
            row.group_id,
            Kind(row.kind),
            Status(row.status),
            row.within,
            tuple(claims[row.id,]),
            tuple(answers[row.id]),
            row.rule,
            row.reason,
            row.confidence,
        )
        for row in _rows(session, tables.ConflictRow, case_id)
    )


def _problems(session: Session, case_id: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(row.article, row.message, None if row.span_start is None else Span(row.span_start, row.span_end))
        for row in _rows(session, tables.ProblemRow, case_id)
    )


def _members(
    session: Session, table: type[tables.Row], case_id: str, *owner: str, only: Only | None = None
) -> dict[tuple[Any, ...], list[str]]:
    """The claim ids in order, by the values of the `owner` columns; `only` chooses owners."""
    found: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    key = attrgetter(*owner)
    for row in _rows(session, table, case_id, (owner[0], only[1]) if only else None):
        found[key(row) if len(owner) > 1 else (key(row),)].append(row.claim_id)
    return found


def _rows(session: Session, table: type[tables.Row], case_id: str, only: Only | None = None) -> Sequence[Record[Any]]:
    """The rows of the case as plain records, in the order of their positions."""
    columns = table.__table__.c
    wanted = select(table.__table__).where(columns.case_id == case_id).order_by(columns.position)
    if only is not None:
        column, chosen = only
        wanted = wanted.where(columns[column].in_(chosen))
    return session.execute(wanted).all()
