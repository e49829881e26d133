"""When things happened: which dates belong to one event, and can they all be right?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from factcheck.analysis.comparison.accounts import Accounts, connected
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import Likeness, kinds, likeness, same_word
from factcheck.analysis.comparison.moments import Moment, apart, hours_swapped, moment, months_swapped, relate
from factcheck.shipped import lexicon
from factcheck.values import Claim, Frame, Kind, Status, TimeExpression, TimexType

TOGETHER = 0.28
"""Likeness from which dates that can both be right are taken to belong to one event."""
TELLING = 0.12
"""The same for a date few events share (a year, a day of the month, a clock time): words near them in common."""
APART = 0.72
"""Likeness from which days that exclude each other are. Dates by similarity alone are right in two of five: the event,
its people and its words must all meet."""
SAME_PLACE = 0.3
"""Words near them in common, for days of what is done once to a thing ("published", "founded")."""
SAME_SCENE = 3
"""Words of their sentences in common, for clock times of one kind of event on one day."""
NEAREST = 10
"""Days two dates of one event may be apart: the further, the likelier they are two events."""
LATEST = 180
"""Minutes two clock times of one event may be apart."""

COMMONEST = 40
"""Dates a word may stand near. A commoner one tells no events apart: it joins every date of a large case with every
other (300 articles took 23 seconds, and take 2)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two dates that may belong to one event."""

    a: Claim
    b: Claim
    like: Likeness
    relation: Relation

    @property
    def moments(self) -> tuple[Moment, Moment]:
        return moment(_time(self.a)), moment(_time(self.b))

    @property
    def across(self) -> bool:
        return self.a.article != self.b.article

    @property
    def denied(self) -> bool:
        """Whether one is told of what did not happen, or may. A verb's "not" says nothing of a noun's date: "his
        death on Thursday was not announced"."""
        return self.like.contradicted and not (self.a.frame.occasion or self.b.frame.occasion)

    @property
    def quoted(self) -> bool:
        """Whether somebody's own words give one of them: their "Tuesday" counts from the day they spoke."""
        return self.a.frame.quoted or self.b.frame.quoted


def compare(accounts: Accounts) -> list[Finding]:
    """Times that exclude each other, then times that meet."""
    pairs = list(_pairs(accounts))
    together = [p for p in pairs if p.across and p.relation is not Relation.DIFFERENT and _one_occasion(p)]
    findings: list[Finding] = []
    used: set[str] = set()
    for finding in (*_apart(accounts, pairs, together), *_together(together)):
        ids = {c.id for c in finding.claims}
        if not used & ids:
            used |= ids
            findings.append(finding)
    return findings


def _time(claim: Claim) -> TimeExpression:
    assert isinstance(claim.value, TimeExpression)
    return claim.value


def _pairs(accounts: Accounts) -> Iterator[Pair]:
    claims = [c for c in accounts.of(Kind.DATE) if moment(_time(c)).known]
    for a, b in _candidates(claims):
        first, second = moment(_time(a)), moment(_time(b))
        relation = relate(first, second)
        if relation is None or (relation is Relation.DIFFERENT and not _near_in_time(first, second)):
            continue
        yield Pair(a, b, likeness(accounts, a, b), relation)


def _near_in_time(a: Moment, b: Moment) -> bool:
    """Whether two times that exclude each other may be told of one event."""
    return apart(a, b) <= NEAREST or months_swapped(a, b)


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share a word near them or a kind of event, found by an index, in the order of the text."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        frame = claim.frame
        words = {*frame.near, *frame.occasion, frame.event, frame.theme, frame.agent, *frame.who} - {""}
        for word in words | {f"({kind})" for kind in _events(frame)}:
            index[word].append(number)
    telling = [held for held in index.values() if len(held) <= COMMONEST]
    for i, j in sorted({pair for held in telling for pair in combinations(held, 2)}):
        if (claims[i].article, claims[i].sentence) != (claims[j].article, claims[j].sentence):
            yield claims[i], claims[j]


