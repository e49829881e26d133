"""Acts as rows, and the drafts of what may become one. Acts are only ever added."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from factcheck.codec import anchor_from_json, anchor_to_json
from factcheck.errors import StaleEdit
from factcheck.standing import heads
from factcheck.storage.tables import ActRow, DraftRow, ReviewerRow
from factcheck.values import Act, Anchor, Change, Kind, Reviewer, Sort

INSTANT = timedelta(microseconds=1)


def of_case(session: Session, case_id: str, after: int = 0) -> tuple[Act, ...]:
    """All acts of the case that came in after the one with the number `after`, as they came in."""
    # Plain records: a case may have thousands of acts.
    rows = session.execute(
        select(ActRow.__table__, ReviewerRow.name.label("reviewer"))
        .join(ReviewerRow, ReviewerRow.id == ActRow.reviewer_id)
        .where(ActRow.case_id == case_id, ActRow.number > after)
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
    stroke = stroke or str(uuid.uuid4())
    known = of_case(session, case_id)
    if done := tuple(act for act in known if act.stroke == stroke):
        return done
    refuse_stale(changes, known)
    at = max([datetime.now(UTC), *(act.at + INSTANT for act in known)])
    made = tuple(_made(stroke, n, change, by, at + n * INSTANT) for n, change in enumerate(changes))
    return insert(session, case_id, made)


def insert(session: Session, case_id: str, made: Iterable[Act]) -> tuple[Act, ...]:
    """Add acts as they are; with their numbers."""
    rows = [_row(case_id, act) for act in made]
    session.add_all(rows)
    session.flush()
    return of_case(session, case_id, after=min((row.number for row in rows), default=1) - 1)


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


def _row(case_id: str, act: Act) -> ActRow:
    return ActRow(
        id=act.id,
        case_id=case_id,
        sort=act.sort,
        subject=act.subject,
        before=act.before,
        stroke=act.stroke,
        reviewer_id=act.by.id,
        at=act.at,
        content=None if act.content is None else dict(act.content),
    )


def last_number(session: Session, case_id: str) -> int:
    """The number of the act that came in last; 0 without one."""
    return session.scalar(select(func.max(ActRow.number)).where(ActRow.case_id == case_id)) or 0


# --- drafts ---------------------------------------------------------------------------------------

NOTE = "note"


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has begun to write on the words of a conflict or group."""

    id: str
    kind: Kind
    anchors: tuple[Anchor, ...]
    text: str
    answer_anchors: tuple[Anchor, ...] = ()
    on_group: bool = False


def drafts(session: Session, case_id: str, reviewer: str, sort: str = NOTE) -> tuple[Draft, ...]:
    """The reviewer's drafts in the case, oldest first."""
    rows = session.scalars(
        select(DraftRow)
        .where(DraftRow.case_id == case_id, DraftRow.sort == sort, DraftRow.reviewer_id.in_(("", reviewer)))
        .order_by(DraftRow.saved, DraftRow.id)
    )
    return tuple(Draft(row.id, Kind(row.kind), tuple(map(anchor_from_json, row.anchors)), row.text) for row in rows)


def add_draft(
    session: Session, case_id: str, reviewer: str, kind: Kind, anchors: Iterable[Anchor], text: str, sort: str = NOTE
) -> None:
    session.add(
        DraftRow(
            id=str(uuid.uuid4()),
            case_id=case_id,
            kind=kind,
            anchors=[anchor_to_json(a) for a in anchors],
            text=text,
            saved=datetime.now(UTC),
            sort=sort,
            reviewer_id=reviewer,
        )
    )


def remove_draft(session: Session, draft_id: str) -> None:
    session.execute(delete(DraftRow).where(DraftRow.id == draft_id))
