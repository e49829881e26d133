"""Units, money, bounds, ranges, ages and scores, without a parse."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.analysis.quantities import amounts, units
from factcheck.values import Modifier


def only(text: str) -> amounts.Amount:
    (amount,) = amounts.find(text)
    return amount


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("$3.5 million", "3500000", "dollar"),
        ("£3.5m", "3500000", "pound sterling"),
        ("€1.2bn", "1200000000", "euro"),
        ("US$ 10 billion", "10000000000", "dollar"),
        ("USD 200", "200", "dollar"),
        ("C$5", "5", "Canadian dollar"),
        ("450,000 yen", "450000", "yen"),
        ("10,000 Swiss francs", "10000", "Swiss franc"),
        ("300 Danish kroner", "300", "Danish krone"),
        ("40 MUSD", "40000000", "dollar"),
        ("20p", "20", "penny"),
        ("3 dollars 50 cents", "3.5", "dollar"),
        ("21 percent", "21", "percentage"),
        ("3.2%", "3.2", "percentage"),
        ("two percentage points", "2", "percentage point"),
        ("25 basis points", "25", "basis point"),
        ("ten miles", "10", "mile"),
        ("12-inch", "12", "inch"),
        ("180ml", "180", "millilitre"),
        ("0.9 trillion cubic feet", "900000000000", "cubic foot"),
        ("5 ft 2 in", None, "foot"),
        ("188 miles an hour", "188", "mile per hour"),
        ("minus 5 degrees Celsius", "-5", "degree Celsius"),
        ("64GB", "64", "gigabyte"),
    ],
)
def test_a_measure_has_its_number_and_unit(text: str, number: str | None, unit: str) -> None:
    amount = only(text)
    assert amount.span.of(text) == text
    assert amount.unit is not None
    assert amount.unit.name == unit
    assert number is None or amount.number == Decimal(number)


def test_m_is_millions_of_what_is_counted_and_metres_of_what_is_measured() -> None:
    assert only("10m people").number == 10_000_000
    metres = only("a 100m race").unit
    assert metres is not None
    assert metres.name == "metre"


def test_pounds_are_money_beside_money_and_weight_otherwise() -> None:
    weight, money = only("She lost 25 pounds of fat.").unit, only("They paid 25 pounds for it.").unit
    assert weight is not None
    assert money is not None
    assert (weight.dimension, money.dimension) == ("mass", "money")


def test_units_of_one_dimension_convert() -> None:
    foot, metre = units.named("feet"), units.named("m")
    assert foot is not None
    assert metre is not None
    assert round(units.to_base(Decimal(131), foot), 1) == round(units.to_base(Decimal("39.9"), metre), 1)
    fahrenheit = units.named("°F")
    assert fahrenheit is not None
    assert round(units.to_base(Decimal(212), fahrenheit)) == 100


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("at least 5", Modifier.AT_LEAST, 5, None),
        ("more than 5", Modifier.MORE, 5, None),
        ("over five", Modifier.MORE, 5, None),
        ("5 or more", Modifier.AT_LEAST, 5, None),
        ("60-plus", Modifier.AT_LEAST, 60, None),
        ("up to 5", Modifier.AT_MOST, None, 5),
        ("as many as 5", Modifier.AT_MOST, None, 5),
        ("fewer than 5", Modifier.LESS, None, 5),
        ("about 5", Modifier.ABOUT, None, None),
        ("nearly 5", Modifier.ABOUT, None, None),
        ("5 or so", Modifier.ABOUT, None, None),
        ("10 to 15", Modifier.RANGE, 10, 15),
        ("between 3 and 5", Modifier.RANGE, 3, 5),
        ("10-15", Modifier.RANGE, 10, 15),
        ("four- to five", Modifier.RANGE, 4, 5),
        ("three or four", Modifier.RANGE, 3, 4),
        ("$2-3 million", Modifier.RANGE, 2_000_000, 3_000_000),
        ("more than 20 and less than 35", Modifier.RANGE, 20, 35),
    ],
)
def test_hedges_and_bounds(text: str, modifier: Modifier, low: int | None, high: int | None) -> None:
    amount = only(text)
    assert (amount.modifier, amount.low, amount.high) == (modifier, low, high)


def test_from_to_after_a_change_names_two_values() -> None:
    assert [a.number for a in amounts.find("It rose from 5 percent to 10 percent.")] == [5, 10]


def test_a_score_is_told_from_a_range() -> None:
    assert only("They won 3-1.").kind == "score"
    assert only("It takes 5-10 minutes.").modifier is Modifier.RANGE
    assert only("with the count 2-2").kind == "malformed"


@pytest.mark.parametrize(
    "text",
    [
        "a 52-year-old man",
        "aged 52",
        "52 years of age",
        "at the age of 52",
        "Ann Lee, 52, left",
        "Ann Lee (52)",
        "when she was 52.",
        "who is 52, left",
        "anyone 52 or older",
        "Ann Lee, now 52.",
    ],
)
def test_ages_in_every_dress(text: str) -> None:
    amount = only(text)
    assert amount.unit is not None
    assert (amount.kind, amount.number, amount.unit.name) == ("age", Decimal(52), "year")


SPELLED = """$ £ US$ USD 5 2.5 10-15 3-1 million m k % percent miles feet ' " in 2 and a half hour dollars 50
cents at least
more than between or so aged 52 , year old ( ) °C p first 1/2 from to rose ten"""
PIECES = st.sampled_from(SPELLED.split())


@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_gives_amounts_inside_it_that_never_overlap(text: str) -> None:
    end = 0
    for amount in amounts.find(text):
        assert end <= amount.span.start < amount.span.end <= len(text)
        assert amount.span.contains(amount.core)
        end = amount.span.end
