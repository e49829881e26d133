from collections.abc import Iterator

import pytest

from factcheck.workspace import Workspace


@pytest.fixture
def workspace(store: str) -> Iterator[Workspace]:
    """An empty store of either sort, opened."""
    with Workspace(store) as opened:
        yield opened
