"""What happens when the program itself is wrong: what is typed is saved, and a report can be copied."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from factcheck import __version__
from ui.plain import PlainLabel
from ui.translation import tr


def report(error: BaseException) -> str:
    """What a maintainer needs. Neither messages nor local values: both could hold words of an article."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"  {frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} in {frame.name}" for frame in frames]
    versions = f"Factcheck {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return "\n".join((versions, type(error).__name__, *where))


class CrashDialog(QDialog):
    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setAccessibleName(tr("Report"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(tr("The program made a mistake"), "heading"))
        about = tr(
            "Your verdicts and notes are saved, and you can go on. The report below holds no words of the articles."
        )
        layout.addWidget(PlainLabel(about, wrap=True))
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.resize(620, 380)
        buttons.rejected.connect(self.reject)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(text))


def install(save: Callable[[], None]) -> None:
    """From now on an uncaught exception saves what is typed and shows its report, one dialog at a time."""
    showing: list[CrashDialog] = []

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        with suppress(Exception):  # the mistake may be in the saving itself
            save()
        if not showing and issubclass(kind, Exception):
            showing.append(CrashDialog(QApplication.activeWindow(), report(error)))
            showing[0].exec()
            showing.clear()

    sys.excepthook = caught
