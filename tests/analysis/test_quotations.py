"""Quotations in news sentences: the words, who uttered them, and who said what without marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.analysis import quotations
from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parser
from factcheck.values import Attribution, Quotation
from tests.factories import make_article, seed_articles

Find = Callable[[str], list[Mention]]


@pytest.fixture(scope="module")
def find(parser: Parser) -> Find:
    def found(text: str) -> list[Mention]:
        (parsed,) = parser.parse([make_article(text)])
        return quotations.find(parsed)

    return found


def spoken(mentions: list[Mention]) -> list[tuple[str, str | None]]:
    return [(m.value.words, m.value.speaker) for m in mentions if isinstance(m.value, Quotation)]


def reported(text: str, mentions: list[Mention]) -> list[tuple[str | None, str]]:
    return [(m.value.speaker, m.value.content.of(text)) for m in mentions if isinstance(m.value, Attribution)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Bell said: “The bridge is safe.”", "Anna Bell"),
        ("“The bridge is safe,” Anna Bell said on Monday.", "Anna Bell"),
        ("“The bridge is safe,” said Anna Bell, the town’s engineer.", "Anna Bell"),
        ("“The bridge is safe,” Anna Bell, the town’s engineer, told reporters.", "Anna Bell"),
        ("“The bridge is safe,” according to Anna Bell.", "Anna Bell"),
        ("Anna Bell told the council that the bridge was “safe and sound”.", "Anna Bell"),
        ("In a statement, the ministry said it “rejects the claim”, the Daily Post reported.", "the ministry"),
        ("“The bridge is safe.” — Anna Bell", "Anna Bell"),
        ("Anna Bell denied the claim and described the story as “pure invention” on Friday.", "Anna Bell"),
        ("The caption of the post said: “The bridge is safe.”", "The caption of the post"),
        ("“The bridge is safe,” Lt. Anna Bell said.", "Anna Bell"),
        ("“The bridge is safe,” said Sgt. Anna Bell.", "Anna Bell"),
        ("Co-author Peter Novak said: “The bridge is safe.”", "Peter Novak"),
        ("“The bridge is safe,” said her brother, Peter Novak.", "Peter Novak"),
    ],
)
def test_the_speaker_is_found_before_after_and_around(find: Find, text: str, speaker: str) -> None:
    assert [who for _, who in spoken(find(text))] == [speaker]


def test_a_quotation_goes_on_after_its_cue(find: Find) -> None:
    found = find("“The bridge is safe,” said Anna Bell. “We have checked every bolt.”")
    assert [who for _, who in spoken(found)] == ["Anna Bell", "Anna Bell"]


def test_a_quotation_opened_anew_keeps_its_speaker(find: Find) -> None:
    found = find("Anna Bell added: ‘We must look at it again.\n‘It will take a year.’")
    assert spoken(found) == [("We must look at it again.", "Anna Bell"), ("It will take a year.", "Anna Bell")]


def test_the_mention_beside_it_is_kept_and_the_name_resolved(find: Find) -> None:
    text = "Anna Bell met John Reed on Monday. “The bridge is safe,” she said."
    (value,) = [m.value for m in find(text) if isinstance(m.value, Quotation)]
    assert value.speaker_span is not None
    assert (value.speaker, value.speaker_span.of(text), value.cue) == ("Anna Bell", "she", "said")


def test_a_surname_means_the_full_name_given_before(find: Find) -> None:
    found = find("Anna Bell inspected the bridge. It stood.\n\n“It is safe,” Bell said.")
    assert spoken(found) == [("It is safe,", "Anna Bell")]


def test_two_people_of_one_surname_are_not_mixed_up(find: Find) -> None:
    found = find("Anna Bell and Tom Bell inspected the bridge.\n\n“It is safe,” Bell said.")
    assert spoken(found) == [("It is safe,", "Bell")]


def test_the_trio_are_the_three_people_named_before(find: Find) -> None:
    found = find("The owner thanked three firefighters.\nThe trio were tired.\nThey said it was “a long night”.")
    assert spoken(found) == [("a long night", "three firefighters")]


def test_coordinated_verbs_share_their_subject(find: Find) -> None:
    found = find("The fire service on Monday posted photos of its crews and said the night was “the worst in years”.")
    assert spoken(found) == [("the worst in years", "The fire service")]


def test_honest_edits_are_listed(find: Find) -> None:
    (mention,) = [
        m
        for m in find("Bell said “we support (the) plan ... and [the town’s] aims”.")
        if isinstance(m.value, Quotation)
    ]
    assert isinstance(mention.value, Quotation)
    assert mention.value.edits == ("(the)", "...", "[the town’s]")


@pytest.mark.parametrize(
    "text",
    [
        "She appeared in the film “The Long Night” last year.",
        "He spoke on the programme “Morning Live” on Friday.",
        'Robert "Bobby" Reed won the race.',
        "Shops sold “miracle” pills all summer.",
        "Critics ask why “she” has become “they” in the text.",
    ],
)
def test_titles_nicknames_and_scare_quotes_are_no_quotations(find: Find, text: str) -> None:
    assert spoken(find(text)) == []


def test_a_heading_in_marks_is_no_quotation(find: Find) -> None:
    text = "“The bridge is safe,” said Anna Bell.\n\n'Winter Is Coming.'\n\nIt rained in the morning."
    assert [words for words, _ in spoken(find(text))] == ["The bridge is safe,"]


def test_one_word_that_somebody_is_said_to_have_used_is_a_quotation(find: Find) -> None:
    assert spoken(find("Anna Bell called the mayor a ‘clown’.")) == [("clown", "Anna Bell")]


def test_indirect_speech_says_who_said_what(find: Find) -> None:
    text = "Anna Bell told the council that the bridge was safe. According to Tom Reed, the road had flooded."
    assert reported(text, find(text)) == [
        ("Anna Bell", "the bridge was safe"),
        ("Tom Reed", "the road had flooded"),
    ]


def test_what_nobody_said_is_not_attributed(find: Find) -> None:
    text = "Anna Bell did not say that the bridge was safe."
    assert reported(text, find(text)) == []


def test_an_attribution_covers_the_clause_and_the_quotation(find: Find) -> None:
    text = "They also said the night was ‘a long one’."
    (mention,) = [m for m in find(text) if isinstance(m.value, Attribution)]
    assert mention.span.of(text) == "They also said the night was ‘a long one’"


def test_the_sample_case_gives_the_same_words_to_different_speakers(parser: Parser) -> None:
    first, second = (quotations.find(parsed) for parsed in parser.parse(seed_articles()))
    words = "a liberation day to celebrate both on Earth and in space"
    assert (f"{words}.", "three cosmonauts") in spoken(first)
    assert (words, "the Russian space agency") in spoken(second)
    assert ("moron", "Dmitry Rogozin") in spoken(first)
    assert ("child", "Scott Kelly") in spoken(first)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(
            ["“", "”", "‘", "’", '"', "'", " ", "\n", "Bell said", "it is", ".", ",", "—", "😀", "é", "\r\n"]
        ),
        max_size=25,
    ).map("".join)
)
def test_no_text_breaks_it_and_every_span_reads_its_words(find: Find, text: str) -> None:
    for mention in find(text):
        if isinstance(mention.value, Quotation):
            assert mention.value.words in mention.span.of(text)
            assert mention.value.speaker_span is not None
            assert mention.value.speaker_span.of(text).strip()
        else:
            assert isinstance(mention.value, Attribution)
            assert mention.span.contains(mention.value.content)
