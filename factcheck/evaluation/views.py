"""What stands behind the figures: what each cluster and each kind gives, and how far chance carries them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from factcheck.evaluation.clusters import Scored, Tally, tally

DRAWS = 2000
"""Enough that the bounds move by less than 0.01 from one seed to the next."""
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
FIGURES: tuple[tuple[str, Callable[[Tally], float]], ...] = (
    ("precision", lambda t: t.precision),
    ("clear found", lambda t: t.clear_found),
    ("F1", lambda t: t.f1),
)


def cluster_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """Each cluster's own figures, and what would be left of the total without it."""
    yield "cluster                         clear  all    right  without it: precision  clear found    F1"
    for number, one in enumerate(scored):
        own = tally([one])
        rest = tally([*scored[:number], *scored[number + 1 :]])
        clear = f"{own.found['clear']}/{own.wanted['clear']}"
        every = f"{own.found_items}/{own.wanted_items}"
        right = f"{own.right}/{own.right + own.alarms}"
        left = f"{rest.precision:21.3f}  {rest.clear_found:11.3f}  {rest.f1:5.3f}"
        yield f"  {one.cluster.name[:28]:<28} {clear:>6} {every:>6} {right:>6}  {left}"


def interval_lines(scored: Sequence[Scored], draws: int = DRAWS) -> Iterator[str]:
    """Where nine of ten results would fall if the clusters were drawn anew, with replacement, from ones like these."""
    own = [tally([one]) for one in scored]
    chance = Random(1)  # the same bounds each time
    drawn = [Tally.summed(chance.choices(own, k=len(own))) for _ in range(draws)]
    total = Tally.summed(own)
    yield f"over clusters drawn anew ({draws} times)   5 % to 95 %"
    for name, figure in FIGURES:
        values = sorted(figure(t) for t in drawn)
        low, high = values[draws // 20], values[-draws // 20]
        yield f"  {name:<30} {figure(total):5.3f}   {low:.3f} to {high:.3f}"


def kind_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """What is found and grouped of each kind of claim."""
    items = [(one, item) for one in scored for item in one.cluster.items]
    yield "by kind              clear   soft  update  agreements grouped"
    for kind in sorted({item.kind for _, item in items}):
        cells = []
        for label in ("clear", "soft", "update", "agreement"):
            of = [(one, item) for one, item in items if item.kind is kind and item.label == label]
            cells.append(f"{sum(item.id in (one.found | one.grouped) for one, item in of)}/{len(of)}")
        yield f"  {kind:<18} {cells[0]:>6} {cells[1]:>6} {cells[2]:>7}  {cells[3]:>18}"


def agreement_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """The groups shown as agreeing between articles; right and wrong are those among them that were annotated."""
    yield "agreements shown between articles    shown  annotated: right  wrong"
    shown = [a for one in scored for a in one.agreements]
    for kind in sorted({a.kind for a in shown}):
        of = [a.right for a in shown if a.kind is kind]
        yield f"  {kind:<34} {len(of):>5}  {of.count(True):>16}  {of.count(False):>5}"


def threshold_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """What a person would see who is shown only conflicts at least so confident: `settings.LEAST_CONFIDENCE`."""
    yield "least confidence shown     right  precision  clear found     F1"
    for least in THRESHOLDS:
        total = tally(shown_from(one, least) for one in scored)
        right = f"{total.right}/{total.right + total.alarms}"
        yield f"  {least:<20.2f} {right:>9}  {total.precision:9.3f}  {total.clear_found:11.3f}  {total.f1:5.3f}"


def shown_from(scored: Scored, least: float) -> Scored:
    """The same cluster without the conflicts reported with less confidence."""
    kept = tuple(r for r in scored.reported if r.conflict.confidence >= least)
    return replace(scored, reported=kept, found=frozenset(id for r in kept for id in r.finds))
