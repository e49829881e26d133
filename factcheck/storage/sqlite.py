"""One SQLite file, opened so that nothing committed is lost (docs/decisions/0005-durability.md)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError, ProgrammingError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from factcheck.errors import StoreDamaged
from factcheck.storage.database import BUSY_SECONDS, Database
from factcheck.storage.health import trouble

PRAGMAS = ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=FULL")
"""On every connection. TRUNCATE with FULL survived every simulated power cut; the rest is in the decision record."""

WRITER_PRAGMAS = (*PRAGMAS, "cache_spill=OFF")
"""A large transaction stays in memory until it commits: spilling would lock readers out from the first spill on."""

FILE = "file"  # which one a connection was opened on

READER_PRAGMAS = (*PRAGMAS, "query_only=ON")


class SqliteDatabase(Database):
    """The file at `path`. Its one writing connection is the line that the threads of a program wait in."""

    path: Path

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            writer=open_engine(path, "IMMEDIATE", WRITER_PRAGMAS, lines=1),
            reader=open_engine(path, "DEFERRED", READER_PRAGMAS, lines=5),
        )

    @property
    def name(self) -> str:
        return str(self.path)

    def unusable_in_one_line(self) -> AbstractContextManager[None]:
        return unusable_in_one_line(self.path)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """In the file that stands at the path now: whoever puts a backup there holds the write lock meanwhile."""
        for last in (False, False, True):
            with super().writing() as session:
                if last or self._is_current(session):
                    yield session
                    return
            self.close()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        for last in (False, False, True):
            with super().reading() as session:
                if last or self._is_current(session):
                    yield session
                    return
            self.close()

    def _is_current(self, session: Session) -> bool:
        """False when another file stands at the path than this connection was opened on. Raises StoreDamaged."""
        there = _identity(self.path)
        if there is None:
            raise StoreDamaged(self.path, "the file is gone")
        return session.connection().info.get(FILE) == there


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

    def note_file(_dialect: object, record: ConnectionPoolEntry, *_: object) -> None:
        record.info[FILE] = _identity(path)  # before it is opened: too early is found out, too late is not

    event.listen(engine, "do_connect", note_file)
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
        raise trouble(path, error.orig) from error
    except sqlite3.DatabaseError as error:
        raise trouble(path, error) from error


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file this is, whatever it is called; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
