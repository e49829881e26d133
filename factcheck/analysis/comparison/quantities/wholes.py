"""A whole that is smaller than its part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.wording import PRONOUNS, plural, sentence, told
from factcheck.values import Kind, Modifier, Status

HOLDS = {"have", "hold", "carry", "contain", "house", "host", "include", "comprise", "consist", "be"}
OWNERS = {"its", "his", "her", "their", "our", "my", "your"}


def exceeded(accounts: Accounts, stated: Sequence[Stated]) -> Iterator[Finding]:
    """ "The station has two cosmonauts", while three cosmonauts do something: the whole is smaller than its part.

    Holds only for nouns that several sentences of the case speak of, and where no modifier sets the two apart.
    """
    by_noun: dict[str | None, list[Stated]] = defaultdict(list)
    for s in stated:
        by_noun[s.quantity.noun].append(s)
    for total in filter(_is_total, stated):
        parts = [s for s in by_noun[total.quantity.noun] if _part_of(s, total)]
        sentences = {(s.article, s.claim.sentence) for s in parts}
        if len(sentences) < 2 or len({s.quantity.number for s in parts}) != 1:
            continue
        if len({s.article for s in (*parts, total)}) > 1:
            yield _finding(accounts, total, parts)


def _is_total(s: Stated) -> bool:
    """What something holds now, stated outright: "currently has two Russian cosmonauts"."""
    q, f = s.quantity, s.claim.frame
    exact = q.modifier is Modifier.EXACT and q.number is not None and q.number == q.number.to_integral_value()
    told_of_something = bool(f.agent) and f.agent not in PRONOUNS
    holds = f.event in HOLDS and f.theme == q.noun and told_of_something and not f.hypothetical and not f.negated
    return exact and holds and q.noun in f.words


def _part_of(s: Stated, total: Stated) -> bool:
    p, q = s.quantity, total.quantity
    if p.noun is None or p.modifier is not Modifier.EXACT or p.number is None or q.number is None:
        return False
    larger_and_close = q.number < p.number <= 3 * q.number
    also_whole = s.claim.frame.event in HOLDS and s.claim.frame.theme == p.noun  # "it was carrying 212 passengers"
    return larger_and_close and not also_whole and not s.claim.frame.hypothetical and not _foreign(s, total)


def _foreign(a: Stated, b: Stated) -> bool:
    """Both are narrowed by adjectives (possessives aside) that have nothing in common."""
    ours, theirs = set(a.claim.frame.modifiers) - OWNERS, set(b.claim.frame.modifiers) - OWNERS
    return bool(ours and theirs) and not ours & theirs


def _finding(accounts: Accounts, total: Stated, parts: Sequence[Stated]) -> Finding:
    part, whole = told(parts[0]), told(total)
    claims = tuple(s.claim for s in parts)
    reason = (
        f"{part} ({accounts.sources(claims)}) against {whole} ({accounts.sources([total.claim])}): "
        f"the whole would be smaller than its part."
    )
    return Finding(
        Kind.QUANTITY,
        f"How many {plural(total.quantity.noun or '')}?",
        Status.CONFLICT,
        (Said(part, claims), Said(whole, (total.claim,))),
        "quantity-part-exceeds-whole",
        sentence(reason),
        0.8,
    )
