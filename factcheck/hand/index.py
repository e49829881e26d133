"""What was found in a case, by what acts ask for. Made once for an analysis: every act is laid on the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from factcheck.values import Analysis, Claim, Conflict, Group, Kind, Span

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
        self._firsts: tuple[Mapping[str, int], Mapping[str, Place]] = ({}, {})

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

    def firsts(self, order: Mapping[str, int]) -> Mapping[str, Place]:
        """By group where its first claim stands, articles being numbered like this."""
        if self._firsts[0] != order or not self._firsts[1]:
            claims = self.claims
            found = {g.id: min(where(claims[id], order) for id in g.claims) for g in self.found.groups if g.claims}
            self._firsts = (dict(order), found)
        return self._firsts[1]


def where(claim: Claim, order: Mapping[str, int]) -> Place:
    return order.get(claim.article, -1), claim.span.start, claim.span.end


_last: list[Index] = []


def prepare(found: Analysis) -> None:
    """Make what the first act on an analysis would have to wait for."""
    index = index_of(found)
    _ = index.at, index.of_kind, index.holding


def index_of(found: Analysis) -> Index:
    """The index of the analysis; that of the last one is kept."""
    if not _last or _last[0].found is not found:
        _last[:] = [Index(found)]
    return _last[0]
