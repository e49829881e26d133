"""Two numbers that are the ends of a range, or the sides of a score."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from factcheck.analysis.quantities.amount import Amount
from factcheck.analysis.quantities.units import Unit
from factcheck.shipped import lexicon
from factcheck.values import Modifier, Span


def ranges(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Joins two neighbours that are the ends of a range, or the sides of a score."""
    joined: list[Amount] = []
    for amount in found:
        if joined and (both := _range(text, joined[-1], amount)):
            joined[-1] = both
        else:
            joined.append(amount)
    return joined


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    link = text[first.span.end : second.span.start].strip().removesuffix(" the")
    shared = re.fullmatch(r"-\s*(to|and|or)-?", link)
    word = shared[1] if shared else link.lower()
    if not _joinable(first, second) or len(link) > 8:
        return None
    opener = _opener(text, first.span.start)
    words = lexicon("hedges")["ranges"]
    if opener and word not in words[opener[0]]:
        opener = None
    if not opener and word not in words["bare"]:
        return None
    low, high = _ends(first, second)
    if low is None or high is None:
        return None
    if opener and opener[0] == "from" and (low >= high or _changing(text, opener[1])):
        return None
    if low >= high or (word in {"-", "–"} and _is_score(text, first, second)):
        return _score(text, first, second) if link in {"-", "–"} or _in_words(text, first, second, link) else None
    if word == "or" and high - low > 1:
        return None
    if word == "to" and not opener and _contested(text, first.span.start):
        return None
    start = opener[1] if opener else first.span.start
    span = Span(first.span.start, second.span.end)
    return replace(
        second, core=Span(first.core.start, second.core.end), span=span, whole=Span(start, span.end), number=None,
        low=low, high=high, modifier=Modifier.RANGE, high_in=False, unit=second.unit or first.unit,
        kind=second.kind if second.unit or not first.unit else first.kind,
    )  # fmt: skip


def _joinable(first: Amount, second: Amount) -> bool:
    if first.number is None or second.number is None or {first.kind, second.kind} & {"malformed"}:
        return False
    if {first.kind, second.kind} & {"ordinal", "share"}:
        return first.kind == second.kind
    if Modifier.RANGE in {first.modifier, second.modifier} or first.glued or second.glued:
        return False
    return first.unit is None or second.unit is None or first.unit == second.unit


def _ends(first: Amount, second: Amount) -> tuple[Decimal | None, Decimal | None]:
    """The two numbers; "2 to 3 million" and "$2-3m" lend the first their magnitude."""
    low, high = first.number, second.number
    if low is not None and high is not None and second.scale > 1 and first.scale == 1 and low < 1000:
        lent = low * second.scale
        if lent < high or (low < high and first.unit is None and second.unit is None and lent < high):
            low = lent
    return low, high


def _opener(text: str, start: int) -> tuple[str, int] | None:
    match = re.search(r"\b(between|from)(\s+the)?\s+$", text[max(0, start - 16) : start], re.IGNORECASE)
    return (match[1].lower(), max(0, start - 16) + match.start()) if match else None


def _changing(text: str, start: int) -> bool:
    """ "rose from 5 to 10" names two values, not a range."""
    words = re.findall(r"[^\W\d_]+", text[max(0, start - 40) : start].lower())[-4:]
    change = lexicon("hedges")["change"]
    stems = {verb for way in ("up", "down", "neutral") for verb in change[way]}
    return any(_stem_of(word, stems) for word in words)


def _stem_of(word: str, stems: set[str]) -> bool:
    word = lexicon("hedges")["irregular"].get(word, word)
    shapes = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed"),
              word.removesuffix("ing"), word.removesuffix("ing") + "e", word.removesuffix("ied") + "y"}  # fmt: skip
    undoubled = {s[:-1] for s in shapes if len(s) > 3 and s[-1] == s[-2]}
    return bool((shapes | undoubled) & stems)


# --- scores ---------------------------------------------------------------------------------------


@cache
def _score_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('units')['score']['words'])})\b", re.IGNORECASE)


@cache
def _against() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('units')['score']['against'])})\b[^.;\n]*$", re.IGNORECASE)


def _contested(text: str, start: int) -> bool:
    """ "trailed Smith 44 percent to 48 percent": the sides of a contest, not a range."""
    return _against().search(text[max(0, start - 40) : start]) is not None


def _in_words(text: str, first: Amount, second: Amount, link: str) -> bool:
    """ "A 51-to-47 vote", "a vote of 13 to 12": what is told as a range but falls."""
    return link in {"to", "-to-"} and _is_score(text, first, second)


def _is_score(text: str, first: Amount, second: Amount) -> bool:
    """ "a 1-1 draw", "lost 2-3": a word of sport or voting stands near, and no unit or plural is counted."""
    if first.unit or second.unit or first.scale > 1 or second.scale > 1:
        return False
    after = text[second.span.end : second.span.end + 30]
    if re.match(r"[\s-](?:year|month|week|day|hour|minute|mile|foot|inch)", after):
        return False
    near = text[max(0, first.span.start - 40) : first.span.start] + " " + after
    return bool(_score_words().search(near))


def _score(text: str, first: Amount, second: Amount) -> Amount | None:
    """ "3-1": the lower and the higher count; years, phone numbers and page ranges are none."""
    small = all(a.number is not None and 0 <= a.number < 1000 and a.number == int(a.number) for a in (first, second))
    spelled = first.unit or second.unit or first.kind != "count" or second.kind != "count"
    if not small or spelled or first.number is None or second.number is None:
        return None
    span = Span(first.span.start, second.span.end)
    if not _is_score(text, first, second):
        # "with the count 2-2": two numbers that only mean something together, nobody knows what.
        return replace(first, core=span, span=span, whole=span, number=None, kind="malformed")
    low, high = sorted((first.number, second.number))
    unit = Unit("score", "score")
    return replace(first, core=span, span=span, whole=span, number=None, low=low, high=high, unit=unit, kind="score")
