"""A time inside or beside another: "early next year", "the end of 1990", "the first Friday of July", "July 3-5"."""

from __future__ import annotations

from datetime import date
from typing import TypeGuard

from factcheck.analysis.dates.calendar import Period
from factcheck.analysis.dates.counting import Away
from factcheck.analysis.dates.lengths import Length
from factcheck.analysis.dates.meaning import Meaning, OnWeekday, Relative, Stated, Yearless
from factcheck.analysis.dates.nesting import Between, Containing, Counted, Edge
from factcheck.analysis.dates.patterns import Found, Grammar

grammar = Grammar("date")
ranges = Grammar("date")


@grammar.rule("(early|earlier|late|later|mid|sometime) -? (on|in|this)? {date}", "the (early|late|mid) -? {date}")
def edge(found: Found) -> Meaning:
    word = found.first if found.first != "the" else found.second
    return Edge(word, found["date"])


@grammar.rule(
    "(the|at the)? (beginning|start|end|middle|close|turn|outset|rest|remainder) of {date}",
    "(much|most|part|all|some|a good part) of {date}",
    "(about|around|approximately) {date}",
)
def stretch_of(found: Found) -> Meaning:
    words = [w for w in found.text.split() if w in STRETCH]
    return Edge(STRETCH[words[0]], found["date"]) if words else found["date"]


STRETCH = {"beginning": "early", "start": "early", "outset": "early", "end": "late", "close": "late", "middle": "mid",
           "rest": "rest", "remainder": "rest"}  # fmt: skip


@grammar.rule("the? {nth_of} {date:day} (of|in) {date}")
def nth_weekday_inside(found: Found) -> Meaning | None:
    day = found["day"]
    if not isinstance(day, OnWeekday) or day.shift is not None:
        return None
    return Counted(found["nth_of"], "day", found["date"], day.weekday)


@grammar.rule("{duration} of {date}")
def last_inside(found: Found) -> Meaning | None:
    """ "The last week of July": of a month it is no week that ends now."""
    words = found.words("duration")[0].text.split()
    if words[:2] != ["the", "last"] or words[2] not in ("day", "week", "weekend", "month") or len(words) > 3:
        return None
    return Counted(-1, words[2], found["date"])


@grammar.rule("the? {nth_of} {any_unit} (of|in)? {date}", "the? {nth_of} full {any_unit} (of|in) {date}")
def nth_inside(found: Found) -> Meaning | None:
    unit = found["any_unit"]
    return Counted(found["nth_of"], unit, found["date"]) if unit in ("day", "week", "weekend", "month") else None


@grammar.rule("{date:week} (commencing|starting|beginning) on? {date}", "{date:week} of {date}")
def week_of(found: Found) -> Meaning | None:
    unit = found.words("week")[0].text.removeprefix("the ").removesuffix(" of")
    if unit not in ("week", "weekend"):
        return None
    return Containing(unit, found["date"])


@grammar.rule("a {any_unit} (from|after) {date}", "{duration} (from|after) {date}")
def after(found: Found) -> Meaning | None:
    if "duration" not in found:
        return None
    length = found["duration"]
    if not _counted(length):
        return None
    return Away(length.amounts, 1, found["date"])


@grammar.rule("{duration} (before|prior to) {date}")
def before(found: Found) -> Meaning | None:
    length = found["duration"]
    if not _counted(length):
        return None
    return Away(length.amounts, -1, found["date"])


def _counted(length: Meaning) -> TypeGuard[Length]:
    return isinstance(length, Length) and not length.towards and all(a.count is not None for a in length.amounts)


# --- ranges told as one phrase --------------------------------------------------------------------


@ranges.rule(
    "(from|between)? {month} (between)? {monthday:first} (-|to|and|through|until|till) {monthday:last} (,? {year})?",
    "(from|between)? the? {monthday:first} (-|to|and|through|until|till) the? {monthday:last} of? {month} (,? {year})?",
    "(from|between) {monthday:first} (-|to|and|through|until|till) {month} {monthday:last} (,? {year})?",
)
def days_of_month(found: Found) -> Meaning | None:
    first, last = found["first"], found["last"]
    if first >= last:
        return None
    if "year" in found:
        try:
            days = [Stated(Period("day", date(found["year"], found["month"], n))) for n in (first, last)]
        except ValueError:
            return None
        return Between(*days)
    return Between(Yearless(found["month"], first), Yearless(found["month"], last))


@ranges.rule("(from|between)? {monthday:first} (-|to|and|through|until|till) {monthday:last} (of|in)? {shift} {unit}")
def days_of_shifted(found: Found) -> Meaning | None:
    if found["unit"] != "month" or found["first"] >= found["last"]:
        return None
    month = Relative("month", found["shift"])
    return Between(Counted(found["first"], "day", month), Counted(found["last"], "day", month))
