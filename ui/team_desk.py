"""What people do about each other from the menus and the list: who is to judge, and how far they agree."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
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

    def show_agreement(self) -> None:
        """How far two of those who gave verdicts agree; the list of where they do not leads to each question."""
        from factcheck.team.agreeing import agreement_of
        from ui.agreeing import AgreementDialog  # asked for seldom

        case, review, scales = self._bridge.case, self._bridge.review, self._bridge.scales()
        if case is None:
            return
        people = {verdict.reviewer.id: verdict.reviewer for verdict in case.verdicts}
        ordered = sorted(people.values(), key=lambda person: (person.name.casefold(), person.id))
        dialog = AgreementDialog(self._window, ordered, lambda pair: agreement_of(case, review, pair, scales), scales)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.question_wanted.connect(self._conflicts.choose_always)
        dialog.show()
