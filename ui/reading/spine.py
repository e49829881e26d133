"""An article there is no room for, standing like a book on a shelf: a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.values import Article
from ui.reading.heading import HEIGHT, letter
from ui.reading.marks import Mark
from ui.theme import Theme, interface_font

WIDTH = 42


class Spine(QAbstractButton):
    """The letter, the source and the number of conflicts of a closed article."""

    def __init__(self, article: Article, number: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article, self._letter, self._theme = article, letter(number), theme
        self._conflicts = 0
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_marks(())

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        self._conflicts = len({conflict for mark in marks for conflict in mark.conflicts})
        self.setAccessibleName(f"Open article {self._letter}: {self._article.label}")
        self.setAccessibleDescription(f"{self._conflicts} conflict{'' if self._conflicts == 1 else 's'}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("hover" if self.underMouse() else "window"))
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), self._theme.colour("rule"))
        self._paint_badge(painter)
        self._paint_title(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        box = QRectF((self.width() - 22) / 2, 18, 22, 22)
        painter.setPen(self._theme.colour("border"))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(interface_font(12, bold=True))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)

    def _paint_title(self, painter: QPainter) -> None:
        conflicts = f"  ·  {self.accessibleDescription()}" if self._conflicts else ""
        font = interface_font(12)
        metrics, label = QFontMetricsF(font), " ".join(self._article.label.split())
        room = self.height() - HEIGHT - 32 - metrics.horizontalAdvance(conflicts)
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room) + conflicts
        painter.save()
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.translate(QPointF(self.width() / 2 + 4, HEIGHT + 16))
        painter.rotate(90)
        painter.drawText(QPointF(0, 7), shown)
        painter.restore()
