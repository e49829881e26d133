"""Statements that deny each other: narrow forms only, everything else is left alone."""

from __future__ import annotations

from factcheck.analysis.parsing import Parser
from factcheck.values import Kind, Status
from tests.analysis.comparison.accounts import analysis_of


def rules(parser: Parser, *texts: str) -> list[str]:
    return [c.rule for c in analysis_of(parser, *texts).conflicts if c.kind is Kind.STATEMENT]


def test_a_decision_to_leave_against_a_pledge_to_stay(parser: Parser) -> None:
    first = "The minister told its partners that the decision to withdraw had been taken."
    second = "Both governments have pledged to continue the partnership."
    assert rules(parser, first, second) == ["statement-opposite-resolves"]


def test_a_refusal_to_leave_agrees_with_a_pledge_to_stay(parser: Parser) -> None:
    first = "The senator refused to quit the race."
    assert rules(parser, first, "The senator vowed to stay in the race.") == []


def test_a_refusal_to_stay_is_against_a_pledge_to_stay(parser: Parser) -> None:
    first = "The senator refused to stay in the race."
    assert rules(parser, first, "The senator vowed to stay in the race.") == ["statement-opposite-resolves"]


def test_two_actors_resolve_for_themselves(parser: Parser) -> None:
    first = "France decided to leave the alliance."
    assert rules(parser, first, "Germany pledged to stay in the alliance.") == []


def test_what_one_may_decide_is_no_resolve(parser: Parser) -> None:
    first = "The club could decide to sell the stadium."
    assert rules(parser, first, "The club vowed to buy the stadium.") == []


def test_two_undertakings_are_two_questions(parser: Parser) -> None:
    first = "The council decided to close the library."
    assert rules(parser, first, "The council promised to open a new park.") == []


def test_evidence_that_was_found_and_was_not(parser: Parser) -> None:
    first = "Investigators found no evidence of fraud in the northern districts."
    second = "The inquiry produced evidence of fraud, the opposition leader said."
    assert rules(parser, first, second) == ["statement-is-and-is-not"]


def test_breaking_the_law_is_a_crime(parser: Parser) -> None:
    first = "Police found no evidence that the mayor had committed a crime."
    assert rules(parser, first, "The inquiry found evidence that the mayor broke the law.") == [
        "statement-is-and-is-not"
    ]


def test_what_is_there_and_is_not_inside_one_article(parser: Parser) -> None:
    article = (
        "The minister said there is no water shortage in the valley. There is a water shortage already, farmers said."
    )
    (conflict,) = analysis_of(parser, article).conflicts
    assert (conflict.rule, conflict.within) == ("statement-is-and-is-not", True)


def test_who_denies_that_there_is_a_shortage_says_there_is_none(parser: Parser) -> None:
    first = "There is no water shortage in the valley."
    assert rules(parser, first, "The minister denied that there was a water shortage in the valley.") == []


def test_whether_somebody_was_armed(parser: Parser) -> None:
    first = "Police say Carter pointed a revolver at two officers."
    second = "Carter did not have a gun, his mother said. Neighbours doubt that Carter was carrying a gun."
    (conflict,) = analysis_of(parser, first, second).conflicts
    assert conflict.rule == "statement-is-and-is-not"
    assert [a.text for a in conflict.answers] == ["did not have a gun", "pointed a revolver at two officers"]
    assert len(conflict.claims) == 3


def test_weapons_of_two_people_are_two_questions(parser: Parser) -> None:
    assert rules(parser, "Carter pointed a gun at the clerk.", "Miller did not have a gun.") == []


def test_evidence_of_two_matters_is_no_denial(parser: Parser) -> None:
    first = "Investigators found no evidence of fraud."
    assert rules(parser, first, "Researchers found evidence of a warmer climate.") == []


def test_a_statement_that_nobody_denies_is_no_group(parser: Parser) -> None:
    found = analysis_of(parser, "There is a water shortage in the valley.")
    assert [g for g in found.groups if g.kind is Kind.STATEMENT] == []


def test_two_accounts_that_found_no_evidence_agree(parser: Parser) -> None:
    first = "Investigators found no evidence of fraud in the northern districts."
    found = analysis_of(parser, first, "There was no evidence of fraud, the judges wrote.")
    assert [g.status for g in found.groups if g.kind is Kind.STATEMENT] == [Status.AGREEMENT]
