"""Ages in every dress: "52-year-old", "aged 52", "Maria Lopez, 52,"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.analysis.quantities import units
from factcheck.analysis.quantities.amount import Amount
from factcheck.values import Span

_OLD = re.compile(r"[\s-](?:old|of\s+age)\b|[\s-]olds\b")
_YO = re.compile(r"\s?(?:yo|y/o|y\.o\.)\b")
# "Maria Lopez, 52, said", "Maria (52)": a capitalised word, digits, and a mark that closes them off.
_AGE_DIGITS = re.compile(r"[1-9]\d?|1[01]\d")
_APPOSED = re.compile(r"[,;)]|\s[-–—]|\.(?:\s|$)")
_AGED = re.compile(r"\b(?:aged?|at the age of|age of)[\s:]+$", re.IGNORECASE)


def ages(text: str, found: Sequence[Amount]) -> list[Amount]:
    return [_age(text, amount) for amount in found]


def _age(text: str, amount: Amount) -> Amount:
    """ "52-year-old", "ten months old", "aged 52", "at the age of 87"."""
    if amount.kind == "time" and (match := _OLD.match(text, amount.span.end)):
        span = Span(amount.span.start, match.end())
        return replace(amount, span=span, whole=span, kind="age")
    if amount.kind != "count" or amount.number is None:
        return amount
    year = units.named("year")
    if match := _YO.match(text, amount.core.end):
        span = Span(amount.span.start, match.end())
        return replace(amount, span=span, whole=span, kind="age", unit=year, glued=False)
    if match := _AGED.search(text, max(0, amount.core.start - 16), amount.core.start):
        span = Span(match.start(), amount.core.end)
        return replace(amount, span=span, whole=span, kind="age", unit=year)
    return replace(amount, kind="age", unit=year) if _apposed(text, amount) else amount


def _apposed(text: str, amount: Amount) -> bool:
    """ "Maria Lopez, 52, said": the full stop asks for two names, for "in Boston, 12." may count anything."""
    closing = _APPOSED.match(text, amount.core.end)
    if closing is None or not _AGE_DIGITS.fullmatch(amount.core.of(text)):
        return False
    before = text[max(0, amount.core.start - 40) : amount.core.start]
    names = 2 if closing[0][0] == "." else 1
    return re.search(rf"(?:[A-Z][\w.'’-]*[^\W\d_]\s?){{{names}}}(?<!\s)(?:,\s+|\s\()$", before) is not None
