"""Which quotations are versions of one utterance, and which of their differences a reader would check."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from factcheck.analysis.comparison import edits
from factcheck.analysis.comparison.candidates import candidates, keys, words
from factcheck.analysis.comparison.speakers import Speakers, hackneyed
from factcheck.analysis.wording import Difference, Overlap, Relation, Wording, compare
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
LEAST_TURNED = 4
"""Words two versions share when a "not" or an opposite word turns the one round."""
MOST_TURNED = 0.6
"""Changed words over shared words in versions that turn each other round: "I would call it safe tonight"."""
LEAST_REORDERED = 8
"""Words that two versions hold in another order; fewer may be a turn of phrase."""
LEAST_OPENING = 5
"""Words of the same first sentence after which two versions go on otherwise."""
SAID = 60
"""Characters between two quotations of one speaker in which nothing but "he said" stands."""


@dataclass(frozen=True)
class Version:
    """Two quotations of one utterance."""

    a: Claim
    b: Claim
    wording: Wording

    @cached_property
    def told(self) -> tuple[Difference, ...]:
        """The differences that matter, the longest first."""
        a, b = edits.comparable(words(self.a), words(self.b))
        told = [d for d in self.wording.differences if not edits.honest(d, a, b)]
        return tuple(sorted(told, key=lambda d: -max(len(d.a), len(d.b))))

    @property
    def changed(self) -> bool:
        return bool(self.told)

    @cached_property
    def size(self) -> int:
        """Changed words on the side that has more of them."""
        return max(sum(len(d.a.split()) for d in self.told), sum(len(d.b.split()) for d in self.told))

    @cached_property
    def turned(self) -> bool:
        """Whether the one says what the other denies."""
        return any(map(edits.turning, self.told))

    @cached_property
    def small(self) -> bool:
        """Whether nothing but grammar differs."""
        return all(map(edits.small, self.told))


def versions(quotations: Sequence[Claim], speakers: Speakers) -> Iterator[Version]:
    """Pairs of one utterance, in the order of the text.

    A short utterance of one speaker that the other account quotes without a change elsewhere is no second version:
    he said both.
    """
    short: list[Version] = []
    whole = _Whole(quotations)
    for a, b in candidates(quotations, speakers):
        version = _version(a, b)
        if version.wording.relation is Relation.APART:
            continue
        if speakers.differ(a, b) and hackneyed(min(words(a), words(b), key=len)):
            continue
        if not version.changed and (version.wording.shared >= SAME_WORDS or _same_phrase(version, speakers)):
            whole.note(a, b)
            yield version
            if other := _goes_on(version, speakers, whole):
                yield other
        elif version.changed and _long(version):
            if not whole.sentence_said(version):
                yield version
        elif version.changed and (_short(version, speakers) or _turned(version, speakers) or _reordered(version)):
            short.append(version)
    yield from (v for v in short if not whole.both_said(v.a, v.b) and not whole.sentence_said(v))


class _Whole:
    """Quotations that other accounts give unchanged, and how each of them goes on."""

    def __init__(self, quotations: Sequence[Claim]) -> None:
        self._unchanged: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self._next = {
            a.id: b
            for a, b in pairwise(quotations)
            if a.article == b.article and 0 <= b.span.start - a.span.end <= SAID and _speaker(a) == _speaker(b)
        }
        self._said: dict[str, list[str]] = defaultdict(list)
        for claim in quotations:
            self._said[claim.article].append(" ".join(keys(words(claim))))

    def note(self, a: Claim, b: Claim) -> None:
        """Remember that the one account says `a` as the other says `b`."""
        self._unchanged[a.id, b.article].append(b)
        self._unchanged[b.id, a.article].append(a)

    def both_said(self, a: Claim, b: Claim) -> bool:
        """Whether one of the accounts says both: the words of the other beside its own."""
        return any(
            len(set(keys(words(same))) & set(keys(words(other)))) * 2 >= len(set(keys(words(other))))
            for one, other in ((a, b), (b, a))
            for same in self._unchanged[one.id, other.article]
        )

    def second(self, claim: Claim) -> tuple[Claim, str] | None:
        """The second sentence of a quotation, in it or after "he said", and the quotation that holds it."""
        own, after = _cut(words(claim)), self._next.get(claim.id)
        if len(own) > 1:
            return claim, own[1]
        return (after, _cut(words(after))[0]) if after else None

    def sentence_said(self, version: Version) -> bool:
        """Whether the sentence of one account that differs from the other's stands there too, word for word."""
        difference, (a, b) = version.told[0], (version.a, version.b)
        for told, one, other in ((difference.a, a, b), (difference.b, b, a)):
            holding = [s for s in _cut(words(one)) if told and told in s]
            if one.article != other.article and holding and all(self.says(other.article, s) for s in holding):
                return True
        return False

    def says(self, article: str, sentence: str) -> bool:
        """Whether an article quotes a sentence anywhere."""
        told = " ".join(keys(sentence))
        return any(told in whole for whole in self._said[article])


