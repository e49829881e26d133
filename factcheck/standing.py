"""What stands of all that people did: acts in, values out (docs/decisions/0018-acts.md).

Acts are only ever added. Two stores that hold the same acts, in whatever order they came in, say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.contents import verdict_of
from factcheck.values import Act, Analysis, Case, Sort, Verdict

ON_ACTS = frozenset({Sort.UNDO, Sort.REDO})
HAND = frozenset({Sort.MARK, Sort.CORRECTION, Sort.REFUSAL, Sort.JOIN, Sort.SPLIT, Sort.NOTE, Sort.RULE})
"""A person's hand on the analysis."""


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Oldest first."""
    return tuple(sorted(acts, key=lambda act: (act.at, act.id)))


def in_effect(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that are not taken back, oldest first; those that take back or bring back are not among them."""
    ordered = in_order(acts)
    gone: set[str] = set()
    for act in ordered:
        if act.sort is Sort.UNDO:
            gone.update(named(act))
        elif act.sort is Sort.REDO:
            gone.difference_update(named(act))
    return tuple(act for act in ordered if act.sort not in ON_ACTS and act.id not in gone)


def named(act: Act) -> tuple[str, ...]:
    """The acts that an undo or redo takes or brings back."""
    return tuple((act.content or {}).get("of", ()))


def heads(acts: Sequence[Act]) -> Mapping[str, tuple[Act, ...]]:
    """By subject the acts in effect on which no other in effect was built, oldest first.

    One is usual. Several stand side by side: two people changed one thing without seeing each other's change. A head
    without content says that the thing was taken away.
    """
    before = {act.id: act.before for act in acts}
    effective = in_effect(acts)
    covered: set[str] = set()
    for act in effective:
        below = act.before
        while below is not None and below not in covered:
            covered.add(below)
            below = before.get(below)
    found: dict[str, tuple[Act, ...]] = {}
    for act in effective:
        if act.id not in covered:
            found[act.subject] = (*found.get(act.subject, ()), act)
    return found


def standing(acts: Sequence[Act], sorts: Collection[Sort]) -> tuple[Act, ...]:
    """What there is of these sorts now, oldest first."""
    there = (act for group in heads(acts).values() for act in group)
    return in_order(act for act in there if act.sort in sorts and act.content is not None)


# --- undo -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Steps:
    """What one person can take back and bring back: acts made at one stroke, empty when there is nothing."""

    undo: tuple[Act, ...] = ()
    redo: tuple[Act, ...] = ()


def steps(acts: Iterable[Act], reviewer: str) -> Steps:
    """The last stroke of this reviewer that stands, and the last one taken back after it."""
    own = [act for act in in_order(acts) if act.by.id == reviewer]
    stroke_of = {act.id: act.stroke for act in own}
    done: dict[str, tuple[Act, ...]] = {}
    undone: dict[str, tuple[Act, ...]] = {}
    for stroke, made in _strokes(own).items():
        if made[0].sort not in ON_ACTS:
            done[stroke] = made
            undone.clear()
            continue
        source, target = (done, undone) if made[0].sort is Sort.UNDO else (undone, done)
        for moved in dict.fromkeys(stroke_of[id] for id in named(made[0]) if id in stroke_of):
            if moved in source:
                target[moved] = source.pop(moved)
    return Steps(_last(done), _last(undone))


def _strokes(acts: Iterable[Act]) -> Mapping[str, tuple[Act, ...]]:
    together: dict[str, list[Act]] = {}
    for act in acts:
        together.setdefault(act.stroke, []).append(act)
    return {stroke: tuple(made) for stroke, made in together.items()}


def _last(strokes: dict[str, tuple[Act, ...]]) -> tuple[Act, ...]:
    return next(reversed(strokes.values()), ())


# --- verdicts -------------------------------------------------------------------------------------


def verdicts_in(acts: Sequence[Act]) -> tuple[Verdict, ...]:
    """The verdicts that stand, oldest first: one for each person and question, or several side by side."""
    return tuple(verdict_of(act) for act in standing(acts, {Sort.VERDICT}))


def verdicts_ever(acts: Iterable[Act]) -> tuple[Verdict, ...]:
    """All verdicts ever given, oldest first: standing, replaced and taken back."""
    return tuple(verdict_of(act) for act in in_order(acts) if act.sort is Sort.VERDICT and act.content is not None)


# --- the whole ------------------------------------------------------------------------------------


def with_acts(case: Case, acts: Iterable[Act] = ()) -> Case:
    """The case after these acts, which may be among those it has already."""
    every = in_order({act.id: act for act in (*case.acts, *acts)}.values())
    analysis, unplaced = _with_hand(case, every)
    return replace(case, acts=every, verdicts=verdicts_in(every), analysis=analysis, unplaced=unplaced)


def reaches_claims(acts: Iterable[Act]) -> bool:
    """Whether somebody laid a hand on claims or questions: those that no conflict opposes may be needed."""
    return any(act.sort in HAND - {Sort.NOTE, Sort.RULE} for act in acts)


def _with_hand(case: Case, acts: Sequence[Act]) -> tuple[Analysis | None, tuple[Act, ...]]:
    if case.found is None or not any(act.sort in HAND for act in acts):
        return case.found, ()
    from factcheck.hand import applied  # it knows the analysis, which most cases need not load for this

    return applied(case.found, case.articles, acts)
