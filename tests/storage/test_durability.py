"""What was acknowledged is in the file, and programs and threads do not get into each other's way.

`tests/proofs` kills the program and cuts its power at random moments; here is what can be told for certain.
"""

import sqlite3
import threading
import time
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from factcheck.storage import schema
from factcheck.values import Decision
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.proofs.programs import Program
from tests.storage.samples import analysed_sample, at_revision


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
    program = Program(migrate_without_end, database)
    assert program.hear() == "migrated"
    program.kill()

    assert schema.revision(database) == "0001"
    with Workspace(f"sqlite:///{database}") as workspace:
        assert [c.name for c in workspace.cases()] == ["Old"]
    assert schema.revision(database) == schema.REVISIONS[-1]


def open_once(url: str, said: Connection) -> None:
    Workspace(url).close()
    said.send("opened")


def test_programs_can_make_the_same_new_store_at_once(database: Path) -> None:
    running = [Program(open_once, f"sqlite:///{database}") for _ in range(4)]
    assert [program.hear_all() for program in running] == [["opened"]] * 4


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
