"""Times in news text: found, and resolved against the day the article was published (Friday 8 July 2022 by default)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.analysis.dates import find
from factcheck.analysis.dates.heads import heads
from factcheck.analysis.parsing import Parser
from factcheck.values import TimeExpression, TimexType
from tests.factories import make_article

FRIDAY = date(2022, 7, 8)
PARSER = Parser()


def times(text: str, published: date | None = FRIDAY) -> dict[str, TimeExpression]:
    """The times of a text by their words."""
    (parsed,) = PARSER.parse([make_article(text, published=published)])
    found = {}
    for mention in find(parsed):
        assert isinstance(mention.value, TimeExpression)
        found[mention.span.of(text)] = mention.value
    return found


def values(text: str, published: date | None = FRIDAY) -> dict[str, str]:
    return {words: value.timex for words, value in times(text, published).items()}


# --- days and months ------------------------------------------------------------------------------


def test_a_weekday_is_the_last_one_before_publication() -> None:
    monday = times("The agency posted photos on Monday.")["Monday"]
    assert (monday.timex, monday.start, monday.end) == ("2022-07-04", "2022-07-04", "2022-07-04")
    assert monday.anchor == "2022-07-08"


def test_a_weekday_that_is_still_to_come_lies_ahead() -> None:
    assert values("The court will rule on Monday.") == {"Monday": "2022-07-11"}


def test_the_weekday_of_publication_is_that_day() -> None:
    assert values("The minister resigned on Friday.") == {"Friday": "2022-07-08"}


def test_a_month_is_the_most_recent_one() -> None:
    february = times("Russia invaded Ukraine in February.")["February"]
    assert (february.timex, february.start, february.end) == ("2022-02", "2022-02-01", "2022-02-28")


def test_a_day_of_this_year() -> None:
    assert values("The invasion began on February 24 this year.") == {"February 24 this year": "2022-02-24"}


def test_the_day_of_a_dateline() -> None:
    assert values("Washington, July 8: The agency slammed the move.") == {"July 8": "2022-07-08"}


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("March 15, 2007", "2007-03-15"),
        ("15 March 2007", "2007-03-15"),
        ("Sept. 30", "2022-09-30"),
        ("2007-03-15", "2007-03-15"),
        ("02/22/2016", "2016-02-22"),
        ("21/04/2016", "2016-04-21"),
        ("nineteen ninety-six", "1996"),
        ("last June", "2022-06"),
        ("last December", "2021-12"),
        ("the day before yesterday", "2022-07-06"),
        ("last week", "2022-W26"),
        ("next year", "2023"),
        ("the summer of 2016", "2016-SU"),
        ("the third quarter of 2016", "2016-Q3"),
        ("the first half of 2016", "2016-H1"),
        ("the 1990s", "199"),
        ("the late 1970s", "197"),
        ("the 20th century", "19"),
        ("the first Friday of July", "2022-07-01"),
        ("Easter 2019", "2019-04-21"),
        ("two years ago", "2020"),
        ("10 days ago", "2022-06-28"),
        ("the end of 1990", "1990"),
    ],
)
def test_dates_by_their_words_alone(words: str, timex: str) -> None:
    assert values(words) == {words: timex}


def test_a_day_that_does_not_exist_is_no_day() -> None:
    assert "2022-02-30" not in values("They met on February 30.").values()


def test_the_attacks_of_2001_keep_their_year() -> None:
    assert set(values("The post-Sept. 11 law and the 9/11 commission were debated.").values()) == {"2001-09-11"}


def test_a_number_before_a_month_and_its_day_counts_something() -> None:
    assert values("The 19 Sept. 11 hijackers boarded four planes.") == {"Sept. 11 hijackers": "2001-09-11"}
    assert values("It opens on 19 Sept.") == {"19 Sept.": "2022-09-19"}


# --- from the document's own timeline -------------------------------------------------------------


def test_later_counts_from_the_date_told_before() -> None:
    found = times("They met on March 3. Two days later the talks failed.")
    assert found["Two days later"].timex == "2022-03-05"
    assert found["Two days later"].anchor == "2022-03-03"


def test_the_following_weekday_counts_from_the_date_told_before() -> None:
    assert values("The vote was on May 3. The following Tuesday he resigned.")["The following Tuesday"] == "2022-05-10"


def test_later_without_a_date_told_before_is_unresolved() -> None:
    later = times("Two days later the talks failed.")["Two days later"]
    assert (later.timex, later.start, later.end, later.anchor) == ("XXXX-XX-XX", None, None, None)


def test_days_are_not_counted_from_a_whole_month() -> None:
    assert times("They met in March. Two days later the talks failed.")["Two days later"].start is None


def test_a_length_after_a_day_counts_from_that_day() -> None:
    assert values("He left two weeks after March 3, 2022.") == {"two weeks after March 3, 2022": "2022-03-17"}


def test_a_year_ago_beside_a_figure_compares_quarters() -> None:
    assert values("Profit rose to $6 million from $5 million a year ago.") == {"a year ago": "2021-Q2"}
    assert times("Profit rose to $6 million from $5 million a year earlier.")["a year earlier"].start is None


def test_a_year_ago_beside_a_verb_is_that_year() -> None:
    assert values("She opened the shop a year ago.") == {"a year ago": "2021"}
    assert values("He had married her a year earlier.") == {"a year earlier": "XXXX"}


def test_a_coming_weekday_and_its_date_are_one_day() -> None:
    assert values("They vote this coming Sunday, July 10.") == {"this coming Sunday, July 10": "2022-07-10"}


def test_not_until_a_day_looks_back_and_until_a_day_ahead() -> None:
    assert values("He did not concede until Thursday.") == {"Thursday": "2022-07-07"}
    assert values("The vote was postponed until Thursday.") == {"Thursday": "2022-07-14"}


def test_what_somebody_went_to_do_is_past_and_what_they_agreed_to_do_is_not() -> None:
    assert values("He telephoned his rival to congratulate him on Wednesday.") == {"Wednesday": "2022-07-06"}
    assert values("They agreed to meet on Wednesday.") == {"Wednesday": "2022-07-13"}


# --- times of day, lengths, sets ------------------------------------------------------------------


def test_a_part_of_a_day() -> None:
    evening = times("It happened on Thursday evening.")["Thursday evening"]
    assert (evening.timex, evening.type) == ("2022-07-07TEV", TimexType.TIME)


def test_a_clock_time_on_a_day() -> None:
    assert values("The tram crashed at 6.10am on Tuesday.") == {"at 6.10am on Tuesday": "2022-07-05T06:10"}


def test_a_clock_time_alone_has_no_day() -> None:
    assert times("It closed at 7:15 p.m. GMT.")["7:15 p.m. GMT"].start is None


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("two and a half years", "P2Y6M"),
        ("a minute and a half", "PT1M30S"),
        ("nearly two months", "P2M"),
        ("several years", "PXY"),
        ("10-hour", "PT10H"),
        ("1 year 1 month 21 days", "P1Y1M21D"),
        ("two decades", "P20Y"),
        ("half an hour", "PT30M"),
        ("the opening minutes", "PTXM"),
        ("the year-earlier nine months", "P9M"),
    ],
)
def test_lengths(words: str, timex: str) -> None:
    found = times(words)[words]
    assert (found.timex, found.type, found.start) == (timex, TimexType.DURATION, None)


def test_the_past_weeks_end_before_publication() -> None:
    found = times("Over the past three weeks, prices rose.")["the past three weeks"]
    assert (found.timex, found.start, found.end) == ("P3W", "2022-06-17", "2022-07-07")


def test_the_past_decade_ends_now() -> None:
    found = times("It has grown over the past decade.")["the past decade"]
    assert (found.timex, found.start) == ("P10Y", "2012-07-08")


def test_a_date_that_belongs_to_a_noun_is_the_nearest() -> None:
    assert values("They asked to postpone the July 19 election.") == {"July 19": "2022-07-19"}


def test_a_year_said_once_counts_for_both_months() -> None:
    assert set(values("He wrote it in August and October 2017.").values()) == {"2017-08", "2017-10"}


@pytest.mark.parametrize(
    ("words", "timex"), [("every month", "P1M"), ("each Thursday", "XXXX-WXX-4"), ("Tuesday nights", "XXXX-WXX-2TNI")]
)
def test_sets(words: str, timex: str) -> None:
    found = times(words)[words]
    assert (found.timex, found.type) == (timex, TimexType.SET)


def test_days_of_one_month_are_one_stretch() -> None:
    found = times("The fair runs July 3-5.")["July 3-5"]
    assert (found.start, found.end) == ("2022-07-03", "2022-07-05")


def test_the_ends_of_a_longer_stretch_are_two_times() -> None:
    text = "He lived there between 2015 and 2016."
    assert values(text) == {"2015": "2015", "2016": "2016"}


# --- what is no time ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "This may seem odd, and they march on.",
        "Theresa May spoke to reporters.",
        "He finished second in a second race.",
        "USA TODAY asked the Sun about it.",
        "The 58-year-old actor is 12 years old.",
        "They sold 2,000 cars for $1990 and 1900 people came.",
        "Version 10.1.1 beat them 21-14 with 3.5 percent.",
        "He was named Person of the Year.",
        "She ran the 28th lap.",
        "No. 10 declined to comment.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert values(text) == {}


def test_that_before_a_weekday_may_be_a_conjunction() -> None:
    assert values("He said that Tuesday is the deadline.") == {"Tuesday": "2022-07-05"}


# --- for any text ---------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *("Monday", "last", "next", "the", "of", "July", "4", "2016", "1990s", "week", "years", "ago", "later", "two"),
        *(
            "a",
            "half",
            "and",
            "-",
            ",",
            "pm",
            "noon",
            "quarter",
            "third",
            "early",
            "31",
            "February",
            "’s",
            "9/11",
            "to",
        ),
        *(
            "from",
            "every",
            "day",
            "decades",
            "century",
            "before",
            "Easter",
            "9999",
            "0000",
            "\n",
            "😀",
            "e\u0301",
            "spring",
        ),
        *(
            "to",
            "spring",
            "999999999999",
            "000",
            "12:60",
            "2016-02-30",
            "tomorrow",
            "weekend",
            "hundred",
            "thousand",
            ".",
        ),
    ]
)
PHRASES = st.lists(PIECES, max_size=12).map(" ".join)
DAYS = st.none() | st.dates()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PHRASES | st.text(max_size=60), DAYS)
def test_every_time_keeps_its_words_and_its_order(text: str, published: date | None) -> None:
    (parsed,) = PARSER.parse([make_article(text, published=published)])
    end = 0
    for mention in find(parsed):
        assert mention.span.start >= end
        assert mention.subject == mention.span.of(text) != ""
        end = mention.span.end
        value = mention.value
        assert isinstance(value, TimeExpression)
        assert (value.start is None) == (value.end is None)
        assert value.start is None or value.end is None or value.start <= value.end
        if value.type is TimexType.DATE and len(value.timex) == 10 and value.start and "W" not in value.timex:
            assert value.start[:10] == value.timex


@pytest.mark.parametrize(
    "words", ["today", "last week", "on Monday", "in February", "July 4", "this evening", "next year"]
)
def test_without_a_publication_date_nothing_is_counted_from_it(words: str) -> None:
    (found,) = times(words, published=None).values()
    assert (found.start, found.end, found.anchor) == (None, None, None)
    assert "XX" in found.timex


@pytest.mark.parametrize("words", ["{}", "{} years ago", "in {} days", "{} May", "{} and a half years"])
@pytest.mark.parametrize("digits", [30, 400, 6000])
def test_a_number_of_any_length_is_read_without_failing(words: str, digits: int) -> None:
    text = words.format("9" * digits)
    assert all(found in text for found in times(text))


def test_a_table_of_dates_without_a_word_between_them_is_read_to_its_end() -> None:
    text = "May 3, 2021 " * 200 + "June 4, 2022"
    assert values(text)["June 4, 2022"] == "2022-06-04"


def test_only_the_rules_that_a_word_may_open_are_tried_at_it() -> None:
    assert heads("[ab]?(?:[c]|[d])[e]") == set("abcd")
    assert heads("(?:(?P<name>[a])*)?(?:(?!)|[b]?)[c]") == set("abc")
