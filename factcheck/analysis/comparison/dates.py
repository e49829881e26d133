"""When things happened: which dates belong to one event, and can they all be right?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from factcheck.analysis.comparison.accounts import Accounts, connected
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import likeness
from factcheck.values import Claim, Kind, Status, TimeExpression, TimexType

TOGETHER = 0.35
"""Likeness from which dates that can both be right are taken to belong to one event."""
APART = 0.72
"""Likeness from which days that exclude each other are. Dates by similarity alone are right in two of five: the event,
its people and its words must all meet."""
NEAREST = 7
"""Days two dates of one event may be apart: the further, the likelier they are two events."""
LONGEST = 62
"""Days; a longer stretch ("this year") says too little about when an event was."""


def compare(accounts: Accounts) -> list[Finding]:
    """Days that exclude each other, then dates that meet."""
    claims = [c for c in accounts.of(Kind.DATE) if _resolved(c)]
    together, apart = [], []
    for a, b in _candidates(claims):
        like = likeness(accounts, a, b)
        if _meet(a, b):
            if like.score >= TOGETHER and not like.contradicted:
                together.append((a, b))
        elif like.score >= APART and like.event and like.people and _comparable(a, b):
            apart.append((like.score, a, b))
    findings: list[Finding] = []
    used: set[str] = set()
    for finding in (*_apart(accounts, apart, together), *_together(together)):
        ids = {c.id for c in finding.claims}
        if not used & ids:
            used |= ids
            findings.append(finding)
    return findings


def _time(claim: Claim) -> TimeExpression:
    assert isinstance(claim.value, TimeExpression)
    return claim.value


def _resolved(claim: Claim) -> bool:
    time = _time(claim)
    return time.type in {TimexType.DATE, TimexType.TIME} and time.start is not None and _days(claim) is not None


def _days(claim: Claim) -> tuple[date, date] | None:
    """First and last day, both included; None for what is no stretch of days or too long a one."""
    time = _time(claim)
    try:
        first, last = date.fromisoformat(str(time.start)[:10]), date.fromisoformat(str(time.end or time.start)[:10])
    except ValueError:
        return None
    return (first, last) if (last - first).days <= LONGEST else None


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share a word near them, found by an index, in the order of the text."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for word in {*claim.frame.near, claim.frame.event, claim.frame.theme, claim.frame.agent} - {""}:
            index[word].append(number)
    for i, j in sorted({pair for held in index.values() for pair in combinations(held, 2)}):
        if claims[i].article != claims[j].article:
            yield claims[i], claims[j]


def _meet(a: Claim, b: Claim) -> bool:
    """Whether both can be right: one stretch of days holds, or touches, the other."""
    first, second = _days(a), _days(b)
    assert first is not None
    assert second is not None
    return first[0] <= second[1] and second[0] <= first[1]


def _comparable(a: Claim, b: Claim) -> bool:
    """Two single days of one week, neither said inside a quotation (where "Tuesday" is the speaker's Tuesday)."""
    first, second = _days(a), _days(b)
    assert first is not None
    assert second is not None
    single = first[0] == first[1] and second[0] == second[1]
    return single and abs((first[0] - second[0]).days) <= NEAREST and not (a.frame.quoted or b.frame.quoted)


def _apart(
    accounts: Accounts, apart: Sequence[tuple[float, Claim, Claim]], together: Sequence[tuple[Claim, Claim]]
) -> Iterator[Finding]:
    # A date that has its counterpart in the other account is no contradiction of a third.
    met = {(x.id, y.article) for a, b in together for x, y in ((a, b), (b, a))}
    for _, a, b in sorted(apart, key=lambda row: -row[0]):
        if (a.id, b.article) in met or (b.id, a.article) in met:
            continue
        ours, theirs = told(a), told(b)
        reason = f"{_cap(ours)} ({accounts.sources([a])}) against {theirs} ({accounts.sources([b])})."
        answers = (Said(ours, (a,)), Said(theirs, (b,)))
        yield Finding(Kind.DATE, _question(a), Status.CONFLICT, answers, "date-differs", reason, 0.55)


def _together(together: Sequence[tuple[Claim, Claim]]) -> Iterator[Finding]:
    claims = {c.id: c for pair in together for c in pair}
    order = list(claims)
    for ids in connected((a.id, b.id) for a, b in together):
        held = tuple(claims[i] for i in sorted(ids, key=order.index))
        same = len({_days(c) for c in held}) == 1
        status = Status.AGREEMENT if same else Status.COMPATIBLE
        yield Finding(Kind.DATE, _question(held[0]), status, (Said(told(held[0]), held),))


def told(claim: Claim) -> str:
    """The words with the day they were resolved to: "on Monday" is "Monday (2022-07-04)"."""
    time = _time(claim)
    words = " ".join(claim.text.split())
    return words if time.timex in words else f"{words} ({time.timex})"


def _question(claim: Claim) -> str:
    frame = claim.frame
    what = " ".join(w for w in (frame.agent, frame.event, frame.theme) if w)
    return f"When: {what}?" if what else f"When: {claim.text}?"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
