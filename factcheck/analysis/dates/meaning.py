"""What a time expression says before anybody knows when it was said, and how it resolves once that is known.

Every meaning has `resolve(setting)`; None says that the words, though understood, name no time here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from factcheck.analysis.dates.calendar import (
    DAYS_IN,
    SEASON_START,
    Period,
    a_date,
    add,
    containing,
    nth_weekday,
)
from factcheck.values import TimexType


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX value with its interval; `period` is the calendar unit it names, where it names one."""

    timex: str
    type: TimexType = TimexType.DATE
    start: str | None = None
    end: str | None = None
    anchor: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """When and how the words were said: publication date, tense of the clause, last date told before them."""

    published: date | None = None
    tense: Tense | None = None
    told: Resolved | None = None

    @property
    def anchor(self) -> str | None:
        return self.published.isoformat() if self.published else None


class Meaning(Protocol):
    def resolve(self, setting: Setting) -> Resolved | None: ...


# Without tense, a day or month this near in the future is announced rather than looked back on.
SOON = 100

UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "SP": "XXXX-SP",
    "SU": "XXXX-SU",
    "FA": "XXXX-FA",
    "WI": "XXXX-WI",
}


def named(period: Period, anchor: str | None = None) -> Resolved:
    """The resolution that names a whole calendar unit."""
    if period.unit == "WI":  # "the winter of 1994" may have begun in 1993
        return Resolved(period.timex, anchor=anchor, period=period)
    return Resolved(
        period.timex, TimexType.DATE, period.start.isoformat(), period.end.isoformat(), anchor, period
    )


def unresolved(unit: str) -> Resolved:
    return Resolved(UNKNOWN[unit])


