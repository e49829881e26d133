"""One thing a person did to a case, as it is kept: acts are only ever added (docs/decisions/0018-acts.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from factcheck.values.decided import Reviewer


class Sort(StrEnum):
    """What an act is about."""

    VERDICT = "verdict"
    # a person's hand on the analysis
    MARK = "mark"  # these words are a claim
    CORRECTION = "correction"  # this claim says something else than was read
    REFUSAL = "refusal"  # these words are no claim
    JOIN = "join"  # these claims answer one question
    SPLIT = "split"  # these claims answer a question of their own
    NOTE = "note"  # on a passage
    RULE = "rule"  # a class of differences that is no conflict in this case
    # people among themselves
    ASSIGNMENT = "assignment"
    SIGNATURE = "signature"  # a second reader agrees with a verdict, or does not
    COMMENT = "comment"
    # on other acts
    UNDO = "undo"
    REDO = "redo"


Content = Mapping[str, Any]
"""Plain JSON; what stands in it depends on the sort."""


@dataclass(frozen=True, slots=True)
class Change:
    """The wish for an act: new content for a thing. `content` None takes the thing away.

    `subject` is the thing, None for a new one; `before` is the act that the person saw standing there.
    """

    sort: Sort
    content: Content | None
    subject: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A change as it was made. `stroke` is common to all that were made at one stroke, and are undone together.

    `at` is an aware UTC time, later than that of every act the person could have seen. `number` counts the acts as they
    came into one store, and says nothing elsewhere.
    """

    id: str
    sort: Sort
    subject: str
    before: str | None
    stroke: str
    by: Reviewer
    at: datetime
    content: Content | None = field(hash=False)
    number: int = field(default=0, compare=False)
