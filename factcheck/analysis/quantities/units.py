"""The tables of units and currencies, and where one of them stands beside a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from babel import Locale

from factcheck.shipped import lexicon

MONEY = "money"
PERCENT = "percentage"
_PLAIN_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Unit:
    """`number * factor` is in the base unit of the dimension; `zero` shifts temperatures first; `code` is ISO 4217."""

    name: str
    dimension: str
    factor: Decimal = Decimal(1)
    zero: Decimal = Decimal(0)
    code: str | None = None


def to_base(number: Decimal, unit: Unit) -> Decimal:
    """40 metres and 131 feet become comparable: 40 and 39.9288."""
    return (number - unit.zero) * unit.factor


@dataclass(frozen=True, slots=True)
class Found:
    """A unit at its place in the text; `scale` is a million for "MUSD"."""

    unit: Unit
    start: int
    end: int
    scale: int = 1


@dataclass(frozen=True)
class Tables:
    """Spellings -> units, ready for matching. `by_word` is in lower case, `by_symbol` exact."""

    by_word: dict[str, Unit]
    by_symbol: dict[str, Unit]
    by_sign: dict[str, Unit]
    by_tail: dict[str, Unit]
    by_lowered: dict[str, Unit]
    word: re.Pattern[str]
    symbol: re.Pattern[str]
    sign: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def tables() -> Tables:
    by_word: dict[str, Unit] = {}
    by_symbol: dict[str, Unit] = {}
    by_tail: dict[str, Unit] = {}
    for entry in lexicon("units")["unit"]:
        unit = Unit(entry["name"], entry["dimension"], Decimal(entry["factor"]), Decimal(entry.get("zero", 0)))
        by_word |= dict.fromkeys(entry["words"], unit)
        by_symbol |= dict.fromkeys(entry.get("symbols", ()), unit)
        by_tail |= dict.fromkeys(entry.get("after", ()), unit)
    for entry in lexicon("currencies")["currency"]:
        by_symbol |= dict.fromkeys(entry.get("behind", ()), _currency(entry))
    by_sign: dict[str, Unit] = {}
    for unit, words, signs in _currencies():
        for word in words:
            by_word.setdefault(word, unit)
        for sign in signs:
            by_sign.setdefault(sign, unit)
    return Tables(
        by_word, by_symbol, by_sign, by_tail, {sign.lower(): unit for sign, unit in by_sign.items()},
        word=re.compile(rf"(?:{_any(by_word)})(?![^\W_])", re.IGNORECASE),
        symbol=re.compile(rf"(?:{_any(by_symbol | by_sign)})(?![\w])|['′](?=\s?\d{{1,2}}\s?[\"″])"),
        sign=re.compile(rf"(?:(?<![A-Za-z])|(?=[^A-Za-z]))(?:{_any(by_sign)})\s?$", re.IGNORECASE),
        tail=re.compile(rf"(?:{_any(by_tail)})(?![\w])"),
    )  # fmt: skip


def _any(spellings: dict[str, Unit]) -> str:
    longest = sorted(spellings, key=len, reverse=True)
    return "|".join(re.escape(spelling).replace(r"\ ", r"[\s-]") for spelling in longest)


def _currencies() -> Iterator[tuple[Unit, list[str], list[str]]]:
    """(unit, words, signs): our table first, then the full names and codes of Babel's."""
    ours: dict[str, Unit] = {}
    for entry in lexicon("currencies")["currency"]:
        unit = _currency(entry)
        if unit.code and unit.factor == 1:
            ours[unit.code] = unit
        yield unit, entry["words"], entry.get("signs", [])
    codes = lexicon("currencies")["codes"]
    for code, name in Locale("en").currencies.items():
        if "(" in name or not _PLAIN_CODE.fullmatch(code):
            continue
        unit = ours.get(code) or Unit(_lowered(name), MONEY, code=code)
        spoken = name.lower()
        signs = [] if code in codes["never"] else [code]
        yield unit, [spoken, f"{spoken}s"], [*signs, f"M{code}"] if code in codes["in_millions"] else signs


def _currency(entry: dict[str, Any]) -> Unit:
    return Unit(entry["name"], MONEY, Decimal(entry.get("factor", "1")), code=entry.get("code"))


def _lowered(name: str) -> str:
    """ "Danish Krone" -> "Danish krone"."""
    *country, noun = name.split()
    return " ".join([*country, noun.lower()])


def named(name: str) -> Unit | None:
    """The unit any spelling in the tables names, e.g. "Japanese yen" or "km"."""
    known = tables()
    return known.by_word.get(name.lower()) or known.by_symbol.get(name) or known.by_sign.get(name)


def after(text: str, end: int) -> Found | None:
    """The unit that follows a number ending at `end`: "5 miles", "12-inch", "180ml", "20 (kg)", "85°"."""
    known = tables()
    gap = re.compile(r"[\s\u00a0]?[-‑]?[\s\u00a0]{0,2}(?P<bracket>[(\[{<])?").match(text, end)
    assert gap is not None
    for pattern, spellings in ((known.symbol, known.by_symbol | known.by_sign), (known.word, None)):
        if match := pattern.match(text, gap.end()):
            unit = spellings[match[0]] if spellings else known.by_word[_spelling(match[0])]
            stop = match.end()
            if match[0].endswith(".") and re.compile(r"\s*$|\s+[A-Z]").match(text, stop):
                stop -= 1  # the full stop ends the sentence
            if gap["bracket"]:
                if stop >= len(text) or text[stop] not in ")]}>":
                    continue
                stop += 1
            return Found(unit, match.start(), stop, _in_millions(match[0]))
    return None


def _in_millions(written: str) -> int:
    return 1_000_000 if written[1:] in lexicon("currencies")["codes"]["in_millions"] and written[0] == "M" else 1


def _spelling(written: str) -> str:
    plain = re.sub(r"[\s-]", " ", written.lower())
    return plain if plain in tables().by_word else written.lower().replace(" ", "-")


def sign_before(text: str, start: int) -> Found | None:
    """The currency sign or code before a number at `start`: "$5", "US$ 5", "USD 200"."""
    known = tables()
    match = known.sign.search(text[max(0, start - 8) : start])
    if not match:
        return None
    begin = max(0, start - 8) + match.start()
    written = match[0].rstrip()
    # Lower-cased "us$" and "c $" are signs; a lower-cased code ("all 5") is a word.
    unit = known.by_sign.get(written) or (known.by_lowered.get(written.lower()) if "$" in written else None)
    return Found(unit, begin, begin + len(written), _in_millions(written)) if unit else None