@dataclass(frozen=True, slots=True)
class Stated:
    """A calendar unit said in full: "March 15, 2007", "1987", "the 1990s"."""

    period: Period

    def resolve(self, setting: Setting) -> Resolved | None:
        return named(self.period)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day or month without its year: "Feb. 23", "September"; `day` None is the month, `month` None "the 27th"."""

    month: int | None
    day: int | None = None
    weekday: int | None = None

    def resolve(self, setting: Setting) -> Resolved | None:
        if self.day and self.month and a_date(2024, self.month, self.day) is None:
            return None
        if setting.published is None:
            month = f"XXXX-{self.month:02}" if self.month else "XXXX-XX"
            return Resolved(f"{month}-{self.day:02}" if self.day else month)
        found = choose(self._candidates(setting.published), setting.published, setting.tense)
        return named(found, setting.anchor) if found else None

    def _candidates(self, near: date) -> list[Period]:
        """Every such day or month from four years before to four years after (months: half a year)."""
        if self.month is None:
            months = [add(near.replace(day=1), months=n) for n in range(-6, 7)]
        else:
            years = range(max(1, near.year - 4), min(9999, near.year + 4) + 1)
            months = [date(year, self.month, 1) for year in years]
        if self.day is None:
            return [Period("month", month) for month in months]
        days = [a_date(month.year, month.month, self.day) for month in months]
        fits = [d for d in days if d and (self.weekday is None or d.isoweekday() == self.weekday)]
        # A weekday that contradicts its date says nothing about the year.
        return [Period("day", d) for d in fits or days if d]


def choose(candidates: list[Period], near: date, tense: Tense | None) -> Period | None:
    """The latest candidate that has begun, or the next one when the words look forward."""
    before = max((c for c in candidates if c.start <= near), key=lambda c: c.start, default=None)
    after = min((c for c in candidates if c.end >= near), key=lambda c: c.start, default=None)
    if before is None or after is None or tense is Tense.PAST:
        return before or after
    ahead = (after.start - near).days
    if tense is Tense.FUTURE or (ahead <= SOON and ahead < (near - before.end).days):
        return after
    return before


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """"Friday", "last Friday" (-1), "this Friday" (0), "next Friday" (1: of next week)."""

    weekday: int
    shift: int | None = None

    def resolve(self, setting: Setting) -> Resolved | None:
        near = setting.published
        if near is None:
            return Resolved(f"XXXX-WXX-{self.weekday}")
        back = (near.isoweekday() - self.weekday) % 7
        if self.shift == -1:
            day = add(near, days=-(back or 7))
        elif self.shift == 1:
            day = add(containing("week", near).start, days=6 + self.weekday)
        elif self.shift == 0:
            day = add(containing("week", near).start, days=self.weekday - 1)
        else:
            # A present tense ("head to the polls Tuesday", "takes the stage Sunday") means the nearest.
            ahead = setting.tense is Tense.FUTURE or (setting.tense is Tense.PRESENT and 0 < 7 - back < back)
            day = add(near, days=(-back) % 7 if ahead else -back)
        return named(Period("day", day), setting.anchor)


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit counted from the one that holds the publication date: "last week" is ("week", -1)."""

    unit: str
    shift: int

    def resolve(self, setting: Setting) -> Resolved | None:
        if setting.published is None:
            return unresolved(self.unit)
        return named(containing(self.unit, setting.published).shift(self.shift), setting.anchor)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A part of the year: a month, a season, a quarter or half; `shift` as in "last June", "next spring".

    `first` is the month it begins in.
    """

    unit: str
    first: int
    shift: int | None = None

    def resolve(self, setting: Setting) -> Resolved | None:
        near = setting.published
        if near is None:
            return Resolved(Period(self.unit, date(1000, self.first, 1)).timex.replace("1000", "XXXX"))
        this = Period(self.unit, date(near.year, self.first, 1))
        if self.shift == 0:
            return named(this, setting.anchor)
        years = [near.year + n for n in (-1, 0, 1) if 1 <= near.year + n <= 9999]
        every = [Period(self.unit, date(year, self.first, 1)) for year in years]
        if self.shift == -1:
            found = [p for p in every if p.end < near][-1:]
        elif self.shift == 1:
            found = [p for p in every if p.start > near][:1]
        elif self.unit in SEASON_START and setting.tense is not Tense.FUTURE:
            found = [p for p in every if p.start <= near][-1:]
        else:
            began = [p for p in every if p.start <= near][-1:]
            coming = [p for p in every if p.end >= near][:1]
            found = coming if setting.tense is Tense.FUTURE else began
        return named(found[0], setting.anchor) if found else None


@dataclass(frozen=True, slots=True)
class LatestQuarter:
    """"The quarter", "the latest period", "the year-earlier quarter": results are told of the last quarter that ended.

    `years` counts back from it; `year` names its year outright ("the 1988 quarter"). A quarter the text told before
    is meant first.
    """

    years: int = 0
    year: int | None = None

    def resolve(self, setting: Setting) -> Resolved | None:
        told = setting.told.period if setting.told else None
        if told and told.unit == "quarter":
            latest, anchor = told, told.timex
        elif setting.published is None:
            return unresolved("quarter")
        else:
            latest, anchor = containing("quarter", setting.published).shift(-1), setting.anchor or ""
        months = -12 * self.years
        if self.year is not None:
            months = 12 * (self.year - latest.start.year)
        return named(Period("quarter", add(latest.start, months=months)), anchor)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a unit; `count` None is "several", `rough` a hedged one."""

    count: Decimal | None
    unit: str
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """So much before (sign -1) or after (1) now, or the `origin`: "two years ago", "a week after Friday".

    Counted in years it names a year, in weeks a week: nobody says "two years ago" of one day.
    `exact` keeps the day ("two weeks from tomorrow"). Units smaller than a day need a clock nobody told.
    """

    amounts: tuple[Amount, ...]
    sign: int
    origin: Meaning | None = None
    exact: bool = False

    def resolve(self, setting: Setting) -> Resolved | None:
        origin = self.origin.resolve(setting) if self.origin else None
        if self.origin and (origin is None or origin.period is None):
            return Resolved(UNKNOWN[finest(self.amounts)])
        near = origin.period.start if origin and origin.period else setting.published
        anchor = origin.timex if origin else setting.anchor
        unit = finest(self.amounts)
        counts = [a.count for a in self.amounts]
        if any(c is None for c in counts):
            return Resolved("PAST_REF" if self.sign < 0 else "FUTURE_REF")
        if near is None or any(a.unit in CLOCK_UNITS for a in self.amounts):
            return Resolved(UNKNOWN.get(unit, "XXXX-XX-XXTXX:XX"))
        day = moved(near, self.amounts, self.sign)
        told = setting.told.period if setting.told and not self.origin else None
        if told and told.unit == "quarter" and unit == "year":  # "a year ago" beside a quarter's results
            return named(containing("quarter", moved(told.start, self.amounts, self.sign)), told.timex)
        if self.exact or self.origin:
            unit = "day" if origin is None or origin.period is None or origin.period.unit in DAYS_IN else unit
        return named(containing(unit, day), anchor)


