"""Days, months and years by name and number: "Monday, Oct. 13", "the 27th", "March 1996", "2016-11-04"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from factcheck.analysis.dates.calendar import Period, a_date, add, easter, nth_weekday
from factcheck.analysis.dates.meaning import Meaning, Resolved, Setting, Stated, Yearless, named
from factcheck.analysis.dates.nesting import Between, Clock, Containing
from factcheck.analysis.dates.patterns import Found, Grammar
from factcheck.shipped import lexicon

grammar = Grammar("date")


@grammar.rule(
    "({weekday} ,?)? {month} -? {monthday} ,? {year}",
    "({weekday} ,?)? {month} {monthday} of {year}",
    "({weekday} ,?)? (the? {monthday:monthday}) .? of? {month} ,? {year}",
    "({weekday} ,?)? {year} {month} {monthday}",
)
def full_date(found: Found) -> Meaning | None:
    return _stated_day(found["year"], found["month"], found["monthday"])


def _stated_day(year: int, month: int, day: int) -> Meaning | None:
    found = a_date(year, month, day)
    return Stated(Period("day", found)) if found else None


@grammar.rule(
    "((the|this|last|next|coming|past)* {weekday} ,?)? {month} (-|/)? {monthday}",
    "({weekday} ,?)? the? {day_ordinal:monthday} (of|day of) {month}",
    "({weekday} ,?)? {numbered_day:monthday} of? {month}",
)
def day_and_month(found: Found) -> Meaning | None:
    words = found.words("monthday")
    # "May one" reads like a verb; a day in words is an ordinal or stands alone.
    if len(words) == 1 and words[0].classes & {"ones", "teens", "tens"} and found["month"] in (3, 5):
        return None
    return Yearless(found["month"], found["monthday"], found["weekday"])


@grammar.rule("{weekday} ,? (the {numbered_day:monthday}|{day_ordinal:monthday2})")
def weekday_and_day(found: Found) -> Meaning | None:
    return Yearless(None, found["monthday"] or found["monthday2"], found["weekday"])


@grammar.rule("the (week|weekend) (of|commencing|starting|beginning) the {nth:monthday}")
def week_of_day(found: Found) -> Meaning | None:
    day = int(found.words("monthday")[0].text[:-2])
    return Containing(found.second, Yearless(None, day)) if 1 <= day <= 31 else None


@grammar.rule("(on|of|by|since|until|before|after|for) the {nth:monthday}")
def day_of_some_month(found: Found) -> Meaning | None:
    day = int(found.words("monthday")[0].text[:-2])
    return Yearless(None, day) if 1 <= day <= 31 else None


@grammar.rule("{month} ,? (of|in)? {year}", "{year} ,? {month}", "{month} ' {year2}", "{month} {year2}")
def month_and_year(found: Found) -> Meaning | None:
    year = found["year"]
    if year is None:
        short = int(found.words("year2")[0].text)
        if short <= 31 and not (found.words("year2")[0].text.startswith("0")):
            return None
        year = 1900 + short if short > 40 else 2000 + short
    return Stated(Period("month", date(year, found["month"], 1)))


@grammar.rule("{month}")
def month(found: Found) -> Meaning | None:
    return Yearless(found["month"])


@grammar.rule("the year {year}", "calendar {year}", "{edge} {year}", "{year}")
def year(found: Found) -> Meaning | None:
    if not 1 <= found["year"] <= 2100:
        return None
    return Stated(Period("year", date(found["year"], 1, 1)))


@grammar.rule("the? year {number}")
def early_year(found: Found) -> Meaning | None:
    number = int(found["number"])
    return Stated(Period("year", date(number, 1, 1))) if 100 <= number <= 2100 else None


@grammar.rule("{year4} (-|/) {month2}", "{month2} (-|/) {year4}", "{year4} (-|/) {year2}", makes="date")
def numeric_month(found: Found) -> Meaning | None:
    """ "2016-11" is a month; "2011-12", which could be two years running, is those."""
    year = int(found.words("year4")[0].text)
    if "year2" in found or (found.words("year4")[0].start < found.words("month2")[0].start):
        short = int(found.words("year2" if "year2" in found else "month2")[0].text)
        if short > year % 100:
            return Between(_year(year), _year(year - year % 100 + short))
        if "year2" in found:
            return None
    return Stated(Period("month", date(year, int(found.words("month2")[0].text), 1)))


def _year(year: int) -> Stated:
    return Stated(Period("year", date(year, 1, 1)))


@grammar.rule("{ymd}")
def numeric_date(found: Found) -> Meaning | None:
    """ "2015/08/12", "02/22/2016", "21/04/16", "13.5.2015": month before day unless only the other order is a date."""
    text = found.words("ymd")[0].text
    parts = re.split(r"[/.-]", text)
    a, b, c = map(int, parts)
    if len(parts[0]) == 4:
        return _stated_day(a, b, c)
    if len(parts[2]) == 4:
        orders = [(c, a, b), (c, b, a)]
    elif len(parts[2]) == 2 and "." not in text:
        year = 2000 + c if c <= 40 else 1900 + c
        orders = [(year, a, b), (year, b, a)]
    else:
        return None
    return next((m for m in (_stated_day(*order) for order in orders) if m), None)


@grammar.rule("{iso}", makes="time")
def iso_moment(found: Found) -> Meaning | None:
    """ "2016-12-16T12:23:59"."""
    day, clock = found.words("iso")[0].text.rstrip("z").split("t")
    year, month, number = map(int, day.split("-"))
    hour, minute, second = [*map(int, clock.split(":")), 0][:3]
    stated = _stated_day(year, month, number)
    return Clock(hour, minute, second, stated) if stated and hour < 24 and minute < 60 and second < 60 else None


@grammar.rule("{named}")
def iso_with_name(found: Found) -> Meaning | None:
    year, name, day = re.split(r"[/-]", found.words("named")[0].text)
    month = lexicon("dates")["months"].get(name)
    return _stated_day(int(year), month, int(day)) if month else None


@grammar.rule(
    "(post|pre) - {month} {monthday}", "{month} {monthday} (terror|terrorist)? (attacks|hijackings|hijackers)"
)
@grammar.rule("{month2:month} / {day2:monthday}")
def nine_eleven(found: Found) -> Meaning | None:
    """ "9/11", "post-Sept. 11", "the Sept. 11 attacks" are of 2001, whenever they are spoken of."""
    if (int(found["month"]), int(found["monthday"])) == (9, 11):
        return _stated_day(2001, 9, 11)
    return None


@grammar.rule("on {month2} / {day2}")
def slash_day(found: Found) -> Meaning | None:
    return Yearless(int(found.words("month2")[0].text), int(found.words("day2")[0].text))


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A holiday: "Thanksgiving", "Easter 2019", "Christmas Day"."""

    name: str
    year: int | None

    def resolve(self, setting: Setting) -> Resolved | None:
        if self.year is not None:
            return named(Period("day", self._in(self.year)))
        if setting.published is None:
            fixed = lexicon("dates")["named_days"][self.name]
            return Resolved(f"XXXX-{fixed['month']:02}-{fixed['day']:02}" if "day" in fixed else "XXXX-XX-XX")
        near = setting.published
        every = [Period("day", self._in(near.year + n)) for n in (-1, 0, 1) if 1600 <= near.year + n <= 9998]
        # Whatever the tense, people speak of the holiday that is near.
        found = min(every, key=lambda day: abs((day.start - near).days), default=None)
        return named(found, setting.anchor) if found else None

    def _in(self, year: int) -> date:
        rule = lexicon("dates")["named_days"][self.name]
        if "easter" in rule:
            return add(easter(year), days=rule["easter"])
        if "nth" in rule:
            first = date(year, rule["month"], 1)
            found = nth_weekday(first, Period("month", first).end, rule["weekday"], rule["nth"])
            assert found is not None
            return add(found, days=1) if self.name == "black friday" else found
        return date(year, rule["month"], rule["day"])


def _named_day_rule(name: str) -> None:
    words = name.replace("'s", " 's")

    @grammar.rule(f"{words} {{year}}?", f"{words} of {{year}}")
    def named_day(found: Found) -> Meaning | None:
        year = found["year"]
        return NamedDay(name, year) if year is None or 1600 <= year <= 2100 else None


for _name in lexicon("dates")["named_days"]:
    _named_day_rule(_name)
