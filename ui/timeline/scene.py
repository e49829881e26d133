"""The picture of the timeline: where everything stands for a width and a zoom, and how it is put on the screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme import Look
from ui.timeline.axis import Axis, Part, axis_of, parts_of
from ui.timeline.lanes import STEP, Flag, Lane, Mark
from ui.timeline.layout import Measures, Placed, PlacedFlag, Sheet, Size, flags_of, in_time, sizes_of
from ui.timeline.painting import Brush

LEAST_LEFT, MOST_LEFT, LEFT_SHARE = 190, 340, 0.25
MARGIN = 24.0  # beside the axis


@dataclass(frozen=True, slots=True)
class Seen:
    """The part of the picture that is on the screen: the screen's size, and how far it is scrolled."""

    width: int
    height: int
    across: int
    down: int

    @property
    def left(self) -> int:
        """How wide the questions are."""
        return min(max(round(self.width * LEFT_SHARE), LEAST_LEFT), MOST_LEFT)

    @property
    def origin(self) -> float:
        """What to add to an x of the screen to have one of the axis."""
        return self.across - self.left - MARGIN

    @property
    def reach(self) -> tuple[float, float]:
        """The first and last x of the axis on the screen."""
        return self.origin + self.left, self.origin + self.width


@dataclass(frozen=True, slots=True)
class Content:
    """What is shown whatever the zoom. `order` are all marks in the order of time, each as the number of its lane and
    its own number there; `parts` what the axis is made of; `sizes` those of the marks of each lane by `measures`."""

    lanes: tuple[Lane, ...] = ()
    flags: tuple[Flag, ...] = ()
    order: tuple[tuple[int, int], ...] = ()
    parts: tuple[Part, ...] = ()
    sizes: tuple[tuple[Size, ...], ...] = ()
    measures: Measures | None = None


