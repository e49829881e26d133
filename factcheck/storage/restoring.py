"""Puts a backup where the database stands, in one step that cannot be half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from factcheck.errors import NewerStore, StoreDamaged, StoreUnusable
from factcheck.storage import schema
from factcheck.storage.backups import BEFORE_RESTORING, STAMP, Backup, back_up, contents, sync
from factcheck.storage.health import trouble


def restore(path: Path, backup: Backup) -> Path | None:
    """Put a copy of `backup` in the place of the database `path`, which must be closed here.

    What stood there is backed up first; when it is damaged it is put aside as it is. Returns where it is now, None
    when nothing stood there. Raises StoreUnusable, and the database is then as it was. Programs that have the old
    file open find the new one at their next unit of work (`Database`).
    """
    beside = path.with_name(f".{path.name}.restoring")
    try:
        shutil.copyfile(backup.path, beside)
        sync(beside)
        fault = contents(replace(backup, path=beside)).fault
        if fault:
            raise StoreUnusable(f"{backup.path.name}: this backup cannot be restored: {fault}")
        schema.revision(beside)
        return _swap(beside, path)
    except NewerStore as error:
        raise NewerStore(f"{backup.path.name}: this backup was made by a newer version of Factcheck") from error
    except OSError as error:
        raise StoreUnusable(f"{path}: the backup was not restored: {error.strerror}") from error
    finally:
        beside.unlink(missing_ok=True)


def begin_anew(path: Path) -> Path | None:
    """Put a damaged file aside and make an empty one. Returns where the damaged one is. Raises StoreUnusable."""
    try:
        aside = put_aside(path)
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnusable(f"{path}: the file could not be put aside: {error.strerror}") from error
    schema.make(path)
    return aside


def _swap(new: Path, path: Path) -> Path | None:
    try:
        with _held(path):
            before = back_up(path, BEFORE_RESTORING) if _stands(path) else None
            if os.name != "nt":
                _put(new, path)
        if os.name == "nt":  # Windows replaces no file that is open; one that another program has open stays
            _put(new, path)
    except StoreDamaged:
        before = put_aside(path)
        _put(new, path)
    return before


def _stands(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def put_aside(path: Path) -> Path | None:
    """Keep a damaged file, and the journal that belongs to it, under a name of their own. Raises OSError.

    The file keeps its own name too, until another takes its place; its journal must not be played back into that one.
    """
    if not _stands(path):
        return None
    aside = path.with_name(f"{path.stem} damaged {datetime.now(UTC).strftime(STAMP)}{path.suffix}")
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        shutil.copyfile(path, aside)
    for ending in ("-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Keep writers out, of this program and others. Raises StoreDamaged when there is nothing to hold on to."""
    if not _stands(path):
        yield
        return
    try:
        with closing(sqlite3.connect(path, timeout=30.0, isolation_level=None)) as guard:
            guard.execute("BEGIN IMMEDIATE")
            yield
    except sqlite3.DatabaseError as error:
        raise trouble(path, error) from error


def _put(new: Path, path: Path) -> None:
    os.replace(new, path)  # noqa: PTH105 - the name its guarantee is documented under
    sync(path.parent)
