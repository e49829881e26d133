"""Where a time stands on the axis. Long stretches in which nothing is dated are cut out, so that one date of 1945 among
those of a week leaves the week readable. Pure: no widgets."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ui.timeline.moments import Days

EMPTY_SHARE = 0.5
"""A gap longer than this share of its stretch, in which no time lies, is cut out ..."""
CROWD = 30
"""... and so is one this many times as long as exact dates usually are apart: they crowd elsewhere."""
EXACT = 7.0
"""Days; a longer time needs no room to be told from its neighbours."""
FEWEST = 4
"""Exact dates that can be a crowd."""
SHORTEST = 14.0
"""Days; a stretch that is no longer reads well as it is."""
MOST_CUTS = 5
BREAK = 34.0
"""Pixels that stand for what is cut out."""
LONE = 64.0
"""The least pixels of a stretch: one date with its label."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis that is drawn to scale: days `first` to `last` on pixels `left` to `right`."""

    first: Days
    last: Days
    left: float
    right: float

    @property
    def scale(self) -> float:
        """Pixels a day."""
        return (self.right - self.left) / (self.last - self.first)


class Axis:
    """Stretches to scale with breaks between them, on pixels from 0 to `width`."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = tuple(stretches)
        self.width = self.stretches[-1].right if self.stretches else 0.0
        self._days = [edge for s in self.stretches for edge in (s.first, s.last)]
        self._pixels = [edge for s in self.stretches for edge in (s.left, s.right)]

    def x(self, day: Days) -> float:
        """Where a time stands; one beyond the axis at its end."""
        return _between(day, self._days, self._pixels)

    def places(self, days: Iterable[Days]) -> dict[Days, float]:
        """The same for many times at one go."""
        if not self._days:
            return dict.fromkeys(days, 0.0)
        found = dict.fromkeys(sorted(days), self._pixels[0])
        left = list(found)
        for (first, last), (begin, end) in zip(pairwise(self._days), pairwise(self._pixels), strict=True):
            here = left[bisect_left(left, first) : bisect_left(left, last)]
            found |= {day: begin + (day - first) / (last - first) * (end - begin) for day in here}
        return found | dict.fromkeys(left[bisect_left(left, self._days[-1]) :], self._pixels[-1])

    def day(self, x: float) -> Days:
        """The time that stands there."""
        return _between(x, self._pixels, self._days)

    def breaks(self) -> Iterator[float]:
        """The middles of what is cut out."""
        for one, other in pairwise(self.stretches):
            yield (one.right + other.left) / 2


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch before it has pixels: its days with some room around them, and how much is told in it."""

    first: Days
    last: Days
    weight: float


def axis_over(times: Iterable[tuple[Days, Days]], width: float) -> Axis:
    """An axis this wide over these times, each from when to when; what they crowd in gets the most room."""
    return axis_of(parts_of(times), width)


def axis_of(parts: Sequence[Part], width: float) -> Axis:
    """The parts of an axis side by side on so many pixels."""
    spare = max(0.0, width - BREAK * (len(parts) - 1) - LONE * len(parts))
    whole = sum(part.weight for part in parts)
    made: list[Stretch] = []
    left = 0.0
    for part in parts:
        room = LONE + spare * (part.weight / whole if whole else 1 / len(parts))
        made.append(Stretch(part.first, part.last, left, left + room))
        left += room + BREAK
    return Axis(made)


def parts_of(times: Iterable[tuple[Days, Days]]) -> tuple[Part, ...]:
    """What an axis over these times is made of; however wide it is, it is the same."""
    found = sorted(times)
    parts = parted(found)
    made: list[Part] = []
    for number, part in enumerate(parts):
        weight = math.sqrt(_begun(part, found)) * (part[-1] - part[0] > 1)
        before = parts[number - 1][-1] if number else -math.inf
        after = parts[number + 1][0] if number + 1 < len(parts) else math.inf
        made.append(Part(*_padded(part, before, after), weight))
    return tuple(made)


