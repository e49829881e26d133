"""All claims of one article as a list: painted marks are invisible to a screen reader, and far apart for anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.names import look_words
from ui.plain import PlainLabel
from ui.reading.marks import Mark
from ui.theme import LIGHT
from ui.translation import tr, trn
from ui.wording import shortened

_SIZE = QSize(520, 440)
_ROOM = 12  # pixels kept free around it


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a line of text tells it."""

    claim: str
    line: str


def told(mark: Mark, words: str) -> Told:
    """ "≠ How many died? “14 people” (conflict, decided)". Glyphs and names are the same in both themes."""
    glyph, look = LIGHT.ink(mark.look).glyph, look_words(mark.look)
    state = tr("{state}, decided", state=look) if mark.decided else look
    words = words.strip('“”"')  # a quotation brings its own
    about = f"{shortened(mark.question, 60)}  " if mark.question and mark.question != words else ""
    if mark.by_hand:
        state = f"{state}, {mark.by_hand.words}"
    return Told(mark.claim, f"{glyph}  {about}“{shortened(words, 60)}”  ({state})")


class ClaimsList(QFrame):
    """Opens over an article. Typing narrows it, Enter or a click goes to the claim, Esc closes it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, title: str, claims: Sequence[Told], hint: str = "") -> None:
        """`hint` says what is typed to narrow a list of something else than claims."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        self.setAccessibleName(title)
        self._claims = claims
        self._seen: list[Told] = []
        self.count = PlainLabel(role="muted")
        self.field = QLineEdit(placeholderText=hint or tr("Words of a claim"), clearButtonEnabled=True)
        self.field.setAccessibleName(hint or tr("Narrow the claims"))
        self.count.setVisible(not hint)
        self.view, self._model = QListView(), QStringListModel(self)
        self.view.setModel(self._model)
        self.view.setAccessibleName(title)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        for part in (PlainLabel(title, "heading"), self.field, self.view, self.count):
            column.addWidget(part)
        self.resize(_SIZE)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(lambda: self._choose(self.view.currentIndex()))
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self._narrow("")

    def open(self, place: QPoint, room: QSize, current: str | None = None) -> None:
        """Open at this place of the screen, no larger than `room`, at the current claim."""
        self.resize(_SIZE.boundedTo(room - QSize(2 * _ROOM, 2 * _ROOM)))
        self.move(place)
        number = next((n for n, claim in enumerate(self._seen) if claim.claim == current), 0)
        self.view.setCurrentIndex(self._model.index(number))
        self.show()
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to the field, wherever the keyboard is; the arrows go to the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.view.setFocus()
        elif event.text().isprintable() and event.text():
            self.field.setFocus()
            self.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def lines(self) -> list[str]:
        """What is listed now."""
        return self._model.stringList()

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        self._seen = [claim for claim in self._claims if all(word in claim.line.casefold() for word in wanted)]
        self._model.setStringList([claim.line for claim in self._seen])
        self.view.setCurrentIndex(self._model.index(0))
        self.count.setText(trn("{count} claim", "{count} claims", len(self._seen)))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            claim = self._seen[index.row()].claim
            self.close()
            self.chosen.emit(claim)
