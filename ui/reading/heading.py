"""What stands above an article: its letter, its source and what is known about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.values import Article
from ui.theme import Theme, interface_font

HEIGHT = 60
_BADGE, _BADGE_GAP = 22, 10

# Not by the system's locale: the interface is in English throughout.
# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on


def letter(number: int) -> str:
    """A, B ... Z, then AA, AB ...: how the n-th article (from 0) is called for short."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def describe(article: Article, words: int, claims: int | None) -> str:
    """The line under the source: date, length, claims, and what was odd about the file.

    An inferred date is marked: nobody stated it. `claims` is None before the analysis.
    """
    provenance = article.provenance
    parts = [_date(provenance.published, "published" in provenance.inferred), _count(words, "word")]
    if claims is not None:
        parts.append(_count(claims, "claim"))
    if article.encoding.lower().replace("_", "-") not in ("utf-8", "ascii", "utf8"):
        parts.append(article.encoding)
    if article.repairs:
        parts.append(_count(len(article.repairs), "repair"))
    return " · ".join(parts)


def _date(published: date | None, inferred: bool) -> str:
    if published is None:
        return "date unknown"
    return f"{published.day} {_MONTHS[published.month - 1]} {published.year}{' (inferred)' if inferred else ''}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


class Heading(QWidget):
    """The heading of one article, its words in line with the article's column."""

    def __init__(self, article: Article, number: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article, self._letter, self._theme = article, letter(number), theme
        self._words = len(article.text.split())
        self._claims: int | None = None
        self._left, self._right, self._is_current = 0.0, 0.0, False
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_claims(self, claims: int | None) -> None:
        self._claims = claims
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_column(self, left: float, right: float) -> None:
        """Where the column of text begins and ends."""
        self._left, self._right = left, right
        self.update()

    def set_current(self, is_current: bool) -> None:
        """Whether the keyboard is in this article."""
        self._is_current = is_current
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def _tell(self) -> None:
        self._known = describe(self._article, self._words, self._claims)
        self.setAccessibleName(f"Article {self._letter}: {self._article.label}")
        self.setAccessibleDescription(". ".join((self._known, *self._article.repairs)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        self._paint_badge(painter)
        left, room = self._left, self._right - self._left
        self._paint_line(painter, self._article.label, QRectF(left, 10, room, 20), 14, "text")
        self._paint_line(painter, self._known, QRectF(left, 31, room, 18), 12, "muted")
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), self._theme.colour("rule"))
        if self._is_current:
            start = left - _BADGE - _BADGE_GAP
            painter.fillRect(QRectF(start, HEIGHT - 3, left + room - start, 3), self._theme.colour("accent"))
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        box = QRectF(self._left - _BADGE - _BADGE_GAP, 18, _BADGE, _BADGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent" if self._is_current else "border"))
        painter.setBrush(self._theme.colour("accent" if self._is_current else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(interface_font(12, bold=True))
        painter.setPen(self._theme.colour("on_accent" if self._is_current else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)

    def _paint_line(self, painter: QPainter, words: str, box: QRectF, px: int, token: str) -> None:
        font = interface_font(px, bold=token == "text")
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        shown = QFontMetricsF(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
