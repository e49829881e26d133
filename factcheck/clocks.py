"""Clocks that run ahead. The order of acts stays right: what is done after one is dated after it (storage/acts.py)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from factcheck.standing import in_order
from factcheck.values import Act

TOLERATED = timedelta(minutes=5)
"""Clocks that nobody sets by a server are wrong by as much."""

INSTANT = timedelta(microseconds=1)
"""So far after the one before stands what its own clock would have put before it, and each further act of a stroke."""


def ahead(acts: Iterable[Act], now: datetime) -> tuple[Act, ...]:
    """The last act of each person whose clock was more than `TOLERATED` ahead of `now`, the earliest first.

    Not the acts of others that were only put after such a one.
    """
    last: dict[str, Act] = {}
    before: datetime | None = None
    for act in in_order(acts):
        if act.at > now + TOLERATED and (before is None or act.at - before > INSTANT):
            last[act.by.id] = act
        before = act.at
    return in_order(last.values())


def ahead_lines(acts: Iterable[Act], came: Iterable[Act]) -> tuple[str, ...]:
    """One line for each person, of those with acts among `came`, whose clock is ahead of the one of this computer."""
    of = {act.by.id for act in came}
    return tuple(
        f"{act.by.name} did something at {act.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC, which is still to come: one of "
        "the clocks is wrong. What is done in this case from now on is dated after it."
        for act in ahead(acts, datetime.now(UTC))
        if act.by.id in of
    )
