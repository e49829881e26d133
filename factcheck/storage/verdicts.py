"""Verdicts, their history, and drafts of rationales. Verdicts are only ever added; withdrawing one is a row too."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row as Record
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from factcheck.codec import anchor_from_json, anchor_to_json
from factcheck.errors import VerdictNotFound
from factcheck.storage.tables import DraftRow, ReviewerRow, VerdictAnchorRow, VerdictRow, WithdrawalRow
from factcheck.values import Anchor, Article, Decision, Kind, Problem, Reviewer, Span, Verdict


def add(session: Session, case_id: str, verdicts: Sequence[Verdict]) -> None:
    session.add_all(
        VerdictRow(
            id=verdict.id,
            case_id=case_id,
            kind=verdict.kind,
            question=verdict.question,
            reason=verdict.reason,
            decision=verdict.decision,
            answer=verdict.answer,
            rationale=verdict.rationale,
            reviewer_id=verdict.reviewer.id,
            decided=verdict.decided,
            replaces=verdict.replaces,
        )
        for verdict in verdicts
    )
    session.flush()
    for verdict in verdicts:
        for of_answer, anchors in ((False, verdict.anchors), (True, verdict.answer_anchors)):
            session.add_all(_anchor_row(verdict.id, of_answer, n, a) for n, a in enumerate(anchors))


def withdraw(session: Session, case_id: str, verdict_id: str, reviewer: Reviewer) -> None:
    """Take a verdict back; twice is the same as once. Raises VerdictNotFound."""
    row = session.get(VerdictRow, verdict_id)
    if row is None or row.case_id != case_id:
        raise VerdictNotFound(f"the case has no verdict {verdict_id}")
    if session.get(WithdrawalRow, verdict_id) is None:
        session.add(WithdrawalRow(verdict_id=verdict_id, reviewer_id=reviewer.id, withdrawn=datetime.now(UTC)))


def history(session: Session, case_id: str) -> tuple[Verdict, ...]:
    """All verdicts ever given in the case, oldest first: current, replaced and withdrawn."""
    # Plain records: a case may have hundreds of verdicts, and each one given reads them all.
    anchors = defaultdict(list)
    for row in session.execute(
        select(VerdictAnchorRow.__table__)
        .join(VerdictRow, VerdictRow.id == VerdictAnchorRow.verdict_id)
        .where(VerdictRow.case_id == case_id)
        .order_by(VerdictAnchorRow.position)
    ).all():
        anchors[row.verdict_id, row.of_answer].append(_anchor(row))
    rows = session.execute(
        select(VerdictRow.__table__, ReviewerRow.name.label("reviewer"))
        .join(ReviewerRow, ReviewerRow.id == VerdictRow.reviewer_id)
        .where(VerdictRow.case_id == case_id)
        .order_by(VerdictRow.decided, VerdictRow.id)
    ).all()
    return tuple(
        Verdict(
            row.id,
            Kind(row.kind),
            row.question,
            row.reason,
            tuple(anchors[row.id, False]),
            Decision(row.decision),
            row.answer,
            tuple(anchors[row.id, True]),
            row.rationale,
            Reviewer(row.reviewer_id, row.reviewer),
            row.decided,
            row.replaces,
        )
        for row in rows
    )


def current(session: Session, case_id: str) -> tuple[Verdict, ...]:
    """The verdicts that stand: not withdrawn, and with none standing that replaced them, oldest first."""
    given = history(session, case_id)
    withdrawn = set(
        session.scalars(
            select(WithdrawalRow.verdict_id)
            .join(VerdictRow, VerdictRow.id == WithdrawalRow.verdict_id)
            .where(VerdictRow.case_id == case_id)
        )
    )
    replaces = {v.id: v.replaces for v in given}
    hidden = set(withdrawn)
    for verdict in given:
        before = verdict.replaces if verdict.id not in withdrawn else None
        while before is not None:
            hidden.add(before)
            before = replaces[before]
    return tuple(v for v in given if v.id not in hidden)


def misplaced(verdicts: Iterable[Verdict], articles: Iterable[Article]) -> Iterable[Problem]:
    """A problem for each anchor whose words do not stand where it says, in the very text it was made in."""
    by_text = {a.sha256: a for a in articles}
    for verdict in verdicts:
        for anchor in verdict.anchors:
            article = by_text.get(anchor.sha256)
            if article and anchor.span.of(article.text) != anchor.quote:
                message = f"The verdict on “{verdict.question}” names words that do not stand there."
                yield Problem(article.id, message, anchor.span)


def _anchor_row(verdict_id: str, of_answer: bool, position: int, anchor: Anchor) -> VerdictAnchorRow:
    return VerdictAnchorRow(
        verdict_id=verdict_id,
        of_answer=of_answer,
        position=position,
        article=anchor.article,
        sha256=anchor.sha256,
        span_start=anchor.span.start,
        span_end=anchor.span.end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        stands_once=anchor.unique,
    )


def _anchor(row: Record[Any]) -> Anchor:
    span = Span(row.span_start, row.span_end)
    return Anchor(row.article, row.sha256, span, row.quote, row.prefix, row.suffix, row.stands_once)


# --- drafts ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Draft:
    """A rationale somebody has begun to write, on the words of a conflict."""

    id: str
    kind: Kind
    anchors: tuple[Anchor, ...]
    text: str
    answer_anchors: tuple[Anchor, ...] = ()


def drafts(session: Session, case_id: str) -> tuple[Draft, ...]:
    """All drafts of the case, oldest first."""
    rows = session.scalars(select(DraftRow).where(DraftRow.case_id == case_id).order_by(DraftRow.saved, DraftRow.id))
    return tuple(Draft(row.id, Kind(row.kind), tuple(map(anchor_from_json, row.anchors)), row.text) for row in rows)


def add_draft(session: Session, case_id: str, kind: Kind, anchors: Iterable[Anchor], text: str) -> None:
    session.add(
        DraftRow(
            id=str(uuid.uuid4()),
            case_id=case_id,
            kind=kind,
            anchors=[anchor_to_json(a) for a in anchors],
            text=text,
            saved=datetime.now(UTC),
        )
    )


def remove_draft(session: Session, draft_id: str) -> None:
    session.execute(delete(DraftRow).where(DraftRow.id == draft_id))