class Scene:
    """Lanes, axis and flags, arranged and painted."""

    def __init__(self) -> None:
        self.brush = Brush()
        self._content = Content()
        self.axis, self.sheet = Axis(()), Sheet((), (), Axis(()), self.brush.measures)
        self._placed_flags: list[PlacedFlag] = []

    @property
    def top(self) -> int:
        """The height of the axis above the lanes."""
        return self.brush.top_height

    @property
    def lanes(self) -> tuple[Lane, ...]:
        return self._content.lanes

    @property
    def order(self) -> tuple[tuple[int, int], ...]:
        return self._content.order

    def prepared(self, lanes: Sequence[Lane], flags: Sequence[Flag]) -> Generator[None, None, Content]:
        """What is shown of these lanes, worked out in steps of some milliseconds."""
        measures = self.brush.measures
        sizes: list[tuple[Size, ...]] = []
        for lane in lanes:
            sizes.append(sizes_of(lane, measures))
            if len(sizes) % STEP == 0:
                yield
        order = in_time(lanes)
        if len(lanes) > STEP:
            yield
        flags = tuple(flags) if lanes else ()
        times = [(mark.moment.first, mark.moment.last) for lane in lanes for mark in lane.marks]
        parts = parts_of([*times, *((flag.day, flag.day) for flag in flags)])
        if len(lanes) > STEP:
            yield
        return Content(tuple(lanes), flags, order, parts, tuple(sizes), measures)

    def show(self, content: Content) -> None:
        self._content = content

    def arrange(self, width: float) -> None:
        """Place everything for an axis this wide."""
        measures, content = self.brush.measures, self._content
        if content.measures != measures:  # the words have another size by now
            sizes = tuple(sizes_of(lane, measures) for lane in content.lanes)
            self._content = content = replace(content, sizes=sizes, measures=measures)
        self.axis = axis_of(content.parts, width)
        self.sheet = Sheet(content.lanes, content.sizes, self.axis, measures)
        self._placed_flags = flags_of(content.flags, self.axis, self.brush.small_line, measures.width_of)

    def placed(self, mark: Mark) -> Placed | None:
        """Where a mark of these lanes, or one like it, stands."""
        at = next(((lane, n) for lane, n in self.order if self.lanes[lane].marks[n] == mark), None)
        return self.sheet.of(at[0])[at[1]] if at else None

    def place_in_time(self, placed: Placed) -> int:
        """The number of a mark in the order of time."""
        number = next(n for n, mark in enumerate(self.lanes[placed.lane].marks) if mark is placed.mark)
        return self.order.index((placed.lane, number))

    # --- what stands where ------------------------------------------------------------------------

    def mark_at(self, place: QPoint, seen: Seen) -> Placed | None:
        """The mark under a place of the screen; of two the smaller one."""
        if place.x() < seen.left or place.y() < self.top:
            return None
        there = QPointF(place.x() + seen.origin, place.y() + seen.down - self.top)
        lane = self._lane_at(there.y())
        near = self.sheet.of(lane) if lane is not None else ()
        found = [p for p in near if p.reach.united(p.label).adjusted(-2, -3, 2, 3).contains(there)]
        return min(found, key=lambda placed: placed.reach.width(), default=None)

    def aside(self, lane: int, seen: Seen) -> tuple[Placed | None, Placed | None]:
        """Of a lane without a mark on the screen the nearest one to the left of it, and to the right."""
        first, last = seen.reach
        marks = self.sheet.of(lane)
        left = [placed for placed in marks if placed.reach.right() <= first]
        right = [placed for placed in marks if placed.reach.left() >= last]
        if len(left) + len(right) < len(marks):
            return None, None
        return (
            max(left, key=lambda placed: placed.reach.right(), default=None),
            min(right, key=lambda placed: placed.reach.left(), default=None),
        )

    def aside_at(self, place: QPoint, seen: Seen) -> Placed | None:
        """The mark beyond the screen that an arrow under this place tells of."""
        lane = self._lane_at(place.y() + seen.down - self.top)
        if lane is None or place.x() < seen.left or place.y() < self.top:
            return None
        x = place.x() + seen.origin
        for placed, on_left in zip(self.aside(lane, seen), (True, False), strict=True):
            if placed and self.brush.aside_box(placed, self.sheet.bands[lane], seen.reach, on_left=on_left).contains(
                x, place.y() + seen.down - self.top
            ):
                return placed
        return None

    def flag_at(self, place: QPoint, seen: Seen) -> PlacedFlag | None:
        there, inside = QPointF(place.x() + seen.origin, place.y()), place.x() >= seen.left
        return next((flag for flag in self._placed_flags if inside and flag.box.contains(there)), None)

    def question_at(self, place: QPoint, seen: Seen) -> str:
        """The whole question left of the lanes, "" elsewhere."""
        lane = self._lane_at(place.y() - self.top + seen.down)
        inside = place.x() < seen.left and place.y() >= self.top
        return self.lanes[lane].question if inside and lane is not None else ""

    def _lane_at(self, y: float) -> int | None:
        """The number of the lane at this height of the sheet."""
        lane = bisect_right(self.sheet.bands, y, key=lambda band: band.top) - 1
        return lane if lane >= 0 and y < self.sheet.height else None

    # --- painting ---------------------------------------------------------------------------------

    def paint(self, painter: QPainter, seen: Seen, chosen: Placed | None, *, focused: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.brush.theme
        painter.fillRect(0, 0, seen.width, seen.height, theme.colour("paper"))
        painter.fillRect(0, 0, seen.width, self.top, theme.colour("window"))
        self._paint_lanes(painter, seen, chosen, focused=focused)
        self._paint_top(painter, seen)
        self._paint_questions(painter, seen, chosen)
        if focused and chosen is None:  # the keyboard is here, but on no mark
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(QRectF(1, 1, seen.width - 2, seen.height - 2))

    def _paint_lanes(self, painter: QPainter, seen: Seen, chosen: Placed | None, *, focused: bool) -> None:
        brush, height = self.brush, seen.height - self.top
        painter.save()
        painter.setClipRect(seen.left, self.top, seen.width - seen.left, height)
        painter.translate(-seen.origin, self.top - seen.down)
        brush.paint_lines(painter, self.axis, seen.reach, max(self.sheet.height, seen.down + height))
        for number in self._on_screen(seen):
            lane, marks = self.lanes[number], self.sheet.of(number)
            is_chosen = chosen is not None and chosen.lane == number
            brush.paint_ground(painter, self.sheet.bands[number], *seen.reach, chosen=is_chosen)
            if lane.apart:
                brush.paint_opposed(painter, marks, brush.theme.ink(lane.look), chosen=is_chosen)
            for placed in marks:
                # What only stands beside a conflict is not part of it.
                aside = lane.apart and placed.mark.side is None
                brush.paint_mark(painter, placed, Look.COMPATIBLE if aside else lane.look, seen.reach[0])
            for beyond, on_left in zip(self.aside(number, seen), (True, False), strict=True):
                if beyond:
                    brush.paint_aside(painter, beyond, self.sheet.bands[number], seen.reach, on_left=on_left)
        if chosen:
            brush.paint_chosen(painter, chosen, focused=focused)
        painter.restore()

    def _on_screen(self, seen: Seen) -> range:
        """The numbers of the lanes on the screen."""
        bands, top = self.sheet.bands, float(seen.down)
        bottom = top + seen.height - self.top
        first = bisect_right(bands, top, key=lambda band: band.top + band.height)
        return range(first, bisect_left(bands, bottom, key=lambda band: band.top))

    def _paint_top(self, painter: QPainter, seen: Seen) -> None:
        painter.save()
        painter.setClipRect(seen.left, 0, seen.width - seen.left, seen.height)
        painter.translate(-seen.origin, 0)
        self.brush.paint_flags(painter, self._placed_flags, seen.height)
        self.brush.paint_axis(painter, self.axis, seen.reach, self.top - self.brush.small_line - 8)
        painter.restore()
        painter.fillRect(0, self.top - 1, seen.width, 1, self.brush.theme.colour("border"))

    def _paint_questions(self, painter: QPainter, seen: Seen, chosen: Placed | None) -> None:
        rect = QRect(0, self.top, seen.left, seen.height - self.top)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self.brush.theme.colour("window"))
        for number in self._on_screen(seen):
            band, is_chosen = self.sheet.bands[number], chosen is not None and chosen.lane == number
            place = QRect(0, round(self.top + band.top - seen.down), seen.left, round(band.height))
            self.brush.paint_question(painter, place, band.lane, chosen=is_chosen)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), self.brush.theme.colour("rule"))
        painter.restore()
