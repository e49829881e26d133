"""One person under two names, one name with two offices; and people who only look alike."""

from __future__ import annotations

import pytest

from factcheck.analysis.parsing import Parser
from tests.analysis.comparison.accounts import analysis_of


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("Greg Tull, the under secretary for trade, left.", "Greg Tull, the deputy secretary, left.", "office"),
        ("Police Sgt. Ann Hill closed the road.", "Police Lt. Ann Hill closed the road.", "office"),
        ("Sen. Ann Hill of Maine voted no.", "Rep. Ann Hill of Maine voted no.", "office"),
        ("Sheriff Tom Baker said two men were held.", "Sheriff Jim Baker said two men were held.", "first-name"),
        ("Tom Smith, 35, died in the crash.", "Mark Smith, 35, died in the crash.", "first-name"),
        ("Mark Smith, 35, died in the crash.", "Mark Davis, 35, died in the crash.", "surname"),
    ],
)
def test_two_names_or_offices_of_one_person(parser: Parser, first: str, second: str, rule: str) -> None:
    assert [c.rule for c in analysis_of(parser, first, second).conflicts] == [f"name-other-{rule}"]


def test_a_name_given_once_to_one_of_the_victims_is_a_slip(parser: Parser) -> None:
    first = "Among the victims was Mark Smith, a roofer. Flowers lay there for victim Mark Davis."
    (conflict,) = analysis_of(parser, first, "Mark Smith was one of three victims.").conflicts
    assert [a.text for a in conflict.answers] == ["Mark Smith", "Mark Davis"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Former mayor Ann Hill spoke.", "Governor Ann Hill spoke."),
        ("Police Chief Ann Hill spoke.", "Chief Ann Hill spoke."),
        ("Lt. Col. Ann Hill said so.", "Col. Ann Hill said so."),
        ("Tom Smith, 35, died.", "His brother Mark Smith, 33, died."),
        ("Joe Reed, 35, died.", "Joseph Reed, 35, died."),
        ("Mark Smith, 35, died.", "Mark Davis, 41, was hurt."),
    ],
)
def test_people_and_offices_that_go_together(parser: Parser, first: str, second: str) -> None:
    assert analysis_of(parser, first, second).conflicts == ()
