"""English numbers in running text: digits, words, fractions, ordinals and vague counts, as exact decimals."""

from __future__ import annotations

import re

from factcheck.analysis.numbers import vague
from factcheck.analysis.numbers.grammar import exact
from factcheck.analysis.numbers.values import Form, Number, glued
from factcheck.shipped import lexicon

__all__ = ["Form", "Number", "find", "glued"]


MOST_DIGITS = 300
"""What is longer counts nothing, and readers of JSON could not hold it."""


def find(text: str) -> list[Number]:
    """All numbers in `text`, in order, never overlapping."""
    found = vague.find(text)
    taken = [number.span for number in found]
    found += (n for n in exact(text) if not _pronoun(text, n) and not any(n.span.overlaps(t) for t in taken))
    found = [n for n in found if n.value is None or n.value.adjusted() < MOST_DIGITS]
    return sorted(found, key=lambda number: number.span)


def _pronoun(text: str, number: Number) -> bool:
    """ "the one you mentioned", "no one", "this one's": nobody counts."""
    if text[number.span.start : number.span.end].lower() != "one" or re.match(r"-\w", text[number.span.end :][:2]):
        return False
    before = re.search(r"(\w+)\s+$", text[max(0, number.span.start - 20) : number.span.start])
    return bool(before and before[1].lower() in lexicon("numbers")["pronoun"]["before"])
