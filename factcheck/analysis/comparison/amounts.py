"""When two stated amounts can both be right: rounding as it was written, hedges, bounds and ranges."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal
from enum import StrEnum
from functools import cache

from factcheck.analysis.quantities.units import Unit, named, to_base
from factcheck.values import Modifier, Quantity

ROUNDED = Decimal("0.05")
"""A plain number may be rounded at its last written digit, but never by more than this share of itself."""
HEDGED = (Decimal("0.05"), Decimal("0.2"))
"""A hedged number may be off by half its last written digit, at least and at most by these shares of itself."""
CONVERTED = {"length", "area", "volume", "mass", "speed", "temperature"}
"""What one account gives in miles and another in kilometres. Times and money are left as they are told."""
DIGITS = Context(prec=3)
"""Who converts a measure rounds it."""
EXACT_BELOW = 100
"""Counts under this are exact unless they are hedged: "10" against "11" is no rounding."""

LOWER = {Modifier.MORE, Modifier.AT_LEAST}
UPPER = {Modifier.LESS, Modifier.AT_MOST}


class Relation(StrEnum):
    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"


def relate(a: Quantity, b: Quantity) -> Relation:
    """Whether two amounts of one unit are the same, can both be right, or differ.

    Two bounds of one direction are held against each other by their numbers ("up to 1.5" against "up to 1.6
    million"): who states a bound states that number.
    """
    a, b = in_one_unit(a, b)
    if _plain(a) and _plain(b) and a.number == b.number:
        return Relation.SAME
    if {a.modifier, b.modifier} <= LOWER or {a.modifier, b.modifier} <= UPPER:
        low, high = _around(_number(a), a.unit), _around(_number(b), b.unit)
    else:
        low, high = interval(a), interval(b)
    if _meet(low, high):
        return Relation.SAME if a.number is not None and a.number == b.number else Relation.COMPATIBLE
    return Relation.DIFFERENT


def _meet(a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal]) -> bool:
    """Whether two ranges share more than an end that rounding gave them: 1.45 to 1.55 and 1.55 to 1.65 do not."""
    if a[0] == a[1] or b[0] == b[1]:
        return a[0] <= b[1] and b[0] <= a[1]
    return a[0] < b[1] and b[0] < a[1]


def interval(q: Quantity) -> tuple[Decimal, Decimal]:
    """The amounts the words allow, both ends included."""
    infinity = Decimal("Infinity")
    if q.modifier is Modifier.RANGE or q.number is None:
        return q.low if q.low is not None else -infinity, q.high if q.high is not None else infinity
    if q.modifier in LOWER:
        return q.number, infinity
    if q.modifier in UPPER:
        return -infinity, _around(q.number, q.unit)[1]
    return _around(q.number, q.unit, hedged=q.modifier is Modifier.ABOUT)


def ratio(a: Quantity, b: Quantity) -> float:
    """The smaller over the larger amount, 0 to 1."""
    a, b = in_one_unit(a, b)
    x, y = sorted((abs(_number(a)), abs(_number(b))))
    return float(x / y) if y else 1.0


def in_one_unit(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """ "31 km" and "19 miles" as 31,000 and 30,600 metres, to three digits; others as they are."""
    if a.unit == b.unit or a.unit is None or b.unit is None:
        return a, b
    ours, theirs = named(a.unit), named(b.unit)
    if ours is None or theirs is None or ours.dimension != theirs.dimension or ours.dimension not in CONVERTED:
        return a, b
    return _in_base(a, ours), _in_base(b, theirs)


def _in_base(q: Quantity, unit: Unit) -> Quantity:
    number, low, high = (None if x is None else DIGITS.plus(to_base(x, unit)) for x in (q.number, q.low, q.high))
    modifier = Modifier.ABOUT if q.modifier is Modifier.EXACT else q.modifier
    return replace(q, number=number, low=low, high=high, modifier=modifier, unit=unit.dimension)


@cache
def measured(unit: str | None) -> bool:
    """Whether a unit measures something continuous, so that every number is rounded."""
    known = named(unit) if unit else None
    return known is not None and known.dimension in CONVERTED


def _plain(q: Quantity) -> bool:
    return q.number is not None and q.modifier in {Modifier.EXACT, Modifier.ABOUT}


def _number(q: Quantity) -> Decimal:
    if q.number is not None:
        return q.number
    ends = [x for x in (q.low, q.high) if x is not None]
    return sum(ends, Decimal(0)) / len(ends) if ends else Decimal(0)


def _around(number: Decimal, unit: str | None, *, hedged: bool = False) -> tuple[Decimal, Decimal]:
    """The number with the room its last written digit leaves: "1.5 million" may be 1,450,000 to 1,550,000."""
    half, size = last_digit(number) / 2, abs(number)
    if hedged:
        room = min(max(half, size * HEDGED[0]), size * HEDGED[1])
    elif number == number.to_integral_value() and size < EXACT_BELOW and not measured(unit):
        room = Decimal(0)
    else:
        room = min(half, size * ROUNDED)
    return number - room, number + room


def last_digit(number: Decimal) -> Decimal:
    """The value of one step of the last digit that is written: 0.1 for 35.7, 100,000 for 1,500,000."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) if number else Decimal(1)
