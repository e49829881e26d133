"""A disk that is really full: one line, nothing half written, and all goes on when there is room again.

A small file system in memory where one can be mounted; elsewhere a limit on the size of files, which stops the same
writes with another word.
"""

from __future__ import annotations

import os
import resource
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, StoreUnusable, UnwritableFile
from factcheck.storage.backups import DAILY, back_up, backups
from factcheck.values import Draft, Kind
from factcheck.workspace import Workspace
from tests.storage.stored import decide, decided_case, rationales, url

BOTH = ["Counted in the photograph", "The calendar says so"]
LONG = "why " * 200_000
FULL = "the disk is full|No space left on device|disk I/O error|File too large"


class SmallDisk(ABC):
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def fill(self) -> None: ...

    @abstractmethod
    def make_room(self) -> None: ...


class Mounted(SmallDisk):
    def fill(self) -> None:
        free = os.statvfs(self.folder)
        with (self.folder / "ballast").open("wb") as ballast:
            ballast.write(bytes(free.f_bavail * free.f_bsize))

    def make_room(self) -> None:
        (self.folder / "ballast").unlink()


class Limited(SmallDisk):
    """No file of this process grows over 4 KB until there is room again."""

    def fill(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))

    def make_room(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def mounted(folder: Path) -> bool:
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(folder)]
    try:
        return subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture(params=["mounted", "limited"])
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[SmallDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if request.param == "mounted" and mounted(folder):
        yield Mounted(folder)
        subprocess.run(["umount", "-l", str(folder)], check=True)
        return
    limited = Limited(folder)
    yield limited
    limited.make_room()


@pytest.fixture
def workspace(disk: SmallDisk) -> Iterator[Workspace]:
    with Workspace(url(disk.folder / "cases.sqlite")) as opened:
        decided_case(opened)
        yield opened


def one_line(error: FactcheckError) -> bool:
    return "\n" not in str(error) and len(str(error)) < 300


def test_in_the_middle_of_a_commit_nothing_is_kept_and_the_next_one_with_room_is(
    disk: SmallDisk, workspace: Workspace
) -> None:
    case = workspace.sample_case()
    disk.fill()
    with pytest.raises(StoreUnusable, match=FULL) as caught:
        decide(workspace, case, "c3", LONG)
    assert one_line(caught.value)
    disk.make_room()
    assert rationales(disk.folder / "cases.sqlite") == BOTH
    decide(workspace, case, "c3", "There is room again")
    assert rationales(disk.folder / "cases.sqlite") == sorted([*BOTH, "There is room again"])


def test_in_the_middle_of_a_draft_the_draft_before_it_stays(disk: SmallDisk, workspace: Workspace) -> None:
    case = workspace.sample_case()
    draft = Draft("d", "note", Kind.QUANTITY, (), "First words")
    workspace.keep_draft(case.id, draft)
    disk.fill()
    with pytest.raises(StoreUnusable, match=FULL) as caught:
        workspace.keep_draft(case.id, replace(draft, text=LONG))
    assert one_line(caught.value)
    disk.make_room()
    assert workspace.drafts(case.id) == (draft,)


def test_in_the_middle_of_an_export_the_old_report_stays_as_it_is(disk: SmallDisk, workspace: Workspace) -> None:
    case = workspace.sample_case()
    report = workspace.export_report(case.id, disk.folder / "report.html")
    before, names = report.read_bytes(), sorted(path.name for path in disk.folder.iterdir())
    decide(workspace, case, "c3", "why " * 10_000)
    disk.fill()
    with pytest.raises(UnwritableFile, match=FULL) as caught:
        workspace.export_report(case.id, report)
    assert one_line(caught.value)
    disk.make_room()
    assert report.read_bytes() == before
    assert sorted(path.name for path in disk.folder.iterdir()) == names


def test_in_the_middle_of_a_backup_those_before_stay_and_no_half_one(disk: SmallDisk, workspace: Workspace) -> None:
    path = disk.folder / "cases.sqlite"
    good = back_up(path, DAILY)
    before = good.read_bytes()
    decide(workspace, workspace.sample_case(), "c3", "Later")
    disk.fill()
    with pytest.raises(StoreUnusable, match=f"the backup could not be written: .*({FULL})") as caught:
        back_up(path, DAILY)
    assert one_line(caught.value)
    disk.make_room()
    assert backups(path) == [good]
    assert good.read_bytes() == before
    assert [one.name for one in good.parent.iterdir()] == [good.name]
    assert back_up(path, DAILY).exists()


def test_a_restore_without_room_leaves_the_file_as_it_was(disk: SmallDisk, workspace: Workspace) -> None:
    kept = workspace.safekeeping
    assert kept is not None
    backup = kept.back_up()
    decide(workspace, workspace.sample_case(), "c3", "Later")
    disk.fill()
    with pytest.raises(StoreUnusable, match=FULL):
        kept.restore(backup)
    disk.make_room()
    assert rationales(disk.folder / "cases.sqlite") == sorted([*BOTH, "Later"])
