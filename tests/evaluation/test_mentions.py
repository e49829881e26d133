"""F1 figures over mentions."""

from __future__ import annotations

from decimal import Decimal

from factcheck.evaluation.mentions import score
from factcheck.values import Kind, Quantity, Quotation, Span, TimeExpression, TimexType
from tests.factories import make_article, make_claim

ARTICLE = make_article("On Monday she said “we will stay” to 12 miners.")


def test_a_date_with_another_value_counts_as_span_only() -> None:
    claim = make_claim(ARTICLE, "Monday", Kind.DATE, TimeExpression("2022-07-05", TimexType.DATE))
    gold = {"timexes": [{"start": 3, "end": 9, "type": "DATE", "value": "2022-07-04"}]}
    span, value = score([(gold, [claim])])
    assert (span.hits, value.hits) == (1, 0)


def test_a_quotation_needs_its_speaker() -> None:
    start = ARTICLE.text.index("we will stay")
    gold = {"quotations": [{"start": start - 1, "end": start + 13, "speaker_start": 10, "speaker_end": 13}]}
    named = make_claim(ARTICLE, "“we will stay”", Kind.QUOTATION, Quotation("we will stay", "she", Span(10, 13)))
    nameless = make_claim(ARTICLE, "“we will stay”", Kind.QUOTATION, Quotation("we will stay"))
    assert [f.hits for f in score([(gold, [named])])] == [1, 1]
    assert [f.hits for f in score([(gold, [nameless])])] == [1, 0]


def test_quantities_are_a_multiset_of_numbers_with_units() -> None:
    claim = make_claim(ARTICLE, "12 miners", value=Quantity(Decimal(12), unit="miner"))
    gold = {"quantities": [{"value": 12, "normalized_unit": "miners"}, {"value": 12, "normalized_unit": "miner"}]}
    number, both = score([(gold, [claim])])
    assert (number.hits, number.wanted, both.hits) == (1, 2, 1)
    assert "F1 0.667" in number.line()
