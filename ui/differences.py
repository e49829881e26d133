"""Where several wordings of one quotation part, so that a reader's eye goes to the words in question. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

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
    words = list(_WORD.finditer(text))
    mine, theirs = [_bare(w.group()) for w in words], [_bare(w.group()) for w in _WORD.finditer(other)]
    return tuple((words[a].start(), words[b - 1].end()) for a, b in _parting(mine, theirs) if not _honest(words[a:b]))


def _parting(mine: list[str], theirs: list[str]) -> Iterator[tuple[int, int]]:
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        # What stands before the first common word or after the last one is only quoted at greater length.
        longer = tag == "delete" and ((a == 0 and c == 0) or (b == len(mine) and d == len(theirs)))
        if tag in ("replace", "delete") and not longer:
            yield a, b


def _honest(words: Sequence[re.Match[str]]) -> bool:
    return all(_HONEST.fullmatch(word.group()) for word in words)


def _bare(word: str) -> str:
    """A word for comparing: without its case and the marks around it."""
    return re.sub(r"^\W+|\W+$", "", word).replace("’", "'").lower()
