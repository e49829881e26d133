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
"""Likeness from which different amounts are, whatever else the accounts count."""
CLOSEST = 0.45
"""The smaller over the larger amount. Numbers further apart are rarely the same quantity: on annotated news the
ratio tells conflicts from other questions better than any similarity of words."""
LONE_CLOSEST = 0.6
LONE_DIFFER = 0.55
"""When each account has one such amount left over, that is a signal of its own: their ratio must then reach the first,
and likeness + 0.3 + 0.3 * ratio the second."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quantities that may answer one question."""

    a: Claim
    b: Claim
    relation: Relation
    thing: float  # how far the counted things are one
    score: float  # that, times the likeness of their frames

    @property
    def ratio(self) -> float:
        return ratio(amount(self.a), amount(self.b))

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
    thing = _same_thing(a, b)
    return Pair(a, b, relation, thing, thing * likeness(accounts, a, b).score)


def _same_thing(a: Claim, b: Claim) -> float:
    """Whether the counted things are one: 1, or less where only their kind is."""
    p, q = amount(a), amount(b)
    if p.change != q.change or a.frame.part_of != b.frame.part_of:
        return 0.5
    if _foreign(a, b):
        return 0.0
    if set(a.frame.modifiers) ^ set(b.frame.modifiers) and a.frame.modifiers and b.frame.modifiers:
        return 0.6
    if p.noun and q.noun and not same_word(p.noun, q.noun):
        return 0.8 if {p.noun, q.noun} <= people() else 0.6
    return 1.0


def _foreign(a: Claim, b: Claim) -> bool:
    """Both are narrowed, by words that have nothing in common: "Russian cosmonauts", "American cosmonauts"."""
    ours, theirs = set(a.frame.modifiers), set(b.frame.modifiers)
    return bool(ours and theirs) and not ours & theirs


# --- a whole smaller than its part ------------------------------------------------------------------

PRONOUNS = {"i", "you", "he", "she", "it", "we", "they", "who", "that", "which", "there"}
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
    told_of_something = bool(f.agent) and f.agent not in PRONOUNS
    holds = f.event in HOLDS and f.theme == q.noun and told_of_something and not f.hypothetical and not f.negated
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
    """Amounts that differ where the accounts answer one question; one finding a question."""
    rivals = list(_rivals(pairs))
    chosen = [p for p in rivals if _described_alike(p) or _best_match(p, rivals) or _left_over(p, rivals)]
    claims = {c.id: c for p in chosen for c in (p.a, p.b)}
    likely = {c: max(p.score for p in chosen if c in (p.a.id, p.b.id)) for c in claims}
    for ids in connected((p.a.id, p.b.id) for p in chosen):
        held = sorted((claims[i] for i in ids), key=lambda c: -likely[c.id])
        named = any(_described_alike(p) for p in chosen if p.a.id in ids)
        yield _difference(accounts, held, agreeing, named=named)


def _rivals(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs across accounts that differ, while neither amount has its own counterpart in the other account."""
    matched = set()
    for p in pairs:
        if p.across and p.relation is not Relation.DIFFERENT:
            matched |= {(p.a.id, p.b.article), (p.b.id, p.a.article)}
    for p in pairs:
        met = (p.a.id, p.b.article) in matched or (p.b.id, p.a.article) in matched
        if p.across and p.relation is Relation.DIFFERENT and p.thing and not met:
            yield p


def _described_alike(p: Pair) -> bool:
    """A measure of one described thing: "the 48-page indictment", "the 47-page indictment"."""
    f, g = p.a.frame, p.b.frame
    return bool(f.holder) and same_word(f.holder, g.holder) and f.head == g.head and not _age(p.a)


def _best_match(p: Pair, rivals: Sequence[Pair]) -> bool:
    """Each amount is the likeliest of its account to answer the other's question."""
    if p.score < DIFFER or p.ratio < CLOSEST:
        return False
    return all(p.score >= r.score for r in rivals if r.ratio >= CLOSEST and _shares_side(p, r))


def _left_over(p: Pair, rivals: Sequence[Pair]) -> bool:
    """Neither account has another such amount: "11 shots" and "seven shots" are then one question."""
    if p.ratio < LONE_CLOSEST or p.score + 0.3 + 0.3 * p.ratio < LONE_DIFFER or _age(p.a) or _age(p.b):
        return False
    others = {amount(c).number for r in rivals if _shares_side(p, r) for c in (r.a, r.b)}
    return others == {amount(p.a).number, amount(p.b).number}


def _shares_side(p: Pair, r: Pair) -> bool:
    """Whether two pairs match one claim against claims of one article."""
    articles = {p.a.article, p.b.article} == {r.a.article, r.b.article}
    return articles and bool({p.a.id, p.b.id} & {r.a.id, r.b.id})


def _age(claim: Claim) -> bool:
    """An age or a "three-time champion" describes one person; who that is the frames do not tell."""
    return amount(claim).unit in {"year", "time"} and claim.frame.event not in {"shoot", "hit", "stab"}


def _difference(accounts: Accounts, held: Sequence[Claim], agreeing: Sequence[Pair], *, named: bool) -> Finding:
    """The claims that differ, with every claim that agrees with one of them, by what they say."""
    ids = {c.id for c in held}
    with_them = [c for p in agreeing if {p.a.id, p.b.id} & ids for c in (p.a, p.b)]
    sides: list[list[Claim]] = []
    for claim in {c.id: c for c in (*held, *with_them)}.values():
        for side in sides:
            if relate(amount(side[0]), amount(claim)) is not Relation.DIFFERENT:
                side.append(claim)
                break
        else:
            sides.append([claim])
    update = any(can_only_grow(c.frame) for c in held) and _later_is_larger(accounts, sides[0][0], sides[1][0])
    said = [f"{_stated(side[0])} ({accounts.sources(side)})" for side in sides]
    reason = " against ".join(said) + (": the later account has the larger number." if update else ".")
    rule = "quantity-later-count" if update else "quantity-of-one-thing" if named else "quantity-differs"
    answers = tuple(Said(_stated(side[0]), tuple(side)) for side in sides)
    status = Status.UPDATE if update else Status.CONFLICT
    confidence = 0.8 if named else 0.6
    return Finding(Kind.QUANTITY, _question(held[0]), status, answers, rule, _sentence(reason), confidence)


def _later_is_larger(accounts: Accounts, a: Claim, b: Claim) -> bool:
    first, second = accounts.published(a), accounts.published(b)
    x, y = amount(a).number, amount(b).number
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
