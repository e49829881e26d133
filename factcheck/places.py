"""What people left on words, found again in a new analysis (docs/decisions/0006-verdict-anchors.md).

It never moves to words that merely look alike: what is not found exactly is not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from factcheck.anchors import place
from factcheck.lookups import claims_of, once
from factcheck.values import Analysis, Anchor, Article, Case, Conflict, Group, Kind, Span


class Anchored(Protocol):
    """What a person left on the words of a conflict or group: a verdict, or the draft of one."""

    @property
    def kind(self) -> Kind: ...
    @property
    def anchors(self) -> tuple[Anchor, ...]: ...
    @property
    def answer_anchors(self) -> tuple[Anchor, ...]: ...
    @property
    def on_group(self) -> bool: ...


class Found(NamedTuple):
    """Where something anchored belongs now; `exact` when the conflict has the very claims it was left on."""

    conflict: str
    exact: bool


class Places:
    """Finds the conflicts and groups of a case that things were left on."""

    def __init__(self, case: Case) -> None:
        self._case, self._articles, self._analysis = case, case.articles, case.analysis or Analysis()
        self._numbers = {article.id: number for number, article in enumerate(case.articles)}
        self._disputed = _Claims(self._analysis, [_of_conflict(c) for c in self._analysis.conflicts])
        self._known: dict[int, tuple[Anchored, Sequence[tuple[_Target, float]]]] = {}

    @cached_property
    def _grouped(self) -> _Claims:
        """All groups: looked at only when something was left on one without a conflict."""
        analysis = self._analysis
        conflicts = {c.group: c.id for c in analysis.conflicts}
        return _Claims(analysis, [_of_group(g, conflicts.get(g.id, g.id)) for g in analysis.groups])

    def of_each(self, things: Sequence[Anchored]) -> list[Found | None]:
        """For each thing the conflict or group it belongs to, or None. `things` come oldest first.

        It belongs to a conflict of its kind that still opposes words it was left on: at least two of the conflict's
        answers have such words, and, where answers were chosen, words of them are among its own. A thing left on a
        group belongs to one of its kind that holds at least half of its words. The best fit wins, then the newer
        thing, then what is read first; a conflict takes one thing, and a thing goes to one conflict.
        """
        fits = [(share, index, target) for index, thing in enumerate(things) for target, share in self._fits(thing)]
        found: list[Found | None] = [None] * len(things)
        taken = set()
        for share, index, target in sorted(fits, key=lambda fit: (-fit[0], -fit[1])):
            if found[index] is None and target.id not in taken:
                taken.add(target.id)
                found[index] = Found(target.id, exact=share == 1)
        return found

    def best(self, thing: Anchored) -> str | None:
        """The conflict or group one thing belongs to, whatever else was left there."""
        (found,) = self.of_each((thing,))
        return found.conflict if found else None

    def _reading(self, target: _Target) -> tuple[list[tuple[int, int]], str]:
        """Where its words stand, which decides between equal fits: its id may be another in the next analysis.

        Of a case that was read with its conflicts alone, not every claim of their groups is there.
        """
        known = claims_of(self._case)
        claims = [known[id] for id in target.members if id in known]
        return sorted((self._numbers[claim.article], claim.span.start) for claim in claims), target.id

    @cached_property
    def _settled(self) -> _Claims:
        """Groups that a rule of the case settled: what was left on their conflict stays with them."""
        return _Claims(self._analysis, [_of_group(g, g.id) for g in self._analysis.groups if g.ground])

    def _fits(self, thing: Anchored) -> Sequence[tuple[_Target, float]]:
        """What a thing may belong to, in the order of reading. Looked for once, as a thousand verdicts are asked about
        after each of them: by the very thing, which is kept beside, for to compare all their words takes long too."""
        known = self._known.get(id(thing))
        if known is None:
            fits = list(self._look_for(thing))
            if len(fits) > 1:
                fits.sort(key=lambda fit: self._reading(fit[0]))
            known = self._known[id(thing)] = (thing, fits)
        return known[1]

    def _look_for(self, thing: Anchored) -> Iterator[tuple[_Target, float]]:
        if thing.on_group:
            yield from self._grouped.fits(thing, self._articles)
        else:
            yield from self._disputed.fits(thing, self._articles)
            yield from self._settled.fits(thing, self._articles)


places_of = once(Places)


@dataclass(frozen=True, slots=True)
class _Target:
    """A conflict or group that something may belong to; `sides` are the claims of each answer, one side for a group."""

    id: str
    kind: Kind
    members: frozenset[str]
    sides: tuple[frozenset[str], ...]


def _of_conflict(conflict: Conflict) -> _Target:
    sides = tuple(frozenset(answer.claims) for answer in conflict.answers)
    return _Target(conflict.id, conflict.kind, frozenset(conflict.claims), sides)


def _of_group(group: Group, id: str) -> _Target:
    return _Target(id, group.kind, frozenset(group.claims), ())


class _Claims:
    """The claims of some conflicts or groups, by where they stand."""

    def __init__(self, analysis: Analysis, targets: Sequence[_Target]) -> None:
        self._of_claim = defaultdict(list)
        for target in targets:
            for id in target.members:
                self._of_claim[id].append(target)
        self._nearby = defaultdict(list)
        for claim in analysis.claims:
            if claim.id in self._of_claim:
                for stretch in _stretches(claim.span):
                    self._nearby[claim.article, stretch].append(claim)

    def fits(self, thing: Anchored, articles: Sequence[Article]) -> Iterator[tuple[_Target, float]]:
        """What `thing` may belong to, and what share of the claims both have in common."""
        claims_at = [self._claims_at(place(a, articles)) for a in thing.anchors]
        chosen = set().union(*(self._claims_at(place(a, articles)) for a in thing.answer_anchors))
        held = set().union(*claims_at)
        for target in {target.id: target for id in held for target in self._of_claim[id]}.values():
            if target.kind is not thing.kind:
                continue
            kept = sum(not at.isdisjoint(target.members) for at in claims_at)
            opposed = sum(not held.isdisjoint(side) for side in target.sides) >= 2
            answered = not thing.answer_anchors or not chosen.isdisjoint(target.members)
            if (opposed and answered) if target.sides else 2 * kept >= len(thing.anchors):
                yield target, (len(held & target.members) + kept) / (len(target.members) + len(thing.anchors))

    def _claims_at(self, place: tuple[str, Span] | None) -> set[str]:
        """The ids of the claims on these words, perhaps cut wider or closer by other rules."""
        if place is None:
            return set()
        article, span = place
        near = (claim for stretch in _stretches(span) for claim in self._nearby.get((article, stretch), ()))
        return {claim.id for claim in near if claim.span.contains(span) or span.contains(claim.span)}


def _stretches(span: Span) -> range:
    """The stretches of a text, 64 characters each, that a span touches: to look only at claims nearby."""
    return range(span.start // 64, span.end // 64 + 1)
