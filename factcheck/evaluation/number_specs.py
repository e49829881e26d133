"""How the number, range, percent, ordinal, currency, dimension, age and temperature cases are put to our grammar."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from factcheck.analysis import numbers
from factcheck.analysis.numbers import Form
from factcheck.evaluation.specs import Answer, Case, Model

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
    if re.search(r"\d\.\d{3},\d|\b\d+,\d{1,2}(?!\d|,)", case.text) and not re.search(r"\d,\d\d,\d{3}|,\d\d,\d\d,", case.text):
        return _COMMA
    return None


def _number_expected(case: Case) -> Answer:
    return frozenset((w.start, w.end, _close(w.value["value"])) for w in case.wanted)


def _number_found(case: Case) -> Answer:
    kept = (n for n in numbers.find(case.text) if n.form is not Form.ORDINAL and n.value is not None)
    return frozenset(
        (n.span.start, n.span.end, _close(str(n.value))) for n in kept if not numbers.glued(case.text, n)
    )


def _ordinal_inapplicable(case: Case) -> str | None:
    if any("relative" in w.type or w.value.get("relativeTo") != "start" for w in case.wanted if w.value):
        return _RELATIVE
    return None


def _ordinal_expected(case: Case) -> Answer:
    return frozenset((w.start, w.end, _close(w.value["value"])) for w in case.wanted)


def _ordinal_found(case: Case) -> Answer:
    kept = (n for n in numbers.find(case.text) if n.form is Form.ORDINAL)
    return frozenset((n.span.start, n.span.end, _close(str(n.value))) for n in kept)


MODELS = (
    Model("Number", "Number-NumberModel.json", _number_expected, _number_found, _number_inapplicable),
    Model("Ordinal", "Number-OrdinalModel.json", _ordinal_expected, _ordinal_found, _ordinal_inapplicable),
)
