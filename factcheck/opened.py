"""A store, opened for what a person does in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Self

from sqlalchemy.orm import Session

from factcheck.settings import database_url as chosen_database
from factcheck.storage.stores import open_database


class OpenedStore:
    """Units of work in one database. Raises StoreUnusable when it cannot be used, NewerStore when it is too new."""

    def __init__(self, database_url: str | None = None) -> None:
        self._database = open_database(chosen_database(database_url))
        self._reading = self._database.reading
        self._changed: datetime | None = None  # when a person last changed something

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        """A unit of work of a person, which the next backup has to have."""
        with self._database.writing() as session:
            yield session
        self._changed = datetime.now(UTC)

    @property
    def shared_at(self) -> str:
        """Where the store is, when people share it; empty for a file, which is one person's."""
        return "" if self._database.path else self._database.name

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
