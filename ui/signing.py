"""Asks who decides, once, before the first thing that is done on a store that people share.

Until somebody has said his name there he is whoever is logged in, and two people may share one login.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.translation import tr

if TYPE_CHECKING:
    from ui.state import State


class Signing(QObject):
    """What was answered is remembered for each store. Nothing is asked about a file: it is one person's."""

    def __init__(self, bridge: Bridge, state: State, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._state, self._window = bridge, state, window
        bridge.ledger.may_act = self.signed
        bridge.reviewer_changed.connect(lambda _: self._remember())

    def signed(self) -> bool:
        """Whether it is known who decides; it is not when the question was left without an answer."""
        return self._is_known or self._ask()

    @property
    def _is_known(self) -> bool:
        there = self._bridge.workspace.shared_at
        return not there or self._state.read(_key(there), False)

    def _ask(self) -> bool:
        from ui.dialogs import asked_name

        before = self._bridge.ledger.reviewer.name
        name = asked_name(
            self._window,
            tr("Who decides?"),
            tr("Several people work on these cases. The name that stands under what you do:"),
            before,
        )
        if not name:
            return False
        if name == before:
            self._remember()
        else:
            self._bridge.set_reviewer(name, with_drafts=True)
        return self._is_known

    def _remember(self) -> None:
        if there := self._bridge.workspace.shared_at:
            self._state.write(_key(there), True)
            self._state.write("reviewer_known", True)  # the first verdict need not tell how it is signed


def _key(store: str) -> str:
    return f"signed/{store}"
