"""What a person has written and not yet saved, and what is suggested for it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from factcheck.review import Review
from factcheck.values import (
    Confidence,
    Decision,
    Evidence,
    Ground,
    Rating,
    Record,
    ReportState,
    Stance,
)
from tests.factories import seed_case
from ui.conflicts import entries
from ui.dossier.fields import listed
from ui.dossier.link_form import day_in, problem_with
from ui.dossier.subject import Subject
from ui.dossier.written import Written, fitting, from_text, suggestions, to_text

LINK = Evidence("e", Stance.REFUTES, note="The list", url="https://example.org", accessed=date(2022, 7, 9))
FULL = Written(
    Record(
        claim="Three cosmonauts held flags.",
        claimant="NASA",
        appearances=("MailOnline", "Wire report"),
        rating=Rating("five-step", 1, "true"),
        confidence=Confidence.HIGH,
        tags=("space",),
        evidence=(LINK,),
        state=ReportState.IN_REVIEW,
    ),
    Decision.ALL_HOLD,
    (),
    Ground.ROUNDING,
)


def subject(number: int = 0) -> Subject:
    case, review = seed_case(), Review()
    return Subject(case, review, entries(case, review)[number])


def test_a_draft_comes_back_as_it_was_written() -> None:
    assert from_text(to_text(FULL)) == FULL


@pytest.mark.parametrize("text", ["", "half a {", "[]", "null", '{"record": {}}', json.dumps({"decision": "maybe"})])
def test_a_draft_that_cannot_be_read_is_none(text: str) -> None:
    assert from_text(text) is None


def test_an_answer_that_the_conflict_no_longer_has_is_open_again() -> None:
    written = Written(decision=Decision.ANSWER, answers=("three", "nine"))
    assert fitting(written, ["three", "two"]).answers == ("three",)
    assert fitting(written, ["two"]) == Written(decision=Decision.OPEN)


def test_the_words_the_speaker_and_the_sources_are_suggested() -> None:
    found = suggestions(subject(2), chosen=None)
    assert found.claimant == "three cosmonauts", "who is said to have said it"
    assert found.claim.startswith("They also said the capture")
    assert found.appearances == ("MailOnline",)


def test_the_claim_that_was_clicked_is_suggested_before_the_right_one_and_the_first() -> None:
    about = subject()
    assert about.conflict is not None
    clicked = about.conflict.answers[1].claims[0]
    assert suggestions(about, clicked).claim == "two Russian cosmonauts"
    assert suggestions(about, None, ["two"]).claim == "two Russian cosmonauts"
    assert suggestions(about, None).claim == "three cosmonauts"
    assert suggestions(about, None).appearances == ("MailOnline", "Wire report")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "example.org", "https://", "https://a b"],
)
def test_an_address_that_is_no_web_address_is_refused(address: str) -> None:
    assert problem_with(address)


def test_a_web_address_is_taken() -> None:
    assert not problem_with("https://example.org/a?b=c")


def test_a_day_is_read_as_it_is_written() -> None:
    assert day_in(" 2022-07-04 ") == date(2022, 7, 4)
    assert day_in("July 4") is None


def test_tags_stand_once_and_without_blanks() -> None:
    assert listed(" space,war , space,, ", ",") == ("space", "war")
