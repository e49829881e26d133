"""Which stretch between which marks is quoted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.analysis.marks import stretches


def quoted(text: str, depth: int = 0) -> list[str]:
    return [s.inner.of(text) for s in stretches(text) if s.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a bad day” for the town.",
        'She called it "a bad day" for the town.',
        "She called it ‘a bad day’ for the town.",
        "She called it 'a bad day' for the town.",
        "She called it «a bad day» for the town.",
        "She called it »a bad day« for the town.",
        "She called it „a bad day“ for the town.",
        'She called it “a bad day" for the town.',
        "She called it ‘a bad day‘ for the town.",
        "She called it “a bad day“ for the town.",
    ],
)
def test_every_style_of_marks_is_read_even_turned_wrongly(text: str) -> None:
    assert quoted(text) == ["a bad day"]


@pytest.mark.parametrize(
    "text",
    [
        "The station’s crew don’t know, and it‘s late.",
        "The workers’ rights and the boys' books.",
        "Rock 'n' roll in the '90s, and get 'em home.",
        'He is 5\'11" tall and the pipe is 12" wide.',
        "He ran 6' and fell.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotation_marks(text: str) -> None:
    assert quoted(text) == []


def test_apostrophes_stand_inside_single_marks() -> None:
    text = "She said 'the workers' rights aren't ours' and left."
    assert quoted(text) == ["the workers' rights aren't ours"]


def test_a_measure_inside_a_quotation_does_not_close_it() -> None:
    assert quoted('"A 5\'11" man was seen," she said.') == ["A 5'11\" man was seen,"]


def test_two_single_quotations_with_apostrophes_stay_two() -> None:
    text = "They ‘don’t need us‘ because ‘we’re far away’, he said."
    assert quoted(text) == ["don’t need us", "we’re far away"]


def test_a_quotation_in_a_quotation_is_one_deeper() -> None:
    text = "“He told me ‘never again’ and went,” she said."
    assert quoted(text) == ["He told me ‘never again’ and went,"]
    assert quoted(text, depth=1) == ["never again"]


def test_a_quotation_opened_anew_at_each_paragraph_is_kept_though_nothing_closes_it() -> None:
    text = "She said: ‘It was a long night.\n\n‘We went home at dawn.’"
    first, second = stretches(text)
    assert (first.inner.of(text), first.closed, first.continues) == ("It was a long night.", False, True)
    assert (second.inner.of(text), second.closed) == ("We went home at dawn.", True)


def test_a_forgotten_closing_mark_ends_with_the_paragraph() -> None:
    text = "He said: “We have nothing to hide here.\nThe mayor disagreed."
    assert quoted(text) == ["We have nothing to hide here."]


def test_attributes_of_markup_are_no_quotations() -> None:
    assert quoted('See <img src="a.png" alt="a picture"> here.') == []


@settings(max_examples=300)
@given(st.text(alphabet="ab S.,\n\"'“”‘’«»„‚5<>=—(", max_size=80))
def test_any_text_gives_stretches_that_lie_inside_their_marks(text: str) -> None:
    for stretch in stretches(text):
        assert stretch.span.contains(stretch.inner)
        assert 0 < len(stretch.inner) < len(stretch.span)
        assert "\n" not in stretch.span.of(text)


def test_paragraphs_run_together_are_quotations_of_their_own() -> None:
    text = 'He said: "It was late. "We left at once. "Nobody spoke." Then it rained.'
    assert [s.inner.of(text) for s in stretches(text)] == ["It was late.", "We left at once.", "Nobody spoke."]


def test_a_blank_after_the_opening_mark_does_not_hide_a_quotation() -> None:
    text = "The officers yelled: ‘ Stay down.’ Nobody moved."
    assert [s.inner.of(text).strip() for s in stretches(text)] == ["Stay down."]
