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
NAMED_AFTER = re.compile(r"[\s-]*(?:years?[\s-]olds?\s+)?(?:[a-z-]+\s+){0,2}((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+)")
AGE = re.compile(r"\bolds?\b|\bage[ds]?\b|^\d+$", re.IGNORECASE)
GENERAL = re.compile(r"\s(?:and|or)\s(?:older|younger|over|under|above|up)\b")
SAID_OF = re.compile(r"\b(?:he|she|who|(?:[A-Z][\w’'-]+))\s(?:was|is|turned)\s$", re.IGNORECASE)
ALONE = re.compile(r"[.,;:)”\"]|$|\s(?:when|and|at the time)\b")
FROM = re.compile(r"\s(?:from|of)\s[A-Z]")
PAIRED = re.compile(r"\s+and\s+(?:aged\s+)?\d+[\s-]+years?[\s-]+olds?\b")
THE_ONE = re.compile(r"The [A-Z][\w’'-]+")  # "The Brazilian, 34": known from before, not by name
SEXED = {"mr": "mr", "mrs": "ms", "ms": "ms", "miss": "ms"}
SENTENCE_STARTS = {"he", "she", "it", "they", "we", "i", "that", "this", "who"}
JOINING = {"when", "while", "as", "but", "and", "after", "before", "if", "for", "since"}


def whose(claim: Claim, before: str, after: str) -> tuple[str, tuple[str, ...]]:
    """What of which person a number tells: ("age", ("ann", "lee")), ("children", ...), ("", ()) for none."""
    if m := PARENT_BEFORE.search(before):
        named = NAMED_AFTER.match(after)
        name = _name(m[1] or (named[1] if named else ""))
        return "children" if name else "parents", name
    name = _whose_age(claim, before, after)
    return "age" if name or _somebodys_age(claim, before, after) else "", name


def _somebodys_age(claim: Claim, before: str, after: str) -> bool:
    """ "He was 78.", "a tram driver, 42 from Leeds", "aged 78", "two women - 68 and 48 years old"."""
    q, text = claim.value, claim.text
    assert isinstance(q, Quantity)
    if q.number is None or not 0 < q.number < 120 or q.change is not None:
        return False
    if GENERAL.match(after):
        return False
    if q.unit == "year":
        return AGE.search(text) is not None
    if q.unit is not None or not text.isdigit():
        return False
    said = SAID_OF.search(before) and ALONE.match(after)
    set_off = before.endswith(", ") and FROM.match(after)
    return bool(said or set_off or PAIRED.match(after))


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
    if not words or THE_ONE.fullmatch(words):
        return ()
    parts = [w.lower().strip(".") for w in words.split()]
    parts = parts[1:] if parts[0] in JOINING else parts
    sexed = [SEXED[p] for p in parts if p in SEXED][:1]
    parts = [p.removesuffix("'s").removesuffix("’s") for p in parts if p not in titles() and "-of-" not in p]
    if not parts or parts[-1] in SENTENCE_STARTS:
        return ()
    return (*sexed, *parts) if len(parts) == 1 else tuple(parts)


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
    if {"mr", "ms"} & {*given, *other}:
        return bool(_sexes(given) & _sexes(other))
    return not given or not other or any(fuzz.ratio(x, y) >= SPELT for x in given for y in other)


def _sexes(given: tuple[str, ...]) -> set[str]:
    """ "mr" or "ms" as far as a title or a given name tells it."""
    table = lexicon("people")["given"]
    told = {"mr": table["he"], "ms": table["she"]}
    return {sex for sex, names in told.items() for g in given if g == sex or g in names}


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
    if len(name) != 1 and name[:-1] not in {("mr",), ("ms",)}:
        return name
    given = names.get((article, name[-1]), set())
    if len(name) > 1:
        fitting = {g for g in given if one_person(name, (g, name[-1]))}
        fitting = fitting or {g for g in given if len(given) == 1 and not _sexes((g,))}
        return (*fitting, name[-1]) if len(fitting) == 1 else name
    return (*given, name[0]) if len(given) < 2 else ()
