"""A PostgreSQL server for the tests: the one FACTCHECK_TEST_POSTGRESQL names, else one of their own.

Their own is a new cluster in a temporary folder, reached through a socket in it, wherever PostgreSQL is installed. It
writes to disk as a real one does. FACTCHECK_TEST_POSTGRESQL=own makes it a failure when none can be started.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url

NAMED = os.environ.get("FACTCHECK_TEST_POSTGRESQL", "")
OWN = "own"
USER = "factcheck"


@cache
def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest version's; None where PostgreSQL is not installed."""
    on_path = shutil.which("pg_ctl")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda p: float(p.parts[-3]))
    found = [*debian, *([Path(on_path).resolve()] if on_path else [])]
    return found[-1].parent if found else None


def to_be_had() -> bool:
    return NAMED != "" or (os.name == "posix" and programs() is not None)


def told() -> str:
    """One line about it, for the head of a test run."""
    if NAMED not in {"", OWN}:
        return f"PostgreSQL: {make_url(NAMED).render_as_string(hide_password=True)}"
    if to_be_had():
        return f"PostgreSQL: one for these tests, by {programs()}"
    return "PostgreSQL: not installed here, so the shared store is NOT tested; its tests are left out"


class Server:
    """A server on which tests make and drop databases; `url` names its first one, with a role that may do so."""

    def __init__(self, url: URL, folder: Path | None = None) -> None:
        self.url = url
        self._folder = folder

    @contextmanager
    def database(self, options: str = "") -> Iterator[URL]:
        """A new database, gone at the end; `options` as CREATE DATABASE takes them, e.g. a template."""
        name = f"factcheck_test_{secrets.token_hex(6)}"
        self.run(f'CREATE DATABASE "{name}" {options}')
        try:
            yield self.url.set(database=name)
        finally:
            self.run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def run(self, statement: str) -> None:
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    # --- an own server alone can be stopped -----------------------------------------------------------

    def start(self) -> None:
        # Nobody but this user reaches the socket; the password is asked for all the same.
        options = f"-c listen_addresses='' -c unix_socket_directories='{self._data.parent}' -c max_connections=60"
        self._control("start", "--wait", "--log", str(self._data.parent / "log"), "--options", options)

    def stop(self) -> None:
        """As when a server is switched off: what runs is cut off, what was committed is on disk."""
        if (self._data / "postmaster.pid").exists():
            self._control("stop", "--wait", "--mode", "immediate")

    @property
    def _data(self) -> Path:
        assert self._folder is not None, "only an own server can be stopped"
        return self._folder / "data"

    def _control(self, *arguments: str) -> None:
        run(["pg_ctl", "--pgdata", str(self._data), "--silent", *arguments])


@contextmanager
def server() -> Iterator[Server]:
    """The server that was named, else one of our own."""
    if NAMED in {"", OWN}:
        with own_server() as own:
            yield own
    else:
        yield Server(make_url(NAMED))


@contextmanager
def own_server() -> Iterator[Server]:
    """A new cluster, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="factcheck-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        password = secrets.token_hex()
        secret = folder / "password"
        secret.write_text(password)
        if account():
            for path in (folder, secret):
                shutil.chown(path, *account())
        access = ["--username", USER, "--auth", "scram-sha-256", "--pwfile", str(secret)]
        made_in = ["--pgdata", str(folder / "data"), "--no-sync", "--encoding", "UTF8", "--locale", "C"]
        run(["initdb", *made_in, *access])
        url = URL.create("postgresql+psycopg", USER, password, database="postgres", query={"host": str(folder)})
        server = Server(url, folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def run(command: Sequence[str]) -> None:
    program, *arguments = command
    folder = programs()
    assert folder is not None, "PostgreSQL is not installed: no initdb and no pg_ctl"
    user, group = account() or (None, None)
    done = subprocess.run(
        [folder / program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a pipe would stay open as long as the server runs
        stderr=subprocess.DEVNULL,
        cwd="/",
        user=user,
        group=group,
        extra_groups=None if user is None else [],
        check=False,
    )
    assert done.returncode == 0, f"{program} failed"


@cache
def account() -> tuple[str, str] | tuple[()]:
    """Whom to run it as: PostgreSQL refuses to run as the superuser. Empty for oneself."""
    import grp
    import pwd

    if os.geteuid() != 0:
        return ()
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    chosen = names.get("postgres") or names["nobody"]
    return chosen.pw_name, grp.getgrgid(chosen.pw_gid).gr_name
