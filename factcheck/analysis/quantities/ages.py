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
_AGED = re.compile(r"\b(?:aged?|ages|at the age of|ages? of)[\s:]+$", re.IGNORECASE)
_OLDER = re.compile(r"\s(?:years\s)?(?:or|and)\s(?:older|younger)\b")
# "who is 58", "when she was 14", "Maria Lopez, now 53,": nothing else may follow that the number could count.
_SAID_OF = re.compile(
    r"(?:\bwho (?:is|was|turned)|\bwhen (?:he|she|I|they) (?:was|were|turned)|[^\W\d_],\s(?:now|then))\s$"
)
_ALONE = re.compile(r"\s*(?:[,.;:)?!\"”’]|$|\s(?:and|or|when|at|but|in)\b)")


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
    if _of_a_person(text, amount):
        return replace(amount, kind="age", unit=year)
    if match := _AGED.search(text, max(0, amount.core.start - 16), amount.core.start):
        span = Span(match.start(), amount.core.end)
        return replace(amount, span=span, whole=span, kind="age", unit=year)
    return replace(amount, kind="age", unit=year) if _apposed(text, amount) else amount


def _of_a_person(text: str, amount: Amount) -> bool:
    """ "anyone 21 or older", "when she was 14,"."""
    if not _AGE_DIGITS.fullmatch(amount.core.of(text)):
        return False
    if _OLDER.match(text, amount.core.end):
        return True
    before = text[max(0, amount.core.start - 24) : amount.core.start]
    return bool(_SAID_OF.search(before) and _ALONE.match(text, amount.core.end))


def _apposed(text: str, amount: Amount) -> bool:
    """ "Maria Lopez, 52, said": the full stop asks for two names, for "in Boston, 12." may count anything."""
    closing = _APPOSED.match(text, amount.core.end)
    if closing is None or not _AGE_DIGITS.fullmatch(amount.core.of(text)):
        return False
    before = text[max(0, amount.core.start - 40) : amount.core.start]
    names = 2 if closing[0][0] == "." else 1
    return re.search(rf"(?:[A-Z][\w.'’-]*[^\W\d_]\s?){{{names}}}(?<!\s)(?:,\s+|\s\()$", before) is not None
