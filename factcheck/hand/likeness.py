"""When two claims that a person put to one question can both be true: the comparers' own notions, by values alone."""

from __future__ import annotations

import re

from factcheck.analysis import wording
from factcheck.analysis.comparison import amounts, edits, moments
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.spelling import fold, house_style
from factcheck.analysis.quantities.units import named
from factcheck.values import (
    Attribution,
    Claim,
    Kind,
    Name,
    Quantity,
    Quotation,
    Statement,
    Text,
    TimeExpression,
    TimexType,
)

DAYS = {"Y": 365.0, "M": 30.4, "W": 7.0, "D": 1.0, "H": 1 / 24}
"""Days in the units of a duration."""
NEAR = 0.05
"""Share of the longer one by which two durations may differ and still be one: twelve months are a year."""


def relate(kind: Kind, a: Claim, b: Claim) -> Relation | None:
    """Whether two answers to a question of this kind are the same, can both be true or exclude each other.

    None where nothing in their values can be held against each other.
    """
    match a.value, b.value:
        case Text(), Text():
            return Relation.SAME if _plain(a.value.words) == _plain(b.value.words) else None
        case (Quotation() | Attribution(), Quotation() | Attribution()) if kind is Kind.ATTRIBUTION:
            return _speakers(a.value.speaker, b.value.speaker)
        case Quantity(), Quantity():
            return _amounts(a.value, b.value)
        case TimeExpression(), TimeExpression():
            return _times(a, b)
        case Quotation(), Quotation():
            return _quotations(a.value, b.value)
        case Attribution(), Attribution():
            return _speakers(a.value.speaker, b.value.speaker)
        case Name(), Name():
            return _names(a.value.canonical, b.value.canonical)
        case Statement(), Statement():
            return _statements(a.value, b.value)
        case _:
            return None


def _amounts(a: Quantity, b: Quantity) -> Relation | None:
    if {a.change, b.change} == {"up", "down"}:
        return Relation.DIFFERENT
    if _dimension(a) != _dimension(b):
        return None
    return amounts.relate(a, b)


def _dimension(q: Quantity) -> str:
    """What is measured; "" for a count, whatever the noun: "three cosmonauts", "three men"."""
    if q.unit in {"percentage", "rank", "score"}:
        return q.unit
    unit = named(q.unit) if q.unit else None
    if unit is None or unit.name != q.unit:
        return ""
    return unit.dimension if unit.dimension in amounts.CONVERTED else unit.name


def _times(a: Claim, b: Claim) -> Relation | None:
    assert isinstance(a.value, TimeExpression)
    assert isinstance(b.value, TimeExpression)
    if a.value.type is b.value.type is TimexType.DURATION:
        return _durations(a.value.timex, b.value.timex)
    first, second = moments.moments_of(a, b)
    return moments.relate(first, second) or moments.relate_far(first, second)


def _durations(a: str, b: str) -> Relation | None:
    x, y = _days(a), _days(b)
    if a == b:
        return Relation.SAME
    if x is None or y is None:
        return None
    return Relation.SAME if abs(x - y) <= NEAR * max(x, y) else Relation.DIFFERENT


def _days(timex: str) -> float | None:
    """ "P2Y6M" is 912.4; None for what is not counted ("PXY"), and for minutes."""
    found = re.fullmatch(r"P((?:\d+(?:\.\d+)?[YMWD])*)(?:T(\d+)H)?", timex)
    if found is None or timex == "P":
        return None
    parts = re.findall(r"(\d+(?:\.\d+)?)([YMWD])", found[1])
    return sum(float(n) * DAYS[unit] for n, unit in parts) + float(found[2] or 0) * DAYS["H"]


def _quotations(a: Quotation, b: Quotation) -> Relation | None:
    ours, theirs = edits.comparable(a.words, b.words)
    met = wording.compare(ours, theirs)
    if met.relation is wording.Relation.APART:
        return None
    if any(not edits.honest(d, ours, theirs) for d in met.differences):
        return Relation.DIFFERENT
    return Relation.SAME if met.relation is wording.Relation.SAME else Relation.COMPATIBLE


def _speakers(a: str | None, b: str | None) -> Relation | None:
    return _names(a, b) if a and b else None


def _names(a: str, b: str) -> Relation:
    """Names by their words: "Lopez" may be "Maria Lopez"; who is somebody else shares none, or has words of his own."""
    ours, theirs = name_words(a), name_words(b)
    if ours == theirs:
        return Relation.SAME
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return Relation.COMPATIBLE
    spelled = len(ours) == len(theirs) and all(house_style(x, y) for x, y in zip(ours, theirs, strict=True))
    return Relation.COMPATIBLE if spelled else Relation.DIFFERENT


def name_words(name: str) -> list[str]:
    """The words of a name or role as they are compared: without articles, capitals and accents."""
    words = [fold(w) for w in re.split(r"[\s/]+", name)]
    return [w for w in words if w and w not in {"the", "a", "an"}]


def _statements(a: Statement, b: Statement) -> Relation | None:
    """Only the very same is told and denied; what else excludes each other takes more than two values to see."""
    if (a.predicate, a.arguments) != (b.predicate, b.arguments):
        return None
    return Relation.SAME if a.polarity == b.polarity else Relation.DIFFERENT


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
