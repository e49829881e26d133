"""Backups as a person meets them: what there is of a store, and how to go back to it. docs/safety.md describes it.

Nothing here needs the store to be open, or to be whole: this is the way out when it cannot be opened.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from factcheck.storage import backups, restoring
from factcheck.storage.backups import (
    AFTER_SESSION,
    BEFORE_DELETING,
    BEFORE_MIGRATION,
    BEFORE_RESTORING,
    BY_HAND,
    DAILY,
    HOURLY,
)
from factcheck.storage.backups import Backup as Backup  # the window knows this module alone
from factcheck.storage.backups import Contents as Contents

REASONS = (BEFORE_MIGRATION, BEFORE_DELETING, BEFORE_RESTORING, DAILY, HOURLY, AFTER_SESSION, BY_HAND)


class Safekeeping:
    """The backups of the database `path`. All methods raise StoreUnusable when the disk lets them down."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def back_up(self, why: str = BY_HAND) -> Backup:
        """Make a backup now. Raises StoreDamaged when the database is found not to be whole."""
        return backups.described(self.path, backups.back_up(self.path, why))

    def backups(self) -> tuple[Contents, ...]:
        """Every backup, newest first, with what is in it or why it cannot be used."""
        return tuple(backups.contents(backups.described(self.path, copy)) for copy in backups.backups(self.path))

    def newest_good(self) -> Contents | None:
        """The newest backup that can be restored."""
        copies = (backups.described(self.path, copy) for copy in backups.backups(self.path))
        return next((looked for looked in map(backups.contents, copies) if not looked.fault), None)

    def restore(self, backup: Backup) -> Path | None:
        """Put a backup in the place of the database, in one step. Returns where a copy of what stood there is.

        That is a backup again, or the damaged file as it was. Every workspace of this program on it must be closed.
        """
        return restoring.restore(self.path, backup)

    def begin_anew(self) -> Path | None:
        """Put the damaged file aside and begin with an empty one. Returns where the damaged one is."""
        return restoring.begin_anew(self.path)

    def last_made(self) -> datetime | None:
        """When the newest backup was made."""
        return backups.last_made(self.path)
