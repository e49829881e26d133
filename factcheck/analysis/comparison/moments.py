"""When two stated times can both be right: days, weekdays without a date, days of a year not said, clock times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from factcheck.analysis.comparison.amounts import Relation
from factcheck.values import Claim, TimeExpression, TimexType

LONGEST = 62
"""Days; of a longer stretch ("this year") only the very same one is compared."""
ROUNDED_CLOCK = 15
"""Minutes two clock times may be apart when one is a full hour: "6am" is also said of 6.10am."""
EXACT_CLOCK = 5
"""The same for two times to the minute."""
HALF_DAY = 720
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_HALF_SAID = re.compile(r"[ap]\.?\s?m\b|morning|afternoon|evening|night|noon|midday|hours|dawn|gmt|utc", re.IGNORECASE)
_CLOCK = re.compile(r"T(\d\d):(\d\d)$")
_PART = re.compile(r"T([A-Z]{2})$")
_MORNING = "MO"
_HOURS = {"MO": (0, 720), "AF": (720, 1080), "EV": (960, 1440), "NI": (1020, 1800)}
"""First and last minute of a part of the day; a night ends with the next day's dawn."""
_NEAR_PART = 60
"""Minutes a clock time may be outside the part of the day it is told of."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of a time: its first and last day, or only a weekday (1 = Monday), or only (month, day);
    `clock` in minutes after midnight; `part` by its TIMEX code (MO, AF, EV, NI)."""

    days: tuple[date, date] | None = None
    weekday: int | None = None
    yearless: tuple[int, int] | None = None
    clock: int | None = None
    part: str = field(default="", compare=False)

    @property
    def known(self) -> bool:
        return any(x is not None for x in (self.days, self.weekday, self.yearless, self.clock))

    @property
    def single(self) -> bool:
        """Whether it names one day."""
        return self.yearless is not None or self.weekday is not None


@cache
def moment(time: TimeExpression) -> Moment:
    """What a time expression says of its day; nothing for durations, sets and what stayed open."""
    if time.type not in {TimexType.DATE, TimexType.TIME}:
        return Moment()
    clock = _CLOCK.search(time.timex)
    minutes = int(clock[1]) * 60 + int(clock[2]) if clock else None
    told = _PART.search(time.timex)
    part = told[1] if told else ""
    days = _days(time)
    if days is not None and days[0] == days[1]:
        return Moment(days, days[0].isoweekday(), (days[0].month, days[0].day), minutes, part)
    weekday, yearless = _WEEKDAY.match(time.timex), _YEARLESS.match(time.timex)
    return Moment(
        days,
        int(weekday[1]) if weekday else None,
        (int(yearless[1]), int(yearless[2])) if yearless else None,
        minutes,
        part,
    )


def moments_of(a: Claim, b: Claim) -> tuple[Moment, Moment]:
    """The moments of two dates. "Two o'clock" leaves its half of the day unsaid: it is read as the one nearer to the
    other's clock time."""
    assert isinstance(a.value, TimeExpression)
    assert isinstance(b.value, TimeExpression)
    first, second = moment(a.value), moment(b.value)
    if first.clock is None or second.clock is None:
        return first, second
    return _nearest_half(a, first, second.clock), _nearest_half(b, second, first.clock)


def _nearest_half(claim: Claim, told: Moment, clock: int) -> Moment:
    assert told.clock is not None
    if told.clock >= HALF_DAY or _HALF_SAID.search(claim.text):
        return told
    later = told.clock + HALF_DAY
    return replace(told, clock=later) if abs(later - clock) < abs(told.clock - clock) else told


def _days(time: TimeExpression) -> tuple[date, date] | None:
    if time.start is None:
        return None
    try:
        first, last = date.fromisoformat(time.start[:10]), date.fromisoformat((time.end or time.start)[:10])
    except ValueError:
        return None
    # "Midnight on Tuesday" ends one day and begins another: it is kept to the day it is said of.
    return (first, first) if "T24:00" in time.timex or last < first else (first, last)


