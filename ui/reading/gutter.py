"""The gap between two articles, and the ribbons that join the claims that pull against each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from ui.reading.heading import HEIGHT
from ui.reading.marks import Link
from ui.reading.pane import ArticlePane
from ui.reading.strokes import with_share
from ui.theme import Theme

WIDTH = 56
_ARROW = 5.0
_EDGE = 10.0  # how far from the edge of the view an arrow to something off screen ends

Band = tuple[float, float]


class Gutter(QSplitterHandle):
    """A splitter's handle. Wide between two open articles, a hair between others."""

    def __init__(self, splitter: QSplitter, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._theme = theme
        self._ends: tuple[ArticlePane, ArticlePane] | None = None
        self._links: Sequence[Link] = ()
        self._chosen: str | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Width of the articles")

    def join(self, left: ArticlePane | None, right: ArticlePane | None, links: Sequence[Link] = ()) -> None:
        """Draw the links of the two articles beside it; with less than two it is a hair."""
        was = self.sizeHint()
        self._lead_in(None)  # the articles that were beside it before
        self._ends = (left, right) if left and right else None
        self._links = links
        if was != self.sizeHint():
            self.updateGeometry()
        self._lead_in(self._chosen)
        self.update()

    def _lead_in(self, conflict: str | None) -> None:
        """Have the articles lead this conflict's ribbons through their margins."""
        if self._ends:
            mine = [link for link in self._links if link.conflict == conflict]
            self._ends[0].lead_out((link.left for link in mine), left=False)
            self._ends[1].lead_out((link.right for link in mine), left=True)

    def choose(self, conflict: str | None) -> None:
        self._chosen = conflict
        self._lead_in(conflict)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH if self._ends else 1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ends is None:
            painter.fillRect(self.rect(), self._theme.colour("rule"))
            painter.end()
            return
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), self._theme.colour("rule"))
        painter.setClipRect(QRectF(0, HEIGHT, self.width(), self.height() - HEIGHT))
        painter.translate(0, HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._ends
        for link in sorted(self._links, key=lambda link: link.conflict == self._chosen):
            self._paint(painter, link, left.band(link.left), right.band(link.right))
        painter.end()

    def _paint(self, painter: QPainter, link: Link, left: Band | None, right: Band | None) -> None:
        if left is None or right is None:
            return
        colour = self._theme.ink(link.look).line
        seen = self._sees(left), self._sees(right)
        if link.conflict != self._chosen:
            if all(seen):
                painter.strokePath(_curve(self._width, _middle(left), _middle(right)), QPen(with_share(colour, 0.6), 1))
        elif all(seen):
            # The edges are drawn over it: softening the fill as well would cost more than all the rest.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillPath(_ribbon(self._width, left, right), with_share(colour, 0.22))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.strokePath(_curve(self._width, left[0], right[0]), QPen(QColor(colour), 1.4))
            painter.strokePath(_curve(self._width, left[1], right[1]), QPen(QColor(colour), 1.4))
        elif any(seen):
            self._point_away(painter, QColor(colour), left, right, towards_left=seen[1])

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
        return float(self.width())

    @property
    def _view(self) -> float:
        """The height of the articles beside it, without their headings."""
        return float(self.height() - HEIGHT)

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
