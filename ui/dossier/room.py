"""Room for the column beside the articles: the list gives some, so that two articles stay open, and gets it back."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from ui.dossier.dossier import LEAST, Dossier

WIDE = 1700
"""Pixels of a window in which nothing has to move together."""


class Room:
    """Listens to the column. A list that a person has made narrower or wider meanwhile is left as it is."""

    def __init__(self, splitter: QSplitter, left: QWidget, dossier: Dossier) -> None:
        self._splitter, self._left, self._dossier = splitter, left, dossier
        self._before: int | None = None
        dossier.opened.connect(self._make)
        dossier.closed.connect(self._give_back)

    def _make(self) -> None:
        width, left = self._splitter.width(), self._splitter.sizes()[0]
        if width < WIDE and self._before is None:
            self._before = left
            least = self._left.minimumWidth()
            self._splitter.setSizes([least, width - least - LEAST, LEAST])

    def _give_back(self) -> None:
        before, self._before = self._before, None
        left = self._splitter.sizes()[0]
        if before is not None and left == self._left.minimumWidth():
            self._splitter.setSizes([before, self._splitter.width() - before, 0])
