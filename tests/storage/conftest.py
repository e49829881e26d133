from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.workspace import Workspace


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the store of this test is; it is not made yet."""
    return tmp_path / "cases.sqlite"


@pytest.fixture
def workspace(database: Path) -> Iterator[Workspace]:
    with Workspace(f"sqlite:///{database}") as opened:
        yield opened
