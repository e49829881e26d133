"""What an entailment model thinks of the conflicts between statements: a second opinion, never a verdict.

On annotated news such models told conflicts from other pairs hardly better than chance (area under the curve 0.60), so
the opinion moves the confidence a little and is told; it neither raises a flag nor takes one away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from factcheck.values import Analysis, Article, Claim, Conflict, Kind, Status

STEP = 0.05
"""By how much a confidence moves: half a step of the reliability table, so that no flag changes its rank for it."""


class Entails(Protocol):
    def contradict(self, premise: str, hypothesis: str) -> bool:
        """Whether the hypothesis is taken to be false where the premise is true."""


def with_opinions(articles: Sequence[Article], analysis: Analysis, model: Entails) -> Analysis:
    texts = {a.id: a.text for a in articles}
    claims = {c.id: c for c in analysis.claims}

    def sentence(claim: Claim) -> str:
        return claim.sentence.of(texts[claim.article])

    def asked(conflict: Conflict) -> Conflict:
        if conflict.kind is not Kind.STATEMENT or conflict.status is not Status.CONFLICT:
            return conflict
        one, other = (sentence(claims[answer.claims[0]]) for answer in conflict.answers[:2])
        return with_opinion(conflict, model.contradict(one, other) or model.contradict(other, one))

    return replace(analysis, conflicts=tuple(asked(c) for c in analysis.conflicts))


def with_opinion(conflict: Conflict, agrees: bool) -> Conflict:
    """The conflict a little surer or less sure, with a half-sentence that says why."""
    reason = f"{conflict.reason.removesuffix('.')}; an entailment model {'agrees' if agrees else 'disagrees'}."
    return replace(conflict, reason=reason, confidence=round(conflict.confidence + (STEP if agrees else -STEP), 2))
