"""Copies of a database file in the folder `backups` beside it; a server's keeper makes those of a shared store."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

from factcheck.errors import StoreUnusable
from factcheck.storage.database import BUSY_SECONDS
from factcheck.storage.sqlite import unusable_in_one_line

KEPT = 10


def back_up(path: Path, why: str) -> Path:
    """Copy the database `path`, check the copy, and let only the ten newest be. `why` becomes part of the name.

    Raises StoreUnusable; the database itself is only read.
    """
    folder = path.parent / "backups"
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S.%fZ")
    final = folder / f"{path.stem} {stamp} {why}.sqlite"
    partial = final.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with unusable_in_one_line(path):
                _copy(path, partial)
            _sync(partial)
            partial.replace(final)
            _sync(folder)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnusable(f"{final}: the backup could not be written: {error.strerror}") from error
    for old in backups(path)[KEPT:]:
        old.unlink(missing_ok=True)
    return final


def backups(path: Path) -> list[Path]:
    """The backups of the database `path`, newest first."""
    folder = path.parent / "backups"
    # The stamp has a fixed width, so names sort by time.
    return sorted(folder.glob(f"{escape(path.stem)} ????-??-??T*Z *.sqlite"), reverse=True)


def _copy(path: Path, target: Path) -> None:
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as source:
        source.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as copy:
        (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"the backup is damaged: {verdict}")


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder; it writes the name with the file.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