def _events(frame: Frame) -> frozenset[str]:
    """The kinds of event a date is given for: by its verb, by the noun it hangs on ("his death on Thursday"), and by
    the subject of a verb that tells nothing ("the attack came at noon")."""
    words = [frame.event, *frame.occasion]
    if frame.event in _table("slight"):
        words.append(frame.agent)
    elif frame.event:
        # "Shells hit the school": what acts says what kind of event it was.
        words.append(frame.agent if kinds(frame.event) else "")
    return frozenset[str]().union(*(kinds(w) for w in words if w))


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(lexicon("events")[name]["verbs"])


@cache
def _once() -> frozenset[str]:
    return frozenset(lexicon("events")["once"]["events"])


# --- times that meet --------------------------------------------------------------------------------


def _one_occasion(p: Pair) -> bool:
    """Whether two times that can both be right belong to one event."""
    if _telling(p.a) and _telling(p.b) and p.relation is Relation.SAME:
        return p.like.near >= TELLING
    if _same_occasion(p):
        return True
    return p.like.score >= TOGETHER and not p.like.contradicted


def _same_occasion(p: Pair) -> bool:
    """ "The Grand Prix on Sunday", "Sunday's Grand Prix": both days hang on one noun."""
    return any(same_word(x, y) for x in p.a.frame.occasion for y in p.b.frame.occasion)


def _telling(claim: Claim) -> bool:
    """A year, a day of the month or a clock time: few events of a case share it."""
    time = _time(claim)
    year = time.type is TimexType.DATE and time.timex.isdecimal()
    return (
        year
        or moment(time).clock is not None
        or (time.type is TimexType.DATE and any(c.isdecimal() for c in claim.text))
    )


def _together(together: Sequence[Pair]) -> Iterator[Finding]:
    claims = {c.id: c for p in together for c in (p.a, p.b)}
    order = list(claims)
    for ids in connected((p.a.id, p.b.id) for p in together):
        held = tuple(claims[i] for i in sorted(ids, key=order.index))
        same = len({moment(_time(c)) for c in held}) == 1
        status = Status.AGREEMENT if same else Status.COMPATIBLE
        yield Finding(Kind.DATE, _question(held[0]), status, (Said(told(held[0]), held),))


# --- times that exclude each other ------------------------------------------------------------------


def _apart(accounts: Accounts, pairs: Sequence[Pair], together: Sequence[Pair]) -> Iterator[Finding]:
    """One finding for all the pairs of a question that one rule joins."""
    # A date that has its counterpart in the other account is no contradiction of a third.
    met = {key for p in together for key in ((p.a.id, p.b.article), (p.b.id, p.a.article))}
    for rule, applies, confidence in RULES:
        chosen = [p for p in pairs if p.relation is Relation.DIFFERENT and not p.denied and applies(p)]
        if rule == "date-differs":
            chosen = [p for p in chosen if not {(p.a.id, p.b.article), (p.b.id, p.a.article)} & met]
        claims = {c.id: c for p in chosen for c in (p.a, p.b)}
        for ids in connected((p.a.id, p.b.id) for p in chosen):
            yield _difference(accounts, [c for i, c in claims.items() if i in set(ids)], rule, confidence)


def of_one_event(p: Pair) -> bool:
    """What happens once to a person, on two days: "Felt died on Friday" against "his death on Thursday"."""
    once = _events(p.a.frame) & _events(p.b.frame) & _once()
    return bool(once and set(p.a.frame.who) & set(p.b.frame.who)) and not p.quoted and _few_days_apart(p)


def of_one_thing(p: Pair) -> bool:
    """What is done once to a thing: "in an article published Sunday" against "comments published Saturday"."""
    verb = p.a.frame.event
    alike = verb in _table("once") and verb == p.b.frame.event and p.like.near >= SAME_PLACE and p.like.names > 0
    return alike and not p.quoted and _few_days_apart(p)


