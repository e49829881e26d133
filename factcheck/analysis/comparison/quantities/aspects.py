"""Aspects: of which of the many things news tells by one number an amount speaks, by the table aspects.toml.

A slot (slots.toml) says what a number is by the words it touches. An aspect is looser: a word of its clause tells it
("the *average* gift was $31"), so that an aspect decides only where both accounts have one number for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from factcheck.analysis.comparison.likeness import people
from factcheck.analysis.comparison.quantities.slots import demonym, dimension, same_noun
from factcheck.shipped import lexicon
from factcheck.values import Claim, Quantity

CLAUSE_END = re.compile(r"[;:]\s|\s[–—]\s|\s--\s|\b(?:but|while|although|though|whereas)\s")
"""A word behind one of these tells of another number."""
SHORT = 60
"""Characters."""
WHOLE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|many|some|third|quarter|all|none))\s"
    r"(?:out\s)?of\s(?:the\s|its\s|their\s|his\s|her\s)?(?:[\w-]+[’']s?\s)?$",
    re.IGNORECASE,
)
"""The whole of a part: "six of the country's [28 districts]"."""
BETWEEN = re.compile(
    r"\d[\d,.]*\s*(?:[a-z%]+\s)?.*?,?\s+\b(?:and|or)\s+(?=[\w\s]{0,20}\b(?:was|were|had|has|is|are|will|\w+ed)\b)"
)
"""A number of its own verb on the way: "[served six years] and was ..."."""


def aspects_of(claim: Claim, before: str, after: str) -> frozenset[str]:
    """The aspects an amount may tell of, by the words of its clause. `before` and `after` are its sentence."""
    left, right = _clause(before, after)
    if WHOLE.search(left):
        return frozenset()
    words = f"{left}\N{INFORMATION SEPARATOR ONE}{claim.text}{right}"
    return frozenset(name for name in _of_unit(claim) if _tells(aspect(name), left, words))


def shares_clause(text: str) -> bool:
    """Whether a sentence is so short that the one before it tells what its amount is: "Mr. Cole had $8 million."."""
    return len(text) <= SHORT


def aspect(name: str) -> dict[str, Any]:
    return lexicon("aspects")["aspects"][name]  # type: ignore[no-any-return]


def _clause(before: str, after: str) -> tuple[str, str]:
    left = CLAUSE_END.split(before)[-1]
    return BETWEEN.split(left)[-1], CLAUSE_END.split(after)[0]


def _tells(table: dict[str, Any], left: str, words: str) -> bool:
    about = _pattern(table["about"])
    if not (about.search(left) or about.search(words)):
        return False
    if "also" in table and not (_pattern(table["also"]).search(left) or _pattern(table["also"]).search(words)):
        return False
    return "apart" not in table or not _pattern(rf"(?<!\w)(?:{table['apart']})").search(words)


def _of_unit(claim: Claim) -> tuple[str, ...]:
    """The aspects that take what an amount counts: "" takes a bare number, "people" anybody."""
    q = claim.value
    assert isinstance(q, Quantity)
    held = {q.unit or "", dimension(q.unit), q.noun or ""} if q.unit != q.noun else {q.unit or "", q.noun or ""}
    if {q.noun, q.unit} & people() or demonym(claim):
        held.add("people")
    if q.unit is not None:
        held.discard("")
    return _taking(frozenset(held))


@cache
def _taking(words: frozenset[str]) -> tuple[str, ...]:
    table = lexicon("aspects")["aspects"]
    return tuple(name for name, entry in table.items() if any(_takes(c, w) for c in entry["counts"] for w in words))


def _takes(counted: str, word: str) -> bool:
    return counted == word or bool(
        counted and word and counted != "people" and word != "people" and same_noun(counted, word)
    )


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
