"""Scrolling articles together: where the accounts tell the same things in the same order. Pure: no widgets.

Stories tell things in different orders; following every common passage made the other article jump by hundreds of
pixels. So two articles go together only along the longest chain of passages that both have in the same order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

Anchor = tuple[float, float]  # the heights of one thing told in two articles, in pixels of each

FEWEST = 3  # anchors; with fewer nothing can be said about an order
# Between two anchors one article goes at most so many times as fast as the other: more is felt as a jump.
STEEPEST = 3.0
# What two articles are apart when they begin to go together is made up for by so much of each step.
CATCHING_UP = 0.25


def chain(anchors: Iterable[Anchor]) -> list[Anchor]:
    """The longest run of anchors that stand in the same order in both articles."""
    # By the left height, and of the same left height the lowest right one first: no two of them can follow each other.
    ranked = sorted(set(anchors), key=lambda anchor: (anchor[0], -anchor[1]))
    ends: list[float] = []  # the smallest right height that a run of each length ends in
    lasts: list[int] = []
    before: list[int] = []
    for number, (_, right) in enumerate(ranked):
        length = bisect_left(ends, right)
        ends[length:] = [right, *ends[length + 1 :]]
        lasts[length:] = [number, *lasts[length + 1 :]]
        before.append(lasts[length - 1] if length else -1)
    found: list[Anchor] = []
    number = lasts[-1] if lasts else -1
    while number >= 0:
        found.append(ranked[number])
        number = before[number]
    return found[::-1]


def go_together(anchors: Sequence[Anchor]) -> bool:
    """Whether two articles tell most of what they share in the same order."""
    return len(anchors) >= FEWEST and 2 * len(chain(anchors)) > len(anchors)


class Course:
    """Which height of one article belongs to a height of another: straight from anchor to anchor, never steep."""

    def __init__(self, anchors: Iterable[Anchor], end: Anchor) -> None:
        """`end` is how long the two articles are."""
        inside = (anchor for anchor in chain(anchors) if 0 < anchor[0] < end[0] and 0 < anchor[1] < end[1])
        self._points = _gentle([(0.0, 0.0), *inside, end])
        self._lefts = [left for left, _ in self._points]

    def at(self, left: float) -> float:
        """The height in the second article for a height in the first."""
        number = min(max(bisect_right(self._lefts, left) - 1, 0), len(self._points) - 2)
        (x, y), (next_x, next_y) = self._points[number : number + 2]
        return y + (left - x) * (next_y - y) / max(1.0, next_x - x)


def _gentle(points: list[Anchor]) -> list[Anchor]:
    """Without the anchors that would make one article run away from the other. Both ends stay."""
    usual = max(1.0, points[-1][1]) / max(1.0, points[-1][0])
    kept = points[:1]
    for point in points[1:-1]:
        if _is_gentle(kept[-1], point, usual):
            kept.append(point)
    while len(kept) > 1 and not _is_gentle(kept[-1], points[-1], usual):
        kept.pop()
    return [*kept, points[-1]]


def _is_gentle(one: Anchor, other: Anchor, usual: float) -> bool:
    across, down = other[0] - one[0], other[1] - one[1]
    return across > 0 and down > 0 and usual / STEEPEST <= down / across <= usual * STEEPEST


def caught_up(apart: float, step: float) -> float:
    """What is left of the distance from the course after scrolling by `step` pixels."""
    less = CATCHING_UP * abs(step)
    return max(0.0, apart - less) if apart > 0 else min(0.0, apart + less)
