"""The brushwork of marks: tints, the six kinds of line, and the outline of a chosen passage.

Dots, waves and dashes are tiled from a small picture: drawn as antialiased paths they cost three to five times as much.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from ui.reading.geometry import Piece
from ui.theme import Ink, Stroke

# Shares of the height of a line of text: from the letters' baseline to the line of the outermost mark, on to each lane
# below, and to where the tall letters of the next line begin. At 16 px they are 3.5, 3 and 11.8 pixels.
UNDER, LANE_STEP, NEXT_LINE = 3.5 / 24, 3 / 24, 11.8 / 24
# How high the strokes rise that tell of a person's hand: corners as high as small letters, or they would be taken for
# commas; strokes after words no higher than where letters stand.
CORNER, TICK = 13 / 24, 6 / 24
LEAST_STEP = 3  # pixels: lines of 2 stay apart
# What of the line colour lies behind a chosen passage, and how wide its outline is.
CHOSEN_SHARE = 0.22
OUTLINE = 1.6
# A decided conflict keeps its line and loses most of its tint.
DECIDED_SHARE = 0.35

_TILE_WIDTH = 48  # holds a whole number of waves, dots and dashes
_TILE_HEIGHT = 4


@lru_cache(maxsize=128)
def with_share(colour: str, share: float = 1.0) -> QColor:
    """This colour, covering so much (0 to 1) of what is behind it. Never to be changed: it is shared."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made


def tint_box(piece: Piece, px: int) -> QRectF:
    """What is tinted behind a piece: from above its capitals to below its line."""
    height = 0.95 * px + UNDER * piece.line.height() + 2
    return QRectF(piece.line.left() - 1, piece.baseline - 0.95 * px, piece.line.width() + 2, height)


def lane_top(piece: Piece, lane: int) -> int:
    """Where the line of a lane begins: on whole pixels, lest two run into one, and above the next line's letters."""
    height = piece.line.height()
    top = round(piece.baseline + UNDER * height) + lane * max(LEAST_STEP, round(LANE_STEP * height))
    return min(top, math.floor(piece.baseline + NEXT_LINE * height) - 2)


def draw_line(painter: QPainter, piece: Piece, lane: int, ink: Ink, ratio: float) -> None:
    """Underline a piece in its mark's lane."""
    left, width, colour = piece.line.left(), piece.line.width(), with_share(ink.line)
    top = lane_top(piece, lane)
    if ink.stroke is Stroke.SOLID:
        painter.fillRect(QRectF(left, top, width, 2), colour)
    elif ink.stroke is Stroke.THIN:
        painter.fillRect(QRectF(left, top + 0.5, width, 1), colour)
    elif ink.stroke is Stroke.DOUBLE:
        painter.fillRect(QRectF(left, top, width, 1), colour)
        painter.fillRect(QRectF(left, top + 2, width, 1), colour)
    else:
        box = QRectF(left, top - 1, width, _TILE_HEIGHT)
        painter.drawTiledPixmap(box, _tile(ink.stroke, ink.line, ratio), QPointF(left % _TILE_WIDTH, 0))


def draw_hand(painter: QPainter, piece: Piece, lane: int, ink: Ink, *, marked: bool) -> None:
    """Where a person's hand was: corners around words that somebody marked, two strokes after those of a claim that
    was corrected. Their line stays that of their status."""
    top, colour = lane_top(piece, lane), with_share(ink.line)
    rise = round((CORNER if marked else TICK) * piece.line.height())
    left, right = round(piece.line.left()) - 2, round(piece.line.right()) + 1
    if marked and piece.first:
        painter.fillRect(QRectF(left, top + 2 - rise, 2, rise), colour)
    if marked and piece.last:
        painter.fillRect(QRectF(right - 1, top + 2 - rise, 2, rise), colour)
    if not marked and piece.last:
        for x in (right - 4, right):
            painter.fillRect(QRectF(x, top + 2 - rise, 2, rise), colour)


def outline(pieces: Sequence[Piece]) -> QPainterPath:
    """The border of a chosen passage, its lines joined where they touch."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for piece in pieces:
        path.addRect(piece.line.adjusted(-1, 0, 1, 0.5))
    return path.simplified()


def fill_outline(painter: QPainter, pieces: Sequence[Piece], ink: Ink) -> None:
    painter.fillPath(outline(pieces), with_share(ink.line, CHOSEN_SHARE))


def lead_out(painter: QPainter, box: QRectF, ink: Ink) -> None:
    """A ribbon's straight end."""
    painter.fillRect(box, with_share(ink.line, CHOSEN_SHARE))
    for y in (box.top(), box.bottom()):
        painter.fillRect(QRectF(box.left(), y - 0.7, box.width(), 1.4), with_share(ink.line))


def draw_outline(painter: QPainter, pieces: Sequence[Piece], ink: Ink, *, leading: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(with_share(ink.line, 1.0 if leading else 0.6), OUTLINE if leading else 1.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(outline(pieces), pen)
    painter.restore()


@lru_cache(maxsize=64)
def _tile(stroke: Stroke, colour: str, ratio: float) -> QPixmap:
    tile = QPixmap(round(_TILE_WIDTH * ratio), round(_TILE_HEIGHT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if stroke is Stroke.WAVE:
        painter.strokePath(_wave(), QPen(QColor(colour), 1.3))
    elif stroke is Stroke.DASHES:
        for x in range(0, _TILE_WIDTH, 8):
            painter.fillRect(QRectF(x, 1, 5, 2), QColor(colour))
    else:
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        for x in range(0, _TILE_WIDTH, 4):
            painter.drawEllipse(QRectF(x, 1, 1.8, 1.8))
    painter.end()
    return tile


def _wave() -> QPainterPath:
    path = QPainterPath(QPointF(-6, 2))
    for x in range(-6, _TILE_WIDTH + 6, 6):
        path.cubicTo(x + 1.5, 0, x + 1.5, 0, x + 3, 2)
        path.cubicTo(x + 4.5, 4, x + 4.5, 4, x + 6, 2)
    return path
