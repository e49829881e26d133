"""The articles side by side: open ones as panes, the others as spines, with gutters between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from factcheck.values import Analysis, Article, Claim, Conflict
from ui.reading import gutter, spine
from ui.reading.arrangement import MOST_SPINES, Order, Side, open_articles, room_for
from ui.reading.gutter import Gutter, Strand
from ui.reading.marks import links
from ui.reading.place import Place
from ui.reading.ribbons import Ribbon, ribbons_of
from ui.reading.typesetting import narrowest
from ui.theme import READING_PX, Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.reading.pane import ArticlePane


class Shelf(QSplitter):
    """All articles of a case. `places` are in the order of the case; on the screen they stand in a person's own."""

    def __init__(
        self, articles: Sequence[Article], theme: Theme, parent: QWidget | None = None, px: int = READING_PX
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._px = theme, px
        self._recent: list[int] = []
        self._open: tuple[int, ...] = ()
        self._ribbons: tuple[Ribbon, ...] = ()
        self._joined: list[
            ArticlePane
        ] = []  # the open articles when the ribbons were drawn; they call them by position
        self.order = Order(len(articles))
        self.setChildrenCollapsible(False)
        self.setAccessibleName(tr("Articles"))
        self.places = [Place(article, number, theme, px) for number, article in enumerate(articles)]
        for place in self.places:
            self.addWidget(place)
        self._stack()

    def createHandle(self) -> QSplitterHandle:
        return Gutter(self, self._theme, self._px)

    def gutters(self) -> list[Gutter]:
        """One before each article but the first, in order."""
        return self._handles()[1:]

    def _handles(self) -> list[Gutter]:
        """Those and the unseen one before the first article: it is seen once that article is moved."""
        handles = (self.handle(number) for number in range(self.count()))
        return [handle for handle in handles if isinstance(handle, Gutter)]

    def in_order(self) -> list[Place]:
        """The places from left to right, those of hidden articles among them."""
        return [self.places[number] for number in self.order.numbers]

    def open_places(self) -> list[Place]:
        return [self.places[number] for number in self._open]

    def panes(self) -> list[ArticlePane]:
        """The open articles, from left to right."""
        return [place.pane for place in self.in_order() if place.is_open and place.pane]

    def _on_screen(self) -> list[Place]:
        """The places that are seen, open or as spines, from left to right."""
        return [place for place in self.in_order() if not place.isHidden()]

    def pane_of(self, article: str) -> ArticlePane | None:
        """The open pane of an article, by its id."""
        return next((place.pane for place in self.open_places() if place.article.id == article), None)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for place in self.places:
            place.set_theme(theme)
        for each in self._handles():
            each.set_theme(theme)

    def set_text_size(self, px: int) -> None:
        self._px = px
        for place in self.places:
            place.set_text_size(px)
        for each in self._handles():
            each.set_text_size(px)

    def use(self, number: int) -> None:
        """Remember that this article was used last: it stays open longest."""
        self._recent = [number, *(other for other in self._recent if other != number)]

    # --- what is open, and where --------------------------------------------------------------------

    def arrange(self, width: int, wanted: Sequence[int] = ()) -> bool:
        """Open as many articles as are readable in `width` pixels. True when others are open than before."""
        shown, least = self.order.shown(), narrowest(self._px)
        room = room_for(width, len(shown), least, gutter.WIDTH, spine.WIDTH)
        now = open_articles(shown, room, wanted, self._recent)
        spines = 0
        for place in self.in_order():
            if place.number in now:
                place.open(least if room > 1 else 0)
            elif place.number in self.order.hidden:
                place.close_to_spine(False)
            else:
                place.close_to_spine(spines < MOST_SPINES)
                spines += 1
        changed, self._open = now != self._open, now
        if changed:
            self._set_sides()
            self._set_tab_order()
        return changed

    @contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile the widths may change several times: the articles that are open take up the last."""
        panes = [place.pane for place in self.places if place.pane]
        for pane in panes:
            pane.hold(True)
        try:
            yield
        finally:
            for pane in panes:
                pane.hold(False)

    def reorder(self) -> None:
        """Put the places where `order` says, each with the width it had."""
        widths = {id(self.widget(number)): size for number, size in enumerate(self.sizes())}
        for position, place in enumerate(self.in_order()):
            if self.widget(position) is not place:
                self.insertWidget(position, place)
        self._stack()
        self.setSizes([widths[id(place)] for place in self.in_order()])
        self._open = ()  # the sides have changed

    def position_at(self, point: QPoint) -> tuple[int, int]:
        """Where among the shown articles something dropped at this point would go, and how far right that is."""
        shown = self._on_screen()
        position = sum(point.x() > place.geometry().center().x() for place in shown)
        if position < len(shown):
            return position, max(0, shown[position].x() - gutter.WIDTH // 2)
        return position, self.width() - 3

    def _stack(self) -> None:
        # Qt keeps the last child on top, and screen readers would read the articles from right to left.
        for place in reversed(self.in_order()):
            place.lower()

    def share_width(self) -> None:
        """Give all open articles the same width."""
        each = self.width() // max(1, len(self._open))
        self.setSizes([each if number in self._open else spine.WIDTH for number in self.order.numbers])

    def _set_tab_order(self) -> None:
        for one, other in pairwise(
            place.pane.text if place.is_open and place.pane else place.spine for place in self.in_order()
        ):
            self.setTabOrder(one, other)

    def _set_sides(self) -> None:
        panes = self.panes()
        for number, pane in enumerate(panes):
            side = Side.FIRST if number == 0 else Side.LAST if number == len(panes) - 1 else Side.MIDDLE
            pane.set_side(side if len(panes) > 1 else Side.ONLY)

    # --- what joins them ----------------------------------------------------------------------------

    def join(self, analysis: Analysis | None) -> None:
        """Tell every gutter which claims it joins: those of the open articles on either side."""
        for each in self.gutters():
            each.join(None, None)
        for one, other in pairwise(self._on_screen()):
            self._gutter_before(other).stand_between(
                one.pane if one.is_open else None, other.pane if other.is_open else None
            )
        for left, right in pairwise(self.open_places()):
            found = links(analysis, left.article.id, right.article.id) if analysis else ()
            self._gutter_before(right).join(left.pane, right.pane, found)

    def choose(self, conflict: Conflict | None, claims: Mapping[str, Claim]) -> None:
        """Draw the ribbons of this conflict, through gutters and across articles that have nothing on it. `claims`
        holds at least its claims."""
        here, self._joined = self.open_places(), self.panes()
        self._ribbons = ribbons_of(conflict, claims, [place.article.id for place in here])
        for number, pane in enumerate(self._joined):
            pane.lead_out((r.link.left for r in self._ribbons if r.left == number), left=False)
            pane.lead_out((r.link.right for r in self._ribbons if r.right == number), left=True)
            pane.cross([r.link.look for r in self._ribbons if number in r.crossed])
        for number, place in enumerate(here[1:], 1):
            self._gutter_before(place).choose(conflict.id if conflict else None, self._strands(number))
        self.follow()

    def _strands(self, number: int) -> list[Strand]:
        """The parts of ribbons in the gutter before the open article at this position."""
        panes = self._joined
        return [
            Strand(r.link, panes[r.left], panes[r.right], r.left == number - 1, r.right == number)
            for r in self._ribbons
            if r.left < number <= r.right
        ]

    def follow(self) -> None:
        """Something was scrolled: draw ribbons and hairlines to where their words are now."""
        for each in self.gutters():
            each.update()
        if not any(ribbon.crossed for ribbon in self._ribbons):
            return
        panes = self._joined
        for number, pane in enumerate(panes):
            crossing = [ribbon for ribbon in self._ribbons if number in ribbon.crossed]
            pane.lay([_height(panes[each.left], panes[each.right], each) for each in crossing])

    def _gutter_before(self, place: Place) -> Gutter:
        handle = self.handle(self.indexOf(place))
        assert isinstance(handle, Gutter)
        return handle

    # --- how it was left ----------------------------------------------------------------------------

    def state(self) -> dict[str, object]:
        """What was used last, the order, what is hidden, how wide all are, and the code point at the top of each
        article by its id."""
        tops = {place.article.id: place.pane.text.top_position() for place in self.places if place.pane}
        hidden = sorted(self.order.hidden)
        kept = {"recent": self._recent, "order": self.order.numbers, "hidden": hidden}
        return {**kept, "sizes": self.sizes(), "tops": tops}

    def remember(self, state: Mapping[str, object]) -> None:
        """Take up the order, what is hidden and which articles were used last, before they are arranged. What makes
        no sense is passed over."""
        recent = state.get("recent")
        if isinstance(recent, list):
            self._recent = [n for n in recent if isinstance(n, int) and 0 <= n < len(self.places)]
        self.order.restore(state.get("order"), state.get("hidden"))
        self.reorder()

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up the widths and what each article was scrolled to, once they are arranged."""
        sizes, tops = state.get("sizes"), state.get("tops")
        if isinstance(sizes, list) and len(sizes) == len(self.places) and all(isinstance(size, int) for size in sizes):
            self.setSizes(sizes)
        for place in self.places:
            top = tops.get(place.article.id) if isinstance(tops, dict) else None
            if place.pane and isinstance(top, int):
                place.pane.text.show_position(max(0, top))


def _height(left: ArticlePane, right: ArticlePane, ribbon: Ribbon) -> tuple[float, float] | None:
    """Where a ribbon stands that goes across another article; None when one of its ends is not on the screen."""
    band, other = left.band(ribbon.link.left), right.band(ribbon.link.right)
    if band is None or other is None:
        return None
    seen = all(each[1] > 0 and each[0] < left.text.height() for each in (band, other))
    return band if seen else None
