"""Reviewers, and the choices that outlive a session."""

from __future__ import annotations

import getpass
import platform
import uuid
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.storage.database import is_shared
from factcheck.storage.tables import ReviewerRow, SettingRow
from factcheck.values import Reviewer

REVIEWER = "reviewer"
LAST_CASE = "last case"
SAMPLE_CASE = "sample case"

PERSONAL = frozenset({REVIEWER, LAST_CASE})
"""In a store that people share, each has a choice of his own on each of his machines."""


def setting(session: Session, name: str) -> str | None:
    row = session.get(SettingRow, _key(session, name))
    return row.value if row else None


def set_setting(session: Session, name: str, value: str) -> None:
    session.merge(SettingRow(name=_key(session, name), value=value))


def _key(session: Session, name: str) -> str:
    return f"{name} of {login_name()}@{platform.node()}" if name in PERSONAL and is_shared(session) else name


def current_reviewer(session: Session) -> Reviewer | None:
    """Who decides now; None before anybody was named."""
    chosen = setting(session, REVIEWER)
    row = session.get(ReviewerRow, chosen) if chosen else None
    return Reviewer(row.id, row.name) if row else None


def choose_reviewer(session: Session, name: str) -> Reviewer:
    """The reviewer of this name decides from now on. Verdicts keep the name they were given under."""
    reviewer = named(session, name)
    set_setting(session, REVIEWER, reviewer.id)
    return reviewer


def named(session: Session, name: str) -> Reviewer:
    """The reviewer of this name; a new one when there is none."""
    row = session.scalar(select(ReviewerRow).where(ReviewerRow.name == name))
    if row is None:
        row = ReviewerRow(id=str(uuid.uuid4()), name=name, made=datetime.now(UTC))
        session.add(row)
    return Reviewer(row.id, row.name)


def all_of_them(session: Session) -> tuple[Reviewer, ...]:
    """By name."""
    found = (Reviewer(row.id, row.name) for row in session.scalars(select(ReviewerRow)))
    return tuple(sorted(found, key=lambda reviewer: (reviewer.name.casefold(), reviewer.id)))


def login_name() -> str:
    """The name the person logged in under, for a reviewer who has not given one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or a system without users
        return "Reviewer"
