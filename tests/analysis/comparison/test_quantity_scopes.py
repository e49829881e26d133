"""What sets two amounts apart, and what only seems to: plans, estimates, holders, converted sums."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.values import Kind
from tests.analysis.comparison.accounts import analysis_of
from tests.factories import make_article


def amounts(parser: Parser, *texts: str) -> list[set[str]]:
    """The answers of each conflict of quantities between accounts."""
    conflicts = analysis_of(parser, *texts).conflicts
    return [{a.text for a in c.answers} for c in conflicts if c.kind is Kind.QUANTITY]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "The city will borrow $600 million for the tunnel.",
            "The budget borrows $900 million for the tunnel.",
            id="what is planned and what is done",
        ),
        pytest.param(
            "Police detained 287 workers of the brewery.",
            "Police detained 297 workers.",
            id="all who are counted, not a part of them",
        ),
        pytest.param(
            "Leeds signed striker Carl Moss for £8.5m.",
            "Carl Moss joined Leeds for £9.3m.",
            id="two subjects who stand in both accounts",
        ),
        pytest.param(
            "The well is 2.1 km deep.",
            "The well was sunk to a depth of about 2.5 km.",
            id="small measures are no small counts",
        ),
        pytest.param(
            "The gunman killed two colleagues and wounded six others.",
            "Two people were killed and seven were injured.",
            id="others than the dead",
        ),
        pytest.param(
            "The guard struck the prisoner four times with a baton.",
            "The prisoner was beaten five times with a baton by a guard.",
            id="how often one thing was done",
        ),
        pytest.param(
            "The union will end a 22.5 percent levy on foreign steel.",
            "A 24.8 percent protective levy on foreign steel ends.",
            id="the measure of a thing that is given up",
        ),
        pytest.param(
            "The sect has 34 members on its island. It was founded in 1902.",
            "The sect, founded in 1902, has 43 members on its island.",
            id="the year something began",
        ),
        pytest.param(
            "The farm will hire 500 pickers next year.",
            "The farm said the plan called for 700 pickers to be hired.",
            id="the year in which a plan is carried out",
        ),
        pytest.param(
            "The play is the first by the Danish director Anna Holm, 34.",
            'Anna Holm won a prize. "It is for my father," said the 37-year-old director.',
            id="a role that one person bears",
        ),
        pytest.param(
            "Four German citizens were among the guests of the hotel.",
            "There were five Germans among the guests of the hotel.",
            id="one nation in two words",
        ),
        pytest.param(
            "In the flood 64 were swept away.",
            "The flood swept 78 people away.",
            id="people whose noun is left out",
        ),
        pytest.param(
            "The board will close seven elementary schools.",
            "Nine of the district's schools will be closed by the board.",
            id="whose they are does not narrow them",
        ),
    ],
)
def test_what_only_seems_to_set_two_amounts_apart(parser: Parser, first: str, second: str) -> None:
    assert len(amounts(parser, first, second)) == 1


def test_an_estimate_that_fits_both_amounts_does_not_answer_for_one_of_them(parser: Parser) -> None:
    told = amounts(
        parser, "Agents detained 297 workers. About 290 were held.", "Agents detained 287 workers at the plant."
    )
    assert len(told) == 1


def test_what_may_be_is_not_what_is(parser: Parser) -> None:
    assert amounts(parser, "The repair could cost $5 million.", "The repair cost $8 million.") == []


def test_a_hedged_amount_may_be_a_near_one(parser: Parser) -> None:
    assert (
        amounts(parser, "They bought the mill for about $13 million.", "The purchase of the mill for $13.9 million.")
        == []
    )


def test_a_sum_in_brackets_tells_the_one_before_it_in_another_currency(parser: Parser) -> None:
    told = amounts(
        parser,
        "The firm must pay $191 million (£113 million) to its rival.",
        "The firm was told to pay its rival £190 million.",
    )
    assert told == []


def test_ages_of_two_people_who_are_both_named_are_not_held_against_each_other(parser: Parser) -> None:
    first = "Harold Reed, 64, stayed in his trailer. His neighbor Claude Moss sat in the attic."
    second = 'Harold Reed would not leave. "I heard the nails," said 71-year-old fisherman Claude Moss.'
    assert amounts(parser, first, second) == []


@pytest.mark.parametrize(("days", "found"), [(1, 1), (200, 0)])
def test_a_year_of_age_passes_only_between_accounts_months_apart(parser: Parser, days: int, found: int) -> None:
    articles = [
        make_article(text, letter, published=published)
        for text, letter, published in (
            ("Thomas Reed, 62, spoke first.", "a", date(2020, 1, 1)),
            ("Then Thomas Reed, 63, spoke.", "b", date.fromordinal(date(2020, 1, 1).toordinal() + days)),
        )
    ]
    assert len(analyse(articles, parser).conflicts) == found


def test_a_count_of_more_places_is_another_count(parser: Parser) -> None:
    told = amounts(parser, "The storm killed seven in Jamaica.", "The storm had killed 11 people in Jamaica and Cuba.")
    assert told == []


def test_amounts_inside_quotations_are_left_to_the_quotations(parser: Parser) -> None:
    told = amounts(
        parser, 'He said he had "two or three beers" at the club.', 'He said he had "four or five beers" at the club.'
    )
    assert told == []


def test_a_role_is_nobody_who_is_aged_by_name_beside_it(parser: Parser) -> None:
    first = "Tributes went to young father Mark Smith, 35. Mr Logan’s family said the 52-year-old father was brave."
    assert amounts(parser, first, "Mark Smith, 35, was to be married.") == []


def test_what_was_done_on_one_day_is_not_what_is_planned_for_another(parser: Parser) -> None:
    told = amounts(
        parser, "The panel heard nine witnesses on Monday.", "The panel will hear seven witnesses on Tuesday."
    )
    assert told == []
