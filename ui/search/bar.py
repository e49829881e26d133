"""The search bar above the articles: what is looked for, where, and what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from factcheck.search import FoundArticle, Hit, Query
from factcheck.values import Span
from ui.plain import PlainLabel
from ui.search.kept import KeptSearches
from ui.search.results import Results
from ui.state import State
from ui.theme import LIGHT, Theme
from ui.translation import tr

PAUSE = 150  # milliseconds without a key press before it looks
PATTERN_SIGN = ".*"
TALLEST = 220  # pixels of the list of results


class SearchBar(QWidget):
    """Asks for a search, shows its results, and says which hit to go to. Knows no case."""

    search_wanted = Signal(object, bool)  # Query, over all cases
    hit_chosen = Signal(object, object)  # FoundArticle, Hit
    closed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self._kept, self._theme = KeptSearches(state), LIGHT
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.setAccessibleName(tr("Search"))
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setAccessibleName(tr("Search for"))
        self.field.installEventFilter(self)
        self.everywhere = _switch(tr("All cases"), tr("Search every case"))
        self.pattern = _switch(PATTERN_SIGN, tr("Regular expression"))
        self.count = PlainLabel("", "muted")
        self.count.setAccessibleName(tr("How much was found"))
        self.before, self.after = _flat("‹", tr("Previous place")), _flat("›", tr("Next place"))
        self.kept = _flat("★", tr("Recent and saved searches"))
        self.kept.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kept.setMenu(QMenu(self.kept))
        self.dismiss = _flat("×", tr("Close the search"))
        self.results = Results()
        self.results.setMaximumHeight(TALLEST)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for widget in (self.everywhere, self.pattern, self.kept, self.count, self.before, self.after, self.dismiss):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.results)
        self.results.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.everywhere.toggled.connect(self._look)
        self.pattern.toggled.connect(self._look)
        self._pause.timeout.connect(self._look)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.dismiss.clicked.connect(self.leave)
        self.results.hit_chosen.connect(self._go)
        menu = self.kept.menu()
        assert menu is not None
        menu.aboutToShow.connect(self._fill_kept)

    # --- what is shown ----------------------------------------------------------------------------

    def open(self, *, everywhere: bool) -> None:
        """Show the bar with the keyboard in its field; what was looked for last stands there, chosen."""
        self.show()
        self.everywhere.setChecked(everywhere)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look()

    def leave(self) -> None:
        self.hide()
        self.closed.emit()

    def show_found(self, query: Query, found: Sequence[FoundArticle]) -> None:
        """Show what a search came to, unless something else has been typed meanwhile."""
        if query != self.query:
            return
        self.results.show_found(found, with_case=self.everywhere.isChecked())
        self.results.setVisible(bool(found))
        rows = self.results.count()
        self.results.setFixedHeight(min(TALLEST, rows * self.results.sizeHintForRow(0) + 4) if rows else 0)
        self._count()

    def point_at(self, article: str, span: Span) -> None:
        """A person was led to this place by other ways than the list."""
        self.results.point_at(article, span)
        self._count()

    def show_problem(self, problem: str) -> None:
        self.results.hide()
        self.count.setText(problem)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.results.set_theme(theme)
        self.update()

    def take(self, query: Query) -> None:
        """Look for this, as if it had been typed."""
        self.pattern.setChecked(query.pattern)
        self.field.setText(query.text)

    @property
    def query(self) -> Query:
        return Query(self.field.text(), self.pattern.isChecked())

    @property
    def _typed(self) -> Query:
        """The same without the blanks around it, as it is kept."""
        return Query(self.field.text().strip(), self.pattern.isChecked())

    def _count(self) -> None:
        at, of = self.results.position()
        if not self.field.text().strip():
            self.count.setText("")
        elif of == 0:
            self.count.setText(tr("Nothing found"))
        else:
            self.count.setText(tr("{at} of {of}", at=at, of=of) if at else tr("{of} found", of=of))

    # --- what is wished ---------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """The next hit (1) or the one before (-1)."""
        self.results.step(by)

    def _look(self) -> None:
        if self.isVisible():
            self.search_wanted.emit(self.query, self.everywhere.isChecked())

    def _go(self, article: FoundArticle, hit: Hit) -> None:
        self._count()
        self._kept.remember(self._typed)
        self.hit_chosen.emit(article, hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next place, with Shift to the one before; down leads into the list, Escape out."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in OWN_KEYS:
            event.accept()  # else the window's own Escape and Enter would come first
            return True
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down and self.results.isVisible():
            self.results.setFocus()
            self.step(1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            return super().eventFilter(watched, event)
        return True

    # --- searches that are kept -------------------------------------------------------------------

    def _fill_kept(self) -> None:
        menu, typed = self.kept.menu(), self._typed
        assert menu is not None
        menu.clear()
        if typed.text:
            saved = typed in self._kept.saved
            shown, keep = _shown(typed), self._kept.forget if saved else self._kept.save
            words = tr("Forget “{search}”", search=shown) if saved else tr("Save “{search}”", search=shown)
            menu.addAction(words).triggered.connect(lambda: keep(typed))
        for title, searches in ((tr("Saved"), self._kept.saved), (tr("Recent"), self._kept.recent)):
            if searches:
                menu.addSection(title)
            for query in searches:
                menu.addAction(_shown(query)).triggered.connect(lambda _=False, query=query: self.take(query))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.palette().midlight())


def _shown(query: Query) -> str:
    """A search as the menu lists it: a regular expression is led by the sign of its switch."""
    words = query.text.replace("&", "&&")
    return f"{PATTERN_SIGN}   {words}" if query.pattern else words


def _flat(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setProperty("flat", "true")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _switch(text: str, name: str) -> QToolButton:
    button = _flat(text, name)
    button.setCheckable(True)
    return button


OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
