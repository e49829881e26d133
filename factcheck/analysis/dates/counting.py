"""Times counted from another: from now ("two years ago"), from one the words name, or from the last one told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.analysis.dates.calendar import DAYS_IN, Period, add, containing
from factcheck.analysis.dates.meaning import UNKNOWN, Meaning, Resolved, Setting, named, unresolved


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
        recent = told is not None and add(told.start, days=300) >= near
        if told and recent and told.unit == "quarter" and unit == "year":  # "a year ago" beside a quarter's results
            return named(containing("quarter", moved(told.start, self.amounts, self.sign)), told.timex)
        if setting.compared and self.sign < 0 and not self.origin and _one_year(self.amounts):
            return _quarter_back(setting)
        if self.exact or self.origin:
            unit = "day" if origin is None or origin.period is None or origin.period.unit in DAYS_IN else unit
        return named(containing(unit, day), anchor)


CLOCK_UNITS = ("hour", "minute", "second")


def finest(amounts: tuple[Amount, ...]) -> str:
    """The smallest unit counted in, as a calendar unit."""
    order = ["second", "minute", "hour", "night", "day", "weekend", "week", "fortnight", "month", "quarter", "year"]
    order += ["decade", "century", "millennium"]
    unit = min((a.unit for a in amounts), key=order.index)
    halved = any(a.count is not None and a.count != a.count.to_integral_value() for a in amounts)
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
        if told is None and setting.published and setting.compared and _one_year(self.amounts):
            return _quarter_back(setting)
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

    def resolve(self, _: Setting) -> Resolved | None:
        return unresolved(self.unit)


@dataclass(frozen=True, slots=True)
class LatestQuarter:
    """ "The quarter", "the latest period", "the year-earlier quarter": results are told of the last quarter that ended.

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


def _one_year(amounts: tuple[Amount, ...]) -> bool:
    return len(amounts) == 1 and amounts[0].unit == "year" and amounts[0].count == 1


def _quarter_back(setting: Setting) -> Resolved | None:
    """ "A year ago" beside a figure compares quarters; it is guessed to be the last one, so no interval is given."""
    latest = LatestQuarter(years=1).resolve(setting)
    return Resolved(latest.timex) if latest else None


@dataclass(frozen=True, slots=True)
class YearBack:
    """The same period one year before: "the year-earlier third quarter"."""

    period: Meaning

    def resolve(self, setting: Setting) -> Resolved | None:
        found = self.period.resolve(setting)
        if found is None or found.period is None:
            return found
        return named(Period(found.period.unit, add(found.period.start, months=-12)), found.anchor)
