"""What a claim states, in a few words of the program's own language: for answers that are not the article's words."""

from __future__ import annotations

from decimal import Decimal

from factcheck.values import (
    Attribution,
    Claim,
    Modifier,
    Name,
    Quantity,
    Quotation,
    Statement,
    Text,
    TimeExpression,
)

MEANT = {
    Modifier.ABOUT: "about ",
    Modifier.MORE: "more than ",
    Modifier.AT_LEAST: "at least ",
    Modifier.LESS: "less than ",
    Modifier.AT_MOST: "at most ",
}
SHOWN = 60
"""Characters of a quotation."""


def told(claim: Claim) -> str:
    """The value of a claim in words; the claim's own where it has none."""
    match claim.value:
        case Text(words):
            return words
        case Quantity() as quantity:
            return _quantity(quantity) or claim.text
        case TimeExpression(timex=timex):
            return timex
        case Quotation(words=words):
            plain = " ".join(words.split())
            return f"“{plain if len(plain) <= SHOWN else plain[:SHOWN].rsplit(' ', 1)[0] + ' …'}”"
        case Attribution(speaker=speaker):
            return speaker or claim.text
        case Name(canonical=name):
            return name
        case Statement(predicate=predicate, polarity=polarity):
            return predicate if polarity else f"not: {predicate}"


def _quantity(q: Quantity) -> str:
    unit = "%" if q.unit == "percentage" else q.unit or q.noun or ""
    if q.number is not None:
        return f"{MEANT.get(q.modifier, '')}{number(q.number)} {unit}".strip()
    if q.low is not None and q.high is not None:
        return f"{number(q.low)} to {number(q.high)} {unit}".strip()
    return ""


def number(value: Decimal) -> str:
    """1,200,000 or 4.5."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
