"""The analysis that is there once acts were laid on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from factcheck.hand.index import Place, order_of, where
from factcheck.hand.working import Working
from factcheck.values import Analysis, Claim, Conflict, Group


def analysis_of(working: Working) -> Analysis:
    """What was found, unless something was changed."""
    if not working.touched and not working.changed:
        return working.found
    order = order_of(working.articles)
    groups = _groups(working, order)
    return Analysis(_claims(working, order), groups, _conflicts(working, groups), working.found.problems)


def _claims(working: Working, order: Mapping[str, int]) -> tuple[Claim, ...]:
    """A new claim stands before the first that begins behind it."""
    found, there = working.found.claims, working.claims
    new = [there[id] for id in working.on_claims if id not in working.index.claims and id in there]
    if not new:
        return tuple(there[claim.id] for claim in found if claim.id in there)
    places = working.index.places(order)
    claims: list[Claim] = []
    done = 0
    for claim in sorted(new, key=lambda claim: where(claim, order)):
        here = bisect_right(places, where(claim, order), lo=done)
        claims += (there[old.id] for old in found[done:here] if old.id in there)
        claims.append(claim)
        done = here
    claims += (there[old.id] for old in found[done:] if old.id in there)
    return tuple(claims)


def _groups(working: Working, order: Mapping[str, int]) -> tuple[Group, ...]:
    """New questions stand where their first claim does."""
    open = {id: working.made(id)[0] for id, question in working.touched.items() if question.claims}
    kept = (g for g in working.found.groups if g.id not in working.touched or g.id in open)
    groups = [open.get(group.id, group) for group in kept]
    new = [group for id, group in open.items() if id not in working.index.groups]
    if new:
        firsts = working.index.firsts(order)

        def first(group: Group) -> Place:
            return min(where(working.claims[id], order) for id in group.claims)

        places = [first(g) if g.id in open or g.id not in firsts else firsts[g.id] for g in groups]
        for group in sorted(new, key=first, reverse=True):
            groups.insert(bisect_left(places, first(group)), group)
    return tuple(groups)


def _conflicts(working: Working, groups: Sequence[Group]) -> tuple[Conflict, ...]:
    """Conflicts that were there keep their places, new ones stand in the order of the questions."""
    open = (working.made(id)[1] for id, question in working.touched.items() if question.claims)
    made = {conflict.group: conflict for conflict in open if conflict}
    there = (made.pop(c.group, None) if c.group in working.touched else c for c in working.found.conflicts)
    conflicts = [c for c in there if c is not None]
    if made:
        number = {g.id: n for n, g in enumerate(groups)}
        for new in sorted(made.values(), key=lambda c: number[c.group]):
            after = (n for n, c in enumerate(conflicts) if number[c.group] > number[new.group])
            conflicts.insert(next(after, len(conflicts)), new)
    return tuple(conflicts)
