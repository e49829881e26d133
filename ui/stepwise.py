"""Long work of the window's own thread, done in steps of some milliseconds between which a person is heard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Stepwise(QObject):
    """Goes through an iterator that stops after each step. The first step is taken at once, so that what has only one
    is done when `run` returns."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        return self._work is not None

    def run(self, work: Iterator[None], *, at_once: bool = False) -> None:
        """Begin this, or do all of it `at_once`; what was begun before and is not finished is given up."""
        self._work = work
        self._next.stop()
        self._step()
        while at_once and self._work is work:
            self._step()

    def _step(self) -> None:
        work = self._work
        if work is None:
            return
        try:
            next(work)
        except StopIteration:
            if self._work is work:  # its last step may have begun something else
                self._work = None
        else:
            self._next.start()
