"""What all tests share: a store of either sort for those that ask for the fixture `store`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from inspect import signature
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from sqlalchemy.engine import URL

from factcheck.storage import schema
from factcheck.storage.stores import open_database
from tests import postgresql

STORES = ("SQLite", "PostgreSQL")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # without a screen Qt would end the whole run

# The suite tries the same examples each time, so that it is red for what changed; a hunt tries others, and more.
_tried = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
settings.register_profile("suite", derandomize=True, deadline=None, phases=_tried)
settings.register_profile("hunt", max_examples=2_000, deadline=None, phases=_tried)
settings.load_profile("suite")

collect_ignore = [] if postgresql.to_be_had() else ["storage/test_postgresql.py"]


def pytest_report_header() -> str:
    return postgresql.told()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a store is run on each that is to be had; one that asks for the file `database` is about the file."""
    if "store" in metafunc.fixturenames:
        about_the_file = "database" in signature(metafunc.function).parameters
        stores = STORES if postgresql.to_be_had() and not about_the_file else STORES[:1]
        metafunc.parametrize("store", stores, indirect=True)


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """A PostgreSQL server; for tests that are collected only where there is one."""
    with postgresql.server() as found:
        yield found


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the store of this test is when it is a file; it is not made yet."""
    return tmp_path / "cases.sqlite"


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file with nothing in it, to copy: migrating anew takes a quarter of a second."""
    path = tmp_path_factory.mktemp("store") / "empty.sqlite"
    schema.prepare(path)
    return path


@pytest.fixture(scope="session")
def empty_database(server: postgresql.Server) -> Iterator[str]:
    """The name of a migrated database with nothing in it, to copy."""
    with server.database() as url:
        open_database(address(url)).close()
        yield str(url.database)


@pytest.fixture
def shared_store(server: postgresql.Server, empty_database: str) -> Iterator[str]:
    """The address of an empty store on PostgreSQL; for tests that are collected only where there is one."""
    with server.database(f'TEMPLATE "{empty_database}"') as url:
        yield address(url)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> str:
    """The address of an empty store: the test is run on SQLite and on PostgreSQL."""
    if request.param == "PostgreSQL":
        return str(request.getfixturevalue("shared_store"))
    database: Path = request.getfixturevalue("database")
    shutil.copyfile(request.getfixturevalue("empty_store"), database)
    return f"sqlite:///{database}"


def address(url: URL) -> str:
    return url.render_as_string(hide_password=False)
