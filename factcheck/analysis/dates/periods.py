"""Days, weekdays, weeks, months and years told from now: "yesterday", "last Friday", "next week", "that year"."""

from __future__ import annotations

from factcheck.analysis.dates.counting import Amount, LatestQuarter, Told, Unanchored
from factcheck.analysis.dates.lengths import Length
from factcheck.analysis.dates.meaning import Ahead, Meaning, OnWeekday, Recurring, Reference, Relative, Weekend
from factcheck.analysis.dates.nesting import Counted, Edge
from factcheck.analysis.dates.patterns import Found, Grammar

grammar = Grammar("date")


@grammar.rule("today", "the? current day", "this day", "this very day")
def today(_: Found) -> Meaning:
    return Relative("day", 0)


@grammar.rule("yesterday")
def yesterday(_: Found) -> Meaning:
    return Relative("day", -1)


@grammar.rule("tomorrow", "tmrw")
def tomorrow(_: Found) -> Meaning:
    return Relative("day", 1)


@grammar.rule("the? day before yesterday")
def before_yesterday(_: Found) -> Meaning:
    return Relative("day", -2)


@grammar.rule("the? day after (tomorrow|tmrw)")
def after_tomorrow(_: Found) -> Meaning:
    return Relative("day", 2)


@grammar.rule(
    "(the|this|these)? {shift} {unit}", "this {shift} {unit}", "(the|this) {unit}", "the {shift} fiscal {unit}"
)
def shifted_unit(found: Found) -> Meaning | None:
    """ "Last week", "this year", "the current quarter"; "the week" is this one."""
    unit = _calendar_unit(found)
    shift = found.get("shift", 0)
    if unit is None or (unit == "day" and found.words("unit")[0].text == "day" and shift):
        return None
    bare = "shift" not in found
    if found.first == "the" and not bare and found.words("shift")[0].text in ("last", "past") and unit != "weekend":
        return None  # "the last week" ends now; "last week" is a week of the calendar
    if unit == "weekend" and shift == 0:
        return None  # read below: a weekend looks back until the middle of the week
    if unit == "quarter" and bare and found.first == "the":
        return LatestQuarter()
    if bare and unit == "day":
        return Unanchored("day") if found.first == "the" else Relative("day", 0)
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
    """ "The week before (the crash)": what it stands beside is an event, which has no date here."""
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
        return Told("day", 1, found["weekday"]) if found.first == "the" else Ahead(OnWeekday(found["weekday"]))
    return OnWeekday(found["weekday"], shift)


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
    shift = found.get("shift", 1)
    return Counted(1, "day", Relative("week", shift), found["weekday"])


@grammar.rule(
    "(the|this)? {shift} {month}", "this {shift} {month}", "{month} {shift} {unit}", "{month} of {shift} {unit}"
)
def shifted_month(found: Found) -> Meaning | None:
    if "unit" in found:
        if found["unit"] != "year":
            return None
        return Counted(found["month"], "month", Relative("year", found["shift"]))
    return Recurring("month", found["month"], found["shift"])


@grammar.rule("{month} {monthday} ,? (of|in)? {shift} {unit}", "the? {monthday} of {shift} {unit}")
def day_of_shifted(found: Found) -> Meaning | None:
    if "month" in found:
        if found["unit"] != "year":
            return None
        return Counted(found["monthday"], "day", Counted(found["month"], "month", Relative("year", found["shift"])))
    return Counted(found["monthday"], "day", Relative("month", found["shift"])) if found["unit"] == "month" else None


@grammar.rule("(the|this|that|last|next|past)? {shift}? weekend", "the {shift} weekend", "my weekend", "weekend")
def weekend(found: Found) -> Meaning | None:
    if found.first == "that":
        return Told("weekend")
    shift = -1 if "last" in found.text or "past" in found.text else 1 if "next" in found.text else found["shift"]
    return Weekend() if shift in (None, 0) else Relative("weekend", shift)


@grammar.rule("week {number}", "the week {number}")
def numbered_week(found: Found) -> Meaning | None:
    number = int(found["number"])
    return Counted(number, "week", Relative("year", 0)) if 1 <= number <= 53 else None


@grammar.rule("year -? end", "the {unit} 's? end", "{unit} 's end", "the? year - end")
def year_end(found: Found) -> Meaning | None:
    if "unit" in found and found["unit"] != "year":
        return None
    if "-" in found.text:
        return Counted(31, "day", Counted(12, "month", Relative("year", 0)))
    return Edge("late", Relative("year", 0))


@grammar.rule("the? (past|recent|coming|upcoming|future|last) {plural_unit}", "the {plural_unit} (ahead|to come)")
def vague_stretch(found: Found) -> Meaning | None:
    """ "Recent months" PXM, "coming weeks": nobody counted."""
    unit, text = found["plural_unit"], found.text.split()
    if unit in ("second", "minute", "night", "weekend"):
        return None
    if "recent" in text and unit not in ("year", "day"):
        return Length((Amount(None, unit),))
    if "ahead" in text or "come" in text:
        return Length((Amount(None, unit),))
    return Reference("PAST_REF" if set(text) & {"past", "recent", "last"} else "FUTURE_REF")
