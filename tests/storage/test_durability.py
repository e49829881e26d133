"""What was acknowledged is there after the program was killed, and two programs never lose each other's work.

FACTCHECK_KILLS raises the number of kills (500 before a release); the ordinary run has 25.
"""

import multiprocessing
import os
import random
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from factcheck.storage import schema
from factcheck.storage.people import set_setting, setting
from factcheck.storage.tables import ActRow
from factcheck.values import Decision
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.storage.samples import analysed_sample, at_revision

KILLS = int(os.environ.get("FACTCHECK_KILLS", "25"))

# A fork server starts a writer in milliseconds: the imports are done once.
forks = multiprocessing.get_context("forkserver")
forks.set_forkserver_preload([__name__])


def give_verdicts(url: str, case_id: str, said: Connection) -> None:
    """Give verdicts without end, and name each one after it was saved."""
    workspace = Workspace(url)
    for number in range(1_000_000):
        conflict = f"c{number % 3 + 1}"
        verdict = judge(workspace, case_id, conflict, Decision.UNKNOWN, None, f"Try {number} " + "why " * 300)
        said.send(verdict.id)


def count_up(url: str, times: int, said: Connection) -> None:
    """Read, add one, write."""
    failure = ""
    try:
        with Workspace(url) as workspace:
            for _ in range(times):
                with workspace._database.writing() as session:
                    set_setting(session, "count", str(int(setting(session, "count") or 0) + 1))
    except Exception as error:
        failure = repr(error)
    said.send(failure)


def start(work: Callable[..., None], *arguments: object) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    heard, said = forks.Pipe(duplex=False)
    process = forks.Process(target=work, args=(*arguments, said), daemon=True)
    process.start()
    said.close()
    return process, heard


def everything_from(heard: Connection) -> list[str]:
    """All that was said up to the end."""
    words = []
    with heard:
        try:
            while True:
                words.append(heard.recv())
        except (EOFError, ConnectionResetError):
            return words


def test_no_acknowledged_verdict_is_lost_when_the_program_is_killed(database: Path) -> None:
    url, chance = f"sqlite:///{database}", random.Random()
    with Workspace(url) as workspace:
        case = analysed_sample(workspace)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        process, heard = start(give_verdicts, url, case.id)
        acknowledged.append(heard.recv())
        time.sleep(chance.uniform(0, 0.1))
        assert process.pid
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += everything_from(heard)
        process.join()

    with Workspace(url) as workspace:
        kept = {verdict.id: verdict for verdict in workspace.history(case.id)}
        current = workspace.open_case(case.id).verdicts
        assert sorted(v.question for v in current) == sorted({v.question for v in kept.values()})
        with workspace._database.reading() as session:
            assert session.scalar(select(func.count()).select_from(ActRow)) == len(kept)
    assert len(acknowledged) >= KILLS
    assert set(acknowledged) <= set(kept)
    # A verdict is committed before it is acknowledged, so at most one a kill is there unannounced.
    assert len(kept) - len(acknowledged) <= KILLS
    assert all(2 <= len(v.anchors) <= 3 and v.rationale.endswith("why ") for v in kept.values())
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def migrate_without_end(path: Path, said: Connection) -> None:
    """Run the migrations, and then never come to the commit."""
    whole = schema.upgrade

    def endless(connection: Any, target: str) -> None:
        whole(connection, target)
        said.send("migrated")
        time.sleep(600)

    schema.upgrade = endless
    schema.prepare(path)


def test_a_program_killed_in_the_middle_of_a_migration_leaves_the_older_file(database: Path) -> None:
    at_revision(database, "0001")
    process, heard = start(migrate_without_end, database)
    assert heard.recv() == "migrated"
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    heard.close()

    assert schema.revision(database) == "0001"
    with Workspace(f"sqlite:///{database}") as workspace:
        assert [c.name for c in workspace.cases()] == ["Old"]
    assert schema.revision(database) == schema.REVISIONS[-1]


def test_two_programs_lose_none_of_each_others_changes(database: Path) -> None:
    url = f"sqlite:///{database}"
    Workspace(url).close()

    running = [start(count_up, url, 150) for _ in range(2)]
    failures = [heard.recv() for _, heard in running]
    for process, heard in running:
        process.join()
        heard.close()

    assert failures == ["", ""]
    with Workspace(url) as workspace, workspace._database.reading() as session:
        assert setting(session, "count") == "300"


def test_two_programs_can_make_the_same_new_store_at_once(database: Path) -> None:
    running = [start(count_up, f"sqlite:///{database}", 1) for _ in range(4)]
    failures = [heard.recv() for _, heard in running]
    for process, heard in running:
        process.join()
        heard.close()
    assert failures == [""] * 4


def test_the_interface_can_read_while_another_thread_stores_an_analysis(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert case.analysis is not None
    failures: list[Exception] = []

    def keep() -> None:
        try:
            for _ in range(20):
                assert case.analysis is not None
                workspace.keep_analysis(case.id, case.analysis)
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=keep)
    thread.start()
    looks = 0
    while thread.is_alive():
        assert workspace.open_case(case.id).analysis == case.analysis
        judge(workspace, case.id, "c1", Decision.NEITHER, None, "")
        looks += 1
    thread.join()

    assert failures == []
    assert looks > 0
    assert len(workspace.history(case.id)) == looks


@pytest.mark.parametrize("answer", ["three", "two"])
def test_a_verdict_is_in_the_file_when_the_call_returns(workspace: Workspace, database: Path, answer: str) -> None:
    case = analysed_sample(workspace)
    verdict = judge(workspace, case.id, "c1", Decision.ANSWER, answer, "Counted")
    # Another program's connection sees committed rows alone.
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT id, content ->> '$.answers[0]' FROM acts").fetchall() == [
            (verdict.id, answer)
        ]
