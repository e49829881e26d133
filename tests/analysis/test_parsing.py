"""Sentences and entities of a parsed article."""

from __future__ import annotations

import pytest

from factcheck.analysis.parsing import Parser, sentences
from factcheck.values import Span
from tests.factories import make_article


def test_sentences_end_with_their_line_and_have_no_white_space_around_them() -> None:
    text = "  Three men died\n\nMr. Smith said so. Nobody else did. \n"
    assert [s.of(text) for s in sentences(text)] == ["Three men died", "Mr. Smith said so.", "Nobody else did."]


@pytest.mark.parametrize("space", ["\xa0", "\u2009", "\u2028", "\u3000"])
def test_a_wide_space_before_a_full_stop_splits_as_any_other(space: str) -> None:
    text = f"They had a plan B{space}. Nobody knew."
    assert [s.of(text) for s in sentences(text)][-1].endswith("Nobody knew.")


def test_the_parser_keeps_the_sentences_it_is_given(parser: Parser) -> None:
    text = "😀 Three men died\nIn Paris nobody did. In Rome two did."
    (parsed,) = parser.parse([make_article(text)])
    assert [s.text.strip() for s in parsed.doc.sents] == [s.of(text) for s in parsed.sentences]


def test_a_place_between_two_sentences_belongs_to_the_one_before(parser: Parser) -> None:
    (parsed,) = parser.parse([make_article("\nOne died.  Two fled.")])
    assert [parsed.sentence(n) for n in (0, 1, 10, 11, 12)] == [Span(1, 10)] * 4 + [Span(12, 21)]


def test_the_entities_of_a_part_are_those_wholly_in_it(parser: Parser) -> None:
    (parsed,) = parser.parse([make_article("Barack Obama flew to Paris. Angela Merkel stayed in Berlin.")])
    for part in (*parsed.doc.sents, parsed.doc[1:8], parsed.doc[:]):
        assert parsed.entities(part) == tuple(part.ents)
