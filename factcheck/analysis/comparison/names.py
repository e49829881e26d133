"""Who and where: one name that two accounts spell differently, and names that accounts share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from factcheck.analysis.comparison import identities
from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.spelling import (
    alike,
    common,
    derived,
    fold,
    house_style,
    plural,
    two_families,
    two_people,
    whole,
)
from factcheck.shipped import lexicon
from factcheck.values import Claim, Kind, Name, Status

CONFIDENCE = {"name": 0.9, "place": 0.8, "surname": 0.85, "beside": 0.8}
"""By rule. All 22 flags raised on 358 articles were right when read; fewer than ten a rule prove less than that."""
SHOWN = 3
"""Claims of one account listed for one spelling."""
LONG = 5
"""Letters from which a word beside the name, and not only another name, is enough to know it again."""
SELDOM = 2
"""Mentions in one account up to which an organisation's name is a statement, not the background of the story."""
AROUND = 60
"""Characters before and after a place or an organisation where two accounts must share a word."""
ROOT = 5
"""Letters by which words near a place are compared ("support", "supporters")."""
BESIDE = 30
"""Characters before and after a name in which the noun it stands with is looked for."""


@dataclass(frozen=True, slots=True)
class Use:
    """One word of a name where it stands.

    `left` and `right` are the words of the name beside it, folded like `word`; `told` is the three as written;
    `nouns` are the common nouns beside the whole name ("husband", "camp").
    """

    claim: Claim
    word: str
    left: str
    right: str
    told: str
    nouns: frozenset[str]

    @property
    def alone(self) -> bool:
        return not self.left and not self.right


def compare(accounts: Accounts) -> list[Finding]:
    """Names spelled in two ways, people under two names or offices, then full names that several accounts give."""
    claims = accounts.of(Kind.NAME)
    findings = [*_spellings(accounts, claims), *identities.compare(accounts)]
    used = {c.id for f in findings for c in f.claims}
    return [*findings, *_shared(accounts, claims, used)]


def name(claim: Claim) -> Name:
    assert isinstance(claim.value, Name)
    return claim.value


# --- two spellings ----------------------------------------------------------------------------------


def _spellings(accounts: Accounts, claims: Sequence[Claim]) -> Iterator[Finding]:
    uses: dict[str, list[Use]] = defaultdict(list)
    seen: Counter[tuple[str, ...]] = Counter()
    for claim in claims:
        for use in _uses(accounts, claim):
            # Many uses of one form in one account tell no more than the first few.
            place = (use.word, claim.article, use.left, use.right, *sorted(use.nouns))
            seen[place] += 1
            if seen[place] <= SHOWN:
                uses[use.word].append(use)
    lower = _lower(accounts)
    told = set[str]()
    for a, b in [*alike(uses), *_buildings(uses)]:
        bonds = {rule: bond(uses[a], uses[b], lower) for rule, bond in RULES.items()}
        for rule, bonded in bonds.items():
            ids = {u.claim.id for pair in bonded for u in pair}
            if bonded and not ids & told:
                told |= ids
                yield _spelled(accounts, rule, bonded)
                break


def _uses(accounts: Accounts, claim: Claim) -> Iterator[Use]:
    written = [w for w in re.split(r"[\s/]+", claim.text) if fold(w)]
    words = ["", *map(fold, written), ""]
    nouns = _nouns(accounts.text(claim), claim)
    for n in range(len(written)):
        told = re.sub(r"['’‘]s?$", "", " ".join(written[max(0, n - 1) : n + 2]))
        yield Use(claim, words[n + 1], words[n], words[n + 2], told, nouns)


def _nouns(text: str, claim: Claim) -> frozenset[str]:
    """The word before the name and the two after it, in lower case, up to the next mark or little word."""
    before = re.search(r"([a-z]{4,}),?\s+$", text[max(0, claim.span.start - BESIDE) : claim.span.start])
    after = re.match(r"(?:['’]s)?\s+([a-z]{4,})(?:\s+([a-z]{4,}))?", text[claim.span.end : claim.span.end + BESIDE])
    return frozenset(w for m in (before, after) if m for w in m.groups() if w and w not in _little())


