"""What makes two numbers a conflict, and what does not."""

from __future__ import annotations

from factcheck.analysis.parsing import Parser
from tests.analysis.comparison.accounts import flags


def test_two_counts_of_the_same_victims_differ(parser: Parser) -> None:
    first = "The indictment of the mayor runs to a 48-page document, the court said."
    second = "The indictment of the mayor runs to a 47-page document, the court said."
    assert len(flags(parser, first, second)) == 1


def test_rounding_is_not_a_conflict(parser: Parser) -> None:
    first = "The company paid nearly $44 million in taxes last year."
    assert flags(parser, first, "The company paid $43,885,310 in taxes last year.") == []


def test_a_bound_that_holds_is_not_a_conflict(parser: Parser) -> None:
    first = "More than 50 passengers were injured when the tram overturned."
    assert flags(parser, first, "Some 58 passengers were injured when the tram overturned.") == []


def test_counts_of_different_people_are_different_questions(parser: Parser) -> None:
    first = "The team sent two German doctors to the clinic in Kabul."
    assert flags(parser, first, "The team sent three French doctors to the clinic in Kabul.") == []


def test_a_number_both_accounts_give_is_no_party_to_a_conflict(parser: Parser) -> None:
    text = "Police arrested 12 protesters on the bridge and 15 protesters at the station."
    assert flags(parser, text, text) == []


def test_a_whole_cannot_be_smaller_than_its_part(parser: Parser) -> None:
    first = "Three divers posed with a flag in the cave. The three divers were praised by the mayor."
    second = "The cave currently has two divers and a cook."
    assert flags(parser, first, second) == [("Three divers", "two divers")]
