"""Counts against what is listed behind them: "four other cities: Ash, Elm and Oak" names three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.wording import question, sentence, told
from factcheck.values import Claim, Modifier, Span, Status

NAME = r"(?:the\s)?[A-Z][\w’'.-]*(?:\s(?:de|del|la|of|the|al|el|von|van)?\s?[A-Z][\w’'.-]*){0,3}"
LIST = re.compile(
    rf"(?::|\s[–—]|\s--)\s(?:namely\s)?({NAME}(?:,\s{NAME}){{0,8}},?\sand\s{NAME})(?=[.;]\s|[.;]?$|[.;]?\n|\s[–—]|,\s)"
)
SPLIT = re.compile(r",\s(?:and\s)?|\sand\s")
FIRMS = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Sons|Bosnia|Trinidad|Antigua)\b")
"""An "and" behind one of these, or before it, stands inside a name."""
MOST = 12
"""More are not listed one by one."""
CONFIDENCE = 0.7


def miscounted(accounts: Accounts, stated: Sequence[Stated]) -> Iterator[Finding]:
    """Every small exact count with a closed list of names behind it that holds fewer or more."""
    for s in stated:
        names = _listed(s)
        if names is not None and _number(s) != len(names[1]):
            yield _finding(accounts, s, *names)


def _listed(s: Stated) -> tuple[Span, list[str]] | None:
    q = s.quantity
    counts = q.noun is not None and q.unit is not None and not s.money and s.slot != "age"
    if not counts or q.modifier is not Modifier.EXACT or not 2 <= _number(s) <= MOST or s.part:
        return None
    start = s.claim.span.end
    match = LIST.match(s.text[: s.claim.sentence.end], start)
    if match is None or FIRMS.search(match[1]):
        return None
    return Span(*match.span(1)), SPLIT.split(match[1])


def _finding(accounts: Accounts, s: Stated, span: Span, names: Sequence[str]) -> Finding:
    listed = s.text[span.start : span.end]
    inside: tuple[Claim, ...] = tuple(c for c in accounts.claims if c.article == s.article and span.contains(c.span))
    reason = f"{told(s)} ({accounts.sources([s.claim])}) against {len(names)}: {listed}."
    return Finding(
        s.claim.kind,
        question(s),
        Status.CONFLICT,
        (Said(told(s), (s.claim,)), Said(listed, inside or (s.claim,))),
        "quantity-names-listed",
        sentence(reason),
        CONFIDENCE,
    )


def _number(s: Stated) -> Decimal:
    return s.quantity.number or Decimal(0)
