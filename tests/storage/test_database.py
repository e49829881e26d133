import re
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from factcheck.errors import StoreUnusable
from factcheck.storage.sqlite import SqliteDatabase
from factcheck.storage.stores import open_database
from factcheck.storage.tables import Row
from factcheck.values import Decision
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.storage.samples import analysed_sample


def pragma(session: Session, name: str) -> object:
    return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


def test_every_pooled_connection_has_the_settings_that_lose_nothing(workspace: Workspace, database: Path) -> None:
    assert workspace._database.path == database
    with ExitStack() as open_ones:
        sessions = [open_ones.enter_context(workspace._database.reading()) for _ in range(5)]
        sessions.append(open_ones.enter_context(workspace._database.writing()))
        for session in sessions:
            assert pragma(session, "journal_mode") == "truncate"
            assert pragma(session, "synchronous") == 2  # FULL
            assert pragma(session, "foreign_keys") == 1
            assert pragma(session, "busy_timeout") == 30_000
        assert [pragma(s, "query_only") for s in sessions] == [1, 1, 1, 1, 1, 0]


def test_a_writer_holds_the_lock_from_its_first_moment(database: Path, workspace: Workspace) -> None:
    other = SqliteDatabase(database)
    held, released = threading.Event(), threading.Event()
    order = []

    def write() -> None:
        with other.writing():
            held.set()
            released.wait(10)
            order.append("first")

    thread = threading.Thread(target=write)
    thread.start()
    held.wait(10)
    threading.Timer(0.2, released.set).start()
    workspace.create_case("Second")  # waits for the other, which has written nothing
    order.append("second")
    thread.join()
    other.close()

    assert order == ["first", "second"]


def test_a_reader_sees_one_state_while_a_writer_works(workspace: Workspace) -> None:
    workspace.create_case("Before")
    with workspace._database.writing() as session:
        session.connection().exec_driver_sql("UPDATE cases SET name = 'After'")
        assert [c.name for c in workspace.cases()] == ["Before"]
    assert [c.name for c in workspace.cases()] == ["After"]


def test_every_constraint_and_index_has_a_name() -> None:
    tables = Row.metadata.sorted_tables
    named = [c.name for t in tables for c in t.constraints] + [i.name for t in tables for i in t.indexes]
    assert len(named) > 40
    assert None not in named


def test_a_full_disk_gives_one_line_and_keeps_what_was_there(workspace: Workspace, database: Path) -> None:
    case = analysed_sample(workspace)
    kept = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "Counted in the photograph")
    with workspace._database.writing() as session:
        pages = pragma(session, "page_count")
        pragma(session, f"max_page_count={pages}")  # SQLite answers as on a full disk

    with pytest.raises(StoreUnusable, match=f"{re.escape(str(database))}: .*full") as caught:
        judge(workspace, case.id, "c1", Decision.NEITHER, None, "x" * 1_000_000)

    assert "\n" not in str(caught.value)
    assert workspace.history(case.id) == (kept,)


def test_a_file_without_write_permission_gives_one_line(workspace: Workspace, database: Path) -> None:
    with workspace._database.writing() as session:
        session.connection().exec_driver_sql(
            "PRAGMA query_only=ON"
        )  # what SQLite says for a read-only file, also to the superuser

    with pytest.raises(StoreUnusable, match=f"^{re.escape(str(database))}: attempt to write a readonly database$"):
        workspace.create_case("New")

    assert workspace.cases() == ()


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:", "mysql://host/cases", "no address"])
def test_an_address_that_names_no_store_is_refused_in_one_line(address: str) -> None:
    with pytest.raises(StoreUnusable) as caught:
        open_database(address)
    assert str(caught.value).startswith(f"{address}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("address", ["mysql://ana:s3:c@ret@host/cases", "postgresql://ana:s3:c@ret@host:x/cases"])
def test_a_wrong_address_is_named_without_its_password(address: str) -> None:
    with pytest.raises(StoreUnusable) as caught:
        open_database(address)
    assert "ana:…@host" in str(caught.value)
    assert "ret" not in str(caught.value)


def test_a_folder_that_is_not_there_gives_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="unable to open database file"):
        Workspace(f"sqlite:///{tmp_path}/missing/cases.sqlite")
