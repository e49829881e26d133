"""What stands in the middle of the window while there is nothing to read: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.plain import PlainLabel
from ui.translation import tr


class EmptyPage(QWidget):
    add_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("No articles"))
        self.title = PlainLabel("", "title")
        self.text = PlainLabel("", wrap=True)
        self.text.setMinimumWidth(440)
        self.text.setMaximumWidth(480)
        self.add = QPushButton(tr("Add articles…"))
        self.add.setProperty("primary", "true")
        self.sample = QPushButton(tr("Open the sample case"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.sample)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(buttons)
        middle = QHBoxLayout(self)
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        middle.setAlignment(column, Qt.AlignmentFlag.AlignVCenter)
        self.add.clicked.connect(self.add_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.show_opening()

    def show_opening(self) -> None:
        self._show(tr("Opening …"), "", buttons=False)

    def show_no_articles(self, case: str) -> None:
        self._show(
            case,
            tr(
                "This case has no articles yet. Drop two or more accounts of one event onto the window, or choose "
                "files: plain text, Markdown, JSON or JSON Lines. They are read side by side, and where they cannot "
                "all be true the workbench says so and why."
            ),
        )

    def show_no_store(self, problem: str) -> None:
        self._show(tr("The cases cannot be opened"), problem, buttons=False)

    def _show(self, title: str, text: str, *, buttons: bool = True) -> None:
        self.title.setText(title)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft if text else Qt.AlignmentFlag.AlignHCenter)
        self.text.setText(text)
        for button in (self.add, self.sample):
            button.setVisible(buttons)
