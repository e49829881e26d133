"""Two versions of one quotation: honest edits against changed words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.analysis.wording import Difference, Overlap, Relation, compare


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We are still talking together.", "we are still talking together"),
        ("a day to celebrate, on earth", "“A day to celebrate on Earth”"),
        ("It’s the town's choice", "It's the town’s choice"),
        ("we favour the organisation’s programme", "we favor the organization's program"),
        ("twelve of us went to the centre", "12 of us went to the center"),
    ],
)
def test_capitals_punctuation_and_spelling_leave_the_words_the_same(a: str, b: str) -> None:
    assert compare(a, b).relation is Relation.SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the bridge has never been safe in winter", "the bridge has never ... in winter"),
        ("we support its war against the north", "we support (the) war against the north"),
        ("these (local) managers have too much freedom", "these managers have too much freedom"),
        ("we will co-operate with all of them", "we will cooperate with all of them"),
        ("we are still working together here", "we’re still working together here"),
        ("this was, um, the worst night of all", "this was the worst night of all"),
    ],
)
def test_ellipses_brackets_hyphens_and_contractions_are_honest(a: str, b: str) -> None:
    for wording in (compare(a, b), compare(b, a)):
        assert wording.relation in (Relation.EDITED, Relation.SAME)
        assert wording.differences == ()


def test_a_quotation_cut_short_is_honest_and_said_to_lie_in_the_other() -> None:
    wording = compare("a bad day for the town", "it was a bad day for the town and for all of us")
    assert (wording.relation, wording.overlap) == (Relation.EDITED, Overlap.A_IN_B)


def test_the_end_of_one_may_be_the_beginning_of_the_other() -> None:
    wording = compare("We heard it. The bridge fell at dawn.", "The bridge fell at dawn. Nobody was there to see it.")
    assert (wording.relation, wording.overlap, wording.shared) == (Relation.EDITED, Overlap.ENDS, 5)


@pytest.mark.parametrize(
    ("a", "b", "difference"),
    [
        (
            "we strongly condemn France using the port for war",
            "we strongly condemn using the port for war",
            ("France", ""),
        ),
        ("the plan is very good indeed for us", "the plan is very bad indeed for us", ("good", "bad")),
        ("they are both winners and losers today", "they are winners and losers today", ("both", "")),
        ("we will never leave this town alone", "we will leave this town alone", ("never", "")),
        ("firmly rejects any use of the port", "strongly rejects any use of the port", ("firmly", "strongly")),
    ],
)
def test_changed_words_are_named(a: str, b: str, difference: tuple[str, str]) -> None:
    wording = compare(a, b)
    assert wording.relation is Relation.CHANGED
    assert wording.differences == (Difference(*difference),)


def test_a_bracket_beside_a_dropped_word_hides_nothing() -> None:
    wording = compare(
        "strongly condemns France using the port for political ends to support its war",
        "strongly condemns using the port for political ends to support (the) war",
    )
    assert wording.differences == (Difference("France", ""),)
    assert wording.edits == (Difference("its", "(the)"),)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the weather was cold in the north", "we will vote on the budget in May"),
        ("clown", "liar"),
        ("", "anything at all"),
        ("…", "..."),
        ("we have to look at the numbers first", "the numbers speak of a long winter to come"),
    ],
)
def test_other_quotations_are_no_versions_of_each_other(a: str, b: str) -> None:
    assert compare(a, b).relation is Relation.APART


WORDS = st.lists(
    st.sampled_from(["we", "will", "not", "leave", "…", "(the)", "[our]", "12", "it’s", "town.", "—", "é"])
).map(" ".join)


@given(WORDS, WORDS)
def test_comparing_is_symmetric(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert there.relation is back.relation
    assert [(d.a, d.b) for d in there.differences] == [(d.b, d.a) for d in back.differences]
    assert 0.0 <= there.similarity <= 1.0


@given(WORDS.filter(lambda words: any(w.isalnum() for w in words.split())))
def test_a_text_has_its_own_words(text: str) -> None:
    assert compare(text, text.upper()).differences == ()
    assert compare(text, text).relation is Relation.SAME
