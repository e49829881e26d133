"""The line under the table: the chosen cell's words in their sentence, and the way to them in the article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.elided import Elided
from ui.plain import tool_tip
from ui.translation import tr

SIDE, ABOVE = 14, 7  # pixels
LETTER = 20  # pixels


class Foot(QWidget):
    """Shows words; says when a person wants to read them where they stand."""

    words_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("The chosen cell"))
        self.letter = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.letter.setProperty("role", "letter")
        self.letter.setFixedSize(LETTER, LETTER)
        self.words = Elided(lines=2)
        self.go = QPushButton()
        self.go.setToolTip(tool_tip(tr("Also Enter, or a double click on the cell")))
        self.go.clicked.connect(self.words_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        row.setSpacing(10)
        row.addWidget(self.letter)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.show_nothing()

    def show_words(self, letter: str, words: str, *, some: bool) -> None:
        """`some`: there are words to go to; a source that says nothing has none."""
        self.letter.setText(letter)
        self.letter.show()
        self.words.show_words(words)
        self.go.setText(tr("Read in the article") if some else tr("Read the articles"))
        self.go.setEnabled(True)

    def show_nothing(self) -> None:
        self.letter.hide()
        self.words.show_words(tr("Click a cell to see its words in their sentence."))
        self.go.setText(tr("Read in the article"))
        self.go.setEnabled(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        painter.fillRect(0, 0, self.width(), 1, self.palette().midlight())
