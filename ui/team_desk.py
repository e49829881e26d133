"""What people do about each other from the menus and the list: who is to judge, and how far they agree."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from ui.assigning import fill_menu, offer
from ui.bridge import Bridge
from ui.conflict_panel import ConflictPanel
from ui.conflicts import identity


class TeamDesk(QObject):
    """One method an entry of the menu. `window` is the parent of what opens."""

    def __init__(self, bridge: Bridge, conflicts: ConflictPanel, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._conflicts, self._window = bridge, conflicts, window
        fill_menu(conflicts.bulk.assign, bridge, self._chosen)

    def _chosen(self) -> tuple[str, ...]:
        """The conflicts that are chosen in the list, else the one row."""
        together = tuple(identity(entry) for entry in self._conflicts.chosen_together())
        entry = self._conflicts.chosen()
        return together or ((identity(entry),) if entry and (entry.conflict or entry.group) else ())

    def assign(self) -> None:
        """Open the menu of people at the chosen row."""
        if not self._chosen():
            return
        menu, view = QMenu(self._window), self._conflicts.view
        offer(menu, self._bridge, self._chosen, self._window)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()))
