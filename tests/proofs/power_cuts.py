"""The power fails at random moments of a review.

    python -m tests.proofs.power_cuts [IMAGES]    1,000 unless told, and a quarter as many of everything else

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
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from unittest import mock

from factcheck.storage import sqlite
from factcheck.workspace import Workspace
from tests.proofs.disk import Acknowledged, Event, Image, cuts
from tests.proofs.programs import say_all
from tests.proofs.recorder import Recorder
from tests.proofs.rehearsal import Found, Rehearsed, go_on, judge, rehearse, url
from tests.proofs.review_script import ROUNDS
from tests.proofs.tables import print_table

OWN = " ".join(p for p in sqlite.PRAGMAS if not p.startswith("foreign_keys"))
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

    @property
    def held(self) -> Image:
        """What the disk holds when a recording begins."""
        return {str((self._folder / "recorded" / "cases.sqlite").resolve()): self._rehearsed.begun.read_bytes()}

    def recorded(self, settings: str = "") -> list[Event]:
        """All that is asked of the disk in a review, in a process of its own; with the program's settings or others."""
        path = self._fresh("recorded") / "cases.sqlite"
        shutil.copyfile(self._rehearsed.begun, path)
        events: list[Event] = say_all(record, path, self._rehearsed.case_id, self._rehearsed.rounds, settings)
        return events

    def try_images(
        self, events: list[Event], number: int, chance: random.Random, *, twice: bool = False
    ) -> Counter[Found]:
        """Open `number` images, and count what they show; `twice` cuts the power again while they are opened."""
        found: Counter[Found] = Counter()
        for image, acknowledged in cuts(self.held, events, number, chance):
            path = laid_out(image, self._fresh("image"))
            if twice:
                opening = say_all(record_opening, path, self._rehearsed.case_id)
                ((again, _),) = cuts(relocated(image, path.parent), opening, 1, chance)
                path = laid_out(again, self._fresh("image"))
            found[judge(path, self._rehearsed, acknowledged)] += 1
        return found

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


def record_opening(path: Path, case_id: str) -> list[Event]:
    """Open the store in this process, as after a cut. Returns what SQLite asked of the disk."""
    recorder = Recorder(path.parent)
    with suppress(Exception), Workspace(url(path)) as workspace:
        workspace.open_case(case_id)
    return recorder.events


def laid_out(image: Image, folder: Path) -> Path:
    """Put the files of the image into the folder. Returns where the store is."""
    for path, data in relocated(image, folder).items():
        Path(path).write_bytes(data)
    return folder.resolve() / "cases.sqlite"


def relocated(image: Image, folder: Path) -> Image:
    """The same files in another folder."""
    return {str(folder.resolve() / Path(path).name): data for path, data in image.items()}


@contextmanager
def _settings(instead: str) -> Iterator[None]:
    """Other pragmas than the program's for journal and syncs; its own when `instead` is empty."""
    with ExitStack() as patched:
        for name in ("PRAGMAS", "WRITER_PRAGMAS", "READER_PRAGMAS") if instead else ():
            own = getattr(sqlite, name)
            others = [p for p in own if p not in OWN.split()]
            patched.enter_context(mock.patch.object(sqlite, name, (*others, *instead.split())))
        yield


def broken(found: Counter[Found]) -> int:
    return sum(count for kind, count in found.items() if kind.broken)


def main(images: int) -> int:
    chance = random.Random()
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        cutter = PowerCuts(rehearse(Path(folder), ROUNDS), Path(folder))
        own = cutter.recorded()
        kept = {OWN: cutter.try_images(own, images, chance)}
        kept[f"{OWN}, cut again at the next start"] = cutter.try_images(own, images // 4, chance, twice=True)
        kept |= {other: cutter.try_images(cutter.recorded(other), images // 4, chance) for other in OTHERS}
        lost = {other: cutter.try_images(cutter.recorded(other), images // 4, chance) for other in CONTROLS}
    print_table("Power cuts at random moments of a review", ("settings", "images", *Found), _rows(kept, lost))
    return int(any(map(broken, kept.values())) or not all(map(broken, lost.values())))


def memory() -> str | None:
    """Where files are kept in memory, if there is such a place: images need no real disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _rows(kept: dict[str, Counter[Found]], lost: dict[str, Counter[Found]]) -> Iterator[tuple[object, ...]]:
    for settings, found in (kept | {f"{settings} (control)": found for settings, found in lost.items()}).items():
        yield (settings, found.total(), *(found[kind] for kind in Found))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
