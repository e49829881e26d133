"""When things happened: which dates belong to one event, and can they all be right?

Claims -> pairs that may belong to one event -> times that meet, times that exclude each other -> findings.
"""

from __future__ import annotations

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.dates.excluding import apart_findings
from factcheck.analysis.comparison.dates.meeting import one_occasion, together
from factcheck.analysis.comparison.dates.misdated import misdated
from factcheck.analysis.comparison.dates.pairs import pairs_of
from factcheck.analysis.comparison.findings import Finding


def compare(accounts: Accounts) -> list[Finding]:
    """Times that exclude each other, then times that meet."""
    pairs = list(pairs_of(accounts))
    met = [p for p in pairs if p.across and p.relation is not Relation.DIFFERENT and one_occasion(p)]
    findings: list[Finding] = []
    used: set[str] = set()
    for finding in (*apart_findings(accounts, pairs, met), *misdated(accounts), *together(met)):
        ids = {c.id for c in finding.claims}
        if not used & ids:
            used |= ids
            findings.append(finding)
    return findings
