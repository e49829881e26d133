"""Is the file whole? Tells damage, a full disk and other trouble apart, and finds damage before a person does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.errors import StoreDamaged, StoreUnusable
from factcheck.storage.database import APPLICATION

DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

NO_TEXT = "Could not decode to UTF-8"
"""How Python's `sqlite3` tells of bytes that were changed within a text; it gives no code."""

LOOKED_AT_WHENEVER_OPENED = 512 * 1024 * 1024
"""Bytes. `quick_check` reads the whole file: 9 ms for 5.7 MB, 54 ms for 55 MB, 280 ms for 218 MB (SQLite 3.40, file
in memory; 4 to 9 times that from a slow disk). Larger files are checked with each backup alone."""


def trouble(path: Path, error: BaseException | None) -> StoreUnusable:
    """What SQLite says, as one line for the person."""
    code = getattr(error, "sqlite_errorcode", None)  # Python's own misuse errors have none
    primary = code & 0xFF if code is not None else None
    if primary in DAMAGE:
        return StoreDamaged(path, str(error))
    if str(error).startswith(NO_TEXT):  # its own words would show the text
        return StoreDamaged(path, "a stored text is no text any more")
    if primary == sqlite3.SQLITE_FULL:
        return StoreUnusable(f"{path}: the disk is full; nothing was changed, make room and do it again")
    return StoreUnusable(f"{path}: {error}")


def examine(path: Path) -> None:
    """Look at the structure of every page. Raises StoreDamaged; what is wrong otherwise comes out when it is opened.

    A file that is empty or gone is damage when there are backups of it: nothing is begun anew unasked.
    """
    from factcheck.storage.backups import backups

    if not path.exists() or not path.stat().st_size:
        if path.parent.is_dir() and backups(path):
            raise StoreDamaged(path, "the file is empty" if path.exists() else "the file is gone")
        return
    if path.stat().st_size <= LOOKED_AT_WHENEVER_OPENED:
        try:
            with closing(sqlite3.connect(path, timeout=30.0)) as connection:
                fault = first_fault(connection, "quick_check") or _foreign_mark(connection)
        except sqlite3.DatabaseError as error:
            raise trouble(path, error) from error
        if fault:
            raise StoreDamaged(path, fault)


def _foreign_mark(connection: sqlite3.Connection) -> str | None:
    """Our tables in a file that does not say it is ours: its head was overwritten."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    overwritten = application != APPLICATION and {"alembic_version", "cases", "revisions"} <= tables
    return "the head of the file was overwritten" if overwritten else None


def first_fault(connection: sqlite3.Connection, check: str = "integrity_check") -> str | None:
    """The first thing that is wrong with a file, None when all is well. `quick_check` leaves the indexes out."""
    try:
        (told,) = connection.execute(f"PRAGMA {check}(1)").fetchone()
    except UnicodeDecodeError:
        return "the name of a table is no text any more"
    return None if told == "ok" else str(told).replace("\n", " ").removeprefix("*** in database main *** ")
