"""The articles with the card in a drawer below them: its height is kept, and it folds down to one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.card.card import ComparisonCard

ROOM = 640  # pixels of height at which the card is open at the first start
HEIGHT, LEAST = 230, 160  # pixels of the open card: until a person drags it, and at least
SHARE = 0.27  # of the whole height, on high screens, until a person drags it
LEAST_ABOVE = 240
UNLIMITED = 16_777_215  # Qt's QWIDGETSIZE_MAX


class Drawer(QSplitter):
    """Holds what stands above and the card below. `opened` tells when it was opened (True) or folded."""

    opened = Signal(bool)

    def __init__(self, above: QWidget, card: ComparisonCard) -> None:
        super().__init__(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._card, self._height = card, 0  # 0: not dragged yet
        self._asked: bool | None = None  # what a person chose; None: open where there is room
        self.addWidget(above)
        self.addWidget(card)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        for widget in (card, above):  # else screen readers are told the splitter's children in reverse
            widget.lower()
        card.fold_wanted.connect(self.turn)
        self.splitterMoved.connect(self._note_height)
        self._set_open(False)

    @property
    def is_open(self) -> bool:
        return not self._card.folded

    def turn(self) -> None:
        """Open the card, or fold it."""
        self.set_open(not self.is_open)

    def set_open(self, is_open: bool) -> None:
        if is_open != self.is_open:
            self._asked = is_open
            self._set_open(is_open)

    def state(self) -> str:
        """ "open 300", "folded 0" or "auto 0": what to remember until the next time."""
        word = "auto" if self._asked is None else "open" if self._asked else "folded"
        return f"{word} {self._height}"

    def restore(self, state: str) -> None:
        """Take up what `state` gave; anything else is passed over."""
        word, _, height = state.partition(" ")
        if word in ("auto", "open", "folded") and height.isdecimal():
            self._height = max(LEAST, int(height)) if int(height) else 0
            self._asked = None if word == "auto" else word == "open"
            self._set_open(self._fits() if self._asked is None else self._asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked is None and self._fits() != self.is_open:
            self._set_open(self._fits())
        elif self.is_open:
            self._share()

    def _fits(self) -> bool:
        return self.height() >= ROOM

    def _set_open(self, is_open: bool) -> None:
        changed = is_open != self.is_open
        self._card.set_folded(not is_open)
        self._card.setMinimumHeight(LEAST if is_open else 0)
        self._card.setMaximumHeight(UNLIMITED if is_open else self._card.sizeHint().height())
        self._share()
        if changed:
            self.opened.emit(is_open)

    def _share(self) -> None:
        """Give the card its height, and what stands above it the rest."""
        usual = max(HEIGHT, round(SHARE * self.height()))
        wanted = (self._height or usual) if self.is_open else self._card.sizeHint().height()
        height = min(wanted, max(LEAST, self.height() - LEAST_ABOVE))
        self.setSizes([max(1, self.height() - height), height])

    def _note_height(self) -> None:
        if self.is_open:
            self._height = self._card.height()
