"""Times that exclude each other, told of one event: the rules, and the findings they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck.analysis.comparison.accounts import Accounts, connected
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.dates.pairs import NEAREST, Pair, once, once_for, time_of, verbs
from factcheck.analysis.comparison.dates.told import table
from factcheck.analysis.comparison.dates.wording import cap, question, told
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.moments import (
    apart,
    hours_swapped,
    moment,
    months_swapped,
    parts_apart,
    relate,
    relate_far,
)
from factcheck.shipped import lexicon
from factcheck.values import Claim, Kind, Status

APART = 0.72
"""Likeness from which days that exclude each other are. Dates by similarity alone are right in two of five: the event,
its people and its words must all meet."""
SAME_PLACE = 0.3
"""Words near them in common, for days of what is done once to a thing ("published", "founded")."""
SAME_WORDS = 0.5
"""The same where the sentences name nobody: "a memo dated Feb. 12", "Dated Feb. 21, the memo ..."."""
SAME_SCENE = 3
"""Words of their sentences in common, for clock times of one kind of event on one day."""
FARTHEST = 400
"""Days two dates of what has one date fixed may be apart."""
FARTHEST_YEARS = 5 * 366
"""The same for two years: who remembers a year is wrong by more than one."""
DAY = 24 * 60
LATEST = 180
"""Minutes two clock times of one event may be apart."""


def of_one_event(p: Pair) -> bool:
    """What happens once to a person, on two days: "Hale died on Friday" against "his death on Thursday"."""
    return bool(p.events & once() and p.who) and not p.quoted and _few_days_apart(p)


def of_the_main_event(p: Pair) -> bool:
    """What both stories open with and what happens once, on two days: "The actor passed away Sunday" against "He died
    on Saturday evening"."""
    if not p.across or p.quoted or not (p.events & p.lead & _single()) or not _few_days_apart(p):
        return False
    return not (_of_somebody_else(p) or _one_of_many(p.a) or _one_of_many(p.b))


def in_two_years(p: Pair) -> bool:
    """What happens once to a person or a thing, in two years or months: "born in 1931" against "born in June 1932"."""
    return p.far and once_for(p.a, p.b) and not p.quoted and not p.denied


def of_one_deed_at_another_season(p: Pair) -> bool:
    """The same weeks or months apart, for what has one date fixed: "by the end of this year" against "in the middle of
    2015"."""
    years = p.deed in table("remembered") and all(time_of(c).timex.isdecimal() for c in (p.a, p.b))
    farthest = FARTHEST_YEARS if years else FARTHEST
    weeks = (p.far or months_swapped(*p.moments)) and apart(*p.moments) <= farthest
    return weeks and bool(p.deed) and not p.quoted and not _of_somebody_else(p)


def of_one_thing(p: Pair) -> bool:
    """What is done once to a thing: "in an article published Sunday" against "comments published Saturday"."""
    verb = p.a.frame.event
    alike = verb in verbs("once") and verb == p.b.frame.event and p.like.near >= SAME_PLACE
    named = p.like.names > 0 or p.like.near >= SAME_WORDS
    return alike and named and not p.quoted and _few_days_apart(p)


def by_likeness(p: Pair) -> bool:
    """The same verb, people and words: "will hold primaries in mid-May" against "will hold the primary on April 30"."""
    spoken = p.a.frame.event in _spoken() or p.b.frame.event in _spoken()
    close = p.like.score >= APART and p.like.event and p.like.people and not spoken
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
    scene = set(p.a.frame.words) & set(p.b.frame.words)
    days_told = all(m.single for m in p.moments)
    return days_told and bool(p.events) and len(scene) >= SAME_SCENE and _hours_apart(p)


def main_event_at_another_hour(p: Pair) -> bool:
    """Clock times of what both stories open with: "the quake struck at 4:52 a.m." against "the quake hit at 5.42am"."""
    main = bool(p.events & p.lead & _single()) and p.one_of_its_kind
    return main and not _of_somebody_else(p) and not p.quoted and _hours_apart(p)


def of_one_deed(p: Pair) -> bool:
    """One deed in other words, of one day in each: "units ship on October 4" against "both go on sale on Oct. 14"."""
    days = all(m.single for m in p.moments)
    return bool(p.deed) and days and not p.quoted and not _of_somebody_else(p) and _few_days_apart(p)


def of_one_deed_at_another_hour(p: Pair) -> bool:
    """The same for clock times: "set off at 14:00" against "left at three in the afternoon"."""
    return bool(p.deed) and not p.quoted and not _of_somebody_else(p) and _hours_apart(p)


