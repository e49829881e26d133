"""The timeline as a part of the window: a heading with the zoom, the lanes, and the dates that could not be placed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.review import Review
from factcheck.values import Article, Case, Status
from ui.plain import PlainLabel, tool_tip
from ui.stepwise import Stepwise
from ui.theme import READING_PX, Theme, interface_px
from ui.timeline.canvas import MOST_ZOOM, ZOOM_STEP, Canvas
from ui.timeline.lanes import Lane, Mark, Shown, filtered, gathered
from ui.timeline.layout import Placed
from ui.timeline.unplaced import CLAIM, UnplacedModel
from ui.translation import tr, trn
from ui.wording import shortened

LIST_HEIGHT = 150  # pixels


class Timeline(QWidget):
    """Shows a case; says which event is chosen and which words a person wants to read."""

    row_chosen = Signal(str)  # a conflict's or group's id
    words_wanted = Signal(str, str)  # that id ("" for none), and a claim's

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Timeline"))
        self._case: Case | None = None
        self._shown, self._words = Shown(), ""
        self._gathered = False  # what is shown is all of the case
        self._ids: Collection[str] | None = None
        self._articles: dict[str, Article] = {}
        self._filling = Stepwise(self)  # thousands of dates take their time
        self._wanted = ""  # the conflict or group to choose once they are there
        self.canvas = Canvas()
        self.summary = PlainLabel("", "muted")
        self.singles = QCheckBox(tr("Show what only one source says"))
        self.singles.setChecked(True)
        self.empty = PlainLabel("", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(40)
        self._make_buttons()
        self._make_list()
        self._lay_out()
        self._connect()
        self.set_text_size(READING_PX)

    def _make_buttons(self) -> None:
        self.closer, self.wider = _button("+", tr("Zoom in (+)")), _button("−", tr("Zoom out (−)"))
        self.whole = _button(tr("Fit all"), tr("Show the whole time (Backspace)"))

    def _make_list(self) -> None:
        self.unplaced_button = QToolButton()
        self.unplaced_button.setCheckable(True)
        self.unplaced_button.setProperty("flat", "true")
        self.unplaced_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.why = PlainLabel("", "muted", wrap=True)
        self.unplaced, self._unplaced_rows = QListView(), UnplacedModel()
        self.unplaced.setModel(self._unplaced_rows)
        self.unplaced.setAccessibleName(tr("Dates that could not be placed"))
        self.unplaced.setFrameShape(QFrame.Shape.NoFrame)
        self.unplaced.setUniformItemSizes(True)
        self.unplaced.setFixedHeight(LIST_HEIGHT)
        self._open_list(False)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 6, 14, 6)
        bar.setSpacing(6)
        bar.addWidget(self.summary)
        bar.addStretch()
        for part in (self.singles, self.wider, self.whole, self.closer):
            bar.addWidget(part)
        self._pages = QStackedLayout()
        below = QHBoxLayout()
        below.setContentsMargins(8, 3, 14, 3)
        below.addWidget(self.unplaced_button)
        below.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self._pages, 1)
        for page in (self.canvas, self.empty):  # now that it has a parent: else the first would be shown as a window
            self._pages.addWidget(page)
        column.addLayout(below)
        column.addWidget(self.unplaced)

    def _connect(self) -> None:
        self.closer.clicked.connect(lambda: self.canvas.zoom_by(ZOOM_STEP))
        self.wider.clicked.connect(lambda: self.canvas.zoom_by(1 / ZOOM_STEP))
        self.whole.clicked.connect(self.canvas.fit)
        self.singles.toggled.connect(lambda: self._filling.run(self._fill()))
        self.unplaced_button.toggled.connect(self._open_list)
        self.unplaced.activated.connect(self._want_unplaced)
        self.canvas.mark_chosen.connect(self._tell)
        self.canvas.mark_wanted.connect(self._want)
        self.canvas.zoomed.connect(self._show_zoom)
        self._show_zoom(self.canvas.zoom)

    def _show_zoom(self, zoom: float) -> None:
        """What can be done about it: everything is shown at 1."""
        self.wider.setEnabled(zoom > 1)
        self.whole.setEnabled(zoom > 1)
        self.closer.setEnabled(zoom < MOST_ZOOM)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not by a focus proxy: Tab would then pass over the other parts.
        self.canvas.setFocus(event.reason())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)  # else a view that is hidden would hold the window open

    # --- what is shown ----------------------------------------------------------------------------

    def show_case(self, case: Case, _review: Review | None = None) -> None:
        """Show the dates of a case; thousands are there some moments later. A verdict changes nothing here."""
        before, self._case = self._case, case
        if before and before.analysis is case.analysis and before.articles == case.articles:
            return
        if before is None or before.id != case.id:
            self._wanted = ""
            self.summary.setText("")
            self.empty.setText(tr("Placing the dates …"))
            self._pages.setCurrentWidget(self.empty)
        self._gathered = False
        self._filling.run(self._fill())

    def show_only(self, ids: Collection[str] | None, words: str = "") -> None:
        """Show only these conflicts and groups, and of the dates that belong to none those that hold the words."""
        if (ids, words) != (self._ids, self._words):
            self._ids, self._words = ids, words
            if self._case is not None:
                self._filling.run(self._fill())

    def set_theme(self, theme: Theme) -> None:
        self.canvas.set_theme(theme)

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self.canvas.set_text_size(interface_px(px))

    def _open_list(self, opened: bool) -> None:
        self.unplaced_button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.unplaced.setVisible(opened)

    def _fill(self) -> Iterator[None]:
        """Gather what the case holds, where that is not done yet, and show what passes the filter."""
        case = self._case
        if case is not None and not self._gathered:
            shown = yield from gathered(case)
            self._shown, self._articles = shown, {article.id: article for article in case.articles}
            self._gathered = True
            self.singles.setVisible(any(lane.status is Status.SINGLE for lane in shown.lanes))
            self._show_unplaced()
        lanes = filtered(self._shown.lanes, self._ids, self._words, singles=self.singles.isChecked())
        yield from self.canvas.showing(lanes, self._shown.flags, self.spoken)
        self._tell_counts(lanes)
        self._pages.setCurrentWidget(self.canvas if lanes else self.empty)
        if self._wanted:
            self.canvas.choose_lane(self._wanted)
        self._wanted = ""

    def _tell_counts(self, lanes: tuple[Lane, ...]) -> None:
        dates = sum(len(mark.claims) for lane in lanes for mark in lane.marks)
        apart = sum(lane.apart for lane in lanes)
        parts = [trn("{count} date", "{count} dates", dates), trn("{count} event", "{count} events", len(lanes))]
        parts += [trn("{count} in conflict", "{count} in conflict", apart)] if apart else []
        self.summary.setText(" · ".join(parts) if lanes else "")
        self.empty.setText(self._why_empty())

    def _why_empty(self) -> str:
        if self._case is None or self._case.analysis is None:
            return tr("The articles have not been analysed yet. F5 analyses them.")
        if self._ids is not None:
            return tr("No event passes the filter of the list. Press / to change it.")
        if self._shown.lanes:
            return tr("No event is dated by two sources. “Show what only one source says” lists what each tells.")
        if self._shown.unplaced:
            return tr("No date could be placed. Give the articles their publication dates with Ctrl+I.")
        return tr("These articles name no dates.")

    def _show_unplaced(self) -> None:
        held = self._shown.unplaced
        words = trn("{count} date could not be placed", "{count} dates could not be placed", len(held))
        self.unplaced_button.setText(words)
        self.unplaced_button.setAccessibleName(words)
        self.unplaced_button.setVisible(bool(held))
        self.why.setVisible(bool(held))
        self.why.setText(self._why_unplaced())
        if not held:
            self.unplaced_button.setChecked(False)
        self._unplaced_rows.show(held, self._articles)

    def _why_unplaced(self) -> str:
        undated = self._shown.undated
        if not undated:
            return tr("These articles do not say which day or year they mean.")
        return tr(
            "No publication date: {letters}. Ctrl+I sets it, and their days find a place.", letters=", ".join(undated)
        )

    # --- what is chosen ---------------------------------------------------------------------------

    def spoken(self, placed: Placed) -> str:
        """A mark in plain English: its event, who says it in which words, and when that was."""
        mark, lane = placed.mark, self.canvas.lane_of(placed)
        told = tr(
            "{letters} says “{words}”: {when}", letters=", ".join(mark.letters), words=mark.words, when=_when(mark)
        )
        status = tr("in conflict") if lane.apart else ""
        first = mark.claims[0]
        sentence = shortened(first.sentence.of(self._articles[first.article].text), 300)
        return "; ".join(part.rstrip(".") for part in (lane.question, told, status, sentence) if part)

    def choose(self, id: str) -> None:
        """Choose an event by its conflict or group; where it has no date, none is chosen."""
        if self._filling.is_running:
            self._wanted = id
        else:
            self.canvas.choose_lane(id)

    def _tell(self, placed: Placed) -> None:
        id = self.canvas.lane_of(placed).id
        if id:
            self.row_chosen.emit(id)

    def _want_unplaced(self, index: QModelIndex) -> None:
        self.words_wanted.emit("", index.data(CLAIM))

    def _want(self, placed: Placed) -> None:
        self.words_wanted.emit(self.canvas.lane_of(placed).id, placed.mark.claims[0].id)


def _when(mark: Mark) -> str:
    """ "about July 2022", "until 2015"."""
    moment = mark.moment
    words = tr("about {when}", when=moment.words) if moment.about else moment.words
    words = tr("until {when}", when=words) if moment.until else words
    return tr("from {when} on", when=words) if moment.since else words


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tool_tip(tip))
    button.setAccessibleName(tip)
    return button
