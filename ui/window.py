"""The main window: a frame that is painted at once, furnished with its parts afterwards (`ui.furnishing`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.state import State

if TYPE_CHECKING:  # what a window is furnished with takes longer to read than it takes to paint it
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QSplitter, QStackedWidget

    from ui.appearance import Appearance, TextSize
    from ui.bridge import Bridge
    from ui.card.card import ComparisonCard
    from ui.card.drawer import Drawer
    from ui.cases import CaseDesk
    from ui.company import Company
    from ui.conflict_panel import ConflictPanel
    from ui.dossier.dossier import Dossier
    from ui.dossier.room import Room
    from ui.dropping import Dropping
    from ui.empty import EmptyPage
    from ui.exchange_desk import ExchangeDesk
    from ui.hand.desk import HandDesk
    from ui.judging import Judging
    from ui.keys import KeyMap
    from ui.news import News
    from ui.notice import Notice
    from ui.program import ProgramDesk
    from ui.reading.area import ReadingArea
    from ui.reading_switches import ReadingSwitches
    from ui.safety import SafetyDesk
    from ui.search.bar import SearchBar
    from ui.search.searching import Searching
    from ui.showing import Showing
    from ui.stale_desk import StaleDesk
    from ui.statusline import StatusLine
    from ui.team_desk import TeamDesk
    from ui.top_bar import TopBar
    from ui.verdict import VerdictPanel
    from ui.views import Views

SIZE, SMALLEST = (1440, 900), (900, 560)  # pixels
FRAME = 40  # what a window manager may put above a window
UNSEEN = 300  # milliseconds after which a window that nobody sees, e.g. a minimized one, counts as painted


class Window(QMainWindow):
    """Its slots are verbs: what the actions do to the window as a whole. It has its parts once it is furnished."""

    closed = Signal()
    painted = Signal()  # for the first time; once

    bridge: Bridge
    keys: KeyMap
    actions_by_name: dict[str, QAction]
    views: dict[str, Callable[[], QWidget]]
    # what lies in it
    left: QWidget
    middle: QStackedWidget
    splitter: QSplitter
    top_bar: TopBar
    drawer: Drawer
    room: Room
    conflicts: ConflictPanel
    verdict: VerdictPanel
    notice: Notice
    empty: EmptyPage
    reading: ReadingArea
    status: StatusLine
    card: ComparisonCard
    search: SearchBar
    others: Views
    dossier: Dossier
    # what works on it
    appearance: Appearance
    cases: CaseDesk
    company: Company
    dropping: Dropping
    exchange: ExchangeDesk
    hand: HandDesk
    judging: Judging
    news: News
    program: ProgramDesk
    reading_switches: ReadingSwitches
    safety: SafetyDesk
    searching: Searching
    showing: Showing
    stale: StaleDesk
    team: TeamDesk
    text_size: TextSize

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.view, self.furnished, self._seen = "reading", False, False
        self.setWindowTitle("Factcheck")
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.restoreGeometry(state.bytes("geometry"))

    def furnish(self, bridge: Bridge, keys: KeyMap | None = None) -> None:
        """Bring all parts. `keys` are shared with other windows; without them the window has its own."""
        from ui.furnishing import furnish
        from ui.keys import KeyMap

        furnish(self, bridge, self._state, keys or KeyMap(self._state))
        self.furnished = True

    # --- how it is seen ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(UNSEEN, self, self._note_painted)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            QTimer.singleShot(0, self, self._note_painted)

    def _note_painted(self) -> None:
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def fit(self, screen: QRect) -> None:
        """Over the whole of a screen that is too small for its size, the usual one or the last, with its frame."""
        if not screen.adjusted(0, 0, 0, -FRAME).contains(self.rect().translated(screen.topLeft())):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    # --- what the actions do ----------------------------------------------------------------------

    def focus_filter(self) -> None:
        self.conflicts.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.conflicts.filter.selectAll()

    def go_back(self) -> None:
        """To the list; from the list the notice goes, and after it the filter."""
        if self.conflicts.view.hasFocus() and self.notice.isVisible():
            self.notice.hide()
        elif self.conflicts.view.hasFocus():
            self.conflicts.filters.clear()
        self.focus_list()

    def focus_list(self) -> None:
        self.conflicts.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_calm(self, shown: bool) -> None:
        self.conflicts.calm.setChecked(shown)

    def set_advance(self, on: bool) -> None:
        self._state.write("advance", on)

    def show_view(self, name: str) -> None:
        """ "reading", "matrix" or "timeline": what stands beside the list. The last two take the keyboard."""
        left = self.views[self.view]()
        had_focus = left.isAncestorOf(QApplication.focusWidget() or self)
        self.view = name
        self.show_chosen_view()
        if name != "reading":
            self.views[name]().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif had_focus and left is not self.reading:
            self.focus_list()

    def show_chosen_view(self) -> None:
        """The one that was chosen; a case without articles shows what to do instead."""
        empty = self.bridge.case is None or not self.bridge.case.articles
        shown = self.empty if empty else self.views[self.view]()
        if self.middle.indexOf(shown) < 0:
            self.middle.addWidget(shown)
        self.middle.setCurrentWidget(shown)
        self.others.enter(shown)
        self.actions_by_name[f"view_{self.view}"].setChecked(True)

    def show_article(self, number: int) -> None:
        """The n-th article (from 0), with the keyboard in it."""
        self.show_view("reading")
        self.reading.focus_pane(number)

    # --- how it is left ---------------------------------------------------------------------------

    def quit(self) -> None:
        """Close every window; the program ends with the last."""
        QApplication.closeAllWindows()

    def keep_typed(self) -> None:
        """Bring to disk what is typed and not yet saved."""
        if self.furnished:
            self.verdict.keep_draft()
            self.dossier.keep_typed()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_typed()
        if self.furnished and not self._left():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _left(self) -> bool:
        """Let go of the case, and remember how all was left; False when a person would rather stay."""
        from ui import remembered

        if not self.bridge.ledger.save_unsaved() and not self.safety.agreed_to_lose():
            return False
        self.dossier.close_page()  # the list gets its width back, which is remembered
        remembered.keep(self, self._state)
        self.company.stop()
        self.bridge.close()
        return True
