"""Numbers that only bound what they count: "dozens", "several hundred", "a couple of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.analysis.numbers.values import Form, Number
from factcheck.shipped import lexicon
from factcheck.values import Span

_WORD = re.compile(r"[^\W\d_]+")


def find(text: str) -> list[Number]:
    """The vague numbers of `text`, never overlapping: "tens of thousands" holds "thousands"."""
    kept: list[Number] = []
    for number in _all(text):
        if not kept or number.span.start >= kept[-1].span.end:
            kept.append(number)
    return kept


@cache
def _vague_words() -> tuple[re.Pattern[str], frozenset[str], dict[str, dict[str, int]]]:
    """(the phrases, the words they begin with, what each means)."""
    table = lexicon("numbers")
    known = {words: entry for entry in table["vague"] for words in entry["words"]}
    for times, least in table["multiples"].items():
        for section in ("hundred", "scales", "groups"):
            known |= {f"{times} {word}": {"low": least * value} for word, value in table[section].items()}
    longest = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(longest)})\b".replace(" ", r"\s"), re.IGNORECASE)
    return pattern, frozenset(phrase.split()[0] for phrase in known), known


def _all(text: str) -> Iterator[Number]:
    """ "dozens of people", "several hundred", "a couple of days"; not "two dozens", which is a number."""
    pattern, first_words, known = _vague_words()
    for word in _WORD.finditer(text):
        # Trying the phrases only where one may begin is ten times as fast as searching for them.
        match = pattern.match(text, word.start()) if word[0].lower() in first_words else None
        if match is None:
            continue
        entry = known[" ".join(match[0].lower().split())]
        value = entry.get("exact", entry.get("about"))
        if value is None and _counted_before(text, match.start()):
            continue
        end = match.end() - len(" of") if match[0].lower().endswith("of") else match.end()
        form = Form.CARDINAL if "exact" in entry else Form.VAGUE
        yield Number(Span(match.start(), end), _maybe(value), form, _maybe(entry.get("low")), _maybe(entry.get("high")))


def _maybe(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _counted_before(text: str, start: int) -> bool:
    before = re.search(r"(\w+)[\s-]+$", text[max(0, start - 20) : start])
    if not before:
        return False
    word = before[1].lower()
    table = lexicon("numbers")
    return word.isdigit() or any(word in table[s] for s in ("units", "teens", "tens", "hundred", "scales"))
