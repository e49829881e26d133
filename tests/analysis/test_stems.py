"""One word under its endings."""

from __future__ import annotations

import pytest

from factcheck.analysis.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("protester", "protest"), ("partnership", "partner"), ("investigation", "investigator"), ("vessels", "vessel")],
)
def test_endings_are_cut(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("prince", "princess"),
        ("grandfather", "grandmother"),
        ("officer", "official"),
        ("community", "communist"),
        ("police", "policy"),
        ("andrew", "andrea"),
        ("glass", "glas"),
    ],
)
def test_words_that_only_begin_alike_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
