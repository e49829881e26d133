"""The buttons a verdict is given with: one for each answer, one for each decision that names none."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from factcheck.values import Answer, Decision
from ui.plain import tool_tip

HEIGHT, SIDE = 31, 11  # pixels


class ChoiceButton(QPushButton):
    """`key`, then the words as far as there is room, then the sources at the right end. Checked: the given verdict."""

    def __init__(
        self, key: str, words: str, decision: Decision, answer: Answer | None = None, sources: str = ""
    ) -> None:
        super().__init__()
        self.key, self.words, self.sources = key, words, sources
        self.decision, self.answer = decision, answer
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        whole = answer.text if answer else words
        self.setAccessibleName(f"{key}: {whole}" + (f", says {sources}" if sources else ""))
        self.setToolTip(tool_tip(f"{whole} · {sources}" if sources else f"{whole} ({key})"))

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        font = painter.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        metrics, place = painter.fontMetrics(), self.rect().adjusted(SIDE, 0, -SIDE, 0)
        palette = self.palette()
        painter.setPen(palette.placeholderText().color())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, "✓" if self.isChecked() else self.key)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.sources)
        taken = metrics.horizontalAdvance(self.sources) + 8 if self.sources else 0
        words = QRect(place.left() + 20, place.top(), place.width() - 20 - taken, place.height())
        painter.setPen(palette.buttonText().color())
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
