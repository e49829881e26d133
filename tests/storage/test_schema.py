import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from factcheck.errors import NewerStore, StoreUnusable
from factcheck.storage import schema
from factcheck.storage.backups import back_up, backups
from factcheck.storage.sqlite import PRAGMAS, open_engine
from factcheck.storage.tables import Row
from factcheck.values import Decision
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.storage.samples import analysed_sample, at_revision


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(sql).fetchall()


def test_the_revisions_the_program_knows_are_those_it_has_scripts_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([s.revision for s in scripts])) == schema.REVISIONS


def test_the_migrations_make_exactly_the_tables_of_the_program(database: Path) -> None:
    schema.prepare(database)
    engine = open_engine(database, "DEFERRED", PRAGMAS)
    with engine.connect() as connection:
        # The full-text index and the tables SQLite keeps it in are no rows of ours.
        ours = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("revision_words")}
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), Row.metadata) == []
    engine.dispose()


def test_an_older_file_is_backed_up_and_migrated_with_its_rows(database: Path) -> None:
    at_revision(database, "0001")

    with Workspace(f"sqlite:///{database}") as workspace:
        assert [c.name for c in workspace.cases()] == ["Old"]

    assert schema.revision(database) == schema.REVISIONS[-1]
    (backup,) = backups(database)
    assert backup.parent == database.parent / "backups"
    assert schema.revision(backup) == "0001"
    assert query(backup, "SELECT name FROM cases") == [("Old",)]


def test_a_migration_that_fails_leaves_the_older_file_as_it_was(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_revision(database, "0001")
    whole = schema.upgrade

    def fails_at_the_end(connection: object, target: str) -> None:
        whole(connection, target)  # type: ignore[arg-type]
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(schema, "upgrade", fails_at_the_end)
        with pytest.raises(StoreUnusable, match=r"full \(the newest backup is .*before migration"):
            schema.prepare(database)

    assert schema.revision(database) == "0001"
    assert query(database, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == [(0,)]
    schema.prepare(database)
    assert schema.revision(database) == schema.REVISIONS[-1]


def test_a_migration_that_would_orphan_a_row_is_undone(database: Path) -> None:
    at_revision(database, "0001")
    query(database, "INSERT INTO drafts VALUES ('d', 'no such case', 'date', '[]', 'text', '2026-01-01T00:00:00Z')")

    with pytest.raises(StoreUnusable, match="a row of drafts without what it belongs to"):
        schema.prepare(database)

    assert schema.revision(database) == "0001"


def test_a_current_file_is_opened_without_the_migration_library(database: Path) -> None:
    schema.prepare(database)
    program = (
        "import sys; from factcheck.workspace import Workspace; Workspace(sys.argv[1]).close();"
        "print([m for m in sys.modules if m.split('.')[0] in {'alembic', 'spacy', 'PySide6', 'jinja2'}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, f"sqlite:///{database}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_file_of_a_newer_version_is_refused_and_left_untouched(database: Path) -> None:
    schema.prepare(database)
    query(database, "UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()

    with pytest.raises(NewerStore, match="newer version of Factcheck; it was left untouched"):
        Workspace(f"sqlite:///{database}")

    assert database.read_bytes() == before
    assert [p.name for p in database.parent.iterdir()] == [database.name]


def test_a_file_that_is_no_database_is_refused_in_one_line(database: Path) -> None:
    database.write_bytes(b"Seven died on Monday. " * 100)
    with pytest.raises(StoreUnusable, match=r"cases\.sqlite: file is not a database$"):
        Workspace(f"sqlite:///{database}")
    assert database.read_bytes() == b"Seven died on Monday. " * 100


def test_a_database_of_another_program_is_refused_and_left_untouched(database: Path) -> None:
    query(database, "CREATE TABLE moz_places (id INTEGER)")
    before = database.read_bytes()
    with pytest.raises(StoreUnusable, match="a database of another program"):
        Workspace(f"sqlite:///{database}")
    assert database.read_bytes() == before


def test_a_damaged_file_names_the_newest_backup_which_then_opens(database: Path) -> None:
    with Workspace(f"sqlite:///{database}") as workspace:
        case = analysed_sample(workspace)
        verdict = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "Counted")
    good = back_up(database, "by hand")
    damaged = bytearray(database.read_bytes())
    damaged[:100] = bytes(100)
    database.write_bytes(damaged)

    with pytest.raises(StoreUnusable) as caught:
        Workspace(f"sqlite:///{database}")
    assert str(caught.value).endswith(f"(the newest backup is {good})")

    good.replace(database)
    with Workspace(f"sqlite:///{database}") as workspace:
        assert workspace.history(case.id) == (verdict,)
