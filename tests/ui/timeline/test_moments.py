"""From dated claims to moments: how exact they are, and how they are called."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.values import Analysis, Kind, TimeExpression, TimexType
from tests.factories import make_article, make_claim
from ui.timeline.moments import Moment, Precision, days_of, moment_of, together, unplaced


def moment(text: str, words: str, start: str | None, end: str | None, type: TimexType = TimexType.DATE) -> Moment:
    article = make_article(text)
    value = TimeExpression("?", type, start, end)
    found = moment_of(make_claim(article, words, Kind.DATE, value), article)
    assert found is not None
    return found


def test_a_day_reaches_from_its_midnight_to_the_next() -> None:
    found = moment("It sank on Monday.", "Monday", "2022-07-04", "2022-07-04")
    assert (found.first, found.last) == (days_of(date(2022, 7, 4)), days_of(date(2022, 7, 5)))
    assert (found.precision, found.words) == (Precision.DAY, "Monday 4 July 2022")


def test_a_clock_time_is_a_minute() -> None:
    found = moment("It sank at 2.30pm.", "2.30pm", "2022-07-04T14:30:00", "2022-07-04T14:30:00", TimexType.TIME)
    assert (found.precision, found.words) == (Precision.MINUTE, "Monday 4 July 2022, 14:30")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-07-01", "2022-07-31", "July 2022"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("1940-01-01", "1949-12-31", "1940 to 1949"),
        ("2022-07-01", "2022-09-30", "July 2022 to September 2022"),
        ("2022-06-27", "2022-07-03", "27 June 2022 to 3 July 2022"),
    ],
)
def test_a_longer_time_has_its_name(start: str, end: str, words: str) -> None:
    found = moment("It sank then.", "then", start, end)
    assert (found.precision, found.words) == (Precision.STRETCH, words)


def test_an_evening_says_from_when_to_when() -> None:
    found = moment("On Monday evening.", "Monday evening", "2022-07-04T17:00:00", "2022-07-04T23:00:00", TimexType.TIME)
    assert (found.precision, found.words) == (Precision.STRETCH, "Monday 4 July 2022, 17:00 to 23:00")


def test_words_before_a_date_make_it_soft_or_open() -> None:
    assert moment("Around July 4 it sank.", "July 4", "2022-07-04", "2022-07-04").about
    assert moment("It sank in about 2015.", "about 2015", "2015-01-01", "2015-12-31").about
    assert moment("It is lost since July 4.", "July 4", "2022-07-04", "2022-07-04").since
    assert moment("It sailed until 2015.", "2015", "2015-01-01", "2015-12-31").until
    plain = moment("About to sail. July 4 came.", "July 4", "2022-07-04", "2022-07-04")
    assert (plain.about, plain.since, plain.until) == (False, False, False)


def test_claims_of_one_time_are_soft_only_together() -> None:
    soft = moment("Around July 4.", "July 4", "2022-07-04", "2022-07-04")
    firm = moment("On July 4.", "July 4", "2022-07-04", "2022-07-04")
    assert together([soft, soft]).about
    assert not together([soft, firm]).about


def test_what_names_a_time_that_stayed_open_is_unplaced_but_not_now_or_two_days() -> None:
    article = make_article("On Tuesday, now, after two days.")
    times = {
        "Tuesday": ("XXXX-WXX-2", TimexType.DATE),
        "now": ("PRESENT_REF", TimexType.DATE),
        "two days": ("P2D", TimexType.DURATION),
    }
    claims = tuple(make_claim(article, w, Kind.DATE, TimeExpression(*value)) for w, value in times.items())
    assert [claim.text for claim in unplaced(Analysis(claims))] == ["Tuesday"]


def test_a_broken_date_is_no_moment() -> None:
    article = make_article("It sank then.")
    for start, end in (("2022-13-45", "2022-13-45"), ("2022-07-05", "2022-07-01"), (None, None)):
        claim = make_claim(article, "then", Kind.DATE, TimeExpression("?", TimexType.DATE, start, end))
        assert moment_of(claim, article) is None
