import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.storage import schema
from factcheck.workspace import Workspace


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the store of this test is; it is not made yet."""
    return tmp_path / "cases.sqlite"


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated store with nothing in it, to copy: migrating anew takes a quarter of a second."""
    path = tmp_path_factory.mktemp("store") / "empty.sqlite"
    schema.prepare(path)
    return path


@pytest.fixture
def workspace(database: Path, empty_store: Path) -> Iterator[Workspace]:
    shutil.copyfile(empty_store, database)
    with Workspace(f"sqlite:///{database}") as opened:
        yield opened
