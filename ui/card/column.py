"""One source's column on the card: its letter and name, and below them its words in context with what they come to."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from ui.card.comparison import Column, Passage
from ui.plain import PlainLabel
from ui.theme import LIGHT, READING_PX, Look, Theme, interface_font, interface_px, reading_font
from ui.translation import tr

NARROWEST = 230  # pixels
GAP_WIDTH = 9  # pixels added to the space where other sources have a word more, so that its underline is seen
OUTLIER = "⚑"


class Words(QTextEdit):
    """The passages of one source. Text can be selected; a click or Enter on a passage chooses its claim."""

    claim_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(readOnly=True)
        self.setProperty("role", "passages")
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)
        self._passages: tuple[Passage, ...] = ()
        self._ends: list[int] = []  # the document position after each passage
        self._theme, self._look, self._px = LIGHT, Look.CONFLICT, READING_PX

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, 40)

    def show_passages(self, passages: tuple[Passage, ...], look: Look) -> None:
        same = passages == self._passages
        self._passages, self._look = passages, look
        self._write(keep=same)

    def dress(self, theme: Theme, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._theme, self._px = theme, px
        self._write(keep=True)

    def claim_at(self, position: int) -> str | None:
        """The claim whose passage stands at a document position."""
        return next((p.claim for p, end in zip(self._passages, self._ends, strict=True) if position <= end), None)

    def _write(self, *, keep: bool) -> None:
        """Write the passages anew; with `keep` at the place they are scrolled to."""
        scrolled = self.verticalScrollBar().value() if keep else 0
        self.document().clear()
        self._ends = []
        cursor = QTextCursor(self.document())
        for number, passage in enumerate(self._passages):
            above = 12 if number else 0
            if passage.value:
                # In front, so that the sources' values stand side by side however long their words are.
                _begin(cursor, number, above=above, height=100)
                cursor.insertText(passage.value, self._value())
            _begin(cursor, number or bool(passage.value), above=3 if passage.value else above, height=112)
            self._write_passage(cursor, passage)
            self._ends.append(cursor.position())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(scrolled)

    def _write_passage(self, cursor: QTextCursor, passage: Passage) -> None:
        text, start, end = passage.text, len(passage.before), len(passage.before) + len(passage.words)
        cuts = sorted({0, start, end, len(text), *(at for places in passage.stressed for at in places)})
        for a, b in pairwise(cuts):
            stressed = any(first <= a < last for first, last in passage.stressed)
            cursor.insertText(text[a:b], self._shape(text[a:b], claimed=start <= a < end, stressed=stressed))

    def _shape(self, words: str, *, claimed: bool, stressed: bool) -> QTextCharFormat:
        """How a stretch is set: the context muted, the claim on its tint, differing words bold and underlined."""
        ink, shape = self._theme.ink(self._look), QTextCharFormat()
        shape.setFont(reading_font(self._px - 1))
        shape.setForeground(self._theme.colour("text" if claimed or stressed else "muted"))
        if claimed and ink.tint:
            shape.setBackground(QColor(ink.tint))
        if stressed:
            shape.setFontWeight(QFont.Weight.Bold)
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            shape.setUnderlineColor(QColor(ink.line))
            if not words.strip():
                shape.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
                shape.setFontLetterSpacing(GAP_WIDTH)
        return shape

    def _value(self) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setFont(interface_font(interface_px(self._px), bold=True))
        shape.setForeground(self._theme.colour("text"))
        return shape

    # --- choosing ---------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose(self.cursorForPosition(event.position().toPoint()).position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        below = event.position().y() + self.verticalScrollBar().value() > self.document().size().height()
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if below else Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def _choose(self, position: int) -> None:
        claim = self.claim_at(position)
        if claim is not None:
            self.claim_chosen.emit(claim)


def _begin(cursor: QTextCursor, number: int, *, above: int, height: int) -> None:
    """A new paragraph, `height` per cent of a line high; the very first is there already."""
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if number:
        cursor.insertBlock(block)
    else:
        cursor.setBlockFormat(block)


class SourceColumn(QWidget):
    """Shows one Column; says which claim was clicked."""

    claim_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.letter = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.letter.setProperty("role", "letter")
        self.letter.setFixedSize(20, 20)
        self.source = PlainLabel()
        self.source.setProperty("role", "heading")
        self.outlier = PlainLabel(f"{OUTLIER} " + tr("outlier"), role="outlier")
        self.outlier.setToolTip(tr("Most of the sources say otherwise"))
        self.words = Words()
        self.words.claim_chosen.connect(self.claim_chosen)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.letter, self.source, self.outlier):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.words, 1)

    def show_column(self, column: Column, look: Look) -> None:
        said = tr("Article {letter}: {source}", letter=column.letter, source=column.source)
        self.letter.setText(column.letter)
        self.source.setText(column.source)
        self.outlier.setVisible(column.outlier)
        self.setAccessibleName(said)
        self.words.setAccessibleName(tr("What {source} says", source=column.source))
        self.words.setAccessibleDescription(tr("Outlier") if column.outlier else "")
        self.words.show_passages(column.passages, look)

    def dress(self, theme: Theme, px: int) -> None:
        self.words.dress(theme, px)
