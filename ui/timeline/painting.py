"""How the timeline is painted: axis and flags on top, questions on the left, marks in their lanes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QFontMetricsF, QLinearGradient, QPainter, QPen, QPolygonF

from ui.lines import in_lines
from ui.reading.strokes import with_share
from ui.theme import LIGHT, Ink, Look, Stroke, Theme, interface_font
from ui.timeline.axis import Axis
from ui.timeline.lanes import Lane
from ui.timeline.layout import Band, Measures, Placed, PlacedFlag
from ui.timeline.moments import Precision
from ui.timeline.ticks import ticks

PAD, GLYPH, GAP = 12, 20, 9  # pixels
SOFT = 14.0
"""Pixels over which the edge of an "about" or an open end fades."""
LEAST_ARM = 6.0
"""Pixels of the line from a mark to the end of its day; a shorter one would pass for a letter."""
ZIGZAG = 6.0
CHOSEN_SHARE = 0.55  # of the chosen colour, under the chosen lane
MOST_KEPT = 1000
"""Questions of which it is kept how they break into lines."""
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignCenter
PEN_STYLES = {Stroke.DASHES: Qt.PenStyle.DashLine, Stroke.DOTS: Qt.PenStyle.DotLine}


class Brush:
    """Theme, fonts and the strokes of every part. All x are those of the sheet; the painter is moved beforehand."""

    def __init__(self) -> None:
        self.theme: Theme = LIGHT
        self.set_text_size(13)

    def set_text_size(self, px: int) -> None:
        self.bold, self.small = interface_font(px, bold=True), interface_font(px - 1)
        self.small_bold = interface_font(px - 1, bold=True)
        self.line, self.small_line = QFontMetrics(self.bold).height(), QFontMetrics(self.small).height()
        # Bold letters are the widest that stand in a mark. Measuring is dear, and the same words come with every zoom.
        self._width_of = cache(QFontMetricsF(self.small_bold).horizontalAdvance)
        self._lines_of = lru_cache(MOST_KEPT)(self._in_lines)
        self._tick_room = QFontMetricsF(self.small).horizontalAdvance("00 Mmm 0000")

    @property
    def measures(self) -> Measures:
        mark = self.small_line + 3.0
        return Measures(mark, mark + 7, 2 * self.line + 12.0, self._width_of)

    @property
    def top_height(self) -> int:
        """Of the flags and the ticks above the lanes."""
        return 2 * self.small_line + 24

    # --- the axis ---------------------------------------------------------------------------------

    def paint_lines(self, painter: QPainter, axis: Axis, seen: tuple[float, float], height: float) -> None:
        """The round times as lines across the lanes, and what is cut out of the axis."""
        painter.setPen(QPen(self.theme.colour("rule"), 1))
        for tick in ticks(axis, self._tick_room, seen):
            painter.drawLine(QPointF(tick.x, 0), QPointF(tick.x, height))
        for x in axis.breaks():
            painter.fillRect(QRectF(x - ZIGZAG, 0, 2 * ZIGZAG, height), self.theme.colour("window"))

    def paint_axis(self, painter: QPainter, axis: Axis, seen: tuple[float, float], top: float) -> None:
        """The names of the round times, each where the one before leaves room, and a zigzag at every break."""
        painter.setFont(self.small)
        metrics = QFontMetricsF(self.small)
        end, named = seen[0] - 6, -1
        for tick in ticks(axis, self._tick_room, seen):
            words = tick.words if tick.stretch == named else tick.full
            wide = metrics.horizontalAdvance(words)
            left = max(tick.x - wide / 2, end + 10)
            if left > tick.x:
                continue
            named = tick.stretch
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(left, top, wide + 2, self.small_line), LEFT, words)
            painter.setPen(QPen(self.theme.colour("border"), 1))
            painter.drawLine(QPointF(tick.x, top + self.small_line + 1), QPointF(tick.x, top + self.small_line + 6))
            end = left + wide
        painter.setPen(QPen(self.theme.colour("muted"), 1.4))
        for x in axis.breaks():
            self._paint_zigzag(painter, x, top + self.small_line + 3)

    def _paint_zigzag(self, painter: QPainter, x: float, y: float) -> None:
        for shift in (-3.0, 3.0):
            middle = x + shift
            painter.drawPolyline(QPolygonF([QPointF(middle - 3, y + 5), QPointF(middle + 3, y - 5)]))

    def paint_flags(self, painter: QPainter, flags: Sequence[PlacedFlag], height: float) -> None:
        """When the articles were published: small flags on poles that go down through the lanes."""
        painter.setFont(self.small_bold)
        for flag in flags:
            painter.setPen(QPen(self.theme.colour("border"), 1, Qt.PenStyle.DashLine))
            for x in flag.poles:
                painter.drawLine(QPointF(x, flag.box.top()), QPointF(x, height))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("muted"))
            painter.drawRoundedRect(flag.box, 2, 2)
            painter.setPen(self.theme.colour("paper"))
            painter.drawText(flag.box, CENTRE, flag.words)

    # --- lanes ------------------------------------------------------------------------------------

    def paint_question(self, painter: QPainter, rect: QRect, lane: Lane, *, chosen: bool) -> None:
        theme, ink = self.theme, self.theme.ink(lane.look)
        painter.fillRect(rect, theme.colour("chosen" if chosen else "window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("rule"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
        box = QRectF(rect.left() + PAD, rect.center().y() - GLYPH / 2, GLYPH, GLYPH)
        painter.setPen(QPen(with_share(ink.line), 1.5))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self.bold)
        painter.drawText(box, CENTRE, ink.glyph)
        place = rect.adjusted(PAD + GLYPH + GAP, 3, -PAD, -3)
        is_single = lane.look is Look.SINGLE
        font, height = (self.small, self.small_line) if is_single else (self.bold, self.line)
        lines = self._lines_of(lane.question, is_single, place.width())
        top = place.center().y() - height * len(lines) // 2
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        for number, line in enumerate(lines):
            painter.drawText(QRect(place.left(), top + number * height, place.width(), height), LEFT, line)

    def _in_lines(self, question: str, small: bool, width: int) -> tuple[str, ...]:
        return tuple(in_lines(" ".join(question.split()), self.small if small else self.bold, width, 2))

    def paint_ground(self, painter: QPainter, band: Band, left: float, right: float, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(
                QRectF(left, band.top, right - left, band.height), with_share(self.theme.chosen, CHOSEN_SHARE)
            )
        painter.fillRect(QRectF(left, band.top + band.height - 1, right - left, 1), self.theme.colour("rule"))

    def paint_opposed(self, painter: QPainter, marks: Sequence[Placed], ink: Ink, *, chosen: bool) -> None:
        """The lines between times that exclude each other, with the sign of the conflict where there is room."""
        taking = [placed for placed in marks if placed.mark.side is not None]
        signs: list[QPointF] = []
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(with_share(ink.line), 2, PEN_STYLES.get(ink.stroke, Qt.PenStyle.SolidLine)))
        for one, other in pairwise(sorted(taking, key=lambda placed: placed.box.center().x())):
            if one.mark.side == other.mark.side:
                continue
            line = _joining(one, other)
            painter.drawPolyline(QPolygonF(line))
            if line[1].x() - line[0].x() > 2 * GLYPH:
                signs.append((line[0] + line[1]) / 2)
        for placed in marks:  # a line that passes words goes on behind them
            ground = placed.label.adjusted(-2, 0, 2, 0)
            painter.fillRect(ground, self.theme.colour("paper"))
            if chosen:
                painter.fillRect(ground, with_share(self.theme.chosen, CHOSEN_SHARE))
        for middle in signs:
            self._paint_sign(painter, middle, ink)

    def _paint_sign(self, painter: QPainter, middle: QPointF, ink: Ink) -> None:
        painter.setPen(QPen(with_share(ink.line), 1.2))
        painter.setBrush(self.theme.colour("paper"))
        painter.drawEllipse(middle, 9, 9)
        painter.setFont(self.small_bold)
        painter.drawText(QRectF(middle.x() - 9, middle.y() - 9, 18, 18), CENTRE, ink.glyph)

    # --- marks ------------------------------------------------------------------------------------

    def paint_mark(self, painter: QPainter, placed: Placed, look: Look, left: float) -> None:
        """A dot for a day, a needle for a minute, a bar for a longer time; `left` is where the screen begins."""
        ink, moment, box = self.theme.ink(look), placed.mark.moment, placed.box
        is_bar = moment.precision is Precision.STRETCH
        radius = 4.0 if is_bar else box.height() / 2
        self._paint_extent(painter, placed, ink)
        painter.setPen(self._outline(box, ink, placed, is_bar))
        painter.setBrush(self._ground(box, ink, placed, is_bar))
        if moment.precision is Precision.MINUTE:
            needle = QPen(with_share(ink.line), 2.4)
            painter.drawRoundedRect(box.adjusted(1, 2, 0, -2), 2, 2)
            painter.setPen(needle)
            painter.drawLine(box.topLeft() + QPointF(0, -4), box.bottomLeft() + QPointF(0, 4))
        else:
            painter.drawRoundedRect(box, radius, radius)
        self._paint_words(painter, placed, left, inside=is_bar and box.contains(placed.label.center()))

    def _paint_extent(self, painter: QPainter, placed: Placed, ink: Ink) -> None:
        """The whole day or month on both sides of a mark that is narrower than it, where the words leave room."""
        box, label, (first, last) = placed.box, placed.label, placed.extent
        before = QPointF(min(box.left(), label.left() - 4), box.center().y())
        after = QPointF(max(box.right(), label.right() + 4), box.center().y())
        first, last = first + 2, last - 2
        if placed.mark.moment.precision is not Precision.DAY or min(before.x() - first, last - after.x()) < LEAST_ARM:
            return
        painter.setPen(QPen(with_share(ink.line, 0.55), 1.4))
        for inner, x in ((before, first), (after, last)):
            painter.drawLine(inner, QPointF(x, inner.y()))
            painter.drawLine(QPointF(x, inner.y() - 4), QPointF(x, inner.y() + 4))

    def _ground(self, box: QRectF, ink: Ink, placed: Placed, is_bar: bool) -> QBrush:
        """The fill: the tint of what differs; fading where an end is open or only about right."""
        moment = placed.mark.moment
        colour = with_share(ink.tint) if ink.tint else self.theme.colour("paper")
        if is_bar and not ink.tint:
            colour = with_share(ink.line, 0.16)
        if not (moment.about or moment.since or moment.until):
            return QBrush(colour)
        return QBrush(self._fading(box, colour.name(), placed, colour.alphaF()))

    def _outline(self, box: QRectF, ink: Ink, placed: Placed, is_bar: bool) -> QPen:
        moment = placed.mark.moment
        width = 2.0 if ink.stroke in (Stroke.SOLID, Stroke.WAVE) else 1.3
        if moment.about or moment.since or moment.until:
            return QPen(QBrush(self._fading(box, ink.line, placed, 1.0)), width)
        style = PEN_STYLES.get(ink.stroke, Qt.PenStyle.SolidLine) if is_bar else Qt.PenStyle.SolidLine
        return QPen(with_share(ink.line), width, style)

    def _fading(self, box: QRectF, colour: str, placed: Placed, share: float) -> QLinearGradient:
        """From nothing over the colour to nothing again, at the ends that are soft."""
        moment = placed.mark.moment
        soft = min(0.45, SOFT / max(1.0, box.width()))
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        full, faint = with_share(colour, share), with_share(colour, share * 0.08)
        gradient.setColorAt(0.0, faint if moment.about or moment.until else full)
        gradient.setColorAt(soft, full)
        gradient.setColorAt(1.0 - soft, full)
        gradient.setColorAt(1.0, faint if moment.about or moment.since else full)
        return gradient

    def aside_box(self, placed: Placed, band: Band, reach: tuple[float, float], *, on_left: bool) -> QRectF:
        """Where an arrow tells of a mark that is beyond the screen."""
        wide = self._width_of(_aside_words(placed, on_left=on_left)) + 2 * PAD
        left = reach[0] if on_left else reach[1] - wide
        return QRectF(left, band.top + (band.height - self.small_line) / 2, wide, self.small_line)

    def paint_aside(
        self, painter: QPainter, placed: Placed, band: Band, reach: tuple[float, float], *, on_left: bool
    ) -> None:
        """An arrow with the words of a mark beyond the screen: else its lane would seem to have none."""
        painter.setFont(self.small)
        painter.setPen(self.theme.colour("muted"))
        box = self.aside_box(placed, band, reach, on_left=on_left).adjusted(PAD, 0, -PAD, 0)
        place = LEFT if on_left else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, place, _aside_words(placed, on_left=on_left))

    def paint_chosen(self, painter: QPainter, placed: Placed, *, focused: bool) -> None:
        """A ring around the chosen mark."""
        box = placed.box
        radius = 4.0 if placed.mark.moment.precision is Precision.STRETCH else box.height() / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("accent"), 2.4 if focused else 1.4))
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)

    def _paint_words(self, painter: QPainter, placed: Placed, left: float, *, inside: bool) -> None:
        """The letters in the mark and its words beside it; those of a bar that begins off the screen follow it."""
        box, label = QRectF(placed.box), QRectF(placed.label)
        letters = " ".join(placed.mark.letters)
        wide = self._width_of(letters) + 10
        if placed.mark.moment.precision is Precision.STRETCH and box.width() > wide:
            shift = max(0.0, min(left + 4 - box.left(), box.width() - wide - (label.width() + GAP if inside else 0)))
            box = QRectF(box.left() + shift, box.top(), max(wide, placed.box.height()), box.height())
            label.translate(shift if inside else 0, 0)
        painter.setFont(self.small_bold)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(box, CENTRE, letters)
        painter.setFont(self.small)
        painter.setPen(self.theme.colour("text" if inside else "muted"))
        painter.drawText(label.adjusted(0, 0, 4, 0), LEFT, placed.mark.words)


def _joining(one: Placed, other: Placed) -> list[QPointF]:
    """The line from a mark to a later one: straight, or round a corner to one on another height."""
    start = QPointF(max(one.box.right(), one.label.right()) + 4, one.box.center().y())
    if other.box.center().y() == start.y():
        return [start, QPointF(min(other.box.left(), other.label.left()) - 4, start.y())]
    corner = QPointF(other.box.center().x(), start.y())
    below = other.box.top() > one.box.bottom()
    end = QPointF(corner.x(), other.box.top() - 1 if below else other.box.bottom() + 1)
    # Words that reach beyond the corner hide it: the line comes out from behind them, not back towards them.
    return [start, corner, end] if start.x() < corner.x() else [corner, corner, end]


def _aside_words(placed: Placed, *, on_left: bool) -> str:
    words = f"{' '.join(placed.mark.letters)} {placed.mark.words}"
    return f"‹ {words}" if on_left else f"{words} ›"
