"""Which two dates may belong to one event, and what is known of the two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.dates.deeds import Deeds, deeds_of, one_of_its_kind
from factcheck.analysis.comparison.dates.told import LEAD, table
from factcheck.analysis.comparison.likeness import Likeness, kinds, likeness
from factcheck.analysis.comparison.moments import Moment, apart, moment, moments_of, months_swapped, relate, relate_far
from factcheck.shipped import lexicon
from factcheck.values import Claim, Frame, Kind, TimeExpression

NEAREST = 10
"""Days two dates of one event may be apart: the further, the likelier they are two events."""
COMMONEST = 40
"""Dates a word may stand near. A commoner one tells no events apart: it joins every date of a large case with every
other (300 articles took 23 seconds, and take 2)."""
FULL = re.compile(r"\b\d{1,2}\b.*\b\d{4}\b|\b\d{4}\b.*\b\d{1,2}\b")
ABSOLUTE = re.compile(r"\b[12]\d{3}\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}\b|\b\d{1,2} [A-Z][a-z]{2,8}\b")
"""A year, or a day of a month."""
UNTIL = re.compile(r"\b(?:until|till)\s+(?:early |late )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two dates that may belong to one event. `far` when they are years, or further apart than days of one event;
    `deed` is one that each article tells of one time; `one_of_its_kind` says that no word sets the two apart."""

    a: Claim
    b: Claim
    like: Likeness
    relation: Relation
    denied: bool = False
    far: bool = False
    lead: frozenset[str] = frozenset()
    deed: str = ""
    one_of_its_kind: bool = True

    @property
    def moments(self) -> tuple[Moment, Moment]:
        return moments_of(self.a, self.b)

    @property
    def across(self) -> bool:
        return self.a.article != self.b.article

    @property
    def quoted(self) -> bool:
        """Whether somebody's own words give one of them: their "Tuesday" counts from the day they spoke, their "1996"
        does not."""
        return any(c.frame.quoted and ABSOLUTE.search(c.text) is None for c in (self.a, self.b))

    @property
    def events(self) -> frozenset[str]:
        """The kinds of event both are given for."""
        return events_of(self.a.frame) & events_of(self.b.frame)

    @property
    def who(self) -> frozenset[str]:
        """The people both are told of."""
        return frozenset(self.a.frame.who) & frozenset(self.b.frame.who)


def time_of(claim: Claim) -> TimeExpression:
    assert isinstance(claim.value, TimeExpression)
    return claim.value


def in_full(claim: Claim) -> bool:
    """ "November 9, 2016": a day said with its year is hardly told of two events of a case."""
    return FULL.search(claim.text) is not None and time_of(claim).timex[:4] in claim.text


def pairs_of(accounts: Accounts) -> Iterator[Pair]:
    """Every pair worth a look, by an index over words and kinds of event."""
    claims = [c for c in accounts.of(Kind.DATE) if moment(time_of(c)).known]
    leads, deeds = leading(accounts), deeds_of(accounts, claims)
    for a, b in _candidates(claims, deeds):
        first, second = moments_of(a, b)
        relation, far = relate(first, second), False
        if relation is None or (relation is Relation.DIFFERENT and not _near_in_time(first, second)):
            relation, far = relate_far(first, second), True
            fixed = relation is Relation.DIFFERENT and deeds.shared(a, b) in table("fixed")
            relation = relation if fixed or once_for(a, b) else None
        if relation is not None:
            like = likeness(accounts, a, b)
            lead = leads.get(a.article, frozenset()) & leads.get(b.article, frozenset())
            deed = deeds.shared(a, b) if relation is Relation.DIFFERENT and a.article != b.article else ""
            kind = one_of_its_kind(deeds.told[a.id], deeds.told[b.id])
            yield Pair(a, b, like, relation, _denied(accounts, a, b), far, lead, deed, kind)


