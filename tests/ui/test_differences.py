from __future__ import annotations

from ui.differences import differing, excerpt, telling


def stressed(*texts: str) -> list[list[str]]:
    found = differing(texts)
    return [[text[a:b] for a, b in ranges] for text, ranges in zip(texts, found, strict=True)]


def test_the_word_that_only_one_has_is_found_and_the_gap_where_the_other_lacks_it() -> None:
    assert stressed("‘it rebukes Russia using the station’", '"It rebukes using the station"') == [["Russia"], [" "]]


def test_words_that_were_exchanged_are_found_on_both_sides() -> None:
    assert stressed("who is responsible and must pay", "who is guilty and must pay") == [["responsible"], ["guilty"]]


def test_quoting_at_greater_length_is_no_difference() -> None:
    assert stressed("we will not rest", "Today we will not rest until it is done") == [[], []]


def test_an_edit_that_says_so_is_no_difference() -> None:
    assert stressed("support (the) war", "support the war") == [[], []]
    assert stressed("support its war", "support (the) war") == [[], []]
    assert stressed("we know ... and act", "we know it and act") == [[], []]


def test_marks_beside_the_words_are_not_stressed() -> None:
    assert stressed("we know who is guilty, and act", "we know who is responsible, and act") == [
        ["guilty"],
        ["responsible"],
    ]


def test_where_a_third_version_parts_from_the_first_both_are_stressed() -> None:
    assert stressed("all is well here", "all was well here", "all is well there") == [
        ["is", "here"],
        ["was"],
        ["there"],
    ]


def test_texts_with_nothing_in_common_are_not_stressed_at_all() -> None:
    assert telling(["three cosmonauts", "the space agency"]) == ((), ())
    assert telling(["six died", "nine died"]) == (((0, 3),), ((0, 4),))


def test_an_excerpt_begins_shortly_before_the_first_difference() -> None:
    text = "We will find out today who is guilty"
    shown, ranges = excerpt(text, ((len(text) - 6, len(text)),))
    assert shown == "… who is guilty"
    assert [shown[a:b] for a, b in ranges] == ["guilty"]
    assert excerpt("six died", ((0, 3),)) == ("six died", ((0, 3),))


def test_of_several_each_is_compared_with_the_first() -> None:
    assert stressed("six died", "nine died", "ten died") == [["six"], ["nine"], ["ten"]]


def test_one_alone_differs_from_nothing() -> None:
    assert stressed("six died") == [[]]
