"""The sample case: what must be flagged, and what must not."""

from __future__ import annotations

import pickle

import pytest

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.intake import read_files
from factcheck.shipped import shipped
from factcheck.values import Analysis, Article, Claim, Conflict, Status


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    intake = read_files(sorted(shipped("seeds").iterdir()))
    assert intake.problems == ()
    return tuple(intake.articles)


@pytest.fixture(scope="module")
def analysis(articles: tuple[Article, ...], parser: Parser) -> Analysis:
    return analyse(articles, parser)


def answers(analysis: Analysis, conflict: Conflict) -> list[set[tuple[int, str]]]:
    """Each answer as (article number, words) pairs."""
    claims = {c.id: c for c in analysis.claims}
    order = sorted({c.article for c in analysis.claims})
    return [{(order.index(claims[i].article), claims[i].text) for i in a.claims} for a in conflict.answers]


def by_rule(analysis: Analysis, rule: str) -> Conflict:
    (found,) = [c for c in analysis.conflicts if c.rule == rule]
    return found


def claim(analysis: Analysis, words: str, nth: int = 0) -> Claim:
    return [c for c in analysis.claims if c.text == words][nth]


def test_three_cosmonauts_against_two_across_and_inside_the_second_article(analysis: Analysis) -> None:
    conflict = by_rule(analysis, "quantity-part-exceeds-whole")
    three, two = answers(analysis, conflict)
    assert {(0, "three cosmonauts"), (1, "three cosmonauts")} <= three
    assert two == {(1, "two Russian cosmonauts")}
    assert conflict.within


def test_the_word_russia_inside_nasas_sentence(analysis: Analysis) -> None:
    conflict = by_rule(analysis, "quotation-words-changed")
    assert "“Russia”" in conflict.reason
    assert not conflict.within


def test_who_said_a_liberation_day(analysis: Analysis) -> None:
    conflict = by_rule(analysis, "attribution-other-speaker")
    assert [a.text for a in conflict.answers] == ["three cosmonauts", "the Russian space agency"]


def test_a_decision_to_withdraw_against_a_pledge_to_continue(analysis: Analysis) -> None:
    conflict = by_rule(analysis, "statement-opposite-resolves")
    assert answers(analysis, conflict) == [{(0, "decision to withdraw")}, {(1, "pledged to continue the partnership")}]


def test_nothing_else_is_flagged(analysis: Analysis) -> None:
    assert len(analysis.conflicts) == 4


def test_monday_and_february_are_resolved_and_not_in_conflict(analysis: Analysis) -> None:
    monday, february = claim(analysis, "Monday"), claim(analysis, "February 24 this year")
    assert monday.value.start == "2022-07-04"  # type: ignore[union-attr]
    assert february.value.start == "2022-02-24"  # type: ignore[union-attr]
    flagged = {id for c in analysis.conflicts for id in c.claims}
    assert not flagged & {monday.id, february.id}


def test_fifteen_countries_agree(analysis: Analysis) -> None:
    claims = {c.id: c for c in analysis.claims}
    groups = [{claims[i].text for i in g.claims} for g in analysis.groups if g.status is Status.AGREEMENT]
    assert {"15 international participating countries"} in groups


def test_the_shortened_quotation_of_lueders_is_compatible(analysis: Analysis) -> None:
    claims = {c.id: c for c in analysis.claims}
    held = [
        g
        for g in analysis.groups
        if any("monitor the situation" in claims[i].text for i in g.claims) and g.status is not Status.SINGLE
    ]
    assert held
    assert {g.status for g in held} <= {Status.COMPATIBLE, Status.AGREEMENT}


def test_every_claim_quotes_its_place(analysis: Analysis, articles: tuple[Article, ...]) -> None:
    texts = {a.id: a.text for a in articles}
    assert all(c.span.of(texts[c.article]) == c.text for c in analysis.claims)


def test_every_conflict_names_claims_of_its_group_and_of_its_answers(analysis: Analysis) -> None:
    groups = {g.id: set(g.claims) for g in analysis.groups}
    for conflict in analysis.conflicts:
        assert set(conflict.claims) == groups[conflict.group]
        assert {id for a in conflict.answers for id in a.claims} == set(conflict.claims)


def test_an_analysis_can_be_sent_to_another_process(analysis: Analysis) -> None:
    assert pickle.loads(pickle.dumps(analysis)) == analysis
