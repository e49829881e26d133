"""Conflicts that rest on arithmetic over all of their claims, not on two values that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.analysis.comparison import quantities
from factcheck.analysis.comparison.accounts import Accounts
from factcheck.values import Article, Claim

RECKONED = quantities.ALONE | {"quantity-split-of-answers", "quantity-all-or-some", "quantity-names-listed"}


def does_not_come_out(rule: str, claims: Iterable[Claim], articles: Sequence[Article]) -> bool:
    """Whether the rule, asked about these claims alone, still raises its conflict."""
    held = sorted(claims, key=lambda c: (c.article, c.span))
    return any(finding.rule == rule for finding in quantities.compare(Accounts(tuple(articles), tuple(held))))
