"""Quantities in news sentences: number, unit, how it is meant, what is counted."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.analysis import quantities
from factcheck.analysis.parsing import Parser
from factcheck.values import Modifier, Quantity, Span
from tests.factories import make_article

Read = Callable[..., dict[str, Quantity]]


@pytest.fixture(scope="module")
def read(parser: Parser) -> Read:
    def found(text: str, taken: tuple[Span, ...] = ()) -> dict[str, Quantity]:
        (parsed,) = parser.parse([make_article(text)])
        kept = {}
        for mention in quantities.find(parsed, taken):
            assert isinstance(mention.value, Quantity)
            kept[mention.span.of(text)] = mention.value
        return kept

    return found


def test_a_count_reaches_to_the_noun_it_counts(read: Read) -> None:
    found = read("The agency showed two Russian cosmonauts, and 15 international participating countries complained.")
    assert list(found) == ["two Russian cosmonauts", "15 international participating countries"]
    assert [(q.number, q.noun, q.unit) for q in found.values()] == [
        (Decimal(2), "cosmonaut", "cosmonaut"),
        (Decimal(15), "country", "country"),
    ]


def test_a_compound_noun_is_the_unit_and_its_head_the_noun(read: Read) -> None:
    found = read("Five police officers were hurt.")
    assert (found["Five police officers"].noun, found["Five police officers"].unit) == ("officer", "police officer")


def test_a_part_and_its_whole_are_two_quantities_of_one_noun(read: Read) -> None:
    found = read("At least 20 of the 51 victims were named.")
    part, whole = found["20"], found["51 victims"]
    assert (part.noun, part.modifier, part.low) == ("victim", Modifier.AT_LEAST, Decimal(20))
    assert (whole.noun, whole.modifier) == ("victim", Modifier.EXACT)


def test_vague_counts_keep_their_low_bound(read: Read) -> None:
    found = read("Dozens of people fled and tens of thousands of homes lost power.")
    assert [(q.number, q.low, q.noun) for q in found.values()] == [
        (None, Decimal(24), "people"),
        (None, Decimal(20_000), "home"),
    ]


def test_money_has_its_currency_and_what_it_buys(read: Read) -> None:
    found = read("It won a $184 million contract.")["$184 million"]
    assert (found.number, found.unit, found.noun) == (Decimal(184_000_000), "dollar", "contract")


def test_a_rise_is_a_difference_and_the_level_it_reaches_is_not(read: Read) -> None:
    found = read("Sales rose 5 percent to $2.3 billion, while costs fell by nearly 3 percent.")
    assert [q.change for q in found.values()] == ["up", None, "down"]
    assert [q.change for q in read("The index was down 123.4 points, or 1.1 percent.").values()] == ["down", "down"]


def test_an_age_belongs_to_the_person(read: Read) -> None:
    found = read("Donald Smith, 62, and a 19-year-old fan died.")
    assert [(q.number, q.unit, q.noun) for q in found.values()] == [
        (Decimal(62), "year", "smith"),
        (Decimal(19), "year", "fan"),
    ]


def test_a_hedge_may_follow_the_noun(read: Read) -> None:
    assert read("It drew 20 people or more.")["20 people"].modifier is Modifier.AT_LEAST
    assert read("They had the 60-plus votes they needed.")["60-plus votes"].low == 60


def test_about_as_a_preposition_is_no_hedge(read: Read) -> None:
    found = read("The documents revealed information about two secret programs.")
    assert found["two secret programs"].modifier is Modifier.EXACT
    assert read("About two hundred marched.")["two hundred"].modifier is Modifier.ABOUT


def test_thousands_parted_by_a_blank_are_one_number_before_a_unit(read: Read) -> None:
    assert read("They were trapped at a depth of 2 100 m.")["2 100 m"].number == 2100


def test_over_may_belong_to_the_verb(read: Read) -> None:
    assert read("He handed over 1,700 pages.")["1,700 pages"].modifier is Modifier.EXACT


def test_ranks_are_told_from_mere_order(read: Read) -> None:
    assert read("She finished third.")["third"].unit == "rank"
    assert read("In the first place, the third man ran.") == {}


def test_a_score_is_no_share_of_the_innings(read: Read) -> None:
    assert list(read("The Bears won 8-7 in ten innings.")) == ["8-7", "ten innings"]


def test_a_vote_told_with_to_is_a_score(read: Read) -> None:
    found = read("The 51-to-47 vote came after a party-line vote of 13 to 12.")
    assert [(q.low, q.high, q.unit) for q in found.values()] == [
        (Decimal(47), Decimal(51), "score"),
        (Decimal(12), Decimal(13), "score"),
    ]


def test_a_decimal_before_a_quake_is_its_magnitude(read: Read) -> None:
    assert read("A 7.2 quake hit the coast.")["7.2 quake"].unit == "magnitude"


def test_days_and_nights_are_not_counted_by_a_number_before_them(read: Read) -> None:
    found = read("The toll rose to 23 last night and to six Saturday.")
    assert {text: q.noun for text, q in found.items()} == {"23": None, "six": None}


def test_scores_hold_both_sides(read: Read) -> None:
    found = read("The team won 3-1 on the night.")["3-1"]
    assert (found.number, found.low, found.high, found.unit) == (None, Decimal(1), Decimal(3), "score")


@pytest.mark.parametrize(
    "text",
    [
        "He works at No. 10 and read Article 5.",
        "The attacks of 9/11 changed it.",
        "She bought an iPhone 13.",
        "He lives at 1600 Pennsylvania Avenue.",
        "Call 555-123-4567 or +44 20 7946 0958.",
        "It began at 6:10 or at 8 p.m. or so.",
        "That happened in 2016.",
        "It changed between 2015 and 2016, before the 2016 elections and the 2020 campaigns.",
        "No one knew which one of the men it was.",
        "See https://example.com/2016/24/page7 for more.",
        "The Boeing 757, the F-16 and the 5G network.",
        "It began as a half-hearted effort.",
        "Getty Images 9 Hillary smiles at her supporters.",
        "One thing is clear, he said at one point.",
    ],
)
def test_what_counts_nothing_is_no_quantity(read: Read, text: str) -> None:
    assert read(text) == {}


def test_what_a_date_explains_is_left_alone_and_an_age_is_not(read: Read) -> None:
    text = "The 52-year-old left on 4 July with 3 bags."
    taken = (Span(4, 11), Span(text.index("4 July"), text.index(" with")))
    assert [q.unit for q in read(text, taken).values()] == ["year", "bag"]


def test_a_year_that_counts_something_is_a_count(read: Read) -> None:
    found = read("The fire took 1500 homes and killed 2000 people; more than 1950 animals died.")
    assert [q.number for q in found.values()] == [1500, 2000, 1950]


def test_numbers_are_plain_decimals(read: Read) -> None:
    found = read("It cost £3.5m, or 5 ft 2 in of gold.")
    assert [str(q.number) for q in found.values()] == ["3500000", "5.16666666666667"]


SPELLED = """two 20 of the 51 victims were $5 million about least at or more - , . ( ) rose by 5 percent one in
five old year
aged and a half No. 10 3-1 won 🚀 é third dozens"""
PIECES = st.sampled_from([*SPELLED.split(), "\n"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map(" ".join)))
def test_any_article_is_read_and_every_span_stands_in_it(parser: Parser, text: str) -> None:
    if not text.strip():
        return
    (parsed,) = parser.parse([make_article(text)])
    end = 0
    for mention in quantities.find(parsed, ()):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert isinstance(mention.value, Quantity)
        assert mention.value.number is None or isinstance(mention.value.number, Decimal)
        end = mention.span.end
