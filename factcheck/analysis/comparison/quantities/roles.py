"""Whose age "the 37-year-old director" tells: the one person a case calls so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.analysis.comparison.quantities.people import one_person
from factcheck.analysis.comparison.quantities.stated import Stated

NAME = r"((?:[A-Z][\w’'-]+\s){1,2}[A-Z][\w’'-]+)"
"""Given names and a surname."""
DEFINITE = re.compile(r"\b[Tt]he\s$")


def borne(read: Sequence[Stated]) -> list[Stated]:
    """Ages told of "the director", with the name of the director where the case has one: "director Ann Lee, 34"."""
    texts = {s.article: s.text for s in read}
    aged = {(s.article, s.name[-1]) for s in read if s.slot == "age" and s.personal}
    return [_borne(s, texts, aged) for s in read]


def _borne(s: Stated, texts: dict[str, str], aged: set[tuple[str, str]]) -> Stated:
    role = s.quantity.noun
    unnamed = s.slot == "age" and not s.personal and role is not None and "old" in s.claim.text
    if not unnamed or role is None or not DEFINITE.search(s.text[: s.claim.span.start]):
        return s
    bearers = _bearers(role, s.text) or [name for text in texts.values() for name in _bearers(role, text)]
    alone = bool(bearers) and all(one_person(name, bearers[0]) for name in bearers)
    # Who is aged by name in the same account is another than "the 52-year-old father" beside him.
    return replace(s, name=bearers[0]) if alone and (s.article, bearers[0][-1]) not in aged else s


@cache
def _beside(role: str) -> re.Pattern[str]:
    """ "Director Ann Lee", "Ann Lee, the film's director"."""
    word = rf"[{role[0].upper()}{role[0]}]{re.escape(role[1:])}"
    return re.compile(rf"\b{word}\s{NAME}|{NAME},\s(?:(?:the|an?|its|his|her|their)\s)?(?:[\w’'-]+\s){{0,2}}{word}\b")


def _bearers(role: str, text: str) -> list[tuple[str, ...]]:
    return [_parts(m[1] or m[2]) for m in _beside(role).finditer(text)]


def _parts(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in name.split())
