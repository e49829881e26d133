"""Two amounts of one aspect: each account gives one number for it, and the numbers cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.analysis.comparison.amounts import Relation, last_digit, ratio, relate
from factcheck.analysis.comparison.likeness import kinds, people, same_word
from factcheck.analysis.comparison.quantities.aspects import aspect
from factcheck.analysis.comparison.quantities.pairs import Book, Pair, foreign, other_people, vague
from factcheck.analysis.comparison.quantities.slots import dimension, meanings
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.quantities.units import named, to_base
from factcheck.values import Modifier, Quantity

ROUNDED = 0.95
"""The smaller over the larger amount from which the one may be the other, told in fewer digits."""
HEDGED = 0.9
"""The same where one of them is hedged."""
OWN = re.compile(r"\s*of (?:its|their|his|her|the \w+[’']s?)\s")
"""Part of what somebody has: "14 of its stores" are 14 stores."""
WISHED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|goals?|targets?|need(?:s|ed)?|requir\w+|demand\w*|seek\w*|sought|"
    r"want(?:s|ed)?|appeal\w*|ask(?:s|ed|ing)? for|could|might|fear\w*|propos\w+|claims?)\b",
    re.I,
)
"""What is wished for, asked for or feared is another question than what is."""


def of_one_aspect(p: Pair, book: Book) -> str:
    """The aspect of which two accounts give one differing number each, "" for none.

    "She is expected to stay for 60 days", "away for treatment for three months".
    """
    if not p.across or vague(p.a) or vague(p.b) or p.a.claim.frame.negated != p.b.claim.frame.negated:
        return ""
    if p.a.slot and p.b.slot and p.a.slot != p.b.slot:
        return ""
    return next((name for name in sorted(p.a.aspects & p.b.aspects) if _answers(p, name, book)), "")


def _answers(p: Pair, name: str, book: Book) -> bool:
    table = aspect(name)
    x, y = comparable(p.a.quantity, p.b.quantity)
    if relate(x, y) is not Relation.DIFFERENT or _rounder(x, y) or ratio(x, y) < table["closest"]:
        return False
    if not _one_measure(p) or not _one_scope(p) or not _one_owner(p, table):
        return False
    ours, theirs = _told(p.a, name, book, p.a.article), _told(p.b, name, book, p.b.article)
    if _repeats(p.a, theirs) or _repeats(p.b, ours) or _repeats(p.a, book.alike(p.a, p.b.article)):
        return False
    return not _repeats(p.b, book.alike(p.b, p.a.article)) and _left_over(p, ours, theirs)


def comparable(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Two durations in seconds where their units differ: "60 days" against "three months"."""
    ours, theirs = (named(q.unit) if q.unit else None for q in (a, b))
    if a.unit == b.unit or ours is None or theirs is None or (ours.dimension, theirs.dimension) != ("time", "time"):
        return a, b
    return tuple(_in_seconds(q) for q in (a, b))  # type: ignore[return-value]


def _in_seconds(q: Quantity) -> Quantity:
    unit = named(q.unit or "")
    assert unit is not None
    number, low, high = (None if x is None else to_base(x, unit) for x in (q.number, q.low, q.high))
    modifier = Modifier.ABOUT if q.modifier is Modifier.EXACT else q.modifier
    return replace(q, number=number, low=low, high=high, modifier=modifier, unit="second")


def _one_measure(p: Pair) -> bool:
    """Of one unit or dimension, or one counted noun; money in one currency."""
    q, r = p.a.quantity, p.b.quantity
    if p.a.money or p.b.money or "percentage" in {q.unit, r.unit}:
        return q.unit == r.unit
    return dimension(q.unit) == dimension(r.unit)


def _one_scope(p: Pair) -> bool:
    """Nothing sets the two apart: time, part, rate, direction, sort of thing, what is wished for."""
    a, b = p.a, p.b
    apart = (
        a.rate != b.rate or _part(a) != _part(b) or a.elsewhen != b.elsewhen or a.quantity.change != b.quantity.change
    )
    if apart or (a.years and b.years and not a.years & b.years) or (a.days and b.days and not a.days & b.days):
        return False
    return not foreign(a, b) and not other_people(a, b) and _wished(a) == _wished(b)


def _one_owner(p: Pair, table: dict[str, Any]) -> bool:
    """Where it matters, both belong to one named holder (or may do so) and are one source's estimate."""
    if table.get("sourced") and p.a.source != p.b.source:
        return False
    if any((s.quantity.number or 0) < table.get("least", 0) for s in (p.a, p.b)):
        return False
    if table.get("owned") and not (_holders(p.a) and _holders(p.b)):
        return False
    return not (table.get("held") or table.get("owned")) or not others(p.a, p.b)


