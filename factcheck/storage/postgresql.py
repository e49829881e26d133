"""One PostgreSQL database that several people share, with the promises of the file (docs/decisions/0016-two-stores.md).

One writer at a time, whoever it is: a unit of work that writes takes a lock of the database at its beginning and keeps
it to its end, so that what it read cannot have changed when it writes. Readers see one state and wait for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session

from factcheck.errors import NewerStore, StoreUnusable
from factcheck.storage.database import APPLICATION, BUSY_SECONDS, Database
from factcheck.storage.schema import REVISIONS, upgrade

if TYPE_CHECKING:
    import psycopg

INSTALL = "pip install 'factcheck-workbench[postgresql]'"

CONNECTING = {"connect_timeout": "10", "keepalives_idle": "30", "tcp_user_timeout": "30000", "client_encoding": "utf8"}
"""Seconds, seconds, milliseconds: a server that went away is noticed before the person gives up on the window."""

SESSION = {
    "lock_timeout": f"{BUSY_SECONDS:.0f}s",
    # A writer whose machine fell asleep lets the others go on; what it had not committed is undone.
    "idle_in_transaction_session_timeout": "60s",
}

WORLDS = frozenset({"42501", "42P01", "3F000"})
"""Errors of a statement that are nobody's mistake here: no permission, a table that somebody dropped, no schema."""


class PostgresqlDatabase(Database):
    """The database `url` names. Raises StoreUnusable when psycopg is not installed; connects when first used."""

    path = None

    def __init__(self, url: URL) -> None:
        self._url = url.set(drivername="postgresql+psycopg")
        try:
            writer = open_engine(self._url, "READ COMMITTED", lines=1)  # sees what the writer before it has committed
            reader = open_engine(self._url, "REPEATABLE READ", lines=5).execution_options(postgresql_readonly=True)
        except ImportError as error:
            raise StoreUnusable(f"{self.name}: PostgreSQL needs the extra “postgresql”: {INSTALL}") from error
        event.listen(writer, "begin", wait_in_line)
        super().__init__(writer, reader)

    @property
    def name(self) -> str:
        user = f"{self._url.username}@" if self._url.username else ""
        host = self._url.host or self._url.query.get("host") or ""
        port = f":{self._url.port}" if self._url.port else ""
        return f"postgresql://{user}{host}{port}/{self._url.database or ''}"

    @contextmanager
    def unusable_in_one_line(self) -> Iterator[None]:
        try:
            yield
        except NoConnectionFree as error:
            raise StoreUnusable(f"{self.name}: every connection of this program is busy") from error
        except DBAPIError as error:
            # Without a statement the server was never reached, or the address makes no sense to psycopg.
            if error.statement is not None and not _is_of_the_world(error.orig):
                raise
            raise StoreUnusable(f"{self.name}: {self._without_password(one_line(error.orig))}") from error

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with super().writing() as session:
            # A colleague with a newer version may have changed the tables since we opened them.
            self._needs_known(revision(session.connection()))
            yield session

    def prepare(self) -> None:
        """Make the tables when there are none, migrate them when they are older. Raises NewerStore, StoreUnusable."""
        with self.reading() as session:
            self._needs_utf8(session)
            found = revision(session.connection())
            self._needs_known(found)
        if found != REVISIONS[-1]:
            with super().writing() as session:
                upgrade(session.connection(), REVISIONS[-1])  # does nothing when another program has done it meanwhile

    def _needs_known(self, found: str | None) -> None:
        if found == "":
            raise StoreUnusable(f"{self.name}: a database of another program; Factcheck needs one of its own")
        if found not in {None, *REVISIONS}:
            raise NewerStore(f"{self.name}: written by a newer version of Factcheck; it was left untouched")

    def _needs_utf8(self, session: Session) -> None:
        encoding = session.scalar(text("SHOW server_encoding"))
        if encoding != "UTF8":
            raise StoreUnusable(f"{self.name}: the database is encoded in {encoding}; Factcheck needs one in UTF8")

    def _without_password(self, words: str) -> str:
        password = str(self._url.password or "")
        return words.replace(password, "…") if password else words


def open_engine(url: URL, isolation: Any, *, lines: int) -> Engine:  # Any: SQLAlchemy's names of levels
    """An engine of at most `lines` connections at once; each is tried before it is used again."""
    engine = create_engine(
        url,
        isolation_level=isolation,
        pool_size=lines,
        max_overflow=0,
        pool_pre_ping=True,
        connect_args={name: value for name, value in CONNECTING.items() if name not in url.query},
    )
    event.listen(engine, "connect", _set_up)
    return engine


def wait_in_line(connection: Connection) -> None:
    """Hold the one lock of all writers of this database until the transaction ends."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION})")


def revision(connection: Connection) -> str | None:
    """The revision of the tables, None where there are none, "" for those of another program."""
    tables = set(connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")))
    if not tables:
        return None
    # The first migration writes this comment.
    mark = "SELECT obj_description(to_regclass(current_schema() || '.alembic_version'), 'pg_class')"
    if "alembic_version" not in tables or connection.scalar(text(mark)) != "Factcheck":
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def _set_up(connection: psycopg.Connection[Any], _record: object) -> None:
    from psycopg.adapt import Dumper

    class Text(Dumper):
        """What PostgreSQL's text cannot hold, NUL and halves of a character, becomes the replacement character."""

        def dump(self, obj: str) -> bytes:
            return re.sub("[\0\ud800-\udfff]", "\ufffd", obj).encode()

    connection.adapters.register_dumper(str, Text)
    with connection.cursor() as cursor:
        for name, value in SESSION.items():
            cursor.execute("SELECT set_config(%s, %s, false)", (name, value))
        # "Saved" means on disk, whatever the server was told to promise.
        cursor.execute(
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
        )
    connection.commit()


def _is_of_the_world(error: BaseException | None) -> bool:
    import psycopg

    if isinstance(error, psycopg.ProgrammingError):
        return error.sqlstate in WORLDS
    return isinstance(error, psycopg.OperationalError | psycopg.InternalError)


def one_line(error: BaseException | None) -> str:
    """What went wrong, of the many lines that PostgreSQL says."""
    if getattr(error, "sqlstate", None) == "55P03":
        return f"somebody else has been writing for {BUSY_SECONDS:.0f} seconds; try again"
    said = str(error).strip()
    fatal = re.findall(r"FATAL: +(.+)", said)
    if fatal:
        return str(fatal[-1])
    failed = re.findall(r".*failed: (.+)", said)
    if failed:
        return f"the server cannot be reached: {failed[-1]}"
    return said.partition("\n")[0]
