"""The strip beside an article that shows where its conflicts are; it is the article's scroll bar as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from ui.reading.marks import Mark
from ui.reading.strokes import lead_out, with_share
from ui.reading.typesetting import OVERVIEW
from ui.theme import Ink, Theme

_MARK_HEIGHT = 4
_INSET = 3


class Overview(QScrollBar):
    """A scroll bar with a map. The map is a cached picture; scrolling only moves the frame over it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._heights: Sequence[tuple[float, Mark]] = ()
        self._chosen: frozenset[str] = frozenset()
        self._map: QPixmap | None = None
        self.ribbons: Callable[[], Iterable[tuple[float, float, Ink]]] = tuple
        """The ribbons that go on below the strip: top, bottom and ink of each, asked for whenever it is painted."""
        self.setFixedWidth(OVERVIEW)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_heights(self, heights: Sequence[tuple[float, Mark]]) -> None:
        """The marks to show, each with its height as a share of all that can be scrolled to."""
        self._heights = heights
        self._redraw()

    def choose(self, claims: frozenset[str]) -> None:
        if claims != self._chosen:
            self._chosen = claims
            self._redraw()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(OVERVIEW, 100)

    def _redraw(self) -> None:
        self._map = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._map = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._map is None:
            self._map = self._drawn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        for top, bottom, ink in self.ribbons():
            lead_out(painter, QRectF(0, top, self.width(), bottom - top), ink)
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(with_share(self._theme.border, 0.6 if self.underMouse() or self.isSliderDown() else 0.4))
            painter.drawRoundedRect(self.frame(), 4, 4)
        painter.drawPixmap(0, 0, self._map)
        painter.end()

    def frame(self) -> QRectF:
        """The part of the strip that stands for what is on the screen."""
        whole = max(1, self.maximum() + self.pageStep())
        top, height = self.height() * self.value() / whole, self.height() * self.pageStep() / whole
        return QRectF(_INSET, top, self.width() - 2 * _INSET, max(24.0, height))

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        for share, mark in self._heights:
            colour = self._theme.ink(mark.look).line
            is_chosen = mark.claim in self._chosen
            inset = 0 if is_chosen else _INSET
            box = QRectF(inset, share * self.height(), self.width() - 2 * inset, _MARK_HEIGHT + 2 * is_chosen)
            painter.fillRect(box, with_share(colour, 0.35 if mark.decided and not is_chosen else 1.0))
        painter.end()
        return drawn

    # --- click and drag: the frame's middle follows the pointer -------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.update()

    def _go(self, event: QMouseEvent) -> None:
        whole = self.maximum() + self.pageStep()
        self.setValue(round(event.position().y() / max(1, self.height()) * whole - self.pageStep() / 2))