def relate(a: Moment, b: Moment) -> Relation | None:
    """Whether two times are the same, can both be right or exclude each other; None where nothing can be held
    against each other ("Tuesday" of an undated text against "May 14")."""
    day = _relate_days(a, b)
    if a.single and b.single and day in {Relation.SAME, Relation.COMPATIBLE} and parts_apart(a, b):
        return Relation.DIFFERENT
    if a.clock is None or b.clock is None or day is Relation.DIFFERENT:
        return day
    if day is None and (a.single or b.single) and a.single == b.single:
        return None
    apart = abs(a.clock - b.clock)  # minutes
    whole_hour = 0 in (a.clock % 60, b.clock % 60)
    if apart > (ROUNDED_CLOCK if whole_hour else EXACT_CLOCK):
        return Relation.DIFFERENT
    return Relation.SAME if apart == 0 else Relation.COMPATIBLE


def _relate_days(a: Moment, b: Moment) -> Relation | None:
    if a.days is not None and b.days is not None:
        return _relate_stretches(a, b)
    if a.yearless is not None and b.yearless is not None:
        return Relation.SAME if a.yearless == b.yearless else Relation.DIFFERENT
    if a.weekday is not None and b.weekday is not None:
        if a.weekday == b.weekday:
            return Relation.SAME
        return Relation.DIFFERENT
    return None


def _relate_stretches(a: Moment, b: Moment) -> Relation | None:
    assert a.days is not None
    assert b.days is not None
    if a.days == b.days:
        return Relation.SAME
    if _length(a) > LONGEST or _length(b) > LONGEST:
        return None
    if a.days[0] <= b.days[1] and b.days[0] <= a.days[1]:
        return Relation.COMPATIBLE
    # An article dated a day late reads its "Friday" a week off: one weekday's name is not held against itself.
    if a.weekday is not None and a.weekday == b.weekday and apart(a, b) == 7:
        return Relation.COMPATIBLE
    return Relation.DIFFERENT


def relate_far(a: Moment, b: Moment) -> Relation | None:
    """The same for stretches of any length, for what happens once: "in 1931" holds a day of 1931 and excludes 1932."""
    if a.days is None or b.days is None:
        return None
    if a.days == b.days:
        return Relation.SAME
    meet = a.days[0] <= b.days[1] and b.days[0] <= a.days[1]
    return Relation.COMPATIBLE if meet else Relation.DIFFERENT


def _length(m: Moment) -> int:
    assert m.days is not None
    return (m.days[1] - m.days[0]).days


def apart(a: Moment, b: Moment) -> int:
    """Days between two times; for weekdays without a date the fewest there can be."""
    if a.days is not None and b.days is not None:
        return max((b.days[0] - a.days[1]).days, (a.days[0] - b.days[1]).days, 0)
    if a.weekday is not None and b.weekday is not None:
        return min((a.weekday - b.weekday) % 7, (b.weekday - a.weekday) % 7)
    if a.yearless is not None and b.yearless is not None:
        return abs((a.yearless[0] - b.yearless[0]) * 30 + a.yearless[1] - b.yearless[1])
    return 0


def parts_apart(a: Moment, b: Moment) -> bool:
    """Morning against a later part of the day: "Wednesday evening", "on the morning of Wednesday". Afternoon, evening
    and night run into each other. And a clock time against the part of the day it is not in."""
    if a.part and b.part:
        return a.part != b.part and _MORNING in {a.part, b.part}
    return _outside(a.clock, b.part) or _outside(b.clock, a.part)


def _outside(clock: int | None, part: str) -> bool:
    if clock is None or part not in _HOURS:
        return False
    first, last = _HOURS[part]
    return not any(first - _NEAR_PART <= minute <= last + _NEAR_PART for minute in (clock, clock + 2 * HALF_DAY))


def months_swapped(a: Moment, b: Moment) -> bool:
    """The same day of two neighbouring months: "19 June", "19 July"."""
    if a.yearless is None or b.yearless is None or a.yearless[1] != b.yearless[1]:
        return False
    return abs(a.yearless[0] - b.yearless[0]) == 1


def hours_swapped(a: Moment, b: Moment) -> bool:
    """Half a day apart, to the quarter of an hour: "10.45pm", "10.30am"."""
    if a.clock is None or b.clock is None:
        return False
    return abs(abs(a.clock - b.clock) - HALF_DAY) <= ROUNDED_CLOCK
