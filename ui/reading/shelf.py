"""The articles side by side: open ones as panes, the others as spines, with gutters between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QWidget

from factcheck.values import Analysis, Article
from ui.reading import gutter, spine
from ui.reading.arrangement import MOST_SPINES, open_articles, room_for
from ui.reading.gutter import Gutter
from ui.reading.marks import Mark, links
from ui.reading.pane import ArticlePane, Side, narrowest
from ui.reading.spine import Spine
from ui.theme import READING_PX, Theme


class Place(QStackedWidget):
    """The place of one article on the shelf. The pane is made when the article is first opened."""

    opened = Signal(ArticlePane)

    def __init__(self, article: Article, number: int, theme: Theme, px: int) -> None:
        super().__init__()
        self.article, self.number, self._theme, self._px = article, number, theme, px
        self._marks: tuple[Mark, ...] = ()
        self._analysed = False
        self.pane: ArticlePane | None = None
        self.spine = Spine(article, number, theme)
        self.addWidget(self.spine)

    def show_marks(self, marks: Sequence[Mark], analysed: bool) -> None:
        if (self._marks, self._analysed) == (tuple(marks), analysed):
            return
        self._marks, self._analysed = tuple(marks), analysed
        self.spine.show_marks(self._marks)
        if self.pane:
            self.pane.show_marks(self._marks, analysed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.spine.set_theme(theme)
        if self.pane:
            self.pane.set_theme(theme)

    def set_text_size(self, px: int) -> None:
        self._px = px
        if self.pane:
            self.pane.set_text_size(px)

    def open(self, least: float) -> ArticlePane:
        """Show the article's text, never narrower than `least` pixels."""
        if self.pane is None:
            self.pane = ArticlePane(self.article, self.number, self._theme, self._px)
            self.pane.show_marks(self._marks, self._analysed)
            self.addWidget(self.pane)
            self.opened.emit(self.pane)
        self.setCurrentWidget(self.pane)
        self.setMinimumWidth(round(least))
        self.setMaximumWidth(16777215)  # Qt's own "no limit"
        self.show()
        return self.pane

    def close_to_spine(self, is_shown: bool) -> None:
        self.setCurrentWidget(self.spine)
        self.setFixedWidth(spine.WIDTH)
        self.setVisible(is_shown)

    @property
    def is_open(self) -> bool:
        return self.pane is not None and self.currentWidget() is self.pane

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Shelf(QSplitter):
    """All articles of a case in their fixed order."""

    def __init__(
        self, articles: Sequence[Article], theme: Theme, parent: QWidget | None = None, px: int = READING_PX
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._px = theme, px
        self._recent: list[int] = []
        self._open: tuple[int, ...] = ()
        self.setChildrenCollapsible(False)
        self.setAccessibleName("Articles")
        self.places = [Place(article, number, theme, px) for number, article in enumerate(articles)]
        for place in self.places:
            self.addWidget(place)
        # Qt keeps the last child on top, and screen readers would read the articles from right to left.
        for place in reversed(self.places):
            place.lower()

    def createHandle(self) -> QSplitterHandle:
        return Gutter(self, self._theme)

    def gutters(self) -> list[Gutter]:
        """One before each article but the first, in order."""
        handles = (self.handle(number) for number in range(1, self.count()))
        return [handle for handle in handles if isinstance(handle, Gutter)]

    def panes(self) -> list[ArticlePane]:
        """The open articles, from left to right."""
        return [place.pane for place in self.places if place.is_open and place.pane]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for place in self.places:
            place.set_theme(theme)
        for each in self.gutters():
            each.set_theme(theme)

    def set_text_size(self, px: int) -> None:
        self._px = px
        for place in self.places:
            place.set_text_size(px)

    def show_marks(self, marks: Mapping[str, Sequence[Mark]], analysed: bool) -> None:
        for place in self.places:
            place.show_marks(marks.get(place.article.id, ()), analysed)

    def use(self, number: int) -> None:
        """Remember that this article was used last: it stays open longest."""
        self._recent = [number, *(other for other in self._recent if other != number)]

    def arrange(self, width: int, wanted: Sequence[int] = ()) -> bool:
        """Open as many articles as are readable in `width` pixels. True when others are open than before."""
        least = narrowest(self._px)
        room = room_for(width, len(self.places), least, gutter.WIDTH, spine.WIDTH)
        now = open_articles(len(self.places), room, wanted, self._recent)
        spines = 0
        for number, place in enumerate(self.places):
            if number in now:
                place.open(least if room > 1 else 0)
            else:
                place.close_to_spine(spines < MOST_SPINES)
                spines += 1
        changed, self._open = now != self._open, now
        if changed:
            self._set_sides()
            self._set_tab_order()
        return changed

    def state(self) -> dict[str, object]:
        """What was used last, how wide all are, and the code point at the top of each article by its id."""
        tops = {place.article.id: place.pane.text.top_position() for place in self.places if place.pane}
        return {"recent": self._recent, "sizes": self.sizes(), "tops": tops}

    def remember(self, state: Mapping[str, object]) -> None:
        """Take up which articles were used last, before they are arranged. What makes no sense is passed over."""
        recent = state.get("recent")
        if isinstance(recent, list):
            self._recent = [n for n in recent if isinstance(n, int) and 0 <= n < len(self.places)]

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up the widths and what each article was scrolled to, once they are arranged."""
        sizes, tops = state.get("sizes"), state.get("tops")
        if isinstance(sizes, list) and len(sizes) == len(self.places) and all(isinstance(size, int) for size in sizes):
            self.setSizes(sizes)
        for place in self.places:
            top = tops.get(place.article.id) if isinstance(tops, dict) else None
            if place.pane and isinstance(top, int):
                place.pane.text.show_position(max(0, top))

    def join(self, analysis: Analysis | None) -> None:
        """Tell every gutter which claims it joins: those of the open articles on either side."""
        for each in self.gutters():
            each.join(None, None)
        for left, right in pairwise(self._open):
            one, other = self.places[left], self.places[right]
            found = links(analysis, one.article.id, other.article.id) if analysis else ()
            self.gutters()[right - 1].join(one.pane, other.pane, found)

    def share_width(self) -> None:
        """Give all open articles the same width."""
        each = self.width() // max(1, len(self._open))
        self.setSizes([each if number in self._open else spine.WIDTH for number in range(len(self.places))])

    def _set_tab_order(self) -> None:
        for one, other in pairwise(
            place.pane.text if place.is_open and place.pane else place.spine for place in self.places
        ):
            self.setTabOrder(one, other)

    def _set_sides(self) -> None:
        panes = self.panes()
        for number, pane in enumerate(panes):
            side = Side.FIRST if number == 0 else Side.LAST if number == len(panes) - 1 else Side.MIDDLE
            pane.set_side(side if len(panes) > 1 else Side.ONLY)
