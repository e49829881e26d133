"""Marks that nest and overlap become flat pieces, and the pieces are the text again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.passages import Mark, context, crowded, lines
from factcheck.values import Span


def mark(number: int, text: str, words: str) -> Mark:
    start = text.index(words)
    return Mark(number, Span(start, start + len(words)), "conflict")


def drawn(text: str, *marks: Mark) -> list[list[tuple[str, list[int]]]]:
    """Each line's pieces with the numbers of the marks over them, widest first."""
    return [[(p.text, [layer.mark.number for layer in p.layers]) for p in line] for line in lines(text, marks)]


def test_a_mark_cuts_its_line_in_three() -> None:
    text = "Seven died on Monday."
    assert drawn(text, mark(1, text, "died")) == [[("Seven ", []), ("died", [1]), (" on Monday.", [])]]


def test_overlapping_marks_share_the_middle() -> None:
    text = "seven people died"
    assert drawn(text, mark(1, text, "seven people"), mark(2, text, "people died")) == [
        [("seven ", [1]), ("people", [1, 2]), (" died", [2])]
    ]


def test_a_nested_mark_lies_closer_to_the_words() -> None:
    text = "He said seven people died there"
    (line,) = lines(text, [mark(1, text, "said seven people died"), mark(2, text, "seven people")])
    inner = next(p for p in line if p.text == "seven people")
    assert [(layer.mark.number, layer.lane) for layer in inner.layers] == [(1, 1), (2, 0)]
    assert {layer.lane for p in line for layer in p.layers if layer.mark.number == 1} == {1}


def test_three_marks_over_each_other_want_room() -> None:
    text = "He said seven people died there"
    nested = [mark(1, text, "said seven people died"), mark(2, text, "seven people"), mark(3, text, "people")]
    assert [crowded(*lines(text, nested[:count])) for count in (1, 2, 3)] == [False, False, True]


def test_a_mark_over_two_paragraphs_begins_once_and_ends_once() -> None:
    text = "“It was\n\nterrible,” she said"
    made = [p for line in lines(text, [mark(1, text, "It was\n\nterrible")]) for p in line if p.layers]
    assert [p.text for p in made] == ["It was", "terrible"]
    assert [p.layers[0].first for p in made] == [True, False]
    assert [len(p.ending) for p in made] == [0, 1]


def test_a_mark_that_takes_in_line_ends_still_begins_and_ends_on_words() -> None:
    text = "one\ntwo\nthree"
    made = [p for line in lines(text, [Mark(1, Span(3, 8), "conflict")]) for p in line if p.layers]
    assert [(p.text, p.layers[0].first, len(p.ending)) for p in made] == [("two", True, 1)]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("", ()) == ((),)


@given(
    st.text(st.sampled_from("a é\u0301😀\n\r\u2028\u202e"), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=8),
)
def test_the_pieces_are_the_text_and_every_mark_is_whole(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    marks = [Mark(number, span, "conflict") for number, span in enumerate(spans)]
    made = lines(text, marks)
    assert "\n".join("".join(p.text for p in line) for line in made) == text
    for one in marks:
        covered = [p.text for line in made for p in line if any(layer.mark == one for layer in p.layers)]
        assert "".join(covered) == one.span.of(text).replace("\n", "")


def test_context_is_the_sentence_with_its_neighbours_on_the_line() -> None:
    text = "Before this.\nIt rained. Seven died on Monday. It was late.\nAfter."
    start = text.index("Seven")
    around = context(text, Span(start, start + 5), Span(start, start + 21))
    assert (around.before, around.words, around.after) == ("It rained. ", "Seven", " died on Monday. It was late.")
    assert not around.cut_before
    assert not around.cut_after


def test_a_long_line_is_cut_between_words_and_says_so() -> None:
    text = "lorem " * 100 + "seven " + "ipsum " * 100
    start = text.index("seven")
    around = context(text, Span(start, start + 5), Span(start, start + 5))
    assert around.cut_before
    assert around.cut_after
    assert set(around.before.split()) == {"lorem"}
    assert set(around.after.split()) == {"ipsum"}
    assert len(around.before) <= 220


def test_a_long_sentence_is_never_cut() -> None:
    text = "word " * 200 + "seven."
    start = text.index("seven")
    assert context(text, Span(start, start + 5), Span(0, len(text))).before == text[:start]
