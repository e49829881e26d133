"""The units that measures are normalised to, as the window says them; any other unit is the article's own word."""

from __future__ import annotations

from ui.translation import mark, tr

UNITS = {
    "metre": (mark("metre"), mark("metres")),
    "kilometre": (mark("kilometre"), mark("kilometres")),
    "centimetre": (mark("centimetre"), mark("centimetres")),
    "millimetre": (mark("millimetre"), mark("millimetres")),
    "mile": (mark("mile"), mark("miles")),
    "nautical mile": (mark("nautical mile"), mark("nautical miles")),
    "yard": (mark("yard"), mark("yards")),
    "foot": (mark("foot"), mark("feet")),
    "inch": (mark("inch"), mark("inches")),
    "light-year": (mark("light-year"), mark("light-years")),
    "square metre": (mark("square metre"), mark("square metres")),
    "square kilometre": (mark("square kilometre"), mark("square kilometres")),
    "square mile": (mark("square mile"), mark("square miles")),
    "square foot": (mark("square foot"), mark("square feet")),
    "acre": (mark("acre"), mark("acres")),
    "hectare": (mark("hectare"), mark("hectares")),
    "litre": (mark("litre"), mark("litres")),
    "gallon": (mark("gallon"), mark("gallons")),
    "barrel": (mark("barrel"), mark("barrels")),
    "cubic metre": (mark("cubic metre"), mark("cubic metres")),
    "kilogram": (mark("kilogram"), mark("kilograms")),
    "gram": (mark("gram"), mark("grams")),
    "tonne": (mark("tonne"), mark("tonnes")),
    "pound": (mark("pound"), mark("pounds")),
    "ounce": (mark("ounce"), mark("ounces")),
    "second": (mark("second"), mark("seconds")),
    "minute": (mark("minute"), mark("minutes")),
    "hour": (mark("hour"), mark("hours")),
    "day": (mark("day"), mark("days")),
    "night": (mark("night"), mark("nights")),
    "week": (mark("week"), mark("weeks")),
    "month": (mark("month"), mark("months")),
    "quarter": (mark("quarter"), mark("quarters")),
    "year": (mark("year"), mark("years")),
    "decade": (mark("decade"), mark("decades")),
    "century": (mark("century"), mark("centuries")),
    "mile per hour": (mark("mile per hour"), mark("miles per hour")),
    "kilometre per hour": (mark("kilometre per hour"), mark("kilometres per hour")),
    "metre per second": (mark("metre per second"), mark("metres per second")),
    "knot": (mark("knot"), mark("knots")),
    "degree Celsius": (mark("degree Celsius"), mark("degrees Celsius")),
    "degree Fahrenheit": (mark("degree Fahrenheit"), mark("degrees Fahrenheit")),
    "degree": (mark("degree"), mark("degrees")),
    "watt": (mark("watt"), mark("watts")),
    "kilowatt": (mark("kilowatt"), mark("kilowatts")),
    "megawatt": (mark("megawatt"), mark("megawatts")),
    "gigawatt": (mark("gigawatt"), mark("gigawatts")),
    "kilowatt-hour": (mark("kilowatt-hour"), mark("kilowatt-hours")),
    "percentage point": (mark("percentage point"), mark("percentage points")),
    "basis point": (mark("basis point"), mark("basis points")),
}
"""Name in resources/lexicons/units.toml -> one of them, and several."""


def unit_words(unit: str, *, one: bool) -> str | None:
    """ "miles per hour" for "mile per hour"; None for a unit that is not among these."""
    known = UNITS.get(unit)
    return tr(known[0 if one else 1]) if known else None
