"""The reasons, written in Markdown: the same text as the note below the verdict. A preview shows it laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QPixmap, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from factcheck.markdown import to_html
from ui.dossier.fields import Growing, Link, Section
from ui.translation import tr


class Preview(QTextBrowser):
    """Shows HTML and nothing beyond it: it follows no link and reads no file, whatever its text asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Preview of the rationale"))
        self.setOpenLinks(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda size: self._fit(size.height()))

    def show_markdown(self, text: str) -> None:
        self.setHtml(to_html(text))

    def loadResource(self, _kind: int, _address: QUrl | str) -> object:
        """A dot instead of whatever is asked for: for nothing at all Qt would go and look for itself."""
        return _blank()

    def _fit(self, height: float) -> None:
        self.setFixedHeight(max(40, min(420, round(height) + 14)))


def _blank() -> QPixmap:
    dot = QPixmap(1, 1)
    dot.fill("transparent")
    return dot


class RationalePart(Section):
    """Written on one side, laid out on the other."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Rationale"))
        self.note = Growing(
            tr("Rationale of the verdict"), tr("What decides it. *Markdown* may be used."), least=4, most=16
        )
        self.preview = Preview()
        self.toggle = Link(tr("Preview"))
        self.toggle.setCheckable(True)
        self.add_beside(self.toggle)
        self.add(self.note, self.preview)
        self.preview.hide()
        self.note.textChanged.connect(lambda: self.changed.emit(self.note.text()))
        self.toggle.toggled.connect(self._show_preview)

    def set_text(self, text: str) -> None:
        """Show what was written elsewhere."""
        self.note.set_text(text)
        if self.toggle.isChecked():
            self.preview.show_markdown(text)

    def write(self) -> None:
        """Give it the keyboard, and leave the preview."""
        self.toggle.setChecked(False)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.note.textCursor().atStart():
            self.note.moveCursor(QTextCursor.MoveOperation.End)  # what is there is gone on with

    def _show_preview(self, on: bool) -> None:
        self.preview.show_markdown(self.note.text())
        self.toggle.setText(tr("Write") if on else tr("Preview"))
        self.note.setVisible(not on)
        self.preview.setVisible(on)
