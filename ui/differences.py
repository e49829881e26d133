"""Where several wordings of one thing part, so that a reader's eye goes to the words in question. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

Words = Sequence[re.Match[str]]
Ranges = tuple[tuple[int, int], ...]

_WORD = re.compile(r"\S+")
_HONEST = re.compile(r"[(\[].*[)\]]|\W*(…|\.\.\.)\W*")  # an edit that says it is one
_MARKED = re.compile(r"\W*(\w.*?)\W*", re.DOTALL)  # words with the marks around them
KEPT_WORDS = 2  # in front of the first difference, where the beginning of a text is cut off


def differing(texts: Sequence[str]) -> tuple[Ranges, ...]:
    """For each text the ranges of characters in question: of the first against all others, of those against the first.

    A range is words the other does not have, or the gap between two words where the other has more. One wording that
    only begins earlier or goes on longer does not differ there.
    """
    first, others = texts[:1], texts[1:]
    found = [parting(text, others) for text in first]
    return tuple(found + [parting(text, first) for text in others])


def parting(text: str, others: Iterable[str]) -> Ranges:
    """The ranges of `text` that any of the others words differently."""
    return _parted(text, tuple(others))


@lru_cache(maxsize=2048)
def _parted(text: str, others: tuple[str, ...]) -> Ranges:
    """The list, the card and the verdict ask for the same each time a conflict is chosen."""
    mine = list(_WORD.finditer(text))
    found = {_place(mine, start, end) for other in others for start, end in _parting(mine, list(_WORD.finditer(other)))}
    return tuple(sorted(found))


def telling(texts: Sequence[str]) -> tuple[Ranges, ...]:
    """The same, but nothing where the texts have no word in common: stress on everything stresses nothing."""
    found = differing(texts)
    whole = any(_covered(text, ranges) for text, ranges in zip(texts, found, strict=True))
    return tuple(() for _ in texts) if whole else found


def excerpt(text: str, ranges: Ranges) -> tuple[str, Ranges]:
    """The text without the long beginning before its first difference, and the ranges in it."""
    if not ranges:
        return text, ranges
    before = [word.start() for word in _WORD.finditer(text) if word.start() < ranges[0][0]]
    if len(before) <= KEPT_WORDS + 1:
        return text, ranges
    cut = before[-KEPT_WORDS]
    return "… " + text[cut:], tuple((start - cut + 2, end - cut + 2) for start, end in ranges)


def _covered(text: str, ranges: Ranges) -> bool:
    return bool(ranges) and sum(end - start for start, end in ranges) >= len(text.strip())


def _place(mine: Words, start: int, end: int) -> tuple[int, int]:
    """The characters of a run of words; of an empty run the space before its place."""
    if start == end:
        return mine[start - 1].end(), mine[start].start()
    place = mine[start].start(), mine[end - 1].end()
    words = _MARKED.fullmatch(mine[start].string, *place)
    return words.span(1) if words else place


def _parting(mine: Words, theirs: Words) -> Iterator[tuple[int, int]]:
    """The runs of words (first, after the last) that the other words differently; empty ones where it has more."""
    for a, b, c, d in _blocks(_bare(mine), _bare(theirs)):
        at_start, at_end = a == 0 and c == 0, b == len(mine) and d == len(theirs)
        # What stands before the first common word or after the last one is only quoted at greater length.
        longer = (a == b or c == d) and (at_start or at_end)
        # Words put in brackets for others, or left out with an ellipsis, say so themselves.
        honest = (a < b and _honest(mine[a:b])) or (c < d and _honest(theirs[c:d]))
        if not longer and not honest:
            yield a, b


def _blocks(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """What stands between the common words: ranges of word numbers in both."""
    from rapidfuzz.distance import Indel  # the first paint need not wait for it

    a = c = 0
    for op in Indel.opcodes(mine, theirs):
        if op.tag == "equal":
            if a < op.src_start or c < op.dest_start:
                yield a, op.src_start, c, op.dest_start
            a, c = op.src_end, op.dest_end
    if a < len(mine) or c < len(theirs):
        yield a, len(mine), c, len(theirs)


def _honest(words: Words) -> bool:
    return all(_HONEST.fullmatch(word.group()) for word in words)


def _bare(words: Words) -> list[str]:
    """Words for comparing: without their case and the marks around them."""
    return [re.sub(r"^\W+|\W+$", "", word.group()).replace("’", "'").lower() for word in words]
