"""Whose age a number is: names beside it, and whether two names stand for one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from factcheck.values import Claim

SPELT = 75
"""Similarity (0 to 100) of two given names that may be one: Catherine, Katherine."""


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
