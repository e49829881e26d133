"""What stands above an article: its letter, its source, what is known about it, and a menu of what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolButton, QWidget

from factcheck.values import Article
from ui.days import published_words
from ui.icons import icon
from ui.plain import tool_tip
from ui.reading.scripts import is_right_to_left, length_words
from ui.theme import READING_PX, Theme, interface_font, interface_px
from ui.translation import tr, trn
from ui.wording import letter

# At the usual size of the text; all of it grows with the text as the list does.
_HEIGHT, _BADGE, _BADGE_GAP, _BUTTON = 60, 22, 7, 24
_SOURCE_PX, _KNOWN_PX = 14, 12
_LARGEST_BADGE = 24  # it stands in the margin of the text, which does not grow


def heading_height(px: int) -> int:
    """How high the headings of articles set in this size are, in pixels."""
    return _scaled(_HEIGHT, px)


def _scaled(length: int, px: int) -> int:
    return round(length * interface_px(px) / interface_px(READING_PX))


def describe(article: Article, claims: int | None, shown: int | None = None) -> str:
    """The line under the source: date, length, claims, and what was odd about the file.

    An inferred date is marked: nobody stated it. `claims` is None before the analysis, `shown` is how many of them
    are marked when some are hidden.
    """
    parts = [published_words(article), length_words(article.text)]
    if claims is not None and shown is not None and shown != claims:
        parts.append(tr("{shown} of {count} marks shown", shown=f"{shown:,}", count=f"{claims:,}"))
    elif claims is not None:
        parts.append(trn("{number} claim", "{number} claims", claims, number=f"{claims:,}"))
    if article.encoding.lower().replace("_", "-") not in ("utf-8", "ascii", "utf8"):
        parts.append(article.encoding)
    if article.repairs:
        parts.append(trn("{count} repair", "{count} repairs", len(article.repairs)))
    return " · ".join(parts)


class Heading(QWidget):
    """The heading of one article, its words in line with the article's column. It can be dragged to another place."""

    menu_wanted = Signal(QPoint)  # where on the screen
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(
        self, article: Article, number: int, theme: Theme, parent: QWidget | None = None, px: int = READING_PX
    ) -> None:
        super().__init__(parent)
        self._article, self._letter, self._theme, self._px = article, letter(number), theme, px
        self._right_to_left = is_right_to_left(article.text)
        self._claims: int | None = None
        self._shown: int | None = None
        self._left, self._right, self._is_current = 0.0, 0.0, False
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button = QToolButton(self)
        self.button.setProperty("flat", "true")
        self.button.setStyleSheet("padding: 2px; min-height: 0;")
        self.button.setAccessibleName(tr("Menu of article {letter}", letter=self._letter))
        self.button.setToolTip(tool_tip(tr("Details, hide, move")))
        self.button.clicked.connect(lambda: self.menu_wanted.emit(self._below_button()))
        self.set_theme(theme)
        self._tell()

    def show_claims(self, claims: int | None, shown: int | None = None) -> None:
        self._claims, self._shown = claims, shown
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.button.setIcon(icon("more", theme, "muted"))
        self.update()

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the article's words."""
        self._px = px
        self._place_button()

    def set_column(self, left: float, right: float) -> None:
        """Where the column of text begins and ends."""
        self._left, self._right = left, right
        self._place_button()
        self.update()

    def set_current(self, is_current: bool) -> None:
        """Whether the keyboard is in this article."""
        self._is_current = is_current
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, heading_height(self._px))

    def _place_button(self) -> None:
        side = _scaled(_BUTTON, self._px)
        self.button.setIconSize(QSize(side - 8, side - 8))
        left = round(self._left) if self._right_to_left else round(self._right) - side
        self.button.setGeometry(left, (self.height() - side) // 2, side, side)

    def _below_button(self) -> QPoint:
        return self.button.mapToGlobal(self.button.rect().bottomLeft())

    def _tell(self) -> None:
        self._known = describe(self._article, self._claims, self._shown)
        self.setAccessibleName(tr("Article {letter}: {source}", letter=self._letter, source=self._article.label))
        self.setAccessibleDescription(". ".join((self._known, *self._article.repairs)))
        self.setToolTip(tool_tip(f"{self._article.label} · {self._known}"))
        self.update()

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        badge = self._badge()
        self._paint_badge(painter, badge)
        button = _scaled(_BUTTON, self._px) + 4
        left, room = self._left, self._right - self._left - button
        if self._right_to_left:
            left += button
        top, height = _scaled(8, self._px), _scaled(20, self._px)
        self._paint_line(painter, self._article.label, QRectF(left, top, room, height), _SOURCE_PX, "text")
        self._paint_line(painter, self._known, QRectF(left, top + height + 1, room, height - 2), _KNOWN_PX, "muted")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.colour("rule"))
        if self._is_current:
            start, end = min(badge.left(), self._left), max(badge.right(), self._right)
            painter.fillRect(QRectF(start, self.height() - 3, end - start, 3), self._theme.colour("accent"))
        painter.end()

    def _badge(self) -> QRectF:
        side, gap = min(_scaled(_BADGE, self._px), _LARGEST_BADGE), _BADGE_GAP
        left = self._right + gap if self._right_to_left else self._left - side - gap
        return QRectF(left, (self.height() - side) // 2 - 2, side, side)

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent" if self._is_current else "border"))
        painter.setBrush(self._theme.colour("accent" if self._is_current else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(interface_font(round(0.55 * box.height()), bold=True))
        painter.setPen(self._theme.colour("on_accent" if self._is_current else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)

    def _paint_line(self, painter: QPainter, words: str, box: QRectF, px: int, token: str) -> None:
        font = interface_font(_scaled(px, self._px), bold=token == "text")
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        shown = QFontMetricsF(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if self._right_to_left else Qt.AlignmentFlag.AlignLeft
        # Absolute: Qt would mirror the sides for words that run from right to left.
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, shown)

    # --- menu and drag ----------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        self._dragging = self._dragging or moved >= QApplication.startDragDistance()
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._pressed, self._dragging = self._dragging, None, False
        self.unsetCursor()
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())
