"""The picture of the timeline: where everything stands for a width and a zoom, and how it is put on the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter

from ui.theme import Look
from ui.timeline.axis import Axis, axis_over
from ui.timeline.lanes import Flag, Lane
from ui.timeline.layout import Placed, PlacedFlag, Sheet, flags_of, sheet_of
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


class Scene:
    """Lanes, axis and flags, arranged and painted."""

    def __init__(self) -> None:
        self.brush = Brush()
        self.lanes: tuple[Lane, ...] = ()
        self._flags: tuple[Flag, ...] = ()
        self.axis, self.sheet = Axis(()), Sheet()
        self._placed_flags: list[PlacedFlag] = []
        self._marks_in: dict[int, list[Placed]] = {}  # lane -> what stands in it

    @property
    def top(self) -> int:
        """The height of the axis above the lanes."""
        return self.brush.top_height

    def show(self, lanes: Sequence[Lane], flags: Sequence[Flag]) -> None:
        self.lanes, self._flags = tuple(lanes), tuple(flags) if lanes else ()

    def arrange(self, width: float) -> None:
        """Place everything for an axis this wide."""
        times = [(mark.moment.first, mark.moment.last) for lane in self.lanes for mark in lane.marks]
        times += [(flag.day, flag.day) for flag in self._flags]
        measures = self.brush.measures
        self.axis = axis_over(times, width)
        self.sheet = sheet_of(self.lanes, self.axis, measures)
        self._marks_in = {lane: list(found) for lane, found in groupby(self._by_lane(), key=lambda placed: placed.lane)}
        self._placed_flags = flags_of(self._flags, self.axis, self.brush.small_line, measures.width_of)

    def _by_lane(self) -> list[Placed]:
        return sorted(self.sheet.marks, key=lambda placed: placed.lane)

    # --- what stands where ------------------------------------------------------------------------

    def mark_at(self, place: QPoint, seen: Seen) -> Placed | None:
        """The mark under a place of the screen; of two the smaller one."""
        if place.x() < seen.left or place.y() < self.top:
            return None
        there = QPointF(place.x() + seen.origin, place.y() + seen.down - self.top)
        lane = bisect_right(self.sheet.bands, there.y(), key=lambda band: band.top) - 1
        near = self._marks_in.get(lane, [])
        found = [p for p in near if p.reach.united(p.label).adjusted(-2, -3, 2, 3).contains(there)]
        return min(found, key=lambda placed: placed.reach.width(), default=None)

    def flag_at(self, place: QPoint, seen: Seen) -> PlacedFlag | None:
        there, inside = QPointF(place.x() + seen.origin, place.y()), place.x() >= seen.left
        return next((flag for flag in self._placed_flags if inside and flag.box.contains(there)), None)

    def question_at(self, place: QPoint, seen: Seen) -> str:
        """The whole question left of the lanes, "" elsewhere."""
        y = place.y() - self.top + seen.down
        at = (band.lane.question for band in self.sheet.bands if 0 <= y - band.top < band.height)
        return next(at, "") if place.x() < seen.left and place.y() >= self.top else ""

    # --- painting ---------------------------------------------------------------------------------

    def paint(self, painter: QPainter, seen: Seen, chosen: Placed | None, *, focused: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.brush.theme
        painter.fillRect(0, 0, seen.width, seen.height, theme.colour("paper"))
        painter.fillRect(0, 0, seen.width, self.top, theme.colour("window"))
        self._paint_lanes(painter, seen, chosen, focused=focused)
        self._paint_top(painter, seen)
        self._paint_questions(painter, seen, chosen)

    def _paint_lanes(self, painter: QPainter, seen: Seen, chosen: Placed | None, *, focused: bool) -> None:
        brush, height = self.brush, seen.height - self.top
        painter.save()
        painter.setClipRect(seen.left, self.top, seen.width - seen.left, height)
        painter.translate(-seen.origin, self.top - seen.down)
        brush.paint_lines(painter, self.axis, seen.reach, max(self.sheet.height, seen.down + height))
        for number, marks in self._on_screen(seen):
            lane, is_chosen = self.lanes[number], chosen is not None and chosen.lane == number
            brush.paint_ground(painter, self.sheet.bands[number], *seen.reach, chosen=is_chosen)
            if lane.apart:
                brush.paint_opposed(painter, marks, brush.theme.ink(lane.look), chosen=is_chosen)
            for placed in marks:
                # What only stands beside a conflict is not part of it.
                aside = lane.apart and placed.mark.side is None
                brush.paint_mark(painter, placed, Look.COMPATIBLE if aside else lane.look, seen.reach[0])
        if chosen:
            brush.paint_chosen(painter, chosen, focused=focused)
        painter.restore()

    def _on_screen(self, seen: Seen) -> Iterator[tuple[int, list[Placed]]]:
        """The lanes on the screen with all their marks."""
        bottom = seen.down + seen.height - self.top
        shown = {
            number
            for number, band in enumerate(self.sheet.bands)
            if band.top < bottom and band.top + band.height > seen.down
        }
        return ((number, self._marks_in[number]) for number in sorted(shown & self._marks_in.keys()))

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
        for number, band in enumerate(self.sheet.bands):
            place = QRect(0, round(self.top + band.top - seen.down), seen.left, round(band.height))
            if place.intersects(rect):
                is_chosen = chosen is not None and chosen.lane == number
                self.brush.paint_question(painter, place, band.lane, chosen=is_chosen)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), self.brush.theme.colour("rule"))
        painter.restore()
