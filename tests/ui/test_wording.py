from __future__ import annotations

from ui.wording import confidence_words, letter, rule_words, shortened, told_apart


def test_answers_that_share_their_beginning_are_cut_where_they_part() -> None:
    with_russia = "NASA strongly rebukes Russia using the station"
    without = "NASA strongly rebukes using the station"
    assert told_apart([f"In a statement {with_russia}", f"In a statement {without}"]) == (
        "… strongly rebukes Russia using the station",
        "… strongly rebukes using the station",
    )


def test_short_answers_are_left_whole() -> None:
    assert told_apart(["three", "two"]) == ("three", "two")
    assert told_apart(["the three cosmonauts", "the three agencies"]) == ("the three cosmonauts", "the three agencies")


def test_an_answer_that_is_the_beginning_of_another_keeps_its_last_words() -> None:
    assert told_apart(["a b c d e", "a b c d e f g"]) == ("… c d e", "… c d e f g")


def test_articles_have_letters_beyond_the_alphabet() -> None:
    assert [letter(n) for n in (0, 1, 25, 26)] == ["A", "B", "Z", "A2"]


def test_names_of_rules_and_confidence_are_read_as_words() -> None:
    assert rule_words("counts-of-one-noun") == "counts of one noun"
    assert [confidence_words(c) for c in (0.9, 0.6, 0.2)] == [
        "high confidence",
        "medium confidence",
        "low confidence",
    ]


def test_long_text_is_cut_at_a_word() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one\n two") == "one two"
