"""Which answers are right, or why there is no conflict: the part of a record that is the verdict itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from factcheck.values import Conflict, Decision, Ground
from ui.conflicts import Entry
from ui.dossier.fields import OneOf, Option, Titled
from ui.dossier.written import Written
from ui.grounds import DISMISSALS
from ui.plain import PlainLabel, tool_tip
from ui.translation import tr
from ui.wording import DECISION_KEYS, decision_words, ground_words


class AnswerBox(QWidget):
    """An answer to tick: its words on as many lines as they need, the letters of the articles at their end."""

    toggled = Signal()

    def __init__(self, answer: str, words: str, sources: str) -> None:
        super().__init__()
        self.answer = answer
        self.box = QCheckBox()
        self.box.setAccessibleName(tr("Right: {answer}, says {sources}", answer=answer, sources=sources))
        self.box.setToolTip(tool_tip(answer))
        self.box.toggled.connect(self.toggled)
        told = PlainLabel(words, wrap=True)
        told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        where = PlainLabel(sources, role="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (told, where):
            label.setContentsMargins(0, 4, 0, 4)  # in line with the box
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(told, 1)
        layout.addWidget(where, 0, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is one on the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()


class GroundBox(QComboBox):
    """Changed on purpose alone: the wheel goes on to the page, which scrolls under the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TriagePart(QWidget):
    """Several answers can be right, or none; a dismissal has a ground. Answers and the other decisions part company."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[AnswerBox] = []
        self.decisions = OneOf(tr("Or"))
        self.ground = GroundBox()
        self.ground.setAccessibleName(tr("Because"))
        self.ground.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.ground.addItem(tr("no reason given"), None)
        for ground in Ground:
            self.ground.addItem(ground_words(ground), ground.value)
        self.because = Titled(tr("Because"), self.ground)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._answers)
        layout.addWidget(self.decisions)
        layout.addWidget(self.because)
        self.decisions.changed.connect(self._decided)
        self.ground.activated.connect(lambda _: self.changed.emit())

    @property
    def decision(self) -> Decision:
        if self.answers:
            return Decision.ANSWER
        return Decision(self.decisions.chosen) if self.decisions.chosen else Decision.OPEN

    @property
    def answers(self) -> tuple[str, ...]:
        return tuple(each.answer for each in self.boxes if each.box.isChecked())

    @property
    def chosen_ground(self) -> Ground | None:
        found = self.ground.currentData()
        return Ground(found) if found and self.decision in DISMISSALS else None

    def offer(self, conflict: Conflict | None, entry: Entry) -> None:
        """The answers of a conflict, and the ways to choose none; nothing for a group without one."""
        for each in self.boxes:
            self._answers.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.boxes = [AnswerBox(*told) for told in _told(conflict, entry)] if conflict else []
        for each in self.boxes:
            self._answers.addWidget(each)
            each.toggled.connect(self._ticked)
        count = len(conflict.answers) if conflict else 0
        options = [Option(decision.value, decision_words(decision, count)) for decision in DECISION_KEYS]
        self.decisions.offer(options if conflict else ())

    def fill(self, written: Written) -> None:
        for each in self.boxes:
            with QSignalBlocker(each):
                each.box.setChecked(each.answer in written.answers)
        self.decisions.choose(written.decision.value)
        self.ground.setCurrentIndex(max(0, self.ground.findData(written.ground.value if written.ground else None)))
        self._show_ground()

    def _ticked(self) -> None:
        self.decisions.choose("")
        self._tell()

    def _decided(self) -> None:
        for each in self.boxes:
            with QSignalBlocker(each):
                each.box.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self._show_ground()
        self.changed.emit()

    def _show_ground(self) -> None:
        self.because.setVisible(self.decision in DISMISSALS)


def _told(conflict: Conflict, entry: Entry) -> Iterable[tuple[str, str, str]]:
    """(answer, its words, the letters of its articles) of each."""
    words = entry.quoted or tuple(answer.text for answer in conflict.answers)
    sources = [where for _, where in entry.answers]
    return zip((answer.text for answer in conflict.answers), words, sources, strict=True)
