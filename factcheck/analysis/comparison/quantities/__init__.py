"""Counts, measures and money: which claims count the same thing, and do their numbers agree?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.quantities.agreeing import agreeing, agreements
from factcheck.analysis.comparison.quantities.differing import differing
from factcheck.analysis.comparison.quantities.fractions import partial
from factcheck.analysis.comparison.quantities.listed import miscounted
from factcheck.analysis.comparison.quantities.pairs import Book, pairs
from factcheck.analysis.comparison.quantities.people import given_names
from factcheck.analysis.comparison.quantities.polls import splits
from factcheck.analysis.comparison.quantities.roles import borne
from factcheck.analysis.comparison.quantities.stated import Stated, inherited, stated
from factcheck.analysis.comparison.quantities.sums import unequal
from factcheck.analysis.comparison.quantities.wholes import exceeded
from factcheck.values import Kind

ALONE = {"quantity-sum-of-parts", "quantity-difference-of-two", "quantity-part-exceeds-whole"}
"""What needs every one of its claims."""


def compare(accounts: Accounts) -> list[Finding]:
    """What contradicts itself by arithmetic, then differing and agreeing amounts of one thing.

    A claim takes part once.
    """
    names = given_names(accounts.claims)
    read = borne(inherited([stated(accounts, c, names) for c in accounts.of(Kind.QUANTITY)]))
    told = [s for s in read if s.comparable]
    found = pairs(accounts, told)
    agree = agreeing(found)
    differ = differing(accounts, found, agree, Book(told))
    findings: list[Finding] = []
    used: set[str] = set()
    for finding in (*_reckoned(accounts, read, told), *differ, *agreements(agree)):
        left = _without(finding, used)
        if left is not None:
            used |= {c.id for c in left.claims}
            findings.append(left)
    return findings


def _reckoned(accounts: Accounts, read: Sequence[Stated], told: Sequence[Stated]) -> Iterator[Finding]:
    """What counting tells: wrong sums, wholes smaller than their parts, split answers, all against some, lists."""
    yield from unequal(accounts, read)
    yield from exceeded(accounts, told)
    yield from splits(accounts, told)
    yield from partial(accounts, read)
    yield from miscounted(accounts, told)


def _without(finding: Finding, used: set[str]) -> Finding | None:
    """A finding without the claims that took part already; None when too little is left of it."""
    if not used & {c.id for c in finding.claims}:
        return finding
    if finding.rule in ALONE:
        return None
    answers = [Said(a.text, tuple(c for c in a.claims if c.id not in used)) for a in finding.answers]
    left = tuple(a for a in answers if a.claims)
    if len(left) < min(2, len(finding.answers)) or len({c.article for a in left for c in a.claims}) < 2:
        return None
    return replace(finding, answers=left)
