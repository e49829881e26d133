"""What was found in a case, by what acts ask for. Made once for an analysis: every act is laid on the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from factcheck.values import Analysis, Article, Claim, Conflict, Group, Kind, Span

Place = tuple[int, int, int]
"""The number of an article, and where words begin and end there. Plain numbers: to compare thousands of spans would
take a tenth of a second."""


class Index:
    """Nothing in it is ever changed."""

    def __init__(self, found: Analysis) -> None:
        self.found = found
        self.claims: Mapping[str, Claim] = {c.id: c for c in found.claims}
        self.conflicts: Mapping[str, Conflict] = {c.group: c for c in found.conflicts}
        self.groups: Mapping[str, Group] = {g.id: g for g in found.groups}
        self._ordered: tuple[Mapping[str, int], Sequence[Place], Mapping[str, Place]] = ({}, (), {})

    @cached_property
    def at(self) -> Mapping[tuple[str, Kind, Span], str]:
        """By article, kind and span the claim there."""
        return {(c.article, c.kind, c.span): c.id for c in self.found.claims}

    @cached_property
    def of_kind(self) -> Mapping[tuple[str, Kind], Sequence[str]]:
        """By article and kind its claims."""
        found = defaultdict(list)
        for claim in self.found.claims:
            found[claim.article, claim.kind].append(claim.id)
        return dict(found)

    @cached_property
    def holding(self) -> Mapping[str, tuple[str, ...]]:
        """By claim the groups it stands in."""
        found: dict[str, tuple[str, ...]] = {}
        for group in self.found.groups:
            for id in group.claims:
                found[id] = (*found.get(id, ()), group.id)
        return found

    def places(self, order: Mapping[str, int]) -> Sequence[Place]:
        """Where the claims stand, in their order; articles being numbered like this."""
        return self._in(order)[1]

    def firsts(self, order: Mapping[str, int]) -> Mapping[str, Place]:
        """By group where its first claim stands, articles being numbered like this."""
        return self._in(order)[2]

    def _in(self, order: Mapping[str, int]) -> tuple[Mapping[str, int], Sequence[Place], Mapping[str, Place]]:
        """What `places` and `firsts` tell; made anew when the articles are numbered otherwise than the last time."""
        if self._ordered[0] != order:
            at = {claim.id: where(claim, order) for claim in self.found.claims}
            firsts = {g.id: min(at[id] for id in g.claims) for g in self.found.groups if g.claims}
            self._ordered = (dict(order), tuple(at.values()), firsts)
        return self._ordered


def where(claim: Claim, order: Mapping[str, int]) -> Place:
    return order.get(claim.article, -1), claim.span.start, claim.span.end


_last: list[Index] = []


def prepare(found: Analysis, articles: Sequence[Article]) -> None:
    """Make what the first act on an analysis would have to wait for."""
    index, order = index_of(found), order_of(articles)
    _ = index.at, index.of_kind, index.holding, index.places(order)


def order_of(articles: Sequence[Article]) -> Mapping[str, int]:
    """The number of each article."""
    return {article.id: number for number, article in enumerate(articles)}


def index_of(found: Analysis) -> Index:
    """The index of the analysis; those of the last two are kept: what was found, and what became of it."""
    index = next((index for index in _last if index.found is found), None) or Index(found)
    _last[:] = [index, *(other for other in _last if other is not index)][:2]
    return index
