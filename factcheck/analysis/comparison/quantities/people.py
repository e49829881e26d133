"""What a number tells of one person ("Ann Lee, 61", "a mother of three"), and whether two names stand for one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from rapidfuzz import fuzz

from factcheck.shipped import lexicon
from factcheck.values import Claim, Quantity

SPELT = 75
"""Similarity (0 to 100) of two given names that may be one: Catherine, Katherine."""
NAMED_BEFORE = re.compile(
    r"((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+)(?:,\s*(?:who\s+is\s+|aged?\s+)?|\s+\(|\s+(?:was|is)\s+)$"
)
ROLE_BEFORE = re.compile(
    r"\b(?:the|an?|his|her|their|alleged)\s+(?:(?!first|second|third|other|young|old)\w+\s+)?(\w+),\s*(?:aged?\s+)?$",
    re.IGNORECASE,
)
PARENT_BEFORE = re.compile(
    r"(?:((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+),?\s+(?:an?|the)\s+)?(?i:mother|father|mum|mom|dad|parent)[\s-]of[\s-]$"
)
NAMED_AFTER = re.compile(r"[\s-]*(?:years?[\s-]olds?\s+)?((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+)")
SENTENCE_STARTS = {"he", "she", "it", "they", "we", "i", "that", "this", "who"}


def whose(claim: Claim, before: str, after: str) -> tuple[str, tuple[str, ...]]:
    """What of which person a number tells: ("age", ("ann", "lee")), ("children", ...), ("", ()) for none."""
    if m := PARENT_BEFORE.search(before):
        named = NAMED_AFTER.match(after)
        name = _name(m[1] or (named[1] if named else ""))
        return "children" if name else "parents", name
    name = _whose_age(claim, before, after)
    return "age" if name else "", name


def _whose_age(claim: Claim, before: str, after: str) -> tuple[str, ...]:
    """The person of "Ann Lee, 61", "61-year-old Ann Lee", "Ann Lee was 61", as (given names ..., surname)."""
    q, text = claim.value, claim.text.lower().removeprefix("aged ")
    assert isinstance(q, Quantity)
    bare = text.isdigit() and q.unit in {None, "year"} and q.number is not None and 0 < q.number < 120
    if not bare and q.unit != "year":
        return ()
    if bare and (m := NAMED_BEFORE.search(before)) and (q.unit == "year" or m[0].endswith(("is ", "was "))):
        return _name(m[1])
    if "old" in text and (m := NAMED_AFTER.match(after)):
        return _name(m[1])
    if bare and (m := ROLE_BEFORE.search(before)) and m[1].lower() in roles():
        return (m[1].lower(),)
    return (q.noun,) if "old" in text and q.noun in roles() else ()


def _name(words: str) -> tuple[str, ...]:
    if not words:
        return ()
    parts = [w.lower().strip(".") for w in words.split()]
    parts = [p.removesuffix("'s").removesuffix("’s") for p in parts if p not in titles() and "-of-" not in p]
    return tuple(parts) if parts and parts[-1] not in SENTENCE_STARTS else ()


@cache
def roles() -> frozenset[str]:
    return frozenset(lexicon("slots")["roles"]["words"])


@cache
def titles() -> frozenset[str]:
    return frozenset(lexicon("slots")["titles"]["words"])


def one_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Same surname, and given names that do not exclude each other: ("ann", "lee") and ("lee",), not ("bob", "lee")."""
    if not a or not b or a[-1] != b[-1]:
        return False
    given, other = a[:-1], b[:-1]
    return not given or not other or any(fuzz.ratio(x, y) >= SPELT for x in given for y in other)


def given_names(claims: Iterable[Claim]) -> Mapping[tuple[str, str], set[str]]:
    """For each article and surname, the given names that article has for it."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        for person in claim.frame.persons:
            words = person.split()
            if len(words) > 1:
                names[claim.article, words[-1]].add(words[0])
    return names


def whole_name(name: tuple[str, ...], article: str, names: Mapping[tuple[str, str], set[str]]) -> tuple[str, ...]:
    """A bare surname with the given name its article has for it; () when the article has several."""
    if len(name) != 1:
        return name
    given = names.get((article, name[0]), set())
    return (*given, name[0]) if len(given) < 2 else ()
