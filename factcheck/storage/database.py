"""One SQLite file, opened so that nothing committed is lost (docs/decisions/0005-durability.md).

Safe to use from several threads and processes: every unit of work has a session and a connection of its own. Writers
wait in line for the one writing connection; readers see the last committed state.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, InterfaceError, ProgrammingError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool, QueuePool

from factcheck.errors import StoreUnusable

BUSY_SECONDS = 30.0
"""How long a unit of work waits for another process before it gives up."""

PRAGMAS = ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=FULL")
"""On every connection. TRUNCATE with FULL survived every simulated power cut; the rest is in the decision record."""

WRITER_PRAGMAS = (*PRAGMAS, "cache_spill=OFF")
"""A large transaction stays in memory until it commits: spilling would lock readers out from the first spill on."""

READER_PRAGMAS = (*PRAGMAS, "query_only=ON")


def database_path(url: str) -> Path:
    """The file a database address names. Raises StoreUnusable when it names none."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreUnusable(f"{url}: not a database address; one looks like sqlite:////folder/cases.sqlite") from error
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        raise StoreUnusable(
            f"{url}: cases are kept in a SQLite file; an address looks like sqlite:////folder/cases.sqlite"
        )
    return Path(str(parsed.database)).absolute()


class Database:
    """The file at `path`, which must be up to date (`schema.prepare`)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = open_engine(path, "IMMEDIATE", WRITER_PRAGMAS, lines=1)
        self._reader = open_engine(path, "DEFERRED", READER_PRAGMAS, lines=5)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that holds the write lock from its beginning; on disk when the block ends without an error.

        Raises StoreUnusable when the file cannot be written; nothing of the transaction is kept then.
        """
        with unusable_in_one_line(self.path), Session(self._writer) as session, session.begin():
            session.connection()  # a session begins at its first statement unless asked
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the file. Raises StoreUnusable."""
        with unusable_in_one_line(self.path), Session(self._reader) as session, session.begin():
            yield session

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def open_engine(path: Path, begin: str, pragmas: tuple[str, ...], *, lines: int = 0) -> Engine:
    """An engine whose transactions start with BEGIN `begin`; at most `lines` connections at once (0: not pooled)."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        **({"poolclass": QueuePool, "pool_size": lines, "max_overflow": 0} if lines else {"poolclass": NullPool}),
    )

    def set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
        # None keeps sqlite3 from beginning transactions by itself: it would begin them deferred and too late.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {begin}")

    event.listen(engine, "connect", set_pragmas)
    event.listen(engine, "begin", begin_transaction)
    return engine


@contextmanager
def unusable_in_one_line(path: Path) -> Iterator[None]:
    """Turn what the world does to a database file (full disk, no permission, damage) into StoreUnusable."""
    try:
        yield
    except (IntegrityError, ProgrammingError, InterfaceError):
        raise  # our own mistakes
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except DatabaseError as error:
        raise StoreUnusable(f"{path}: {error.orig}") from error
    except sqlite3.DatabaseError as error:
        raise StoreUnusable(f"{path}: {error}") from error
