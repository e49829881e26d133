"""Dates of one event: what meets and what excludes each other."""

from __future__ import annotations

from factcheck.analysis.parsing import Parser
from factcheck.values import Kind, Status
from tests.analysis.comparison.accounts import analysis_of, flags


def test_a_weekday_and_its_date_are_one_day(parser: Parser) -> None:
    first = "The agency posted photos of the crew on Monday."
    second = "The agency posted photos of the crew on July 4."
    found = analysis_of(parser, first, second)
    assert found.conflicts == ()
    assert [g.status for g in found.groups if g.kind is Kind.DATE] == [Status.AGREEMENT]


def test_a_month_and_a_day_in_it_are_compatible(parser: Parser) -> None:
    first = "Russia invaded Ukraine in February."
    found = analysis_of(parser, first, "Russia invaded Ukraine on February 24.")
    assert [g.status for g in found.groups if g.kind is Kind.DATE] == [Status.COMPATIBLE]


def test_two_days_for_one_event_exclude_each_other(parser: Parser) -> None:
    first = "The former mayor Peter Novak died on Thursday at his home in Prague."
    second = "The former mayor Peter Novak died on Friday at his home in Prague."
    assert flags(parser, first, second) == [("Thursday (2022-07-07)", "Friday (2022-07-08)")]


def test_days_of_different_events_are_different_questions(parser: Parser) -> None:
    first = "The mayor opened the bridge on Thursday."
    assert flags(parser, first, "Police closed the market on Friday.") == []
