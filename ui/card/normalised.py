"""What a claim comes to once its wording is set aside, as a person reads it: "3 cosmonauts", "4.5 %". Pure."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from factcheck.values import (
    Attribution,
    Modifier,
    Name,
    Quantity,
    Quotation,
    Statement,
    TimeExpression,
    Value,
)
from ui.days import stretch_words, time_words
from ui.translation import tr

_MEANT = {
    Modifier.EXACT: "",
    Modifier.ABOUT: "about ",
    Modifier.MORE: "more than ",
    Modifier.AT_LEAST: "at least ",
    Modifier.LESS: "less than ",
    Modifier.AT_MOST: "at most ",
    Modifier.RANGE: "",
}
_PLURALS = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "percentage": "%"}
_UNCHANGED = ("people", "police", "percent", "%", "series", "aircraft", "staff", "crew")
_LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}


def value_words(value: Value) -> str:
    """The normalised value in words; "" when it has none that says more than the article."""
    match value:
        case Quantity():
            return _quantity(value)
        case TimeExpression():
            return _time(value)
        case Quotation(speaker=speaker):
            return tr("said by {speaker}", speaker=speaker) if speaker else tr("speaker not named")
        case Attribution(speaker=speaker):
            return tr("given to {speaker}", speaker=speaker) if speaker else tr("given to nobody by name")
        case Name(canonical=name, role=role):
            return f"{name}, {role}" if role else name
        case Statement():
            return _statement(value)


def _quantity(quantity: Quantity) -> str:
    unit = quantity.unit or quantity.noun or ""
    if quantity.number is not None:
        said = _MEANT[quantity.modifier] + _number(quantity.number)
    elif quantity.low is not None and quantity.high is not None:
        said = f"{_number(quantity.low)} to {_number(quantity.high)}"
    elif quantity.low is not None or quantity.high is not None:
        bound = quantity.low if quantity.low is not None else quantity.high
        said = ("from " if quantity.low is not None else "up to ") + _number(bound or Decimal(0))
    else:
        return ""
    change = {"up": "up by ", "down": "down by "}.get(quantity.change or "", "")
    return f"{change}{said} {unit if quantity.number == 1 else _plural(unit)}".strip()


def _number(number: Decimal) -> str:
    """With commas, and no more decimals than it has: 1,200,000 or 4.5."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plural(unit: str) -> str:
    if unit in _PLURALS:
        return _PLURALS[unit]
    if not unit or unit in _UNCHANGED or not unit.isalpha() or unit.isupper():
        return unit
    if unit.endswith("y") and unit[-2:-1] not in tuple("aeiou"):
        return f"{unit[:-1]}ies"
    return unit + ("es" if unit.endswith(("s", "x", "ch", "sh")) else "s")


def _time(time: TimeExpression) -> str:
    """In figures, to be compared at a glance, and in words with the day of the week."""
    first, last = _moment(time.start), _moment(time.end)
    if first is None or last is None:
        return _duration(time.timex)
    days = first.date(), last.date()
    figures = " to ".join(dict.fromkeys(day.isoformat() for day in days))
    told = time_words(first, last) if days[0] == days[1] and "T" in (time.start or "") else stretch_words(*days)
    return f"{figures} · {told}"


def _duration(timex: str) -> str:
    """ "PT6H" is "6 hours"; "" for what is no length of so many units, like "now" or "months"."""
    found = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])", timex)
    if found is None:
        return ""
    unit = "minute" if found[1] and found[3] == "M" else _LENGTHS[found[3]]
    return f"{found[2]} {unit if found[2] == '1' else _plural(unit)}"


def _moment(iso: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(iso) if iso else None
    except ValueError:
        return None  # a year before 1 or after 9999


def _statement(statement: Statement) -> str:
    about = " ".join((statement.predicate, *statement.arguments))
    said = about if statement.polarity else f"not: {about}"
    return f"{said} ({statement.modality})" if statement.modality not in ("", "asserted") else said
