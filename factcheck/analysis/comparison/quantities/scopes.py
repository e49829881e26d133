"""What sets two amounts apart whatever their words: a birthday, other places, another day, one sort of people."""

from __future__ import annotations

import re

from factcheck.analysis.comparison.quantities.pairs import Pair, one_noun
from factcheck.analysis.comparison.quantities.slots import anyone, demonym, slot
from factcheck.analysis.comparison.quantities.stated import Stated

MONTHS = 60
"""Days between two accounts from which somebody has hardly had no birthday in between."""
BESIDES_DEAD = re.compile(r"\b(?:kill(?:ed|ing)|dead|died|deaths?)\b[^.;]*$", re.I)
PLACES = re.compile(
    r"(?:\s[a-z]+){0,2}\s(?:in|across)\s([A-Z][\w’'-]+)(?:(?:,\s([A-Z][\w’'-]+))?,?\sand\s([A-Z][\w’'-]+))?"
)


def birthday(p: Pair) -> bool:
    """A year of age may lie between accounts that are months apart."""
    x, y, first, second = p.a.quantity.number, p.b.quantity.number, p.a.published, p.b.published
    if p.a.slot != "age" or x is None or y is None or first is None or second is None:
        return False
    return abs(x - y) == 1 and abs((first - second).days) >= MONTHS


def inclusive(p: Pair) -> bool:
    """ "Five others" and "six people" may be the same six; others than the dead may not."""
    if p.a.slot != "toll" and any(BESIDES_DEAD.search(_before(s)) for s in (p.a, p.b)):
        return False
    x, y = p.a.quantity.number, p.b.quantity.number
    others = ["other" in s.claim.text.lower().split() or s.quantity.noun == "other" for s in (p.a, p.b)]
    return x is not None and y is not None and others[0] != others[1] and abs(x - y) <= 1


def _before(s: Stated) -> str:
    return s.text[s.claim.sentence.start : s.claim.span.start]


def wider(p: Pair) -> bool:
    """ "Seven in Jamaica", "11 in Jamaica and Cuba": a count of more places is another count."""
    ours, theirs = (PLACES.match(s.text, s.claim.span.end) for s in (p.a, p.b))
    if not ours or not theirs:
        return False
    first, second = ({g for g in m.groups() if g} for m in (ours, theirs))
    return first < second or second < first


def of_one_sort(p: Pair) -> bool:
    """The same event, not its aftershock; people at large, or one sort: "43 people", "40 Kenyans", not "12 women"."""
    apart = set(slot(p.a.slot).get("apart", ()))
    if apart & set(p.a.claim.frame.words) != apart & set(p.b.claim.frame.words):
        return False
    held = slot(p.a.slot)
    if "people" not in held.get("counts", ()) or p.a.quantity.noun == p.b.quantity.noun:
        return True
    if p.a.quantity.noun and p.b.quantity.noun and one_noun(p.a, p.b):
        return True
    anybody = anyone() | set(held.get("nouns", ()))
    return all(s.quantity.noun is None or s.quantity.noun in anybody or demonym(s.claim) for s in (p.a, p.b))


def before_and_after(p: Pair) -> bool:
    """ "Heard nine on Monday", "will hear seven on Tuesday"; "will make 2,000 a week", "made 1,500 a week"."""
    a, b = p.a, p.b
    if a.claim.frame.hypothetical == b.claim.frame.hypothetical:
        return False
    return a.rate or b.rate or bool(a.days and b.days and not a.days & b.days)
