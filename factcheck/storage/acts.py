"""Acts as rows, and the drafts of what may become one. Acts are only ever added."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy import insert as insert_rows
from sqlalchemy.orm import Session

from factcheck.clocks import INSTANT
from factcheck.codec import anchor_from_json, anchor_to_json
from factcheck.errors import StaleEdit
from factcheck.standing import ON_ACTS, heads
from factcheck.storage.tables import ActRow, DraftRow, ReviewerRow
from factcheck.values import Act, Change, Draft, Kind, Reviewer, Sort

MANY = 500
"""Things asked for by name; when more are changed at one stroke, all acts of the case are read."""


def of_case(session: Session, case_id: str, after: int = 0) -> tuple[Act, ...]:
    """All acts of the case that came in after the one with the number `after`, as they came in."""
    return _read(session, ActRow.case_id == case_id, ActRow.number > after)


def _read(session: Session, *wanted: ColumnElement[bool]) -> tuple[Act, ...]:
    # Plain records: a case may have thousands of acts.
    rows = session.execute(
        select(ActRow.__table__, ReviewerRow.name.label("reviewer"))
        .join(ReviewerRow, ReviewerRow.id == ActRow.reviewer_id)
        .where(*wanted)
        .order_by(ActRow.number)
    ).all()
    return tuple(
        Act(
            row.id,
            Sort(row.sort),
            row.subject,
            row.before,
            row.stroke,
            Reviewer(row.reviewer_id, row.reviewer),
            row.at,
            row.content,
            row.number,
        )
        for row in rows
    )


def add(
    session: Session, case_id: str, changes: Sequence[Change], by: Reviewer, stroke: str | None = None
) -> tuple[Act, ...]:
    """Make the changes, all of them or none. The same `stroke` again is the same acts, which are there already.

    Raises StaleEdit when something was changed since the person saw it.
    """
    if stroke and (done := _read(session, ActRow.case_id == case_id, ActRow.stroke == stroke)):
        return done
    stroke = stroke or str(uuid.uuid4())
    refuse_stale(changes, _about(session, case_id, {change.subject for change in changes if change.subject}))
    last = session.scalar(select(func.max(ActRow.at)).where(ActRow.case_id == case_id))
    at = max(datetime.now(UTC), last + INSTANT) if last else datetime.now(UTC)
    made = tuple(_made(stroke, n, change, by, at + n * INSTANT) for n, change in enumerate(changes))
    numbers = _insert(session, case_id, made)
    return tuple(replace(act, number=numbers[act.id]) for act in made)


def _about(session: Session, case_id: str, subjects: set[str]) -> tuple[Act, ...]:
    """The acts on these things, with all that took back or brought back any."""
    if len(subjects) > MANY:
        return of_case(session, case_id)
    asked = ActRow.subject.in_(subjects) | ActRow.sort.in_(ON_ACTS)
    return _read(session, ActRow.case_id == case_id, asked) if subjects else ()


def insert(session: Session, case_id: str, made: Iterable[Act]) -> tuple[Act, ...]:
    """Add acts as they are; with their numbers, and their people called as they are called in this store."""
    numbers = _insert(session, case_id, made)
    return _read(session, ActRow.case_id == case_id, ActRow.number >= min(numbers.values())) if numbers else ()


def _insert(session: Session, case_id: str, made: Iterable[Act]) -> dict[str, int]:
    """Add acts, and say by their ids which numbers they got. Nobody else writes meanwhile."""
    rows = [_row(case_id, act) for act in made]
    if not rows:
        return {}
    before = last_number(session, case_id)
    session.execute(insert_rows(ActRow.__table__), rows)  # type: ignore[arg-type]
    added = session.execute(select(ActRow.id, ActRow.number).where(ActRow.case_id == case_id, ActRow.number > before))
    return {row.id: row.number for row in added}


def refuse_stale(changes: Iterable[Change], known: Sequence[Act]) -> None:
    """Raises StaleEdit when a change was not made on top of something that stands now."""
    there = heads(known)
    for change in changes:
        standing = there.get(change.subject, ()) if change.subject else ()
        if standing and change.before not in {act.id for act in standing}:
            raise StaleEdit(change, standing)


def _made(stroke: str, number: int, change: Change, by: Reviewer, at: datetime) -> Act:
    id = str(uuid.uuid5(uuid.UUID(stroke), str(number)))
    return Act(id, change.sort, change.subject or id, change.before, stroke, by, at, change.content)


def _row(case_id: str, act: Act) -> dict[str, object]:
    return {
        "id": act.id,
        "case_id": case_id,
        "sort": act.sort,
        "subject": act.subject,
        "before": act.before,
        "stroke": act.stroke,
        "reviewer_id": act.by.id,
        "at": act.at,
        "content": None if act.content is None else dict(act.content),
    }


def last_number(session: Session, case_id: str) -> int:
    """The number of the act that came in last; 0 without one."""
    return session.scalar(select(func.max(ActRow.number)).where(ActRow.case_id == case_id)) or 0


# --- drafts ---------------------------------------------------------------------------------------


def drafts(session: Session, case_id: str, reviewer: str) -> tuple[Draft, ...]:
    """What the reviewer has begun to write in the case, oldest first."""
    rows = session.scalars(
        select(DraftRow)
        .where(DraftRow.case_id == case_id, DraftRow.reviewer_id.in_(("", reviewer)))
        .order_by(DraftRow.saved, DraftRow.id)
    )
    return tuple(
        Draft(row.id, row.sort, Kind(row.kind), tuple(map(anchor_from_json, row.anchors)), row.text, row.on_group)
        for row in rows
    )


def keep_draft(session: Session, case_id: str, reviewer: str, draft: Draft) -> None:
    """Store it instead of the one with its id."""
    session.merge(
        DraftRow(
            id=draft.id,
            case_id=case_id,
            sort=draft.sort,
            kind=draft.kind,
            anchors=[anchor_to_json(a) for a in draft.anchors],
            text=draft.text,
            on_group=draft.on_group,
            saved=datetime.now(UTC),
            reviewer_id=reviewer,
        )
    )


def forget_drafts(session: Session, ids: Iterable[str]) -> None:
    if done := tuple(ids):
        session.execute(delete(DraftRow).where(DraftRow.id.in_(done)))
