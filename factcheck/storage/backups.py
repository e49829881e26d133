"""Copies of a database file in the folder `backups` beside it: made, listed, thinned out, looked into.

The keeper of a server makes those of a shared store.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from glob import escape
from pathlib import Path

from factcheck.errors import StoreDamaged, StoreUnusable
from factcheck.storage.health import DAMAGE, first_fault, trouble

KEPT = 10
FRESH = 3
"""So many of the newest are kept in any case."""
OLD = timedelta(days=100)
ABANDONED = 3600.0  # seconds after which a half-made copy is somebody's who was killed

BEFORE_MIGRATION, BEFORE_DELETING = "before migration", "before deleting a case"
BEFORE_RESTORING, DAILY, AFTER_SESSION, BY_HAND = "before restoring", "daily", "after a session", "by hand"
HOURLY = "hourly"

STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. `why` says what it was made for: one of the constants above, or what stands in the file's name."""

    path: Path
    made: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a copy. `fault` says in one line why it cannot be restored; nothing is counted then."""

    backup: Backup
    size: int = 0  # bytes
    cases: int = 0
    verdicts: int = 0  # those that stand
    fault: str = ""


def back_up(path: Path, why: str) -> Path:
    """Copy the database `path`, check every page of the copy, thin the older ones out. `why` becomes part of the name.

    Raises StoreDamaged when the database is not whole (the copy is thrown away), else StoreUnusable; the database
    itself is only read, and writers wait only for the copying (11 ms for 5.7 MB, 79 ms for 55 MB).
    """
    folder = path.parent / "backups"
    final = folder / f"{path.stem} {datetime.now(UTC).strftime(STAMP)} {why}.sqlite"
    partial = final.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            _copy(path, partial)
            sync(partial)
            partial.replace(final)
            sync(folder)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnusable(f"{folder}: the backup could not be written: {error.strerror}") from error
    _clear_away(path)
    return final


def backups(path: Path) -> list[Path]:
    """The backups of the database `path`, newest first."""
    # The stamp has a fixed width, so names sort by time.
    pattern = f"{escape(path.stem)} ????-??-??T??-??-??.??????Z *.sqlite"
    return sorted((path.parent / "backups").glob(pattern), reverse=True)


def described(path: Path, copy: Path) -> Backup:
    """A copy of the database `path`, by its name."""
    stamp, _, why = copy.stem.removeprefix(f"{path.stem} ").partition(" ")
    return Backup(copy, datetime.strptime(stamp, STAMP).replace(tzinfo=UTC), why)


def last_made(path: Path) -> datetime | None:
    newest = backups(path)[:1]
    return described(path, newest[0]).made if newest else None


def surplus(copies: Sequence[Backup], now: datetime) -> list[Backup]:
    """Which of the copies, newest first, are dropped so that ten remain.

    The last few stay, the newest one from before a migration, and of the rest those that reach back most evenly for
    their age: with two a day they are 0, 0, 1, 2, 3, 6, 15, 24, 42 and 96 days old after a year.
    """
    left, gone = list(copies), []
    needed = next((copy for copy in copies if copy.why == BEFORE_MIGRATION), None)
    while len(left) > KEPT:
        outdated = [copy for copy in left[FRESH:] if copy is not needed and now - copy.made > OLD]
        least = outdated[-1] if outdated else left[min(_between(left, needed), key=lambda n: _gap(left, n, now))]
        left.remove(least)
        gone.append(least)
    return gone


def _between(copies: Sequence[Backup], needed: Backup | None) -> list[int]:
    """The copies that may be dropped: neither fresh nor the oldest."""
    return [n for n in range(FRESH, len(copies) - 1) if copies[n] is not needed]


def _gap(copies: Sequence[Backup], n: int, now: datetime) -> float:
    """The gap that dropping the n-th copy would leave, as a share of its age."""
    newer, older = copies[n - 1].made, copies[n + 1].made
    return (newer - older) / max(now - older, timedelta(microseconds=1))


def contents(backup: Backup) -> Contents:
    """Look into a copy without changing it; every page is checked."""
    try:
        with closing(opened_unchanged(backup.path)) as connection:
            fault = first_fault(connection)
            if fault:
                return Contents(backup, fault=fault)
            return Contents(backup, backup.path.stat().st_size, *_counts(connection))
    except (sqlite3.Error, OSError) as error:
        return Contents(backup, fault=str(error))


def opened_unchanged(path: Path) -> sqlite3.Connection:
    """A copy that nobody writes to, without so much as a lock on it. Raises sqlite3.Error."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder; it writes the name with the file.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(path: Path, target: Path) -> None:
    """Page by page, so that damage is copied too and is found without keeping anybody waiting."""
    if not path.exists():
        raise StoreDamaged(path, "the file is gone")  # SQLite would make an empty one
    try:
        with closing(sqlite3.connect(path, timeout=30.0)) as source, closing(sqlite3.connect(target)) as copy:
            copy.execute("PRAGMA synchronous=OFF")  # synced as a whole at the end
            source.backup(copy)
            fault = first_fault(copy)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in DAMAGE:
            raise trouble(path, error) from error
        full = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL
        why = "the disk is full" if full else str(error)
        raise StoreUnusable(f"{target.parent}: the backup could not be written: {why}") from error
    if fault:
        raise StoreDamaged(path, fault)


def _clear_away(path: Path) -> None:
    """Drop what is surplus, and what a killed program left half made."""
    with suppress(OSError):  # the new copy is there: all that matters
        for old in surplus([described(path, copy) for copy in backups(path)], datetime.now(UTC)):
            old.path.unlink(missing_ok=True)
        for half in (path.parent / "backups").glob(f"{escape(path.stem)} *.partial*"):
            if time.time() - half.stat().st_mtime > ABANDONED:
                half.unlink(missing_ok=True)


def _counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many cases a file of whatever version has, and how many verdicts stand in it."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    (cases,) = connection.execute("SELECT count(*) FROM cases").fetchone()
    how = next((query for table, query in STANDING.items() if table in tables), None)
    (verdicts,) = connection.execute(how).fetchone() if how else (0,)
    return cases, verdicts


STANDING = {
    "acts": """
        WITH RECURSIVE
        gone AS (
            SELECT id FROM (
                SELECT named.value AS id, acts.sort AS how, max(acts.at || acts.id)
                FROM acts, json_each(acts.content, '$.of') AS named
                WHERE acts.sort IN ('undo', 'redo') GROUP BY named.value
            ) WHERE how = 'undo'
        ),
        live AS (SELECT * FROM acts WHERE sort NOT IN ('undo', 'redo') AND id NOT IN gone),
        covered AS (
            SELECT before AS id FROM live
            UNION SELECT acts.before FROM acts JOIN covered ON acts.id = covered.id
        )
        SELECT count(*) FROM live WHERE sort = 'verdict' AND content IS NOT NULL
        AND id NOT IN (SELECT id FROM covered WHERE id IS NOT NULL)
        """,
    "verdicts": """
        WITH kept AS (SELECT id, replaces FROM verdicts WHERE id NOT IN (SELECT verdict_id FROM withdrawals))
        SELECT count(*) FROM kept WHERE id NOT IN (SELECT replaces FROM kept WHERE replaces IS NOT NULL)
        """,
}
"""By the table that verdicts are in, how many stand: older files have other tables."""
