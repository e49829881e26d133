"""The axis: what crowds stays readable, and what is far away is cut off."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from ui.timeline.axis import Axis, axis_over, parted
from ui.timeline.moments import days_of
from ui.timeline.ticks import ticks


def days(*written: str) -> list[tuple[float, float]]:
    return sorted((days_of(date.fromisoformat(d)), days_of(date.fromisoformat(d)) + 1) for d in written)


WEEK = days("2022-07-04", "2022-07-05", "2022-07-06", "2022-07-08")


def test_a_date_of_1945_leaves_a_week_readable() -> None:
    axis = axis_over([*days("1945-05-08"), *WEEK], 1000)
    assert len(axis.stretches) == 2
    assert axis.x(WEEK[-1][0]) - axis.x(WEEK[0][0]) > 600


def test_dates_spread_evenly_are_on_one_scale() -> None:
    assert len(parted(days(*(f"{year}-01-01" for year in range(1990, 2020, 3))))) == 1


def test_a_year_that_a_bar_covers_is_not_cut() -> None:
    bars = [(days_of(date(year, 1, 1)), days_of(date(year + 1, 1, 1))) for year in (2014, 2015)]
    assert len(parted(bars)) == 1


def test_a_crowd_inside_a_long_time_is_cut_out_of_it() -> None:
    year = (days_of(date(2022, 1, 1)), days_of(date(2023, 1, 1)))
    axis = axis_over([year, *WEEK], 1000)
    assert axis.x(WEEK[-1][1]) - axis.x(WEEK[0][0]) > 400


def test_time_never_runs_backwards_and_comes_back_from_its_pixel() -> None:
    axis = axis_over([*days("1945-05-08", "1999-01-01", "1999-02-01"), *WEEK], 1000)
    edges = [edge for stretch in axis.stretches for edge in (stretch.first, stretch.last)]
    assert all(a < b for a, b in pairwise(edges))
    for day, _ in WEEK:
        assert abs(axis.day(axis.x(day)) - day) < 1e-6


def test_many_lonely_dates_do_not_break_it_to_pieces() -> None:
    lonely = days(*(f"{1000 + 3**n}-01-01" for n in range(1, 7)), "1850-01-01", "1900-06-01", "1950-02-02")
    assert len(parted(sorted([*lonely, *WEEK]))) <= 6


def test_an_axis_over_nothing_and_over_one_day_stands() -> None:
    assert axis_over([], 500).width == 0
    axis = axis_over(days("2022-07-04"), 500)
    assert [tick.full for tick in ticks(axis, 90, (0, 500))][:1] == ["4 Jul 2022"]


def labels(axis: Axis, seen: tuple[float, float] = (0, 1000)) -> list[str]:
    return [tick.full for tick in ticks(axis, 90, seen)]


def test_ticks_are_days_months_years_or_hours_as_they_find_room() -> None:
    assert "5 Jul 2022" in labels(axis_over(WEEK, 1000))
    assert "April 2022" in labels(axis_over(days("2022-01-01", "2022-04-01", "2022-07-01"), 1000))
    assert "2010" in labels(axis_over(days(*(f"{y}-03-01" for y in range(2005, 2021))), 1000))
    assert "4 Jul 2022 12:00" in labels(axis_over(days("2022-07-04", "2022-07-05"), 1000))


def test_only_ticks_on_the_screen_are_made() -> None:
    axis = axis_over(days("2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"), 100_000)
    assert len(labels(axis, (50_000, 51_000))) < 15


def test_many_times_stand_where_each_of_them_does() -> None:
    axis = axis_over([*days("1945-05-08", "1999-01-01"), *WEEK], 1000)
    asked = [edge for time in WEEK for edge in time] + [
        0.0,
        1e6,
        *(edge for part in axis.stretches for edge in (part.first, part.last)),
    ]
    assert axis.places(asked) == {day: axis.x(day) for day in asked}
    assert axis_over([], 500).places([1.0]) == {1.0: 0.0}
