"""One person under two names, or one name with two offices that nobody holds at a time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, pairwise, product

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.spelling import fold, one_given, one_letter_apart, whole
from factcheck.shipped import lexicon
from factcheck.values import Claim, Kind, Name, Status

CONFIDENCE = {"name-other-office": 0.8, "name-other-first-name": 0.8, "name-other-surname": 0.75}
"""By rule. Two flags on 358 articles, both right when read: rules that speak so seldom prove little more."""
AFTER = 12
"""Characters after a name in which an age may stand: "Jo Reed, 35,"."""
SELDOM = 2
"""Mentions up to which a name may be a slip for another one."""
AROUND = 200
"""Characters around a name in which the party of an event is told: "the other victims were Jo Reed and ..."."""


@dataclass(frozen=True)
class Person:
    """Somebody one account names in full: first name and surname folded, with the places where it does."""

    first: str
    surname: str
    claims: tuple[Claim, ...]
    offices: frozenset[str]
    ages: frozenset[str]
    posts: frozenset[str]

    @property
    def article(self) -> str:
        return self.claims[0].article

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the name, in any of its forms."""
        return frozenset(fold(w) for c in self.claims for w in c.text.split())

    @cached_property
    def particle(self) -> str:
        """ "lo" in "Gaetano Lo Prisco": a small word that begins the surname."""
        before = self.claims[0].text.split()[-2].lower()
        return before if before in _particles() else ""

    @cached_property
    def told(self) -> str:
        return " ".join(self.claims[0].text.split())


def compare(accounts: Accounts) -> Iterator[Finding]:
    """Findings about offices, then about names; each person in one of them at most."""
    people = list(_people(accounts))
    used: set[str] = set()
    for rule, pairs in (
        ("name-other-office", _other_office(people)),
        ("name-other-first-name", _other_first(people)),
        ("name-other-surname", _other_surname(accounts, people)),
    ):
        for a, b in pairs:
            ids = {c.id for c in (*a.claims, *b.claims)}
            if not ids & used:
                used |= ids
                yield _finding(accounts, rule, a, b)


# --- who is named -----------------------------------------------------------------------------------


def _people(accounts: Accounts) -> Iterator[Person]:
    held: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in accounts.of(Kind.NAME):
        words = [w for w in map(fold, claim.text.split()) if w]
        if len(words) > 1 and len(words[0]) > 1 and _name(claim).type == "person":
            held[claim.article, words[0], words[-1]].append(claim)
    for (_, first, surname), claims in held.items():
        offices = frozenset(o for c in claims for o in _offices(_name(c).role or ""))
        ages = frozenset(a for c in claims for a in _age(accounts, c))
        posts = frozenset(p for c in claims for p in _posts(_name(c).role or ""))
        yield Person(first, surname, tuple(claims), offices, ages, posts)


def _name(claim: Claim) -> Name:
    assert isinstance(claim.value, Name)
    return claim.value


def _age(accounts: Accounts, claim: Claim) -> list[str]:
    after = accounts.text(claim)[claim.span.end : claim.span.end + AFTER]
    return re.findall(r"^, (\d{1,2})\b(?![.:,]\d)", after)


def _offices(role: str) -> Iterator[str]:
    """The office a role tells, under its shortest name: "Lt." is "lieutenant"; nothing for one given up or hoped for.

    >>> list(_offices("the under secretary for management"))
    ['under secretary']
    """
    told = re.split(r"\b(?:of|for|at|in|from|to|who|with|and)\b|,", role.lower())[0]
    words = [_short().get(w, w) for w in re.findall(r"[\w.]+(?:-[\w.]+)*", told)]
    if not words or {"former", "ex", "late", "then", "retired", "candidate", "nominee", "elect"} & {*words}:
        return
    below = [w for w in words[:-1] if w in _lower_ranks()]
    whole_office = " ".join([*below[-1:], words[-1]])
    paired = " ".join(words[-2:])
    yield from (o for o in dict.fromkeys((paired, whole_office)) if any(o in family for family in _families()))


def _posts(role: str) -> Iterator[str]:
    """What somebody is that few others are, with the word that makes it one: "Senate Majority Leader".

    >>> list(_posts("the state Senate Majority Leader"))
    ['majority leader']
    """
    told = re.split(r"\b(?:of|for|at|in|from|to|who|with|and)\b|,", role.lower())[0]
    words = re.findall(r"[\w-]+", told)
    if not {"former", "ex", "late", "then", "retired", "candidate", "nominee", "elect"} & {*words}:
        yield from (" ".join(pair) for pair in pairwise(words) if pair[1] in _heads() and pair[0] not in _little())


@cache
def _heads() -> frozenset[str]:
    return frozenset(lexicon("names")["offices"]["heads"])


