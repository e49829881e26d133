"""One open article: its heading, its words, and the strip that scrolls them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from factcheck.values import Article
from ui.reading.arrangement import Side
from ui.reading.heading import Heading, heading_height
from ui.reading.marks import Mark
from ui.reading.overview import Overview
from ui.reading.ribbons import Crossing
from ui.reading.text import ArticleText
from ui.reading.typesetting import FOCUS, LEFT, OVERVIEW, RIGHT, WIDEST, column
from ui.theme import READING_PX, Look, Theme, reading_font
from ui.translation import tr

# How long after the last change of layout the overview is drawn anew.
_SETTLED_MS = 60


class ArticlePane(QWidget):
    """An article as it is read. The parts are placed by hand: the column, its heading and the gutter keep in line."""

    claim_clicked = Signal(str)
    focused = Signal()
    left = Signal()  # by the keyboard
    scrolled = Signal()

    def __init__(self, article: Article, number: int, theme: Theme, px: int = READING_PX) -> None:
        super().__init__()
        self.number, self._theme, self._side, self._px = number, theme, Side.ONLY, px
        self.heading = Heading(article, number, theme, self, px)
        self.text = ArticleText(article, theme, self, px)
        self.overview = Overview(theme, self)
        self.setFocusProxy(self.text)
        self.setAccessibleName(self.heading.accessibleName())
        self.text.setAccessibleName(tr("Text of {source}", source=article.label))
        self.overview.setAccessibleName(tr("Position in {source}", source=article.label))
        self.is_current = self._held = self._misplaced = False
        self._crossings: list[Crossing] = []
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._connect()

    def _connect(self) -> None:
        bar = self.text.verticalScrollBar()
        self.overview.ribbons = lambda: self.text.ribbons_out(left=self._side is Side.FIRST)
        bar.valueChanged.connect(self.overview.setValue)
        bar.valueChanged.connect(self.scrolled)
        bar.rangeChanged.connect(self._follow_range)
        self.overview.valueChanged.connect(bar.setValue)
        self.text.claim_clicked.connect(self.claim_clicked)
        self.text.focused.connect(self.focused)
        self.text.left.connect(self.left)
        self.text.laid_out.connect(self._settle.start)
        self.text.laid_out.connect(self.scrolled)
        self._settle.timeout.connect(self.refresh_overview)

    def show_marks(self, marks: Sequence[Mark], analysed: bool = True) -> None:
        self.text.show_marks(marks)
        self.heading.show_claims(len(marks) if analysed else None, sum(mark.shown for mark in marks))
        self._settle.start()

    def choose(self, claims: Iterable[str], leading: str | None = None) -> None:
        chosen = frozenset(claims)
        self.text.choose(chosen, leading)
        self.overview.choose(chosen)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.heading.set_theme(theme)
        self.text.set_theme(theme)
        self.overview.set_theme(theme)
        for crossing in self._crossings:
            crossing.set_theme(theme)
        self.update()

    def set_text_size(self, px: int) -> None:
        self._px = px
        self.text.set_text_size(px)
        self.heading.set_text_size(px)
        self._place()

    def set_current(self, is_current: bool) -> None:
        """Whether the keyboard is in this article: a ring around it shows that. Its gutters draw their own side."""
        if self.is_current != is_current:
            self.is_current = is_current
            self.heading.set_current(is_current)
            self.update()

    def set_side(self, side: Side) -> None:
        self._side = side
        self._place()

    def lead_out(self, claims: Iterable[str], *, left: bool) -> None:
        """From these claims a ribbon goes out on this side."""
        self.text.join(claims, left=left)
        self.overview.update()  # it stands between the words and the gutter on one side

    def cross(self, looks: Sequence[Look]) -> None:
        """So many ribbons go across this article, of these looks; `lay` tells where."""
        for crossing in self._crossings:
            crossing.hide()
            crossing.deleteLater()
        self._crossings = [Crossing(self, look, self._theme) for look in looks]

    def lay(self, bands: Sequence[tuple[float, float] | None]) -> None:
        """Where the ribbons that cross now stand, in pixels below the heading."""
        for crossing, band in zip(self._crossings, bands, strict=True):
            crossing.lie(band, self.text.y())

    def refresh_overview(self) -> None:
        """Draw the marks of the strip where they now stand."""
        self.overview.show_heights(self.text.heights())

    def band(self, claim: str) -> tuple[float, float] | None:
        """The top and bottom of a claim's words below the heading, in pixels of this widget; None when not here."""
        band = self.text.band(claim)
        offset = self.text.verticalScrollBar().value()
        return band and (band[0] - offset, band[1] - offset)

    def _follow_range(self) -> None:
        # Asked, not told: the text extends its range while Qt still announces the shorter one.
        bar = self.text.verticalScrollBar()
        self.overview.setPageStep(self.text.viewport().height())
        self.overview.setSingleStep(bar.singleStep())
        self.overview.setRange(bar.minimum(), bar.maximum())
        self._settle.start()

    def _place(self) -> None:
        self._misplaced = self._held
        if self._held:
            return
        first, last = self._side in (Side.FIRST, Side.ONLY), self._side in (Side.LAST, Side.ONLY)
        # The ring needs room where no gutter draws it.
        left, right = FOCUS * first, self.width() - FOCUS * last
        room = self.width() - 2 * FOCUS - OVERVIEW  # the same on every side, so that moving breaks no line anew
        # Whole characters: lines are broken anew at every eighth pixel or so of a drag, not at each.
        font = reading_font(self._px)
        characters = int((room - LEFT - RIGHT) / column(1, font))
        wide = column(min(max(characters, 8), WIDEST), font)
        blank = max(0.0, room - wide - LEFT - RIGHT)
        before = {Side.FIRST: blank, Side.LAST: 0.0, Side.MIDDLE: 0.0, Side.ONLY: blank / 2}[self._side]
        strip_first = self._side is Side.FIRST
        start = left + round(before) + (OVERVIEW if strip_first else 0)
        end = right if strip_first else right - OVERVIEW
        top = heading_height(self._px)
        below = max(0, self.height() - top - FOCUS)
        self.heading.setGeometry(left, FOCUS, right - left, top - FOCUS)
        margin = start - left + self.text.margins[0]
        self.heading.set_column(margin, margin + wide)
        self.text.setGeometry(start, top, max(0, end - start), below)
        self.overview.setGeometry(left if strip_first else end, top, OVERVIEW, below)
        self.text.set_column(wide)
        self._follow_range()

    def hold(self, held: bool) -> None:
        """While it is held, its lines are not broken anew: its width is still going to change."""
        self._held = held
        if not held and self._misplaced:
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        if self.is_current:
            colour, size = self._theme.colour("accent"), self.size()
            for box in (
                QRect(0, 0, size.width(), FOCUS),
                QRect(0, size.height() - FOCUS, size.width(), FOCUS),
                QRect(0, 0, FOCUS, size.height()),
                QRect(size.width() - FOCUS, 0, FOCUS, size.height()),
            ):
                painter.fillRect(box, colour)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The blank beside the column scrolls like the column."""
        QCoreApplication.sendEvent(self.text.verticalScrollBar(), event)
