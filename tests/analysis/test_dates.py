"""Times in news text: found, and resolved against the day the article was published."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.analysis.dates import find
from factcheck.analysis.parsing import Parser
from factcheck.values import TimeExpression
from tests.factories import make_article


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def times(parser: Parser):  # type: ignore[no-untyped-def]
    def read(text: str, published: date | None = date(2022, 7, 8)) -> dict[str, TimeExpression]:
        (parsed,) = parser.parse([make_article(text, published=published)])
        return {mention.span.of(text): mention.value for mention in find(parsed)}  # type: ignore[misc]

    return read


def test_a_weekday_is_the_last_one_before_publication(times) -> None:  # type: ignore[no-untyped-def]
    found = times("The agency posted photos on Monday.")["Monday"]
    assert (found.timex, found.start, found.end, found.anchor) == (
        "2022-07-04",
        "2022-07-04",
        "2022-07-04",
        "2022-07-08",
    )
