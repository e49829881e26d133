"""The matrix as a part of the window: a heading, the table, and what to do while there is nothing in it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from factcheck.review import Review
from factcheck.values import Case
from ui.matrix.foot import Foot
from ui.matrix.model import MatrixModel, Role
from ui.matrix.painting import CellPainter, Pens, Questions, Sources
from ui.matrix.rows import Cell, Row
from ui.names import counted
from ui.plain import PlainLabel
from ui.theme import READING_PX, Theme, interface_px
from ui.translation import tr
from ui.wording import letter

NARROWEST = 8  # times the height of a line: the least width of a source's column; more than fit are scrolled to
LEAST_LEFT, MOST_LEFT, LEFT_SHARE = 210, 380, 0.28


class Table(QTableView):
    """The table itself. Enter on a cell asks for its words; arrows go by cell."""

    words_wanted = Signal(QModelIndex)

    def __init__(self, model: MatrixModel, pens: Pens) -> None:
        super().__init__()
        self._pens = pens
        self.setModel(model)
        self.setItemDelegate(CellPainter(pens, model, self))
        self.setHorizontalHeader(Sources(pens, self))
        self.setVerticalHeader(Questions(pens, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Questions and sources"))
        self.doubleClicked.connect(self.words_wanted)

    def share_width(self) -> None:
        """Give the questions their share, less where the sources need it, and the sources the rest in equal parts."""
        columns, narrowest = max(1, self.model().columnCount()), NARROWEST * self._pens.small_line
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        left = min(round(self.width() * LEFT_SHARE), MOST_LEFT, room - columns * narrowest)
        left = max(left, LEAST_LEFT)
        self.verticalHeader().setFixedWidth(left)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultSectionSize(max(narrowest, (room - left) // columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.words_wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Matrix(QWidget):
    """Shows a case; says which question is chosen and which words a person wants to read."""

    row_chosen = Signal(str)  # a conflict's or group's id
    words_wanted = Signal(str, str)  # that id, and a claim's ("" where the source says nothing)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Matrix"))
        self.model, self._pens = MatrixModel(), Pens()
        self._case: Case | None = None
        self._low: tuple[int, ...] = ()  # the rows that are as low as a heading
        self.table = Table(self.model, self._pens)
        self.summary = PlainLabel("", "muted")
        self.singles = QCheckBox(tr("Show what only one source says"))
        self.legend = PlainLabel(tr("=  as most say     ≠  differs     —  says nothing"), "muted")
        self.foot = Foot()
        self.empty = PlainLabel("", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(40)
        self._lay_out()
        self.singles.toggled.connect(self._show_singles)
        self.table.words_wanted.connect(self._want)
        self.foot.words_wanted.connect(lambda: self._want(self.table.currentIndex()))
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.set_text_size(READING_PX)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.setSpacing(18)
        bar.addWidget(self.summary)
        bar.addStretch()
        bar.addWidget(self.legend)
        bar.addWidget(self.singles)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self._pages, 1)
        column.addWidget(self.foot)
        for page in (self.table, self.empty):  # now that it has a parent: else the first would be shown as a window
            self._pages.addWidget(page)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not by a focus proxy: Tab would then pass over the other parts.
        self.table.setFocus(event.reason())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)  # else a view that is hidden would hold the window open

    # --- what is shown ----------------------------------------------------------------------------

    def show_case(self, case: Case, review: Review) -> None:
        self._case = case
        if self.model.shows(case):
            self.model.show_review(review)
            return
        with self._kept():
            self.model.show(case, review)
        self.singles.setVisible(self.model.singles > 0)

    def show_review(self, review: Review) -> None:
        if self._case is not None:
            self.show_case(self._case, review)

    def show_only(self, ids: Collection[str] | None, _words: str = "") -> None:
        """Show only these conflicts and groups, all for None."""
        with self._kept():
            self.model.show_only(ids)

    def set_theme(self, theme: Theme) -> None:
        self._pens.theme = theme
        self._repaint()

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._pens.set_text_size(interface_px(px))
        self._fit()
        self._repaint()

    def _show_singles(self, shown: bool) -> None:
        with self._kept():
            self.model.show_singles(shown)

    def _kept(self) -> _Kept:
        return _Kept(self)

    def settle(self) -> None:
        """After the rows were made anew: their heights, the summary, and what to say when there are none."""
        self._fit()
        counts = [counted(status, count) for status, count in self.model.counts]
        self.summary.setText("   ".join(counts))
        self.summary.setAccessibleName(tr("Counts: {counts}", counts=", ".join(counts)))
        self.empty.setText(self._why_empty())
        self._pages.setCurrentWidget(self.table if self.model.rows else self.empty)
        self.foot.setVisible(bool(self.model.rows))

    def _fit(self) -> None:
        self.table.clearSpans()
        header = self.table.verticalHeader()
        header.setDefaultSectionSize(self._pens.row_height)
        for number in self._low:  # Qt keeps the height of a row whatever comes to stand in it
            header.resizeSection(number, self._pens.row_height)
        self._low, columns = tuple(self.model.headings), self.model.columnCount()
        for number in self._low:
            header.resizeSection(number, self._pens.small_line + 16)
            if columns > 1:
                self.table.setSpan(number, 0, 1, columns)
        self.table.share_width()

    def _repaint(self) -> None:
        for part in (self.table.viewport(), self.table.verticalHeader(), self.table.horizontalHeader()):
            part.update()
        self.table.horizontalHeader().updateGeometry()

    def _why_empty(self) -> str:
        if self._case is None or self._case.analysis is None:
            return tr("The articles have not been analysed yet. F5 analyses them.")
        if self.model.narrowed:
            return tr("No question passes the filter of the list. Press / to change it.")
        if len(self._case.articles) < 2:
            return tr("There is only one article. Add another account of the event to compare them.")
        return tr("The sources answer no question together. “Show what only one source says” lists what each tells.")

    # --- what is chosen ---------------------------------------------------------------------------

    def choose(self, id: str) -> None:
        """Choose a question by its conflict or group and stay in the column; nothing where it is not shown."""
        row = self.model.row_of(id)
        if row is None or row == self.table.currentIndex().row():
            return
        column = self.table.currentIndex().column()
        index = self.model.index(row, column if column >= 0 else self.model.first_to_speak(row))
        with QSignalBlocker(self):
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.table.scrollTo(index)
        self._repaint()

    def chosen(self) -> str:
        """The id of the chosen question, "" when none is."""
        row = self.table.currentIndex().data(Role.ROW)
        return row.id if isinstance(row, Row) else ""

    def show_words(self) -> None:
        """The chosen cell's words in their sentences, in the foot."""
        index = self.table.currentIndex()
        cell, column = index.data(Role.CELL), index.column()
        if isinstance(cell, Cell) and self.chosen():
            self.foot.show_words(letter(column), self.model.context(cell, column), some=bool(cell.claims))
        else:
            self.foot.show_nothing()

    def _tell(self, index: QModelIndex, before: QModelIndex) -> None:
        self._repaint()
        self.show_words()
        row = index.data(Role.ROW)
        if isinstance(row, Row) and row.id and index.row() != before.row():
            self.row_chosen.emit(row.id)

    def _want(self, index: QModelIndex) -> None:
        row, cell = index.data(Role.ROW), index.data(Role.CELL)
        if isinstance(row, Row) and isinstance(cell, Cell) and row.id:
            self.words_wanted.emit(row.id, cell.claims[0].id if cell.claims else "")


class _Kept:
    """While the rows are made anew: the chosen question and its column stay, and nobody is told."""

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix

    def __enter__(self) -> None:
        self._id, self._column = self._matrix.chosen(), self._matrix.table.currentIndex().column()
        self._blocker = QSignalBlocker(self._matrix)

    def __exit__(self, *_raised: object) -> None:
        matrix = self._matrix
        matrix.settle()
        row = matrix.model.row_of(self._id)
        if row is not None:
            matrix.table.setCurrentIndex(matrix.model.index(row, max(0, self._column)))
        matrix.show_words()
        self._blocker.unblock()
