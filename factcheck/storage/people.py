"""Reviewers, and the choices that outlive a session."""

from __future__ import annotations

import getpass
import uuid
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.storage.tables import ReviewerRow, SettingRow
from factcheck.values import Reviewer

REVIEWER = "reviewer"
LAST_CASE = "last case"
SAMPLE_CASE = "sample case"


def setting(session: Session, name: str) -> str | None:
    row = session.get(SettingRow, name)
    return row.value if row else None


def set_setting(session: Session, name: str, value: str) -> None:
    session.merge(SettingRow(name=name, value=value))


def current_reviewer(session: Session) -> Reviewer | None:
    """Who decides now; None before anybody was named."""
    chosen = setting(session, REVIEWER)
    row = session.get(ReviewerRow, chosen) if chosen else None
    return Reviewer(row.id, row.name) if row else None


def choose_reviewer(session: Session, name: str) -> Reviewer:
    """The reviewer of this name decides from now on. Verdicts keep the name they were given under."""
    row = session.scalar(select(ReviewerRow).where(ReviewerRow.name == name))
    if row is None:
        row = ReviewerRow(id=str(uuid.uuid4()), name=name, made=datetime.now(UTC))
        session.add(row)
    set_setting(session, REVIEWER, row.id)
    return Reviewer(row.id, row.name)


def login_name() -> str:
    """The name the person logged in under, for a reviewer who has not given one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or a system without users
        return "Reviewer"
