"""Number -> amount: the unit, currency or percent sign that stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from factcheck.analysis import numbers
from factcheck.analysis.numbers import Form, Number
from factcheck.analysis.quantities import units
from factcheck.analysis.quantities.amount import Amount
from factcheck.analysis.quantities.units import MONEY, PERCENT, Unit
from factcheck.shipped import lexicon
from factcheck.values import Modifier, Span


def measured(text: str, number: Number, spent: int) -> Amount:
    """The number with its unit; what stands before `spent` belongs to the amount before."""
    amount = Amount(
        number.span, number.span, number.span, number.value, number.low, number.high,
        kind=_kind(number), scale=number.scale, glued=numbers.glued(text, number),
    )  # fmt: skip
    if number.form is Form.VAGUE:
        amount = replace(amount, modifier=Modifier.ABOUT if number.value is not None else Modifier.AT_LEAST)
    if number.form in {Form.ORDINAL, Form.MALFORMED}:
        return amount
    return _money(text, amount, spent) or _million(text, amount) or _measure(text, amount)


def _kind(number: Number) -> str:
    return {Form.ORDINAL: "ordinal", Form.MALFORMED: "malformed", Form.SHARE: "share", Form.VAGUE: "vague"}.get(
        number.form, "count"
    )


def _money(text: str, amount: Amount, spent: int) -> Amount | None:
    """ "$3.5 million", "£3.5m", "C$ 5", "USD 200"; also "-$5" and "$5 dollars"."""
    sign = units.sign_before(text, amount.core.start)
    if sign is None or sign.start < spent:
        return None
    amount = _scaled_m(text, amount) or amount
    start, end = sign.start, amount.core.end
    number = amount.number and amount.number * sign.scale
    if re.search(r"(?:^|[\s(])[-−]$", text[max(0, start - 2) : start]) and number is not None:
        start, number = start - 1, -number
    again = units.after(text, end)
    if again is not None and again.unit.dimension == MONEY and text[again.start].isalpha() and again.unit == sign.unit:
        end = again.end
    return replace(
        amount, span=Span(start, end), whole=Span(start, end), number=number, unit=sign.unit, kind=MONEY, glued=False
    )


def _scaled_m(text: str, amount: Amount) -> Amount | None:
    """The "m" of "£3.5m" is a million."""
    match = re.compile(r"\s?[mM](?![\w&])").match(text, amount.core.end)
    if match is None or amount.number is None or amount.scale > 1 or not text[amount.core.end - 1].isdigit():
        return None
    span = Span(amount.core.start, match.end())
    return replace(
        amount, core=span, span=span, whole=span, number=amount.number * 1_000_000, scale=1_000_000, glued=False
    )


def _million(text: str, amount: Amount) -> Amount | None:
    """ "10m people", "1.5m tonnes", "3m euros" count millions; "a 100m race", "1.8m tall" measure metres."""
    if not re.match(r"m\s", text[amount.core.end : amount.core.end + 2]):
        return None
    following = re.compile(r"m\s+(?:(?:more|other|new)\s)?([^\W\d_]+)").match(text, amount.core.end)
    if following is None:
        return None
    word = following[1].lower()
    if word in _COUNTED or (len(word) > 3 and word.endswith("s") and not word.endswith("ss")) or units.named(word):
        scaled = _scaled_m(text, amount)
        return scaled and _measure(text, scaled)
    return None


_COUNTED = {"people", "children", "women", "men"}  # plurals without an s


def _measure(text: str, amount: Amount) -> Amount:
    of = " of" if amount.kind == "vague" and text.startswith(" of ", amount.core.end) else ""  # "millions of pounds"
    found = units.after(text, amount.core.end + len(of))
    if found is None or not _fits(text, amount, found):
        return amount
    unit = _pound(text, amount, found)
    warm = unit.name == "degree" and _warm(text, amount.core.start, found.end)
    end = found.end
    core = amount.core
    number, scale = amount.number and amount.number * found.scale, amount.scale * found.scale
    if unit.dimension == MONEY and number is not None and scale == 1:
        # "75 USD million"
        late = re.compile(r"\s(million|billion|trillion)\b").match(text, end)
        if late:
            scale = lexicon("numbers")["scales"][late[1]]
            number, end = number * scale, late.end()
    span = Span(core.start, end)
    kind = "temperature" if warm else PERCENT if unit.dimension == "proportion" else unit.dimension
    return replace(amount, span=span, whole=span, unit=unit, kind=kind, number=number, scale=scale, glued=False)


def _fits(text: str, amount: Amount, found: units.Found) -> bool:
    """Single letters must touch the digits; a unit after a hyphen may not begin another word."""
    written = text[found.start : found.end]
    between = text[amount.core.end : found.start]
    digits = text[amount.core.end - 1].isdigit()
    symbol = written in units.tables().by_symbol
    before = text[max(0, amount.core.start - 2) : amount.core.start]
    if before[-1:].isalpha() or (symbol and re.search(r"[^\W\d_]-$", before)):
        return False  # "SCP-173m" is a name
    if found.unit.dimension == MONEY and not symbol and written in units.tables().by_sign and _leads(text, found):
        return False
    if len(written) == 1 and found.unit.dimension == "temperature" and not _warm(text, amount.core.start, found.end):
        return False
    if written == "p" and amount.core.of(text) in _LINES:
        return False
    if len(written) == 1 and written.isalpha():
        return digits and (between == "" or (between == " " and written == "m"))
    if written in {"'", "′"}:
        return digits and between == "" and bool(re.match(r"\s?\d{1,2}\s?[\"″]", text[found.end : found.end + 5]))
    if symbol and len(written) <= 3 and not digits:
        return False
    return "\n" not in between


def _leads(text: str, found: units.Found) -> bool:
    """The sign in "10, $ 30" belongs to the number behind it, unless that one has its own: "10 $ 30 $"."""
    return re.compile(r"\s?\d[\d.,]*(?!\s?(?:[$£€]|\w))").match(text, found.end) is not None


_LINES = {"240", "360", "480", "576", "720", "1080", "1440", "2160"}  # "1080p" is a picture, not a price


@cache
def _money_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('units')['pound']['money_words'])})", re.IGNORECASE)


@cache
def _degree_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('units')['degree']['temperature_words'])})", re.IGNORECASE)


def _warm(text: str, start: int, end: int) -> bool:
    return _degree_words().search(text, max(0, start - 80), end + 40) is not None


def _pound(text: str, amount: Amount, found: units.Found) -> Unit:
    """Pounds are money when the sum is large or the clause speaks of money, else weight."""
    if found.unit.name != "pound" or "lb" in text[found.start : found.end]:
        return found.unit
    clause = text[max(0, amount.core.start - 60) : found.end + 40]
    large = amount.scale >= 1_000_000
    if large or _money_words().search(clause):
        return units.named("pound sterling") or found.unit
    return found.unit
