"""The list of what was found: articles with their hits, each hit as its words in context."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.search import FoundArticle, Hit
from factcheck.values import Span
from ui.theme import INTERFACE_PX, LIGHT, Theme, interface_font
from ui.translation import tr, trn

HIT = int(Qt.ItemDataRole.UserRole)
MOST = 500  # rows; what comes after is counted, not listed
MARGIN, PADDING = 14, 5  # pixels


class Results(QListWidget):
    """Shows what was found; says which hit a person goes to."""

    hit_chosen = Signal(object, object)  # FoundArticle, Hit

    def __init__(self) -> None:
        super().__init__()
        self._row = ResultRow()
        self.setItemDelegate(self._row)
        self.setAccessibleName(tr("What was found"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda _: self._tell())
        self.itemActivated.connect(lambda _: self._tell())

    def set_theme(self, theme: Theme) -> None:
        self._row.theme = theme
        if self.isVisible():
            self.viewport().update()

    def show_found(self, found: Sequence[FoundArticle], *, with_case: bool) -> None:
        self.clear()
        for article in found:
            name = f"{article.case_name} · {article.label}" if with_case else article.label
            count = trn("{count} place", "{count} places", len(article.hits))
            heading = QListWidgetItem(f"{name}  ·  {count}", self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for hit in article.hits:
                row = QListWidgetItem(f"{hit.before}{hit.words}{hit.after}", self)
                row.setData(HIT, (article, hit))
                row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{article.label}: {row.text()}")
            if self.count() > MOST:
                more = QListWidgetItem(tr("… and more; a longer search finds fewer"), self)
                more.setFlags(Qt.ItemFlag.NoItemFlags)
                break

    def point_at(self, article: str, span: Span) -> None:
        """Choose the row of a hit, without going to it."""
        for row in self.hits():
            _, hit = self.item(row).data(HIT)
            if hit.article == article and span in hit.spans:
                self.setCurrentRow(row)

    def hits(self) -> list[int]:
        """The rows that hold a hit."""
        return [row for row in range(self.count()) if self.item(row).data(HIT)]

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), all round."""
        rows = self.hits()
        if not rows:
            return
        here = self.currentRow()
        ahead = [row for row in rows if (row - here) * by > 0]
        self.setCurrentRow((min(ahead) if by > 0 else max(ahead)) if ahead else (rows[0] if by > 0 else rows[-1]))
        self._tell()

    def chosen(self) -> tuple[FoundArticle, Hit] | None:
        item = self.currentItem()
        return item.data(HIT) if item else None

    def position(self) -> tuple[int, int]:
        """Which hit is chosen, counted from 1 (0 for none), of how many."""
        rows = self.hits()
        return (rows.index(self.currentRow()) + 1 if self.currentRow() in rows else 0), len(rows)

    def _tell(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.hit_chosen.emit(*chosen)


class ResultRow(QStyledItemDelegate):
    """Paints a heading, or a hit with its words stressed in their context."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(0, QFontMetrics(interface_font(INTERFACE_PX)).height() + 2 * PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.colour("chosen"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self.theme.colour("accent"))
        held = index.data(HIT)
        if held:
            self._paint_hit(painter, rect.adjusted(2 * MARGIN, 0, -MARGIN, 0), held[1])
        else:
            painter.setFont(interface_font(INTERFACE_PX - 1, bold=True))
            painter.setPen(self.theme.colour("muted"))
            place = rect.adjusted(MARGIN, 0, -MARGIN, 0)
            words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_hit(self, painter: QPainter, place: QRect, hit: Hit) -> None:
        for words, stressed in ((hit.before, False), (hit.words, True), (hit.after, False)):
            painter.setFont(interface_font(INTERFACE_PX, bold=stressed))
            painter.setPen(self.theme.colour("text" if stressed else "muted"))
            shown = painter.fontMetrics().elidedText(
                words.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0, place.width())
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(shown))
