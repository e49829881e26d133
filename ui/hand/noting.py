"""A note on any passage of an article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from factcheck.values import Act, Article, Case, Change, Span
from ui.hand.sheet import Record, Sheet
from ui.hand.words import quotation
from ui.plain import PlainLabel
from ui.translation import tr


class NoteSheet(Sheet):
    """Writes a note on words, or one that is there anew, or takes it away."""

    def __init__(
        self,
        parent: QWidget,
        case: Case,
        words: tuple[Article, Span],
        record: Record,
        on: Act | None = None,
        text: str = "",
    ) -> None:
        super().__init__(parent, tr("Note on these words"), tr("Save the note"), record)
        self._case, (self._article, self._span), self._on = case, words, on
        self.field = NoteField(text)
        quoted = PlainLabel(quotation(self._span.of(self._article.text), 160), "heading", wrap=True)
        quoted.setAccessibleName(tr("The words"))
        self.add(quoted, self.field)
        if on is not None:
            by = tr("By {name}. Ctrl+Enter saves.", name=on.by.name)
            self.add_answer(tr("Take it away"), self._take_away)
        else:
            by = tr("Ctrl+Enter saves.")
        self.add(PlainLabel(by, "muted"))
        self.field.setFocus()
        self._text = text

    def keep_typed(self) -> None:
        """Words that were typed are recorded as they stand; they can be taken back."""
        if self.field.toPlainText().strip() not in ("", self._text):
            self.accept()

    def changes(self) -> Sequence[Change]:
        from factcheck.hand import note

        text = self.field.toPlainText().strip()
        if not text and self._on is not None:
            return self._take_away()
        if not text:
            raise ValueError(tr("There is nothing to save yet."))
        return (note(self._case, self._article.id, self._span, text, on=self._on),)

    def _take_away(self) -> Sequence[Change]:
        from factcheck.hand import take_away

        assert self._on is not None
        return (take_away(self._on),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)


class NoteField(QPlainTextEdit):
    """Tab leaves it; Ctrl+Enter is the dialog's."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(tr("Note"))
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFixedHeight(96)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
