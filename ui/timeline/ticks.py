"""Round times along the axis and what they are called: hours, days, months, years, as they find room. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ui.days import month_words, short_day_words
from ui.timeline.axis import Axis, Stretch
from ui.timeline.moments import Days

LONE_DAY = 1.2
"""Days; a stretch that is no longer is one date, named in its middle until its hours can be told apart."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the lanes, and what stands above it; `full` names its year as well. `stretch` is the number of
    the part of the axis it stands in."""

    x: float
    words: str
    full: str
    stretch: int


def ticks(axis: Axis, apart: float, seen: tuple[float, float]) -> Iterator[Tick]:
    """Lines at round times on the pixels that are seen, at least `apart` of them from each other."""
    for part, stretch in enumerate(axis.stretches):
        if stretch.right < seen[0] or stretch.left > seen[1]:
            continue
        first = max(stretch.first, axis.day(seen[0]))
        last = min(stretch.last, axis.day(seen[1]))
        step = next((s for s in STEPS if s.days * stretch.scale >= apart), STEPS[-1])
        times = list(step.times(first, last)) if stretch.last - stretch.first > LONE_DAY or step.days < 1 else []
        for moment in times:
            x = stretch.left + (_ordinal(moment) - stretch.first) * stretch.scale
            yield Tick(x, step.words(moment, False), step.words(moment, True), part)
        if not times:
            whole = _whole(stretch)
            yield Tick((stretch.left + stretch.right) / 2, whole, whole, part)


def _whole(stretch: Stretch) -> str:
    """What a stretch without a round time is called: a day, a month or a year."""
    middle, span = _moment((stretch.first + stretch.last) / 2), stretch.last - stretch.first
    if span > 300:
        return str(middle.year)
    return month_words(middle) if span > 27 else short_day_words(middle, year=True)


@dataclass(frozen=True, slots=True)
class Step:
    """Round times: how many days apart, which they are between two days, and how they are called."""

    days: float
    times: Callable[[Days, Days], Iterator[datetime]]
    words: Callable[[datetime, bool], str]


def _hours(each: int) -> Step:
    def times(first: Days, last: Days) -> Iterator[datetime]:
        number = math.ceil(first * 24 / each)
        while number * each / 24 <= last:
            yield _moment(number * each / 24)
            number += 1

    def words(moment: datetime, named: bool) -> str:
        if moment.hour == 0 or named:
            day = short_day_words(moment, year=named)
            return day if moment.hour == 0 else f"{day} {moment:%H:%M}"
        return f"{moment:%H:%M}"

    return Step(each / 24, times, words)


def _days_apart(each: int) -> Step:
    def times(first: Days, last: Days) -> Iterator[datetime]:
        number = math.ceil(first / each)
        while number * each <= last:
            yield _moment(number * each)
            number += 1

    return Step(each, times, lambda moment, named: short_day_words(moment, year=named))


def _months(each: int) -> Step:
    def times(first: Days, last: Days) -> Iterator[datetime]:
        start = _moment(first)
        number = math.ceil((start.year * 12 + start.month - 1) / each)
        while number * each // 12 <= date.max.year:
            moment = datetime(max(1, number * each // 12), number * each % 12 + 1, 1)
            if _ordinal(moment) > last:
                return
            if _ordinal(moment) >= first:
                yield moment
            number += 1

    def words(moment: datetime, named: bool) -> str:
        if each >= 12:
            return str(moment.year)
        return month_words(moment) if named or moment.month == 1 else short_day_words(moment)

    return Step(each * 30.4, times, words)


STEPS = (
    *(_hours(each) for each in (1, 3, 6, 12)),
    *(_days_apart(each) for each in (1, 2, 7, 14)),
    *(_months(each) for each in (1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000)),
)


def _ordinal(moment: datetime) -> Days:
    return moment.toordinal() + moment.hour / 24 + moment.minute / 1440


def _moment(days: Days) -> datetime:
    whole = min(max(1, math.floor(days)), date.max.toordinal())
    return datetime.combine(date.fromordinal(whole), datetime.min.time()) + timedelta(
        minutes=round((days - math.floor(days)) * 1440) if days - math.floor(days) < 0.9997 else 0
    )
