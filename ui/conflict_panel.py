"""The list on the left: what the accounts disagree about, and how much of it is still undecided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from factcheck.review import Review
from factcheck.settings import LEAST_CONFIDENCE
from factcheck.values import Case, Status
from ui.bulk import BulkBar
from ui.conflict_row import ConflictRow
from ui.conflicts import ConflictModel, Entry, Role, entries, identity, open_conflict, with_marks
from ui.filter_bar import FilterBar
from ui.filters import Filter, Listing, Order, filter_of
from ui.hand.tray import TrayLine
from ui.plain import PlainLabel
from ui.team_marks import TeamMark
from ui.theme import Theme, interface_px
from ui.translation import tr
from ui.wording import letter


class ConflictView(QListView):
    """The list itself. Rows are measured again when its width changes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Conflicts"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())  # the panel below may have grown over it


class ConflictPanel(QWidget):
    """Header, filter and list. Emits what was chosen; knows no verdicts beyond what it shows."""

    row_chosen = Signal(object)  # Entry, None when there is none any more
    bulk_wanted = Signal(object)  # Decision about all the chosen conflicts
    join_wanted = Signal()  # of the questions of the chosen rows

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Conflicts and filter"))
        self.model = ConflictModel()
        self._row = ConflictRow(self)
        self._case: Case | None = None
        self._review = Review({}, ())
        self._rows: tuple[Entry, ...] = ()
        self._listing = Listing(())
        self._least = LEAST_CONFIDENCE
        self._working = False
        self._marks: Mapping[str, TeamMark] = {}
        self._hidden = ""  # the row that was chosen when the filter took it away
        self._build()
        self.filters.changed.connect(self._narrow)
        self.filters.unlikely_wanted.connect(lambda: self.set_least(0.0))
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.selectionModel().selectionChanged.connect(self._count_chosen)
        self.bulk.wanted.connect(self.bulk_wanted)
        self.bulk.join.clicked.connect(self.join_wanted)
        self.calm.toggled.connect(self._show_calm)

    def _build(self) -> None:
        heading = QLabel(tr("Conflicts"))
        heading.setProperty("role", "heading")
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setAccessibleName(tr("Undecided conflicts"))
        self.filters = FilterBar()
        self.filter = self.filters.field
        self.view = ConflictView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._row)
        self.bulk = BulkBar()
        self.calm = QCheckBox(tr("Show what agrees or stands alone"))
        self.calm.setAccessibleName(tr("Show groups without a conflict"))
        self.empty = PlainLabel(role="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch()
        top.addWidget(self.count)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 14, 16, 8)
        inset.setSpacing(10)
        inset.addLayout(top)
        inset.addWidget(self.filters)
        inset.addWidget(self.empty)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 2, 12, 6)
        bottom.addWidget(self.calm, 1)
        self.tray = TrayLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inset)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.bulk)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 0)
        foot.addWidget(self.tray)
        foot.addStretch()
        layout.addLayout(foot)
        layout.addLayout(bottom)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard in a window that opens, or Qt gives it to the filter while the case is still read."""
        super().showEvent(event)
        if not self._rows and self.window().focusWidget() is None:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is shown ----------------------------------------------------------------------------

    def show_case(self, case: Case | None, review: Review) -> None:
        """Show a case and keep the chosen row when it is still there."""
        kept = self.chosen()
        if self._case and case and case.id != self._case.id and self.filters.filter.sources:
            self.filters.set_filter(self.filters.filter.without_sources())
        same = case is not None and self._case is not None and case.articles == self._case.articles
        self._case, self._review = case, review
        self._rows = (
            entries(case, review, calm=self.calm.isChecked(), before=self._rows if same else ()) if case else ()
        )
        self._rows = with_marks(self._rows, self._marks)
        self._listing = Listing(self._rows)
        self.filters.rated = self._listing.ratings()
        self._count(self._rows)
        articles = enumerate(case.articles) if case else ()
        self.filters.set_sources(
            ((letter(n), a.label) for n, a in articles), calm=self.calm.isChecked(), people=bool(self._marks)
        )
        self._show_rows(kept)
        if case is None:
            self._hidden = ""  # no filter took it away: the next case begins where that was left

    def show_review(self, review: Review) -> None:
        if self._case is not None:
            self.show_case(self._case, review)

    def set_marks(self, marks: Mapping[str, TeamMark]) -> None:
        """What is to be told of the people at each question, when the rows are shown next."""
        self._marks = marks

    def show_working(self, working: bool) -> None:
        """Whether an analysis is under way."""
        self._working = working
        self.empty.setText(self._why_empty())

    def set_theme(self, theme: Theme) -> None:
        self._row.set_theme(theme)
        self.filters.set_theme(theme)
        if self.view.isVisible():  # before the first paint, asking for the viewport alone takes 40 ms
            self.view.viewport().update()

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._row.set_text_size(interface_px(px))
        self.view.scheduleDelayedItemsLayout()

    def set_least(self, confidence: float) -> None:
        """Hold back undecided conflicts that are less sure than this, 0 to 1."""
        if confidence != self._least:
            self._least = confidence
            self._show_rows(self.chosen())

    def _narrow(self) -> None:
        self._show_rows(self.chosen())

    def _show_rows(self, kept: Entry | None) -> None:
        found = self._listing.shown(self.filters.filter, self.filters.order, self._least)
        self.model.show(found.rows)
        self.filters.show_result(found)
        self.empty.setVisible(not found.rows)
        self.empty.setText(self._why_empty())
        self._choose_again(kept)

    def _count(self, rows: Iterable[Entry]) -> None:
        conflicts = [r for r in rows if r.conflict and r.conflict.status is Status.CONFLICT]
        undecided = sum(map(open_conflict, conflicts))
        told = tr("{undecided} of {all} undecided", undecided=undecided, all=len(conflicts))
        self.count.setText(told if conflicts else "")

    def _why_empty(self) -> str:
        if self._case is None or not self._case.articles:
            return tr("No articles yet.")
        if self._working:
            return tr("Looking for what these accounts disagree about …")
        if self._case.analysis is None:
            return tr("The articles have not been analysed yet.")
        if self.filters.filter.narrows:
            only_words = self.filters.filter == Filter(words=self.filters.filter.words)
            return tr("Nothing here holds these words.") if only_words else tr("Nothing here passes the filter.")
        return tr("Nothing was found on which these accounts cannot all be right.")

    def _choose_again(self, kept: Entry | None) -> None:
        """After the list was made anew: the row that was chosen, without telling anybody that it is chosen."""
        if kept is None:
            if self._hidden and self.choose(self._hidden):  # the filter let it through again
                self._hidden = ""
            return
        with QSignalBlocker(self):
            found = self.choose(identity(kept))
        if not found:
            self._hidden = identity(kept)
            self.row_chosen.emit(None)

    def _show_calm(self, _calm: bool) -> None:
        self.show_case(self._case, self._review)

    # --- how it was left --------------------------------------------------------------------------

    def state(self) -> tuple[str, str]:
        """The filter and the order: what to remember until the next time."""
        return self.filters.filter.without_sources().to_text(), self.filters.order.value

    def restore(self, asked: str, order: str) -> None:
        """Take up what `state` gave; anything else is passed over."""
        self.filters.set_filter(filter_of(asked))
        if order in list(Order):
            self.filters.set_order(Order(order))

    # --- what is chosen ---------------------------------------------------------------------------

    def chosen(self) -> Entry | None:
        entry = self.view.currentIndex().data(Role.ENTRY)
        return entry if isinstance(entry, Entry) else None

    def chosen_together(self) -> tuple[Entry, ...]:
        """The conflicts that are chosen, in their order; one alone unless a person chose more."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return tuple(entry for row in rows if (entry := self.model.rows[row]).conflict)

    def rows_together(self) -> tuple[Entry, ...]:
        """All rows with a question that are chosen, in their order: conflicts, and groups without one."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return tuple(entry for row in rows if (entry := self.model.rows[row]).conflict or entry.group)

    def choose(self, conflict_id: str) -> bool:
        """Choose a row by its conflict or group; False when it is not shown."""
        row = self.model.row_of(conflict_id)
        if row is not None:
            self._go(row)
        return row is not None

    def choose_always(self, conflict_id: str) -> bool:
        """Choose a row, giving up the filter when it hides it; False when the list does not hold it at all."""
        held = any(identity(entry) == conflict_id for entry in self._rows)
        if held and not self.choose(conflict_id):
            self.filters.clear()
            self.set_least(0.0)
        return self.choose(conflict_id)

    def step(self, by: int, *, undecided: bool = False) -> bool:
        """Choose the next row in this direction; with `undecided` the next conflict without a verdict, all round."""
        rows = [
            row
            for row, entry in enumerate(self.model.rows)
            if (open_conflict(entry) if undecided else not entry.heading)
        ]
        here = self.view.currentIndex().row()
        ahead = [row for row in rows if (row - here) * by > 0] if here >= 0 else rows
        behind = [row for row in rows if (row - here) * by < 0] if undecided and here >= 0 else []
        found = ahead or behind
        if found:
            self._go(min(found) if by > 0 else max(found))
        return bool(found)

    def position(self) -> tuple[int, int]:
        """Which conflict or update is chosen, of how many, counted from 1; 0 when none is."""
        of = [identity(entry) for entry in self.model.rows if entry.conflict]
        chosen = self.chosen()
        return (of.index(identity(chosen)) + 1 if chosen and chosen.conflict else 0), len(of)

    def _go(self, row: int) -> None:
        index = self.model.index(row)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)

    def _tell(self, index: QModelIndex) -> None:
        # Qt makes a row current without choosing it when the list gets the keyboard.
        if not self.view.selectionModel().hasSelection():
            self.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.row_chosen.emit(self.chosen())

    def _count_chosen(self) -> None:
        self.bulk.show_count(len(self.chosen_together()), len(self.rows_together()))
