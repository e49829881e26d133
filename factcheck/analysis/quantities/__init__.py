"""Article -> every quantity it states, as mentions: number, unit, how it is meant, and what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.quantities import amounts, bounds, counted, exclusions
from factcheck.analysis.quantities.amounts import Amount
from factcheck.values import Kind, Modifier, Quantity, Span


def find(parsed: Parsed, taken: Sequence[Span]) -> list[Mention]:
    """The quantities of an article, in order. `taken` are spans that something else (a date) already explains.

    An age is found even where it overlaps `taken`: "52-year-old" is no duration.
    """
    return list(_mentions(parsed, amounts.find(parsed.text), sorted(taken)))


def _mentions(parsed: Parsed, found: Sequence[Amount], taken: Sequence[Span]) -> Iterator[Mention]:
    end = 0
    for amount in exclusions.remaining(parsed, found, taken):
        noun = counted.noun(parsed, amount)
        if amount.kind == "ordinal" and not counted.is_rank(parsed, amount):
            continue
        if exclusions.idle(parsed, amount, noun):
            continue
        span = noun.span if noun else amount.span
        if span.start < end:
            continue
        end = span.end
        yield Mention(Kind.QUANTITY, span, _quantity(parsed, amount, noun), noun.subject if noun else "")


def _quantity(parsed: Parsed, amount: Amount, noun: counted.Noun | None) -> Quantity:
    modifier, low, high = amount.modifier, amount.low, amount.high
    if noun and modifier is Modifier.EXACT and amount.number is not None and amount.kind != "ordinal":
        # "20 people or more", "ten arrests at least": the hedge follows the noun.
        late = bounds.after(parsed.text, noun.span.end)
        if late:
            modifier = late.modifier
            low, high = bounds.limits(modifier, amount.number)
    if amount.kind == "ordinal":
        unit: str | None = "rank"
    elif amount.unit is not None:
        unit = amount.unit.name
    else:
        unit = noun.unit if noun else None
    return Quantity(
        number=amount.number,
        low=low,
        high=high,
        unit=unit,
        modifier=modifier,
        noun=noun.lemma if noun else None,
        change=counted.change(parsed, amount),
    )
