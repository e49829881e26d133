"""Amounts said in two breaths: "5 feet 2 inches", "15 dollars and 50 cents", "an hour and a half"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.analysis.quantities import units
from factcheck.analysis.quantities.amount import Amount
from factcheck.analysis.quantities.units import MONEY, Unit
from factcheck.values import Span


def compounds(text: str, found: Sequence[Amount]) -> list[Amount]:
    """ "5 feet 2 inches" is one length in feet, "15 dollars and 50 cents" one sum in dollars."""
    joined: list[Amount] = []
    for amount in found:
        if joined and (both := _compound(text, joined[-1], amount)):
            joined[-1] = both
        else:
            joined.append(amount)
    return joined


def _compound(text: str, first: Amount, second: Amount) -> Amount | None:
    gap = text[first.span.end : second.span.start]
    if (
        first.unit is None
        or first.number is None
        or second.number is None
        or not re.fullmatch(r",?\s(?:and\s)?|\s?", gap)
    ):
        return None
    second = _tail_unit(text, first, second)
    if second.unit is None or second.unit.dimension != first.unit.dimension or second.number is None:
        return None
    # 5 ft 2 in, 3 hours 20 minutes: the second completes the first, so it is less than one of it.
    share = second.number * second.unit.factor / first.unit.factor
    if not 0 < share < 1 or second.unit.factor >= first.unit.factor or first.unit.dimension not in _COMPOUND:
        return None
    if second.unit.code != first.unit.code or first.number != int(first.number):
        return None
    span = Span(first.span.start, second.span.end)
    return replace(first, span=span, whole=span, number=first.number + share)


_UNIT_BEFORE = re.compile(r"(?:\b(?:an?|one)[\s-])?\b(?P<unit>[^\W\d_]+)[\s-]and[\s-]$", re.IGNORECASE)


def halves(text: str, found: Sequence[Amount]) -> list[Amount]:
    """ "an hour and a half", "two miles and a quarter": the fraction is of the unit before it."""
    joined: list[Amount] = []
    for amount in found:
        if both := _and_half(text, joined[-1] if joined else None, amount):
            if joined and joined[-1].span.overlaps(both.span):
                joined.pop()
            joined.append(both)
        else:
            joined.append(amount)
    return joined


def _and_half(text: str, last: Amount | None, amount: Amount) -> Amount | None:
    if amount.kind != "share" or amount.number is None or amount.number >= 1 or amount.unit is not None:
        return None
    begin = max(0, amount.span.start - 24)
    match = _UNIT_BEFORE.search(text[begin : amount.span.start])
    unit = match and units.named(match["unit"])
    if not match or not unit or unit.dimension not in _COMPOUND:
        return None
    whole, start = Decimal(1), begin + match.start()
    if last is not None and last.span.end > start and last.number is not None:
        whole, start = last.number, last.span.start
    span = Span(start, amount.span.end)
    return replace(amount, span=span, whole=span, number=whole + amount.number, unit=unit, kind=unit.dimension)


_COMPOUND = {"length", "mass", "time", MONEY, "volume"}


def _tail_unit(text: str, first: Amount, second: Amount) -> Amount:
    """The unit left unsaid or shortened behind a larger one: "5 ft 2 in", "15 dollars 50"."""
    if second.unit is not None or first.unit is None:
        return second
    if match := re.compile(rf"\s?(?:{units.tables().tail.pattern})").match(text, second.core.end):
        unit = units.tables().by_tail[match[0].strip()]
        return replace(second, unit=unit, span=Span(second.core.start, match.end()))
    spoken = first.unit.dimension == MONEY and first.span.start == first.core.start
    if spoken and re.match(r"\s*(?:[.,;!?]|$)", text[second.core.end :]) and second.kind == "count":
        return replace(second, unit=Unit("", MONEY, first.unit.factor / 100, code=first.unit.code))
    return second
