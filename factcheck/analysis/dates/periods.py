"""Weeks, weekends, months, seasons, quarters, halves, years, decades and centuries, and those beside the present one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.analysis.dates.calendar import SEASON_START, Period, containing
from factcheck.analysis.dates.lengths import Length
from factcheck.analysis.dates.meaning import (
    Amount,
    Counted,
    Edge,
    LatestQuarter,
    Meaning,
    OnWeekday,
    Recurring,
    Reference,
    Relative,
    Resolved,
    Setting,
    Stated,
    Tense,
    Told,
    Unanchored,
    Yearless,
)
from factcheck.analysis.dates.patterns import Found, Grammar

grammar = Grammar("date")


@grammar.rule("today", "the? current day", "this day", "this very day")
def today(found: Found) -> Meaning:
    return Relative("day", 0)


@grammar.rule("yesterday")
def yesterday(found: Found) -> Meaning:
    return Relative("day", -1)


@grammar.rule("tomorrow", "tmrw")
def tomorrow(found: Found) -> Meaning:
    return Relative("day", 1)


@grammar.rule("the? day before yesterday")
def before_yesterday(found: Found) -> Meaning:
    return Relative("day", -2)


@grammar.rule("the? day after (tomorrow|tmrw)")
def after_tomorrow(found: Found) -> Meaning:
    return Relative("day", 2)


@grammar.rule("(the|this|these)? {shift} {unit}", "this {shift} {unit}", "(the|this) {unit}", "the {shift} fiscal {unit}")
def shifted_unit(found: Found) -> Meaning | None:
    """"Last week", "this year", "the current quarter"; "the week" is this one."""
    unit = _calendar_unit(found)
    shift = found["shift"] if "shift" in found else 0
    if unit is None or (unit == "day" and found.words("unit")[0].text == "day" and shift):
        return None
    bare = "shift" not in found
    if found.first == "the" and not bare and found.words("shift")[0].text in ("last", "past") and unit != "weekend":
        return None  # "the last week" ends now; "last week" is a week of the calendar
    if unit == "quarter" and bare and found.first == "the":
        return LatestQuarter()
    if bare and unit == "day":
        return Told("day") if found.first == "the" else Relative("day", 0)
    if bare and unit in ("decade", "century") and found.first == "the":
        return None
    if found.first == "the" and unit == "year" and shift == 0 and bare:
        return Relative("year", 0)
    return Relative(unit, shift)


def _calendar_unit(found: Found) -> str | None:
    unit = str(found["unit"])
    if unit in ("second", "minute", "hour", "night", "fortnight", "millennium"):
        return None
    return unit


@grammar.rule("(the|that)? same {unit}", "that {unit}")
def same_unit(found: Found) -> Meaning | None:
    unit = _calendar_unit(found)
    return Told(unit) if unit else None


@grammar.rule("the (following|next) {unit}")
def following_unit(found: Found) -> Meaning | None:
    unit = _calendar_unit(found)
    if unit and found.last_but_one == "next" and unit != "day":
        return Relative(unit, 1)
    return Told(unit, 1) if unit else None


@grammar.rule("the (previous|preceding|prior) {unit}")
def preceding_unit(found: Found) -> Meaning | None:
    unit = _calendar_unit(found)
    return Told(unit, -1) if unit else None


@grammar.rule("the {unit} after (the? next)", "the {unit} after next")
def after_next(found: Found) -> Meaning | None:
    unit = _calendar_unit(found)
    return Relative(unit, 2) if unit else None


@grammar.rule("the {unit} (before|after)", "the {unit} in question")
def beside_something(found: Found) -> Meaning | None:
    """"The week before (the crash)": what it stands beside is an event, which has no date here."""
    unit = _calendar_unit(found)
    return Unanchored(unit) if unit else None


@grammar.rule("the {unit} before last")
def before_last(found: Found) -> Meaning | None:
    unit = _calendar_unit(found)
    return Relative(unit, -2) if unit else None


@grammar.rule("{weekday}", "the {weekday}")
def weekday(found: Found) -> Meaning:
    return OnWeekday(found["weekday"])


@grammar.rule("(the|this)? {shift} {weekday}")
def shifted_weekday(found: Found) -> Meaning:
    shift = found["shift"]
    if found.first == "the" and shift == -1:
        return Told("day", -1, found["weekday"])
    if found.words("shift")[0].text in ("coming", "upcoming"):
        return Told("day", 1, found["weekday"]) if found.first == "the" else Coming(found["weekday"])
    return OnWeekday(found["weekday"], shift)


def Coming(weekday: int) -> Meaning:
    """The next such day from now on."""
    return Forward(OnWeekday(weekday))


@grammar.rule("the (following|next) {weekday}")
def following_weekday(found: Found) -> Meaning:
    return Told("day", 1, found["weekday"])


@grammar.rule("(the|this) {weekday} (before|previous)", "that {weekday}")
def told_weekday(found: Found) -> Meaning:
    return Told("day", -1, found["weekday"])


@grammar.rule("{shift} {unit} ,? on? {weekday}", "on? {weekday} ,? (of|in)? {shift} {unit}", "{weekday} {unit}")
def weekday_of_week(found: Found) -> Meaning | None:
    if found["unit"] != "week":
        return None
    shift = found["shift"] if "shift" in found else 1
    return OnWeekOf(shift, found["weekday"])


def OnWeekOf(shift: int, weekday: int) -> Meaning:
    return Counted(1, "day", Relative("week", shift), weekday)


@grammar.rule("(the|this)? {shift} {month}", "this {shift} {month}", "{month} {shift} {unit}", "{month} of {shift} {unit}")
def shifted_month(found: Found) -> Meaning | None:
    if "unit" in found:
        if found["unit"] != "year":
            return None
        return Counted(found["month"], "month", Relative("year", found["shift"]))
    return Recurring("month", found["month"], found["shift"])


@grammar.rule("{month} {monthday} ,? (of|in)? {shift} {unit}", "the? {monthday} of {shift} {unit}")
def day_of_shifted(found: Found) -> Meaning | None:
    if "month" in found:
        return InYear(found["month"], found["monthday"], found["shift"]) if found["unit"] == "year" else None
    return DayIn(found["monthday"], found["shift"]) if found["unit"] == "month" else None


def InYear(month: int, day: int, shift: int) -> Meaning:
    """"February 24 this year"."""
    return Counted(day, "day", Counted(month, "month", Relative("year", shift)))


def DayIn(day: int, shift: int) -> Meaning:
    """"The 20th of next month"."""
    return Counted(day, "day", Relative("month", shift))


@grammar.rule("(the|this)? {shift} {season}", "this {shift} {season}", "the? {season}", "this {season}",
              "{season} {shift} {unit}", "{season} of {shift} {unit}", "mid -? {season}")  # fmt: skip
def season(found: Found) -> Meaning | None:
    code = found["season"]
    if "unit" in found:
        return InsideYear(code, found["shift"]) if found["unit"] == "year" else None
    shift = found["shift"] if "shift" in found else (0 if found.first == "this" else None)
    if found.words("season")[0].text in ("fall", "spring") and shift is None and found.first != "the":
        return None
    past = found.first == "this" and shift == -1 and len(found) == 3
    return Recurring(code, SEASON_START[code], None if past else shift)


def InsideYear(code: str, shift: int) -> Meaning:
    return SeasonIn(code, Relative("year", shift))


def SeasonIn(code: str, year: Meaning) -> Meaning:
    return Inside(code, SEASON_START[code], year)


class Inside:
    """The month, season, quarter or half that begins in month `first` of a year."""

    def __init__(self, unit: str, first: int, year: Meaning) -> None:
        self._unit, self._first, self._year = unit, first, year

    def resolve(self, setting: Setting) -> Resolved | None:
        outer = self._year.resolve(setting)
        if outer is None:
            return None
        if outer.period is None:
            return Resolved(Period(self._unit, date(1000, self._first, 1)).timex.replace("1000", "XXXX"))
        period = Period(self._unit, date(outer.period.start.year, self._first, 1))
        made = Stated(period).resolve(setting)
        return replace(made, anchor=outer.anchor) if made else None


@grammar.rule("the? {season} (of|in|,)? {year}")
def season_and_year(found: Found) -> Meaning:
    return SeasonIn(found["season"], Stated(Period("year", date(found["year"], 1, 1))))


@grammar.rule("(the|its|their|his|a|this|our)? ({edge:ignored}|flat|fiscal)? -? {nth_of} -? {unit}",
              "q -? {four}", "h -? {four:half}", "the? {nth_of} {unit} {unit_plural:none}?")  # fmt: skip
def quarter(found: Found) -> Meaning | None:
    """"The third quarter" is the last one that has begun; "first half" likewise. Fiscal years are told as calendar ones."""
    unit, nth = _quarter_of(found)
    if unit is None or not 1 <= nth <= (4 if unit == "quarter" else 2):
        return None
    return Recurring(unit, (nth - 1) * (3 if unit == "quarter" else 6) + 1)


def _quarter_of(found: Found) -> tuple[str | None, int]:
    if "half" in found:
        return "half", int(found.words("half")[0].text)
    if "four" in found:
        return "quarter", int(found.words("four")[0].text)
    if "unit" in found and found["unit"] == "quarter":
        return "quarter", found["nth_of"]
    return None, 0


@grammar.rule("(the|its|their)? {nth_of} -? half")
def half_year(found: Found) -> Meaning | None:
    nth = found["nth_of"]
    return Recurring("half", 1 if nth == 1 else 7) if nth in (1, 2) else None


@grammar.rule(
    "(the|its|their)? fiscal? {nth_of} -? {unit} (of|in|,)? fiscal? {year}",
    "(the|its|their)? {nth_of} -? half:word of? {year}".replace("half:word", "half"),
    "(the|its|their)? fiscal? {nth_of} -? {unit} (of|in)? fiscal? {shift} {unit:year_word}",
    "{shift} {unit:year_word} 's fiscal? {nth_of} {unit}",
    "(the|this)? {year} ,? the? {nth_of} -? {unit}",
    "{nth_of} -? half of? {shift} {unit:year_word}",
    "q -? {four} (of|,)? {year}",
    "{year} q {four}",
    "h -? {four:half} (of|,)? {year}",
    "{year} h {four:half}",
    "q -? {four} {shift} {unit:year_word}",
)
def quarter_of_year(found: Found) -> Meaning | None:
    unit, nth = _quarter_of(found)
    if unit is None and "unit" not in found:
        unit, nth = "half", 2 if found["nth_of"] == -1 else found["nth_of"]
    year = _year_of(found)
    if unit is None or year is None:
        return _week_of_year(found, year)
    if nth == -1:
        nth = 4 if unit == "quarter" else 2
    if not 1 <= nth <= (4 if unit == "quarter" else 2):
        return None
    return Inside(unit, (nth - 1) * (3 if unit == "quarter" else 6) + 1, year)


def _year_of(found: Found) -> Meaning | None:
    if "year" in found:
        return Stated(Period("year", date(found["year"], 1, 1)))
    return Relative("year", found["shift"]) if found["year_word"] == "year" else None


def _week_of_year(found: Found, year: Meaning | None) -> Meaning | None:
    unit = found["unit"] if "unit" in found else None
    if year is None or unit not in ("week", "month", "day", "weekend"):
        return None
    return Counted(found["nth_of"], str(unit), year)


@grammar.rule("the {nth_of} two quarters of {year}", "{nth_of} two quarters of {year}", "the? {nth_of} six months of {year}")
def half_by_quarters(found: Found) -> Meaning | None:
    first = {1: 1, -1: 7}.get(found["nth_of"])
    return Inside("half", first, Stated(Period("year", date(found["year"], 1, 1)))) if first else None


@grammar.rule(
    "the latest (quarter|period)",
    "latest (quarter|period)",
)
def latest_quarter(found: Found) -> Meaning:
    return LatestQuarter()


@grammar.rule("the latest fiscal? year")
def latest_year(found: Found) -> Meaning:
    return Relative("year", -1)


@grammar.rule(
    "(the|a)? (comparable|corresponding|same)? year - (earlier|ago) (quarter|period)?",
    "the (comparable|corresponding|same)? year (earlier|ago) (quarter|period)?",
    "year (earlier|ago) (quarter|period)",
    "(the|a)? {shift} year 's quarter",
    "the (comparable|corresponding|same) (period|quarter) (a|of)? (year (ago|earlier)|last year)",
    "the (quarter|period) a year (ago|earlier)",
)
def year_earlier_quarter(found: Found) -> Meaning | None:
    return LatestQuarter(years=1) if found["shift"] in (None, -1) else LatestQuarter()


@grammar.rule("the? year -? (earlier|ago) (fiscal)? {nth_of} -? quarter")
def year_earlier_nth(found: Found) -> Meaning | None:
    nth = found["nth_of"]
    if not 1 <= nth <= 4:
        return None
    return Counted(1, "quarter", YearBack(Recurring("quarter", 3 * nth - 2)))


class YearBack:
    """The same period one year before."""

    def __init__(self, period: Meaning) -> None:
        self._period = period

    def resolve(self, setting: Setting) -> Resolved | None:
        found = self._period.resolve(setting)
        if found is None or found.period is None:
            return found
        period = found.period
        back = Period(period.unit, period.start.replace(year=max(1, period.start.year - 1)))
        made = Stated(back).resolve(setting)
        return replace(made, anchor=found.anchor) if made else None


@grammar.rule("the {year} (quarter|period)")
def quarter_in_year(found: Found) -> Meaning:
    return LatestQuarter(year=found["year"])


@grammar.rule("(the|its|their)? fiscal year", makes="duration")
def some_fiscal_year(found: Found) -> Meaning:
    return Length((Amount(Decimal(1), "year"),))


@grammar.rule("the? fiscal (year)? {year}", "fy {year}", "(the|this)? (full|entire|whole) {unit}", "all of {year}")
def fiscal_year(found: Found) -> Meaning | None:
    if "unit" in found:
        return Relative("year", 0) if found["unit"] == "year" and found.first in ("the", "this") else None
    return Stated(Period("year", date(found["year"], 1, 1)))


@grammar.rule("the? (early|mid|late)? -? {decadal}", "the? (early|mid|late)? -? {number} 's", "(the|her|his) {decades}",
              "(the|their)? (early|mid|late)? -? {teens} -? {decades}", "the {decade_name}", "the two thousand and tens",
              "the twenty -? tens", "the two thousands")  # fmt: skip
def decade(found: Found) -> Meaning | None:
    if found.first in ("her", "his", "their"):
        return None
    start = _decade_start(found)
    if start is None:
        return None
    edge = next((w for w in ("early", "mid", "late") if w in found.text.split()), None)
    whole = Stated(Period("decade", date(start, 1, 1)))
    return Edge(edge, whole) if edge else whole


def _decade_start(found: Found) -> int | None:
    if "decadal" in found:
        digits = "".join(c for c in found.words("decadal")[0].text if c.isdigit())
        if len(digits) == 4:
            return int(digits) if 1000 <= int(digits) <= 2100 else None
        return (1900 if int(digits) >= 20 else 2000) + int(digits) if found.first == "the" or "'" in found.text else None
    if "teens" in found:
        return int(found["teens"]) * 100 + int(found["decades"])
    if "decades" in found:
        return 1900 + int(found["decades"])
    if "decade_name" in found:
        return int(found["decade_name"])
    if "tens" in found.text:
        return 2010
    return 2000 if "thousands" in found.text else None


@grammar.rule("the? (early|mid|late)? -? {nth_of} -? century")
def century(found: Found) -> Meaning | None:
    nth = found["nth_of"]
    return Stated(Period("century", date((nth - 1) * 100 or 1, 1, 1))) if 2 <= nth <= 30 else None


@grammar.rule("(the|this|that|last|next|past|over the)? {shift}? weekend", "the {shift} weekend", "my weekend", "weekend")
def weekend(found: Found) -> Meaning | None:
    if found.first == "that":
        return Told("weekend")
    shift = -1 if "last" in found.text or "past" in found.text else 1 if "next" in found.text else found["shift"]
    return ThisWeekend() if shift in (None, 0) else Relative("weekend", shift)


class ThisWeekend:
    """"The weekend": the last one when the week is young and the tense not future."""

    def resolve(self, setting: Setting) -> Resolved | None:
        near, tense = setting.published, setting.tense
        back = near is not None and near.isoweekday() < (3 if tense is None else 6) and tense in (None, Tense.PAST)
        return Relative("weekend", -1 if back else 0).resolve(setting)


class Forward:
    """A time that is still to come, whatever the tense."""

    def __init__(self, inside: Meaning) -> None:
        self._inside = inside

    def resolve(self, setting: Setting) -> Resolved | None:
        return self._inside.resolve(replace(setting, tense=Tense.FUTURE))


@grammar.rule("week {number}", "the week {number}")
def numbered_week(found: Found) -> Meaning | None:
    number = int(found["number"])
    return Counted(number, "week", Relative("year", 0)) if 1 <= number <= 53 else None


@grammar.rule("year -? end", "the {unit} 's? end", "{unit} 's end", "year - end")
def year_end(found: Found) -> Meaning | None:
    if "unit" in found and found["unit"] != "year":
        return None
    if "-" in found.text:
        return Counted(31, "day", Counted(12, "month", Relative("year", 0)))
    return Edge("late", Relative("year", 0))


@grammar.rule("the? (past|recent|coming|upcoming|future|last) {plural_unit}", "the {plural_unit} (ahead|to come)")
def vague_stretch(found: Found) -> Meaning | None:
    """"Recent months" PXM, "coming weeks": nobody counted."""
    unit, text = found["plural_unit"], found.text.split()
    if unit in ("second", "minute", "night", "weekend"):
        return None
    if "recent" in text and unit not in ("year", "day"):
        return Length((Amount(None, unit),))
    if "ahead" in text or "come" in text:
        return Length((Amount(None, unit),))
    return Reference("PAST_REF" if set(text) & {"past", "recent", "last"} else "FUTURE_REF")


__all__ = ["containing", "grammar"]
_ = Yearless
