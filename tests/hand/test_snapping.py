"""Selections that begin or end within a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.hand import whole_words
from factcheck.values import Span


def snapped(selected: str) -> str:
    """What becomes of the words between the bars."""
    before, words, after = selected.split("|")
    text = before + words + after
    return whole_words(text, Span(len(before), len(before) + len(words))).of(text)


@pytest.mark.parametrize(
    ("selected", "whole"),
    [
        ("about thr|ee cosmo|nauts were", "three cosmonauts"),
        ("about| three |cosmonauts", "three"),
        ("about |three| cosmonauts", "three"),
        ("they did|n’|t go", "didn’t"),
        ("they |didn|'t go", "didn't"),
        ("the crew|’|s ship", "crew’s"),
        ("some 1,|100| people", "1,100"),
        ("some |1|,100 people", "1,100"),
        ("some 1\u202f1|00| people", "1\u202f100"),
        ("at 10|:|30 today", "10:30"),
        ("up 2|.|5 %", "2.5"),
        ("a Russian-|back|ed region", "backed"),
        ("the first|, |then", ","),
        ("one|, tw|o", ", two"),
        ("he said “|fiv|e”.", "five"),
        ("ends in 19|22|.", "1922"),
    ],
)
def test_words_and_numbers_stay_whole(selected: str, whole: str) -> None:
    assert snapped(selected) == whole


@pytest.mark.parametrize(
    ("selected", "whole"),
    [
        ("a cafe|\u0301| there", "cafe\u0301"),
        ("a caf|e|\u0301s there", "cafe\u0301s"),
        ("हिन्|दी| में", "हिन्दी"),
        ("مُح|َمَّد| قال", "مُحَمَّد"),
        ("Zwangs\u00ad|räum|ung", "Zwangs\u00adräumung"),
        ("は|か|\u3099くせい", "か\u3099"),
    ],
)
def test_a_combining_character_stays_on_its_letter(selected: str, whole: str) -> None:
    assert snapped(selected) == whole


@pytest.mark.parametrize(
    "selected",
    [
        "美国宇航|局谴|责俄罗斯",
        "宇宙|飛行|士",
        "アメリ|カ航|空",
        "나사|가|",
        "约|1,100|人",
        "は|NASA|の",
        "นัก|บิน|อวกาศ",
    ],
)
def test_where_no_blank_parts_the_words_a_person_says_where_one_ends(selected: str) -> None:
    assert snapped(selected) == selected.split("|")[1]


def test_blanks_alone_are_no_words() -> None:
    assert snapped("one|  |two") == ""
    assert snapped("one tw||o") == ""


@given(st.text(alphabet="ab é’'1,.\u0301国か\u3099 \n", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_what_is_snapped_holds_the_selection_and_stays_as_it_is(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = whole_words(text, Span(start, end))
    assert whole_words(text, found) == found
    assert Span(start, end).of(text).strip() in found.of(text)
