"""The place of one article on the shelf: open as a pane, or closed as a spine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from factcheck.values import Article
from ui.reading import spine
from ui.reading.marks import Mark
from ui.reading.shown import Shown
from ui.reading.spine import Spine
from ui.theme import Theme

if TYPE_CHECKING:
    from factcheck.hand import PlacedNote
    from ui.reading.pane import ArticlePane


NO_LIMIT = 50_000
"""Pixels, which no screen has. A splitter adds these up: with Qt's own "no limit" 128 articles overflow it."""


class Place(QStackedWidget):
    """The pane is made when the article is first opened."""

    opened = Signal(QWidget)  # the pane

    def __init__(self, article: Article, number: int, theme: Theme, px: int) -> None:
        super().__init__()
        self.article, self.number, self._theme, self._px = article, number, theme, px
        self._marks: tuple[Mark, ...] = ()
        self._shown = Shown()
        self._notes: tuple[PlacedNote, ...] = ()
        self._analysed = False
        self.pane: ArticlePane | None = None
        self.spine = Spine(article, number, theme, None, px)
        self.addWidget(self.spine)
        self.setMaximumWidth(NO_LIMIT)

    def show_marks(self, marks: Sequence[Mark], shown: Shown, analysed: bool) -> bool:
        """True when they are others than before."""
        if (self._marks, self._shown, self._analysed) == (tuple(marks), shown, analysed):
            return False
        self._marks, self._shown, self._analysed = tuple(marks), shown, analysed
        self.spine.show_marks(self._marks)
        if self.pane:
            self.pane.show_marks(shown.of(self._marks), analysed)
        return True

    def show_notes(self, notes: Sequence[PlacedNote]) -> None:
        self._notes = tuple(notes)
        if self.pane:
            self.pane.text.show_notes(self._notes)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.spine.set_theme(theme)
        if self.pane:
            self.pane.set_theme(theme)

    def set_text_size(self, px: int) -> None:
        self._px = px
        self.spine.set_text_size(px)
        if self.pane:
            self.pane.set_text_size(px)

    def open(self, least: float) -> ArticlePane:
        """Show the article's text, never narrower than `least` pixels."""
        if self.pane is None:
            from ui.reading.pane import ArticlePane  # the first paint shows no article and need not wait for it

            self.pane = ArticlePane(self.article, self.number, self._theme, self._px)
            self.pane.show_marks(self._shown.of(self._marks), self._analysed)
            self.pane.text.show_notes(self._notes)
            self.addWidget(self.pane)
            self.opened.emit(self.pane)
        self.setCurrentWidget(self.pane)
        self.setMinimumWidth(round(least))
        self.setMaximumWidth(NO_LIMIT)
        self.show()
        return self.pane

    def close_to_spine(self, is_shown: bool) -> None:
        self.setCurrentWidget(self.spine)
        self.setFixedWidth(spine.WIDTH)
        self.setVisible(is_shown)

    @property
    def is_open(self) -> bool:
        return self.pane is not None and self.currentWidget() is self.pane and not self.isHidden()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