CLOCK_UNITS = ("hour", "minute", "second")


def finest(amounts: tuple[Amount, ...]) -> str:
    """The smallest unit counted in, as a calendar unit."""
    order = ["second", "minute", "hour", "night", "day", "weekend", "week", "fortnight", "month", "quarter", "year"]
    order += ["decade", "century", "millennium"]
    unit = min((a.unit for a in amounts), key=order.index)
    halved = any(a.count is not None and a.count % 1 for a in amounts)
    unit = {"night": "day", "second": "day", "minute": "day", "hour": "day", "fortnight": "week",
            "millennium": "century"}.get(unit, unit)  # fmt: skip
    return {"week": "day", "month": "day", "year": "month"}.get(unit, unit) if halved else unit


def moved(near: date, amounts: tuple[Amount, ...], sign: int) -> date:
    """`near` moved by all amounts, larger units first."""
    days = months = 0.0
    for amount in amounts:
        count = float(amount.count or 0) * sign
        if amount.unit in IN_MONTHS:
            months += count * IN_MONTHS[amount.unit]
        else:
            days += count * IN_DAYS.get(amount.unit, 0)
    whole = int(max(-200_000, min(200_000, months)))
    days += (max(-200_000.0, min(200_000.0, months)) - whole) * 30
    return add(near, days=int(max(-4_000_000, min(4_000_000, days))), months=whole)


IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
IN_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Told:
    """A time named from the last one told: "that day", "the following Tuesday", "two days later", "a year earlier".

    With `weekday` it is the next (or previous) such day; with `amounts` so much later (sign 1) or earlier (-1);
    with only a unit, the one that holds the told date, moved by `sign`. Without a date told before, unresolved:
    the publication date has nothing to do with it.
    """

    unit: str
    sign: int = 0
    weekday: int | None = None
    amounts: tuple[Amount, ...] = ()

    def resolve(self, setting: Setting) -> Resolved | None:
        told = setting.told.period if setting.told else None
        if told is None and self.unit == "year" and self.amounts and setting.published:
            # Results "against a year earlier" compare quarters; which one is not known here.
            latest = LatestQuarter(years=1).resolve(setting)
            return Resolved(latest.timex) if latest else None
        if told is None or self._too_coarse(told):
            return Resolved(f"XXXX-WXX-{self.weekday}" if self.weekday else UNKNOWN[self.unit])
        anchor = told.timex
        if self.weekday:
            step = (self.weekday - told.start.isoweekday()) % 7 or 7
            back = (told.start.isoweekday() - self.weekday) % 7 or 7
            return named(Period("day", add(told.start, days=step if self.sign > 0 else -back)), anchor)
        if self.amounts:
            return self._counted(told, anchor)
        return named(containing(self.unit, told.start).shift(self.sign), anchor)

    def _counted(self, told: Period, anchor: str) -> Resolved:
        if any(a.count is None or a.unit in CLOCK_UNITS for a in self.amounts):
            return Resolved(UNKNOWN[self.unit])
        day = moved(told.start, self.amounts, self.sign)
        # "A year earlier" than a quarter or month is that quarter or month a year back.
        unit = told.unit if told.unit in ("quarter", "month") and self.unit == "year" else self.unit
        return named(containing(unit, day), anchor)

    def _too_coarse(self, told: Period) -> bool:
        wanted = "day" if self.weekday else self.unit
        return length(told.unit) > length(wanted)