def _speaker(claim: Claim) -> str | None:
    assert isinstance(claim.value, Quotation)
    return claim.value.speaker


def _version(a: Claim, b: Claim) -> Version:
    return Version(a, b, compare(*edits.comparable(words(a), words(b))))


# --- enough in common? ------------------------------------------------------------------------------


def _long(version: Version) -> bool:
    shared = version.wording.shared
    return shared >= LEAST_SHARED and version.size <= MOST_CHANGED * shared


def _short(version: Version, speakers: Speakers) -> bool:
    """ "a tragic accident" and "a terrible accident", both by one speaker."""
    wording, (a, b) = version.wording, (version.a, version.b)
    if a.article == b.article or not speakers.same(a, b):
        return False
    if wording.overlap is Overlap.ENDS and not _begin_alike(words(a), words(b)):
        return False
    return wording.shared >= LEAST_OF_ONE_SPEAKER and version.size <= min(MOST_OF_ONE_SPEAKER, wording.shared / 2)


def _turned(version: Version, speakers: Speakers) -> bool:
    """ "It was not a slope I would have called dangerous" and "... would call safe", or "about growth, not about cuts"
    and "about growth as well as cuts"; where a pronoun stands for the speaker, only a word or two."""
    wording, (a, b) = version.wording, (version.a, version.b)
    if a.article == b.article or not version.turned or wording.shared < LEAST_TURNED:
        return False
    if wording.overlap is Overlap.ENDS and not _begin_alike(words(a), words(b)):
        return False
    if speakers.same(a, b):
        return version.size <= MOST_TURNED * wording.shared
    return speakers.may_be_one(a, b) and version.size <= MOST_OF_ONE_SPEAKER


def _reordered(version: Version) -> bool:
    """ "not because A. Because B" and "not because B. Because A": the same words, exchanged."""
    a, b = _sentences(words(version.a)), _sentences(words(version.b))
    ours, theirs = (sorted(w for sentence in told for w in sentence) for told in (a, b))
    return len(ours) >= LEAST_REORDERED and ours == theirs and sorted(a) != sorted(b)


def _sentences(told: str) -> list[list[str]]:
    return [keys(sentence) for sentence in _cut(told)]


def _cut(told: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", told.strip("\"'“”‘’ "))


def _goes_on(version: Version, speakers: Speakers, whole: _Whole) -> Version | None:
    """After the same first sentence another one: "I carried it. It was the proudest day." and "... the worst day."

    The second sentences must resemble each other; people say more than two sentences.
    """
    a, b = version.a, version.b
    opening, other = keys(_cut(words(a))[0]), keys(_cut(words(b))[0])
    if a.article == b.article or opening != other or len(opening) < LEAST_OPENING or not speakers.same(a, b):
        return None
    ours, theirs = whole.second(a), whole.second(b)
    if not ours or not theirs or not _parallel(ours[1], theirs[1]):
        return None
    if whole.says(b.article, ours[1]) or whole.says(a.article, theirs[1]):
        return None
    difference = Difference(ours[1].rstrip(".,"), theirs[1].rstrip(".,"))
    wording = replace(version.wording, relation=Relation.CHANGED, differences=(difference,), similarity=0.5)
    return Version(ours[0], theirs[0], wording)


def _parallel(a: str, b: str) -> bool:
    """Whether two sentences are built alike: of about one length, with two words in common, and not the same."""
    ours, theirs = keys(a), keys(b)
    common = len(set(ours) & set(theirs))
    longer = max(len(ours), len(theirs))
    return (
        longer <= 10
        and 2 <= common < len(set(ours))
        and common / longer >= 0.25
        and longer <= 2 * min(len(ours), len(theirs))
    )


def _same_phrase(version: Version, speakers: Speakers) -> bool:
    """ "no plans" and "no plans", both by one speaker."""
    alike = version.wording.relation is Relation.SAME and version.a.article != version.b.article
    return alike and speakers.same(version.a, version.b)


def _begin_alike(a: str, b: str) -> bool:
    """Whether the first sentences alone are versions: "It is a foul. We lost." and "It is no foul, I say."."""
    wording = compare(_cut(a)[0], _cut(b)[0])
    return wording.relation is Relation.CHANGED and wording.shared >= LEAST_OF_ONE_SPEAKER