def by_likeness(p: Pair) -> bool:
    """The same verb, people and words: "will hold primaries in mid-May" against "will hold the primary on April 30"."""
    told = p.a.frame.event in _spoken() or p.b.frame.event in _spoken()
    close = p.like.score >= APART and p.like.event and p.like.people and not told
    return bool(close) and p.across and not p.quoted and _few_days_apart(p)


def month_swapped(p: Pair) -> bool:
    """One day of two neighbouring months for one noun: "the 19 July truce", "on 19 June a truce was agreed"."""
    named = {*p.a.frame.occasion} & {*p.b.frame.words} | {*p.b.frame.occasion} & {*p.a.frame.words}
    return bool(named) and months_swapped(*p.moments)


def hour_swapped(p: Pair) -> bool:
    """Twelve hours apart to the quarter of an hour: "landed at 10.45pm" against "arrived just after 10.30am"."""
    return p.across and bool(p.like.event) and p.like.near >= SAME_PLACE and hours_swapped(*p.moments)


def at_another_hour(p: Pair) -> bool:
    """Clock times of one day and one kind of event in one scene: "the attack on the school came at 3.45pm on Tuesday"
    against "shells hit the school at about 3pm on Tuesday"."""
    a, b = p.moments
    if not p.across or a.clock is None or b.clock is None or not (a.single and b.single):
        return False
    scene = set(p.a.frame.words) & set(p.b.frame.words)
    one_kind = bool(_events(p.a.frame) & _events(p.b.frame))
    return one_kind and len(scene) >= SAME_SCENE and abs(a.clock - b.clock) <= LATEST


RULES = (
    ("date-of-one-event", of_one_event, 0.8),
    ("date-of-one-thing", of_one_thing, 0.75),
    ("date-month-swapped", month_swapped, 0.7),
    ("date-hour-swapped", hour_swapped, 0.7),
    ("date-other-hour", at_another_hour, 0.6),
    ("date-differs", by_likeness, 0.55),
)
"""Name, rule, confidence. The surest come first and keep their claims."""


def _few_days_apart(p: Pair) -> bool:
    return 0 < apart(*p.moments) <= NEAREST and any(m.single for m in p.moments)


@cache
def _spoken() -> frozenset[str]:
    """Verbs of saying: whoever speaks on Tuesday speaks on Wednesday too."""
    return frozenset(v for verbs in lexicon("cues")["verbs"].values() for v in verbs)


def _difference(accounts: Accounts, held: Iterable[Claim], rule: str, confidence: float) -> Finding:
    sides: list[list[Claim]] = []
    for claim in held:
        for side in sides:
            if all(_agree(claim, c) for c in side):
                side.append(claim)
                break
        else:
            sides.append([claim])
    sides.sort(key=len, reverse=True)
    said = [f"{told(side[0])} ({accounts.sources(side)})" for side in sides]
    answers = tuple(Said(told(side[0]), tuple(side)) for side in sides)
    question = _question(sides[0][0])
    return Finding(Kind.DATE, question, Status.CONFLICT, answers, rule, _cap(" against ".join(said)) + ".", confidence)


def _agree(a: Claim, b: Claim) -> bool:
    return relate(moment(_time(a)), moment(_time(b))) is not Relation.DIFFERENT


# --- words ------------------------------------------------------------------------------------------


def told(claim: Claim) -> str:
    """The words with the day they were resolved to: "on Monday" is "Monday (2022-07-04)"."""
    time = _time(claim)
    words = " ".join(claim.text.split())
    day = time.timex[:10]
    return words if day in words or "X" in day else f"{words} ({day})"


def _question(claim: Claim) -> str:
    """ "When: “the agency … posted photos of”?" The article's own words, with the time left out."""
    return f"When: “{claim.subject}”?"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
