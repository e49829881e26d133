"""Questions with two answers ("44 percent approve and 43 percent disapprove"): what polls found for and against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.wording import sentence
from factcheck.shipped import lexicon
from factcheck.values import Kind, Status

FAR = 110
"""Characters from the share that is for it to the share that is against."""
BEHIND = 60
"""Characters behind the second share in which its side is told."""
BEFORE = 220
"""Characters before the sentence in which the question may be told."""
SHARED = 2
"""Words two splits of one question have in common at least."""
LEAST = 3
"""A share below this is a remainder."""
CONFIDENCE = 0.75


@dataclass(frozen=True, slots=True)
class Split:
    """Two shares of one sentence, for and against, with the words that tell what was asked."""

    pro: Stated
    con: Stated

    @property
    def shares(self) -> tuple[Decimal, Decimal]:
        return self.pro.quantity.number or Decimal(0), self.con.quantity.number or Decimal(0)

    @property
    def words(self) -> frozenset[str]:
        """The beginnings of the longer words of the sentence and of what stands before it: what was asked."""
        sentence = self.pro.claim.sentence
        told = self.pro.text[max(0, sentence.start - BEFORE) : sentence.end].lower()
        return frozenset(w[:5] for w in re.findall(r"[a-z]{5,}", told) if w not in _asked()) - {w[:5] for w in _asked()}


def splits(accounts: Accounts, stated: Sequence[Stated]) -> Iterator[Finding]:
    """Two accounts that split one question differently, though one share is the same or both have changed sides."""
    held: dict[str, list[Split]] = defaultdict(list)
    for split in _splits(stated):
        held[split.pro.article].append(split)
    for ours, theirs in combinations(held.values(), 2):
        for a in ours:
            rivals = [b for b in theirs if _one_question(a, b)]
            known = any(a.shares == b.shares for b in theirs)
            if len(rivals) == 1 and not known and not any(rivals[0].shares == x.shares for x in ours):
                yield _finding(accounts, a, rivals[0])


def _splits(stated: Sequence[Stated]) -> Iterator[Split]:
    shares = sorted((s for s in stated if s.quantity.unit == "percentage"), key=lambda s: (s.article, s.claim.span))
    for a, b in pairwise(shares):
        if a.article != b.article or a.claim.sentence != b.claim.sentence or min(map(_number, (a, b))) < LEAST:
            continue
        between = a.text[a.claim.span.end : b.claim.span.start]
        behind = b.text[b.claim.span.end : min(b.claim.span.end + BEHIND, b.claim.sentence.end)]
        if len(between) > FAR or _number(a) + _number(b) > 100:
            continue
        first, second = _side(between), _side(behind)
        if (first, second) == ("pro", "con"):
            yield Split(a, b)
        elif (first, second) == ("con", "pro"):
            yield Split(b, a)


def _side(words: str) -> str:
    """ "pro", "con" or "" for the words behind a share: what is negated or against comes first."""
    table = lexicon("polls")
    if re.search(_any(table["con"]), words, re.I):
        return "con"
    return "pro" if re.search(_any(table["pro"]), words, re.I) else ""


def _any(patterns: Sequence[str]) -> str:
    return rf"\b(?:{'|'.join(patterns)})\b"


@cache
def _asked() -> frozenset[str]:
    """Words every poll is told with."""
    return frozenset(lexicon("polls")["common"])


def _one_question(a: Split, b: Split) -> bool:
    """One share is the same, or the two have changed places."""
    (p, q), (r, s) = a.shares, b.shares
    if (p, q) == (r, s):
        return False
    swapped = (p, q) == (s, r)
    return swapped or ((p == r) != (q == s) and len(a.words & b.words) >= SHARED)


def _number(s: Stated) -> Decimal:
    return s.quantity.number or Decimal(0)


def _finding(accounts: Accounts, a: Split, b: Split) -> Finding:
    told = [f"{x.shares[0]:f} percent for and {x.shares[1]:f} percent against" for x in (a, b)]
    sources = [accounts.sources([x.pro.claim]) for x in (a, b)]
    return Finding(
        Kind.QUANTITY,
        "How did the answers split?",
        Status.CONFLICT,
        tuple(Said(t, (x.pro.claim, x.con.claim)) for t, x in zip(told, (a, b), strict=True)),
        "quantity-split-of-answers",
        sentence(f"{told[0]} ({sources[0]}) against {told[1]} ({sources[1]})."),
        CONFIDENCE,
    )
