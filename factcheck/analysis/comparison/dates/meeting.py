"""Times that can both be right, told of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.analysis.comparison.accounts import connected
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.dates.pairs import Pair, in_full, time_of
from factcheck.analysis.comparison.dates.wording import question, told
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import same_word
from factcheck.analysis.comparison.moments import moment
from factcheck.values import Claim, Kind, Status, TimexType

TOGETHER = 0.28
"""Likeness from which dates that can both be right are taken to belong to one event."""
TELLING = 0.12
"""The same for a date few events share (a year, a day of the month, a clock time): words near them in common."""


def one_occasion(p: Pair) -> bool:
    """Whether two times that can both be right belong to one event."""
    if p.far:
        return True
    if in_full(p.a) and in_full(p.b) and p.relation is Relation.SAME:
        return True
    if _telling(p.a) and _telling(p.b) and p.relation is Relation.SAME:
        return p.like.near >= TELLING
    if _same_occasion(p) or (p.events & p.lead and not p.denied):
        return True
    return p.like.score >= TOGETHER and not p.denied


def _same_occasion(p: Pair) -> bool:
    """ "The Grand Prix on Sunday", "Sunday's Grand Prix": both days hang on one noun."""
    return any(same_word(x, y) for x in p.a.frame.occasion for y in p.b.frame.occasion)


def _telling(claim: Claim) -> bool:
    """A year, a day of the month or a clock time: few events of a case share it."""
    time = time_of(claim)
    year = time.type is TimexType.DATE and time.timex.isdecimal()
    return (
        year
        or moment(time).clock is not None
        or (time.type is TimexType.DATE and any(c.isdecimal() for c in claim.text))
    )


def together(met: Sequence[Pair]) -> Iterator[Finding]:
    """One finding for all the times that meet in one event."""
    claims = {c.id: c for p in met for c in (p.a, p.b)}
    order = list(claims)
    for ids in connected((p.a.id, p.b.id) for p in met):
        held = tuple(claims[i] for i in sorted(ids, key=order.index))
        same = len({moment(time_of(c)) for c in held}) == 1
        status = Status.AGREEMENT if same else Status.COMPATIBLE
        yield Finding(Kind.DATE, question(held[0]), status, (Said(told(held[0]), held),))
