"""The buttons a verdict is given with: one for each answer, one for each decision that names none."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from factcheck.values import Answer, Decision
from ui.differences import Ranges
from ui.plain import tool_tip
from ui.translation import tr

HEIGHT, SIDE, KEY = 31, 11, 20  # pixels: of one line, beside the words, and what the key takes of them
MOST_KEPT = 16  # layouts of its words
MOST_LINES = 3  # the card shows all of it
BEFORE = 40  # characters kept in front of the first differing word where a text is too long to be shown whole


@dataclass(frozen=True, slots=True)
class Choice:
    """One verdict that can be given: by which key, in which words, and who says it when it is an answer.

    The words at `stressed` are bold: there this answer differs from the others.
    """

    key: str
    words: str
    decision: Decision
    answer: Answer | None = None
    sources: str = ""
    stressed: Ranges = ()


class ChoiceButton(QPushButton):
    """The key, then the words on as many lines as they need, the sources at the right end. Checked: what was given."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice: Choice | None = None
        self._kept: dict[tuple[int, str], QTextLayout] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # Fixed would forbid more lines
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_choice(choice)

    def show_choice(self, choice: Choice) -> None:
        if choice == self._choice:  # the decisions that name no answer are the same for most conflicts
            return
        self._choice = choice
        self._kept.clear()
        whole = choice.answer.text if choice.answer else choice.words
        said = tr(", says {sources}", sources=choice.sources) if choice.sources else ""
        self.setAccessibleName(f"{choice.key}: {whole}{said}")
        self.setToolTip(tool_tip(f"{whole} · {choice.sources}" if choice.sources else f"{whole} ({choice.key})"))
        self.updateGeometry()
        self.update()

    @property
    def choice(self) -> Choice:
        assert self._choice is not None
        return self._choice

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def heightForWidth(self, width: int) -> int:
        pitch = QFontMetrics(self.font()).lineSpacing()
        return HEIGHT + (self._laid_out(self._room(width)).lineCount() - 1) * pitch

    def lines(self) -> list[str]:
        """The words as they are broken into lines now."""
        layout = self._laid_out(self._room(self.width()))
        text = layout.text()
        spans = [layout.lineAt(n) for n in range(layout.lineCount())]
        return [text[line.textStart() : line.textStart() + line.textLength()].strip() for line in spans]

    def _room(self, width: int) -> int:
        taken = QFontMetrics(self.font()).horizontalAdvance(self.choice.sources) + 8 if self.choice.sources else 0
        return max(40, width - 2 * SIDE - KEY - taken)

    def _laid_out(self, width: int) -> QTextLayout:
        """The words in lines of this width. Kept: layouts try a few widths, a dozen times in a row."""
        asked = (width, self.font().key())
        if asked not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[asked] = self._lay_out(width)
        return self._kept[asked]

    def _lay_out(self, width: int) -> QTextLayout:
        """The words in lines; of a long text the part where it differs."""
        layout = _layout(self.choice.words, self.choice.stressed, self.font(), width)
        if layout.lineCount() <= MOST_LINES:
            return layout
        first = self.choice.stressed[0][0] if self.choice.stressed else 0
        cut = self.choice.words.rfind(" ", 0, max(0, first - BEFORE)) + 1
        text = ("… " if cut else "") + self.choice.words[cut:]
        moved = tuple((start - cut + 2 * bool(cut), end - cut + 2 * bool(cut)) for start, end in self.choice.stressed)
        layout = _layout(text, moved, self.font(), width)
        if layout.lineCount() > MOST_LINES:
            end = layout.lineAt(MOST_LINES).textStart()
            text = text[:end].rstrip()[:-2].rsplit(" ", 1)[0] + " …"
            layout = _layout(text, tuple(r for r in moved if r[1] < len(text)), self.font(), width)
        return layout

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        font = QFont(self.font())
        font.setBold(self.isChecked())
        painter.setFont(font)
        palette = self.palette()
        place = QRect(SIDE, 0, self.width() - 2 * SIDE, HEIGHT)
        painter.setPen(palette.placeholderText().color())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, "✓" if self.isChecked() else self.choice.key)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.choice.sources)
        painter.setPen(palette.buttonText().color())
        layout = self._laid_out(self._room(self.width()))
        if layout.lineCount() == 1 and not self.choice.stressed:
            room = QRect(SIDE + KEY, 0, self._room(self.width()), HEIGHT)
            shown = painter.fontMetrics().elidedText(self.choice.words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        else:
            top = (HEIGHT - QFontMetrics(self.font()).lineSpacing()) / 2
            layout.draw(painter, QPointF(SIDE + KEY, top))


def _layout(text: str, stressed: Ranges, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    layout.setFormats([_format(start, end, bold) for start, end in stressed])
    pitch = QFontMetrics(font).lineSpacing()
    layout.beginLayout()
    line, number = layout.createLine(), 0
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * pitch))
        line, number = layout.createLine(), number + 1
    layout.endLayout()
    return layout


def _format(start: int, end: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, shape
    return made
