"""One name in two spellings, and what only looks like it."""

from __future__ import annotations

import pytest

from factcheck.analysis.comparison.spelling import alike, derived, fold, house_style, one_letter_apart, two_people
from factcheck.analysis.parsing import Parser
from factcheck.values import Kind, Status
from tests.analysis.comparison.accounts import analysis_of, flags


def test_a_first_name_spelled_in_two_ways(parser: Parser) -> None:
    first = "Police found the body of Catherine Barlow in the flat."
    second = "The body of Katherine Barlow was found by police in the flat."
    assert flags(parser, first, second) == [("Catherine Barlow", "Katherine Barlow")]


def test_a_building_in_the_singular_and_the_plural(parser: Parser) -> None:
    first = "The singer protested outside Mercer Tower in Leeds."
    second = "The singer protested outside Mercer Towers in Leeds."
    assert flags(parser, first, second) == [("Mercer Tower", "Mercer Towers")]


def test_a_street_with_two_endings(parser: Parser) -> None:
    first = "Both were found in an apartment on Provident Street in the town."
    second = "Both were found in the Providence Street apartment in the town."
    assert flags(parser, first, second) == [("Provident Street", "Providence Street")]


def test_a_surname_that_nobody_in_the_article_bears(parser: Parser) -> None:
    text = "Officers shot Daniel Cowan on Friday.\n\nMr. Cowan was a teacher.\n\n“I saw it,” said Cowen in a letter."
    analysis = analysis_of(parser, text)
    assert [c.rule for c in analysis.conflicts] == ["name-spelling-surname"]
    assert analysis.conflicts[0].within


def test_a_place_is_known_again_by_the_noun_beside_it(parser: Parser) -> None:
    first = "Shells fell on the Jabaliya camp at noon, doctors in the city said."
    second = "Shells fell on the Jabalya refugee camp at noon, doctors in the city said."
    assert flags(parser, first, second) == [("Jabaliya", "Jabalya")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Peter Johnson spoke in London.", "Mary Johnston spoke in London."),
        ("Israel closed the crossing.", "The Israeli army closed the crossing."),
        ("Hillary Clinton thanked the crowd.", "The Clintons thanked the crowd."),
        ("Beyoncé Lane sang in Rome.", "Beyonce Lane sang in Rome."),
        ("It stood by the World Trade Center in Rome.", "It stood by the World Trade Centre in Rome."),
        ("Michael McCaul came to Leeds.", "Michael McFaul came to Leeds."),
        ("Eric Moore came to Leeds.", "Erin Moore came to Leeds."),
        ("The aide Lauren Greene resigned.", "The aide Elizabeth Lauten resigned."),
        ("Daniel Moore came to Leeds.", "Danielle Moore came to Leeds."),
        ("He drove through Iran.", "He drove through Iraq."),
    ],
)
def test_no_misspelling(parser: Parser, first: str, second: str) -> None:
    assert flags(parser, first, second) == []


def test_a_full_name_in_two_accounts_agrees_and_one_place_an_account_stands_for_it(parser: Parser) -> None:
    first = "Gregory Lane, a spokesman for the court, declined to comment. Gregory Lane then left."
    second = "Court spokesman Gregory Lane would say nothing."
    analysis = analysis_of(parser, first, second)
    (group,) = [g for g in analysis.groups if g.kind is Kind.NAME]
    assert group.status is Status.AGREEMENT
    assert len(group.claims) == 2


@pytest.mark.parametrize("fuller", ["Joseph M. Sanders", "Joe Sanders"])
def test_an_initial_or_a_short_form_is_compatible(parser: Parser, fuller: str) -> None:
    analysis = analysis_of(parser, "Joseph Sanders argued the case.", f"The case was argued by {fuller} on Monday.")
    assert [g.status for g in analysis.groups if g.kind is Kind.NAME] == [Status.COMPATIBLE]


def test_a_place_agrees_only_where_the_like_is_said_beside_it(parser: Parser) -> None:
    first = "He told supporters in Sterling Heights that he would win."
    alike = "A crowd of supporters in Sterling Heights cheered him."
    other = "A plane from Sterling Heights landed late."
    assert [g.status for g in analysis_of(parser, first, alike).groups if g.kind is Kind.NAME] == [Status.AGREEMENT]
    assert [g for g in analysis_of(parser, first, other).groups if g.kind is Kind.NAME] == []


def test_a_name_in_one_account_alone_is_no_question(parser: Parser) -> None:
    analysis = analysis_of(parser, "Gregory Lane left.", "Nobody else came.")
    assert [g for g in analysis.groups if g.kind is Kind.NAME] == []
    assert [c.text for c in analysis.claims if c.kind is Kind.NAME] == ["Gregory Lane"]


def test_letters_alone() -> None:
    assert fold("Beyoncé’s") == "beyonce"
    assert list(alike(["vicente", "vincente", "barlow"])) == [("vicente", "vincente")]
    assert not one_letter_apart("feinstein", "weinstein")
    assert derived("israel", "israeli")
    assert not derived("andrezej", "andrzej")
    assert house_style("centre", "center")
    assert two_people("katie", "kate")
    assert not two_people("sara", "sarah")
