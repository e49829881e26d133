"""The bottom of the window: what was saved, how far the analysis is, and the keys that matter most."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QStatusBar

from ui.plain import PlainLabel
from ui.translation import mark, tr
from ui.work_words import doing_words

HINTS = mark("J / K conflicts    1–9, 0 verdict    N note    C compare    Ctrl+F search    ? keys")


class StatusLine(QStatusBar):
    """Says "Saved" only when told to, which is after the commit of something a person has recorded."""

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.saved = PlainLabel()
        self.saved.setAccessibleName(tr("What was saved"))
        self.saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.work = PlainLabel()
        self.work.setAccessibleName(tr("Analysis"))
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the analysis"))
        self.progress.setFixedWidth(140)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setStyleSheet("QPushButton { padding: 0 10px; min-height: 18px; }")
        self.cancel.setAccessibleName(tr("Cancel the analysis"))
        self.hints = PlainLabel(tr(HINTS))
        self.hints.setAccessibleName(tr("Keys"))
        self.addWidget(self.saved, 1)
        for widget in (self.work, self.progress, self.cancel, self.hints):
            self.addPermanentWidget(widget)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.show_rest()

    def show_saved(self, what: str) -> None:
        self.saved.setText(tr("Saved {time} — {what}", time=f"{datetime.now():%H:%M:%S}", what=what))

    def show_draft(self) -> None:
        """What is typed would come back after a crash, and is nothing that a person has recorded."""
        self.saved.setText(tr("Draft kept {time}, not saved yet", time=f"{datetime.now():%H:%M:%S}"))

    def show_said(self, what: str) -> None:
        self.saved.setText(what)

    def show_work(self, done: int, total: int, doing: str = "") -> None:
        """`done` of `total` parts; while none is done the bar only says that something happens."""
        said = doing_words(doing)
        self.work.setText(f"{said} … {100 * done // total} %" if done else f"{said} …")
        self.progress.setRange(0, total if done else 0)
        self.progress.setValue(done)
        self._show_working(True)

    def show_rest(self) -> None:
        self._show_working(False)

    def _show_working(self, working: bool) -> None:
        for widget in (self.work, self.progress, self.cancel):
            widget.setVisible(working)
        self.hints.setVisible(not working)
