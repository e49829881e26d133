"""Which rows of the list are shown, and in which order."""

from __future__ import annotations

from dataclasses import replace

from factcheck.review import Review
from factcheck.values import Decision, Kind, Rating, Record, ReportState, Verdict
from tests.factories import seed_case
from tests.ui.test_conflicts import make_verdict, with_an_update
from ui.conflicts import Entry, entries
from ui.filters import DECIDED, NO_RATING, UNDECIDED, Filter, Listing, Order, filter_of, rating_key
from ui.theme import Look

NOTHING = Review({}, ())
DECIDED_FIRST = Review({"c2": make_verdict(Decision.UNKNOWN)}, ())


def rows(review: Review = NOTHING, *, calm: bool = False) -> tuple[Entry, ...]:
    return entries(with_an_update(), review, calm=calm)


def titles(
    asked: Filter, review: Review = NOTHING, order: Order = Order.CONFIDENCE, *, calm: bool = False
) -> list[str]:
    return [row.title for row in Listing(rows(review, calm=calm)).shown(asked, order).rows]


def test_words_are_looked_for_in_questions_answers_quotations_and_reasons() -> None:
    assert titles(Filter("SPACE agency liberation"), calm=True) == ["Who said “a liberation day”?"]
    assert titles(Filter("countries"), calm=True) == ["The sources agree", "How many countries take part?"]
    assert titles(Filter("political purposes")) == ["What exactly did NASA say?"]
    assert titles(Filter("no such words"), calm=True) == []


def test_kinds_widen_one_another() -> None:
    asked = Filter(kinds=frozenset([Kind.QUANTITY, Kind.QUOTATION]))
    assert titles(asked) == ["How many cosmonauts?", "What exactly did NASA say?"]


def test_facets_narrow_one_another() -> None:
    asked = Filter(kinds=frozenset([Kind.QUANTITY, Kind.QUOTATION]), standings=frozenset([DECIDED]))
    assert titles(asked, DECIDED_FIRST) == ["What exactly did NASA say?"]


def test_the_undecided_are_conflicts_without_a_verdict() -> None:
    found = titles(Filter(standings=frozenset([UNDECIDED])), DECIDED_FIRST, calm=True)
    assert "What exactly did NASA say?" not in found
    assert "How many countries take part?" not in found
    assert "How many cosmonauts?" in found


def test_verdicts_are_found_by_what_was_decided() -> None:
    assert titles(Filter(standings=frozenset(["unknown"])), DECIDED_FIRST) == ["What exactly did NASA say?"]
    assert titles(Filter(standings=frozenset(["neither"])), DECIDED_FIRST) == []


def test_records_are_found_by_the_state_of_their_report() -> None:
    verdict = replace(make_verdict(Decision.OPEN), record=Record(claim="Seven died.", state=ReportState.IN_REVIEW))
    review = Review({"c2": verdict, "c3": make_verdict(Decision.NEITHER)}, ())
    assert titles(Filter(states=frozenset([ReportState.IN_REVIEW])), review) == ["What exactly did NASA say?"]
    assert titles(Filter(states=frozenset([ReportState.DRAFT])), review) == [], (
        "a verdict without a record is no report"
    )
    assert filter_of(Filter(states=frozenset([ReportState.DRAFT])).to_text()).states == {ReportState.DRAFT}


def rated(step: str) -> Verdict:
    return replace(make_verdict(Decision.NEITHER), record=Record(rating=Rating("five-step", 1, step)))


def test_rows_are_found_and_counted_by_their_rating_and_by_having_none() -> None:
    review = Review({"c1": rated("true"), "c2": rated("false"), "c3": make_verdict(Decision.NEITHER)}, ())
    true, false = rating_key("five-step", "true"), rating_key("five-step", "false")
    assert titles(Filter(ratings=frozenset([true])), review) == ["How many cosmonauts?"]
    assert len(titles(Filter(ratings=frozenset([true, false])), review)) == 2
    without = titles(Filter(ratings=frozenset([NO_RATING])), review)
    assert "Who said “a liberation day”?" in without
    assert "How many cosmonauts?" not in without
    counts = Listing(rows(review)).ratings()
    assert (counts[true], counts[false], counts[NO_RATING]) == (1, 1, 2)


def test_a_record_alone_decides_nothing() -> None:
    review = Review({"c2": make_verdict(Decision.OPEN)}, ())
    assert "What exactly did NASA say?" in titles(Filter(standings=frozenset([UNDECIDED])), review)
    assert titles(Filter(standings=frozenset([DECIDED])), review) == []


def test_a_status_is_found_with_its_heading() -> None:
    assert titles(Filter(looks=frozenset([Look.UPDATE]))) == [
        "Updates: publication times explain the difference",
        "When?",
    ]


def test_a_source_is_found_where_it_takes_part() -> None:
    case = seed_case()
    assert len(Listing(entries(case, NOTHING)).shown(Filter(sources=frozenset("A"))).rows) == 3
    assert Listing(entries(case, NOTHING)).shown(Filter(sources=frozenset("C"))).rows == ()


def test_rows_stand_as_they_are_read_by_kind_or_with_the_undecided_first() -> None:
    conflicts = Filter(looks=frozenset([Look.CONFLICT]))
    assert titles(conflicts, order=Order.READING) == [
        "How many cosmonauts?",
        "Who said “a liberation day”?",
        "What exactly did NASA say?",
    ]
    assert titles(conflicts, order=Order.KIND)[0] == "How many cosmonauts?"
    given = Review({"c1": make_verdict()}, ())
    assert titles(conflicts, given, Order.UNDECIDED)[-1] == "How many cosmonauts?"


def test_sections_keep_their_places_in_any_order() -> None:
    found = titles(Filter(), order=Order.READING, calm=True)
    assert found.index("How many cosmonauts?") < found.index("The sources agree")


def test_kinds_are_counted_whatever_kind_is_asked_for() -> None:
    found = Listing(rows()).shown(Filter(kinds=frozenset([Kind.DATE])))
    assert found.counts == {Kind.QUANTITY: 1, Kind.QUOTATION: 1, Kind.ATTRIBUTION: 1, Kind.DATE: 1}


def test_what_is_unlikely_is_held_back_and_counted_unless_it_was_decided() -> None:
    unsure = tuple(
        replace(e, conflict=replace(e.conflict, confidence=0.4)) if e.conflict else e for e in rows(DECIDED_FIRST)
    )
    found = Listing(unsure).shown(Filter(), least=0.5)
    assert [row.title for row in found.rows] == ["What exactly did NASA say?"]
    assert found.unlikely == 3


def test_a_filter_comes_back_from_the_settings() -> None:
    asked = Filter("nasa", frozenset([Kind.DATE]), frozenset([Look.UPDATE]), frozenset([UNDECIDED]), frozenset("AB"))
    assert filter_of(asked.to_text()) == asked
    assert asked.without_sources().sources == frozenset()
    by_rating = Filter(ratings=frozenset([NO_RATING, rating_key("five-step", "true")]))
    assert filter_of(by_rating.without_sources().to_text()) == by_rating


def test_nonsense_in_the_settings_asks_for_nothing() -> None:
    for text in ("", "{", "[]", '{"kinds": 3, "words": 4}', '{"kinds": ["colour"], "looks": [1], "sources": [2]}'):
        assert filter_of(text) == Filter()


def test_a_choice_is_taken_in_and_out() -> None:
    once = Filter().toggled("kinds", Kind.DATE)
    assert once.narrows
    assert once.toggled("kinds", Kind.DATE) == Filter()
