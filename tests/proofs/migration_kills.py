"""The program is killed by SIGKILL while it brings an older file up to date.

    python -m tests.proofs.migration_kills [KILLS]    200 from each older revision unless told

After each kill the file must be the older or the newer one, row for row, and one more start makes it the newer one.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.storage import schema
from factcheck.storage.backups import backups
from tests.proofs.older_files import older_file
from tests.proofs.programs import Program
from tests.proofs.review_script import checks
from tests.proofs.tables import print_table

OLDER = schema.REVISIONS[:-1]
SPREAD = 1.3
"""Kills come up to this many times as long after the start as a whole migration takes, which is measured first."""

Rows = dict[str, int]
"""How many rows each table has."""


class Left(StrEnum):
    """What a kill left."""

    OLD = "the older file"
    NEW = "the newer file"
    BROKEN = "neither, or rows lost"


@dataclass(slots=True)
class Tally:
    """What became of a number of kills; `torn` counts those that struck inside a write to the file."""

    left: Counter[Left] = field(default_factory=Counter)
    torn: int = 0
    damaged_backups: int = 0
    again: int = 0
    """How many files the next start made the newer one, with all rows."""

    @property
    def broken(self) -> int:
        return self.left[Left.BROKEN] + self.damaged_backups + self.left.total() - self.again


class Migration:
    """From one older revision to the newest."""

    def __init__(self, folder: Path, revision: str) -> None:
        self._folder, self._revision = folder, revision
        self._older = folder / f"older {revision}.sqlite"
        older_file(self._older, revision)
        self._old_rows = rows(self._older)
        self._seconds = min(self._undisturbed() for _ in range(3))
        self._new_rows = rows(self._path)

    def _undisturbed(self) -> float:
        """The seconds that a migration takes."""
        program = Program(migrate, self._fresh())
        program.hear()
        started = time.monotonic()
        program.hear_all()
        return time.monotonic() - started

    def kill_often(self, kills: int, chance: random.Random) -> Tally:
        tally = Tally()
        for _ in range(kills):
            program = Program(migrate, self._fresh())
            program.hear()
            time.sleep(chance.uniform(0, SPREAD * self._seconds))
            program.kill()
            journal = self._path.with_name(f"{self._path.name}-journal")
            tally.torn += journal.exists() and journal.stat().st_size > 0
            tally.left[self._left()] += 1
            tally.damaged_backups += sum(rows(backup) != self._old_rows for backup in backups(self._path))
            tally.again += self._comes_up()
        return tally

    @property
    def _path(self) -> Path:
        return self._folder / "store" / "cases.sqlite"

    def _fresh(self) -> Path:
        shutil.rmtree(self._path.parent, ignore_errors=True)
        self._path.parent.mkdir()
        shutil.copyfile(self._older, self._path)
        return self._path

    def _left(self) -> Left:
        if checks(self._path) != [("ok",)]:
            return Left.BROKEN
        match schema.revision(self._path), rows(self._path):
            case self._revision, self._old_rows:
                return Left.OLD
            case newest, self._new_rows if newest == schema.REVISIONS[-1]:
                return Left.NEW
        return Left.BROKEN

    def _comes_up(self) -> bool:
        try:
            schema.prepare(self._path)
        except FactcheckError:
            return False
        return self._left() is Left.NEW


def migrate(path: Path, say: Connection) -> None:
    say.send("ready")
    schema.prepare(path)


def rows(path: Path) -> Rows:
    """How many rows each table of the file has."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def main(kills: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        tallies = {old: Migration(Path(folder), old).kill_often(kills, random.Random()) for old in OLDER}
    print_table(
        f"{kills:,} kills in the migration from each older revision to {schema.REVISIONS[-1]}",
        ("from", *Left, "inside a write", "damaged backups", "whole at the next start"),
        _lines(tallies),
    )
    return int(any(tally.broken for tally in tallies.values()))


def _lines(tallies: dict[str, Tally]) -> Iterator[tuple[object, ...]]:
    for old, tally in tallies.items():
        yield (old, *(tally.left[left] for left in Left), tally.torn, tally.damaged_backups, tally.again)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
