"""Statements that deny each other on shared arguments: what is there and is not, and opposite resolves.

Opposite words alone are no sign: of 45 pairs of antonyms with a shared object and 40 pairs of verbs with and without
"not" that were read in news, nearly all had another subject or time. So only two narrow forms are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from factcheck.analysis.comparison.accounts import Accounts, connected
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import same_word
from factcheck.analysis.statements import EXISTS, RESOLVED, actions
from factcheck.shipped import lexicon
from factcheck.values import Claim, Kind, Statement, Status

Pair = tuple[Claim, Claim]

CONFIDENCE = 0.7
"""Both forms were right wherever they were raised in news, but they are rare: four cases."""

SLIGHT = frozenset({"be", "have", "do", "make", "other", "more", "such", "new", "many", "much", "further"})
"""Describe nothing."""


def compare(accounts: Accounts) -> list[Finding]:
    """One finding for all claims that are joined by a denial."""
    claims = accounts.of(Kind.STATEMENT)
    there = [c for c in claims if _statement(c).modality == EXISTS]
    bound = [c for c in claims if _statement(c).modality == RESOLVED]
    about_one = [p for p in _neighbours(there, lambda s: [s.predicate]) if _matters(p[0]) & _matters(p[1])]
    denied = [p for p in about_one if is_and_is_not(*p)]
    opposed = [p for p in _neighbours(bound, lambda s: list(_leanings(s))) if opposite_resolves(*p)]
    findings = [_denial(accounts, held) for held in _joined(denied)]
    findings += [_opposition(accounts, held) for held in _joined(opposed)]
    used = {c.id for f in findings for c in f.claims}
    agreed = [p for p in about_one if p[0].article != p[1].article and not used & {p[0].id, p[1].id}]
    return findings + [_agreement(held) for held in _joined(agreed)]


def _statement(claim: Claim) -> Statement:
    assert isinstance(claim.value, Statement)
    return claim.value


def _neighbours(claims: Sequence[Claim], keys: Callable[[Statement], list[str]]) -> Iterator[Pair]:
    """Pairs of two sentences that share a key, found by an index, in the order of the text."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for key in keys(_statement(claim)):
            index[key].append(number)
    for i, j in sorted({pair for held in index.values() for pair in combinations(held, 2)}):
        if (claims[i].article, claims[i].sentence) != (claims[j].article, claims[j].sentence):
            yield claims[i], claims[j]


def _joined(pairs: Sequence[Pair]) -> Iterator[list[Claim]]:
    claims = {c.id: c for pair in pairs for c in pair}
    for ids in connected((a.id, b.id) for a, b in pairs):
        yield [c for id, c in claims.items() if id in set(ids)]


# --- there is, there is not -------------------------------------------------------------------------


def is_and_is_not(a: Claim, b: Claim) -> bool:
    """ "found no evidence of fraud" against "evidence of widespread fraud": the noun and what describes it are one."""
    return _statement(a).polarity != _statement(b).polarity and bool(_matters(a) & _matters(b))


def _matters(claim: Claim) -> frozenset[str]:
    """What describes the noun, names apart; words of one matter count as one: "criminality", "broke the law"."""
    told = frozenset(_statement(claim).arguments) - SLIGHT
    return told | {matter[0] for matter in lexicon("antonyms")["matters"]["words"] if told & set(matter)}


def _denial(accounts: Accounts, held: Sequence[Claim]) -> Finding:
    is_there = [c for c in held if _statement(c).polarity]
    is_not = [c for c in held if not _statement(c).polarity]
    question = _question(_statement(held[0]), _matters(is_there[0]) & _matters(is_not[0]))
    return told_apart(accounts, question, (is_there, is_not), "statement-is-and-is-not", Status.CONFLICT)


def _agreement(held: Sequence[Claim]) -> Finding:
    said = Said(" ".join(held[0].text.split()), tuple(held))
    return Finding(Kind.STATEMENT, f"“{said.text}”?", Status.AGREEMENT, (said,))


def _question(statement: Statement, shared: frozenset[str]) -> str:
    """ "Is there evidence (fraud)?", "Did Gray have a weapon?"."""
    matter = min(shared, default="")
    if any(f["name"] == statement.predicate and f["by"] == "holder" for f in lexicon("antonyms")["found"]):
        return f"Did {matter.title()} have a {statement.predicate}?"
    return f"Is there {statement.predicate} ({matter})?" if matter else f"Is there {statement.predicate}?"


# --- opposite resolves ------------------------------------------------------------------------------


def opposite_resolves(a: Claim, b: Claim) -> bool:
    """ "the decision to withdraw" against "pledged to continue the partnership", told of one undertaking."""
    ours, theirs = _leanings(_statement(a)), _leanings(_statement(b))
    opposite = any(theirs.get(pair, side) != side for pair, side in ours.items())
    return opposite and a.article != b.article and not _other_actors(a, b) and _one_undertaking(a, b)


def _leanings(statement: Statement) -> dict[str, bool]:
    """For each pair of opposites the side a resolve is on; who refuses to leave is on the side of staying."""
    return {pair: side == statement.polarity for pair, side in actions()[statement.predicate].items()}


def _one_undertaking(a: Claim, b: Claim) -> bool:
    """The object of one act is spoken of in the other's sentence: "partnership", "its international partners"."""
    told = [(argument, word) for argument in _statement(a).arguments for word in b.frame.words]
    told += [(argument, word) for argument in _statement(b).arguments for word in a.frame.words]
    return any(same_word(argument, word) for argument, word in told)


def _other_actors(a: Claim, b: Claim) -> bool:
    """Both sentences name somebody, and nobody is named in both."""
    ours, theirs = {*a.frame.names, *a.frame.places}, {*b.frame.names, *b.frame.places}
    return bool(ours and theirs) and not ours & theirs


def _opposition(accounts: Accounts, held: Sequence[Claim]) -> Finding:
    first = _leanings(_statement(held[0]))
    against = [c for c in held if any(first.get(pair, side) != side for pair, side in _leanings(_statement(c)).items())]
    with_first = [c for c in held if c not in against]
    dates = {accounts.published(c) for c in held}
    status = Status.CONFLICT if len(dates) == 1 or None in dates else Status.UPDATE
    question = f"Which was resolved, to {_statement(with_first[0]).predicate} or to {_statement(against[0]).predicate}?"
    return told_apart(accounts, question, (with_first, against), "statement-opposite-resolves", status)


def told_apart(
    accounts: Accounts, question: str, sides: tuple[list[Claim], list[Claim]], rule: str, status: Status
) -> Finding:
    most_told_first = sorted(sides, key=len, reverse=True)
    answers = tuple(Said(" ".join(side[0].text.split()), tuple(side)) for side in most_told_first)
    reason = " against ".join(f"“{a.text}” ({accounts.sources(a.claims)})" for a in answers) + "."
    return Finding(Kind.STATEMENT, question, status, answers, rule, reason, CONFIDENCE)
