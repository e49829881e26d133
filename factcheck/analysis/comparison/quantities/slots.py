"""Typed slots: which of the questions news answers with a number a quantity stands in, by the table slots.toml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from factcheck.analysis.comparison.likeness import people, same_word
from factcheck.analysis.quantities.units import MONEY, named
from factcheck.shipped import lexicon
from factcheck.values import Claim, Quantity

PLACE = re.compile(
    r"\s*(?:\([^)]{1,24}\)\s*)?(?:(?:to the\s+)?(?:(?:north|south|east|west)[\w-]*\s+){1,3}|away\s+|outside\s+|from\s+)"
    r"(?:of\s+|from\s+)?(?:the\s+(?:[a-z]+\s+){1,3}(?:of\s+)?|[a-z]+\s+capital,?\s+)?,?\s*([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
VERBAL = r"(?:(?:were|was|are|is|still|now|have been|had been|has been|been|more|others|people)\s+){0,2}"
"""What may stand between a number and the word that tells its slot: "55 others were wounded"."""


def slot_of(claim: Claim, before: str, after: str) -> str:
    """The slot of an amount, "" for none: "12 people were killed" is a toll. `before` and `after` are its sentence."""
    return next((name for name in typed() if _stands_in(slot(name), claim, before, after)), "")


def slot(name: str) -> dict[str, Any]:
    return lexicon("slots")[name]  # type: ignore[no-any-return]


def closest(name: str) -> float:
    """The smaller over the larger amount from which two amounts of the slot answer one question."""
    return float(slot(name)["closest"])


@cache
def anyone() -> frozenset[str]:
    """Nouns for any human being, whom another account may name more narrowly."""
    return frozenset(lexicon("slots")["anyone"]["words"])


@cache
def slight() -> frozenset[str]:
    """Adjectives that do not narrow what is counted."""
    return frozenset(lexicon("slots")["slight"]["words"])


@cache
def typed() -> tuple[str, ...]:
    """The names of the slots of the table, in its order."""
    return tuple(name for name, table in lexicon("slots").items() if "question" in table)


def _stands_in(table: dict[str, Any], claim: Claim, before: str, after: str) -> bool:
    q, f = claim.value, claim.frame
    assert isinstance(q, Quantity)
    words = {q.noun or "", q.unit or ""} - {""}
    if words & {*table.get("nouns", ()), *table.get("units", ())}:
        return True
    if not _counted(table, claim, words):
        return False
    if table.get("place"):
        return bool(place_behind(after))
    if _beside(table.get("after", ()), rf"[\s-]*{VERBAL}(?:%s)\b", after) or _beside(
        table.get("before", ()), r"\b(?:%s)\s*$", before
    ):
        return True
    words = words or {claim.text.split()[-1].lower()}
    undergoes = f.event in table.get("undergo", ()) and (q.unit == "time" or any(same_word(f.theme, w) for w in words))
    return undergoes or (f.event in table.get("do", ()) and any(same_word(f.agent, w) for w in words))


def _counted(table: dict[str, Any], claim: Claim, words: set[str]) -> bool:
    """Whether the slot takes what the amount counts; a bare number ("55 wounded") may count anything."""
    q = claim.value
    assert isinstance(q, Quantity)
    counts = table.get("counts", ())
    if q.unit in counts or dimension(q.unit) in counts:
        return True
    if q.unit is None:
        return not {"score", "length", "job", MONEY} & set(counts)
    return "people" in table.get("counts", ()) and (bool(words & people()) or demonym(claim))


@cache
def dimension(unit: str | None) -> str:
    """What a unit measures: "length" for "mile", "money" for "euro", "" for a counted noun."""
    known = named(unit) if unit else None
    return known.dimension if known else ""


def place_behind(after: str) -> str:
    """The place a distance is measured from: "ridgeton" in "[12 km] (7 miles) south-west of Ridgeton"."""
    match = PLACE.match(after)
    return match[1].lower() if match else ""


@cache
def meanings(noun: str) -> frozenset[int]:
    """The sets of nouns that stand for one thing, by number: "robber" and "gunman" share one."""
    return _meanings().get(noun, frozenset())


@cache
def _meanings() -> dict[str, frozenset[int]]:
    held: dict[str, set[int]] = defaultdict(set)
    for n, nouns in enumerate(nouns for field in lexicon("nouns").values() for nouns in field):
        for noun in nouns:
            held[noun].add(n)
    return {noun: frozenset(groups) for noun, groups in held.items()}


def same_noun(a: str, b: str) -> bool:
    """Whether two counted nouns may stand for one thing."""
    return same_word(a, b) or bool(meanings(a) & meanings(b))


def demonym(claim: Claim) -> bool:
    """ "600 Palestinians": counted people are named by a word with a capital."""
    q = claim.value
    assert isinstance(q, Quantity)
    last = claim.text.split()[-1]
    return q.noun is not None and q.unit == q.noun and last[:1].isupper() and last.endswith(("s", "ese", "ish"))


def _beside(patterns: Sequence[str], frame: str, text: str) -> bool:
    if not patterns:
        return False
    pattern = _pattern(frame, tuple(patterns))
    return bool(pattern.search(text) if frame.endswith("$") else pattern.match(text))


@cache
def _pattern(frame: str, patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(frame % "|".join(patterns), re.IGNORECASE)
