"""What makes two quotations of one utterance a conflict, and what does not."""

from __future__ import annotations

import pytest

from factcheck.analysis.parsing import Parser
from factcheck.values import Kind, Status
from tests.analysis.comparison.accounts import analysis_of, flags

SAID = "“We will rebuild the bridge by the end of next year, whatever it costs,” said Maria Lopez."


def test_a_changed_word_is_a_conflict_and_the_reason_names_it(parser: Parser) -> None:
    found = analysis_of(
        parser, SAID, "“We will rebuild the road by the end of next year, whatever it costs,” Maria Lopez said."
    )
    (conflict,) = found.conflicts
    assert conflict.kind is Kind.QUOTATION
    assert conflict.reason == "Inside the quotation marks A has “bridge” where B has “road”."


def test_an_ellipsis_is_honest(parser: Parser) -> None:
    assert flags(parser, SAID, "“We will rebuild the bridge … whatever it costs,” said Maria Lopez.") == []


def test_a_shorter_quotation_is_honest(parser: Parser) -> None:
    found = analysis_of(parser, SAID, "Maria Lopez said they would “rebuild the bridge by the end of next year”.")
    assert found.conflicts == ()
    assert Status.COMPATIBLE in {g.status for g in found.groups}


def test_two_people_cannot_both_have_said_it(parser: Parser) -> None:
    other = "“We will rebuild the bridge by the end of next year, whatever it costs,” said Peter Novak."
    found = analysis_of(parser, SAID, other)
    (conflict,) = found.conflicts
    assert conflict.kind is Kind.ATTRIBUTION
    assert {a.text for a in conflict.answers} == {"Maria Lopez", "Peter Novak"}


def test_a_spokeswoman_and_her_ministry_are_compatible(parser: Parser) -> None:
    other = "“We will rebuild the bridge by the end of next year, whatever it costs,” the ministry said."
    assert flags(parser, SAID, other) == []


def test_a_surname_and_the_full_name_are_one_speaker(parser: Parser) -> None:
    other = "“We will rebuild the bridge by the end of next year, whatever it costs,” Lopez said."
    assert flags(parser, SAID, other) == []


def test_words_drawn_together_dotted_initials_and_hidden_letters_are_honest(parser: Parser) -> None:
    first = "“I would tell the F.B.I. agents that he has ruined the damn bridge for all of us,” Maria Lopez said."
    second = "“I'd tell the FBI agents that he's ruined the d**n bridge for all of us,” Maria Lopez said."
    assert flags(parser, first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“This was a tragic accident,” Mayor Ann Hill said.", "“This was a terrible accident,” said Ann Hill."),
        ("“There is no danger,” said Ann Hill, the mayor.", "“There is a danger,” said Ann Hill, the mayor."),
        (
            "Ray Lund said they had “played with heart and courage”.",
            "Ray Lund said they “played with heart and pride”.",
        ),
        ("The mayor said: “The dam was going to burst.”", "“The dam is going to burst,” the mayor said."),
    ],
)
def test_in_a_short_quotation_of_one_speaker_one_changed_word_counts(parser: Parser, first: str, second: str) -> None:
    assert {c.rule for c in analysis_of(parser, first, second).conflicts} >= {"quotation-words-changed"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“This was a tragic accident,” Ann Hill said.", "“This was a terrible accident,” said Peter Novak."),
        ("“It was, you know, a hard night for us,” Ann Hill said.", "“It was a hard night for us,” said Ann Hill."),
        (
            "“We need money for roads,” Ann Hill said.",
            "“We need money for schools.” Ann Hill said. “We need money for roads.”",
        ),
    ],
)
def test_short_quotations_that_are_no_versions_of_each_other(parser: Parser, first: str, second: str) -> None:
    assert flags(parser, first, second) == []


BRAKES = "“The brakes had failed before the bend,”"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the driver said.", "a passenger said."),
        ("said the mayor of Laketown.", "said Governor Tim Dole."),
        ("his brother said.", "his sister said."),
        ("said his brother, Carl Moss.", "said his neighbour, Dina Roth."),
        ("the Kremlin said.", "the White House said."),
        ("said Lt. Sam Price.", "said Co-driver Peter Novak."),
    ],
)
def test_no_one_speaker_is_both(parser: Parser, first: str, second: str) -> None:
    found = analysis_of(parser, f"{BRAKES} {first}", f"{BRAKES} {second}")
    assert [c.rule for c in found.conflicts] == ["attribution-other-speaker"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("said the mayor.", "said Ann Hill."),
        ("a witness said.", "a neighbour said."),
        ("a police officer said.", "a detective said."),
        ("said Tim Dole, a former governor.", "the president said."),
    ],
)
def test_one_speaker_may_be_both(parser: Parser, first: str, second: str) -> None:
    assert flags(parser, f"{BRAKES} {first}", f"{BRAKES} {second}") == []


def test_what_everybody_says_after_an_event_two_people_may_say(parser: Parser) -> None:
    stock = "“Our thoughts and prayers are with the families of the victims,”"
    assert flags(parser, f"{stock} Mayor Ann Hill said.", f"{stock} Governor Tim Dole said.") == []


def test_who_repeats_the_words_as_a_question_does_not_say_them(parser: Parser) -> None:
    first = "“They had help from outside. A car was waiting,” Ann Hill said."
    second = "“They had help from outside? They had help from a rotten roof,” said Peter Novak."
    assert flags(parser, first, second) == []


def test_words_in_another_order_are_other_words(parser: Parser) -> None:
    first = "Jan Évora promised to be “a referee and not a player”."
    second = "Jan Evora promised to be “a player and not a referee”."
    assert [c.rule for c in analysis_of(parser, first, second).conflicts] == ["quotation-words-changed"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ann Hill called the talks “excellent” on Monday.", "Hill described the talks as “excellent”."),
        ("“The fox is no guard here. The fox holds the deed,” said Hill.", "“The fox holds the deed,” said Hill."),
    ],
)
def test_a_short_phrase_of_one_speaker_agrees(parser: Parser, first: str, second: str) -> None:
    found = analysis_of(parser, first, second)
    assert found.conflicts == ()
    assert {Status.AGREEMENT, Status.COMPATIBLE} & {g.status for g in found.groups if g.kind is Kind.QUOTATION}


def test_two_speakers_of_several_sentences_are_one_question(parser: Parser) -> None:
    first = "“The brakes had failed long before. Nobody ever told us about it,” said Carl Moss."
    second = "“The brakes had failed long before,” said Dina Roth. “Nobody ever told us about it.”"
    assert len(analysis_of(parser, first, second).conflicts) == 1
