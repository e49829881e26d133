"""What a window is made of: its parts, how they lie, and every connection between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import remembered
from ui.actions import Drawings, join, make_menus
from ui.appearance import Appearance, TextSize
from ui.bridge import Bridge
from ui.card.card import ComparisonCard
from ui.card.drawer import Drawer
from ui.cases import CaseDesk
from ui.company import Company
from ui.conflict_panel import ConflictPanel
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
from ui.rating_choices import RatingChoices
from ui.reading.area import ReadingArea
from ui.reading_switches import ReadingSwitches
from ui.safety import SafetyDesk
from ui.saved_filters import SavedFilters
from ui.search.bar import SearchBar
from ui.search.searching import Searching
from ui.showing import Showing
from ui.signing import Signing
from ui.snug import Snug
from ui.stale_desk import StaleDesk
from ui.state import State
from ui.statusline import StatusLine
from ui.team_desk import TeamDesk
from ui.top_bar import TopBar
from ui.translation import tr
from ui.verdict import VerdictPanel
from ui.views import Views

if TYPE_CHECKING:
    from ui.window import Window

LEFT, SMALLEST_LEFT = 340, 270  # pixels
SMALLEST_LIST, SMALLEST_VERDICT = 300, 200


def furnish(window: Window, bridge: Bridge, state: State, keys: KeyMap) -> None:
    """Make all parts of a window, join them, and bring them back as they were left."""
    window.bridge, window.keys = bridge, keys
    window.cases, window.safety = CaseDesk(bridge, window), SafetyDesk(window)
    window.program = ProgramDesk(window, state)
    _make_parts(window, state)
    window.actions_by_name = make_menus(window, (window.conflicts.view, window.reading))
    keys.dress(window.actions_by_name)
    _lay_out(window)
    _make_desks(window, state)
    _connect(window)
    remembered.restore(window, state)
    window.showing.show_case_actions()


def _make_parts(window: Window, state: State) -> None:
    window.conflicts, window.verdict = ConflictPanel(), VerdictPanel()
    window.conflicts.setMinimumHeight(SMALLEST_LIST)
    window.notice, window.empty, window.reading = Notice(), EmptyPage(), ReadingArea()
    window.status, window.card, window.search = StatusLine(), ComparisonCard(), SearchBar(state)
    window.others = Views(window.conflicts, window)
    window.views = {  # made when they are shown first
        "reading": lambda: window.reading,
        "matrix": lambda: window.others.matrix,
        "timeline": lambda: window.others.timeline,
    }
    window.dossier = Dossier(PAGES, Surroundings(window.bridge, state, window.reading, window.verdict))
    sized = (window.conflicts, window.verdict, window.reading, window.card, window.others, window.dossier)
    window.text_size = TextSize(state, sized)
    window.showing = Showing(window, state)


def _lay_out(window: Window) -> None:
    window.left = QWidget(minimumWidth=SMALLEST_LEFT)
    stack(window.left, {window.conflicts: True, Snug(window.verdict, SMALLEST_VERDICT): False})
    window.middle = QStackedWidget()
    for view in (window.empty, window.reading):
        window.middle.addWidget(view)
    by_name = window.actions_by_name
    window.top_bar = TopBar(
        tr("Views and commands"),
        [by_name[f"view_{name}"] for name in window.views],
        [by_name["search"], by_name["palette"]],
    )
    right = QWidget()
    window.drawer = Drawer(window.middle, window.card)
    stack(right, {window.top_bar: False, window.search: False, window.notice: False, window.drawer: True})
    window.splitter = columns({window.left: LEFT, right: 4 * LEFT, window.dossier: WIDTH}, grows=right)
    window.dossier.set_actions({name: by_name[name] for name in PAGES})
    window.room = Room(window.splitter, window.left, window.dossier)
    window.setCentralWidget(window.splitter)
    window.setStatusBar(window.status)


def _make_desks(window: Window, state: State) -> None:
    bridge, conflicts, reading = window.bridge, window.conflicts, window.reading
    window.company = Company(bridge, lambda: window.isVisible() and not window.isMinimized(), window)
    window.stale, window.team = StaleDesk(bridge, window), TeamDesk(bridge, conflicts, window)
    conflicts.filters.kept, window.exchange = SavedFilters(state), ExchangeDesk(window)
    conflicts.filters.ratings = RatingChoices(bridge, state)
    Signing(bridge, state, window)
    window.dropping = Dropping(window, window.exchange.take)
    window.news = News(bridge, window.company, window.status, window.notice, window.cases, state)
    window.searching = Searching(window.search, bridge, reading, window.cases, lambda: window.show_view("reading"))
    drawings = Drawings(window.actions_by_name)
    dressed = (conflicts, window.notice, reading, window.card, window.search, window.others, drawings, window.program)
    window.appearance = Appearance(state, (*dressed, window.dossier), window)
    advances = window.actions_by_name["advance"].isChecked
    window.judging = Judging(bridge, conflicts, window.verdict, advances, window)
    around = Around(window.status, window.notice, window.cases, window.showing.afterwards)
    window.hand = HandDesk(bridge, conflicts, reading, around, window)
    window.reading_switches = ReadingSwitches(state, reading, window.actions_by_name)


def _connect(window: Window) -> None:
    join(window, window.actions_by_name)
    bridge, showing, conflicts, reading = window.bridge, window.showing, window.conflicts, window.reading
    bridge.case_leaving.connect(window.keep_typed)
    bridge.case_opened.connect(showing.show_opened)
    bridge.case_changed.connect(showing.show_case)
    bridge.analysis_started.connect(lambda _: conflicts.show_working(True))
    for ended in (bridge.analysis_finished, bridge.analysis_cancelled, bridge.analysis_failed):
        ended.connect(lambda *_: conflicts.show_working(False))
    bridge.ledger.review_changed.connect(showing.show_review)
    bridge.reviewer_changed.connect(lambda _: showing.show_reviewer())
    bridge.problem_raised.connect(showing.show_problem)
    bridge.case_settled.connect(showing.offer_tour)
    conflicts.row_chosen.connect(showing.show_entry)
    conflicts.calm.toggled.connect(window.actions_by_name["calm"].setChecked)
    conflicts.view.activated.connect(lambda _: reading.level_passages())
    reading.claim_chosen.connect(showing.choose_claim)
    reading.pane_focused.connect(window.cases.note_pane)
    reading.details_wanted.connect(window.cases.edit_nth_article)
    window.card.claim_chosen.connect(showing.show_claim)
    window.others.words_wanted.connect(showing.show_words)
    window.dossier.closed.connect(window.focus_list)
    window.drawer.opened.connect(window.actions_by_name["card"].setChecked)
    window.empty.add_wanted.connect(window.cases.add_articles)
    window.empty.sample_wanted.connect(window.cases.open_sample)
    window.appearance.theme_chosen.connect(lambda name: window.actions_by_name[f"theme_{name}"].setChecked(True))
