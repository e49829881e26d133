"""How the matrix is painted: cells, the questions on the left, the sources on top. Rows are all of one height, so that
thousands of them need no measuring."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.values import Article
from ui.days import published_words
from ui.lines import in_lines
from ui.matrix.model import MatrixModel, Role, who_says
from ui.matrix.rows import MOST_WORDINGS, Cell, Row, Stance
from ui.reading.strokes import with_share
from ui.theme import LIGHT, Look, Theme, interface_font
from ui.translation import tr
from ui.wording import letter

PAD, GLYPH, GAP = 12, 20, 9  # pixels
MOST_KEPT = 5000
"""Pieces of writing of which it is kept how they break into lines."""
GROUNDS = (0.3, 0.75, 1.0)
"""How much of its tint lies under a cell that differs without standing out: each answer has its own."""

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Pens:
    """Theme, fonts and measures that the three painted parts share."""

    def __init__(self) -> None:
        self.theme: Theme = LIGHT
        self.set_text_size(13)

    def set_text_size(self, px: int) -> None:
        self.plain, self.bold = interface_font(px), interface_font(px, bold=True)
        self.small, self.small_bold = interface_font(px - 1), interface_font(px - 1, bold=True)
        self.line, self.plain_line = QFontMetrics(self.bold).height(), QFontMetrics(self.plain).height()
        self.small_line = QFontMetrics(self.small).height()
        self._lines: dict[tuple[str, bool, int, int], tuple[str, ...]] = {}

    def broken(self, words: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
        """Words in lines, as `in_lines`; kept, because the same ones are painted again with every step that is
        scrolled."""
        key = words, font.bold(), width, most
        if key not in self._lines:
            if len(self._lines) > MOST_KEPT:
                self._lines.clear()
            self._lines[key] = tuple(in_lines(words, font, width, most))
        return self._lines[key]

    @property
    def row_height(self) -> int:
        """Two lines of a question and the line under it."""
        return 2 * self.line + self.small_line + 8

    @property
    def top_height(self) -> int:
        """Two lines of a source's name and its date."""
        return 2 * self.line + self.small_line + 14


class CellPainter(QStyledItemDelegate):
    """What one source says, in its words; one that stands out has a ground of its ink and its glyph."""

    def __init__(self, pens: Pens, model: MatrixModel, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._pens, self._model, self._table = pens, model, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, cell = self._model.at(index.row(), index.column())
        rect: QRect = option.rect
        theme = self._pens.theme
        painter.save()
        if row.heading:
            painter.fillRect(rect, theme.colour("window"))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            # A tint means what it means in a chosen row too: it lies on paper there, between lines.
            painter.fillRect(rect, theme.colour("chosen" if chosen and not _has_ground(cell) else "paper"))
            self._paint_cell(painter, rect, row, cell)
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), theme.colour("rule"))
            if chosen:
                for y in (rect.top(), rect.bottom() - 1):
                    painter.fillRect(rect.left(), y, rect.width(), 1, theme.colour("accent"))
            if self._table.currentIndex() == index:
                painter.setPen(QPen(theme.colour("accent"), 2 if self._table.hasFocus() else 1))
                painter.drawRect(rect.adjusted(2, 2, -3, -4))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("rule"))
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRect, row: Row, cell: Cell) -> None:
        if cell.stance is Stance.SILENT or row.look is None:
            painter.setPen(self._pens.theme.colour("disabled"))
            painter.setFont(self._pens.plain)
            painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), LEFT, "—")
            return
        stands_out = cell.stance in (Stance.OUTLIER, Stance.BOTH)
        look = Look.WITHIN if cell.stance is Stance.BOTH and row.look is Look.CONFLICT else row.look
        self._paint_ground(painter, rect, look, cell)
        place = rect.adjusted(PAD + 4, 3, -PAD, -3)
        # Those who say what most say agree, in a conflict too.
        ink = self._pens.theme.ink(Look.AGREEMENT if cell.stance is Stance.WITH_MOST else look)
        painter.setPen(with_share(ink.line))
        painter.setFont(self._pens.bold)
        painter.drawText(QRect(place.left(), place.top(), GLYPH, place.height()), LEFT, ink.glyph)
        place.setLeft(place.left() + GLYPH)
        painter.setPen(self._pens.theme.colour("text"))
        self._paint_words(painter, place, cell.words, self._pens.bold if stands_out else self._pens.plain)

    def _paint_ground(self, painter: QPainter, rect: QRect, look: Look, cell: Cell) -> None:
        """A tint under what differs, and a bar at its side under what stands out."""
        ink = self._pens.theme.ink(look)
        if cell.stance is Stance.APART and ink.tint:
            share = GROUNDS[min(cell.side, len(GROUNDS) - 1)]
            painter.fillRect(rect.adjusted(1, 0, 0, -1), with_share(ink.tint, share))
        elif cell.stance in (Stance.OUTLIER, Stance.BOTH):
            painter.fillRect(rect.adjusted(1, 0, 0, -1), with_share(ink.tint or ink.line, 1.0 if ink.tint else 0.15))
            painter.fillRect(rect.left() + 1, rect.top(), 4, rect.height() - 1, with_share(ink.line))

    def _paint_words(self, painter: QPainter, place: QRect, words: tuple[str, ...], font: QFont) -> None:
        painter.setFont(font)
        if len(words) == 1:
            whole = words[0].replace(" …", "\u00a0…")  # no line of dots alone
            lines = self._pens.broken(whole, font, place.width(), 3)
        else:
            shown = words[: MOST_WORDINGS + (len(words) == MOST_WORDINGS + 1)]
            lines = tuple(self._pens.broken(each, font, place.width(), 1)[0] for each in shown)
            if len(shown) < len(words):
                lines += (tr("and {count} more", count=len(words) - len(shown)),)
        height = self._pens.line if font.bold() else self._pens.plain_line
        top = place.top() + (place.height() - height * len(lines)) // 2
        for number, line in enumerate(lines):
            painter.drawText(QRect(place.left(), top + number * height, place.width(), height), LEFT, line)


