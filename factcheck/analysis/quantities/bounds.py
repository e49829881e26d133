"""How a number is meant: hedges, bounds and ranges, read from the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.shipped import lexicon
from factcheck.values import Modifier

_WINDOW = 40
_PHRASAL = re.compile(r"\b(?:hand|turn|sign|mak|mad|tak|took|giv|gave)\w*\s$", re.IGNORECASE)
"""Verbs "over" belongs to: "handed over 1,700 pages" are 1,700 pages."""
_MODIFIERS = {
    "more": Modifier.MORE,
    "at_least": Modifier.AT_LEAST,
    "less": Modifier.LESS,
    "at_most": Modifier.AT_MOST,
    "about": Modifier.ABOUT,
    "exactly": Modifier.EXACT,
}
LOWER = {Modifier.MORE, Modifier.AT_LEAST}
UPPER = {Modifier.LESS, Modifier.AT_MOST}


@dataclass(frozen=True, slots=True)
class Hedge:
    """A phrase beside a number: how it bounds it, and where it stands."""

    modifier: Modifier
    start: int
    end: int


def before(text: str, start: int) -> Hedge | None:
    """The hedge that ends where a number at `start` begins: "more than" in "more than 50"."""
    pattern, meanings = _pattern("before")
    begin = max(0, start - _WINDOW)
    match = pattern.search(text[begin:start])
    if not match or (
        match["phrase"].lower() == "over" and _PHRASAL.search(text[begin : begin + match.start("phrase")])
    ):
        return None
    return Hedge(meanings[_folded(match["phrase"])], begin + match.start("phrase"), begin + match.end("phrase"))


def after(text: str, end: int) -> Hedge | None:
    """The hedge that begins where a number or its unit ends: "or more", "-plus"."""
    pattern, meanings = _pattern("after")
    match = pattern.match(text[end : end + _WINDOW])
    if not match or _begins_a_number(text, end + match.end()):
        return None
    return Hedge(meanings[_folded(match["phrase"])], end + match.start("phrase"), end + match.end("phrase"))


def _begins_a_number(text: str, end: int) -> bool:
    """In "10 likes and over 2,000 comments" the words "and over" belong to the second number."""
    word = re.compile(r"\s+(?:than\s+)?(?:[$£€]?(\d)|([^\W\d_]+))").match(text, end)
    if word is None:
        return False
    table = lexicon("numbers")
    return bool(word[1]) or any(word[2].lower() in table[s] for s in ("units", "teens", "tens", "hundred"))


def limits(modifier: Modifier, number: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a bounded number allows: "at least 5" is (5, None)."""
    return (number if modifier in LOWER else None, number if modifier in UPPER else None)


@cache
def _pattern(side: str) -> tuple[re.Pattern[str], dict[str, Modifier]]:
    meanings: dict[str, Modifier] = {}
    for meaning, phrases in lexicon("hedges")[side].items():
        for phrase in _expanded(phrases, "more" if meaning in {"more", "at_least"} else "less"):
            meanings.setdefault(_folded(phrase), _MODIFIERS[meaning])
    longest = sorted(meanings, key=len, reverse=True)
    words = "|".join(_spaced(phrase) for phrase in longest if phrase[0].isalpha())
    marks = "|".join(_spaced(phrase) for phrase in longest if not phrase[0].isalpha())
    phrase = rf"(?P<phrase>(?<![\w-])(?:{words})|(?<![<>=])(?:{marks}))"
    if side == "before":
        return re.compile(rf"{phrase}(?:\s+(?:a|an)(?=\s)|(?<=than)\s+the(?=\s))?\s*$", re.IGNORECASE), meanings
    return re.compile(rf"\s?{phrase}(?![\w-])", re.IGNORECASE), meanings


def _expanded(phrases: Iterable[str], direction: str) -> Iterable[str]:
    for phrase in phrases:
        if "W" in phrase:
            yield from (phrase.replace("W", word) for word in lexicon("hedges")["comparatives"][direction])
        else:
            yield phrase


def _folded(phrase: str) -> str:
    return " ".join(phrase.lower().split())


def _spaced(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())
