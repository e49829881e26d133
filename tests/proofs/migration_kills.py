"""The program is killed by SIGKILL, or the power fails, while it brings an older file up to date.

    python -m tests.proofs.migration_kills [KILLS]    200 from each older revision unless told, and as many power cuts

The file must then be the older or the newer one, row for row, and one more start makes it the newer one.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.storage import schema
from factcheck.storage.backups import backups
from tests.proofs.disk import Event, cuts
from tests.proofs.older_files import older_file
from tests.proofs.power_cuts import laid_out
from tests.proofs.programs import Program, say_all
from tests.proofs.recorder import Recorder
from tests.proofs.rehearsal import checks
from tests.proofs.tables import print_table

OLDER = schema.REVISIONS[:-1]
SPREAD = 1.3
"""Kills come up to this many times as long after the start as a whole migration takes, which is measured first."""

Rows = dict[str, int]
"""How many rows each table has."""


class Left(StrEnum):
    """What is there afterwards."""

    OLD = "the older file"
    NEW = "the newer file"
    BROKEN = "neither, or rows lost"


@dataclass(slots=True)
class Tally:
    """What became of a number of kills or cuts; `torn` counts those that struck inside a write to the file."""

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
        self._folder, self._revision = folder.resolve(), revision
        self._older = self._folder / f"older {revision}.sqlite"
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
            self._judge(tally)
        return tally

    def cut_often(self, images: int, chance: random.Random) -> Tally:
        """The same by cutting the power."""
        tally = Tally()
        asked: list[Event] = say_all(record_migration, self._fresh())
        held = {str(self._path): self._older.read_bytes()}
        for image, _ in cuts(held, asked, images, chance):
            self._fresh().unlink()
            laid_out(image, self._path.parent)
            self._judge(tally)
        return tally

    def _judge(self, tally: Tally) -> None:
        journal = self._path.with_name(f"{self._path.name}-journal")
        tally.torn += journal.exists() and journal.stat().st_size > 0
        tally.left[self._left()] += 1
        tally.damaged_backups += sum(rows(backup) != self._old_rows for backup in backups(self._path))
        tally.again += self._comes_up()

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


def record_migration(path: Path) -> list[Event]:
    """Bring the file up to date in this process. Returns what SQLite asked of the disk."""
    recorder = Recorder(path.parent)
    schema.prepare(path)
    return recorder.events


def migrate(path: Path, say: Connection) -> None:
    say.send("ready")
    schema.prepare(path)


def rows(path: Path) -> Rows:
    """How many rows each table of the file has."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def main(number: int) -> int:
    chance, tallies = random.Random(), {}
    with tempfile.TemporaryDirectory() as folder:
        for older in OLDER:
            migration = Migration(Path(folder), older)
            tallies[f"{older}, killed"] = migration.kill_often(number, chance)
            tallies[f"{older}, power cut"] = migration.cut_often(number, chance)
    print_table(
        f"{number:,} kills and as many power cuts in the migration from each older revision to {schema.REVISIONS[-1]}",
        ("from", *Left, "inside a write", "damaged backups", "whole at the next start"),
        [(n, *(t.left[left] for left in Left), t.torn, t.damaged_backups, t.again) for n, t in tallies.items()],
    )
    return int(any(tally.broken for tally in tallies.values()))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