@cache
def _little() -> frozenset[str]:
    return frozenset(lexicon("names")["beside"]["never"])


@cache
def _place_words() -> frozenset[str]:
    return frozenset(lexicon("names")["places"]["words"])


def _lower(accounts: Accounts) -> frozenset[str]:
    """Every word that stands in lower case somewhere in the accounts: no name is told from it by a letter."""
    return frozenset(fold(w) for a in accounts.articles for w in set(re.findall(r"\b[a-z][\w’']*", a.text)))


def _buildings(uses: dict[str, list[Use]]) -> Iterator[tuple[str, str]]:
    """Words of place names that only an ending tells apart: "Tower" and "Towers", "Provident" and "Providence"."""
    stems: dict[str, list[str]] = defaultdict(list)
    for word, held in uses.items():
        if any(u.left or u.right in _place_words() for u in held):
            stems[word[:5]].append(word)
    for held_words in stems.values():
        yield from ((a, b) for a, b in product(sorted(held_words), repeat=2) if a < b and derived(a, b))


def _same_name(a: Sequence[Use], b: Sequence[Use], lower: frozenset[str]) -> list[tuple[Use, Use]]:
    """ "Hilary Clinton" and "Hillary Clinton": the word beside it is the same, and none contradicts it."""
    x, y = a[0].word, b[0].word
    if derived(x, y) or x in lower or y in lower:
        return []
    return [(u, v) for u, v in product(a, b) if _beside(u, v) and not _other_person(u, v)]


def _same_place(a: Sequence[Use], b: Sequence[Use], _: frozenset[str]) -> list[tuple[Use, Use]]:
    """ "Mercer Tower" and "Mercer Towers", "Provident Street" and "Providence Street"."""
    x, y = a[0].word, b[0].word
    ends = plural(x, y) and min(x, y, key=len) in _place_words()
    found = []
    for u, v in product(a, b):
        street = u.right == v.right and u.right in _place_words() and not plural(x, y)
        if derived(x, y) and ((ends and u.left and u.left == v.left and not u.right and not v.right) or street):
            found.append((u, v))
    return found


def _same_surname(a: Sequence[Use], b: Sequence[Use], lower: frozenset[str]) -> list[tuple[Use, Use]]:
    """A surname nobody in the account bears, one letter from that of somebody it names in full: "Kim Gray ... Grey"."""
    x, y = a[0].word, b[0].word
    if derived(x, y) or x in lower or y in lower:
        return []
    return [*_orphans(a, b), *((v, u) for u, v in _orphans(b, a))]


def _orphans(bearers: Sequence[Use], others: Sequence[Use]) -> Iterator[tuple[Use, Use]]:
    for orphan in others:
        account = orphan.claim.article
        mine = [u for u in others if u.claim.article == account]
        if all(u.alone for u in mine) and name(orphan.claim).type != "place":
            full = [u for u in bearers if u.claim.article == account and u.left and not u.right and _person(u)]
            yield from ((u, orphan) for u in full)


def _same_beside(a: Sequence[Use], b: Sequence[Use], lower: frozenset[str]) -> list[tuple[Use, Use]]:
    """ "the Jabaliya camp" and "the Jabalya refugee camp": the same noun beside it, and no account uses both forms."""
    x, y = a[0].word, b[0].word
    if derived(x, y) or x in lower or y in lower or min(len(x), len(y)) < LONG:
        return []
    if {u.claim.article for u in a} & {v.claim.article for v in b}:
        return []
    bonded = [(u, v) for u, v in product(a, b) if u.nouns & v.nouns and (u.alone or v.alone)]
    return [(u, v) for u, v in bonded if not _contradict(u, v) and not _other_person(u, v)]


RULES = {"name": _same_name, "place": _same_place, "surname": _same_surname, "beside": _same_beside}


def _beside(u: Use, v: Use) -> bool:
    return (bool(u.left and u.left == v.left) or bool(u.right and u.right == v.right)) and not _contradict(u, v)


def _contradict(u: Use, v: Use) -> bool:
    """Whether another word of the name tells them apart: "Peter Johnson" and "Mary Johnston"."""
    return any(x and y and not (x.startswith(y) or y.startswith(x)) for x, y in ((u.left, v.left), (u.right, v.right)))


