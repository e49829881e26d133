"""Where several wordings of one quotation part, so that a reader's eye goes to the words in question. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Words = Sequence[re.Match[str]]
Ranges = tuple[tuple[int, int], ...]

_WORD = re.compile(r"\S+")
_HONEST = re.compile(r"[(\[].*[)\]]|\W*(…|\.\.\.)\W*")  # an edit that says it is one


def differing(texts: Sequence[str]) -> tuple[Ranges, ...]:
    """For each text the ranges of characters whose words the first text (for the first: the second) does not have.

    One wording that only begins earlier or goes on longer than the other does not differ there.
    """
    if len(texts) < 2:
        return tuple(() for _ in texts)
    found = [_against(texts[0], texts[1])]
    found += [_against(text, texts[0]) for text in texts[1:]]
    return tuple(found)


def _against(text: str, other: str) -> Ranges:
    mine, theirs = list(_WORD.finditer(text)), list(_WORD.finditer(other))
    return tuple((mine[a].start(), mine[b - 1].end()) for a, b in _parting(mine, theirs))


def _parting(mine: Words, theirs: Words) -> Iterator[tuple[int, int]]:
    """The runs of words (first, after the last) that the other does not have."""
    compared = SequenceMatcher(None, _bare(mine), _bare(theirs), autojunk=False)
    for tag, a, b, c, d in compared.get_opcodes():
        # What stands before the first common word or after the last one is only quoted at greater length.
        longer = tag == "delete" and ((a == 0 and c == 0) or (b == len(mine) and d == len(theirs)))
        # Words put in brackets for others, or left out with an ellipsis, say so themselves.
        honest = _honest(mine[a:b]) or (tag == "replace" and _honest(theirs[c:d]))
        if tag in ("replace", "delete") and not longer and not honest:
            yield a, b


def _honest(words: Words) -> bool:
    return all(_HONEST.fullmatch(word.group()) for word in words)


def _bare(words: Words) -> list[str]:
    """Words for comparing: without their case and the marks around them."""
    return [re.sub(r"^\W+|\W+$", "", word.group()).replace("’", "'").lower() for word in words]
