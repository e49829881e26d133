"""Where each mark of the timeline stands: marks of one lane that would cover each other go below each other. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.days import short_day_words
from ui.timeline.axis import Axis
from ui.timeline.lanes import Flag, Lane, Mark
from ui.timeline.moments import Days, Precision

GAP = 8.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels: of a mark's height, a row of marks, a lane at least; `width_of` measures a mark's letters or words."""

    mark: float
    row: float
    lane: float
    width_of: Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark on the sheet. `box` holds its letters; `extent` is the time it covers, from pixel to pixel; `label` is
    the box of its words."""

    mark: Mark
    lane: int
    box: QRectF
    extent: tuple[float, float]
    label: QRectF

    @property
    def reach(self) -> QRectF:
        """All that answers to the mouse."""
        return self.box.united(QRectF(self.extent[0], self.box.top(), self.extent[1] - self.extent[0], 1))


@dataclass(frozen=True, slots=True)
class Band:
    """A lane on the sheet."""

    lane: Lane
    top: float
    height: float


Size = tuple[Days, Days, Precision, float, float]
"""Of a mark, whatever the axis: from when to when, how exactly, and the pixels of its letters and of its words."""

Flat = tuple[float, float, float, float, float, int]
"""A mark as if its lane stood at the very top: where its box begins and ends, where the time it covers begins and
ends, and where its words begin, in pixels from the left; and its row."""


def sizes_of(lane: Lane, measures: Measures) -> tuple[Size, ...]:
    """The sizes of a lane's marks. They do not change with the zoom."""
    least, width_of = measures.mark, measures.width_of
    return tuple(
        (
            mark.moment.first,
            mark.moment.last,
            mark.moment.precision,
            max(least, width_of(" ".join(mark.letters)) + 10),
            width_of(mark.words),
        )
        for mark in lane.marks
    )


class Sheet:
    """All lanes below each other. How high each is, is known at once; where its marks stand is worked out when it is
    first asked for: of thousands of lanes a person sees twenty."""

    def __init__(self, lanes: Sequence[Lane], sizes: Sequence[Sequence[Size]], axis: Axis, measures: Measures) -> None:
        self._sizes, self._width, self._measures = sizes, axis.width, measures
        self._x = axis.places({day for lane in sizes for first, last, *_ in lane for day in (first, last)})
        self._placed: dict[int, tuple[Placed, ...]] = {}
        self.bands = tuple(self._stacked(lanes))
        self.height = self.bands[-1].top + self.bands[-1].height if self.bands else 0.0

    def of(self, lane: int) -> tuple[Placed, ...]:
        """The marks of a lane (by its number) in the order of time."""
        if lane not in self._placed:
            self._placed[lane] = tuple(self._place(lane))
        return self._placed[lane]

    def _stacked(self, lanes: Sequence[Lane]) -> Iterator[Band]:
        measures, top = self._measures, 0.0
        for lane, sizes in zip(lanes, self._sizes, strict=True):
            rows = 1 + max(each[-1] for each in self._flat(sizes)) if len(sizes) > 1 else 1
            height = max(measures.lane, rows * measures.row + GAP)
            yield Band(lane, top, height)
            top += height

    def _place(self, number: int) -> Iterator[Placed]:
        band, measures, sizes = self.bands[number], self._measures, self._sizes[number]
        flat = self._flat(sizes)
        inset = band.top + (band.height - (max(each[-1] for each in flat) + 1) * measures.row) / 2
        for mark, (*_, wide), (left, right, first, last, words, row) in zip(band.lane.marks, sizes, flat, strict=True):
            top = inset + row * measures.row + (measures.row - measures.mark) / 2
            box = QRectF(left, top, right - left, measures.mark)
            yield Placed(mark, number, box, (first, last), QRectF(words, top, wide, measures.mark))

    def _flat(self, sizes: Sequence[Size]) -> list[Flat]:
        """The marks of a lane, in rows. One loop, without calls: every zoom goes through thousands of them."""
        x, width = self._x, self._width
        ends: list[float] = []  # of each row
        found: list[Flat] = []
        for begins, finishes, precision, letters, wide in sizes:
            first, last = x[begins], x[finishes]
            left = first if precision is Precision.MINUTE else (first + last - letters) / 2
            right = left + letters
            words = right + GAP
            if precision is Precision.STRETCH and last - first > letters:
                left, right = first, last
                inside = last - first > letters + wide + 3 * GAP  # there is room for its words
                words = (first + letters if inside else last) + GAP
            first, last = (first if first < left else left), (last if last > left else left)
            start, end = (first + GAP if first + GAP < left else left), (last - GAP if last - GAP > right else right)
            if words + wide > width and words > right and left - GAP - wide > 0:
                words = left - GAP - wide  # before it, because there is no room behind
                start -= wide + GAP
            elif words + wide > end:
                end = words + wide
            row = 0
            for reached in ends:
                if reached + GAP <= start:
                    break
                row += 1
            ends[row : row + 1] = [end]
            found.append((left, right, first, last, words, row))
        return found


def in_time(lanes: Sequence[Lane]) -> tuple[tuple[int, int], ...]:
    """All marks in the order of time, each as the number of its lane and its own number there."""
    order = sorted(
        (mark.moment.first, mark.moment.last, lane, number)
        for lane, each in enumerate(lanes)
        for number, mark in enumerate(each.marks)
    )
    return tuple((lane, number) for _, _, lane, number in order)


@dataclass(frozen=True, slots=True)
class PlacedFlag:
    """Publication days that stand close enough to share a flag: its box, the pole of each day, the letters, and who
    was published when."""

    box: QRectF
    poles: tuple[float, ...]
    words: str
    told: tuple[str, ...]


def flags_of(flags: Sequence[Flag], axis: Axis, height: float, width_of: Callable[[str], float]) -> list[PlacedFlag]:
    """The flags from left to right; one that would stand over the last is joined with it, and none leaves the axis."""
    found: list[PlacedFlag] = []
    for flag in flags:
        x, words = axis.x(flag.day), " ".join(flag.letters)
        poles: tuple[float, ...] = (x,)
        told = tuple(f"{source}, {short_day_words(flag.date, year=True)}" for source in flag.sources)
        if found and x < found[-1].box.right() + 4:
            last = found.pop()
            poles, words, told = (*last.poles, x), f"{last.words} {words}", (*last.told, *told)
        wide = width_of(words) + 12
        box = QRectF(min(poles[0], axis.width + 16 - wide), 5, wide, height)
        found.append(PlacedFlag(box, poles, words, told))
    return found