def _other_person(u: Use, v: Use) -> bool:
    if not (_person(u) or _person(v)):
        return house_style(u.word, v.word)
    if u.left and not u.right:
        return common(u.left) and two_families(u.word, v.word)
    return not u.left and two_people(u.word, v.word)


def _person(use: Use) -> bool:
    return name(use.claim).type == "person"


def _spelled(accounts: Accounts, rule: str, bonded: Sequence[tuple[Use, Use]]) -> Finding:
    order = {a.id: n for n, a in enumerate(accounts.articles)}
    answers = [_answer([pair[side] for pair in bonded]) for side in (0, 1)]
    answers.sort(key=lambda said: (-len(said.claims), min((order[c.article], c.span) for c in said.claims)))
    first, second = answers
    ours, theirs = accounts.sources(first.claims), accounts.sources(second.claims)
    reason = f"“{first.text}” ({ours}) against “{second.text}” ({theirs})."
    question = f"How is the name spelled: {first.text} or {second.text}?"
    return Finding(
        Kind.NAME, question, Status.CONFLICT, tuple(answers), f"name-spelling-{rule}", reason, CONFIDENCE[rule]
    )


def _answer(uses: Sequence[Use]) -> Said:
    """One spelling, with the first places of each account."""
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted({u.claim.id: u.claim for u in uses}.values(), key=lambda c: c.span):
        held[claim.article].append(claim)
    claims = tuple(c for mine in held.values() for c in mine[:SHOWN])
    return Said(uses[0].told, claims)


# --- names that accounts share ----------------------------------------------------------------------


def _shared(accounts: Accounts, claims: Sequence[Claim], used: set[str]) -> Iterator[Finding]:
    """Full names that two accounts or more give, one place each: who is the spokesman, which magazine."""
    groups: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if key := _key(claim):
            groups[key][claim.article].append(claim)
    for told in groups.values():
        if len(told) > 1:
            held = [[c for c in mine if c.id not in used] for mine in told.values()]
            members = tuple(_met(accounts, [mine for mine in held if mine]))
            if len(members) > 1:
                yield _agreed(members)


def _agreed(members: tuple[Claim, ...]) -> Finding:
    first = " ".join(members[0].text.split())
    role = next((name(c).role for c in members if name(c).role), None)
    told = f"{first} ({role})" if role else first
    same = len({fold(c.text) for c in members}) == 1
    status = Status.AGREEMENT if same else Status.COMPATIBLE
    return Finding(Kind.NAME, f"Who or what: {first}?", status, (Said(told, members),))


def _met(accounts: Accounts, held: Sequence[Sequence[Claim]]) -> Iterator[Claim]:
    """One claim an account: a person where the role is told; anything else where accounts say the like beside it."""
    if any(name(mine[0]).type == "person" for mine in held):
        yield from (max(mine, key=lambda c: name(c).role is not None) for mine in held)
        return
    seldom = [mine for mine in held if len(mine) <= SELDOM]
    for mine in seldom:
        others = [_around(accounts, c) for other in seldom if other is not mine for c in other]
        met = [c for c in mine if any(_around(accounts, c) & words for words in others)]
        yield from met[:1]


def _around(accounts: Accounts, claim: Claim) -> frozenset[str]:
    """The words of the sentence that stand close to the name, cut to their stems, without those of the name."""
    start, end = max(claim.sentence.start, claim.span.start - AROUND), min(claim.sentence.end, claim.span.end + AROUND)
    text = accounts.text(claim)
    words = re.findall(r"[^\W\d_]{4,}", f"{text[start : claim.span.start]} {text[claim.span.end : end]}".lower())
    return frozenset(w[:ROOT] for w in words if w not in _little())


def _key(claim: Claim) -> str:
    """A full name without its initials: "Joseph M. Sellers" is "joseph sellers"; "" for what is not told in full."""
    words = [w for w in map(fold, claim.text.split()) if len(w) > 1]
    if len(words) < 2 or name(claim).type == "other":
        return ""
    return f"{whole(words[0])} {words[-1]}" if name(claim).type == "person" else " ".join(words)
