"""A share of each proof, small enough for every run of the tests. The whole proofs: `tests/proofs/__init__.py`."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proofs.disk import Deleted, Disk, FolderSynced, Made, Synced, Truncated, Wrote
from tests.proofs.kills import kill_often
from tests.proofs.migration_kills import OLDER, Migration
from tests.proofs.power_cuts import CONTROLS, PowerCuts, broken, memory
from tests.proofs.rehearsal import Rehearsed, rehearse
from tests.proofs.two_writers import deferred, number_on_both, read_apart, rule_by_both


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder, where waiting for the disk takes no time."""
    with tempfile.TemporaryDirectory(dir=memory()) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def rehearsed() -> Iterator[Rehearsed]:
    with tempfile.TemporaryDirectory(dir=memory()) as name:
        yield rehearse(Path(name), rounds=1)


@pytest.fixture
def cutter(rehearsed: Rehearsed, folder: Path) -> PowerCuts:
    return PowerCuts(rehearsed, folder)


def test_every_step_of_the_review_leaves_a_trace_of_its_own(rehearsed: Rehearsed) -> None:
    assert len(set(rehearsed.seen)) == rehearsed.end + 1


def test_a_review_killed_at_random_moments_loses_no_acknowledged_step(rehearsed: Rehearsed, folder: Path) -> None:
    tally = kill_often(rehearsed, folder, 25, random.Random())
    assert tally.broken == 0, tally.found
    assert tally.found.total() == 25


def test_a_power_cut_in_a_review_loses_no_acknowledged_step(cutter: PowerCuts) -> None:
    found = cutter.try_images(cutter.recorded(), 60, random.Random())
    assert broken(found) == 0, found
    assert found.total() == 60


def test_a_second_power_cut_while_the_first_is_repaired_loses_nothing_either(cutter: PowerCuts) -> None:
    found = cutter.try_images(cutter.recorded(), 10, random.Random(), twice=True)
    assert broken(found) == 0, found
    assert found.total() == 10


def test_the_recording_has_everything_that_was_written(cutter: PowerCuts) -> None:
    disk = Disk(cutter.held)
    for event in cutter.recorded():
        disk.take(event)
    (path,) = map(Path, cutter.held)
    assert disk.now() == {str(file): file.read_bytes() for file in path.parent.glob(f"{path.name}*")}


def test_a_review_that_does_not_wait_for_the_disk_is_seen_to_lose_steps(cutter: PowerCuts) -> None:
    found = cutter.try_images(cutter.recorded(CONTROLS[-1]), 20, random.Random(1))
    assert broken(found) > 0, found


@pytest.mark.parametrize("revision", OLDER)
def test_a_migration_that_is_killed_or_loses_power_leaves_the_older_file_or_the_newer(
    revision: str, folder: Path
) -> None:
    migration = Migration(folder, revision)
    for tally in (migration.kill_often(4, random.Random()), migration.cut_often(6, random.Random())):
        assert tally.broken == 0, tally
        assert tally.again >= 4


def test_two_programs_lose_none_of_each_others_changes(store: str) -> None:
    outcome = number_on_both(store, 100)
    assert (outcome.there, outcome.errors) == (200, ())


def test_two_programs_never_overwrite_each_others_edits_of_one_rule(store: str) -> None:
    outcome = rule_by_both(store, 40)
    assert (outcome.there, outcome.errors) == (80, ())


def test_what_is_read_and_written_apart_is_seen_to_be_lost(store: str) -> None:
    assert read_apart(store, 100).lost > 0


def test_transactions_that_take_the_lock_late_are_seen_to_meet_it(database: Path) -> None:
    assert any("database is locked" in error for error in deferred(f"sqlite:///{database}", 100).errors)


# --- the disk that loses its power ----------------------------------------------------------------


def left_after(*requests: object) -> set[tuple[tuple[str, bytes], ...]]:
    """What 200 cuts leave of a disk that held "a" in the file f."""
    disk = Disk({"f": b"a"})
    for request in requests:
        disk.take(request)  # type: ignore[arg-type]
    return {tuple(sorted(disk.cut(random.Random(n)).items())) for n in range(200)}


def test_what_was_synced_survives_and_what_was_not_may() -> None:
    assert left_after(Wrote("f", 0, b"b"), Synced("f")) == {(("f", b"b"),)}
    assert left_after(Wrote("f", 0, b"b")) == {(("f", b"a"),), (("f", b"b"),)}


def test_each_sector_survives_for_itself_and_never_in_part() -> None:
    left = {data for ((_, data),) in left_after(Wrote("f", 0, bytes(1024)), Synced("f"), Wrote("f", 0, b"b" * 1024))}
    assert {b"b" * 512 + bytes(512), bytes(512) + b"b" * 512, bytes(1024), b"b" * 1024} == left


def test_a_cut_off_end_may_come_back_until_it_is_synced() -> None:
    assert left_after(Truncated("f", 0)) == {(("f", b""),), (("f", b"a"),)}
    assert left_after(Truncated("f", 0), Synced("f")) == {(("f", b""),)}


def test_names_survive_with_their_folder() -> None:
    assert left_after(Made("g"), Synced("g")) == {(("f", b"a"),), (("f", b"a"), ("g", b""))}
    assert left_after(Deleted("f")) == {(), (("f", b"a"),)}
    assert left_after(Deleted("f"), FolderSynced()) == {()}
