"""The tree of plain words says what the parse says."""

import pytest
from spacy.tokens import Token

from factcheck.analysis.parsing import Parsed, Parser
from factcheck.analysis.tree import Word
from tests.factories import make_article

TEXT = (
    "Ann Reed, who runs the mill, did not say when it would open again. It had been shut by the owners!\n\n"
    "“We will pay all 40 workers,” she said on Monday."
)


@pytest.fixture
def parsed(parser: Parser) -> Parsed:
    return next(parser.parse([make_article(TEXT)]))


def told(word: Word | Token) -> dict[str, object]:
    names = ("i", "idx", "text", "lower_", "pos_", "tag_", "dep_", "ent_type_", "is_alpha", "is_stop")
    return {name: getattr(word, name) for name in names}


def test_a_word_says_of_itself_what_its_token_says(parsed: Parsed) -> None:
    assert [told(w) for w in parsed.words] == [told(t) for t in parsed.doc]


def test_a_word_stands_where_its_token_stands(parsed: Parsed) -> None:
    for word, token in zip(parsed.words, parsed.doc, strict=True):
        assert word.head.i == token.head.i
        assert [w.i for w in word.children] == [t.i for t in token.children]
        assert [w.i for w in word.ancestors] == [t.i for t in token.ancestors]
        assert [w.i for w in word.subtree] == [t.i for t in token.subtree]
        assert (word.left_edge.i, word.right_edge.i) == (token.left_edge.i, token.right_edge.i)
        assert [w.i for w in word.sent] == [t.i for t in token.sent]


def test_a_lemma_is_in_lower_case(parsed: Parsed) -> None:
    assert [w.lemma for w in parsed.words[:2]] == ["ann", "reed"]


def test_a_word_ends_behind_its_last_letter(parsed: Parsed) -> None:
    assert all(TEXT[w.idx : w.end] == w.text for w in parsed.words)
