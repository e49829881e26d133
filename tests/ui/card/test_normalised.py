"""What claims come to, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.shipped import lexicon
from factcheck.values import (
    Attribution,
    Modifier,
    Name,
    Quantity,
    Quotation,
    Span,
    Statement,
    TimeExpression,
    TimexType,
)
from ui import translation
from ui.card.normalised import value_words
from ui.card.units import UNITS


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(Decimal(1200000), unit="people"), "1,200,000 people"),
        (Quantity(Decimal(3), unit="cosmonaut"), "3 cosmonauts"),
        (Quantity(Decimal(1), unit="country"), "1 country"),
        (Quantity(Decimal(2), unit="country"), "2 countries"),
        (Quantity(Decimal("4.50"), unit="percentage"), "4.5 %"),
        (Quantity(Decimal(40), unit="boat", modifier=Modifier.ABOUT), "about 40 boats"),
        (Quantity(Decimal(60), unit="mile per hour"), "60 miles per hour"),
        (Quantity(None, Decimal(24), Decimal(99), "person"), "24 to 99 people"),
        (Quantity(None, Decimal(24), unit="child"), "from 24 children"),
        (Quantity(Decimal(5), unit="dollar", change="down"), "down by 5 dollars"),
        (Quantity(None), ""),
    ],
)
def test_a_number_stands_with_its_unit_and_how_it_is_meant(quantity: Quantity, words: str) -> None:
    assert value_words(quantity) == words


def test_a_day_stands_in_figures_and_in_words() -> None:
    day = TimeExpression("2022-07-04", TimexType.DATE, "2022-07-04", "2022-07-04")
    assert value_words(day) == "2022-07-04 · Monday 4 July 2022"


def test_a_part_of_a_day_and_a_longer_stretch_tell_both_ends() -> None:
    evening = TimeExpression("2020-03-03TEV", TimexType.TIME, "2020-03-03T17:00:00", "2020-03-03T23:00:00")
    assert value_words(evening) == "2020-03-03 · Tuesday 3 March 2020, 17:00 to 23:00"
    spring = TimeExpression("2022-SP", TimexType.DATE, "2022-03-05", "2022-05-31")
    assert value_words(spring) == "2022-03-05 to 2022-05-31 · 5 March 2022 to 31 May 2022"


def test_a_length_of_time_is_told_and_what_has_no_value_is_not() -> None:
    assert value_words(TimeExpression("PT6H", TimexType.DURATION)) == "6 hours"
    assert value_words(TimeExpression("PT1M", TimexType.DURATION)) == "1 minute"
    assert value_words(TimeExpression("P2M", TimexType.DURATION)) == "2 months"
    assert value_words(TimeExpression("PRESENT_REF", TimexType.DATE)) == ""
    assert value_words(TimeExpression("20000-01-01", TimexType.DATE, "20000-01-01", "20000-01-01")) == ""


def test_words_stand_with_who_is_said_to_have_said_them() -> None:
    assert value_words(Quotation("We won", speaker="Ann Lee")) == "said by Ann Lee"
    assert value_words(Quotation("We won")) == "speaker not named"
    assert value_words(Attribution("the mayor", None, None, Span(0, 1))) == "given to the mayor"
    assert value_words(Attribution(None, None, None, Span(0, 1))) == "given to nobody by name"


def test_names_and_statements_come_to_their_plain_form() -> None:
    assert value_words(Name("Ann Lee", "person", "the mayor")) == "Ann Lee, the mayor"
    assert value_words(Name("Ann Lee", "person")) == "Ann Lee"
    assert value_words(Statement("find", False, "asserted", ("evidence",))) == "not: find evidence"
    assert value_words(Statement("withdraw", True, "resolved")) == "withdraw (resolved)"


def test_how_a_value_is_meant_is_told_in_the_chosen_language() -> None:
    translation.use("de")
    try:
        assert value_words(Quantity(Decimal(40), unit="boat", modifier=Modifier.ABOUT)) == "etwa 40 boats"
        assert value_words(Quantity(Decimal(5), unit="dollar", change="down")) == "um 5 dollars gesunken"
        assert value_words(Quantity(Decimal(5), unit="square kilometre")) == "5 Quadratkilometer"
        assert value_words(Quantity(Decimal(1), unit="week", modifier=Modifier.AT_MOST)) == "höchstens 1 Woche"
        assert value_words(TimeExpression("PT6H", TimexType.DURATION)) == "6 Stunden"
    finally:
        translation.use(translation.SOURCE)


def test_the_units_of_the_window_are_those_of_the_lexicon() -> None:
    assert set(UNITS) <= {unit["name"] for unit in lexicon("units")["unit"]}
