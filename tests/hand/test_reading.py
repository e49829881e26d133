"""What words state that a person selects or types."""

from datetime import date
from decimal import Decimal

import pytest

from factcheck.hand import guessed_kind, read_value, retyped, spoken_by
from factcheck.values import (
    Analysis,
    Attribution,
    Case,
    Kind,
    Modifier,
    Name,
    Quantity,
    Quotation,
    Span,
    Statement,
    Text,
    TimeExpression,
    TimexType,
)
from tests.factories import make_article, make_claim
from tests.hand.acting import found_case

TEXT = (
    "Two Russian cosmonauts landed on Monday, and about 200 people watched in rain of 3 inches. "
    "“We had no warning,” said Ann Lee. The ferry was late on 4 July 2022. Dozens of men left the St. Mary."
)
ARTICLE = make_article(TEXT, "a", published=date(2022, 7, 8))
CASE = Case("case", "Case", (ARTICLE,))


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Two Russian cosmonauts", Kind.QUANTITY),
        ("about 200 people", Kind.QUANTITY),
        ("Dozens of men", Kind.QUANTITY),
        ("on Monday", Kind.DATE),
        ("4 July 2022", Kind.DATE),
        ("“We had no warning,”", Kind.QUOTATION),
        ("We had no warning,", Kind.QUOTATION),
        ("“We had no warning,” said Ann Lee", Kind.ATTRIBUTION),
        ("Ann Lee", Kind.NAME),
        ("The ferry was late", Kind.STATEMENT),
        ("no warning", Kind.STATEMENT),
    ],
)
def test_the_kind_of_selected_words_is_guessed(words: str, kind: Kind) -> None:
    assert guessed_kind(CASE, "a", span_of(words)) is kind


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Two Russian cosmonauts", Quantity(Decimal(2), unit="cosmonaut", noun="cosmonaut")),
        ("about 200 people", Quantity(Decimal(200), unit="person", noun="person", modifier=Modifier.ABOUT)),
        ("3 inches", Quantity(Decimal(3), unit="inch")),
        ("Ann Lee", Name("Ann Lee", "other")),
        ("“We had no warning,”", Quotation("We had no warning,")),
        ("The ferry was late", Statement("The ferry was late", True, "told")),
        ("no warning", Statement("no warning", True, "told")),
    ],
)
def test_selected_words_are_read_by_the_grammars_of_the_program(words: str, value: object) -> None:
    span = span_of(words)
    assert read_value(CASE, "a", span, guessed_kind(CASE, "a", span)) == value


def test_a_weekday_counts_from_the_day_of_publication() -> None:
    value = read_value(CASE, "a", span_of("on Monday"), Kind.DATE)
    assert isinstance(value, TimeExpression)
    assert (value.start, value.type) == ("2022-07-04", TimexType.DATE)


@pytest.mark.parametrize(
    ("typed", "start"), [("4 July 2022", "2022-07-04"), ("July 5", "2022-07-05"), ("2021-03-01", "2021-03-01")]
)
def test_a_typed_day_is_read(typed: str, start: str) -> None:
    value = read_value(CASE, "a", Span(0, 3), Kind.DATE, typed)
    assert isinstance(value, TimeExpression)
    assert value.start == start


@pytest.mark.parametrize(
    ("kind", "typed"), [(Kind.DATE, "when it suited them"), (Kind.QUANTITY, "a family"), (Kind.QUANTITY, "")]
)
def test_what_no_grammar_reads_is_kept_as_words(kind: Kind, typed: str) -> None:
    assert read_value(CASE, "a", Span(0, 3), kind, typed) == Text(typed)


def the_case() -> Case:
    two = make_claim(ARTICLE, "Two Russian cosmonauts", value=Quantity(Decimal(2), unit="cosmonaut", noun="cosmonaut"))
    quoted = make_claim(
        ARTICLE,
        "“We had no warning,”",
        Kind.QUOTATION,
        Quotation("We had no warning,", "Ann Lee", span_of("Ann Lee"), "said"),
    )
    said = make_claim(
        ARTICLE,
        "“We had no warning,” said Ann Lee",
        Kind.ATTRIBUTION,
        Attribution("Ann Lee", span_of("Ann Lee"), "said", span_of("We had no warning")),
    )
    lee = make_claim(ARTICLE, "Ann Lee", Kind.NAME, Name("Ann Lee", "person", "mayor"))
    return found_case(ARTICLE, analysis=Analysis((two, quoted, said, lee)))


def test_a_typed_number_counts_what_was_counted_before() -> None:
    case = the_case()
    two = case.analysis.claims[0] if case.analysis else None
    assert two is not None
    assert retyped(case, two.id, "three") == Quantity(Decimal(3), unit="cosmonaut", noun="cosmonaut")
    assert retyped(case, two.id, "3 %") == Quantity(Decimal(3), unit="percentage")


def test_another_speaker_leaves_the_words() -> None:
    case = the_case()
    assert case.analysis is not None
    _, quoted, said, lee = case.analysis.claims
    assert spoken_by(case, quoted.id, " Bo  Hill ") == Quotation("We had no warning,", "Bo Hill", None, "said")
    assert retyped(case, said.id, "Bo Hill") == Attribution("Bo Hill", None, "said", span_of("We had no warning"))
    assert retyped(case, lee.id, "Ann Leigh") == Name("Ann Leigh", "person", "mayor")
