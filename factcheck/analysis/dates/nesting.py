"""Times inside other times: the first Friday of July, the third quarter of 1990, early next year, Tuesday at noon."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcheck.analysis.dates.calendar import Period, add, containing, nth_weekday
from factcheck.analysis.dates.meaning import UNKNOWN, Meaning, Resolved, Setting, named, unresolved
from factcheck.shipped import lexicon
from factcheck.values import TimexType


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
class Containing:
    """The calendar unit that holds another time: "the week of November 30th"."""

    unit: str
    day: Meaning

    def resolve(self, setting: Setting) -> Resolved | None:
        inner = self.day.resolve(setting)
        if inner is None or inner.period is None:
            return unresolved(self.unit)
        return named(containing(self.unit, inner.period.start), inner.anchor)


@dataclass(frozen=True, slots=True)
class Inside:
    """The month, season, quarter or half that begins in month `first` of a year: "the third quarter of 1990"."""

    unit: str
    first: int
    year: Meaning

    def resolve(self, setting: Setting) -> Resolved | None:
        outer = self.year.resolve(setting)
        if outer is None:
            return None
        if outer.period is None:
            return Resolved(Period(self.unit, date(1000, self.first, 1)).timex.replace("1000", "XXXX"))
        return named(Period(self.unit, date(outer.period.start.year, self.first, 1)), outer.anchor)


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
class Clock:
    """A time of day, on the day of `day` when that is said. `sure` False: "7" could be morning or evening."""

    hour: int
    minute: int | None = None
    second: int | None = None
    day: Meaning | None = None
    sure: bool = True

    def resolve(self, setting: Setting) -> Resolved | None:
        written = f"T{self.hour:02}" + "".join(f":{n:02}" for n in (self.minute or 0, self.second) if n is not None)
        whole = self.day.resolve(setting) if self.day else None
        if whole is None or whole.period is None or whole.period.unit != "day":
            return Resolved((whole.timex if whole and self.day else "XXXX-XX-XX") + written, TimexType.TIME)
        date = whole.period.start
        if self.hour == 24:
            moment = f"{add(date, days=1).isoformat()}T00:00"
        else:
            moment = f"{date.isoformat()}T{self.hour:02}:{self.minute or 0:02}:{self.second or 0:02}"
        return Resolved(whole.timex + written, TimexType.TIME, moment, moment, whole.anchor, whole.period)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Morning, afternoon, evening or night of a day."""

    part: str
    day: Meaning | None = None

    def resolve(self, setting: Setting) -> Resolved | None:
        part = lexicon("dates")["parts"][self.part]
        whole = self.day.resolve(setting) if self.day else None
        if whole is None or whole.period is None or whole.period.unit != "day":
            return Resolved((whole.timex if whole else "XXXX-XX-XX") + "T" + part["code"], TimexType.TIME)
        first, last = part["hours"]
        date = whole.period.start.isoformat()
        end = f"{date}T{last:02}:00:00" if last < 24 else f"{date}T23:59:59"
        return Resolved(
            f"{date}T{part['code']}", TimexType.TIME, f"{date}T{first:02}:00:00", end, whole.anchor, whole.period
        )


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
