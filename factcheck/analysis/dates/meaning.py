"""What a time expression says before anybody knows when it was said, and how it resolves once that is known.

Every meaning has `resolve(setting)`; None says that the words, though understood, name no time here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from factcheck.analysis.dates.calendar import SEASON_START, Period, a_date, add, containing
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
    """When and how the words were said: publication date, tense of the clause, last date told before them.

    `nominal`: they belong to a noun ("the June 19 election", "a deadline of May 1"), which the tense does not bind.
    `compared`: no verb stands over them, or they follow a figure ("from $5 million a year ago").
    """

    published: date | None = None
    tense: Tense | None = None
    told: Resolved | None = None
    nominal: bool = False
    compared: bool = False

    @property
    def anchor(self) -> str | None:
        return self.published.isoformat() if self.published else None


class Meaning(Protocol):
    def resolve(self, setting: Setting, /) -> Resolved | None: ...


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
    return Resolved(period.timex, TimexType.DATE, period.start.isoformat(), period.end.isoformat(), anchor, period)


def unresolved(unit: str) -> Resolved:
    return Resolved(UNKNOWN[unit])


@dataclass(frozen=True, slots=True)
class Stated:
    """A calendar unit said in full: "March 15, 2007", "1987", "the 1990s"."""

    period: Period

    def resolve(self, _: Setting) -> Resolved | None:
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
        tense = Tense.PRESENT if setting.nominal else setting.tense
        found = choose(self._candidates(setting.published), setting.published, tense)
        return named(found, setting.anchor) if found else None

    def _candidates(self, near: date) -> list[Period]:
        """Every such day or month from four years before to four years after ("the 27th": half a year).

        With its weekday a day of the year before, the same year or the next must fit; else the weekday is wrong.
        """
        if self.month is None:
            months = [add(near.replace(day=1), months=n) for n in range(-6, 7)]
        else:
            years = range(max(1, near.year - 4), min(9999, near.year + 4) + 1)
            months = [date(year, self.month, 1) for year in years]
        if self.day is None:
            return [Period("month", month) for month in months]
        days = [a_date(month.year, month.month, self.day) for month in months]
        close = [d for d in days if d and abs(d.year - near.year) <= 1]
        fits = [d for d in close if d.isoweekday() == self.weekday]
        # A weekday that contradicts its date says nothing about the year.
        return [Period("day", d) for d in fits or days if d]


def choose(candidates: list[Period], near: date, tense: Tense | None) -> Period | None:
    """The latest candidate that has begun, the next one when the words look forward, the nearest in the present."""
    before = max((c for c in candidates if c.start <= near), key=lambda c: c.start, default=None)
    after = min((c for c in candidates if c.end >= near), key=lambda c: c.start, default=None)
    if before is None or after is None or tense is Tense.PAST:
        return before or after
    ahead = (after.start - near).days
    nearer = ahead < (near - before.end).days and (ahead <= SOON or tense is Tense.PRESENT)
    return after if tense is Tense.FUTURE or nearer else before


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """ "Friday", "last Friday" (-1), "this Friday" (0), "next Friday" (1: of next week)."""

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
            present = setting.tense is Tense.PRESENT or (setting.nominal and setting.tense is Tense.FUTURE)
            ahead = 7 - back < back if present else setting.tense is Tense.FUTURE
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
class Weekend:
    """ "The weekend": the last one while the week is young and nothing looks ahead."""

    def resolve(self, setting: Setting) -> Resolved | None:
        near, tense = setting.published, setting.tense
        if near is None:
            return unresolved("weekend")
        back = tense in (None, Tense.PAST) and near.isoweekday() < (3 if tense is None else 6)
        return Relative("weekend", -1 if back else 0).resolve(setting)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A time still to come, whatever the tense: "this coming Sunday"."""

    inside: Meaning

    def resolve(self, setting: Setting) -> Resolved | None:
        return self.inside.resolve(replace(setting, tense=Tense.FUTURE))


@dataclass(frozen=True, slots=True)
class Reference:
    """No time on a calendar: PAST_REF, PRESENT_REF, FUTURE_REF."""

    timex: str

    def resolve(self, _: Setting) -> Resolved | None:
        return Resolved(self.timex)


@dataclass(frozen=True, slots=True)
class Repeating:
    """A set of times: "every month" P1M, "each Thursday" XXXX-WXX-4."""

    timex: str

    def resolve(self, _: Setting) -> Resolved | None:
        return Resolved(self.timex, TimexType.SET)
