"""Numbers with their units, bounds and ranges, as far as the words alone tell; the parse is not needed here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.analysis import numbers
from factcheck.analysis.numbers import Form, Number
from factcheck.analysis.quantities import bounds, units
from factcheck.analysis.quantities.units import MONEY, PERCENT, Unit
from factcheck.shipped import lexicon
from factcheck.values import Modifier, Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the words state it.

    `core` is the number itself, `span` with its unit or currency sign, `whole` with its hedges. `low` and `high`
    are limits, None where open; `low_in`, `high_in` say whether the limit itself is allowed. `kind` is a dimension
    of the units table, or "count", "share", "vague", "age", "score", "ordinal", "malformed".
    """

    core: Span
    span: Span
    whole: Span
    number: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit | None = None
    kind: str = "count"
    modifier: Modifier = Modifier.EXACT
    low_in: bool = True
    high_in: bool = True
    scale: int = 1
    glued: bool = False
    said_exactly: bool = False


def find(text: str) -> list[Amount]:
    """All amounts in `text`, in order."""
    found: list[Amount] = []
    for number in numbers.find(text):
        spent = found[-1].span.end if found else 0
        if number.span.start >= spent:
            found.append(_with_unit(text, number, spent))
    for step in (_compounds, _halves, _ages, _ranges, _bounded, _two_sided):
        found = step(text, found)
    return found


Step = Callable[[str, Sequence[Amount]], list[Amount]]

# --- units ----------------------------------------------------------------------------------------


def _with_unit(text: str, number: Number, spent: int) -> Amount:
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


_COUNTED = {"people", "children", "women", "men", "of", "in", "users"} - {"of", "in"}


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


def _compounds(text: str, found: Sequence[Amount]) -> list[Amount]:
    """ "5 feet 2 inches" is one length in feet, "15 dollars and 50 cents" one sum in dollars."""
    joined: list[Amount] = []
    for amount in found:
        if joined and (both := _compound(text, joined[-1], amount)):
            joined[-1] = both
        else:
            joined.append(amount)
    return joined


def _compound(text: str, first: Amount, second: Amount) -> Amount | None:
    gap = text[first.span.end : second.span.start]
    if (
        first.unit is None
        or first.number is None
        or second.number is None
        or not re.fullmatch(r",?\s(?:and\s)?|\s?", gap)
    ):
        return None
    second = _tail_unit(text, first, second)
    if second.unit is None or second.unit.dimension != first.unit.dimension or second.number is None:
        return None
    # 5 ft 2 in, 3 hours 20 minutes: the second completes the first, so it is less than one of it.
    share = second.number * second.unit.factor / first.unit.factor
    if not 0 < share < 1 or second.unit.factor >= first.unit.factor or first.unit.dimension not in _COMPOUND:
        return None
    if second.unit.code != first.unit.code or first.number != int(first.number):
        return None
    span = Span(first.span.start, second.span.end)
    return replace(first, span=span, whole=span, number=first.number + share)


_UNIT_BEFORE = re.compile(r"(?:\b(?:an?|one)[\s-])?\b(?P<unit>[^\W\d_]+)[\s-]and[\s-]$", re.IGNORECASE)


def _halves(text: str, found: Sequence[Amount]) -> list[Amount]:
    """ "an hour and a half", "two miles and a quarter": the fraction is of the unit before it."""
    joined: list[Amount] = []
    for amount in found:
        if both := _and_half(text, joined[-1] if joined else None, amount):
            if joined and joined[-1].span.overlaps(both.span):
                joined.pop()
            joined.append(both)
        else:
            joined.append(amount)
    return joined


def _and_half(text: str, last: Amount | None, amount: Amount) -> Amount | None:
    if amount.kind != "share" or amount.number is None or amount.number >= 1 or amount.unit is not None:
        return None
    begin = max(0, amount.span.start - 24)
    match = _UNIT_BEFORE.search(text[begin : amount.span.start])
    unit = match and units.named(match["unit"])
    if not match or not unit or unit.dimension not in _COMPOUND:
        return None
    whole, start = Decimal(1), begin + match.start()
    if last is not None and last.span.end > start and last.number is not None:
        whole, start = last.number, last.span.start
    span = Span(start, amount.span.end)
    return replace(amount, span=span, whole=span, number=whole + amount.number, unit=unit, kind=unit.dimension)


