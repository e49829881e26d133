"""All windows of the program. A case stands in one window at a time, so that two windows never disagree about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import garbage
from ui.appearance import dress
from ui.state import State
from ui.window import Window

if TYPE_CHECKING:  # not needed before the first paint
    from ui.bridge import Bridge
    from ui.keys import KeyMap

BESIDE = 36  # pixels that a further window stands below and to the right of the one it was opened from


class Desk(QObject):
    """Makes the windows, each with a bridge of its own, and knows where each case stands. They share keys and theme."""

    def __init__(self, make_bridge: Callable[[], Bridge], state: State) -> None:
        super().__init__()
        self._make_bridge, self._state = make_bridge, state
        self.windows: list[Window] = []

    def open_window(self) -> Window:
        """A further window with all its parts, not yet shown; its bridge has read nothing."""
        window = self.frame_window()
        self.furnish(window)
        return window

    def frame_window(self) -> Window:
        """A further window that can be painted at once; until it is furnished there is nothing in it."""
        dress(self._state)
        window = Window(self._state)
        if self.windows:
            window.move(self.windows[-1].pos().x() + BESIDE, self.windows[-1].pos().y() + BESIDE)
        self.windows.append(window)
        window.closed.connect(lambda: self._forget(window))
        return window

    def furnish(self, window: Window) -> None:
        with garbage.put_off():
            window.furnish(self._make_bridge(), self._keys)
        window.cases.shown_elsewhere = lambda case_id: self._raise(case_id, window)
        window.cases.window_wanted.connect(self.open_beside)
        window.appearance.theme_chosen.connect(self._dress)
        window.safety.store_leaving.connect(lambda: self._close_others(window))
        window.bridge.case_opened.connect(lambda *_: garbage.clear_away())
        window.bridge.case_changed.connect(lambda *_: garbage.set_aside())

    @cached_property
    def _keys(self) -> KeyMap:
        from ui.keys import KeyMap

        return KeyMap(self._state)

    def open_beside(self, case_id: str) -> None:
        """A case in a window of its own; the one it stands in already comes to the front."""
        if self._raise(case_id) is not None:
            return
        window = self.open_window()
        window.bridge.start_worker()
        window.show()
        window.bridge.open_case(case_id)

    def keep_typed(self) -> None:
        for window in self.windows:
            window.keep_typed()

    @property
    def _furnished(self) -> list[Window]:
        return [window for window in self.windows if window.furnished]

    def _close_others(self, window: Window) -> None:
        """Before another store takes the place of this one: their cases may not be in it."""
        for other in [other for other in self.windows if other is not window]:
            other.close()

    def _dress(self, theme: str) -> None:
        for window in self._furnished:
            window.appearance.choose(theme)

    def _forget(self, window: Window) -> None:
        self.windows.remove(window)
        if window.furnished:
            self._keys.forget(window.actions_by_name)
        window.deleteLater()  # else Python would destroy it on whichever thread collects its garbage

    def _raise(self, case_id: str, but: Window | None = None) -> Window | None:
        """Bring the window that shows a case to the front."""
        for window in self._furnished:
            case = window.bridge.case
            if window is not but and case is not None and case.id == case_id:
                window.show()
                window.raise_()
                window.activateWindow()
                return window
        return None
