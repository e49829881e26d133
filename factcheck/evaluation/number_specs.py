"""How the number, range, percent, ordinal, currency, dimension, age and temperature cases are put to our grammar."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from factcheck.analysis import numbers
from factcheck.analysis.numbers import Form
from factcheck.analysis.quantities import amounts, exclusions, units
from factcheck.analysis.quantities.amounts import Amount
from factcheck.analysis.quantities.units import MONEY, PERCENT, Unit
from factcheck.evaluation.specs import Answer, Case, Model, Wanted
from factcheck.values import Modifier

# Cases that contradict what the program promises, by what they ask for.
_CODE = "digits of an address, a date or a telephone number as separate numbers: they are no quantities here"
_COMMA = "decimal commas: two readings in English, so unresolved here"
_RELATIVE = "last, next, previous: a place in a sequence, not a number"
_BARE = "a unit without a number"


def _close(value: str) -> Decimal | str:
    """To 12 significant digits: the files round thirds to 15."""
    try:
        return +Decimal(f"{Decimal(value):.11e}")
    except InvalidOperation:
        return value


def _number_inapplicable(case: Case) -> str | None:
    if re.search(r"\d+\.\d+\.\d+|\d/\d+/\d|\d-\d{3}-\d{4}|\d{3}-\d{4}/", case.text):
        return _CODE
    if re.search(r"\d\.\d{3},\d|\b\d+,\d{1,2}(?!\d|,)", case.text) and not re.search(
        r"\d,\d\d,\d{3}|,\d\d,\d\d,", case.text
    ):
        return _COMMA
    return None


def _number_expected(case: Case) -> Answer:
    return frozenset((w.start, w.end, _close(w.value["value"])) for w in case.wanted)


def _number_found(case: Case) -> Answer:
    kept = (n for n in numbers.find(case.text) if n.form is not Form.ORDINAL and n.value is not None)
    return frozenset((n.span.start, n.span.end, _close(str(n.value))) for n in kept if not numbers.glued(case.text, n))


def _ordinal_inapplicable(case: Case) -> str | None:
    if any("relative" in w.type or w.value.get("relativeTo") != "start" for w in case.wanted if w.value):
        return _RELATIVE
    return None


def _ordinal_expected(case: Case) -> Answer:
    return frozenset((w.start, w.end, _close(w.value["value"])) for w in case.wanted)


def _ordinal_found(case: Case) -> Answer:
    kept = (n for n in numbers.find(case.text) if n.form is Form.ORDINAL)
    return frozenset((n.span.start, n.span.end, _close(str(n.value))) for n in kept)


# --- ranges ---------------------------------------------------------------------------------------


def _range_expected(case: Case) -> Answer:
    """(start, end, low, high, low allowed, high allowed); the files write "[20,30)" for every plain range."""
    return frozenset((w.start, w.end, *_interval(w.value["value"])) for w in case.wanted)


def _interval(written: str) -> tuple[Decimal | str | None, Decimal | str | None, bool, bool]:
    low, high = written[1:-1].split(",")
    return _close(low) if low else None, _close(high) if high else None, written[0] == "[", written[-1] == "]"


def _range_found(case: Case) -> Answer:
    return frozenset(_bounds(a) for a in amounts.find(case.text) if a.whole != a.span or _two_ended(a))


def _two_ended(amount: Amount) -> bool:
    return amount.modifier is Modifier.RANGE


def _bounds(a: Amount) -> tuple[object, ...]:
    if a.modifier is Modifier.EXACT and a.number is not None:
        low, high = a.number, a.number
        return (*_reach(a), _close(str(low)), _close(str(high)), True, True)
    low_in, high_in = a.low is not None and a.low_in, a.high is not None and a.high_in
    return (*_reach(a), a.low and _close(str(a.low)), a.high and _close(str(a.high)), low_in, high_in)


def _reach(a: Amount) -> tuple[int, int]:
    """Their range ends with the number where ours may go on to a unit."""
    end = a.whole.end if a.whole.end > a.span.end else a.core.end
    return a.whole.start, end


def _range_inapplicable(case: Case) -> str | None:
    if re.search(r"\bequal to\b(?! or)|\bequals?\b|equaling", case.text, re.IGNORECASE) and "or" not in case.text:
        return None
    return _CODE if re.search(r"\d-\d{3}-\d{4}", case.text) else None


# --- numbers with units ---------------------------------------------------------------------------


def _with_unit(*kinds: str) -> Callable[[Case], Answer]:
    def found(case: Case) -> Answer:
        links = exclusions.spans(case.text)
        kept = (a for a in amounts.find(case.text) if a.kind in kinds and not any(s.overlaps(a.core) for s in links))
        return frozenset(_measure(a) for a in kept)

    return found


def _measure(a: Amount) -> tuple[object, ...]:
    number = None if a.number is None else _close(str(a.number))
    return a.span.start, a.span.end, number, _called(a.unit) if a.unit else None


def _called(unit: Unit) -> str:
    """A currency by its code: their "Lao kip" is our "kip"."""
    return unit.code if unit.code and unit.factor == 1 else unit.name


def _unit_expected(case: Case) -> Answer:
    return frozenset((w.start, w.end, _close(w.value["value"]), _unit(w)) for w in case.wanted if _has_number(w))


def _has_number(w: Wanted) -> bool:
    """Some files also want the unit of "convert it to celsius", without a number: none of our claims."""
    return w.value.get("value") not in {None, "null"}


_THEIRS = {"C": "degree Celsius", "F": "degree Fahrenheit", "Age": "year", "Pound": "pound", "Dram": "dram"}


def _unit(w: Wanted) -> str | None:
    """Their name of a unit as ours: "United States dollar" is "dollar"."""
    name = w.value["unit"]
    if w.type == "currency" and name == "Pound":
        return "GBP"
    unit = units.named(_THEIRS.get(name, name))
    return _called(unit) if unit else name


def _percent_expected(case: Case) -> Answer:
    return frozenset(
        (w.start, w.end, _close(w.value["value"].rstrip("%")), PERCENT) for w in case.wanted if _has_number(w)
    )


def _percent_inapplicable(case: Case) -> str | None:
    return "percent before its number, as no English text has it" if re.search(r"per ?cents? of", case.text) else None


_MEASURES = ("length", "area", "volume", "mass", "speed", "data", "angle", "power", "energy")


MODELS = (
    Model("Number", "Number-NumberModel.json", _number_expected, _number_found, _number_inapplicable),
    Model("NumberRange", "Number-NumberRangeModel.json", _range_expected, _range_found, _range_inapplicable),
    Model("Percent", "Number-PercentModel.json", _percent_expected, _with_unit(PERCENT), _percent_inapplicable),
    Model("Ordinal", "Number-OrdinalModel.json", _ordinal_expected, _ordinal_found, _ordinal_inapplicable),
    Model("Currency", "NumberWithUnit-CurrencyModel.json", _unit_expected, _with_unit(MONEY)),
    Model("Dimension", "NumberWithUnit-DimensionModel.json", _unit_expected, _with_unit(*_MEASURES)),
    Model("Age", "NumberWithUnit-AgeModel.json", _unit_expected, _with_unit("age")),
    Model("Temperature", "NumberWithUnit-TemperatureModel.json", _unit_expected, _with_unit("temperature")),
)
