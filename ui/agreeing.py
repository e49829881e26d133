"""The dialog on how far two reviewers agree: in words, with the questions on which they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck.scales import Scale
from factcheck.team.agreeing import Agreed
from factcheck.values import Reviewer
from ui.agreement_words import Apart, Told, disagreements, told
from ui.plain import PlainLabel
from ui.translation import tr

WIDTH, HEIGHT = 640, 620  # pixels


class AgreementDialog(QDialog):
    """Stays open while the person goes through the questions it lists."""

    question_wanted = Signal(str)  # conflict or group id

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[Reviewer],
        agreed: Callable[[Sequence[Reviewer]], Agreed],
        scales: Sequence[Scale],
    ) -> None:
        """`people` are those who gave verdicts; `agreed` tells how far some of them agree."""
        super().__init__(parent)
        self.setWindowTitle(tr("Agreement between reviewers"))
        self._people, self._agreed, self._scales = tuple(people), agreed, scales
        self.first, self.second = QComboBox(), QComboBox()
        self.first.setAccessibleName(tr("First reviewer"))
        self.second.setAccessibleName(tr("Second reviewer"))
        for place, box in enumerate((self.first, self.second)):
            box.addItems([person.name for person in people])
            box.setCurrentIndex(min(place, len(people) - 1))
            box.currentIndexChanged.connect(self._tell)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Where they disagree"))
        self.list.setProperty("role", "paper")
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda item: self.question_wanted.emit(item.data(Qt.ItemDataRole.UserRole).id))
        self._lay_out()
        self.resize(WIDTH, HEIGHT)
        self._tell()

    def _lay_out(self) -> None:
        self.words = QWidget()
        self._column = QVBoxLayout(self.words)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("How far they agree"))
        area.setWidget(self.words)
        self.heading = PlainLabel(role="heading")
        self.hint = PlainLabel(tr("Enter goes to the question."), role="muted")
        self.chosen = QWidget()
        row = QHBoxLayout(self.chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.first, 1)
        row.addWidget(PlainLabel(tr("and")))
        row.addWidget(self.second, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter belongs to the list
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.chosen)
        layout.addWidget(area, 3)
        layout.addWidget(self.heading)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.hint)
        layout.addWidget(buttons)

    def _tell(self) -> None:
        """About the two who are chosen."""
        pair = [self._people[box.currentIndex()] for box in (self.first, self.second) if self._people]
        self.chosen.setVisible(len(self._people) > 1)
        if len({person.id for person in pair}) < 2:
            self._show(_too_few(self._people), ())
            return
        found = self._agreed(pair)
        self._show(told(found, self._scales), disagreements(found, self._scales))

    def _show(self, parts: Sequence[Told], apart: Sequence[Apart]) -> None:
        while taken := self._column.takeAt(0):
            if widget := taken.widget():
                widget.deleteLater()
        for part in parts:
            if part.title:
                self._column.addWidget(PlainLabel(part.title, "heading"))
            for sentence in part.sentences:
                self._column.addWidget(PlainLabel(sentence, wrap=True))
            self._column.addSpacing(10)
        self._column.addStretch()
        self.list.clear()
        for row in apart:
            item = QListWidgetItem(f"{row.question}\n{row.said}")
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
        self.heading.setText(tr("Where they disagree: {count}", count=len(apart)) if apart else "")
        for part_of_list in (self.heading, self.list, self.hint):
            part_of_list.setVisible(bool(apart))


def _too_few(people: Sequence[Reviewer]) -> tuple[Told, ...]:
    if len(people) < 2:
        said = tr(
            "Agreement needs verdicts of two people. So far {who} has given some in this case.",
            who=people[0].name if people else tr("nobody"),
        )
        return (Told("", (said,)),)
    return (Told("", (tr("Choose two different people."),)),)
