"""One parser for all tests of the analysis: loading the model takes seconds."""

from __future__ import annotations

import pytest

from factcheck.analysis.parsing import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()
