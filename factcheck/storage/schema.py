"""The revisions of a store, and a file brought up to date (docs/decisions/0007-migrations.md).

Alembic is imported only when there is something to migrate: the program starts 0.2 s sooner without it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from factcheck.errors import NewerStore, StoreDamaged, StoreUnusable
from factcheck.storage.backups import BEFORE_MIGRATION, back_up, backups
from factcheck.storage.database import APPLICATION, BUSY_SECONDS
from factcheck.storage.health import examine
from factcheck.storage.sqlite import PRAGMAS, open_engine, unusable_in_one_line

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""All revisions this version knows, oldest first; a test compares them with the scripts."""

MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(path: Path) -> None:
    """Make the database `path` when it is missing, migrate it when it is older.

    Raises NewerStore (the file is left untouched), StoreDamaged (also when it is gone and there are backups of it)
    and StoreUnusable.
    """
    try:
        with unusable_in_one_line(path):
            examine(path)
            make(path)
    except NewerStore:
        raise
    except StoreDamaged as error:
        raise StoreDamaged(path, error.reason, _hint(path)) from error
    except StoreUnusable as error:
        raise StoreUnusable(f"{error}{_hint(path)}") from error


def make(path: Path) -> None:
    """Make or migrate the database, without a look at whether there should be one. Raises as `prepare` does."""
    with unusable_in_one_line(path):
        found = revision(path)
        if found == REVISIONS[-1]:
            return
        if found is not None:
            back_up(path, BEFORE_MIGRATION)
        _migrate(path)


def revision(path: Path) -> str | None:
    """The revision of the file, None for an empty or missing one. Raises StoreUnusable, NewerStore, sqlite3.Error."""
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if application != APPLICATION or "alembic_version" not in tables:
            raise StoreUnusable(f"{path}: a database of another program")
        (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if found not in REVISIONS:
        raise NewerStore(f"{path}: written by a newer version of Factcheck; it was left untouched")
    return str(found)


def _migrate(path: Path) -> None:
    # Foreign keys off: SQLite changes a table by making it anew, and dropping the old one would delete its children.
    pragmas = tuple(p for p in PRAGMAS if not p.startswith("foreign_keys"))
    engine = open_engine(path, "IMMEDIATE", ("foreign_keys=OFF", *pragmas))
    try:
        with engine.begin() as connection:
            upgrade(connection, REVISIONS[-1])
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise StoreUnusable(f"{path}: the migration left a row of {broken[0]} without what it belongs to")
    finally:
        engine.dispose()


def upgrade(connection: Connection, target: str) -> None:
    """Run the migrations up to `target` inside the caller's transaction; what has run already is not run again."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, target)


def _hint(path: Path) -> str:
    newest = backups(path)[:1]
    return f" (the newest backup is {newest[0]})" if newest else ""