_COMPOUND = {"length", "mass", "time", MONEY, "volume"}


def _tail_unit(text: str, first: Amount, second: Amount) -> Amount:
    """The unit left unsaid or shortened behind a larger one: "5 ft 2 in", "15 dollars 50"."""
    if second.unit is not None or first.unit is None:
        return second
    if match := re.compile(rf"\s?(?:{units.tables().tail.pattern})").match(text, second.core.end):
        unit = units.tables().by_tail[match[0].strip()]
        return replace(second, unit=unit, span=Span(second.core.start, match.end()))
    spoken = first.unit.dimension == MONEY and first.span.start == first.core.start
    if spoken and re.match(r"\s*(?:[.,;!?]|$)", text[second.core.end :]) and second.kind == "count":
        return replace(second, unit=Unit("", MONEY, first.unit.factor / 100, code=first.unit.code))
    return second


# --- ages -----------------------------------------------------------------------------------------

_OLD = re.compile(r"[\s-](?:old|of\s+age)\b|[\s-]olds\b")
_YO = re.compile(r"\s?(?:yo|y/o|y\.o\.)\b")
# "Maria Lopez, 52, said", "Maria (52)": a capitalised word, digits, and a mark that closes them off.
_AGE_DIGITS = re.compile(r"[1-9]\d?|1[01]\d")
_APPOSED = re.compile(r"[,;)]|\s[-–—]|\.(?:\s|$)")
_AGED = re.compile(r"\b(?:aged?|at the age of|age of)[\s:]+$", re.IGNORECASE)


def _ages(text: str, found: Sequence[Amount]) -> list[Amount]:
    return [_age(text, amount) for amount in found]


def _age(text: str, amount: Amount) -> Amount:
    """ "52-year-old", "ten months old", "aged 52", "at the age of 87"."""
    if amount.kind == "time" and (match := _OLD.match(text, amount.span.end)):
        span = Span(amount.span.start, match.end())
        return replace(amount, span=span, whole=span, kind="age")
    if amount.kind != "count" or amount.number is None:
        return amount
    year = units.named("year")
    if match := _YO.match(text, amount.core.end):
        span = Span(amount.span.start, match.end())
        return replace(amount, span=span, whole=span, kind="age", unit=year, glued=False)
    if match := _AGED.search(text, max(0, amount.core.start - 16), amount.core.start):
        span = Span(match.start(), amount.core.end)
        return replace(amount, span=span, whole=span, kind="age", unit=year)
    return replace(amount, kind="age", unit=year) if _apposed(text, amount) else amount


def _apposed(text: str, amount: Amount) -> bool:
    """ "Maria Lopez, 52, said": the full stop asks for two names, for "in Boston, 12." may count anything."""
    closing = _APPOSED.match(text, amount.core.end)
    if closing is None or not _AGE_DIGITS.fullmatch(amount.core.of(text)):
        return False
    before = text[max(0, amount.core.start - 40) : amount.core.start]
    names = 2 if closing[0][0] == "." else 1
    return re.search(rf"(?:[A-Z][\w.'’-]*[^\W\d_]\s?){{{names}}}(?<!\s)(?:,\s+|\s\()$", before) is not None


# --- ranges ---------------------------------------------------------------------------------------


