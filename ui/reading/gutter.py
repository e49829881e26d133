"""The gap between two articles, and the ribbons that join the claims that pull against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from ui.reading.heading import heading_height
from ui.reading.marks import Link
from ui.reading.strokes import with_share
from ui.reading.typesetting import FOCUS
from ui.theme import READING_PX, Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.reading.pane import ArticlePane

WIDTH = 56
_ARROW = 5.0
_EDGE = 10.0  # how far from the edge of the view an arrow to something off screen ends

Band = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strand:
    """The part of a chosen ribbon that goes through one gutter. `begins` and `ends` tell whether the article it comes
    from, or goes to, stands beside this gutter."""

    link: Link
    left: ArticlePane
    right: ArticlePane
    begins: bool
    ends: bool


class Gutter(QSplitterHandle):
    """A splitter's handle. Wide between two open articles, a hair between others."""

    def __init__(self, splitter: QSplitter, theme: Theme, px: int = READING_PX) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._theme = theme
        self._top = heading_height(px)
        self._ends: tuple[ArticlePane, ArticlePane] | None = None
        self._beside: tuple[ArticlePane | None, ArticlePane | None] = (None, None)
        self._links: Sequence[Link] = ()
        self._chosen: str | None = None
        self._strands: Sequence[Strand] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Width of the articles"))

    def join(self, left: ArticlePane | None, right: ArticlePane | None, links: Sequence[Link] = ()) -> None:
        """Draw the links of the two articles beside it; with less than two it is a hair."""
        was = self.sizeHint()
        self._ends = (left, right) if left and right else None
        self._links = links
        if was != self.sizeHint():
            self.updateGeometry()
        self.update()

    def stand_between(self, left: ArticlePane | None, right: ArticlePane | None) -> None:
        """The open articles right beside it, None for a spine: it draws their side of the ring around the keyboard."""
        self._beside = (left, right)
        self.update()

    def choose(self, conflict: str | None, strands: Sequence[Strand] = ()) -> None:
        """Of the chosen conflict the ribbons are drawn in full, of the others a hairline."""
        self._chosen, self._strands = conflict, strands
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._top = heading_height(px)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH if self._ends else 1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ends is None:
            ringed = any(pane and pane.is_current for pane in self._beside)
            painter.fillRect(self.rect(), self._theme.colour("accent" if ringed else "rule"))
            painter.end()
            return
        # A splitter whose style makes its handles thin widens them for the mouse, and shows only what is inside.
        painter.translate(self.contentsRect().left(), 0)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.fillRect(QRectF(0, self._top - 1, self.width(), 1), self._theme.colour("rule"))
        painter.save()
        painter.setClipRect(QRectF(0, self._top, self._width, self._view))
        painter.translate(0, self._top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link in self._links:
            if link.conflict != self._chosen:
                self._paint_hairline(painter, link, *self._ends)
        for strand in self._strands:
            self._paint_strand(painter, strand)
        painter.restore()
        for pane, x in zip(self._beside, (0.0, self._width - FOCUS), strict=True):
            if pane and pane.is_current:
                painter.fillRect(QRectF(x, 0, FOCUS, self.height()), self._theme.colour("accent"))
        painter.end()

    def _paint_hairline(self, painter: QPainter, link: Link, one: ArticlePane, other: ArticlePane) -> None:
        left = one.band(link.left)
        right = other.band(link.right) if left and self._sees(left) else None  # most links are out of sight
        if left and right and self._sees(right):
            colour = with_share(self._theme.ink(link.look).line, 0.6)
            painter.strokePath(_curve(self._width, _middle(left), _middle(right)), QPen(colour, 1))

    def _paint_strand(self, painter: QPainter, strand: Strand) -> None:
        left, right = strand.left.band(strand.link.left), strand.right.band(strand.link.right)
        if left is None or right is None:
            return
        colour = self._theme.ink(strand.link.look).line
        sees_left, sees_right = self._sees(left), self._sees(right)
        if sees_left and sees_right:
            # Across other articles it stays at the height it came from, and bends where it arrives.
            self._paint_ribbon(painter, colour, left, right if strand.ends else left)
        elif sees_left and strand.begins:
            self._point_away(painter, QColor(colour), left, right, towards_left=False)
        elif sees_right and strand.ends:
            self._point_away(painter, QColor(colour), left, right, towards_left=True)

    def _paint_ribbon(self, painter: QPainter, colour: str, left: Band, right: Band) -> None:
        # The edges are drawn over it: softening the fill as well would cost more than all the rest.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillPath(_ribbon(self._width, left, right), with_share(colour, 0.22))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(_curve(self._width, left[0], right[0]), QPen(QColor(colour), 1.4))
        painter.strokePath(_curve(self._width, left[1], right[1]), QPen(QColor(colour), 1.4))

    def _point_away(self, painter: QPainter, colour: QColor, left: Band, right: Band, *, towards_left: bool) -> None:
        """A dashed arrow from the end that is on the screen to where the other one went."""
        here, away = (right, left) if towards_left else (left, right)
        down = away[0] > 0
        edge = self._view - _EDGE if down else _EDGE
        x = _EDGE if towards_left else self._width - _EDGE
        start = QPointF(self._width if towards_left else 0.0, _middle(here))
        path = QPainterPath(start)
        path.cubicTo(QPointF(self._width / 2, start.y()), QPointF(x, (start.y() + edge) / 2), QPointF(x, edge))
        pen = QPen(colour, 1.4, Qt.PenStyle.DashLine)
        painter.strokePath(path, pen)
        step = -_ARROW if down else _ARROW
        head = QPainterPath(QPointF(x - _ARROW, edge + step))
        head.lineTo(x, edge)
        head.lineTo(x + _ARROW, edge + step)
        painter.strokePath(head, QPen(colour, 1.6))

    @property
    def _width(self) -> float:
        return float(self.contentsRect().width())

    @property
    def _view(self) -> float:
        """The height of the articles beside it, without their headings."""
        return float(self.height() - self._top)

    def _sees(self, band: Band) -> bool:
        return band[1] > 0 and band[0] < self._view


def _middle(band: Band) -> float:
    return (band[0] + band[1]) / 2


def _curve(width: float, left: float, right: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, left))
    path.cubicTo(QPointF(width / 2, left), QPointF(width / 2, right), QPointF(width, right))
    return path


def _ribbon(width: float, left: Band, right: Band) -> QPainterPath:
    path = _curve(width, left[0], right[0])
    path.lineTo(width, right[1])
    path.cubicTo(QPointF(width / 2, right[1]), QPointF(width / 2, left[1]), QPointF(0, left[1]))
    path.closeSubpath()
    return path
