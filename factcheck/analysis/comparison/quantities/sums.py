"""Arithmetic inside one account: parts that do not add up to their whole, and a difference that is none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.amounts import last_digit
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import people
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.telling import others
from factcheck.analysis.comparison.quantities.wording import question, sentence, told
from factcheck.values import Kind, Modifier, Status

LISTED = re.compile(r"[^.;:?!\d]{0,40}(?::|\s[–—]|\s--)\s*")
"""From a whole to the list of its parts: "1,240 houses were destroyed: 910 in ..."."""
APPOSED = re.compile(r",\s")
OF_WHICH = re.compile(r"[^.;:?!\d]{0,40},\s+of (?:which|whom)\s+")
NEXT = re.compile(r"[^.;:?!\d]{0,40}(?:,\s|\s?[–—]\s?|\s--\s?)?[^.;:?!\d]{0,20}?(?:\band\s+)?")
"""From one part to the next."""
LAST = re.compile(r"\band\s+$")
ONE = re.compile(r"\bone (?:in|at|near|from|on|was|of them)\b")
"""A part told by a word that is no number elsewhere: "three in Elm, one in Ash"."""
CLOSING = re.compile(r"[^.;:?!\d]{0,40}?\band one\b[^,;:\d]{0,40}[.;]")
OPEN = re.compile(
    r"\b(?:includ|among|most|mainly|such as|other|rest|some of|at least|more than|up to|from|to)\w*\b", re.I
)
"""A list that does not claim to be whole."""
REMAINING = re.compile(r"\b(?:the\s+)?(?:remaining|other|rest(?:,)?(?: of)?)\s*$", re.I)
DIFFERENCE = re.compile(r"\b(?:difference|gap|margin)\b[^.;\d]{0,40}\b(?:at|of|was|is)\s+$", re.I)
IN_MONTH = re.compile(r"\s(?:\w+\s)?in\s([A-Z][a-z]+)\b")
QUARTER = re.compile(r"\bquarter\b|\bthree months\b", re.I)
QUARTERS = {
    ("january", "february", "march"),
    ("april", "may", "june"),
    ("july", "august", "september"),
    ("october", "november", "december"),
}
FAR = 250
"""Characters a difference may stand behind the two numbers it is the difference of."""

Unequal = tuple[Stated, list[Stated], Decimal]
"""What is stated as the whole or the difference, the amounts it is made of, and what they make."""


def unequal(accounts: Accounts, stated: Sequence[Stated]) -> Iterator[Finding]:
    """Every whole and difference of one account that its own numbers contradict."""
    by_article: dict[str, list[Stated]] = defaultdict(list)
    for s in stated:
        if s.quantity.unit != "rank" and not s.dated:
            by_article[s.article].append(s)
    for held in by_article.values():
        held.sort(key=lambda s: s.claim.span)
        for rule, holds in RULES:
            for whole, parts, due in holds(held):
                yield _finding(accounts, rule, whole, parts, due)


def sum_of_list(held: Sequence[Stated]) -> Iterator[Unequal]:
    """ "1,240 houses: 910 in the town and 430 in the hills"; "seven people, five men and three women"."""
    for n, whole in enumerate(held):
        following = held[n + 1 : n + 6]
        if not following or not _exact(whole):
            continue
        gap = _between(whole, following[0])
        listed = LISTED.fullmatch(gap) is not None
        sorts = APPOSED.fullmatch(gap) is not None and _person(whole) and _person(following[0])
        if not (listed or sorts) or OPEN.search(gap):
            continue
        parts = _list(whole, following)
        if len(parts) > 1:
            yield from _wrong(whole, parts)


def parts_with_remainder(held: Sequence[Stated]) -> Iterator[Unequal]:
    """ "$48,350, of which $31,200 was found in a van and $7,150 in a shed. The remaining $8,000 is gone."."""
    for n, whole in enumerate(held):
        following = held[n + 1 : n + 6]
        if not following or not _exact(whole) or not OF_WHICH.fullmatch(_between(whole, following[0])):
            continue
        parts = [s for s in following if _same_kind(whole, s) and _exact(s)]
        last = next((i for i, s in enumerate(parts) if REMAINING.search(_before(s))), None)
        if last is not None:
            yield from _wrong(whole, parts[: last + 1])


def sorts_of_people(held: Sequence[Stated]) -> Iterator[Unequal]:
    """ "All 20 climbers are safe. Nine are Poles, eight Czechs and four Slovaks.": more than there are."""
    for n, whole in enumerate(held):
        following = held[n + 1 : n + 6]
        if len(following) < 2 or not _exact(whole) or not _person(whole):
            continue
        opens = following[0].claim
        if opens.span.start != opens.sentence.start or opens.sentence == whole.claim.sentence:
            continue
        if not re.match(r"\s(?:[\w-]+\s)?(?:are|were)\b", following[0].text[opens.span.end : opens.span.end + 24]):
            continue
        parts = _list(whole, following)
        if len(parts) > 1 and sum(_number(s) for s in parts) > _number(whole):
            yield from _wrong(whole, parts)


def months_of_a_quarter(held: Sequence[Stated]) -> Iterator[Unequal]:
    """ "$11.1 million in the first quarter", "$4.6 million in January, $4.1 million in February and $2.9 ... March"."""
    for n, first in enumerate(held):
        parts = [s for s in held[n : n + 5] if s.claim.sentence == first.claim.sentence and _month(s)]
        if len(parts) < 3 or parts[0] is not first or tuple(map(_month, parts[:3])) not in QUARTERS:
            continue
        parts = parts[:3]
        for whole in held:
            same = whole.quantity.unit == first.quantity.unit and _exact(whole) and not others(whole, first)
            if same and whole not in parts and QUARTER.search(_beside(whole)) and not _month(whole):
                due = sum((_number(s) for s in parts), Decimal(0))
                room = sum((last_digit(_number(s)) for s in (whole, *parts)), Decimal(0)) / 2
                if abs(due - _number(whole)) > room and _number(whole) > max(map(_number, parts)):
                    yield whole, parts, due
                break


def _month(s: Stated) -> str:
    """The month behind an amount: "january" of "$4.6 million in January"."""
    match = IN_MONTH.match(s.text, s.claim.span.end)
    return match[1].lower() if match else ""


def _beside(s: Stated) -> str:
    return s.text[max(s.claim.sentence.start, s.claim.span.start - 60) : s.claim.span.end + 60]


def difference_of_two(held: Sequence[Stated]) -> Iterator[Unequal]:
    """ "Lee won 97,643 votes, Cole 82,178. The difference between the two is 15,965."."""
    for n, gap in enumerate(held):
        if not _exact(gap) or not DIFFERENCE.search(_before(gap)):
            continue
        near = [s for s in held[:n] if gap.claim.span.start - s.claim.span.end < FAR and _number(s) > _number(gap)]
        if len(near) == 2 and all(_exact(s) for s in near) and _same_kind(near[0], near[1]):
            due = abs(_number(near[0]) - _number(near[1]))
            if due != _number(gap):
                yield gap, near, due


RULES: tuple[tuple[str, Callable[[Sequence[Stated]], Iterator[Unequal]]], ...] = (
    ("quantity-sum-of-parts", sum_of_list),
    ("quantity-sum-of-parts", parts_with_remainder),
    ("quantity-sum-of-parts", sorts_of_people),
    ("quantity-sum-of-parts", months_of_a_quarter),
    ("quantity-difference-of-two", difference_of_two),
)
CONFIDENCE = 0.8


def _list(whole: Stated, following: Sequence[Stated]) -> list[Stated]:
    """The parts that follow one another up to "and", in one sentence; () when the list never closes or is open."""
    parts: list[Stated] = []
    for s in following:
        if s.claim.sentence != following[0].claim.sentence or not _same_kind(whole, s) or not _exact(s):
            break
        gap = _between(parts[-1], s) if parts else ""
        if parts and (not NEXT.fullmatch(gap) or OPEN.search(gap)):
            return []
        parts.append(s)
        if LAST.search(gap):
            return parts
        if len(parts) > 1 and CLOSING.match(s.text, s.claim.span.end, s.claim.sentence.end):
            return parts
    return []


def _ones(parts: Sequence[Stated]) -> int:
    """How many parts of one stand between the others and behind the last."""
    last = parts[-1].claim
    tail = CLOSING.match(parts[-1].text, last.span.end, last.sentence.end)
    return sum(len(ONE.findall(_between(a, b))) for a, b in pairwise(parts)) + (1 if tail else 0)


def _wrong(whole: Stated, parts: list[Stated]) -> Iterator[Unequal]:
    due = sum((_number(s) for s in parts), Decimal(0)) + _ones(parts)
    if due != _number(whole) and max(map(_number, parts)) < _number(whole):
        yield whole, parts, due


def _same_kind(whole: Stated, part: Stated) -> bool:
    """A part counts the same, or is a bare number, or both are people."""
    q, r = whole.quantity, part.quantity
    return r.unit in {q.unit, None} or (_person(whole) and _person(part))


def _person(s: Stated) -> bool:
    q = s.quantity
    named = s.claim.text.split()[-1][:1].isupper() and q.unit == q.noun
    return bool({q.noun, q.unit} & people()) or (q.noun is not None and named)


def _exact(s: Stated) -> bool:
    q = s.quantity
    counted = q.unit not in {"percentage", "score"} and s.slot != "age"
    return q.modifier is Modifier.EXACT and q.number is not None and counted


def _number(s: Stated) -> Decimal:
    return s.quantity.number or Decimal(0)


def _between(a: Stated, b: Stated) -> str:
    return a.text[a.claim.span.end : b.claim.span.start]


def _before(s: Stated) -> str:
    return s.text[max(0, s.claim.span.start - 80) : s.claim.span.start]


def _finding(accounts: Accounts, rule: str, whole: Stated, parts: list[Stated], due: Decimal) -> Finding:
    listed = ", ".join(told(s) for s in parts)
    made = f"{listed} make {due:,}" if rule == "quantity-sum-of-parts" else f"{listed} differ by {due:,}"
    reason = f"{told(whole)} ({accounts.sources([whole.claim])}) against {due:,}: {made}."
    return Finding(
        Kind.QUANTITY,
        question(whole),
        Status.CONFLICT,
        (Said(told(whole), (whole.claim,)), Said(listed, tuple(s.claim for s in parts))),
        rule,
        sentence(reason),
        CONFIDENCE,
    )
