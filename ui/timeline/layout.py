"""Where each mark of the timeline stands: marks of one lane that would cover each other go below each other. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.days import short_day_words
from ui.timeline.axis import Axis
from ui.timeline.lanes import Flag, Lane, Mark
from ui.timeline.moments import Precision

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lanes below each other, and their marks in the order of time."""

    bands: tuple[Band, ...] = ()
    marks: tuple[Placed, ...] = ()
    height: float = 0.0


def sheet_of(lanes: Sequence[Lane], axis: Axis, measures: Measures) -> Sheet:
    """Every lane at its height and every mark at its time."""
    bands: list[Band] = []
    marks: list[Placed] = []
    top = 0.0
    for number, lane in enumerate(lanes):
        flat = [_flat(mark, axis, measures) for mark in lane.marks]
        rows = _rows(flat, axis.width)
        height = max(measures.lane, max(row for row, _ in rows) * measures.row + measures.row + GAP)
        inset = top + (height - (max(row for row, _ in rows) + 1) * measures.row) / 2
        for mark, (box, extent, label), (row, turned) in zip(lane.marks, flat, rows, strict=True):
            if turned:
                label = QRectF(box.left() - GAP - label.width(), 0, label.width(), label.height())
            down = inset + row * measures.row + (measures.row - measures.mark) / 2
            marks.append(Placed(mark, number, box.translated(0, down), extent, label.translated(0, down)))
        bands.append(Band(lane, top, height))
        top += height
    order = sorted(marks, key=lambda placed: (placed.mark.moment.first, placed.mark.moment.last, placed.lane))
    return Sheet(tuple(bands), tuple(order), top)


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


Flat = tuple[QRectF, tuple[float, float], QRectF]


def _flat(mark: Mark, axis: Axis, measures: Measures) -> Flat:
    """The mark's box, extent and label as if it stood at the very top."""
    moment = mark.moment
    first, last = axis.x(moment.first), axis.x(moment.last)
    wide = max(measures.mark, measures.width_of(" ".join(mark.letters)) + 10)
    words = measures.width_of(mark.words)
    if moment.precision is Precision.STRETCH and last - first > wide:
        box = QRectF(first, 0, last - first, measures.mark)
        if last - first > wide + words + 3 * GAP:  # its words have room inside
            return box, (first, last), QRectF(first + wide + GAP, 0, words, measures.mark)
    elif moment.precision is Precision.MINUTE:
        box = QRectF(first, 0, wide, measures.mark)
    else:
        box = QRectF((first + last - wide) / 2, 0, wide, measures.mark)
    return box, (min(first, box.left()), max(last, box.left())), QRectF(box.right() + GAP, 0, words, measures.mark)


def _rows(flat: Sequence[Flat], width: float) -> list[tuple[int, bool]]:
    """For each mark of a lane its row, and whether its words stand before it because there is no room behind."""
    ends: list[float] = []
    found: list[tuple[int, bool]] = []
    for box, (first, last), label in flat:
        turned = label.right() > width and label.left() > box.right() and box.left() - GAP - label.width() > 0
        # Times that follow each other may touch.
        left = min(first + GAP, box.left()) - (label.width() + GAP if turned else 0)
        right = max(last - GAP, box.right(), 0 if turned else label.right())
        row = next((n for n, end in enumerate(ends) if end + GAP <= left), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        found.append((row, turned))
    return found
