"""Times of day: "7:56 pm", "half past eight", "noon", "Tuesday morning", "5 p.m. EST on Nov. 9"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.analysis.dates.counting import Told
from factcheck.analysis.dates.meaning import Meaning, Relative, Repeating, Setting
from factcheck.analysis.dates.nesting import Clock, PartOfDay
from factcheck.analysis.dates.patterns import Found, Grammar
from factcheck.shipped import lexicon
from factcheck.values import TimexType

grammar = Grammar("clocktime")
parts = Grammar("daypart")
together = Grammar("time")


def clock(hour: int, minute: int | None, second: int | None, half: int | None, sure: bool = True) -> Clock | None:
    """A clock time; `half` 12 is p.m., 0 a.m., None unsaid."""
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return Clock(hour, minute, second, sure=sure or half is not None)


def _meridiem(found: Found) -> int | None:
    half: int | None = found["meridiem"]
    return half


@grammar.rule("(around|about)? {clock} {meridiem}? {zone}?", "{clock} (hours|hrs)")
def digital(found: Found) -> Meaning | None:
    parts_ = [int(p) for p in found.words("clock")[0].text.split(":")]
    return clock(parts_[0], parts_[1], parts_[2] if len(parts_) > 2 else None, _meridiem(found))


@grammar.rule("(at|around|about)? {dotted} {meridiem} {zone}?", "at {dotted} {zone}?")
def dotted(found: Found) -> Meaning | None:
    hour, minute = found.words("dotted")[0].text.split(".")
    return clock(int(hour), int(minute), None, _meridiem(found))


@grammar.rule(
    "(around|about)? {hour2} {meridiem} {zone}?",
    "(around|about)? {hour_word} {meridiem} {zone}?",
    "(around|about)? {hour2} - {hour2:to} {meridiem}",
)
def hour_and_half(found: Found) -> Meaning | None:
    return clock(_hour(found), None, None, _meridiem(found))


def _hour(found: Found) -> int:
    return int(found.words("hour2")[0].text) if "hour2" in found else int(found["hour_word"])


@grammar.rule("{hhmm} {meridiem}", "{hhmm} {zone}", "{hhmm} (hours|hrs)")
def run_together(found: Found) -> Meaning | None:
    digits = found.words("hhmm")[0].text
    return clock(int(digits[:-2]), int(digits[-2:]), None, _meridiem(found))


@grammar.rule("{hour_word} {minute_word} {meridiem}", "{hour_word} {minute_word} {meridiem}")
def spoken(found: Found) -> Meaning | None:
    return clock(_hour(found), int(found["minute_word"]), None, _meridiem(found))


@grammar.rule("({hour2}|{hour_word}) {oclock} {meridiem}?", "({hour2}|{hour_word}) {oclock} {meridiem}?")
def o_clock(found: Found) -> Meaning | None:
    return clock(_hour(found), None, None, _meridiem(found), sure=False)


@grammar.rule(
    "(a? {past_words} {any_unit}?) (past|after|to|before|of) ({hour2}|{hour_word}) {minute_word}? {meridiem}? {oclock}?"
)
def past_the_hour(found: Found) -> Meaning | None:
    words = [i.text for i in found.items]
    minutes = found["past_words"]
    if "any_unit" in found and found["any_unit"] != "minute":
        return None
    relation = next(w for w in words if w in ("past", "after", "to", "before", "of"))
    if relation in ("to", "before", "of", "after") and not ("any_unit" in found or "quarter" in words):
        return None
    past = _hour(found) * 60 + (found["minute_word"] or 0)
    past += -minutes if relation in ("to", "before", "of") else minutes
    return clock(past // 60 % 24 or 12, past % 60, None, _meridiem(found), sure=False)


@grammar.rule("(12|twelve)? {moment}", "mid -? day", "mid -? night", "(twelve)? {moment}")
def moment(found: Found) -> Meaning | None:
    text = found.get("moment", ("12:00" if "day" in found.text else "24:00"))
    return Clock(int(text[:2]))


@grammar.rule("{hour2} h {minute2}")
def french(found: Found) -> Meaning | None:
    return clock(_hour(found), int(found.words("minute2")[0].text), None, None)


@parts.rule("in the {part}", "(the|that|this|early|late|mid)? -? {part}")
def part(found: Found) -> Meaning | None:
    word = found.words("part")[0].text
    first = found.first
    if first in ("this", "that"):
        return PartOfDay(word, Relative("day", 0) if first == "this" else Told("day"))
    if word in ("mornings", "afternoons", "evenings", "nights"):
        return None
    return PartOfDay(word) if first in ("in", "the", "that", "early", "late", "mid") or len(found.items) == 1 else None


@parts.rule("last night", "overnight", makes="time")
def last_night(_: Found) -> Meaning:
    return PartOfDay("night", Relative("day", -1))


@parts.rule("tonight", makes="time")
def tonight(_: Found) -> Meaning:
    return PartOfDay("night", Relative("day", 0))


@parts.rule("(later|earlier|early|late)? this {part}", "(earlier|later) {part}", makes="time")
def this_part(found: Found) -> Meaning | None:
    return PartOfDay(found.words("part")[0].text, Relative("day", 0)) if "this" in found.text else None


# --- with a day beside them -----------------------------------------------------------------------


@together.rule("{date} ,? (in the|at)? {daypart}", "{daypart} ,? (of|on)? {date}", "{date} 's {daypart}")
def part_of_day(found: Found) -> Meaning | None:
    part_, day = found["daypart"], found["date"]
    return replace(part_, day=day) if part_.day is None and _a_day(day) else None


@together.rule(
    "the? (early|small|wee) {duration:hours} (of|on) {date} {daypart}?", "the early part of {date} {daypart}?"
)
def small_hours(found: Found) -> Meaning | None:
    if "hours" in found and found.words("hours")[0].text != "hours":
        return None
    return PartOfDay("small hours", found["date"]) if _a_day(found["date"]) else None


@together.rule("({hour2}|{hour_word}) {minute_word}? {daypart}", "{daypart} {hour_word} {minute_word}")
def hour_in_part(found: Found) -> Meaning | None:
    """ "8 in the morning": a bare hour is one only with "in the" behind it."""
    if found.words("daypart")[0].text.split()[0] != "in" or not isinstance(found["daypart"], PartOfDay):
        return None
    return _in_part(Clock(_hour(found), found["minute_word"], sure=False), found["daypart"], None)


@together.rule(
    "{date} ,? -? (at|around|about|for|by|from)? {clocktime}",
    "{clocktime} ,? (on|the)? {date}",
    "{clocktime} ({zone}|local|eastern|time)* ,? (on)? {date}",
)
def clock_on_day(found: Found) -> Meaning | None:
    time, day = found["clocktime"], found["date"]
    return replace(time, day=day) if isinstance(time, Clock) and _a_day(day) else None


@together.rule(
    "{time} ,? (at|around|about)? {clocktime}",
    "{clocktime} ,? (on)? {time}",
    "{date} {daypart} at {clocktime}",
    "{clocktime} {daypart} ,? (on)? {date}",
    "{clocktime} {daypart}",
    "{daypart} at? {clocktime}",
    "{clocktime} on {date} {daypart}",
)
def clock_in_part(found: Found) -> Meaning | None:
    """ "Tomorrow morning at 7", "8 in the evening": the part settles which half of the day the hour is in."""
    part_ = found.get("time", found["daypart"])
    time = found["clocktime"]
    if not isinstance(part_, PartOfDay) or not isinstance(time, Clock):
        return None
    return _in_part(time, part_, found.get("date", part_.day))


def _in_part(time: Clock, part_: PartOfDay, day: Meaning | None) -> Clock:
    """The clock time in the half of the day that the part names; twelve at night is midnight."""
    night = part_.part == "night"
    hour = 0 if night and time.hour == 12 else time.hour
    later = lexicon("dates")["parts"][part_.part]["hours"][0] >= 12
    return replace(time, hour=hour + 12 if later and 0 < hour < 12 else hour, day=day, sure=True)


@parts.rule(
    "{weekday_plural} ,? (and {weekday_plural:other})?",
    "{weekday_plural} {part}",
    "{weekday} {part:plural}",
    "(each|every) {weekday} {part}?",
    "(on)? {weekday_plural}",
    makes="set",
)
def every_weekday(found: Found) -> Meaning | None:
    day = found.get("weekday_plural", found["weekday"])
    word = found.words("part" if "part" in found else "plural")[0].text if "part" in found or "plural" in found else ""
    if "weekday_plural" not in found and found.first not in ("each", "every") and not word.endswith("s"):
        return None
    code = lexicon("dates")["parts"][word]["code"] if word else ""
    return Repeating(f"XXXX-WXX-{day}" + (f"T{code}" if code else ""))


def _a_day(day: Meaning) -> bool:
    """True for meanings that can be one day."""
    made = day.resolve(PROBE)
    return made is not None and made.period is not None and made.period.unit == "day" and made.type is TimexType.DATE


PROBE = Setting(date(2000, 1, 3))
