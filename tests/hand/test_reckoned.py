"""Corrections of numbers that an account itself adds up."""

from decimal import Decimal

import pytest

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.hand import correct, refuse
from factcheck.values import Case, Quantity
from tests.factories import make_article
from tests.hand.acting import did, found_case

FLOOD = make_article("The flood destroyed 1,240 houses: 910 in Arden and 430 in Barton.", "a", source="Post")


@pytest.fixture(scope="module")
def flood() -> Case:
    return found_case(FLOOD, analysis=analyse((FLOOD,), Parser()))


def rules(case: Case) -> list[str]:
    assert case.analysis is not None
    return [c.rule for c in case.analysis.conflicts]


def stating(case: Case, number: int) -> tuple[str, Quantity]:
    assert case.analysis is not None
    found = ((c.id, c.value) for c in case.analysis.claims if isinstance(c.value, Quantity))
    return next((id, value) for id, value in found if value.number == number)


def corrected(case: Case, number: int, to: int) -> Case:
    id, value = stating(case, number)
    return did(case, correct(case, id, Quantity(Decimal(to), unit=value.unit, noun=value.noun)))


def test_a_sum_that_comes_out_once_a_part_is_corrected_is_no_conflict(flood: Case) -> None:
    assert rules(flood) == ["quantity-sum-of-parts"]
    assert rules(corrected(flood, 430, 330)) == []


def test_a_sum_that_still_does_not_come_out_stays_a_conflict(flood: Case) -> None:
    assert rules(corrected(flood, 430, 500)) == ["quantity-sum-of-parts"]


def test_without_one_of_its_parts_a_sum_says_nothing(flood: Case) -> None:
    assert rules(did(flood, refuse(flood, [stating(flood, 430)[0]]))) == []
