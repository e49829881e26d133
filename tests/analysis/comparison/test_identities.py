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


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (
            "Senate Majority Leader Mitch Barker spoke.",
            "Senate Majority Leader Mike Barker spoke.",
            "first-name",
        ),
        ("Police arrested Paolo Lo Prato in Bari.", "Police in Bari seized Paolo Lo Presso.", "surname"),
    ],
)
def test_one_post_or_particle_makes_two_names_one_person(parser: Parser, first: str, second: str, rule: str) -> None:
    assert [c.rule for c in analysis_of(parser, first, second).conflicts] == [f"name-other-{rule}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sheriff Bill Baker said two men were held.", "Sheriff William Baker said two men were held."),
        ("Sheriff Ted Baker said two men were held.", "Sheriff Theodore Baker said two men were held."),
        ("Sheriff Tom Baker said two men were held.", "Sheriff John Tom Baker said two men were held."),
        ("Jesse Barker, 31, left the house.", "Drummer Jesse Barker, 31, posted a photo."),
        ("Paolo Lo Prato was held.", "Paolo Lo Presso and Paolo Lo Prato were held."),
    ],
)
def test_forms_of_one_name_and_people_whom_an_account_tells_apart(parser: Parser, first: str, second: str) -> None:
    assert analysis_of(parser, first, second).conflicts == ()
