"""Counts, measures and money: which claims count the same thing, and do their numbers agree?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.analysis.comparison.accounts import Accounts, connected
from factcheck.analysis.comparison.amounts import Relation, ratio, relate
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import can_only_grow, events_of, likeness, people, same_word
from factcheck.values import Claim, Kind, Modifier, Quantity, Status

AGREE = 0.45
"""Likeness from which equal amounts are taken to answer one question."""
DIFFER = 0.62
"""Likeness from which different amounts are."""
CLOSEST = 0.45
"""The smaller over the larger amount. Numbers further apart are rarely the same quantity: on annotated news the
ratio tells conflicts from other questions better than any similarity of words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quantities that may answer one question."""

    a: Claim
    b: Claim
    relation: Relation
    score: float

    @property
    def across(self) -> bool:
        return self.a.article != self.b.article


def compare(accounts: Accounts) -> list[Finding]:
    """Totals smaller than their parts, then differing and agreeing amounts of one thing."""
    claims = [c for c in accounts.of(Kind.QUANTITY) if amount(c).unit not in {None, "rank"}]
    pairs = [_pair(accounts, a, b) for a, b in _candidates(claims)]
    findings = list(_totals(accounts, claims))
    used = {c.id for f in findings for c in f.claims}
    agreeing = [p for p in pairs if p.relation is not Relation.DIFFERENT and p.score >= AGREE]
    for finding in (*_differing(accounts, pairs, agreeing), *_agreeing(agreeing)):
        if not used & {c.id for c in finding.claims}:
            used |= {c.id for c in finding.claims}
            findings.append(finding)
    return findings


def amount(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of one unit or counted noun, found by an index, in the order of the text."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for key in _keys(claim):
            index[key].append(number)
    for i, j in sorted({pair for held in index.values() for pair in combinations(held, 2)}):
        yield claims[i], claims[j]


def _keys(claim: Claim) -> set[str]:
    q = amount(claim)
    keys = {q.unit or "", q.noun or ""} - {""}
    if q.noun in people() or q.unit in people():
        keys.add("(people)")
    return keys


def _pair(accounts: Accounts, a: Claim, b: Claim) -> Pair:
    relation = relate(amount(a), amount(b))
    return Pair(a, b, relation, _same_thing(a, b) * likeness(accounts, a, b).score)


def _same_thing(a: Claim, b: Claim) -> float:
    """Whether the counted things are one: 1, or less where only their kind is."""
    p, q = amount(a), amount(b)
    if p.change != q.change or a.frame.part_of != b.frame.part_of:
        return 0.5
    if _foreign(a, b):
        return 0.0
    if p.noun and q.noun and not same_word(p.noun, q.noun):
        return 0.8 if {p.noun, q.noun} <= people() else 0.6
    return 1.0


def _foreign(a: Claim, b: Claim) -> bool:
    """Both are narrowed, by words that have nothing in common: "Russian cosmonauts", "American cosmonauts"."""
    ours, theirs = set(a.frame.modifiers), set(b.frame.modifiers)
    return bool(ours and theirs) and not ours & theirs


# --- a whole smaller than its part ------------------------------------------------------------------

HOLDS = {"have", "hold", "carry", "contain", "house", "host", "include", "comprise", "consist", "be"}


def _totals(accounts: Accounts, claims: Sequence[Claim]) -> Iterator[Finding]:
    """ "The station has two cosmonauts", while three cosmonauts do something: the whole is smaller than its part.

    Holds only for nouns that several sentences of the case speak of, and where no modifier sets the two apart.
    """
    for total in claims:
        if not _is_total(total):
            continue
        parts = [c for c in claims if _part_of_total(c, total)]
        if len({(c.article, c.sentence) for c in parts}) < 2 or len({amount(c).number for c in parts}) != 1:
            continue
        if len({c.article for c in (*parts, total)}) < 2:
            continue
        yield _total_finding(accounts, total, parts)


def _is_total(claim: Claim) -> bool:
    """What something holds now, stated outright: "currently has two Russian cosmonauts"."""
    q, f = amount(claim), claim.frame
    exact = q.modifier is Modifier.EXACT and q.number is not None and q.number == q.number.to_integral_value()
    holds = f.event in HOLDS and f.theme == q.noun and bool(f.agent) and not f.hypothetical and not f.negated
    return exact and holds and q.noun in f.words


def _part_of_total(claim: Claim, total: Claim) -> bool:
    p, q = amount(claim), amount(total)
    if p.noun is None or p.noun != q.noun or p.modifier is not Modifier.EXACT or p.number is None or q.number is None:
        return False
    larger_and_close = q.number < p.number <= 3 * q.number
    return larger_and_close and not claim.frame.hypothetical and not _foreign_names(claim, total)


def _foreign_names(a: Claim, b: Claim) -> bool:
    """Both are narrowed by adjectives (possessives aside) that have nothing in common."""
    owners = {"its", "his", "her", "their", "our", "my", "your"}
    ours, theirs = set(a.frame.modifiers) - owners, set(b.frame.modifiers) - owners
    return bool(ours and theirs) and not ours & theirs


def _total_finding(accounts: Accounts, total: Claim, parts: Sequence[Claim]) -> Finding:
    part, whole = _stated(parts[0]), _stated(total)
    noun = plural(amount(total).noun or "")
    reason = (
        f"{part} ({accounts.sources(parts)}) against {whole} ({accounts.sources([total])}): "
        f"the whole would be smaller than its part."
    )
    answers = (Said(part, tuple(parts)), Said(whole, (total,)))
    return Finding(
        Kind.QUANTITY,
        f"How many {noun}?",
        Status.CONFLICT,
        answers,
        "quantity-part-exceeds-whole",
        _sentence(reason),
        0.8,
    )


# --- different amounts of one thing -----------------------------------------------------------------


def _differing(accounts: Accounts, pairs: Sequence[Pair], agreeing: Sequence[Pair]) -> Iterator[Finding]:
    """Mutual best matches that differ, and whose amounts have no counterpart of their own on the other side."""
    matched = _counterparts(pairs)
    best: dict[tuple[str, str], float] = defaultdict(float)
    rivals = [p for p in pairs if p.across]
    for p in rivals:
        for mine, other in ((p.a, p.b), (p.b, p.a)):
            key = (mine.id, other.article)
            best[key] = max(best[key], p.score)
    for p in sorted(rivals, key=lambda p: -p.score):
        if p.relation is not Relation.DIFFERENT or p.score < DIFFER or ratio(amount(p.a), amount(p.b)) < CLOSEST:
            continue
        if p.score < best[p.a.id, p.b.article] or p.score < best[p.b.id, p.a.article]:
            continue
        if (p.a.id, p.b.article) in matched or (p.b.id, p.a.article) in matched:
            continue
        yield _difference(accounts, p, agreeing)


def _counterparts(pairs: Sequence[Pair]) -> set[tuple[str, str]]:
    """(claim, article) where the article states the same amount of the same thing somewhere."""
    met = set()
    for p in pairs:
        if p.across and p.relation is not Relation.DIFFERENT:
            met |= {(p.a.id, p.b.article), (p.b.id, p.a.article)}
    return met


def _difference(accounts: Accounts, pair: Pair, agreeing: Sequence[Pair]) -> Finding:
    """The pair with every claim that agrees with the one or the other."""
    left, right = [pair.a], [pair.b]
    for p in agreeing:
        for side, other in ((left, right), (right, left)):
            for mine, new in ((p.a, p.b), (p.b, p.a)):
                if mine is side[0] and new not in side and new not in other:
                    side.append(new)
    growing = can_only_grow(pair.a.frame) or can_only_grow(pair.b.frame)
    status = Status.UPDATE if growing and _later_is_larger(accounts, pair) else Status.CONFLICT
    ours, theirs = _stated(pair.a), _stated(pair.b)
    reason = f"{ours} ({accounts.sources(left)}) against {theirs} ({accounts.sources(right)})"
    if status is Status.UPDATE:
        reason += ": the later account has the larger number"
    answers = (Said(ours, tuple(left)), Said(theirs, tuple(right)))
    rule = "quantity-later-count" if status is Status.UPDATE else "quantity-differs"
    return Finding(Kind.QUANTITY, _question(pair.a), status, answers, rule, _sentence(reason + "."), 0.6)


def _later_is_larger(accounts: Accounts, pair: Pair) -> bool:
    first, second = accounts.published(pair.a), accounts.published(pair.b)
    x, y = amount(pair.a).number, amount(pair.b).number
    if first is None or second is None or first == second or x is None or y is None:
        return False
    return (first < second) == (x < y)


def _agreeing(agreeing: Sequence[Pair]) -> Iterator[Finding]:
    claims = {c.id: c for p in agreeing for c in (p.a, p.b)}
    order = list(claims)
    for ids in connected((p.a.id, p.b.id) for p in agreeing if p.across):
        held = tuple(claims[i] for i in sorted(ids, key=order.index))
        numbers = {amount(c).number for c in held}
        status = Status.AGREEMENT if len(numbers) == 1 and None not in numbers else Status.COMPATIBLE
        yield Finding(Kind.QUANTITY, _question(held[0]), status, (Said(_stated(held[0]), held),))


# --- words ------------------------------------------------------------------------------------------


def _stated(claim: Claim) -> str:
    """The amount in the article's words: "two Russian cosmonauts"."""
    return " ".join(claim.text.split())


def _question(claim: Claim) -> str:
    q = amount(claim)
    if q.noun and not events_of(claim.frame):
        return f"How many {plural(q.noun)}?"
    if q.noun:
        return (
            f"How many {plural(q.noun)} ({claim.frame.event})?" if claim.frame.event else f"How many {plural(q.noun)}?"
        )
    return f"How much: {claim.frame.theme or claim.frame.agent or claim.frame.event}, in {plural(q.unit or '')}?"


IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "percentage": "percent"}


def plural(noun: str) -> str:
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in {*"aeiou"}:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
