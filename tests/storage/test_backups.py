import os
import threading
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from unittest import mock

import pytest

from factcheck.errors import StoreDamaged, StoreUnusable
from factcheck.safekeeping import Safekeeping
from factcheck.storage import schema
from factcheck.storage.backups import (
    AFTER_SESSION,
    BEFORE_MIGRATION,
    DAILY,
    HOURLY,
    KEPT,
    Backup,
    back_up,
    backups,
    surplus,
)
from factcheck.workspace import Workspace
from tests.storage.samples import analysed_sample
from tests.storage.stored import backed_up, decide, decided_case, query, url

NOW = datetime(2027, 1, 1, tzinfo=UTC)


def copies(*days_old: float, why: str = DAILY) -> list[Backup]:
    return [Backup(Path(f"{days}"), NOW - timedelta(days=days), why) for days in days_old]


def kept_after_a_year(a_day: int) -> list[float]:
    """The ages in days of what is left when so many backups are made a day."""
    left: list[Backup] = []
    start = NOW - timedelta(days=365)
    for at in (start + timedelta(days=day, hours=n) for day in range(365) for n in range(a_day)):
        left.insert(0, Backup(Path(str(at)), at, DAILY))
        for gone in surplus(left, at):
            left.remove(gone)
    return [(left[0].made - copy.made) / timedelta(days=1) for copy in left]


@pytest.mark.parametrize("a_day", [1, 2, 6])
def test_after_a_year_the_ten_backups_reach_from_today_to_weeks_ago(a_day: int) -> None:
    ages = kept_after_a_year(a_day)
    assert len(ages) == KEPT
    assert ages[-1] > 40
    assert all(older <= 3 * newer + 2 for newer, older in pairwise(ages)), "no long stretch without a backup"


def test_the_newest_backup_from_before_a_migration_is_never_dropped() -> None:
    made = [*copies(*range(12)), *copies(300, why=BEFORE_MIGRATION), *copies(400, why=BEFORE_MIGRATION)]
    gone = surplus(made, NOW)
    assert len(made) - len(gone) == KEPT
    assert made[12] not in gone
    assert made[13] in gone


def test_ten_backups_are_kept_the_last_three_among_them_and_nothing_half_written(database: Path) -> None:
    schema.prepare(database)
    made = [back_up(database, "by hand") for _ in range(KEPT + 3)]
    assert backups(database)[:3] == made[::-1][:3]
    assert sorted((database.parent / "backups").iterdir()) == sorted(backups(database))
    assert len(backups(database)) == KEPT


def test_what_a_killed_program_left_half_made_is_cleared_away_an_hour_later(database: Path) -> None:
    schema.prepare(database)
    folder = back_up(database, "by hand").parent
    fresh, stale = folder / "cases 2 daily.partial", folder / "cases 1 daily.partial"
    for half in (fresh, stale):
        half.write_bytes(b"half")
    os.utime(stale, (time.time() - 7200,) * 2)
    back_up(database, "by hand")
    assert fresh.exists()
    assert not stale.exists()


def test_backups_are_found_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "cases [2].sqlite"
    schema.prepare(path)
    made = back_up(path, "by hand")
    assert backups(path) == [made]


def test_a_backup_that_cannot_be_written_gives_one_line(database: Path) -> None:
    schema.prepare(database)
    (database.parent / "backups").write_text("a file where the folder should be")
    with pytest.raises(StoreUnusable, match="the backup could not be written"):
        back_up(database, "by hand")


def test_a_backup_tells_its_time_its_reason_and_how_much_is_in_it(database: Path) -> None:
    before = datetime.now(UTC)
    copy = backed_up(database)
    (looked,) = Safekeeping(database).backups()
    assert (looked.cases, looked.verdicts, looked.fault) == (1, 2, "")
    assert (looked.backup.path, looked.backup.why) == (copy, "by hand")
    assert before <= looked.backup.made <= datetime.now(UTC)
    assert looked.size == copy.stat().st_size


def test_looking_into_a_backup_changes_nothing(database: Path) -> None:
    copy = backed_up(database)
    before = copy.read_bytes(), copy.stat().st_mtime_ns
    Safekeeping(database).backups()
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_verdicts_are_counted_in_a_backup_as_they_stand(database: Path) -> None:
    with Workspace(url(database)) as workspace:
        case = decided_case(workspace)
        decide(workspace, case, "c1", "On second thoughts")  # replaces one
        decide(workspace, case, "c3", "Gone again")
        workspace.undo(case.id)
        decide(workspace, case, "c3", "Not gone")
        workspace.undo(case.id)
        workspace.redo(case.id)
        workspace.undo(case.id)
        standing = len(workspace.open_case(case.id).verdicts)
        kept = workspace.safekeeping
        assert kept is not None
        kept.back_up()
        assert kept.backups()[0].verdicts == standing == 2


def test_a_day_with_changes_has_one_backup_and_a_session_with_changes_another_at_its_end(database: Path) -> None:
    with Workspace(url(database)) as workspace:
        case = analysed_sample(workspace)
        assert workspace.back_up() is None, "nobody has decided anything"
        decide(workspace, case, "c1", "Counted")
        first = workspace.back_up()
        assert first is not None
        assert first.why == DAILY
        decide(workspace, case, "c2", "Counted too")
        assert workspace.back_up() is None, "today has its backup"
        with mock.patch("factcheck.workspace.BETWEEN", timedelta(0)):
            hourly = workspace.back_up()
            assert hourly is not None
            assert hourly.why == HOURLY
            assert workspace.back_up() is None, "nothing was changed since"
        decide(workspace, case, "c3", "Counted as well")
        last = workspace.back_up(ending=True)
        assert last is not None
        assert last.why == AFTER_SESSION
        assert workspace.back_up(ending=True) is None, "nothing was changed since"


def test_the_backups_of_a_server_are_its_keepers(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    decide(workspace, case, "c1", "Counted")
    on_server = workspace._database.path is None
    assert (workspace.safekeeping is None) == on_server
    assert (workspace.back_up() is None) == on_server


def test_a_session_of_reading_alone_leaves_no_backup(database: Path) -> None:
    backed_up(database)
    with Workspace(url(database)) as workspace:
        workspace.open_case(workspace.sample_case().id)
        assert workspace.back_up(ending=True) is None


def test_a_damaged_store_is_never_backed_up_over_good_ones(database: Path) -> None:
    copy = backed_up(database)
    query(database, "PRAGMA writable_schema=ON")
    data = bytearray(database.read_bytes())
    data[4096 * 3 : 4096 * 3 + 200] = bytes(200)
    database.write_bytes(data)
    with pytest.raises(StoreDamaged):
        back_up(database, DAILY)
    assert backups(database) == [copy]
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_decision_does_not_wait_for_a_backup_to_be_checked(database: Path) -> None:
    with Workspace(url(database)) as workspace:
        case = decided_case(workspace)
        with workspace._database.writing() as session:
            words = "ferry " * 400_000  # 2.4 MB
            session.connection().exec_driver_sql("INSERT INTO settings VALUES ('ballast', ?)", (words,))
        backing = threading.Thread(target=lambda: [back_up(database, DAILY) for _ in range(5)])
        backing.start()
        waits = []
        while backing.is_alive():
            started = time.perf_counter()
            decide(workspace, case, "c3", "Meanwhile")
            waits.append(time.perf_counter() - started)
        backing.join()
    assert max(waits) < 2