def _ranges(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Joins two neighbours that are the ends of a range, or the sides of a score."""
    joined: list[Amount] = []
    for amount in found:
        if joined and (both := _range(text, joined[-1], amount)):
            joined[-1] = both
        else:
            joined.append(amount)
    return joined


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    link = text[first.span.end : second.span.start].strip().removesuffix(" the")
    shared = re.fullmatch(r"-\s*(to|and|or)", link)
    word = shared[1] if shared else link.lower()
    if not _joinable(first, second) or len(link) > 8:
        return None
    opener = _opener(text, first.span.start)
    words = lexicon("hedges")["ranges"]
    if opener and word not in words[opener[0]]:
        opener = None
    if not opener and word not in words["bare"]:
        return None
    low, high = _ends(first, second)
    if low is None or high is None:
        return None
    if opener and opener[0] == "from" and (low >= high or _changing(text, opener[1])):
        return None
    if low >= high or (word in {"-", "–"} and _is_score(text, first, second)):
        return _score(text, first, second) if word in {"-", "–"} and link == word else None
    if word == "or" and high - low > 1:
        return None
    start = opener[1] if opener else first.span.start
    span = Span(first.span.start, second.span.end)
    return replace(
        second, core=Span(first.core.start, second.core.end), span=span, whole=Span(start, span.end), number=None,
        low=low, high=high, modifier=Modifier.RANGE, high_in=False, unit=second.unit or first.unit,
        kind=second.kind if second.unit or not first.unit else first.kind,
    )  # fmt: skip


def _joinable(first: Amount, second: Amount) -> bool:
    if first.number is None or second.number is None or {first.kind, second.kind} & {"malformed"}:
        return False
    if {first.kind, second.kind} & {"ordinal", "share"}:
        return first.kind == second.kind
    if Modifier.RANGE in {first.modifier, second.modifier} or first.glued or second.glued:
        return False
    return first.unit is None or second.unit is None or first.unit == second.unit


def _ends(first: Amount, second: Amount) -> tuple[Decimal | None, Decimal | None]:
    """The two numbers; "2 to 3 million" and "$2-3m" lend the first their magnitude."""
    low, high = first.number, second.number
    if low is not None and high is not None and second.scale > 1 and first.scale == 1 and low < 1000:
        lent = low * second.scale
        if lent < high or (low < high and first.unit is None and second.unit is None and lent < high):
            low = lent
    return low, high


def _opener(text: str, start: int) -> tuple[str, int] | None:
    match = re.search(r"\b(between|from)(\s+the)?\s+$", text[max(0, start - 16) : start], re.IGNORECASE)
    return (match[1].lower(), max(0, start - 16) + match.start()) if match else None


def _changing(text: str, start: int) -> bool:
    """ "rose from 5 to 10" names two values, not a range."""
    words = re.findall(r"[^\W\d_]+", text[max(0, start - 40) : start].lower())[-4:]
    change = lexicon("hedges")["change"]
    stems = {v for verbs in change.values() for v in verbs}
    return any(_stem_of(word, stems) for word in words)


_IRREGULAR = {"rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow",
              "sank": "sink", "sunk": "sink", "shrank": "shrink", "lost": "lose", "went": "go", "gone": "go",
              "slid": "slide", "leapt": "leap", "swung": "swing", "brought": "bring"}  # fmt: skip


def _stem_of(word: str, stems: set[str]) -> bool:
    word = _IRREGULAR.get(word, word)
    shapes = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed"),
              word.removesuffix("ing"), word.removesuffix("ing") + "e", word.removesuffix("ied") + "y"}  # fmt: skip
    undoubled = {s[:-1] for s in shapes if len(s) > 3 and s[-1] == s[-2]}
    return bool((shapes | undoubled) & stems)


# --- scores ---------------------------------------------------------------------------------------


@cache
def _score_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('units')['score']['words'])})\b", re.IGNORECASE)


def _is_score(text: str, first: Amount, second: Amount) -> bool:
    """ "a 1-1 draw", "lost 2-3": a word of sport or voting stands near, and no unit or plural is counted."""
    if first.unit or second.unit or first.scale > 1 or second.scale > 1:
        return False
    after = text[second.span.end : second.span.end + 30]
    if re.match(r"[\s-](?:year|month|week|day|hour|minute|mile|foot|inch)", after):
        return False
    near = text[max(0, first.span.start - 40) : first.span.start] + " " + after
    return bool(_score_words().search(near))


def _score(text: str, first: Amount, second: Amount) -> Amount | None:
    """ "3-1": the lower and the higher count; years, phone numbers and page ranges are none."""
    small = all(a.number is not None and 0 <= a.number < 1000 and a.number == int(a.number) for a in (first, second))
    spelled = first.unit or second.unit or first.kind != "count" or second.kind != "count"
    if not small or spelled or first.number is None or second.number is None:
        return None
    span = Span(first.span.start, second.span.end)
    if not _is_score(text, first, second):
        # "with the count 2-2": two numbers that only mean something together, nobody knows what.
        return replace(first, core=span, span=span, whole=span, number=None, kind="malformed")
    low, high = sorted((first.number, second.number))
    unit = Unit("score", "score")
    return replace(first, core=span, span=span, whole=span, number=None, low=low, high=high, unit=unit, kind="score")


# --- bounds ---------------------------------------------------------------------------------------


def _bounded(text: str, found: Sequence[Amount]) -> list[Amount]:
    nexts = [*(amount.core.start for amount in found[1:]), len(text) + 1]
    return [_bound(text, amount, following) for amount, following in zip(found, nexts, strict=False)]


def _late_hedge(text: str, amount: Amount, following: int) -> bounds.Hedge | None:
    """The hedge behind an amount, unless it belongs to the number at `following`: "50 and less than 100"."""
    right = bounds.after(text, amount.core.end) or bounds.after(text, amount.span.end)
    if right and re.fullmatch(r"\s*(?:than|to)?\s*[^\w\s]?", text[right.end : following]) and following <= len(text):
        return None
    return right


def _bound(text: str, amount: Amount, following: int) -> Amount:
    """Applies the hedges on both sides: "at least 5", "5 or more", "about 5 to 10"."""
    if amount.kind in {"malformed", "score"}:
        return amount
    left = bounds.before(text, amount.whole.start)
    right = _late_hedge(text, amount, following)
    if amount.modifier is Modifier.RANGE:
        return amount
    if amount.kind == "ordinal" and (left is None or left.modifier is Modifier.ABOUT):
        return amount
    hedge = right if right and (left is None or left.modifier in {Modifier.ABOUT, Modifier.EXACT}) else left
    if hedge is None or (amount.number is None and hedge.modifier is not Modifier.ABOUT):
        return amount
    whole = Span(
        left.start if left and left.modifier is not Modifier.ABOUT else amount.whole.start,
        max(right.end if right else 0, amount.whole.end),
    )
    if amount.number is None:
        return replace(amount, whole=whole)
    low, high = bounds.limits(hedge.modifier, amount.number)
    return replace(
        amount, whole=whole, modifier=hedge.modifier, low=low, high=high,
        low_in=hedge.modifier is not Modifier.MORE, high_in=hedge.modifier is not Modifier.LESS,
        said_exactly=hedge.modifier is Modifier.EXACT,
    )  # fmt: skip


_BOTH = re.compile(r",?\s*(?:and|but|,)\s*|\s*,\s*")


def _two_sided(text: str, found: Sequence[Amount]) -> list[Amount]:
    """ "more than 20 and less than 35" is one range."""
    joined: list[Amount] = []
    for amount in found:
        if joined and (both := _both_sides(text, joined[-1], amount)):
            joined[-1] = both
        else:
            joined.append(amount)
    return joined


def _both_sides(text: str, first: Amount, second: Amount) -> Amount | None:
    gap = text[first.whole.end : second.whole.start] if first.whole.end <= second.whole.start else "?"
    if not _BOTH.fullmatch(gap) or first.unit != second.unit or first.kind != second.kind:
        return None
    lower, upper = (first, second) if first.modifier in bounds.LOWER else (second, first)
    if lower.modifier not in bounds.LOWER or upper.modifier not in bounds.UPPER:
        return None
    if lower.low is None or upper.high is None or lower.low >= upper.high:
        return None
    return replace(
        first, core=Span(first.core.start, second.core.end), span=Span(first.span.start, second.span.end),
        whole=Span(first.whole.start, second.whole.end), number=None, low=lower.low, high=upper.high,
        modifier=Modifier.RANGE, low_in=lower.low_in, high_in=upper.high_in,
    )  # fmt: skip


def plain_numbers(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts that are numbers without any unit."""
    return (a for a in amounts if a.unit is None and a.kind in {"count", "share", "vague"})
