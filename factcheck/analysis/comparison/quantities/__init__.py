"""Counts, measures and money: which claims count the same thing, and do their numbers agree?"""

from __future__ import annotations

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding
from factcheck.analysis.comparison.quantities.agreeing import agreeing, agreements
from factcheck.analysis.comparison.quantities.differing import differing
from factcheck.analysis.comparison.quantities.pairs import Book, pairs
from factcheck.analysis.comparison.quantities.people import given_names
from factcheck.analysis.comparison.quantities.stated import stated
from factcheck.analysis.comparison.quantities.sums import unequal
from factcheck.analysis.comparison.quantities.wholes import exceeded
from factcheck.values import Kind


def compare(accounts: Accounts) -> list[Finding]:
    """Sums that are wrong, wholes smaller than their parts, then differing and agreeing amounts of one thing.

    A claim takes part once.
    """
    names = given_names(accounts.claims)
    read = [stated(accounts, c, names) for c in accounts.of(Kind.QUANTITY)]
    told = [s for s in read if s.comparable]
    found = pairs(accounts, told)
    agree = agreeing(found)
    findings: list[Finding] = []
    used: set[str] = set()
    differ = differing(accounts, found, agree, Book(told))
    for finding in (*unequal(accounts, read), *exceeded(accounts, told), *differ, *agreements(agree)):
        if not used & {c.id for c in finding.claims}:
            used |= {c.id for c in finding.claims}
            findings.append(finding)
    return findings
