"""Numbers as words and digits, without a parse."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.analysis import numbers
from factcheck.analysis.numbers import Form


def read(text: str) -> list[tuple[str, str]]:
    return [(n.span.of(text), str(n.value)) for n in numbers.find(text)]


def value(text: str) -> Decimal | None:
    (number,) = numbers.find(text)
    assert number.span.of(text) == text
    return number.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("205", "205"),
        ("two hundred and five", "205"),
        ("a hundred", "100"),
        ("seventy-seven", "77"),
        ("1,234,567", "1234567"),
        ("12,34,567", "1234567"),
        ("1 414 021 100", "1414021100"),
        ("3.5", "3.5"),
        (".25", "0.25"),
        ("-5", "-5"),
        ("minus five point five", "-5.5"),
        ("2.3 million", "2300000"),
        ("1.2bn", "1200000000"),
        ("15k", "15000"),
        ("half a million", "500000"),
        ("two and a half", "2.5"),
        ("two and a half million", "2500000"),
        ("three million and a quarter", "3250000"),
        ("two thousand and two hundred", "2200"),
        ("13 lakh", "1300000"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("a half-dozen", "6"),
        ("two-thirds", "0.666666666666667"),
        ("three quarters", "0.75"),
        ("1/2", "0.5"),
        ("10 1/2", "10.5"),
        ("½", "0.5"),
        ("one in five", "0.2"),
        ("two out of three", "0.666666666666667"),
        ("one hundred and three quarters", "100.75"),
        ("1.3x10^6", "1300000"),
    ],
)
def test_a_number_is_read_whole(text: str, expected: str) -> None:
    assert value(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["1.2.3", "9/11", "24/7", "192.168.1.2", "1,3"])
def test_what_no_reading_explains_is_unresolved(text: str) -> None:
    (number,) = numbers.find(text)
    assert number.form is Form.MALFORMED
    assert number.value is None


def test_neighbours_stay_apart() -> None:
    assert read("two, three or four") == [("two", "2"), ("three", "3"), ("four", "4")]
    assert read("3 hundred and 2 hundred") == [("3 hundred", "300"), ("2 hundred", "200")]
    assert read("94 out of 162") == [("94", "94"), ("162", "162")]
    assert read("12 in six boxes") == [("12", "12"), ("six", "6")]


def test_a_third_man_is_ranked_and_a_third_of_the_men_is_a_share() -> None:
    assert [n.form for n in numbers.find("A third man fled.")] == [Form.ORDINAL]
    assert [n.form for n in numbers.find("A third of the men fled.")] == [Form.SHARE]
    assert read("Police held two and a third was hurt.") == [("two", "2"), ("third", "3")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("21st", 21), ("twenty-first", 21), ("one hundred twenty-fifth", 125), ("two hundredth", 200)],
)
def test_ordinals_are_kept_separate(text: str, expected: int) -> None:
    (number,) = numbers.find(text)
    assert (number.form, number.value) == (Form.ORDINAL, Decimal(expected))


@pytest.mark.parametrize(
    ("text", "low"), [("dozens", 24), ("tens of thousands", 20_000), ("several hundred", 300), ("a handful", None)]
)
def test_vague_counts_only_bound(text: str, low: int | None) -> None:
    found = numbers.find(f"{text} of people")
    assert [(n.value, n.low) for n in found] == [(None, Decimal(low or 2))]


def test_a_couple_is_about_two_and_a_trio_exactly_three() -> None:
    assert [(n.value, n.form) for n in numbers.find("a couple of days")] == [(Decimal(2), Form.VAGUE)]
    assert [(n.value, n.form) for n in numbers.find("the trio left")] == [(Decimal(3), Form.CARDINAL)]


def test_one_as_a_pronoun_is_no_number() -> None:
    assert read("No one took this one, the one you mentioned.") == []


def test_a_dash_between_numbers_is_no_minus() -> None:
    assert read("10-15") == [("10", "10"), ("15", "15")]
    assert read("a loss of -3.5") == [("-3.5", "-3.5")]


SPELLED = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen
eighteen nineteen"""
SMALL = ["", *SPELLED.split()[1:]]
SPELLED_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = ["", "", *SPELLED_TENS.split()]


def below_thousand(number: int, joiner: str) -> str:
    hundreds, rest = divmod(number, 100)
    tail = SMALL[rest] if rest < 20 else "-".join(filter(None, (TENS[rest // 10], SMALL[rest % 10])))
    return joiner.join(filter(None, (f"{SMALL[hundreds]} hundred" if hundreds else "", tail)))


def spelled(number: int, joiner: str) -> str:
    """A small speller of our own, so that the reader is tested against something it shares no code with."""
    if number == 0:
        return "zero"
    parts = []
    for name in ("", " thousand", " million", " billion", " trillion"):
        number, group = divmod(number, 1000)
        if group:
            parts.append(below_thousand(group, joiner) + name)
    return " ".join(reversed(parts))


@given(st.integers(0, 10**12), st.sampled_from([" ", " and "]))
def test_words_and_digits_of_one_integer_agree(number: int, joiner: str) -> None:
    assert value(spelled(number, joiner)) == value(f"{number:,}") == value(str(number)) == number


PIECES = """a an and one two twelve twenty hundred thousand million half quarter third thirds fifth point minus
over out of
in dozen score dozens 3 10 2.5 1,000 1/2 ½ 9/11 -4 1.2bn $ % - – to between at least or more 2e99 0^-1 1^99"""
WORDS = st.sampled_from(PIECES.split())


@given(st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)))
def test_any_text_is_read_and_every_span_stands_in_it(text: str) -> None:
    end = 0
    for number in numbers.find(text):
        assert end <= number.span.start < number.span.end <= len(text)
        end = number.span.end


def test_a_row_of_digits_that_no_reader_of_json_could_hold_is_no_number() -> None:
    assert read("The key is " + "9" * 5000 + ".") == []
    assert len(read("The key is " + "9" * 30 + ".")) == 1
