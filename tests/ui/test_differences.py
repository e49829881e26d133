from __future__ import annotations

from ui.differences import differing


def stressed(*texts: str) -> list[list[str]]:
    found = differing(texts)
    return [[text[a:b] for a, b in ranges] for text, ranges in zip(texts, found, strict=True)]


def test_the_word_that_only_one_has_is_found() -> None:
    assert stressed("‘it rebukes Russia using the station’", '"It rebukes using the station"') == [["Russia"], []]


def test_words_that_were_exchanged_are_found_on_both_sides() -> None:
    assert stressed("who is responsible and must pay", "who is guilty and must pay") == [["responsible"], ["guilty"]]


def test_quoting_at_greater_length_is_no_difference() -> None:
    assert stressed("we will not rest", "Today we will not rest until it is done") == [[], []]


def test_an_edit_that_says_so_is_no_difference() -> None:
    assert stressed("support (the) war", "support the war") == [[], []]
    assert stressed("support its war", "support (the) war") == [[], []]
    assert stressed("we know ... and act", "we know it and act") == [[], []]


def test_of_several_each_is_compared_with_the_first() -> None:
    assert stressed("six died", "nine died", "ten died") == [["six"], ["nine"], ["ten"]]


def test_one_alone_differs_from_nothing() -> None:
    assert stressed("six died") == [[]]
