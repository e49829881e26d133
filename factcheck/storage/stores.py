"""Which store an address names: a SQLite file, or a PostgreSQL database."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from factcheck.errors import StoreUnusable
from factcheck.storage import schema
from factcheck.storage.database import Database
from factcheck.storage.sqlite import SqliteDatabase

EXAMPLES = "one looks like sqlite:////folder/cases.sqlite or postgresql+psycopg://name@host/cases"


def open_database(address: str) -> Database:
    """The store at this address, made when it is missing and migrated when it is older.

    Raises StoreUnusable when it cannot be used, NewerStore when it is too new; it is left untouched then.
    """
    url = _parsed(address)
    if url.get_backend_name() == "postgresql":
        # Imported for those who share a store: nobody else needs it.
        from factcheck.storage.postgresql import PostgresqlDatabase

        shared = PostgresqlDatabase(url)
        try:
            shared.prepare()
        except BaseException:
            shared.close()
            raise
        return shared
    path = Path(str(url.database)).absolute()
    schema.prepare(path)
    return SqliteDatabase(path)


def _parsed(address: str) -> URL:
    """The parts of the address. Raises StoreUnusable when it names no store."""
    shown = re.sub(r"(://[^/:@]*):.*@", r"\1:…@", address)  # no password in a message
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise StoreUnusable(f"{shown}: not a database address; {EXAMPLES}") from error
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database in {None, "", ":memory:"}:
        raise StoreUnusable(f"{shown}: names no file; {EXAMPLES}")
    if backend not in {"sqlite", "postgresql"}:
        raise StoreUnusable(f"{shown}: cases are kept in SQLite or PostgreSQL; {EXAMPLES}")
    return url
