"""Numbers as time expressions use them: counts, days of a month, years, ordinals, amounts of units."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.analysis.dates.counting import Amount
from factcheck.analysis.dates.patterns import MACROS, Macro
from factcheck.analysis.dates.words import Item, read

UNDER_100 = "({tens} -? {ones}|{tens}|{teens}|{ones})"
HUNDREDS = f"(({{ones}}|a) hundred (and? {UNDER_100})?|{UNDER_100})"
WORDS = f"({HUNDREDS} thousand (and? {HUNDREDS})?|a thousand|{HUNDREDS})"
COUNT = f"({{digits}} {{digits}} / {{digits}}|{{digits}}|{{decimal}}|{WORDS})"
TWENTY_SOMETHING = "(twenty|thirty) -? {ordinals}"
UNIT = "({unit}|{unit_plural})"
VAGUE_COUNT = "(a|an|another|the|half (of? (a|an))?|a? couple (of)? more?|a? {vague}|a good many|dozens of|a number of)"
HOW_MANY = f"({COUNT} (and a? half)?|{COUNT} (to|or|-) {COUNT}|{VAGUE_COUNT})"
ONE_AMOUNT = f"{HOW_MANY} -? ({{qualifier}} ,?)* {UNIT} (-? and -? (a|one)? -? half|or (so|two|more))?"
HEDGES = (
    "({hedge}|at least|at most|more than|less than|fewer than|up to|no more than|as (long|much) as"
    "|the better part of|the best part of|well over)*"
)
SOME_AMOUNT = f"{HOW_MANY} -? {UNIT}"


def whole_number(items: Sequence[Item]) -> Decimal:
    """ "two hundred and sixty" 260, "2 1/2" 2.5, "3.5" 3.5."""
    if items and items[0].classes & {"digits", "decimal"}:
        return _digits(items)
    total = part = Decimal(0)
    for item in items:
        if item.text == "hundred":
            part = (part or Decimal(1)) * 100
        elif item.text == "thousand":
            total, part = total + (part or Decimal(1)) * 1000, Decimal(0)
        else:
            part += _small(item)
    return total + part


def _digits(items: Sequence[Item]) -> Decimal:
    parts = [Decimal(i.text.replace(",", "")) for i in items if i.classes & {"digits", "decimal"}]
    if len(parts) == 3 and parts[2]:
        return parts[0] + parts[1] / parts[2]
    return parts[0]


def _small(item: Item) -> Decimal:
    for name in ("ones", "teens", "tens", "ordinals"):
        if name in item.classes:
            return Decimal(read(name, item))
    return Decimal(1) if item.text == "a" else Decimal(0)


def year_number(items: Sequence[Item]) -> int:
    """ "1987" 1987, "nineteen ninety-six" 1996, "two thousand and eighteen" 2018."""
    if items[0].classes & {"digits"}:
        return int(items[0].text)
    if items[0].text == "'":
        return 1900 + int(items[1].text) if int(items[1].text) > 30 else 2000 + int(items[1].text)
    words = [i for i in items if i.text not in ("-", "and")]
    if any(i.text in ("thousand", "hundred") for i in words):
        return int(whole_number(words))
    return int(_small(words[0])) * 100 + sum(int(_small(i)) for i in words[1:])


def day_number(items: Sequence[Item]) -> int:
    """ "22", "22nd", "twenty second": 22."""
    first = items[-1] if items[0].text == "the" else items[0]
    if first.classes & {"nth"}:
        return int(first.text[:-2])
    if first.classes & {"digits"}:
        return int(first.text)
    return sum(int(_small(i)) for i in items)


def ordinal_number(items: Sequence[Item]) -> int:
    return -1 if items[-1].text in ("last", "final") else day_number(items)


def amounts(items: Sequence[Item]) -> tuple[Amount, ...]:
    """ "2 years, 1 month and 21 days" as its amounts; "a few" has no count."""
    made: list[Amount] = []
    pending: list[Item] = []
    for item in items:
        unit = _unit(item, pending)
        if unit is None:
            pending.append(item)
            continue
        made.append(Amount(_count(pending), unit, _rough(pending)))
        pending = []
    return _with_tail(made, pending)


def _unit(item: Item, pending: list[Item]) -> str | None:
    if "unit_plurals" in item.classes:
        return str(read("unit_plurals", item))
    if "units" not in item.classes or (item.text == "second" and not pending):
        return None
    return str(read("units", item))


def _rough(pending: list[Item]) -> bool:
    return any("hedges" in i.classes for i in pending)


def _with_tail(made: list[Amount], tail: list[Item]) -> tuple[Amount, ...]:
    """ "An hour and a half" is an hour and its half; "a year or two" nobody counted."""
    words = [i.text for i in tail]
    last = made[-1]
    if "half" in words and last.count is not None:
        made[-1] = Amount(last.count + Decimal("0.5"), last.unit, last.rough)
    elif "two" in words:
        made[-1] = Amount(None, last.unit, True)
    elif words[:1] == ["or"]:
        made[-1] = Amount(last.count, last.unit, True)
    return tuple(made)


def _count(pending: list[Item]) -> Decimal | None:
    words = [i.text for i in pending]
    number = [i for i in pending if i.classes & NUMERIC and i.text != "a"]
    if "to" in words or "or" in words or ("-" in words and words.index("-") < len(words) - 1 and _two(pending)):
        return _range_count(pending)
    if number:
        body = [i for i in pending if i.classes & NUMERIC or i.text in ("hundred", "thousand", "/", "a")]
        if "half" in words:
            body = [i for i in body if i.text != "a"]
        return whole_number([i for i in body if i.text != "/"]) + (Decimal("0.5") if "half" in words else 0)
    if "couple" in words:
        return Decimal(2)
    if any("vague" in i.classes for i in pending) or "number" in words or "many" in words:
        return None
    if "hundred" in words or "thousand" in words:
        return whole_number(pending)
    if "half" in words:
        return Decimal("0.5")
    return Decimal(1) if words and set(words) & {"a", "an", "another", "one"} else None


NUMERIC = frozenset({"ones", "teens", "tens", "digits", "decimal"})


def _two(pending: list[Item]) -> bool:
    return len([i for i in pending if i.classes & {"digits", "decimal"}]) == 2


def _range_count(pending: list[Item]) -> Decimal | None:
    """ "Two to three weeks" is told as the first; "12 to 18 months" is too wide to be one number."""
    cut = next(n for n, i in enumerate(pending) if i.text in ("to", "or", "-"))
    low = whole_number([i for i in pending[:cut] if i.classes & NUMERIC] or pending[:cut])
    high = whole_number([i for i in pending[cut + 1 :] if i.classes & NUMERIC])
    return low if high - low <= 1 else None


def minutes(items: Sequence[Item]) -> int:
    """ "half" 30, "quarter" 15, "twenty five" 25."""
    words = [i.text for i in items]
    if "half" in words or "quarter" in words:
        return 30 if "half" in words else 15
    if "quarters" in words:
        return 45
    return int(words[0]) if words[0].isdigit() else sum(int(_small(i)) for i in items)


def _year_words() -> str:
    tail = "({tens} -? {ones}|{tens}|{teens}|(zero|oh) {ones}|hundred)"
    thousands = f"{{ones}} thousand (and? {HUNDREDS})?"
    return f"({{year4}}|{thousands}|{{teens}} -? {tail}|twenty -? ({{teens}}|(twenty|thirty) -? {{ones}}?))"


def register() -> None:
    """Make the macros known to the patterns; before any grammar is compiled."""
    MACROS.update(_macros())


def _macros() -> dict[str, Macro]:
    return {
        "number": Macro(COUNT, whole_number),
        "year": Macro(_year_words(), year_number),
        "numbered_day": Macro("({day2}|{nth})", day_number),
        "day_ordinal": Macro(f"(the? ({TWENTY_SOMETHING}|{{ordinals}}|{{nth}}))", day_number),
        "monthday": Macro(
            f"(the? ({TWENTY_SOMETHING}|{{ordinals}}|{{nth}})|{{day2}}"
            "|(twenty|thirty) -? {ones}|{teens}|{tens}|{ones})",
            day_number,
        ),
        "hour_word": Macro("({ones}|ten|eleven|twelve)", lambda items: int(_small(items[0]))),
        "minute_word": Macro("({tens} -? {ones}|{tens}|{teens}|oh {ones})", minutes),
        "past_words": Macro("(half|three? quarters|quarter|{tens} -? {ones}|{tens}|{teens}|{ones}|{minute2})", minutes),
        "nth_of": Macro(f"({{ordinals}}|{{nth}}|{TWENTY_SOMETHING}|last|final)", ordinal_number),
        "amount": Macro(f"{ONE_AMOUNT} (,? and? {SOME_AMOUNT})*", amounts),
        "counted": Macro(f"({COUNT}|{{vague}}|few|couple of?) ({{qualifier}})* {UNIT}", amounts),
        "any_unit": Macro(UNIT, lambda items: _unit(items[0], list(items))),
        "plural_unit": Macro("{unit_plural}", lambda items: _unit(items[0], list(items))),
        "hedge_words": Macro(HEDGES, lambda _: None),
    }
