"""What happens when the program itself is wrong: what is typed is saved, and a person can go on, quit, or report it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.crash_report import place, report
from ui.plain import PlainLabel
from ui.translation import tr, trn

MOST = 5
"""Dialogs in one run of the program; what goes wrong after that is told on the error output alone."""


class CrashDialog(QDialog):
    """`saved` says whether what was typed is on the disk. Accepted: go on. Rejected by `quit`: `quitting` is true."""

    def __init__(self, parent: QWidget | None, text: str, saved: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.quitting = False
        self._more = 0
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setAccessibleName(tr("Report"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.about = PlainLabel(_about(saved), wrap=True)
        self.repeated = PlainLabel("", "muted", wrap=True)
        self.repeated.hide()
        self._lay_out()
        self.resize(620, 400)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        self.copy = buttons.addButton(tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.quit = buttons.addButton(tr("Quit"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.go_on = buttons.addButton(tr("Continue"), QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(tr("The program made a mistake"), "heading"))
        layout.addWidget(self.about)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.repeated)
        layout.addWidget(buttons)
        self.copy.clicked.connect(self._copy)
        self.quit.clicked.connect(self._quit)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setDefault(True)
        self.go_on.setFocus()

    def count(self) -> None:
        """It has gone wrong once more while this was shown."""
        self._more += 1
        self.repeated.setText(trn("It happened once more.", "It happened {count} more times.", self._more))
        self.repeated.show()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))

    def _quit(self) -> None:
        self.quitting = True
        self.reject()


class Crashes(QObject):
    """Takes every exception that nobody caught: in a slot, in an errand, in a thread."""

    _crashed = Signal(object, bool)

    def __init__(self, save: Callable[[], object], leave: Callable[[], object]) -> None:
        """`save` brings to disk what is typed; `leave` closes the program."""
        super().__init__()
        self._save, self._leave = save, leave
        self._told: set[str] = set()
        self._dialog: CrashDialog | None = None
        # Never at once: the mistake may have been made in the middle of painting.
        self._crashed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.take
        threading.excepthook = self._take_of_thread

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The one hook: says it on the error output, saves, and shows it when the event loop runs again."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            here = QThread.currentThread() is self.thread()
            self._crashed.emit(error, here and self._saved())

    def _take_of_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.take(told.exc_type, told.exc_value, told.exc_traceback)

    def _saved(self) -> bool:
        try:
            self._save()
        except Exception as error:  # the mistake may be in the saving itself
            sys.__excepthook__(type(error), error, error.__traceback__)
            return False
        return True

    def _tell(self, error: Exception, saved: bool) -> None:
        if self._dialog is not None:
            self._dialog.count()
            return
        if len(self._told) >= MOST or place(error) in self._told:
            return
        self._told.add(place(error))
        try:
            self._ask(error, saved or self._saved())
        except Exception as another:  # nothing is left but the error output
            sys.__excepthook__(type(another), another, another.__traceback__)
            self._dialog = None

    def _ask(self, error: Exception, saved: bool) -> None:
        dialog = self._dialog = CrashDialog(QApplication.activeWindow(), report(error), saved)
        dialog.exec()
        self._dialog = None
        quitting = dialog.quitting
        dialog.deleteLater()
        if quitting:
            self._leave()


def install(save: Callable[[], object], leave: Callable[[], object] = QApplication.closeAllWindows) -> Crashes:
    """From now on an uncaught exception saves what is typed and shows its report, one dialog at a time."""
    crashes = Crashes(save, leave)
    crashes.install()
    return crashes


def _about(saved: bool) -> str:
    typed = (
        tr("What you decided is on the disk, and so is what you had typed.")
        if saved
        else tr("What you decided is on the disk. What you had just typed could not be saved: copy it before you quit.")
    )
    return f"{typed} " + tr(
        "You can go on; if the same thing goes wrong again, quit and start anew. The report below tells where it went "
        "wrong. It holds no words of your articles or notes and no names of your files."
    )
