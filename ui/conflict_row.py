"""How one row of the list is painted: glyph, question, an answer a line, and the verdict it was given."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.conflicts import Entry, Role
from ui.differences import Ranges, excerpt, telling
from ui.theme import LIGHT, Theme, interface_font

MARGIN, GAP, GLYPH, RADIUS = 16, 11, 22, 6  # pixels
PADDING = 8  # above and below the words of a row
MOST_ANSWERS = 6
WIDE_SPACE = "\N{NO-BREAK SPACE}" * 3


class ConflictRow(QStyledItemDelegate):
    """Paints an Entry. Heights follow from line counts alone, so that thousands of rows are measured quickly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.set_text_size(13)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def set_text_size(self, px: int) -> None:
        self._bold, self._plain = interface_font(px, bold=True), interface_font(px)
        self._small, self._glyph = interface_font(px - 1), interface_font(px, bold=True)
        self._heading = interface_font(px - 1, bold=True)
        self._stressed = interface_font(px - 1, bold=True)
        self._stressed.setUnderline(True)
        self._line, self._small_line = QFontMetrics(self._bold).height(), QFontMetrics(self._small).height()

    # --- measures ---------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(Role.ENTRY)
        width = option.rect.width() or 280
        if entry.heading:
            return QSize(width, self._small_line + 18)
        lines = self._title_lines(entry, width)
        answers = min(len(entry.answers), MOST_ANSWERS) + bool(entry.team.words)
        return QSize(width, 2 * PADDING + lines * self._line + answers * (self._small_line + 1) + 2)

    def _title_lines(self, entry: Entry, width: int) -> int:
        metrics = QFontMetrics(self._bold)
        return 1 if metrics.horizontalAdvance(entry.title) <= self._title_width(entry, width) else 2

    def _title_width(self, entry: Entry, width: int) -> int:
        return width - 2 * MARGIN - GLYPH - GAP - self._badge_width(entry)

    def _badge_width(self, entry: Entry) -> int:
        return QFontMetrics(self._small).horizontalAdvance(entry.badge) + 22 if entry.badge else 0

    # --- painting ---------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(Role.ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.heading:
            self._paint_heading(painter, rect, entry)
        else:
            self._paint_ground(painter, rect, state)
            self._paint_glyph(painter, rect, entry)
            self._paint_words(painter, rect, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        painter.setFont(self._heading)
        painter.setPen(self._theme.colour("muted"))
        words = QFontMetrics(self._heading).elidedText(
            entry.title, Qt.TextElideMode.ElideRight, rect.width() - 2 * MARGIN
        )
        painter.drawText(rect.adjusted(MARGIN, 8, -MARGIN, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = QRectF(rect).adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        if chosen:
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(ground.left(), ground.top() + 6, 3, ground.height() - 12), 1.5, 1.5)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_glyph(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        ink = self._theme.ink(entry.look) if entry.look else None
        colour = QColor(ink.line) if ink else self._theme.colour("muted")
        box = QRectF(rect.left() + MARGIN, rect.top() + PADDING + 1, GLYPH, GLYPH).translated(QPointF(0.5, 0.5))
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self._glyph)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ink.glyph if ink else "?")

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        left, top = rect.left() + MARGIN + GLYPH + GAP, rect.top() + PADDING
        lines = self._title_lines(entry, rect.width())
        title = QRect(left, top, self._title_width(entry, rect.width()), lines * self._line)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._bold)
        if lines == 1:
            painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, entry.title)
        else:
            _paint_two_lines(painter, title, entry.title, self._bold)
        if entry.badge:
            self._paint_badge(painter, rect, entry)
        line = QRect(left, title.bottom() + 2, rect.right() - MARGIN - left, self._small_line)
        told = answers_apart(entry)
        for (words, stressed), (_, sources) in list(zip(told, entry.answers, strict=True))[:MOST_ANSWERS]:
            self._paint_answer(painter, line, words, stressed, sources)
            line.translate(0, self._small_line + 1)
        if entry.team.words:
            painter.setFont(self._small)
            painter.setPen(self._theme.colour("muted"))
            words = QFontMetrics(self._small).elidedText(
                "   ".join(entry.team.words), Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_answer(self, painter: QPainter, line: QRect, words: str, stressed: Ranges, sources: str) -> None:
        """One line: the words, bold and underlined where the answers part, and the sources right after them."""
        tail = f" · {sources}" if sources else ""
        for at, text, stress in fitted(words, stressed, tail, line.width(), self._small.pixelSize()):
            painter.setFont(self._stressed if stress else self._small)
            painter.setPen(self._theme.colour("text" if stress else "muted"))
            painter.drawText(line.adjusted(at, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_badge(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        width = self._badge_width(entry) - 8
        box = QRectF(rect.right() - MARGIN - width + 4, rect.top() + PADDING, width, self._small_line + 3)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("pressed"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, entry.badge)


@lru_cache(maxsize=1024)
def answers_apart(entry: Entry) -> tuple[tuple[str, Ranges], ...]:
    """Each answer from shortly before the first word in which they differ, with the ranges that differ."""
    told = [" ".join(said.split()) for said in (entry.quoted or tuple(answer for answer, _ in entry.answers))]
    found = telling(told) if entry.conflict else ((),) * len(told)
    return tuple(excerpt(words, ranges) for words, ranges in zip(told, found, strict=True))


@lru_cache(maxsize=1024)
def fitted(words: str, stressed: Ranges, tail: str, width: int, px: int) -> tuple[tuple[int, str, bool], ...]:
    """How an answer and its tail are set in a line of this width: where each piece begins, its text, whether stressed.

    What does not fit before the tail is elided. Kept: while a person goes through the list, all its rows are painted
    again and again.
    """
    metrics = {stress: QFontMetrics(interface_font(px, bold=stress)) for stress in (False, True)}
    end, at, made = width - 1 - metrics[False].horizontalAdvance(tail), 0, []
    for text, stress in pieces(words, stressed):
        shown = metrics[stress].elidedText(text, Qt.TextElideMode.ElideRight, max(0, end - at))
        made.append((at, shown, stress))
        at += metrics[stress].horizontalAdvance(shown)
        if shown != text:
            break
    return (*made, (at, tail, False))


def pieces(words: str, stressed: Ranges) -> Iterator[tuple[str, bool]]:
    """The words cut where stress begins and ends. A gap that is stressed is widened, so that its line is seen."""
    at = 0
    for start, end in stressed:
        if at < start:
            yield words[at:start], False
        gap = words[start:end]
        yield gap if gap.strip() else WIDE_SPACE, True
        at = end
    if at < len(words):
        yield words[at:], False


def _paint_two_lines(painter: QPainter, place: QRect, text: str, font: QFont) -> None:
    """The text broken once at a word; what the second line cannot hold is elided."""
    metrics = QFontMetrics(font)
    words, first = text.split(), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= place.width():
        first = f"{first} {words.pop(0)}".strip()
    height = place.height() // 2
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(QRect(place.left(), place.top(), place.width(), height), Qt.AlignmentFlag.AlignVCenter, first)
    second = QRect(place.left(), place.top() + height, place.width(), height)
    painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, rest)
