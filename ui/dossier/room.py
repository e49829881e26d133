"""Room for the column beside the articles: the list gives some, so that two articles stay open, and gets it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QWidget

from ui.dossier.dossier import LEAST, Dossier

WIDE = 1700
"""Pixels of a window in which nothing has to move together."""


class Room(QObject):
    """Listens to the column. A list that a person has made narrower or wider meanwhile is left as it is.

    While the record is open in a window that is not wide, the panel below the list folds: the record has the same
    choices, and the list gets the height.
    """

    def __init__(self, splitter: QSplitter, left: QWidget, dossier: Dossier) -> None:
        super().__init__(splitter)
        self._splitter, self._left, self._dossier, self._verdict = splitter, left, dossier, dossier.around.verdict
        self._before: int | None = None
        dossier.opened.connect(self._make)
        dossier.closed.connect(self._give_back)
        dossier.page_shown.connect(lambda _: self._fold())
        splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        self._verdict.set_folded(self._dossier.page == "record" and self._splitter.width() < WIDE)

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