def _has_ground(cell: Cell) -> bool:
    return cell.stance in (Stance.APART, Stance.OUTLIER, Stance.BOTH)


class Questions(QHeaderView):
    """The questions on the left; they stay when the sources are scrolled."""

    def __init__(self, pens: Pens, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._pens = pens
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 0)  # it is set; Qt would have two hundred rows made to find one

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        row = self.model().headerData(section, Qt.Orientation.Vertical, Role.ROW)
        if not isinstance(row, Row):
            return
        theme = self._pens.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            painter.fillRect(rect, theme.colour("window"))
            painter.setFont(self._pens.small_bold)
            painter.setPen(theme.colour("muted"))
            painter.drawText(rect.adjusted(PAD, 6, 0, 0), LEFT, row.question)
        else:
            self._paint_question(painter, rect, row, self._is_chosen(section))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("rule"))
        painter.restore()

    def _is_chosen(self, section: int) -> bool:
        chosen = self.selectionModel()
        return chosen is not None and chosen.currentIndex().row() == section

    def _paint_question(self, painter: QPainter, rect: QRect, row: Row, chosen: bool) -> None:
        pens, theme = self._pens, self._pens.theme
        painter.fillRect(rect, theme.colour("chosen" if chosen else "window"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
            for y in (rect.top(), rect.bottom() - 1):
                painter.fillRect(rect.left(), y, rect.width(), 1, theme.colour("accent"))
        self._paint_glyph(painter, rect, row)
        place = rect.adjusted(PAD + GLYPH + GAP, 3, -PAD, -3)
        lines = pens.broken(row.question, pens.bold, place.width(), 2)
        under = who_says(row)
        height = len(lines) * pens.line + (pens.small_line if under or row.badge else 0)
        top = place.top() + max(0, (place.height() - height) // 2)
        painter.setFont(pens.bold)
        painter.setPen(theme.colour("text"))
        for number, line in enumerate(lines):
            painter.drawText(QRect(place.left(), top + number * pens.line, place.width(), pens.line), LEFT, line)
        below = QRect(place.left(), top + len(lines) * pens.line, place.width(), pens.small_line)
        below.setLeft(below.left() + self._paint_badge(painter, below, row.badge))
        painter.setFont(pens.small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(below, LEFT, under)

    def _paint_glyph(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if row.look is None:
            return
        ink = self._pens.theme.ink(row.look)
        box = QRectF(rect.left() + PAD, rect.center().y() - GLYPH / 2, GLYPH, GLYPH)
        painter.setPen(QPen(with_share(ink.line), 1.5))
        painter.setBrush(self._pens.theme.colour("paper"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self._pens.bold)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ink.glyph)

    def _paint_badge(self, painter: QPainter, line: QRect, badge: str) -> int:
        """The verdict in a rounded box; how much of the line it takes."""
        if not badge:
            return 0
        width = QFontMetrics(self._pens.small).horizontalAdvance(badge) + 16
        box = QRectF(line.left(), line.top(), width, line.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._pens.theme.colour("border"), 1))
        painter.setBrush(self._pens.theme.colour("pressed"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._pens.small)
        painter.setPen(self._pens.theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)
        return width + 8


class Sources(QHeaderView):
    """The sources on top, each with its letter and its date; they stay when the questions are scrolled."""

    def __init__(self, pens: Pens, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pens = pens
        self.setSectionsClickable(False)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._pens.top_height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        article = self.model().headerData(section, Qt.Orientation.Horizontal, Role.ARTICLE)
        if not isinstance(article, Article):
            return
        pens, theme = self._pens, self._pens.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("window"))
        painter.fillRect(rect.left(), rect.top(), 1, rect.height(), theme.colour("rule"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("border"))
        self._paint_letter(painter, rect, letter(section), self.selectionModel().currentIndex().column() == section)
        left = rect.left() + PAD + 4 + GLYPH + GAP
        room = rect.right() - PAD - left
        name = in_lines(" ".join(article.label.split()), pens.bold, room, 2)
        published = in_lines(published_words(article, short=True), pens.small, room, 1)
        top = rect.center().y() - (len(name) * pens.line + pens.small_line) // 2
        for lines, font, token, height in (
            (name, pens.bold, "text", pens.line),
            (published, pens.small, "muted", pens.small_line),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            for line in lines:
                painter.drawText(QRect(left, top, room, height), LEFT, line)
                top += height
        painter.restore()

    def _paint_letter(self, painter: QPainter, rect: QRect, shown: str, current: bool) -> None:
        theme = self._pens.theme
        box = QRectF(rect.left() + PAD + 4, rect.center().y() - GLYPH / 2, GLYPH, GLYPH)
        painter.setPen(theme.colour("accent" if current else "border"))
        painter.setBrush(theme.colour("accent" if current else "paper"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(self._pens.small_bold)
        painter.setPen(theme.colour("on_accent" if current else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
