"""The restore drill: a file is damaged, the program notices, and a backup brings everything back that was in it."""

import os
import random
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import DamagedCase, NewerStore, StoreDamaged, StoreUnusable
from factcheck.safekeeping import Contents, Safekeeping
from factcheck.storage import restoring
from factcheck.storage.backups import BEFORE_RESTORING, back_up, backups
from factcheck.storage.restoring import put_aside
from factcheck.workspace import Workspace
from tests.storage.stored import PAGE, backed_up, decide, flip, query, rationales, url

FLIPS = int(os.environ.get("FACTCHECK_FLIPS", "20"))
BOTH = ["Counted in the photograph", "The calendar says so"]


def newest(kept: Safekeeping) -> Contents:
    found = kept.newest_good()
    assert found is not None
    return found


def test_whatever_page_is_overwritten_the_program_notices_and_the_newest_good_backup_has_all(database: Path) -> None:
    backed_up(database)
    whole, chance = database.read_bytes(), random.Random(5)
    used = [n for n in range(len(whole) // PAGE) if any(whole[n * PAGE : n * PAGE + 100])]
    kept = Safekeeping(database)
    for page in chance.sample(used, min(FLIPS, len(used))):
        database.write_bytes(whole)
        flip(database, page, chance)
        with pytest.raises(StoreDamaged, match="the newest backup is"):
            Workspace(url(database))
        offered = newest(kept)
        assert (offered.cases, offered.verdicts) == (1, 2)
        aside = kept.restore(offered.backup)
        assert rationales(database) == BOTH
        assert aside is not None
        assert aside.exists()


@pytest.mark.parametrize("left", [0, 100, PAGE, 3 * PAGE + 7])
def test_a_file_that_was_cut_off_is_noticed_and_restored(database: Path, left: int) -> None:
    backed_up(database)
    database.write_bytes(database.read_bytes()[:left])
    with pytest.raises(StoreDamaged):
        Workspace(url(database))
    assert database.stat().st_size == left, "nothing is begun anew unasked"
    Safekeeping(database).restore(newest(Safekeeping(database)).backup)
    assert rationales(database) == BOTH


def test_a_file_that_is_gone_is_not_silently_begun_anew(database: Path) -> None:
    backed_up(database)
    database.unlink()
    with pytest.raises(StoreDamaged, match=r"the file is gone \(the newest backup is"):
        Workspace(url(database))
    assert not database.exists()
    assert Safekeeping(database).restore(newest(Safekeeping(database)).backup) is None
    assert rationales(database) == BOTH


def test_a_first_start_has_nothing_to_restore(database: Path) -> None:
    Workspace(url(database)).close()
    assert Safekeeping(database).newest_good() is None


def test_a_file_whose_head_was_overwritten_is_damaged_and_not_another_programs(database: Path) -> None:
    backed_up(database)
    query(database, "PRAGMA application_id = 7")
    with pytest.raises(StoreDamaged, match="the head of the file was overwritten"):
        Workspace(url(database))


def change(database: Path, words: bytes, to: bytes) -> None:
    """Change bytes within the file, wherever these words stand in it."""
    whole = database.read_bytes()
    assert words in whole
    database.write_bytes(whole.replace(words, to))


def test_a_text_that_is_no_text_any_more_is_damage_and_is_not_repeated(database: Path) -> None:
    backed_up(database)
    change(database, b"Counted in the photograph", b"Counted in \xff\xffe photograph")
    with pytest.raises(StoreDamaged, match="a stored text is no text any more") as told, Workspace(url(database)) as w:
        w.open_case(w.cases()[0].id)
    assert "photograph" not in str(told.value)


@pytest.mark.parametrize("key", [b'"rationale"', b'"article"', b'"start": '])
def test_a_case_whose_decisions_were_changed_from_outside_is_refused_in_one_line(database: Path, key: bytes) -> None:
    backed_up(database)
    change(database, key, key.replace(b"a", b"~").replace(b": ", b"::"))
    with Workspace(url(database)) as workspace, pytest.raises(DamagedCase, match="Restore a backup"):
        workspace.open_case(workspace.cases()[0].id)


def test_a_damaged_backup_is_told_and_passed_over(database: Path) -> None:
    good = backed_up(database)
    bad = back_up(database, "by hand")
    flip(bad, 0, random.Random(1))
    kept = Safekeeping(database)
    assert newest(kept).backup.path == good
    first, second = kept.backups()
    assert first.fault
    assert not second.fault
    with pytest.raises(StoreUnusable, match="cannot be restored"):
        kept.restore(first.backup)
    assert rationales(database) == BOTH


def test_what_stood_there_before_is_a_backup_itself(database: Path) -> None:
    old = backed_up(database)
    with Workspace(url(database)) as workspace:
        decide(workspace, workspace.sample_case(), "c3", "Given later")
    kept = Safekeeping(database)
    before = kept.restore(newest(kept).backup)
    assert rationales(database) == BOTH
    assert before == backups(database)[0]
    assert kept.backups()[0].backup.why == BEFORE_RESTORING
    kept.restore(kept.backups()[0].backup)
    assert rationales(database) == sorted([*BOTH, "Given later"])
    assert old.exists()


def test_a_damaged_file_is_put_aside_as_it_is_with_its_journal(database: Path) -> None:
    backed_up(database)
    flip(database, 0, random.Random(2))
    damaged = database.read_bytes()
    journal = database.with_name(database.name + "-journal")
    journal.write_bytes(b"what a crash left")
    aside = put_aside(database)
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"what a crash left"
    assert not journal.exists(), "it would be played back into the restored file"


def test_a_person_can_begin_anew_and_the_damaged_file_is_kept(database: Path) -> None:
    backed_up(database)
    flip(database, 1, random.Random(3))
    damaged = database.read_bytes()
    aside = Safekeeping(database).begin_anew()
    assert aside is not None
    assert aside.read_bytes() == damaged
    with Workspace(url(database)) as workspace:
        assert workspace.cases() == ()


def test_a_backup_of_a_newer_version_is_not_restored(database: Path) -> None:
    copy = backed_up(database)
    query(copy, "UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    kept = Safekeeping(database)
    with pytest.raises(NewerStore, match="made by a newer version"):
        kept.restore(kept.backups()[0].backup)
    assert database.read_bytes() == before


def test_a_restore_that_fails_leaves_the_file_as_it_was(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backed_up(database)
    before = database.read_bytes()
    monkeypatch.setattr(restoring, "_put", refuse)
    with pytest.raises(StoreUnusable, match="was not restored: No space left on device"):
        Safekeeping(database).restore(newest(Safekeeping(database)).backup)
    assert database.read_bytes() == before
    assert {path.name for path in database.parent.iterdir()} <= {database.name, "backups", database.name + "-journal"}


def refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_program_that_had_the_old_file_open_goes_on_in_the_restored_one(database: Path) -> None:
    backed_up(database)
    with Workspace(url(database)) as other:
        case = other.open_case(other.sample_case().id)
        decide(other, case, "c3", "Before the restore")
        Safekeeping(database).restore(Safekeeping(database).backups()[-1].backup)
        assert sorted(v.rationale for v in other.open_case(case.id).verdicts) == BOTH
        decide(other, case, "c3", "After the restore")
    assert rationales(database) == ["After the restore", *BOTH]


def test_no_acknowledged_decision_falls_between_the_old_file_and_the_restored_one(database: Path) -> None:
    """Somebody decides while backups are put back: each decision is in the file or in a backup of it."""
    backed_up(database)
    kept = Safekeeping(database)
    done = threading.Event()
    acknowledged: list[str] = []

    def decide_on() -> None:
        with Workspace(url(database)) as workspace:
            case = workspace.open_case(workspace.sample_case().id)
            while not done.is_set():
                name = f"Try {len(acknowledged)}"
                decide(workspace, case, "c3", name)
                acknowledged.append(name)
                time.sleep(0.02)  # SQLite gives the lock to whoever asks at the right moment

    deciding = threading.Thread(target=decide_on)
    deciding.start()
    oldest, before = kept.backups()[-1].backup, []
    try:
        for n in range(6):
            while len(acknowledged) < 3 * n and deciding.is_alive():
                time.sleep(0.005)
            before.append(kept.restore(oldest))
    finally:
        done.set()
        deciding.join()
    assert len(acknowledged) >= 15
    assert None not in before
    there = {name for path in (database, *filter(None, before)) for name in given(path)}
    assert set(acknowledged) <= there


def given(path: Path) -> set[str]:
    """Every rationale ever given in a file."""
    if not path.exists():
        return set()
    with closing(sqlite3.connect(path)) as connection:
        return {str(name) for (name,) in connection.execute("SELECT json_extract(content, '$.rationale') FROM acts")}
