"""The ribbons of the chosen conflict: from every open article to the next that takes part, past those that do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from factcheck.values import Claim, Conflict
from ui.reading.marks import Link, links_of
from ui.reading.strokes import with_share
from ui.theme import Look, Theme

_SHARE, _EDGE_SHARE = 0.12, 0.45  # of the line's colour: faint, the words below stay readable


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link and the positions (from 0, among the open articles) of the two it joins."""

    link: Link
    left: int
    right: int

    @property
    def crossed(self) -> range:
        """The positions of the articles in between, which it is drawn across."""
        return range(self.left + 1, self.right)


def ribbons_of(conflict: Conflict | None, claims: Mapping[str, Claim], articles: Sequence[str]) -> tuple[Ribbon, ...]:
    """The ribbons of a conflict between these open articles (ids, from left to right); `claims` holds its claims."""
    if conflict is None:
        return ()
    telling = {claims[claim].article for claim in conflict.claims}
    taking_part = [number for number, article in enumerate(articles) if article in telling]
    return tuple(
        Ribbon(link, left, right)
        for left, right in pairwise(taking_part)
        for link in links_of(conflict, claims, articles[left], articles[right])
    )


class Crossing(QWidget):
    """A ribbon's way across an article that has nothing on the matter. Lies over its words and is never clicked."""

    def __init__(self, parent: QWidget, look: Look, theme: Theme) -> None:
        super().__init__(parent)
        self._look, self._theme = look, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def lie(self, band: tuple[float, float] | None, top: int) -> None:
        """Cover this band of heights below `top`, as wide as the article; None when the ribbon is not drawn."""
        parent = self.parentWidget()
        if band is None or band[1] <= 0 or parent is None:
            self.hide()
            return
        first, last = max(round(band[0]) + top, top), round(band[1]) + top
        self.setGeometry(0, first, parent.width(), max(1, last - first + 1))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.ink(self._look).line
        painter.fillRect(self.rect(), with_share(colour, _SHARE))
        for y in (0.0, self.height() - 1.0):
            painter.fillRect(QRectF(0, y, self.width(), 1), with_share(colour, _EDGE_SHARE))
        painter.end()
