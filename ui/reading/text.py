"""One article's words as a person works with them: pointing at claims, selecting, copying."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from factcheck.values import Article, Span
from ui.names import look_words
from ui.reading.marks import Mark
from ui.reading.painted import PaintedText
from ui.theme import READING_PX, Theme
from ui.translation import tr, trn

if TYPE_CHECKING:
    from factcheck.hand import PlacedNote

FOR_A_MOMENT = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}


class ArticleText(PaintedText):
    """Says which claim was clicked, and where a person asks what can be done with the words."""

    claim_clicked = Signal(str)
    focused = Signal()
    left = Signal()  # by the keyboard
    menu_wanted = Signal(QPoint, list)  # where on the screen, and the marks there, the innermost first
    claims_wanted = Signal(QPoint, list)
    note_clicked = Signal(str)  # the act of a note in the margin

    def __init__(self, article: Article, theme: Theme, parent: QWidget | None = None, px: int = READING_PX) -> None:
        super().__init__(article, theme, parent, px)
        self._pressed = QPoint()
        self._pointed: str | None = None  # the claim clicked last
        self.setAccessibleName(article.label)
        self.viewport().setMouseTracking(True)

    def mark_at(self, point: QPointF) -> Mark | None:
        """The innermost mark under a point of the viewport."""
        return next(iter(self.marks_at(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        is_click = event.button() is Qt.MouseButton.LeftButton and moved < QApplication.startDragDistance()
        noted = self.notes_at(event.position()) if is_click else []
        if noted:
            self.note_clicked.emit(noted[0].act.id)
            return
        there = self.marks_at(event.position()) if is_click and not self.textCursor().hasSelection() else []
        if there and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.claims_wanted.emit(event.globalPosition().toPoint(), there)
        elif there:
            self._click([mark.claim for mark in there])

    def _click(self, there: list[str]) -> None:
        """The innermost claim; clicked once more, the one around it, and after the outermost the innermost again."""
        again = self._pointed in there
        self._pointed = there[(there.index(self._pointed) + 1) % len(there)] if again and self._pointed else there[0]
        self.claim_clicked.emit(self._pointed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.mark_at(event.position()) is not None or bool(self.notes_at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(QCursor(shape))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt keeps the keyboard's menu from texts without a cursor to type at."""
        if event.key() == Qt.Key.Key_Menu:
            self._ask_for_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        else:
            place = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
            self.menu_wanted.emit(event.globalPos(), self.marks_at(place))

    def _ask_for_menu(self) -> None:
        """At the claim the articles are level at, else in the middle."""
        leading = next((self._marks[number] for number, leads in self._chosen.items() if leads), None)
        pieces = self.pieces(leading.claim) if leading else []
        inside = [piece for piece in pieces if self.viewport().rect().contains(piece.center().toPoint())]
        place = inside[0].bottomLeft().toPoint() if inside else self.viewport().rect().center()
        marks = self.marks_at(inside[0].center()) if inside else []
        self.menu_wanted.emit(self.viewport().mapToGlobal(place), marks)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt would change the letters' size with Ctrl held, and the column is measured for this one."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = QPointF(event.pos())
            tip = self.note_tip(self.notes_at(place)) or self.tip(self.marks_at(place))
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def tip(self, marks: list[Mark]) -> str:
        """What hovering tells. Qt takes a tip for markup when it looks like it, so it is markup, and escaped."""
        if not marks:
            return ""
        mark, more = marks[0], len(marks) - 1
        state = look_words(mark.look)
        if mark.decided:
            state = tr("{state}, decided", state=state)
        if mark.by_hand:
            state = f"{state}, {mark.by_hand.words}"
        others = trn("{count} more claim here: click again", "{count} more claims here: click again", more)
        around = f"<br>{html.escape(others)}" if more else ""
        return f"<p><b>{html.escape(mark.question)}</b><br>{html.escape(state)}{around}</p>"

    def note_tip(self, notes: Sequence[PlacedNote]) -> str:
        """What the glyph of a note tells: who wrote what, as markup, escaped."""
        told = (
            f"<p><b>{html.escape(note.act.by.name)}</b><br>{html.escape(note.text).replace(chr(10), '<br>')}</p>"
            for note in notes
        )
        return "".join(told)

    # --- the keyboard ---------------------------------------------------------------------------------

    @property
    def has_caret(self) -> bool:
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def set_caret(self, on: bool) -> None:
        """Show a caret that the arrows move, Shift with them selecting; without it they scroll."""
        mouse, keys = Qt.TextInteractionFlag.TextSelectableByMouse, Qt.TextInteractionFlag.TextSelectableByKeyboard
        if on and not self.has_caret and not self.textCursor().hasSelection():
            self._put_caret()
        self.setTextInteractionFlags(mouse | keys if on else mouse)
        self.viewport().update()

    def _put_caret(self) -> None:
        """At the claim the articles are level at where it is seen, else at the first words that are."""
        leading = next((self._marks[number] for number, leads in self._chosen.items() if leads), None)
        pieces = self.pieces(leading.claim) if leading else []
        seen = bool(pieces) and self.viewport().rect().contains(pieces[0].center().toPoint())
        place = leading.span.start if leading and seen else self.top_position()
        cursor = self.textCursor()
        cursor.setPosition(self._positions.utf16(place))
        self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A menu and another window take the keyboard for a moment, and give it back."""
        super().focusOutEvent(event)
        if event.reason() not in FOR_A_MOMENT:
            self.left.emit()

    def selected_words(self) -> str:
        """The article's own words between the ends of the selection: a widget would change no-break spaces."""
        return self.selected_span().of(self._article.text)

    def selected_span(self) -> Span:
        """Where the selection stands in the article; empty without one."""
        cursor = self.textCursor()
        start, end = (self._positions.code_point(p) for p in (cursor.selectionStart(), cursor.selectionEnd()))
        return Span(start, end)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_words())
        return data
