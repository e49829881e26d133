"""Which quotations are versions of one utterance, and which of their differences a reader would check."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from factcheck.analysis.comparison.speakers import Speakers, hackneyed
from factcheck.analysis.wording import Difference, Overlap, Relation, Wording, canonical, compare
from factcheck.values import Claim, Quotation

LEAST_SHARED = 7
"""Words two versions must share before a changed word counts: under it, versions and neighbours look alike."""
MOST_CHANGED = 0.35
"""Changed words on the longer side over shared words; above it the stretches are different utterances."""
SAME_WORDS = 4
"""Words that make two quotations one utterance when no word differs."""
LEAST_OF_ONE_SPEAKER = 3
"""Words that two versions must share when one speaker is said to have uttered both, and little else differs: of 20 such
pairs in 350 articles, 17 were one utterance when read."""
MOST_OF_ONE_SPEAKER = 2
"""Changed words on the longer side in such short versions."""
COMMON = 30
"""Quotations that hold a run of short words ("going to be") from which it says nothing about any two of them."""
LONG = 7
"""Letters of a word that tells something in any number of quotations."""
SLIGHT = frozenset(["a", "an", "the", "that", "and", "but", "so", "well", "oh", "now", "then", "&"])
"""Words that transcripts of one speech put in and leave out; they change nothing a reader would check."""


@dataclass(frozen=True, slots=True)
class Version:
    """Two quotations of one utterance."""

    a: Claim
    b: Claim
    wording: Wording


def versions(quotations: Sequence[Claim], speakers: Speakers) -> Iterator[Version]:
    """Pairs of one utterance, in the order of the text.

    A short utterance of one speaker that the other account quotes without a change elsewhere is no second version:
    he said both.
    """
    short: list[Version] = []
    told: set[tuple[str, str]] = set()
    for a, b in _candidates(quotations, speakers):
        wording = compare(_undotted(words(a)), _undotted(words(b)))
        version = Version(a, b, wording)
        if speakers.differ(a, b) and hackneyed(min(words(a), words(b), key=len)):
            continue
        if wording.relation in {Relation.SAME, Relation.EDITED} and (
            wording.shared >= SAME_WORDS or _same_phrase(version, speakers)
        ):
            told |= {(a.id, b.article), (b.id, a.article)}
            yield version
        elif wording.relation is Relation.CHANGED and _long(wording):
            yield version
        elif wording.relation is Relation.CHANGED and _short(version, speakers):
            short.append(version)
    yield from (v for v in short if (v.a.id, v.b.article) not in told and (v.b.id, v.a.article) not in told)


def words(claim: Claim) -> str:
    assert isinstance(claim.value, Quotation)
    return claim.value.words


def differences(wording: Wording) -> list[Difference]:
    """The changed words that matter, the longest first."""
    told = [d for d in wording.differences if not _same(_plain(d.a), _plain(d.b))]
    return sorted(told, key=lambda d: -max(len(d.a), len(d.b)))


# --- enough in common? ------------------------------------------------------------------------------


def _long(wording: Wording) -> bool:
    return wording.shared >= LEAST_SHARED and _changed(wording) <= MOST_CHANGED * wording.shared


def _short(version: Version, speakers: Speakers) -> bool:
    """ "a tragic accident" and "a terrible accident", both by one speaker."""
    wording, (a, b) = version.wording, (version.a, version.b)
    if a.article == b.article or not speakers.same(a, b):
        return False
    if wording.overlap is Overlap.ENDS and not _begin_alike(words(a), words(b)):
        return False
    changed = _changed(wording)
    return wording.shared >= LEAST_OF_ONE_SPEAKER and changed <= min(MOST_OF_ONE_SPEAKER, wording.shared / 2)


def _same_phrase(version: Version, speakers: Speakers) -> bool:
    """ "no plans" and "no plans", both by one speaker."""
    alike = version.wording.relation is Relation.SAME and version.a.article != version.b.article
    return alike and speakers.same(version.a, version.b)


def _begin_alike(a: str, b: str) -> bool:
    """Whether the first sentences alone are versions: "It is a foul. We lost." and "It is no foul, I say."."""
    first, second = (re.split(r"(?<=[.!?])\s", told, maxsplit=1)[0] for told in (a, b))
    wording = compare(first, second)
    return wording.relation is Relation.CHANGED and wording.shared >= LEAST_OF_ONE_SPEAKER


def _changed(wording: Wording) -> int:
    """Changed words on the side that has more of them."""
    told = differences(wording)
    return max(sum(len(d.a.split()) for d in told), sum(len(d.b.split()) for d in told))


def _candidates(quotations: Sequence[Claim], speakers: Speakers) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share three words in a row, or two of one speaker, in the order of the text."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, claim in enumerate(quotations):
        told = [canonical(w.strip(".,;:!?\"'“”‘’()[]…")) for w in words(claim).split()]
        speaker = speakers.key(claim)
        runs = {tuple(told[i : i + 3]) for i in range(len(told) - 2)}
        if speaker:
            runs |= {(f"{speaker}:", *pair) for pair in pairwise(told)}
            runs |= {(f"{speaker}:", *told)} if len(told) == 1 else set()
        for run in runs:
            index[run].append(number)
    telling = (held for run, held in index.items() if len(held) <= COMMON or any(len(w) >= LONG for w in run[-3:]))
    pairs = {pair for held in telling for pair in combinations(held, 2)}
    for i, j in sorted(pairs):
        yield quotations[i], quotations[j]


# --- does it matter? --------------------------------------------------------------------------------


INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")


def _undotted(told: str) -> str:
    """ "F.B.I." as other papers write it: "FBI"."""
    return INITIALS.sub(lambda initials: initials.group().replace(".", ""), told)


SHORT = tuple(
    (re.compile(rf"\b(?:{full})\b"), short)
    for full, short in (("is|has", "s"), ("had|would", "d"), ("will", "ll"), ("are", "re"), ("have", "ve"), ("am", "m"))
)
"""Words that a transcript may draw together: "he has" is "he's"."""
FILLERS = re.compile(r"\b(?:you know|i mean)\b")


def _plain(told: str) -> str:
    """Without slight words, stops, marks and blanks, and drawn together: "But it is" is "It's"."""
    spoken = FILLERS.sub(" ", told.lower().replace("’", "'"))
    kept = " ".join(w for w in spoken.split() if w.strip(".,;:!?'\"") not in SLIGHT)
    for full, short in SHORT:
        kept = full.sub(short, kept)
    return re.sub(r"[^\w*]", "", kept)


def _same(a: str, b: str) -> bool:
    """Whether two plain wordings are one, letters hidden behind stars included ("f***ing")."""
    masked, other = (a, b) if "*" in a else (b, a)
    return a == b or ("*" in masked and re.fullmatch(re.sub(r"\*+", r"\\w+", masked), other) is not None)
