"""Which quotations are worth holding against each other: those that share a few words in a row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from factcheck.analysis.comparison.edits import SLIGHT
from factcheck.analysis.comparison.speakers import Speakers
from factcheck.analysis.spellings import canonical
from factcheck.shipped import lexicon
from factcheck.values import Claim, Quotation

COMMON = 30
"""Quotations after a first one that are held against it for the sake of one run of words."""
SELDOM = 6
"""Quotations that hold a run of frequent words ("going to be") before it says nothing about any two of them."""


def words(claim: Claim) -> str:
    assert isinstance(claim.value, Quotation)
    return claim.value.words


def candidates(quotations: Sequence[Claim], speakers: Speakers) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share three words in a row, or two of one speaker, in the order of the text.

    A run that many quotations hold is worth a look only where one of its words is rare, and then at its neighbours
    alone, so that the work grows with the number of quotations and not with its square.
    """
    told = [keys(words(claim)) for claim in quotations]
    frequency = Counter(w for row in told for w in set(row))
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (claim, row) in enumerate(zip(quotations, told, strict=True)):
        for run in _runs(row, speakers.key(claim)):
            index[run].append(number)
    pairs = set[tuple[int, int]]()
    for run, held in index.items():
        if len(held) <= SELDOM or any(0 < frequency[w] <= COMMON for w in run):
            pairs |= {(i, j) for n, i in enumerate(held) for j in held[n + 1 : n + 1 + COMMON]}
    for i, j in sorted(pairs):
        yield quotations[i], quotations[j]


def _runs(told: Sequence[str], speaker: str) -> set[tuple[str, ...]]:
    """Three words in a row, also without those that a changed version adds; two words with the speaker's name."""
    bare = [w for w in told if w not in _limits()]
    runs = {tuple(row[i : i + 3]) for row in (told, bare) for i in range(len(row) - 2)}
    if speaker:
        runs |= {(f"{speaker}:", *pair) for pair in pairwise(told)}
        runs |= {(f"{speaker}:", *told)} if len(told) == 1 else set()
    return runs


@cache
def _limits() -> frozenset[str]:
    return frozenset([*lexicon("wordings")["limits"]["words"], *SLIGHT])


@lru_cache(maxsize=4096)
def keys(told: str) -> list[str]:
    """The words by which two quotations meet: "isn’t" is "is", "Colour," is "color"."""
    found = (canonical(w.strip(".,;:!?\"'“”‘’()[]…")) for w in told.split())
    return [k.removesuffix("n't") for k in found if k]
