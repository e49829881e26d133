"""Where to begin to look for words that are not found for certain."""

from __future__ import annotations

from factcheck.anchors import anchor
from factcheck.hand import likeliest
from factcheck.values import Case
from tests.factories import make_article
from tests.hand.acting import words_at

OLD = "The ferry left at noon. Of them, three cosmonauts were hurt on the way. It came late, and nobody asked why."


def found(old: str, words: str, new: str) -> str | None:
    """What is proposed in the new text for words of the old one."""
    before, after = make_article(old, "a"), make_article(new, "a")
    span = likeliest(anchor(before, words_at(Case("x", "X", (before,)), "a", words)), after)
    return span.of(new) if span else None


def test_words_that_were_rewritten_are_looked_for_between_their_neighbours() -> None:
    new = "It rained all morning. " + OLD.replace("three cosmonauts", "four astronauts")
    assert found(OLD, "three cosmonauts", new) == "four astronauts"


def test_of_the_very_same_words_those_in_the_likest_company_win() -> None:
    new = "We saw three cosmonauts early. Of all, three cosmonauts were hurt on that way. Then three cosmonauts left."
    before, after = make_article(OLD, "a"), make_article(new, "a")
    span = likeliest(anchor(before, words_at(Case("x", "X", (before,)), "a", "three cosmonauts")), after)
    assert span is not None
    assert span.start == new.index("three cosmonauts were")


def test_a_neighbour_that_was_rewritten_too_still_leads_near() -> None:
    new = OLD.replace(
        "Of them, three cosmonauts were hurt on the way", "Among them 3 cosmonauts had been hurt on the way"
    )
    proposed = found(OLD, "three cosmonauts", new)
    assert proposed is not None
    assert "cosmonauts" in proposed


def test_nothing_alike_is_no_passage() -> None:
    assert found(OLD, "three cosmonauts", "1234 5678 90. " * 20) is None
    assert found(OLD, "three cosmonauts", "") is None


def test_a_long_quote_is_known_by_how_it_begins() -> None:
    long = "word by word they told us all of it, " * 40
    new = "First this. " + long.replace("told us", "tell us") + " Then that."
    proposed = found("Once. " + long + " Over.", long.strip(), new)
    assert proposed is not None
    assert new.index(proposed) < 20


def test_words_that_were_struck_out_are_looked_for_where_they_were() -> None:
    long = "which the owners of the ferry had promised to tell us about as soon as they could. " * 3
    new = "It rained all morning, and the sea was rough. " + OLD
    assert "It came late" in (found(OLD.replace("It came", long + "It came"), long.strip(), new) or "")
