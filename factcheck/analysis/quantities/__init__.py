"""Article -> every quantity it states, as mentions: number, unit, how it is meant, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Context, Decimal

from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.quantities import amounts, bounds, counted, exclusions
from factcheck.analysis.quantities.amounts import Amount
from factcheck.shipped import lexicon
from factcheck.values import Kind, Modifier, Quantity, Span


def find(parsed: Parsed, taken: Sequence[Span]) -> list[Mention]:
    """The quantities of an article, in order. `taken` are spans that something else (a date) already explains.

    An age is found even where it overlaps `taken`: "52-year-old" is no duration.
    """
    return list(_mentions(parsed, amounts.find(parsed.text), sorted(taken)))


def _mentions(parsed: Parsed, found: Sequence[Amount], taken: Sequence[Span]) -> Iterator[Mention]:
    end = 0
    last: Mention | None = None
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
        value = _shared_change(parsed, last, span, _quantity(parsed, amount, noun))
        last = Mention(Kind.QUANTITY, span, value, noun.subject if noun else "")
        yield last


_RESTATED = re.compile(r",?\s+or\s+(?:about\s+|nearly\s+|roughly\s+)?|\s*\(")


def _shared_change(parsed: Parsed, last: Mention | None, span: Span, value: Quantity) -> Quantity:
    """ "down 123 points, or 1.1 percent": what is said again in another unit changed the same way."""
    if last is None or value.change or not isinstance(last.value, Quantity) or last.value.change is None:
        return value
    if value.unit is None or not _RESTATED.fullmatch(parsed.text[last.span.end : span.start]):
        return value
    return replace(value, change=last.value.change)


def _quantity(parsed: Parsed, amount: Amount, noun: counted.Noun | None) -> Quantity:
    modifier, low, high = amount.modifier, amount.low, amount.high
    if modifier is Modifier.ABOUT and not counted.is_about(parsed, amount):
        modifier = Modifier.EXACT
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
    elif noun and _strength(parsed, amount, noun):
        unit = "magnitude"
    else:
        unit = noun.unit if noun else None
    return Quantity(
        number=_plain(amount.number),
        low=_plain(low),
        high=_plain(high),
        unit=unit,
        modifier=modifier,
        noun=noun.lemma if noun else None,
        change=counted.change(parsed, amount),
    )


def _strength(parsed: Parsed, amount: Amount, noun: counted.Noun) -> bool:
    """ "A 7.2 quake": a number with a decimal point counts no earthquakes."""
    return noun.lemma in lexicon("units")["magnitude"]["of"] and "." in amount.core.of(parsed.text)


def _plain(number: Decimal | None) -> Decimal | None:
    """Without idle noughts and at most 15 digits: 3500000.0 becomes 3500000."""
    if number is None:
        return None
    short = Context(prec=15).plus(number) if number.as_tuple().digits[15:] and number != int(number) else number
    return short.to_integral_value() if short == short.to_integral_value() else short.normalize()
