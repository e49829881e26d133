"""Seasons, quarters, halves, fiscal years, decades and centuries: "last summer", "Q3 2016", "the early 1990s"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.analysis.dates.calendar import SEASON_START, Period
from factcheck.analysis.dates.counting import Amount, LatestQuarter, YearBack
from factcheck.analysis.dates.lengths import Length
from factcheck.analysis.dates.meaning import Meaning, Recurring, Relative, Stated
from factcheck.analysis.dates.nesting import Counted, Edge, Inside
from factcheck.analysis.dates.patterns import Found, Grammar

grammar = Grammar("date")


@grammar.rule(
    "(the|this)? {shift} {season}",
    "this {shift} {season}",
    "the? {season}",
    "this {season}",
    "{season} {shift} {unit}",
    "{season} of {shift} {unit}",
    "mid -? {season}",
)
def season(found: Found) -> Meaning | None:
    code = found["season"]
    if "unit" in found:
        return Inside(code, SEASON_START[code], Relative("year", found["shift"])) if found["unit"] == "year" else None
    shift = found.get("shift", (0 if found.first == "this" else None))
    if found.words("season")[0].text in ("fall", "spring") and shift is None and found.first != "the":
        return None
    past = found.first == "this" and shift == -1 and len(found) == 3
    return Recurring(code, SEASON_START[code], None if past else shift)


@grammar.rule("the? {season} (of|in|,)? {year}")
def season_and_year(found: Found) -> Meaning:
    return Inside(found["season"], SEASON_START[found["season"]], Stated(Period("year", date(found["year"], 1, 1))))


@grammar.rule(
    "(the|its|their|his|a|this|our)? ({edge:ignored}|flat|fiscal)? -? {nth_of} -? {unit}",
    "q -? {four}",
    "h -? {four:half}",
    "the? {nth_of} {unit} {unit_plural:none}?",
)
def quarter(found: Found) -> Meaning | None:
    """ "The third quarter" is the last one that has begun. Fiscal years are told as calendar ones."""
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
    unit = found["unit"]
    if year is None or unit not in ("week", "month", "day", "weekend"):
        return None
    return Counted(found["nth_of"], str(unit), year)


@grammar.rule(
    "the {nth_of} two quarters of {year}", "{nth_of} two quarters of {year}", "the? {nth_of} six months of {year}"
)
def half_by_quarters(found: Found) -> Meaning | None:
    first = {1: 1, -1: 7}.get(found["nth_of"])
    return Inside("half", first, Stated(Period("year", date(found["year"], 1, 1)))) if first else None


@grammar.rule(
    "the latest (quarter|period)",
    "latest (quarter|period)",
)
def latest_quarter(_: Found) -> Meaning:
    return LatestQuarter()


@grammar.rule("the latest fiscal? year")
def latest_year(_: Found) -> Meaning:
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


@grammar.rule("the {year} (quarter|period)")
def quarter_in_year(found: Found) -> Meaning:
    return LatestQuarter(year=found["year"])


@grammar.rule("(the|its|their)? fiscal year", makes="duration")
def some_fiscal_year(_: Found) -> Meaning:
    return Length((Amount(Decimal(1), "year"),))


@grammar.rule("the? fiscal (year)? {year}", "fy {year}", "(the|this)? (full|entire|whole) {unit}", "all of {year}")
def fiscal_year(found: Found) -> Meaning | None:
    if "unit" in found:
        return Relative("year", 0) if found["unit"] == "year" and found.first in ("the", "this") else None
    return Stated(Period("year", date(found["year"], 1, 1)))


@grammar.rule(
    "the? (early|mid|late)? -? {decadal}",
    "the? (early|mid|late)? -? {number} 's",
    "(the|her|his) {decades}",
    "(the|their)? (early|mid|late)? -? {teens} -? {decades}",
    "the {decade_name}",
    "the two thousand and tens",
    "the twenty -? tens",
    "the two thousands",
)
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
        return (
            (1900 if int(digits) >= 20 else 2000) + int(digits) if found.first == "the" or "'" in found.text else None
        )
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
