"""The store that people share, on a real server. What both stores do alike is tested with the fixture `store`."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.engine import make_url

from factcheck.errors import FactcheckError, NewerStore, StoreUnusable
from factcheck.search import Query, folded, hits
from factcheck.storage import cases, people, postgresql, schema
from factcheck.storage.stores import open_database
from factcheck.storage.tables import Row
from factcheck.values import Decision
from factcheck.workspace import Workspace
from tests.conftest import address
from tests.factories import judge, make_article
from tests.postgresql import Server, own_server
from tests.proofs.programs import Program
from tests.storage.samples import analysed_sample, written
from tests.storage.test_durability import open_once

CRASHES = int(os.environ.get("FACTCHECK_CRASHES", "4"))
"""How often server and program are killed; every second time both are."""


@pytest.fixture
def workspace(shared_store: str) -> Iterator[Workspace]:
    with Workspace(shared_store) as opened:
        yield opened


@pytest.fixture
def new_database(server: Server) -> Iterator[str]:
    """The address of a database without tables."""
    with server.database() as url:
        yield address(url)


def change(workspace: Workspace, statement: str) -> None:
    with workspace._database.writing() as session:
        session.execute(text(statement))


def refused(asked: str) -> str:
    """What is said about a store that cannot be opened: one line without the password."""
    with pytest.raises(StoreUnusable) as caught:
        open_database(asked)
    said = str(caught.value)
    assert "\n" not in said
    password = make_url(asked).password
    assert not password or password not in said
    return said


# --- what cannot be used --------------------------------------------------------------------------


def test_a_wrong_password_is_one_line_that_does_not_show_it(shared_store: str) -> None:
    url = make_url(shared_store)
    said = refused(address(url.set(password="not the pass@word")))
    assert said.startswith(f"postgresql://{url.username}@")
    assert said.endswith(f'/{url.database}: password authentication failed for user "{url.username}"')


def test_a_database_that_is_not_there_is_named(shared_store: str) -> None:
    assert refused(address(make_url(shared_store).set(database="nowhere"))).endswith(
        '/nowhere: database "nowhere" does not exist'
    )


def test_a_server_that_does_not_answer_is_one_line() -> None:
    said = refused("postgresql+psycopg://ana:secret@127.0.0.1:1/cases")
    assert said == "postgresql://ana@127.0.0.1:1/cases: the server cannot be reached: Connection refused"


def test_an_address_with_a_setting_that_does_not_exist_is_one_line() -> None:
    assert "ssl_mood" in refused("postgresql://ana:secret@127.0.0.1:1/cases?ssl_mood=calm")


def test_without_the_library_the_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert refused("postgresql://ana@host/cases") == (
        "postgresql://ana@host/cases: PostgreSQL needs the extra “postgresql”: "
        "pip install 'factcheck-workbench[postgresql]'"
    )


def test_a_database_of_another_program_is_left_alone(new_database: str) -> None:
    with on(new_database) as there:
        there.run("CREATE TABLE moz_places (id INTEGER)")
        assert refused(new_database).endswith("a database of another program; Factcheck needs one of its own")
        there.run("CREATE TABLE alembic_version (version_num VARCHAR)")  # of a program that uses the same library
        assert refused(new_database).endswith("a database of another program; Factcheck needs one of its own")


@contextmanager
def on(asked: str) -> Iterator[Server]:
    """The database at this address, to run statements in."""
    yield Server(make_url(asked))


def test_a_store_of_a_newer_version_is_refused_when_it_is_opened_and_while_it_is_open(shared_store: str) -> None:
    with Workspace(shared_store) as workspace:
        change(workspace, "UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(NewerStore, match="newer version of Factcheck; it was left untouched"):
            workspace.create_case("Late")
        with pytest.raises(NewerStore):
            Workspace(shared_store)
        assert workspace.cases() == ()


def test_a_database_in_another_encoding_is_refused(server: Server) -> None:
    with server.database("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0") as url:
        assert refused(address(url)).endswith("the database is encoded in SQL_ASCII; Factcheck needs one in UTF8")


def test_somebody_who_may_not_write_is_told_so(shared_store: str) -> None:
    url = make_url(shared_store)
    with on(shared_store) as there:
        there.run(f'REVOKE CREATE ON DATABASE "{url.database}" FROM PUBLIC')
        there.run("CREATE ROLE factcheck_guest LOGIN PASSWORD 'guest'")
        try:
            there.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO factcheck_guest")
            with Workspace(address(url.set(username="factcheck_guest", password="guest"))) as guest:
                assert guest.cases() == ()
                with pytest.raises(StoreUnusable, match=r"factcheck_guest@.*: permission denied for table cases$"):
                    guest.create_case("Mine")
        finally:
            there.run("DROP OWNED BY factcheck_guest")
            there.run("DROP ROLE factcheck_guest")


def test_people_set_up_as_the_manual_says_share_their_tables(server: Server) -> None:
    with server.database("ENCODING 'UTF8' TEMPLATE template0") as url, on(address(url)) as there:
        people_of = {"factcheck_test_ana": "ana's", "factcheck_test_ben": "ben's"}
        there.run("CREATE ROLE factcheck_test_checkers")
        there.run(f'ALTER DATABASE "{url.database}" OWNER TO factcheck_test_checkers')
        try:
            for name in people_of:
                there.run(f"CREATE ROLE {name} LOGIN PASSWORD 'p@ss/word' IN ROLE factcheck_test_checkers")
                there.run(f"ALTER ROLE {name} IN DATABASE \"{url.database}\" SET role = 'factcheck_test_checkers'")
            for name, case in people_of.items():
                with Workspace(address(url.set(username=name, password="p@ss/word"))) as workspace:
                    workspace.create_case(case)
                    assert len(workspace.cases()) == 1 + (case == "ben's")
        finally:
            there.run(f'ALTER DATABASE "{url.database}" OWNER TO {url.username}')
            there.run("DROP OWNED BY factcheck_test_checkers")
            for role in (*people_of, "factcheck_test_checkers"):
                there.run(f"DROP ROLE IF EXISTS {role}")


# --- writers and readers --------------------------------------------------------------------------


def test_a_writer_holds_the_lock_from_its_first_moment(shared_store: str, workspace: Workspace) -> None:
    other = open_database(shared_store)
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


def test_who_waits_too_long_for_another_writer_is_told_so(shared_store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(postgresql.SESSION, "lock_timeout", "100ms")
    with (
        Workspace(shared_store) as one,
        Workspace(shared_store) as other,
        one._database.writing(),
        pytest.raises(StoreUnusable, match="somebody else has been writing for 30 seconds; try again"),
    ):
        other.create_case("Second")


def test_readers_see_one_state_and_cannot_write(shared_store: str, workspace: Workspace) -> None:
    with Workspace(shared_store) as other, workspace._database.reading() as session:
        assert cases.ids(session) == ()
        other.create_case("Meanwhile")
        assert cases.ids(session) == ()
        with pytest.raises(Exception, match="read-only transaction"):
            session.execute(text("DELETE FROM cases"))
    assert [c.name for c in workspace.cases()] == ["Meanwhile"]


def test_saved_means_on_disk_even_where_the_server_promises_less(shared_store: str) -> None:
    url = make_url(shared_store)
    with on(shared_store) as there:
        there.run(f"ALTER DATABASE \"{url.database}\" SET synchronous_commit = 'off'")
    with Workspace(shared_store) as workspace, workspace._database.writing() as session:
        assert session.scalar(text("SHOW synchronous_commit")) == "on"
        assert session.scalar(text("SHOW fsync")) == "on"


def test_programs_can_make_the_same_new_store_at_once(new_database: str) -> None:
    running = [Program(open_once, new_database) for _ in range(4)]
    assert [program.hear_all() for program in running] == [["opened"]] * 4


# --- a server that goes away ----------------------------------------------------------------------


def test_when_the_server_is_back_the_program_goes_on() -> None:
    with own_server() as server, server.database() as url, Workspace(address(url)) as workspace:
        case = workspace.create_case("Before")
        workspace.cases()
        server.stop()
        for _ in range(2):
            with pytest.raises(StoreUnusable) as reading:
                workspace.cases()
            with pytest.raises(StoreUnusable) as writing:
                workspace.rename_case(case.id, "Lost")
            assert "\n" not in str(reading.value) + str(writing.value)
            assert str(url.password) not in str(reading.value) + str(writing.value)
        server.start()
        assert [c.name for c in workspace.cases()] == ["Before"]
        workspace.rename_case(case.id, "After")
        assert [c.name for c in workspace.cases()] == ["After"]


def test_a_connection_that_is_cut_off_in_the_middle_leaves_nothing_half_done(workspace: Workspace) -> None:
    def work() -> None:
        with workspace._database.writing() as session:
            cases.create(session, "Half")
            session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(StoreUnusable) as caught:
        work()
    assert str(caught.value).endswith("terminating connection due to administrator command")
    assert workspace.cases() == ()
    workspace.create_case("Whole")


def judge_without_end(asked: str, case_id: str, said: Connection) -> None:
    """Give verdicts until killed, and name each one after it was saved."""
    with Workspace(asked) as workspace:
        for number in count():
            said.send(judge(workspace, case_id, f"c{number % 3 + 1}", Decision.UNKNOWN, None, f"Try {number}").id)


def test_no_acknowledged_verdict_is_lost_when_server_and_program_die() -> None:
    with own_server() as server, server.database() as url:
        with Workspace(address(url)) as workspace:
            case = analysed_sample(workspace)
        acknowledged: list[object] = []
        for number in range(CRASHES):
            program = Program(judge_without_end, address(url), case.id)
            acknowledged += [program.hear() for _ in range(3)]
            if number % 2:
                server.stop()
            acknowledged += program.kill()
            if number % 2:
                server.start()
        with Workspace(address(url)) as workspace:
            kept = {verdict.id for verdict in workspace.history(case.id)}
    assert len(acknowledged) >= 3 * CRASHES
    assert set(acknowledged) <= kept
    assert len(kept) - len(acknowledged) <= CRASHES


# --- the schema -----------------------------------------------------------------------------------


def test_the_migrations_make_exactly_the_tables_of_the_program(workspace: Workspace) -> None:
    with workspace._database.reading() as session:
        ours = {"include_name": lambda name, kind, _: kind != "table" or name != "revision_words"}
        assert compare_metadata(MigrationContext.configure(session.connection(), opts=ours), Row.metadata) == []


def test_every_text_is_ordered_as_sqlite_and_python_order_it(workspace: Workspace) -> None:
    of_language = (
        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' "
        "AND data_type IN ('character varying', 'text') AND collation_name IS DISTINCT FROM 'C'"
    )
    with workspace._database.reading() as session:
        assert session.scalars(text(of_language)).all() == []


def test_a_migration_that_fails_leaves_no_table(new_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_at_the_end(connection: object, target: str) -> None:
        schema.upgrade(connection, target)  # type: ignore[arg-type]
        raise FactcheckError("cut off")

    with monkeypatch.context() as patched:
        patched.setattr(postgresql, "upgrade", fails_at_the_end)
        with pytest.raises(FactcheckError, match="cut off"):
            open_database(new_database)
    with on(new_database) as there:
        there.run("CREATE TABLE claims (id INTEGER)")  # no table of ours is in the way
        there.run("DROP TABLE claims")
    Workspace(new_database).close()


# --- people ---------------------------------------------------------------------------------------


def test_each_person_has_a_reviewer_and_a_last_case_of_his_own(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases_of = {}
    for person in ("ana", "ben"):
        monkeypatch.setattr(people, "login_name", lambda person=person: person)
        workspace.set_reviewer(person.title())
        cases_of[person] = workspace.open_case(workspace.create_case(person).id).id
    for person in ("ana", "ben"):
        monkeypatch.setattr(people, "login_name", lambda person=person: person)
        assert workspace.reviewer().name == person.title()
        assert workspace.last_case() == cases_of[person]
    assert workspace.sample_case().id == workspace.sample_case().id


def test_what_the_database_cannot_hold_is_seen_and_loses_nothing_else(workspace: Workspace) -> None:
    case = workspace.create_case("a\0b \ud800 c")
    assert workspace.open_case(case.id).name == "a\ufffdb \ufffd c"
    workspace.set_reviewer("A\0na")
    assert workspace.reviewer().name == "A\ufffdna"


# --- search ---------------------------------------------------------------------------------------

LETTERS = st.sampled_from(
    [*"abcABC 12\n\"'.-_’“£é", "e\u0301", "São", "U.S. ", "三", "人", "ß", "ﬁ", "İ", "한", "x" * 70]
)


@pytest.fixture(scope="module")
def searched(server: Server, empty_database: str) -> Iterator[Workspace]:
    with server.database(f'TEMPLATE "{empty_database}"') as url, Workspace(address(url)) as opened:
        yield opened


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LETTERS, max_size=25).map("".join), st.lists(LETTERS, min_size=1, max_size=5).map("".join))
@example("The cosmonauts didn’t answer.", "cosmo didn't")
@example("a_b", "_b")
@example("x" * 200, "x" * 150)
def test_no_article_that_holds_the_words_is_lost(searched: Workspace, body: str, typed: str) -> None:
    case = searched.create_case("Any")
    with searched._database.writing() as session:
        cases.add_articles(session, case.id, [make_article(body)])
    query = Query(typed)
    there = bool(hits(query, "a", body)) and bool(query.terms)
    assert [found.case for found in searched.search(query)] == [case.id] * there
    searched.delete_case(case.id)


def test_a_text_of_too_many_words_for_the_index_is_found_all_the_same(workspace: Workspace, tmp_path: Path) -> None:
    body = " ".join(f"word{n}" for n in range(70_000))
    case = workspace.import_files(workspace.create_case("Long").id, written(tmp_path, a=body, b="Nothing.")).case
    assert [found.article for found in workspace.search(Query("word69999"))] == [case.articles[0].id]
    with workspace._database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM revision_words")) == 1


def test_the_index_names_few_articles_of_many(workspace: Workspace) -> None:
    from factcheck.storage.search import candidates

    case = workspace.create_case("Many")
    with workspace._database.writing() as session:
        cases.add_articles(session, case.id, [make_article(f"Number{n} fell.", str(n)) for n in range(50)])
    with workspace._database.reading() as session:
        found = [article.text for _, _, article in candidates(session, [folded("Number4")])]
    assert len(found) == 11  # 4 and 40 to 49