def parted(times: Sequence[tuple[Days, Days]]) -> list[Sequence[Days]]:
    """Where the times (in order) begin and end, parted where nothing is dated for long.

    Of too many parts those in which the fewest times begin are joined again: what is crowded stays by itself.
    """
    edges = sorted({edge for time in times for edge in time})
    if not edges:
        return []
    cuts = _cuts(times, edges)
    parts: list[Sequence[Days]] = [edges[a:b] for a, b in zip((0, *cuts), (*cuts, len(edges)), strict=True)]
    parts = [part for part in parts if _begun(part, times)]  # where a time only ends, nothing is to be seen
    while len(parts) > MOST_CUTS + 1:
        begun = [_begun(part, times) for part in parts]
        at = min(range(1, len(parts)), key=lambda n: begun[n - 1] + begun[n])
        parts[at - 1 : at + 1] = [[*parts[at - 1], *parts[at]]]
    return parts


def _cuts(times: Sequence[tuple[Days, Days]], edges: Sequence[Days]) -> list[int]:
    """The numbers of the edges before which the axis may be cut."""
    longest = _longest(times)
    covered, whole = _covered(times, edges), set(times)
    found: list[int] = []
    waiting = [(0, len(edges))]
    while waiting:
        start, end = waiting.pop()
        span = edges[end - 1] - edges[start]
        gaps = [
            (edges[n] - edges[n - 1], n)
            for n in range(start + 1, end)
            if edges[n] - edges[n - 1] > (longest if n in covered else min(longest, EMPTY_SHARE * span))
            and (edges[n - 1], edges[n]) not in whole  # all of one time: nothing to be gained
        ]
        if gaps and span > SHORTEST:
            at = max(gaps)[1]
            found.append(at)
            waiting += ((start, at), (at, end))
    return sorted(found)


def _longest(times: Sequence[tuple[Days, Days]]) -> Days:
    """The longest gap that is kept whatever its share, by how far exact dates usually are from each other."""
    exact = [first for first, last in times if last - first <= EXACT]
    if len(exact) < FEWEST:
        return math.inf
    return max(SHORTEST, CROWD * median(b - a for a, b in pairwise(exact)))


def _begun(part: Sequence[Days], times: Sequence[tuple[Days, Days]]) -> int:
    """How many times begin in a part of the axis."""
    return bisect_right(times, (part[-1], math.inf)) - bisect_left(times, (part[0], -math.inf))


def _covered(times: Sequence[tuple[Days, Days]], edges: Sequence[Days]) -> set[int]:
    """The gaps before these edges (by number) in which some time lies."""
    found: set[int] = set()
    reach = -math.inf
    later = iter([*times, (math.inf, math.inf)])
    first, last = next(later)
    for number in range(1, len(edges)):
        while first < edges[number]:
            reach = max(reach, last)
            first, last = next(later)
        if reach >= edges[number]:
            found.add(number)
    return found


def _padded(part: Sequence[Days], before: Days, after: Days) -> tuple[Days, Days]:
    """The ends of a stretch with some room around its times, a day at least; never over its neighbours, which end at
    `before` and begin at `after`."""
    span = max(part[-1] - part[0], 1.0)
    padding = 0.04 * span
    last = min(part[0] + span + padding, max(part[-1], (part[-1] + after) / 2))
    return max(part[0] - padding, (part[0] + before) / 2), last


def _between(value: float, known: Sequence[float], wanted: Sequence[float]) -> float:
    """The value's place among the known ones, as far along among the wanted ones."""
    if not known or value <= known[0]:
        return wanted[0] if known else 0.0
    if value >= known[-1]:
        return wanted[-1]
    at = bisect_right(known, value)
    share = (value - known[at - 1]) / (known[at] - known[at - 1])
    return wanted[at - 1] + share * (wanted[at] - wanted[at - 1])
