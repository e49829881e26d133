"""Names as the article writes them."""

from __future__ import annotations

from factcheck.analysis.names import find
from factcheck.analysis.parsing import Parser
from factcheck.values import Name
from tests.factories import make_article


def names_in(parser: Parser, text: str) -> dict[str, Name]:
    """Each name as written, with what was made of it."""
    (parsed,) = parser.parse([make_article(text)])
    found = {}
    for mention in find(parsed):
        assert isinstance(mention.value, Name)
        found[mention.span.of(text)] = mention.value
    return found


def test_a_surname_is_the_person_named_in_full_before(parser: Parser) -> None:
    found = names_in(parser, "Maria Lopez opened the bridge on Monday. Later Lopez spoke to reporters.")
    assert found["Lopez"].canonical == "Maria Lopez"
    assert found["Lopez"].type == "person"


def test_a_surname_that_two_people_bear_stays_as_it_is(parser: Parser) -> None:
    found = names_in(parser, "Maria Lopez met her brother Carlos Lopez in Madrid. Lopez then left the city.")
    assert found["Lopez"].canonical == "Lopez"


def test_a_title_is_the_role_and_not_the_name(parser: Parser) -> None:
    found = names_in(parser, "The bill was drafted by House Majority Whip Kevin Reed in May.")
    assert found["Kevin Reed"].role == "House Majority Whip"


def test_an_apposition_is_the_role(parser: Parser) -> None:
    found = names_in(parser, "Gregory Lane, a spokesman for the court, declined to comment.")
    assert found["Gregory Lane"].role == "a spokesman for the court"


def test_a_word_written_in_lower_case_elsewhere_is_no_name(parser: Parser) -> None:
    found = names_in(parser, "The march went on. Officers at the Harbour watched as two officers left the harbour.")
    assert found == {}


def test_days_and_peoples_are_no_names(parser: Parser) -> None:
    assert names_in(parser, "On Monday the American tourists went home.") == {}


def test_a_misspelled_name_that_the_model_does_not_know_is_found(parser: Parser) -> None:
    assert "Presinct" in names_in(parser, "The crowd walked past the 12th Presinct station on Tuesday night.")


def test_small_words_and_hyphens_belong_to_the_name(parser: Parser) -> None:
    found = names_in(parser, "A letter from Ursula von der Leyen reached Amina Campo-Najjar on Friday.")
    assert {"Ursula von der Leyen", "Amina Campo-Najjar"} <= set(found)


def test_an_article_without_words_has_no_names(parser: Parser) -> None:
    assert names_in(parser, "...") == {}