def _part(s: Stated) -> bool:
    """Part of something else: "six of the country's 28 districts" are six districts."""
    if OWN.match(s.text, s.claim.span.end) or OWN.search(s.claim.text):
        return False
    of = s.text[s.claim.span.end : s.claim.span.end + 60].lower()
    return s.part and not (
        s.quantity.noun and re.match(rf"\s*of [^.,;]{{0,30}}\d[^.,;]{{0,20}}{re.escape(s.quantity.noun)}", of)
    )


def _wished(s: Stated) -> bool:
    start = s.claim.span.start
    return WISHED.search(s.text[max(start - 50, s.claim.sentence.start) : start]) is not None


def others(a: Stated, b: Stated) -> bool:
    """Whether two amounts belong to two holders that are named: "Ms. Lee had $9 million", "Mr. Cole had $8 million"."""
    ours, theirs = (_holders(s) for s in (a, b))
    apart = bool(ours and theirs) and not any(same_word(x, y) for x in ours for y in theirs)
    return apart and not _both_told(a, b)


def _both_told(a: Stated, b: Stated) -> bool:
    """Whether each account names the other's holder beside its own: "Leeds signed Moss", "Moss joined Leeds"."""
    beside = [s.text[s.claim.sentence.start : s.claim.sentence.end].lower() for s in (a, b)]
    ours, theirs = ({_subject(s)} | {w for n in _near_names(s) for w in n.split()} for s in (a, b))
    return any(x and x in beside[1] for x in ours) and any(x and x in beside[0] for x in theirs)


def _holders(s: Stated) -> set[str]:
    """Whose amount it is: the name that is the subject, else the names beside it, each by its last word."""
    subject = _subject(s)
    return {subject} if subject else {n.split()[-1].removesuffix("'s") for n in _near_names(s)}


def _near_names(s: Stated) -> set[str]:
    f, span = s.claim.frame, s.claim.span
    near = s.text[max(span.start - 70, s.claim.sentence.start) : span.end + 40].lower()
    return {n for n in (*f.persons, *f.names) if n.split()[-1].removesuffix("'s") in near}


def other_subjects(a: Stated, b: Stated) -> bool:
    """Whether the verbs of two amounts have two names as subject: "Ford sold 2,000 cars", "Toyota sold 3,000 cars"."""
    ours, theirs = _subject(a), _subject(b)
    return bool(ours and theirs) and not same_word(ours, theirs) and not _both_told(a, b)


def _subject(s: Stated) -> str:
    """The subject of the verb, active or passive, where it is a name: the parser's names miss many a bare surname."""
    f, sentence = s.claim.frame, s.text[s.claim.sentence.start : s.claim.sentence.end]
    names = {n.split()[-1].removesuffix("'s") for n in (*f.persons, *f.names)}
    for word in (f.agent, f.theme):
        common = meanings(word) or kinds(word) or word in people() or not word.isalpha()
        if word in names or (not common and word.title() in re.findall(r"\w+", sentence) and word not in s.text):
            return word
    return ""


def _told(s: Stated, name: str, book: Book, article: str) -> list[Stated]:
    """All amounts of an article that tell of the aspect, of nobody else and by nobody else."""
    table = aspect(name)
    told = [t for t in book.telling(name, article) if t.quantity.unit == s.quantity.unit]
    if table.get("held") or table.get("owned"):
        told = [t for t in told if not others(s, t)]
    return [t for t in told if t.source == s.source] if table.get("sourced") else told


def _left_over(p: Pair, ours: Iterable[Stated], theirs: Iterable[Stated]) -> bool:
    """Each account has one number that the other has not."""
    mine, yours = {s.quantity.number for s in ours}, {s.quantity.number for s in theirs}
    return mine - yours <= {p.a.quantity.number} and yours - mine <= {p.b.quantity.number}


def _repeats(s: Stated, others: Iterable[Stated]) -> bool:
    """Whether one of the others states the same amount, or the same number of another word for the thing."""
    return any(t.id != s.id and (_same_amount(s, t) or _same_count(s, t)) for t in others)


def _same_amount(s: Stated, t: Stated) -> bool:
    q, r = comparable(s.quantity, t.quantity)
    near = relate(q, r) is not Relation.DIFFERENT or _rounder(q, r)
    return q.unit == r.unit and near and ratio(q, r) >= ROUNDED


def _same_count(s: Stated, t: Stated) -> bool:
    q, r = s.quantity, t.quantity
    return q.number is not None and q.number == r.number and not dimension(q.unit) and not dimension(r.unit)


def hedged(q: Quantity, r: Quantity) -> bool:
    """ "About $13 billion" may be $13.9 billion."""
    return Modifier.ABOUT in {q.modifier, r.modifier} and ratio(q, r) >= HEDGED


def _rounder(q: Quantity, r: Quantity) -> bool:
    """ "58 seconds" and "60 seconds", "$108.2 million" and "$110 million": the one is the other in fewer digits."""
    if hedged(q, r):
        return True
    steps = [last_digit(x.number) for x in (q, r) if x.number]
    return len(steps) == 2 and steps[0] != steps[1] and ratio(q, r) >= ROUNDED
