"""The power fails at random moments of a review.

    python -m tests.proofs.power_cuts [IMAGES]    1,000 unless told

A review is done by the program as it is, and everything SQLite asks of the disk is recorded. From the recording images
are made of what a disk may hold after a cut, and each is opened as the program opens it. The settings the program does
not use stand below as controls: there steps must be lost, or the recording and the disk would prove nothing.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

from factcheck.storage import sqlite
from factcheck.workspace import Workspace
from tests.proofs.disk import Acknowledged, Event, Image, cuts
from tests.proofs.programs import say_all
from tests.proofs.recorder import Recorder
from tests.proofs.review_script import ROUNDS, Found, Rehearsed, go_on, judge, rehearse, url
from tests.proofs.tables import print_table

OWN = tuple(p for p in sqlite.PRAGMAS if not p.startswith("foreign_keys"))
"""The program's settings of journal and syncs."""

OTHERS = ("journal_mode=WAL synchronous=FULL",)
"""Settings that lose nothing either."""

CONTROLS = (
    "journal_mode=DELETE synchronous=FULL",  # Python's default
    "journal_mode=DELETE synchronous=NORMAL",
    "journal_mode=WAL synchronous=NORMAL",
    "journal_mode=TRUNCATE synchronous=OFF",
)
"""Settings that lose what they acknowledged."""


class PowerCuts:
    """Cuts of one review's power, with the program's settings or with others."""

    def __init__(self, rehearsed: Rehearsed, folder: Path) -> None:
        self._rehearsed = rehearsed
        self._folder = folder

    def recorded(self, settings: str = "") -> list[Event]:
        """All that is asked of the disk in a review, in a process of its own; with the program's settings or others."""
        path = self._fresh("recorded") / "cases.sqlite"
        shutil.copyfile(self._rehearsed.begun, path)
        events: list[Event] = say_all(record, path, self._rehearsed.case_id, self._rehearsed.rounds, settings)
        return events

    def try_images(self, events: list[Event], number: int, chance: random.Random) -> Counter[Found]:
        """Open `number` images, and count what they show."""
        held = {str((self._folder / "recorded" / "cases.sqlite").resolve()): self._rehearsed.begun.read_bytes()}
        return Counter(self._judge(image, steps) for image, steps in cuts(held, events, number, chance))

    def _judge(self, image: Image, acknowledged: int) -> Found:
        folder = self._fresh("image")
        for path, data in image.items():
            (folder / Path(path).name).write_bytes(data)
        return judge(folder / "cases.sqlite", self._rehearsed, acknowledged)

    def _fresh(self, name: str) -> Path:
        folder = self._folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder


def record(path: Path, case_id: str, rounds: int, settings: str) -> list[Event]:
    """Do the review in this process. Returns what SQLite asked of the disk, and when which step was acknowledged."""
    recorder = Recorder(path.parent)
    with _settings(settings), Workspace(url(path)) as workspace:
        for done in go_on(workspace, case_id, rounds):
            recorder.events.append(Acknowledged(done))
    return recorder.events


@contextmanager
def _settings(instead: str) -> Iterator[None]:
    """Other pragmas than the program's for journal and syncs; its own when `instead` is empty."""
    with ExitStack() as patched:
        for name in ("PRAGMAS", "WRITER_PRAGMAS", "READER_PRAGMAS") if instead else ():
            own = getattr(sqlite, name)
            others = [p for p in own if p not in OWN]
            patched.enter_context(mock.patch.object(sqlite, name, (*others, *instead.split())))
        yield


def broken(found: Counter[Found]) -> int:
    return sum(count for kind, count in found.items() if kind.broken)


def main(images: int) -> int:
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        cutter = PowerCuts(rehearse(Path(folder), ROUNDS), Path(folder))
        found = {
            settings: cutter.try_images(cutter.recorded(settings), images, random.Random())
            for settings in (" ".join(OWN), *OTHERS, *CONTROLS)
        }
    print_table(f"{images:,} power cuts at random moments of a review", ("settings", *Found), _rows(found))
    return int(any((broken(counts) > 0) != (settings in CONTROLS) for settings, counts in found.items()))


def memory() -> str | None:
    """Where files are kept in memory, if there is such a place: images need no real disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _rows(found: dict[str, Counter[Found]]) -> Iterable[tuple[object, ...]]:
    for settings, counts in found.items():
        yield (f"{settings}{' (control)' if settings in CONTROLS else ''}", *(counts[f] for f in Found))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
