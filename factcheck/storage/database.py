"""A store of cases, whatever keeps it: `sqlite.py` keeps it in a file, `postgresql.py` on a server that people share.

Safe to use from several threads and processes: every unit of work has a session and a connection of its own. Writers
wait in line, one at a time; readers see the last committed state.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

BUSY_SECONDS = 30.0
"""How long a unit of work waits for another writer before it gives up."""

APPLICATION = 0x46614374
"""The number of our stores, "FaCt": SQLite's application_id, and the lock that PostgreSQL's writers wait for."""


class Database(ABC):
    """A store, which must be up to date (`stores.open_database`)."""

    path: Path | None
    """The file; None on a server, whose keeper makes the backups."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self._writer, self._reader = writer, reader

    @property
    @abstractmethod
    def name(self) -> str:
        """Where the store is, in one line without a password."""

    @abstractmethod
    def unusable_in_one_line(self) -> AbstractContextManager[None]:
        """Turn what the world does to the store into StoreUnusable; our own mistakes go through."""

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that holds the write lock from its beginning; on disk when the block ends without an error.

        Raises StoreUnusable when the store cannot be written; nothing of the transaction is kept then.
        """
        with self.unusable_in_one_line(), Session(self._writer) as session, session.begin():
            session.connection()  # a session begins at its first statement unless asked
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the store. Raises StoreUnusable."""
        with self.unusable_in_one_line(), Session(self._reader) as session, session.begin():
            yield session

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def is_shared(session: Session) -> bool:
    """The store of this session is on a server, where other people work in it too."""
    return session.get_bind().dialect.name == "postgresql"
