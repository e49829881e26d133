"""The main window: lays the parts out, joins them in one block, and carries what one says to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from factcheck.review import Review
from factcheck.values import Case
from ui import remembered
from ui.act_words import acts_words
from ui.actions import Drawings, join, make_menus
from ui.announce import announce
from ui.appearance import Appearance, TextSize
from ui.bridge import Bridge
from ui.card.card import ComparisonCard
from ui.card.comparison import comparison_of
from ui.card.drawer import Drawer
from ui.cases import CaseDesk
from ui.company import Company
from ui.conflict_panel import ConflictPanel
from ui.conflicts import Entry, identity
from ui.dossier.dossier import WIDTH, Dossier
from ui.dossier.pages import PAGES
from ui.dossier.room import Room
from ui.dossier.subject import Surroundings
from ui.dropping import Dropping
from ui.empty import EmptyPage
from ui.exchange_desk import ExchangeDesk
from ui.hand.desk import Around, HandDesk
from ui.judging import Judging
from ui.keys import KeyMap
from ui.laying import columns, stack
from ui.news import News
from ui.notice import Notice
from ui.program import ProgramDesk
from ui.reading.area import ReadingArea
from ui.reading_switches import ReadingSwitches
from ui.safety import SafetyDesk
from ui.saved_filters import SavedFilters
from ui.search.bar import SearchBar
from ui.search.searching import Searching
from ui.snug import Snug
from ui.stale_desk import StaleDesk
from ui.state import State
from ui.statusline import StatusLine
from ui.stepwise import Stepwise
from ui.team_desk import TeamDesk
from ui.team_marks import TeamMark, marks_of
from ui.top_bar import TopBar
from ui.translation import tr
from ui.verdict import VerdictPanel
from ui.views import Views

LEFT, SMALLEST_LEFT = 340, 270  # pixels
SMALLEST_LIST, SMALLEST_VERDICT = 300, 200
MANY_CLAIMS = 2_000  # from so many on, what a hand has changed is shown part after part
FRAME = 40  # what a window manager may put above a window


class Window(QMainWindow):
    """Slots are verbs; every connection stands in `_connect`."""

    closed = Signal()

    def __init__(self, bridge: Bridge, state: State, keys: KeyMap | None = None) -> None:
        """`keys` are shared with other windows; without them the window has its own."""
        super().__init__()
        self.bridge, self._state = bridge, state
        self.cases, self.program, self.safety = CaseDesk(bridge, self), ProgramDesk(self, state), SafetyDesk(self)
        self._make_parts()
        self.actions_by_name = make_menus(self, (self.conflicts.view, self.reading))
        self.keys = keys or KeyMap(state)
        self.keys.dress(self.actions_by_name)
        self._lay_out()
        self.company = Company(bridge, lambda: self.isVisible() and not self.isMinimized(), self)
        self.stale, self.team = StaleDesk(bridge, self), TeamDesk(bridge, self.conflicts, self)
        self.conflicts.filters.kept, self.exchange = SavedFilters(state), ExchangeDesk(self)
        self.dropping = Dropping(self, self.exchange.take)
        self.news = News(bridge, self.company, self.status, self.notice, self.cases, state)
        drawings, others = Drawings(self.actions_by_name), self.others
        dressed = (
            *(self.conflicts, self.notice, self.reading, self.card, self.search, others, drawings, self.program),
            self.dossier,
        )
        self.appearance = Appearance(self._state, dressed, self)
        self.judging = Judging(
            bridge, self.conflicts, self.verdict, lambda: self.actions_by_name["advance"].isChecked(), self
        )
        around = Around(self.status, self.notice, self.cases)
        self.hand = HandDesk(bridge, self.conflicts, self.reading, around, self)
        self.reading_switches = ReadingSwitches(state, self.reading, self.actions_by_name)
        self._connect()
        remembered.restore(self, state)
        self._show_case_actions()

    def _make_parts(self) -> None:
        self.conflicts, self.verdict = ConflictPanel(), VerdictPanel()
        self.conflicts.setMinimumHeight(SMALLEST_LIST)
        self.notice, self.empty, self.reading = Notice(), EmptyPage(), ReadingArea()
        self.status, self.card, self.search = StatusLine(), ComparisonCard(), SearchBar(self._state)
        self.others = Views(self.conflicts, self)
        self.views: dict[str, Callable[[], QWidget]] = {  # made when they are shown first
            "reading": lambda: self.reading,
            "matrix": lambda: self.others.matrix,
            "timeline": lambda: self.others.timeline,
        }
        self.view = "reading"
        self.dossier = Dossier(PAGES, Surroundings(self.bridge, self._state, self.reading, self.verdict))
        sized = (self.conflicts, self.verdict, self.reading, self.card, self.others, self.dossier)
        self.text_size = TextSize(self._state, sized)
        self._case_shown: Case | None = None
        self._showing = Stepwise(self)

    def _lay_out(self) -> None:
        self.left = QWidget(minimumWidth=SMALLEST_LEFT)
        stack(self.left, {self.conflicts: True, Snug(self.verdict, SMALLEST_VERDICT): False})
        self.middle = QStackedWidget()
        for view in (self.empty, self.reading):
            self.middle.addWidget(view)
        by_name = self.actions_by_name
        self.top_bar = TopBar(
            tr("Views and commands"),
            [by_name[f"view_{name}"] for name in self.views],
            [by_name["search"], by_name["palette"]],
        )
        right = QWidget()
        self.drawer = Drawer(self.middle, self.card)
        self.searching = Searching(
            self.search, self.bridge, self.reading, self.cases, lambda: self.show_view("reading")
        )
        stack(right, {self.top_bar: False, self.search: False, self.notice: False, self.drawer: True})
        self.splitter = columns({self.left: LEFT, right: 4 * LEFT, self.dossier: WIDTH}, grows=right)
        self.dossier.set_actions({name: by_name[name] for name in PAGES})
        self.room = Room(self.splitter, self.left, self.dossier)
        self.setCentralWidget(self.splitter)
        self.setStatusBar(self.status)
        self.resize(1440, 900)
        self.setMinimumSize(900, 560)

    def _connect(self) -> None:
        join(self, self.actions_by_name)
        bridge = self.bridge
        bridge.case_leaving.connect(self.keep_typed)
        bridge.case_opened.connect(self._show_opened)
        bridge.case_changed.connect(self._show_case)
        bridge.analysis_started.connect(lambda _: self.conflicts.show_working(True))
        for ended in (bridge.analysis_finished, bridge.analysis_cancelled, bridge.analysis_failed):
            ended.connect(lambda *_: self.conflicts.show_working(False))
        bridge.ledger.review_changed.connect(self._show_review)
        bridge.reviewer_changed.connect(lambda _: self._show_reviewer())
        bridge.problem_raised.connect(self._show_problem)
        bridge.case_settled.connect(self._offer_tour)
        self.conflicts.row_chosen.connect(self._show_entry)
        self.conflicts.calm.toggled.connect(self.actions_by_name["calm"].setChecked)
        self.conflicts.view.activated.connect(lambda _: self.reading.level_passages())
        self.reading.claim_chosen.connect(self._choose_claim)
        self.card.claim_chosen.connect(self._show_claim)
        self.others.words_wanted.connect(self._show_words)
        self.dossier.closed.connect(self.focus_list)
        self.drawer.opened.connect(self.actions_by_name["card"].setChecked)
        self.empty.add_wanted.connect(self.cases.add_articles)
        self.empty.sample_wanted.connect(self.cases.open_sample)
        self.reading.pane_focused.connect(self.cases.note_pane)
        self.reading.details_wanted.connect(self.cases.edit_nth_article)
        self.appearance.theme_chosen.connect(lambda name: self.actions_by_name[f"theme_{name}"].setChecked(True))

    # --- cases and analysis -----------------------------------------------------------------------

    def _show_opened(self, case: Case, review: Review) -> None:
        if self._case_shown is not None:
            remembered.keep_reading(self, self._state, self._case_shown)
        self.conflicts.show_case(None, review)
        self._show_case(case, review)
        self.focus_list()

    def _offer_tour(self, case: Case) -> None:
        """Over the first case with conflicts that a person meets, at first the sample case."""
        if case.analysis and case.analysis.conflicts and self.isVisible():
            self.program.offer_tour()

    def _show_case(self, case: Case, review: Review) -> None:
        self.verdict.keep_draft()
        self.setWindowTitle(f"{case.name} — Factcheck")
        if not case.articles:
            self.empty.show_no_articles(case.name)
        same = self._case_shown is not None and self._case_shown.articles == case.articles
        self._case_shown = case
        self._show_view()
        self._showing.run(self._show_parts(case, review), at_once=not same or _is_small(case))

    def _show_parts(self, case: Case, review: Review) -> Iterator[None]:
        """One part after the other, that a person is heard between them in a large case."""
        yield
        yield from self.reading.show_in_parts(case, review)
        yield
        self.others.show_case(case, review)
        self.conflicts.set_marks(self._marks(review))
        self.conflicts.show_case(case, review)
        yield
        entry = self.conflicts.chosen()
        if entry is None:
            remembered.restore_reading(self, self._state, case)
            self._choose_first(case)
        else:
            self._show_entry(entry)
        self._show_case_actions()

    def _choose_first(self, case: Case) -> None:
        """The conflict this case was left at, else the first one."""
        left_at = self._state.read(f"chosen/{case.id}", "")
        if not (left_at and self.conflicts.choose(left_at)) and not self.conflicts.step(1):
            self._show_entry(None)

    def _show_problem(self, problem: str) -> None:
        if self.bridge.case is None:
            self.empty.show_no_store(problem)

    # --- conflicts and verdicts -------------------------------------------------------------------

    def _show_entry(self, entry: Entry | None) -> None:
        if entry and entry.group:
            self.reading.choose_group(entry.group.id)
        else:
            self.reading.choose_conflict(entry.conflict.id if entry and entry.conflict else None)
        self.judging.show_entry(entry)
        case = self.bridge.case
        self.card.show_comparison(comparison_of(case, entry.conflict, entry.group) if case and entry else None)
        self.dossier.show_entry(case, self.bridge.review, entry)
        if entry is None or case is None:
            return
        self._state.write(f"chosen/{case.id}", identity(entry))
        at, of = self.conflicts.position()
        announce(
            self.conflicts.view, f"{tr('Conflict {at} of {of}', at=at, of=of)}. {entry.spoken}" if at else entry.spoken
        )

    def _choose_claim(self, claim: str) -> None:
        """A claim was clicked in an article: its conflict, if it takes part in one."""
        analysis = self.bridge.case.analysis if self.bridge.case else None
        if analysis is None:
            return
        asked = [c.id for c in analysis.conflicts if claim in c.claims]
        asked += [g.id for g in analysis.groups if claim in g.claims]
        any(self.conflicts.choose_always(id) for id in asked)

    def _show_claim(self, claim: str) -> None:
        """Go to a claim's words in its article."""
        self.show_view("reading")
        self.reading.lead(claim)

    def _show_words(self, id: str, claim: str) -> None:
        """Read what stands behind a cell or a date: its question is chosen, its article has the keyboard."""
        self.show_view("reading")
        if id and not self.conflicts.choose(id):
            self.reading.choose_group(id)
        self.reading.go_to(claim)

    def _show_review(self, review: Review) -> None:
        self.others.show_review(review)
        self.conflicts.set_marks(self._marks(review))
        self.conflicts.show_review(review)
        self.reading.show_review(review)
        if self.bridge.case:
            self.reading.show_notes(self.bridge.case)
        entry = self.conflicts.chosen()
        if entry is not None:
            self.judging.show_verdict(entry)
        self.dossier.show_entry(self.bridge.case, review, entry)
        self._show_case_actions()

    def _show_reviewer(self) -> None:
        """Somebody else decides from now on: what stands and is begun as one's own is theirs."""
        self._show_review(self.bridge.review)
        self.judging.show_entry(self.conflicts.chosen())
        self.dossier.begin_anew()

    def _marks(self, review: Review) -> dict[str, TeamMark]:
        ledger = self.bridge.ledger
        return marks_of(review, ledger.said, ledger.reviewer)

    def _show_case_actions(self) -> None:
        """Grey out what cannot be done now."""
        case, steps = self.bridge.case, self.bridge.ledger.steps
        for name in ("rename_case", "delete_case", "add_articles", "export_case"):
            self.actions_by_name[name].setEnabled(case is not None)
        for name in ("article_details", "revise_article", "remove_article", "analyse", "export_report"):
            self.actions_by_name[name].setEnabled(case is not None and bool(case.articles))
        for name, said, acts in (("undo", tr("Undo"), steps.undo), ("redo", tr("Redo"), steps.redo)):
            self.actions_by_name[name].setEnabled(bool(acts))
            self.actions_by_name[name].setText(f"{said} {acts_words(acts)}".strip().replace("&", "&&"))

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
        self._show_view()
        if name != "reading":
            self.views[name]().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif had_focus and left is not self.reading:
            self.focus_list()

    def _show_view(self) -> None:
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

    # --- how it was left --------------------------------------------------------------------------

    def fit(self, screen: QRect) -> None:
        """Over the whole of a screen that is too small for its size, the usual one or the last, with its frame."""
        if not screen.adjusted(0, 0, 0, -FRAME).contains(self.rect().translated(screen.topLeft())):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def quit(self) -> None:
        """Close every window; the program ends with the last."""
        QApplication.closeAllWindows()

    def keep_typed(self) -> None:
        """Bring to disk what is typed and not yet saved."""
        self.verdict.keep_draft()
        self.dossier.keep_typed()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_typed()
        if not self.bridge.ledger.save_unsaved() and not self.safety.agreed_to_lose():
            event.ignore()
            return
        self.dossier.close_page()  # the list gets its width back, which is remembered
        remembered.keep(self, self._state)
        self.company.stop()
        self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()


def _is_small(case: Case) -> bool:
    return case.analysis is None or len(case.analysis.claims) < MANY_CLAIMS
