"""How far the analysis is, in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ui import translation
from ui.work_words import doing_words


@pytest.fixture
def german() -> Iterator[None]:
    translation.use("de")
    yield
    translation.use(translation.SOURCE)


def test_what_comes_next_is_told_in_english() -> None:
    assert doing_words("reading 2 of 3 new articles") == "Reading 2 of 3 new articles"
    assert doing_words("reading 1 of 1 article") == "Reading 1 of 1 article"
    assert doing_words("comparing") == "Comparing the articles"
    assert doing_words("") == "Analysing"


@pytest.mark.usefixtures("german")
def test_it_is_told_in_the_chosen_language() -> None:
    assert doing_words("reading 2 of 3 new articles") == "Liest Artikel 2 von 3 neuen"
    assert doing_words("reading 1 of 1 article") == "Liest Artikel 1 von 1"
    assert doing_words("comparing") == "Vergleicht die Artikel"


def test_words_that_nobody_foresaw_are_told_as_they_came() -> None:
    assert doing_words("weighing the evidence") == "Weighing the evidence"
