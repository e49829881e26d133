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
    Text,
    TimeExpression,
    Value,
)
from ui.card.units import unit_words
from ui.days import stretch_words, time_words
from ui.translation import mark, tr

_MEANT = {
    Modifier.EXACT: "{number}",
    Modifier.ABOUT: mark("about {number}"),
    Modifier.MORE: mark("more than {number}"),
    Modifier.AT_LEAST: mark("at least {number}"),
    Modifier.LESS: mark("less than {number}"),
    Modifier.AT_MOST: mark("at most {number}"),
    Modifier.RANGE: "{number}",
}
_CHANGED = {"up": mark("up by {amount}"), "down": mark("down by {amount}")}
_PLURALS = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "percentage": "%"}
_UNCHANGED = ("people", "police", "percent", "%", "series", "aircraft", "staff", "crew")
_LENGTHS = {
    "Y": (mark("{number} year"), mark("{number} years")),
    "M": (mark("{number} month"), mark("{number} months")),
    "W": (mark("{number} week"), mark("{number} weeks")),
    "D": (mark("{number} day"), mark("{number} days")),
    "H": (mark("{number} hour"), mark("{number} hours")),
    "TM": (mark("{number} minute"), mark("{number} minutes")),
    "S": (mark("{number} second"), mark("{number} seconds")),
}


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
        case Text(words=words):
            return words


def _quantity(quantity: Quantity) -> str:
    """A unit of measure is the window's word; any other is the article's own, and English like the article."""
    said, unit = _amount(quantity), quantity.unit or quantity.noun or ""
    if not said:
        return ""
    one = quantity.number == 1
    amount = f"{said} {unit_words(unit, one=one) or (unit if one else _plural(unit))}".strip()
    changed = _CHANGED.get(quantity.change or "")
    return tr(changed, amount=amount) if changed else amount


def _amount(quantity: Quantity) -> str:
    number, low, high = quantity.number, quantity.low, quantity.high
    if number is not None:
        return tr(_MEANT[quantity.modifier], number=_number(number))
    if low is not None and high is not None:
        return tr("{first} to {last}", first=_number(low), last=_number(high))
    if low is not None:
        return tr("from {number}", number=_number(low))
    return tr("up to {number}", number=_number(high)) if high is not None else ""


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
    first_day, last_day = (day.isoformat() for day in days)
    figures = tr("{first} to {last}", first=first_day, last=last_day) if first_day != last_day else first_day
    told = time_words(first, last) if days[0] == days[1] and "T" in (time.start or "") else stretch_words(*days)
    return f"{figures} · {told}"


def _duration(timex: str) -> str:
    """ "PT6H" is "6 hours"; "" for what is no length of so many units, like "now" or "months"."""
    found = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])", timex)
    if found is None:
        return ""
    one, many = _LENGTHS["TM" if found[1] and found[3] == "M" else found[3]]
    return tr(one if found[2] == "1" else many, number=found[2])


def _moment(iso: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(iso) if iso else None
    except ValueError:
        return None  # a year before 1 or after 9999


def _statement(statement: Statement) -> str:
    about = " ".join((statement.predicate, *statement.arguments))
    said = about if statement.polarity else tr("not: {statement}", statement=about)
    return f"{said} ({statement.modality})" if statement.modality not in ("", "asserted") else said