def at_another_part_of_the_day(p: Pair) -> bool:
    """One deed of one day: "the cut happened on Wednesday evening" against "on the morning of Wednesday"."""
    main = bool(p.events & p.lead & _single()) or bool(p.events & once() and p.who)
    told_once = main or bool(p.deed and p.deed not in table("often"))
    one = p.across and told_once and p.one_of_its_kind and not _of_somebody_else(p)
    return one and not p.quoted and parts_apart(*p.moments)


RULES = (
    ("date-of-one-event", of_one_event, 0.8),
    ("date-of-main-event", of_the_main_event, 0.75),
    ("date-of-one-thing", of_one_thing, 0.75),
    ("date-year-of-one-event", in_two_years, 0.75),
    ("date-month-swapped", month_swapped, 0.7),
    ("date-hour-swapped", hour_swapped, 0.7),
    ("date-hour-of-main-event", main_event_at_another_hour, 0.7),
    ("date-other-hour", at_another_hour, 0.6),
    ("date-part-of-day", at_another_part_of_the_day, 0.7),
    ("date-of-one-deed", of_one_deed, 0.7),
    ("date-season-of-one-deed", of_one_deed_at_another_season, 0.65),
    ("date-hour-of-one-deed", of_one_deed_at_another_hour, 0.7),
    ("date-differs", by_likeness, 0.55),
)
"""Name, rule, confidence. The surest come first and keep their claims."""
UNMET = {
    "date-differs",
    "date-of-one-deed",
    "date-season-of-one-deed",
    "date-hour-of-one-deed",
    "date-of-main-event",
    "date-hour-of-main-event",
    "date-part-of-day",
}
"""Rules for which a date that has its counterpart in the other account is no contradiction of a third."""


def apart_findings(accounts: Accounts, pairs: Sequence[Pair], together: Sequence[Pair]) -> Iterator[Finding]:
    """One finding for all the pairs of a question that one rule joins."""
    met = {key for p in together for key in ((p.a.id, p.b.article), (p.b.id, p.a.article))}
    for rule, applies, confidence in RULES:
        chosen = [p for p in pairs if p.relation is Relation.DIFFERENT and not p.denied and applies(p)]
        if rule in UNMET:
            chosen = [p for p in chosen if not {(p.a.id, p.b.article), (p.b.id, p.a.article)} & met]
        claims = {c.id: c for p in chosen for c in (p.a, p.b)}
        for ids in connected((p.a.id, p.b.id) for p in chosen):
            yield _difference(accounts, [c for i, c in claims.items() if i in set(ids)], rule, confidence)


def _few_days_apart(p: Pair) -> bool:
    return not p.far and 0 < apart(*p.moments) <= NEAREST and any(m.single for m in p.moments)


def _hours_apart(p: Pair) -> bool:
    """Whether two clock times of one day and one zone are too far from each other for rounding, and not for one scene.
    A time in GMT and one told locally are hours apart, to the half hour."""
    a, b = p.moments
    if not p.across or a.clock is None or b.clock is None:
        return False
    between = abs(a.clock - b.clock)
    if not (a.single and b.single):
        between = min(between, DAY - between)  # "11:40 p.m.", "half past midnight"
    zones_told = _zones(p.a) | _zones(p.b)
    return between <= LATEST and not (zones_told and between % 30 == 0)


def _zones(claim: Claim) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", claim.text.lower())) & frozenset(lexicon("dates")["zones"]["words"])


@cache
def _single() -> frozenset[str]:
    """Kinds of event of which a story that opens with one tells one."""
    return frozenset(lexicon("occasions")["single"]["events"])


@cache
def _several() -> frozenset[str]:
    return frozenset(lexicon("occasions")["several"]["words"])


def _of_somebody_else(p: Pair) -> bool:
    """Whether the two name different people. A pronoun's person is only guessed, so it names nobody here."""
    f, g = p.a.frame, p.b.frame
    guessed = {f.agent, g.agent} & {"he", "she", "who"}
    return bool(f.who and g.who) and not p.who and not guessed


def _one_of_many(claim: Claim) -> bool:
    """ "Two victims died on Sunday", "those who died on Saturday": one of several, who die on several days."""
    frame = claim.frame
    return not frame.who and bool({frame.agent, frame.theme} & _several())


@cache
def _spoken() -> frozenset[str]:
    """Verbs of saying: whoever speaks on Tuesday speaks on Wednesday too."""
    return frozenset(v for held in lexicon("cues")["verbs"].values() for v in held)


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
    asked = question(sides[0][0])
    return Finding(Kind.DATE, asked, Status.CONFLICT, answers, rule, cap(" against ".join(said)) + ".", confidence)


def _agree(a: Claim, b: Claim) -> bool:
    first, second = moment(time_of(a)), moment(time_of(b))
    return (relate(first, second) or relate_far(first, second)) is not Relation.DIFFERENT
