"""What comparing claims of one kind yields, before it is numbered."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values import Claim, Kind, Status


@dataclass(frozen=True, slots=True)
class Said:
    """One answer to a question: its words, and the claims that give it."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Claims that answer one question, and how they stand to each other.

    `rule`, `reason` and `confidence` are set for conflicts and updates only.
    """

    kind: Kind
    question: str
    status: Status
    answers: tuple[Said, ...]
    rule: str = ""
    reason: str = ""
    confidence: float = 0.0

    @property
    def claims(self) -> tuple[Claim, ...]:
        unique = {c.id: c for answer in self.answers for c in answer.claims}
        return tuple(unique.values())