def length(unit: str) -> int:
    """Roughly how many days a calendar unit has."""
    return {"day": 1, "weekend": 2, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "half": 182,
            "year": 365, "decade": 3650, "century": 36500}.get(unit, 90)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A unit beside an event nobody dated here: "the week before the crash"."""

    unit: str

    def resolve(self, setting: Setting) -> Resolved | None:
        return unresolved(self.unit)


@dataclass(frozen=True, slots=True)
class Counted:
    """The nth weekday, week, quarter ... inside another time: "the first Friday of July". `nth` -1 is the last."""

    nth: int
    unit: str
    inside: Meaning
    weekday: int | None = None

    def resolve(self, setting: Setting) -> Resolved | None:
        outer = self.inside.resolve(setting)
        if outer is None or outer.period is None:
            return Resolved(UNKNOWN[self.unit])
        found = self._within(outer.period)
        return named(found, outer.anchor) if found else None

    def _within(self, outer: Period) -> Period | None:
        if self.weekday:
            day = nth_weekday(outer.start, outer.end, self.weekday, self.nth)
            return Period("day", day) if day else None
        if self.unit in ("week", "weekend"):
            # Weeks are counted as ISO counts them: a week belongs where its Thursday is.
            thursday = nth_weekday(outer.start, outer.end, 4, self.nth)
            return containing(self.unit, thursday) if thursday else None
        first = containing(self.unit, outer.end if self.nth < 0 else outer.start)
        found = first.shift(self.nth + 1 if self.nth < 0 else self.nth - 1)
        return found if outer.start <= found.start and found.end <= outer.end else None


@dataclass(frozen=True, slots=True)
class Edge:
    """A stretch of another time: "early", "late", "mid" of it, "earlier this year" (up to now), "later", "rest"."""

    edge: str
    inside: Meaning

    def resolve(self, setting: Setting) -> Resolved | None:
        whole = self.inside.resolve(setting)
        if whole is None or whole.period is None or whole.start is None:
            return whole
        first, last = self._bounds(whole.period, setting.published)
        return replace(whole, start=first.isoformat(), end=last.isoformat())

    def _bounds(self, period: Period, published: date | None) -> tuple[date, date]:
        days = (period.end - period.start).days + 1
        if self.edge in ("earlier", "later", "rest") and published and period.holds(published):
            return (period.start, published) if self.edge == "earlier" else (published, period.end)
        if days < 5:
            return period.start, period.end
        half, quarter = days // 2, days // 4
        return {
            "early": (period.start, add(period.start, days=half)),
            "late": (add(period.end, days=-half), period.end),
            "mid": (add(period.start, days=quarter), add(period.end, days=-quarter)),
        }.get(self.edge, (period.start, period.end))


@dataclass(frozen=True, slots=True)
class Reference:
    """No time on a calendar: PAST_REF, PRESENT_REF, FUTURE_REF."""

    timex: str

    def resolve(self, setting: Setting) -> Resolved | None:
        return Resolved(self.timex)


@dataclass(frozen=True, slots=True)
class Repeating:
    """A set of times: "every month" P1M, "each Thursday" XXXX-WXX-4."""

    timex: str

    def resolve(self, setting: Setting) -> Resolved | None:
        return Resolved(self.timex, TimexType.SET)


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another, told as one phrase: "July 3-5"."""

    first: Meaning
    last: Meaning

    def resolve(self, setting: Setting) -> Resolved | None:
        first, last = self.first.resolve(setting), self.last.resolve(setting)
        if first is None or last is None:
            return None
        timex = f"{first.timex}/{last.timex}"
        if not (first.start and last.end) or first.start > last.end:
            return Resolved(timex, first.type)
        return Resolved(timex, first.type, first.start, last.end, last.anchor, last.period)
