"""How claims stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.values.claims import Claim, Kind
from factcheck.values.texts import Span


class Status(StrEnum):
    """How the claims of one group stand to each other."""

    CONFLICT = "conflict"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    AGREEMENT = "agreement"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Group:
    """Claims from all articles that answer the same question.

    `ground` is one sentence where a rule of the case says why claims that differ are no conflict.
    """

    id: str
    question: str
    kind: Kind
    status: Status
    claims: tuple[str, ...]
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers the articles give to a question: a normalised value and the claims that state it."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one group that cannot all be true (or an update), and why.

    `claims` are all that take part; `answers` splits them by what they say, most-claimed first. `within` is
    true when one article contradicts itself. `rule` is a stable name, `reason` one sentence with both values and
    sources, `confidence` 0 to 1.
    """

    id: str
    group: str
    kind: Kind
    status: Status
    within: bool
    claims: tuple[str, ...]
    answers: tuple[Answer, ...]
    rule: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd about an article, with its place; the work went on."""

    article: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in the articles of one case. Derived: it can be thrown away and made again."""

    claims: tuple[Claim, ...] = ()
    groups: tuple[Group, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = ()
