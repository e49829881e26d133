"""An article there is no room for, standing like a book on a shelf: a click opens it. And a strip for hidden ones."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.values import Article
from ui.plain import tool_tip
from ui.reading.heading import heading_height
from ui.reading.marks import Mark
from ui.theme import READING_PX, Look, Theme, interface_font, interface_px
from ui.translation import tr, trn
from ui.wording import letter

WIDTH = 42


class Strip(QAbstractButton):
    """A narrow button as high as the articles: a badge on top, words that run down below it."""

    menu_wanted = Signal(QPoint)  # where on the screen

    def __init__(self, badge: str, theme: Theme, parent: QWidget | None = None, px: int = READING_PX) -> None:
        super().__init__(parent)
        self._badge, self._theme, self._px = badge, theme, px
        self._title, self._ending = "", ""
        self._takes_part = False
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._px = px
        self.update()

    def take_part(self, takes_part: bool) -> None:
        """Whether what stands closed here has something on the chosen conflict."""
        if self._takes_part != takes_part:
            self._takes_part = takes_part
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("hover" if self.underMouse() else "window"))
        painter.fillRect(QRectF(0, heading_height(self._px) - 1, self.width(), 1), self._theme.colour("rule"))
        self._paint_badge(painter)
        self._paint_title(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        box = QRectF((self.width() - 22) / 2, (heading_height(self._px) - 24) // 2, 22, 22)
        conflict = self._theme.ink(Look.CONFLICT)
        painter.setPen(QColor(conflict.line) if self._takes_part else self._theme.colour("border"))
        painter.setBrush(QColor(conflict.tint or "") if self._takes_part else self._theme.colour("paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(interface_font(12, bold=True))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _paint_title(self, painter: QPainter) -> None:
        ending = f"  ·  {self._ending}" if self._ending else ""
        font = interface_font(min(interface_px(self._px) - 1, 18))
        metrics, top = QFontMetricsF(font), heading_height(self._px)
        room = self.height() - top - 32 - metrics.horizontalAdvance(ending)
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room) + ending
        painter.save()
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.translate(QPointF(self.width() / 2, top + 16))
        painter.rotate(90)
        painter.drawText(QPointF(0, metrics.capHeight() / 2), shown)
        painter.restore()


class Spine(Strip):
    """The letter, the source and the number of conflicts of a closed article."""

    def __init__(
        self, article: Article, number: int, theme: Theme, parent: QWidget | None = None, px: int = READING_PX
    ) -> None:
        super().__init__(letter(number), theme, parent, px)
        self._title = " ".join(article.label.split())
        self.setAccessibleName(tr("Open article {letter}: {source}", letter=letter(number), source=article.label))
        self.setToolTip(tool_tip(self._title))
        self.show_marks(())

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        conflicts = len({conflict for mark in marks for conflict in mark.conflicts})
        words = trn("{count} conflict", "{count} conflicts", conflicts)
        self.setAccessibleDescription(words)
        self._ending = words if conflicts else ""
        self.update()


class HiddenStrip(Strip):
    """Stands for the articles a person has hidden: a click tells which, and brings them back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, px: int = READING_PX) -> None:
        super().__init__("", theme, parent, px)
        self.count = 0

    def show_count(self, count: int) -> None:
        self.count = count
        self._badge = f"+{count}"
        self._title = tr("Hidden")
        words = trn("{count} hidden article", "{count} hidden articles", count)
        self.setAccessibleName(words)
        self.setToolTip(tool_tip(words))
        self.setVisible(bool(count))
        self.update()
