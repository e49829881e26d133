"""The marks of a case from those it had before: a claim that stands as it stood keeps its mark. Pure: no widgets.

A person changes one claim of thousands. `marks_of` tells what comes of it, and a test that both say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from factcheck.values import Analysis, Claim, Conflict, Group
from ui.reading.by_hand import ByHand
from ui.reading.marks import Mark, Standing, in_lanes, mark_of, standings

Part = TypeVar("Part", Claim, Group, Conflict)


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of every article by its id, as `marks_of` orders them, with what they tell of."""

    analysis: Analysis = field(default_factory=Analysis)
    hands: Mapping[str, ByHand] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)


def marked(before: Marked, analysis: Analysis, hands: Mapping[str, ByHand]) -> Generator[None, None, Marked]:
    """What an analysis gives instead of what was `before`. It stops between parts that may take some milliseconds."""
    touched = changed(before.analysis, analysis) | _of_others(before.hands, hands)
    stand = {claim: standing for claim, standing in before.standings.items() if claim not in touched}
    stand |= _standings_of(analysis, touched)
    yield
    anew = {claim.article for claim in chain(before.analysis.claims, analysis.claims) if claim.id in touched}
    marks = {article: there for article, there in before.marks.items() if article not in anew}
    for article in anew:
        kept = {mark.claim: mark for mark in before.marks.get(article, ()) if mark.claim not in touched}
        claims = (claim for claim in analysis.claims if claim.article == article)
        made = (
            mark_of(claim, stand.get(claim.id), hands.get(claim.id)) if claim.id in touched else kept.get(claim.id)
            for claim in claims
        )
        if found := in_lanes(mark for mark in made if mark is not None):
            marks[article] = found
        yield
    return Marked(analysis, hands, stand, marks)


def changed(before: Analysis, now: Analysis) -> frozenset[str]:
    """The claims that may stand otherwise than before: they, or a group or conflict they are in, are not the same."""
    if before is now:
        return frozenset()
    return frozenset(claim.id for claim in _others(before.claims, now.claims)).union(
        *(group.claims for group in _others(before.groups, now.groups)),
        *(conflict.claims for conflict in _others(before.conflicts, now.conflicts)),
    )


def _others(before: Sequence[Part], now: Sequence[Part]) -> Iterable[Part]:
    """What is only in one of the two; all of it where the rest is in another order."""
    old, new = {id(part) for part in before}, {id(part) for part in now}
    if [part for part in before if id(part) in new] != [part for part in now if id(part) in old]:
        return chain(before, now)
    return chain((p for p in before if id(p) not in new), (p for p in now if id(p) not in old))


def _of_others(before: Mapping[str, ByHand], now: Mapping[str, ByHand]) -> frozenset[str]:
    """The claims to which people did something else than before."""
    return frozenset(claim for claim in before.keys() | now.keys() if before.get(claim) != now.get(claim))


def _standings_of(analysis: Analysis, claims: Collection[str]) -> dict[str, Standing]:
    """The standings of these claims, from the groups and conflicts that hold them."""
    wanted = frozenset(claims)
    near = {g.id for g in analysis.groups if not wanted.isdisjoint(g.claims)}
    near |= {c.group for c in analysis.conflicts if not wanted.isdisjoint(c.claims)}
    groups = tuple(g for g in analysis.groups if g.id in near)
    conflicts = tuple(c for c in analysis.conflicts if c.group in near)
    held = {id for group in groups for id in group.claims} | {id for conflict in conflicts for id in conflict.claims}
    part = Analysis(tuple(c for c in analysis.claims if c.id in held), groups, conflicts)
    return {claim: standing for claim, standing in standings(part).items() if claim in wanted}
