"""A time inside or beside another: "early next year", "the end of 1990", "the first Friday of July", "July 3-5"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.analysis.dates.calendar import Period
from factcheck.analysis.dates.lengths import Length
from factcheck.analysis.dates.meaning import Away, Between, Counted, Edge, Meaning, OnWeekday, Relative, Stated, Yearless
from factcheck.analysis.dates.patterns import Found, Grammar

grammar = Grammar("date")
ranges = Grammar("date")


@grammar.rule("(early|earlier|late|later|mid|sometime) -? (on|in|this)? {date}", "the (early|late|mid) -? {date}")
def edge(found: Found) -> Meaning:
    word = found.first if found.first != "the" else found.second
    return Edge(word, found["date"])


@grammar.rule(
    "(the|at the)? (beginning|start|end|middle|close|turn|outset|rest|remainder) of? {date}",
    "(much|most|part|all|some|a good part) of {date}",
    "(about|around|approximately) {date}",
)
def stretch_of(found: Found) -> Meaning:
    words = [w for w in found.text.split() if w in STRETCH]
    return Edge(STRETCH[words[0]], found["date"]) if words else found["date"]


STRETCH = {"beginning": "early", "start": "early", "outset": "early", "end": "late", "close": "late", "middle": "mid",
           "rest": "rest", "remainder": "rest"}  # fmt: skip


@grammar.rule("the? {nth_of} {weekday} (of|in) {date}", "the? {nth_of} {any_unit} (of|in)? {date}",
              "the? {nth_of} full {any_unit} (of|in) {date}")  # fmt: skip
def nth_inside(found: Found) -> Meaning | None:
    if "weekday" in found:
        return Counted(found["nth_of"], "day", found["date"], found["weekday"])
    unit = found["any_unit"]
    return Counted(found["nth_of"], unit, found["date"]) if unit in ("day", "week", "weekend", "month") else None


@grammar.rule("the? (week|month|weekend|year) (of|commencing|starting|beginning) on? {date}")
def week_of(found: Found) -> Meaning:
    unit = next(w for w in found.text.split() if w in ("week", "month", "weekend", "year"))
    return Containing(unit, found["date"])


class Containing:
    """The calendar unit that holds another time: "the week of November 30th"."""

    def __init__(self, unit: str, day: Meaning) -> None:
        self._unit, self._day = unit, day

    def resolve(self, setting):  # type: ignore[no-untyped-def]
        from factcheck.analysis.dates.calendar import containing
        from factcheck.analysis.dates.meaning import UNKNOWN, Resolved, named

        inner = self._day.resolve(setting)
        if inner is None or inner.period is None:
            return Resolved(UNKNOWN[self._unit])
        return named(containing(self._unit, inner.period.start), inner.anchor)


@grammar.rule("a {any_unit} (from|after) {date}", "{duration} (from|after) {date}")
def after(found: Found) -> Meaning | None:
    if "duration" not in found:
        return None
    length = found["duration"]
    return Away(length.amounts, 1, found["date"]) if isinstance(length, Length) and not length.towards else None


@grammar.rule("{duration} (before|prior to) {date}")
def before(found: Found) -> Meaning | None:
    length = found["duration"]
    return Away(length.amounts, -1, found["date"]) if isinstance(length, Length) and not length.towards else None


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


__all__ = ["OnWeekday", "grammar", "ranges", "replace"]
