"""Ends the program when the system says so: at the end of a login session, at `kill`, at Ctrl+C. It ends as if closed.

Python hears a signal only when it runs, and while nobody does anything Qt waits in C: the signal writes a byte to a
socket that wakes Qt up. https://doc.qt.io/qt-6/unix-signals.html
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from threading import Timer
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from ui.hand.sheet import Sheet

if TYPE_CHECKING:
    from ui.desk import Desk

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name))

LONGEST = 20.0
"""Seconds until the program is gone, whatever it waits for: soon after that a system would kill it."""

MOST_DIALOGS = 20  # that stand one above the other


class Leaving(QObject):
    """From when it is made until it is deleted the first signal closes every window; another one kills the program."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno())
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                signal.signal(number, _forget)
        self._heard = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._leave)

    def _leave(self) -> None:
        """Nobody is there to be asked: dialogs are left, and windows close over what cannot be saved."""
        self._heard.setEnabled(False)
        last_moment = Timer(LONGEST, _break_off)
        last_moment.daemon = True
        last_moment.start()
        for _ in range(MOST_DIALOGS):
            if dialog := QApplication.activeModalWidget():
                if isinstance(dialog, Sheet):
                    dialog.keep_typed()
                dialog.close()
        for window in tuple(self._desk.windows):
            if window.furnished:
                window.safety.unasked = True
            window.close()
        QApplication.exit(0)


def _forget(number: int, _: object) -> None:
    """The window hears of it through the socket. Who asks again means it."""
    signal.signal(number, signal.SIG_DFL)


def _break_off() -> None:
    print("factcheck: what was done is on the disk; the last backup took too long", file=sys.stderr, flush=True)
    os._exit(1)
