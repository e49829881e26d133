"""Text -> amounts: numbers with their units, bounds and ranges. The parse is not needed here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.analysis import numbers
from factcheck.analysis.quantities import bounds
from factcheck.analysis.quantities.ages import ages
from factcheck.analysis.quantities.amount import Amount
from factcheck.analysis.quantities.compounds import compounds, halves
from factcheck.analysis.quantities.measures import measured
from factcheck.analysis.quantities.ranges import ranges
from factcheck.values import Modifier, Span

__all__ = ["Amount", "find"]


def find(text: str) -> list[Amount]:
    """All amounts in `text`, in order."""
    found: list[Amount] = []
    for number in numbers.find(text):
        spent = found[-1].span.end if found else 0
        if number.span.start >= spent:
            found.append(measured(text, number, spent))
    for step in (compounds, halves, ages, ranges, _bounded, _two_sided):
        found = step(text, found)
    return found


def _bounded(text: str, found: Sequence[Amount]) -> list[Amount]:
    nexts = [*(amount.core.start for amount in found[1:]), len(text) + 1]
    return [_bound(text, amount, following) for amount, following in zip(found, nexts, strict=False)]


def _late_hedge(text: str, amount: Amount, following: int) -> bounds.Hedge | None:
    """The hedge behind an amount, unless it belongs to the number at `following`: "50 and less than 100"."""
    right = bounds.after(text, amount.core.end) or bounds.after(text, amount.span.end)
    if right and re.fullmatch(r"\s*(?:than|to)?\s*[^\w\s]?", text[right.end : following]) and following <= len(text):
        return None
    return right


def _bound(text: str, amount: Amount, following: int) -> Amount:
    """Applies the hedges on both sides: "at least 5", "5 or more", "about 5 to 10"."""
    if amount.kind in {"malformed", "score"}:
        return amount
    left = bounds.before(text, amount.whole.start)
    right = _late_hedge(text, amount, following)
    if amount.modifier is Modifier.RANGE:
        return amount
    if amount.kind == "ordinal" and (left is None or left.modifier is Modifier.ABOUT):
        return amount
    hedge = right if right and (left is None or left.modifier in {Modifier.ABOUT, Modifier.EXACT}) else left
    if hedge is None or (amount.number is None and hedge.modifier is not Modifier.ABOUT):
        return amount
    whole = Span(
        left.start if left and left.modifier is not Modifier.ABOUT else amount.whole.start,
        max(right.end if right else 0, amount.whole.end),
    )
    if amount.number is None:
        return replace(amount, whole=whole)
    low, high = bounds.limits(hedge.modifier, amount.number)
    return replace(
        amount, whole=whole, modifier=hedge.modifier, low=low, high=high,
        low_in=hedge.modifier is not Modifier.MORE, high_in=hedge.modifier is not Modifier.LESS,
    )  # fmt: skip


_BOTH = re.compile(r",?\s*(?:and|but|,)\s*|\s*,\s*")


def _two_sided(text: str, found: Sequence[Amount]) -> list[Amount]:
    """ "more than 20 and less than 35" is one range."""
    joined: list[Amount] = []
    for amount in found:
        if joined and (both := _both_sides(text, joined[-1], amount)):
            joined[-1] = both
        else:
            joined.append(amount)
    return joined


def _both_sides(text: str, first: Amount, second: Amount) -> Amount | None:
    gap = text[first.whole.end : second.whole.start] if first.whole.end <= second.whole.start else "?"
    if not _BOTH.fullmatch(gap) or first.unit != second.unit or first.kind != second.kind:
        return None
    lower, upper = (first, second) if first.modifier in bounds.LOWER else (second, first)
    if lower.modifier not in bounds.LOWER or upper.modifier not in bounds.UPPER:
        return None
    if lower.low is None or upper.high is None or lower.low >= upper.high:
        return None
    return replace(
        first, core=Span(first.core.start, second.core.end), span=Span(first.span.start, second.span.end),
        whole=Span(first.whole.start, second.whole.end), number=None, low=lower.low, high=upper.high,
        modifier=Modifier.RANGE, low_in=lower.low_in, high_in=upper.high_in,
    )  # fmt: skip