def _denied(accounts: Accounts, a: Claim, b: Claim) -> bool:
    """Whether one is told of what did not happen, or may. A verb's "not" says nothing of a noun's date ("his death on
    Thursday was not announced"), and "he did not concede until Monday" says that he did."""
    if a.frame.occasion or b.frame.occasion:
        return False
    planned = _ahead(accounts, a) and _ahead(accounts, b)  # "will open", "is to open": both are plans
    return (a.frame.hypothetical != b.frame.hypothetical and not planned) or _negated(accounts, a) != _negated(
        accounts, b
    )


def _ahead(accounts: Accounts, claim: Claim) -> bool:
    days, published = moment(time_of(claim)).days, accounts.published(claim)
    return days is not None and published is not None and days[0] > published


def _negated(accounts: Accounts, claim: Claim) -> bool:
    before = accounts.text(claim)[max(0, claim.span.start - 20) : claim.span.start]
    return claim.frame.negated and UNTIL.search(before) is None


def _near_in_time(a: Moment, b: Moment) -> bool:
    """Whether two times that exclude each other may be told of one event."""
    return apart(a, b) <= NEAREST or months_swapped(a, b)


def _candidates(claims: Sequence[Claim], deeds: Deeds) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share a word near them, a kind of event or a deed with its thing, in the order of the text."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        frame = claim.frame
        words = {*frame.near, *frame.occasion, frame.event, frame.theme, frame.agent, *frame.who} - {""}
        words |= {time_of(claim).timex[:10]} if in_full(claim) else set()
        for word in words | {f"({kind})" for kind in events_of(frame)} | deeds.told[claim.id].keys:
            index[word].append(number)
    telling = [held for held in index.values() if len(held) <= COMMONEST]
    for i, j in sorted({pair for held in telling for pair in combinations(held, 2)}):
        if (claims[i].article, claims[i].sentence) != (claims[j].article, claims[j].sentence):
            yield claims[i], claims[j]


# --- kinds of event ---------------------------------------------------------------------------------


def events_of(frame: Frame) -> frozenset[str]:
    """The kinds of event a date is given for: by its verb, by the noun it hangs on ("his death on Thursday"), and by
    the subject of a verb that tells nothing ("the attack came at noon")."""
    return _events(frame.event, frame.agent, frame.theme, frame.occasion)


@cache
def _events(event: str, agent: str, theme: str, occasion: tuple[str, ...]) -> frozenset[str]:
    words = [event, *occasion]
    if event in verbs("slight"):
        words += [agent, theme]
    elif event:
        # "Shells hit the school": what acts says what kind of event it was.
        words.append(agent if kinds(event) else "")
    return frozenset[str]().union(*(kinds(w) for w in words if w))


def once_for(a: Claim, b: Claim) -> bool:
    """Whether two dates are given for what happens once to one person or thing: "born in 1931", "the bridge, built in
    1968"."""
    f, g = a.frame, b.frame
    if set(f.who) & set(g.who):
        return bool(events_of(f) & events_of(g) & once())
    return f.event == g.event and f.event in verbs("once") and bool(things(f) & things(g))


NAMELESS = {"", "who", "which", "that", "it", "they", "he", "she"}


def things(frame: Frame) -> frozenset[str]:
    """What a verb is said of, the nouns beside it: in "the bridge, which was built in 1968" it is the bridge."""
    return frozenset({frame.agent, frame.theme, *frame.occasion} - NAMELESS)


@cache
def verbs(name: str) -> frozenset[str]:
    return frozenset(lexicon("occasions")[name]["verbs"])


@cache
def once() -> frozenset[str]:
    return frozenset(lexicon("occasions")["once"]["events"])


# --- what a story is about --------------------------------------------------------------------------


def leading(accounts: Accounts) -> dict[str, frozenset[str]]:
    """The kinds of event each article opens with: "A strong earthquake struck ..." is of the kind "quake"."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in accounts.claims:
        if claim.span.start < LEAD:
            for word in claim.frame.words:
                found[claim.article] |= kinds(word)
    return {article: frozenset(held) for article, held in found.items()}
