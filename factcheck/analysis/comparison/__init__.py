"""Claims of many articles -> groups that answer one question -> conflicts. One file a kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.analysis.comparison import dates, names, quantities, quotations, statements
from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.values import Answer, Article, Claim, Conflict, Group, Kind, Status

COMPARERS: tuple[Callable[[Accounts], list[Finding]], ...] = (
    quantities.compare,
    quotations.compare,
    dates.compare,
    names.compare,
    statements.compare,
)
"""A new kind of claim joins here; each comparer sees all claims and answers for its own kind."""
ALONE = {Kind.NAME, Kind.STATEMENT}
"""Of no interest where no other claim meets them."""


def compare(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[tuple[Group, ...], tuple[Conflict, ...]]:
    """Group the claims by the question they answer, and say which groups cannot all be true.

    Groups stand in the order of their first claim; every claim that shares its question with no other forms a
    group of its own (status single), save names and statements: what is said once is no question.
    """
    accounts = Accounts(tuple(articles), tuple(claims))
    findings = [f for comparer in COMPARERS for f in comparer(accounts)]
    grouped = {c.id for f in findings for c in f.claims}
    findings += [single(c) for c in claims if c.id not in grouped and c.kind not in ALONE]
    place = {a.id: n for n, a in enumerate(articles)}
    findings.sort(key=lambda f: min((place[c.article], c.span) for c in f.claims))
    groups: list[Group] = []
    conflicts: list[Conflict] = []
    for number, finding in enumerate(findings, 1):
        groups.append(_group(finding, f"g{number}"))
        if finding.status in {Status.CONFLICT, Status.UPDATE}:
            conflicts.append(_conflict(finding, f"g{number}", f"c{len(conflicts) + 1}"))
    return tuple(groups), tuple(conflicts)


def single(claim: Claim) -> Finding:
    return Finding(claim.kind, claim.subject or claim.text, Status.SINGLE, (Said(claim.text, (claim,)),))


def _group(finding: Finding, id: str) -> Group:
    return Group(id, finding.question, finding.kind, finding.status, tuple(c.id for c in finding.claims))


def _conflict(finding: Finding, group: str, id: str) -> Conflict:
    return Conflict(
        id=id,
        group=group,
        kind=finding.kind,
        status=finding.status,
        within=_contradicts_itself(finding),
        claims=tuple(c.id for c in finding.claims),
        answers=tuple(Answer(a.text, tuple(c.id for c in a.claims)) for a in finding.answers),
        rule=finding.rule,
        reason=finding.reason,
        confidence=finding.confidence,
    )


def _contradicts_itself(finding: Finding) -> bool:
    """Whether one article gives two of the answers."""
    told = [article for answer in finding.answers for article in {c.article for c in answer.claims}]
    return len(told) != len(set(told))
