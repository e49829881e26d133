"""Makes the backups nobody asks for: one on every day with changes, and one at the end of a session with changes."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from factcheck.errors import StoreUnusable
from ui.errands import Errands

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

EVERY = 20_000  # milliseconds between two looks at whether one is due
LAST = "factcheck-backup"  # the name of the threads that make the last one


class Keeper(QObject):
    """Off the interface's thread. A backup that cannot be made is told once a session."""

    def __init__(self, opened: Callable[[], Workspace | None], errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._errands = opened, errands
        self._refused = False
        self._looking = QTimer(self, interval=EVERY)
        self._looking.timeout.connect(self.back_up_if_due)
        self._looking.start()

    def back_up_if_due(self) -> None:
        workspace = self._opened()
        if workspace is not None and not self._refused:
            self._errands.run(lambda: self._back_up(workspace), lambda _: None)

    def _back_up(self, workspace: Workspace) -> None:
        try:
            workspace.back_up()
        except StoreUnusable:
            self._refused = True
            raise

    def end(self) -> None:
        """Close the store after its last backup. The window goes at once; `wait_for_last` knows when it is made."""
        self._looking.stop()
        workspace = self._opened()
        if workspace is not None:
            threading.Thread(target=_end, args=(workspace,), name=LAST).start()


def wait_for_last(seconds: float | None = None) -> bool:
    """Wait until the stores of all windows that were closed have their last backup; False when time ran out."""
    until = None if seconds is None else monotonic() + seconds
    ending = [thread for thread in threading.enumerate() if thread.name == LAST]
    for thread in ending:
        thread.join(None if until is None else max(0.0, until - monotonic()))
    return not any(thread.is_alive() for thread in ending)


def _end(workspace: Workspace) -> None:
    try:
        workspace.back_up(ending=True)
    except (StoreUnusable, OSError) as error:  # there is no window any more
        print(f"factcheck: {error}", file=sys.stderr)
    finally:
        workspace.close()
