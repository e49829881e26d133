"""Files that are evidence, as rows: each kept once in a case, by what is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import AttachmentNotFound, DamagedCase
from factcheck.storage.tables import AttachmentRow


def keep(session: Session, case_id: str, content: bytes) -> str:
    """Store it, unless it is there; its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 not in names(session, case_id, {sha256}):
        session.add(AttachmentRow(case_id=case_id, sha256=sha256, content=content))
        session.flush()
    return sha256


def names(session: Session, case_id: str, wanted: Collection[str]) -> set[str]:
    """Which of these the case has."""
    column = AttachmentRow.sha256
    return set(session.scalars(select(column).where(AttachmentRow.case_id == case_id, column.in_(wanted))))


def content(session: Session, case_id: str, sha256: str) -> bytes:
    """Raises AttachmentNotFound, and DamagedCase when it is not what it was."""
    row = session.get(AttachmentRow, (case_id, sha256))
    if row is None:
        raise AttachmentNotFound(f"the case has no file {sha256[:12]}…")
    if hashlib.sha256(row.content).hexdigest() != sha256:
        raise DamagedCase(f"the kept file {sha256[:12]}… was changed from outside: its hash differs")
    return row.content
