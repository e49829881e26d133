"""Calendar units as values: the day, week, month, quarter, ... that holds a date, its neighbours, its TIMEX value."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit that begins on `start`.

    Units: day week weekend fortnight month quarter half year decade century, and the seasons SP SU FA WI.
    """

    unit: str
    start: date

    @property
    def end(self) -> date:
        """Its last day."""
        if self.unit == "day":
            return self.start
        if self.unit == "weekend":
            return add(self.start, days=1)
        if self.unit in DAYS_IN:
            return add(self.start, days=DAYS_IN[self.unit] - 1)
        return add(add(self.start, months=MONTHS_IN.get(self.unit, 3)), days=-1)

    @property
    def timex(self) -> str:
        year = f"{self.start.year:04}"
        month = f"{year}-{self.start.month:02}"
        if self.unit in ("week", "weekend", "fortnight"):
            iso = self.start.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
        return {
            "day": f"{month}-{self.start.day:02}",
            "month": month,
            "quarter": f"{year}-Q{(self.start.month + 2) // 3}",
            "half": f"{year}-H{1 if self.start.month < 7 else 2}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
        }.get(self.unit) or f"{year}-{self.unit}"

    def shift(self, count: int) -> Period:
        """The unit `count` steps later (earlier when negative)."""
        if self.unit in DAYS_IN:
            return Period(self.unit, add(self.start, days=count * DAYS_IN[self.unit]))
        return Period(self.unit, add(self.start, months=count * MONTHS_IN.get(self.unit, 12)))

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end


def containing(unit: str, day: date) -> Period:
    """The `unit` that holds `day`; for a weekend the one of its week, for a season the one of its year."""
    if unit == "day":
        return Period(unit, day)
    if unit in ("week", "fortnight"):
        return Period(unit, add(day, days=1 - day.isoweekday()))
    if unit == "weekend":
        return Period(unit, add(day, days=6 - day.isoweekday()))
    if unit in SEASON_START:
        return Period(unit, date(day.year, SEASON_START[unit], 1))
    months = MONTHS_IN[unit]
    if months > 12:
        years = months // 12
        return Period(unit, date(max(1, day.year - day.year % years), 1, 1))
    return Period(unit, date(day.year, (day.month - 1) // months * months + 1, 1))


def add(day: date, days: int = 0, months: int = 0) -> date:
    """`day` moved; the end of a shorter month stands in for a day it does not have; the calendar's ends hold."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if year < 1 or year > 9999:
        return FIRST if year < 1 else LAST
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    try:
        return moved + timedelta(days=days)
    except OverflowError:
        return FIRST if days < 0 else LAST


def a_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day ("February 30")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(first: date, last: date, weekday: int, nth: int) -> date | None:
    """The nth (last when -1) of a weekday (1 is Monday) between two days, or None."""
    if nth < 0:
        found = add(last, days=-((last.isoweekday() - weekday) % 7))
        return found if found >= first else None
    found = add(first, days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return found if found <= last else None
