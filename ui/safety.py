"""What the menu entry Backups does, and what happens when the store is found damaged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from factcheck.errors import StoreDamaged
from ui.backups import Backups, WayOut, counts_words, time_words
from ui.plain import confirmed
from ui.translation import tr

if TYPE_CHECKING:  # it brings SQLAlchemy, which the first paint need not wait for
    from factcheck.safekeeping import Contents, Safekeeping
    from ui.window import Window


class SafetyDesk(QObject):
    """One method an entry of the menu, over one window."""

    store_leaving = Signal()  # another file is about to take its place: the last moment for other windows to save

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._bridge = window, window.bridge
        self._asking = False
        self.unasked = False
        """Nobody is there who could be asked: the system ends the program."""
        self._bridge.store_damaged.connect(self.offer_way_out)

    def show_backups(self) -> None:
        """List them; one can be made or restored."""
        kept = self._bridge.safekeeping
        if kept is None:
            self._tell_of_server()
        else:
            self._window.status.show_said(tr("Looking into the backups …"))
            self._bridge.run(kept.backups, lambda looked: self._list(kept, looked))

    def _list(self, kept: Safekeeping, looked: tuple[Contents, ...]) -> None:
        self._window.status.show_said("")
        dialog = Backups(self._window, looked, kept.path.parent / "backups")
        accepted, chosen, wants_new = dialog.exec(), dialog.chosen, dialog.wants_new
        dialog.deleteLater()
        if wants_new:
            self._bridge.run(kept.back_up, lambda _: self.show_backups())
        elif accepted and chosen and self._agreed(chosen):
            self.restore(kept, chosen)

    def _agreed(self, chosen: Contents) -> bool:
        return confirmed(
            self._window,
            tr("Go back to the backup of {time}?", time=time_words(chosen.backup.made)),
            tr(
                "It has {counts}. All that was done since then goes; a backup of how it is now is made first, so that "
                "you can come back.",
                counts=counts_words(chosen),
            ),
            tr("Restore the backup"),
        )

    def restore(self, kept: Safekeeping, chosen: Contents) -> None:
        """Put the backup in the place of the store and show its last case."""

        def told(before: Path | None) -> None:
            line = tr(
                "The backup of {time} was restored: {counts}.",
                time=time_words(chosen.backup.made),
                counts=counts_words(chosen),
            )
            kept_as = tr("What stood there before is kept as {name}.", name=before.name) if before else ""
            self._window.notice.tell((f"{line} {kept_as}".strip(),))

        self.store_leaving.emit()
        self._bridge.swap_store(lambda: kept.restore(chosen.backup), told)

    def offer_way_out(self, error: StoreDamaged) -> None:
        """The store is damaged: say so, and offer the newest good backup."""
        if self._asking:
            return
        self._asking = True
        kept = self._bridge.safekeeping_of(error.path)
        self._bridge.run(kept.newest_good, lambda newest: self._ask(kept, error, newest))

    def _ask(self, kept: Safekeeping, error: StoreDamaged, newest: Contents | None) -> None:
        dialog = WayOut(self._window, error, newest)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        self._asking = False
        if choice == "restore" and newest:
            self.restore(kept, newest)
        elif choice == "all":
            self._bridge.run(kept.backups, lambda looked: self._list(kept, looked))
        elif choice == "anew":
            self._begin_anew(kept)

    def _begin_anew(self, kept: Safekeeping) -> None:
        def told(aside: Path | None) -> None:
            if aside:
                self._window.notice.tell((tr("The damaged file is kept as {name}.", name=aside.name),))

        self.store_leaving.emit()
        self._bridge.swap_store(kept.begin_anew, told)

    def agreed_to_lose(self) -> bool:
        """Whether to close although what was typed cannot be saved."""
        asked = (
            tr("Close although the note is not saved?"),
            tr("It could not be written. Make room on the disk and close again, or copy the note first."),
            tr("Close without the note"),
        )
        # The program may be ended while the question stands there.
        return self.unasked or confirmed(self._window, *asked) or self.unasked

    def _tell_of_server(self) -> None:
        name = tr("Backups")
        box = QMessageBox(QMessageBox.Icon.Information, name, tr("These cases are on a server"), parent=self._window)
        box.setInformativeText(tr("Whoever keeps the server keeps its backups, and can go back to one of them."))
        box.exec()