@cache
def _little() -> frozenset[str]:
    return frozenset(["the", "a", "an", "his", "her", "its", "their", "s", "local", "new"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(lexicon("names")["parts"]["particles"])


@cache
def _short() -> dict[str, str]:
    return dict(lexicon("names")["offices"]["short"])


@cache
def _lower_ranks() -> frozenset[str]:
    return frozenset(lexicon("names")["offices"]["below"])


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(held) for held in lexicon("names")["offices"]["exclusive"])


# --- the rules --------------------------------------------------------------------------------------


def _other_office(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """ "Under Secretary Jo Reed" and "Jo Reed, the deputy secretary": one name, two offices of one ladder."""
    named: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        if person.offices:
            named[whole(person.first), person.surname].append(person)
    for held in named.values():
        yield from ((a, b) for a, b in combinations(held, 2) if _exclude(a, b))


def _exclude(a: Person, b: Person) -> bool:
    if a.offices & b.offices:
        return False
    return any(x in held and y in held for x in a.offices for y in b.offices for held in _families())


def _other_first(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """ "Sheriff Tom Reed" and "Sheriff Jim Reed", "Tom Reed, 35," and "Jim Reed, 35,"."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        named[person.surname].append(person)
    for held in named.values():
        bearers = Counter(p.article for p in held)
        alone = [p for p in held if bearers[p.article] == 1]
        for a, b in _apart(alone, lambda person: person.first):
            if _one_place(a, b) and not _one_name(a, b):
                yield a, b


def _apart(people: Sequence[Person], word: Callable[[Person], str]) -> Iterator[tuple[Person, Person]]:
    """Pairs that differ in this word of the name."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        groups[word(person)].append(person)
    for held, others in combinations(groups.values(), 2):
        yield from product(held, others)


def _one_place(a: Person, b: Person) -> bool:
    return a.article != b.article and bool(a.offices & b.offices or a.ages & b.ages or a.posts & b.posts)


def _one_name(a: Person, b: Person) -> bool:
    """Whether two first names may be one: a short form, a spelling, an initial, or more of the name."""
    if a.words <= b.words or b.words <= a.words:
        return True
    return one_given(a.first, b.first) or one_letter_apart(a.first, b.first)


def _other_surname(accounts: Accounts, people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """ "Jo Reed, 35," and "Jo Hill, 35,"; or "victim Jo Hill" once, where all tell of the victim Jo Reed."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        named[person.first].append(person)
    for held in named.values():
        if len({p.surname for p in held}) != 2:
            continue
        for a, b in _apart(held, lambda person: person.surname):
            if one_letter_apart(a.surname, b.surname):
                continue
            if a.article != b.article and (a.ages & b.ages or _of_one_account(accounts, a, b)):
                yield a, b
            elif slip := _slip(accounts, held, a, b):
                yield slip


def _of_one_account(accounts: Accounts, a: Person, b: Person) -> bool:
    """ "Gaetano Lo Prisco" here and "Gaetano Lo Presti" there: one first name, one post or particle, and surnames that
    begin alike, of which neither account knows both."""
    one_particle = a.particle != "" and a.particle == b.particle
    if a.surname[0] != b.surname[0] or not (one_particle or a.posts & b.posts or a.offices & b.offices):
        return False
    return not _knows(accounts, a, b) and not _knows(accounts, b, a)


def _knows(accounts: Accounts, person: Person, other: Person) -> bool:
    """Whether the account that names one of them has the other's surname anywhere."""
    return other.surname in map(fold, re.findall(r"[\w'’-]+", accounts.text(person.claims[0])))


def _slip(accounts: Accounts, held: Sequence[Person], a: Person, b: Person) -> tuple[Person, Person] | None:
    """The name that stands once, as one of a party, after the one that several accounts give to one of that party."""
    for known, other in ((a, b), (b, a)):
        told = [p for p in held if p.surname == known.surname]
        if sum(p.surname == other.surname for p in held) > 1 or len(other.claims) > SELDOM or len(told) < 2:
            continue
        parties = {w for c in other.claims for w in (_name(c).role or "").lower().split()} & _parties()
        if any(_of_party(accounts, c, word) for word in parties for p in told for c in p.claims):
            return next((p for p in told if p.article == other.article), known), other
    return None


@cache
def _parties() -> frozenset[str]:
    return frozenset(lexicon("names")["offices"]["parties"])


def _of_party(accounts: Accounts, claim: Claim, word: str) -> bool:
    text = accounts.text(claim)[max(0, claim.span.start - AROUND) : claim.span.end + AROUND]
    return re.search(rf"\b{word}s?\b", text, re.IGNORECASE) is not None


# --- what is said of it -----------------------------------------------------------------------------


def _finding(accounts: Accounts, rule: str, a: Person, b: Person) -> Finding:
    if rule == "name-other-office":
        question = f"Which office does {a.told} hold?"
        first, second = (_held(p, q) for p, q in ((a, b), (b, a)))
    else:
        question = f"What is the name: {a.told} or {b.told}?"
        first, second = Said(a.told, a.claims), Said(b.told, b.claims)
    ours, theirs = accounts.sources(first.claims), accounts.sources(second.claims)
    reason = f"“{first.text}” ({ours}) against “{second.text}” ({theirs})."
    return Finding(Kind.NAME, question, Status.CONFLICT, (first, second), rule, reason, CONFIDENCE[rule])


def _held(person: Person, other: Person) -> Said:
    """The office of `person` that excludes one of `other`, with the claims that tell it."""
    office = next(
        x for x in sorted(person.offices) if any(x in f and y in f for y in other.offices for f in _families())
    )
    return Said(f"{person.told}, {office}", tuple(c for c in person.claims if office in _offices(_name(c).role or "")))
