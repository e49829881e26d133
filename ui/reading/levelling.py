"""Brings the passages of what is chosen to one height in all open articles, and outlines them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.reading.arrangement import level

if TYPE_CHECKING:
    from ui.reading.area import ReadingArea

USUAL = 0.3  # of the view: where passages are brought to


class Levelling:
    """Knows whether the passages are still level, or a person has scrolled since."""

    def __init__(self, area: ReadingArea) -> None:
        self._area = area
        self._heads: list[int] = []  # how far each article was scrolled when the passages were last level

    def forget(self) -> None:
        """Something else is chosen or gone to: nothing is level any more."""
        self._heads = []

    def again(self) -> None:
        """Once the sizes have changed: level again what was level before."""
        if self._area.choice.passages and self._heads:
            self.level()

    def go_on(self) -> None:
        """Level what is chosen; where it is, go on to the next of an article's several passages."""
        if not self._area.choice.passages:
            return
        if self._heads and self._heads == self._scrolled():
            self._area.choice.next_turn()
        self.level()

    def outline(self) -> None:
        """Outline the chosen claims, the leading ones strongest."""
        choice = self._area.choice
        leading = choice.leading()
        for place in self._area.shelf.places:
            if place.pane:
                article = place.article.id
                place.pane.choose(choice.passages.get(article, ()), leading.get(article))

    def level(self, still: str | None = None) -> None:
        """Bring the leading claims level, at the height of `still` when it is given and on the screen."""
        self.outline()
        leading = self._area.choice.leading()
        found = [
            (place.pane, band)
            for place in self._area.shelf.open_places()
            if place.pane and (band := place.pane.text.band(leading.get(place.article.id, "")))
        ]
        height = max((pane.text.viewport().height() for pane, _ in found), default=0)
        wanted = [(band[0], pane.text.reach()) for pane, band in found]
        with self._area.tandem.resting():
            for (pane, _), value in zip(found, level(wanted, height, self._share_of(still, height)), strict=True):
                pane.text.scroll_to(value)
        self._heads = self._scrolled()
        self._area.choice.settle()
        self._area.shelf.follow()

    def _share_of(self, claim: str | None, height: int) -> float:
        """Where a claim stands in the view, 0 to 1; the usual place when it is not to be seen."""
        pane = self._area.shelf.pane_of(self._area.claims[claim].article) if claim else None
        band = pane.band(claim) if pane and claim else None
        return band[0] / height if band and height and 0 <= band[0] < 0.9 * height else USUAL

    def _scrolled(self) -> list[int]:
        return [pane.text.verticalScrollBar().value() for pane in self._area.shelf.panes()]
