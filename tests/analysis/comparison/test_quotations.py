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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ann Hill vowed to “mend the old bridge”.", "“She ran to mend the old bridge,” said Tim Dole."),
        ("Ann Hill spoke of the motto, “In Work We Trust”.", "Tim Dole recalled the motto “In Work We Trust”."),
    ],
)
def test_a_slogan_or_motto_is_said_by_many(parser: Parser, first: str, second: str) -> None:
    assert flags(parser, first, second) == []


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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ann Hill warned not to “throw salt on the wound”.", "Ann Hill spoke of “throwing salt on the wound”."),
        ("Ann Hill feared “the biggest floods”.", "Hill spoke of “the biggest flood”."),
        ("“The mayor never slept in that house,” Ann Hill said.", "“She never slept in that house,” said Ann Hill."),
        ("“The court told our drivers to go home,” Ann Hill said.", "“The court told them to go home,” said Ann Hill."),
        ("“The harbour crowd can pay for this,” Ann Hill said.", "“The harbour can pay for this,” said Ann Hill."),
        ("“It was a very, very cold morning,” Ann Hill said.", "“It was a very cold morning,” said Ann Hill."),
        ("“I know that we can build the dam,” Ann Hill said.", "“I know we can build the dam,” said Ann Hill."),
        ("“We can't leave before the spring,” Ann Hill said.", "“We cannot leave before the spring,” said Ann Hill."),
        ("“We won't sell twenty-five boats,” Ann Hill said.", "“We will not sell 25 boats,” said Ann Hill."),
        ("“Five per cent of us stay,” Ann Hill said.", "“Five percent of us stay,” said Ann Hill."),
        ("“We love the United States too,” Ann Hill said.", "“We love the U.S. too,” said Ann Hill."),
        ("“The bloody pump broke again,” Ann Hill said.", "“The b----y pump broke again,” said Ann Hill."),
        ("“The cellar were [sic] full of water,” Ann Hill said.", "“The cellar were full of water,” said Ann Hill."),
        ("“We sold it for $5 million,” Ann Hill said.", "“We sold it for five million dollars,” said Ann Hill."),
        ("“I will not sell my boat now,” Ann Hill said.", "Ann Hill said “she would not sell her boat now”."),
        ("“I have lost my only boat,” Ann Hill said.", "“I lost my only boat,” said Ann Hill."),
        ("“We have to sell the boat,” Ann Hill said.", "“We've got to sell the boat,” said Ann Hill."),
        ("“Nobody asked us about it,” Ann Hill said.", "“No one asked us about it,” said Ann Hill."),
        ("“I met President Reed in the hall,” Ann Hill said.", "“I met Reed in the hall,” said Ann Hill."),
        ("“The man who sold it ran away,” Ann Hill said.", "“The man that sold it ran away,” said Ann Hill."),
        ("“We dug all night. We found him.” Ann Hill said.", "“We found him. We dug all night,” said Ann Hill."),
    ],
)
def test_what_an_editor_may_do_to_a_quotation(parser: Parser, first: str, second: str) -> None:
    assert flags(parser, first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“This isn't about the harbour,” Ann Hill said.", "“This isn’t only about the harbour,” said Ann Hill."),
        ("“Some of the boats are ours,” Ann Hill said.", "“All of the boats are ours,” said Ann Hill."),
        (
            "“Nobody I know would have called that road dangerous,” Ann Hill said.",
            "“Nobody I know would call that road safe,” said Ann Hill.",
        ),
        (
            "“It is about honour, not about the wages,” Ann Hill said.",
            "“It is about honour as well as the wages,” said Ann Hill.",
        ),
        (
            "“We do not leave because it is cold. We leave because they have no bread,” Ann Hill said.",
            "“We do not leave because they have no bread. We leave because it is cold,” said Ann Hill.",
        ),
        (
            "“I rowed the boat in myself,” Ann Hill said. “Best night I have ever had.”",
            "“I rowed the boat in myself. Worst night I ever had,” said Ann Hill.",
        ),
    ],
)
def test_words_that_turn_an_utterance_round_are_a_conflict(parser: Parser, first: str, second: str) -> None:
    assert "quotation-words-changed" in {c.rule for c in analysis_of(parser, first, second).conflicts}


def test_a_word_turned_round_counts_where_a_pronoun_stands_for_the_speaker(parser: Parser) -> None:
    first = "Ann Hill opened the bridge. Tom Reed cheered. “This isn't about money,” she said."
    second = "“This isn't only about money,” Ann Hill said."
    assert [c.rule for c in analysis_of(parser, first, second).conflicts] == ["quotation-words-changed"]


def test_an_account_that_quotes_two_sentences_alike_said_both(parser: Parser) -> None:
    first = "“He is not welcome in this town. We do not like him,” Ann Hill said. “We do not want him.”"
    second = "“He is not welcome in this town. We do not want him,” Ann Hill said."
    assert flags(parser, first, second) == []


def test_a_difference_of_grammar_alone_is_less_sure(parser: Parser) -> None:
    bridge = "“We will rebuild the bridge in {} coming years, whatever it costs,” Ann Hill said."
    (small,) = analysis_of(parser, bridge.format("our"), bridge.format("their")).conflicts
    (large,) = analysis_of(parser, SAID, SAID.replace("bridge", "road")).conflicts
    assert small.confidence < 0.7 < large.confidence
