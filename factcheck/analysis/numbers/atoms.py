"""Text -> runs of atoms: the digits and words that numbers are made of, each with its span and value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache

from factcheck.shipped import lexicon


class Part(Enum):
    """What an atom contributes to a number."""

    DIGITS = "digits"
    UNIT = "unit"
    TEEN = "teen"
    TEN = "ten"
    HUNDRED = "hundred"
    SCALE = "scale"
    GROUP = "group"
    ORDINAL = "ordinal"  # "third", "4th"
    DENOMINATOR = "denominator"  # "thirds", "half"
    FRACTION = "fraction"  # "3/4", "½"
    MALFORMED = "malformed"
    WORD = "word"  # and, a, point, minus ...: meaning only between other atoms


@dataclass(frozen=True, slots=True)
class Atom:
    """`value` is exact. `plural` tells "thirds" from "third"; `scale` is the magnitude in a suffix ("1.2bn")."""

    part: Part
    start: int
    end: int
    value: Fraction
    word: str = ""
    plural: bool = False
    scale: int = 1


GLYPHS = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
LINKS = {"and", "a", "an", "point", "minus", "negative", "over", "out", "of", "in"}

# Thousands are grouped by commas, by narrow or no-break spaces, or by plain spaces when that is unmistakable.
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
_SPACED = (
    r"[1-9]\d{0,2}(?:[\u202f\u2009\u00a0]\d{3})+(?:\.\d+)?"
    r"|[1-9]\d{0,2}(?: \d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2} 000"
    # "2 100 m": no two numbers stand side by side before one unit.
    r"|[1-9]\d{0,2} \d{3}(?= ?(?:m|km|(?:kilo)?met(?:re|er)s?|feet|ft|miles|hectares|ha|tonnes|tons|kg|people)\b)"
)
_PLAIN = r"\d+(?:\.\d+)?|\.\d+"
_POWER = r"(?:[eE][+-]?\d{1,2}|\s?[x×]\s?10\^[+-]?\d{1,2}|\^(?:\+|-|--)?\d{1,2})"
_NUMERAL = rf"(?P<numeral>(?<![\d.])(?:{_GROUPED}|{_SPACED}|{_PLAIN})(?![\d])(?:{_POWER}(?![\w.,]*\d))?)"
_SLASH = r"(?P<slash>(?<![\d/.,])\d{1,5}\s?/\s?\d{1,5}(?![\d/]))"
# Digits held together by dots, commas or slashes that no grouping explains: addresses, versions, dates.
_ODD = r"(?P<odd>\d+(?:[.,/]\d+)+)"
_ATOM = re.compile(
    rf"{_SLASH}|{_NUMERAL}(?![.,/]\d)|{_ODD}|(?P<digits>\d+)|(?P<glyph>[{''.join(GLYPHS)}])|(?P<word>[^\W\d_]+)"
)
_LONGEST = 40  # atoms; no number people write has more, and a text of nothing but numbers stays linear
_GAP = re.compile(r"[ \t\u00a0\u202f]*(?:-[ \t]*)?")
_ENDING = re.compile(r"(?<=1)(?<!11)st\b|(?<=2)(?<!12)nd\b|(?<=3)(?<!13)rd\b|(?<=\d)th\b")
_DIVISORS = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 64, 100, 1000}


@cache
def _words() -> dict[str, tuple[Part, Fraction, bool]]:
    table = lexicon("numbers")
    found: dict[str, tuple[Part, Fraction, bool]] = {w: (Part.WORD, Fraction(0), False) for w in LINKS}
    sections = {
        "units": Part.UNIT, "teens": Part.TEEN, "tens": Part.TEN, "hundred": Part.HUNDRED, "scales": Part.SCALE,
        "groups": Part.GROUP, "ordinals": Part.ORDINAL, "denominators": Part.DENOMINATOR,
    }  # fmt: skip
    for section, part in sections.items():
        for word, value in table[section].items():
            found[word] = (part, Fraction(value), word.endswith("s"))
            if part is Part.ORDINAL and value != 2:  # seconds are time
                found[f"{word}s"] = (Part.DENOMINATOR, Fraction(value), True)
    return found


@cache
def _suffix() -> re.Pattern[str]:
    names = sorted(lexicon("numbers")["suffixes"], key=len, reverse=True)
    return re.compile(rf"[ \u00a0]?({'|'.join(names)})(?![\w&])")


def runs(text: str) -> Iterator[list[Atom]]:
    """The atoms of `text`, split wherever something stands between two that no number allows."""
    run: list[Atom] = []
    for atom in _atoms(text):
        gap = text[run[-1].end : atom.start] if run else ""
        if run and len(run) < _LONGEST and _GAP.fullmatch(gap):
            run.append(atom)
        else:
            yield from _worthy(run)
            run = [atom]
    yield from _worthy(run)


def _worthy(run: list[Atom]) -> Iterator[list[Atom]]:
    if any(atom.part is not Part.WORD for atom in run):
        yield run


def _atoms(text: str) -> Iterator[Atom]:
    words = _words()
    read = 0
    for match in _ATOM.finditer(text):
        start, end = match.span()
        if start < read:
            continue  # the letters of "1.2bn"
        if match.lastgroup == "word":
            word = match["word"].lower()
            if known := words.get(word):
                yield Atom(known[0], start, end, known[1], word, known[2])
        elif match.lastgroup in {"numeral", "digits"}:
            atom = _numeral(text, start, end)
            read = atom.end
            yield atom
        elif match.lastgroup == "glyph":
            yield Atom(Part.FRACTION, start, end, GLYPHS[match["glyph"]])
        elif match.lastgroup == "slash":
            yield _slash(start, match["slash"])
        else:
            yield from _odd(text, start, match["odd"])


def _numeral(text: str, start: int, end: int) -> Atom:
    written = re.sub(r"[,\s\u202f\u2009\u00a0](?=\d)", "", text[start:end])
    value = _power(written)
    if value is None:
        return Atom(Part.MALFORMED, start, end, Fraction(0))
    if ending := _ENDING.match(text, end):
        return Atom(Part.ORDINAL, start, ending.end(), value, "digits")
    if suffix := _suffix().match(text, end):
        scale = lexicon("numbers")["suffixes"][suffix[1]]
        return Atom(Part.DIGITS, start, suffix.end(), value * scale, "suffixed", scale=scale)
    return Atom(Part.DIGITS, start, end, value)


def _power(written: str) -> Fraction | None:
    """ "1.3x10^6", "1e10", "2.5^-1" or a plain decimal; None for nought to a negative power."""
    if match := re.fullmatch(r"(.+?)(?:[eE]|[x×]10\^)([+-]?\d+)", re.sub(r"\s", "", written)):
        return Fraction(Decimal(match[1])) * Fraction(10) ** int(match[2])
    base, _, exponent = written.partition("^")
    value = Fraction(Decimal(base))
    if not exponent:
        return value
    power = int(exponent.replace("--", "+"))
    return value**power if value or power > 0 else None


def _slash(start: int, written: str) -> Atom:
    """A fraction only where it reads as one: "3/4", not "9/11", "24/7" or "50/50"."""
    above, below = (int(part) for part in written.split("/"))
    end = start + len(written)
    if 0 < above < below and below in _DIVISORS:
        return Atom(Part.FRACTION, start, end, Fraction(above, below))
    return Atom(Part.MALFORMED, start, end, Fraction(0))


def _odd(text: str, start: int, written: str) -> Iterator[Atom]:
    """ "22,24,26,31" is a list of numbers; anything else odd is one malformed number."""
    pieces = written.split(",")
    if len(pieces) > 2 and all(piece.isdigit() and len(piece) < 3 for piece in pieces):
        for piece in pieces:
            yield _numeral(text, start, start + len(piece))
            start += len(piece) + 1
    else:
        yield Atom(Part.MALFORMED, start, start + len(written), Fraction(0))
