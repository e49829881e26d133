"""Runs of atoms -> numbers. One function a construction, each with its example; the longest reading wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache

from factcheck.analysis.numbers.atoms import Atom, Part, runs
from factcheck.shipped import lexicon
from factcheck.values import Span

# Enough for any sum of money in the news and short enough to read: two thirds are 0.666666666666667.
_PRECISION = Context(prec=15)
_WORD = re.compile(r"[^\W\d_]+")


class Form(StrEnum):
    CARDINAL = "cardinal"
    SHARE = "share"  # "two thirds", "one in five"
    ORDINAL = "ordinal"
    VAGUE = "vague"  # "dozens", "a couple of"
    MALFORMED = "malformed"  # "1.2.3": read by nobody, guessed by nobody


@dataclass(frozen=True, slots=True)
class Number:
    """A number at its place. `value` is None when it is malformed or only bounded ("dozens" has `low` 24).

    `scale` is the magnitude it ends in, so that "2 to 3 million" can lend it to the 2.
    """

    span: Span
    value: Decimal | None
    form: Form = Form.CARDINAL
    low: Decimal | None = None
    high: Decimal | None = None
    scale: int = 1


def find(text: str) -> list[Number]:
    """All numbers in `text`, in order, never overlapping."""
    found = _apart(_vague(text))
    taken = [number.span for number in found]
    for run in runs(text):
        read = _Reader(text, run).numbers()
        found += (n for n in read if not _pronoun(text, n) and not any(n.span.overlaps(t) for t in taken))
    return sorted(found, key=lambda number: number.span)


def _apart(found: Iterable[Number]) -> list[Number]:
    """Without those that begin inside the one before: "tens of thousands" holds "thousands"."""
    kept: list[Number] = []
    for number in found:
        if not kept or number.span.start >= kept[-1].span.end:
            kept.append(number)
    return kept


def decimal(value: Fraction) -> Decimal:
    """An exact decimal where there is one, else 15 digits of it."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    exact = value.denominator
    for prime in (2, 5):
        while exact % prime == 0:
            exact //= prime
    if exact == 1 and value.denominator < 10**12:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return _PRECISION.divide(Decimal(value.numerator), Decimal(value.denominator))


# --- vague numbers --------------------------------------------------------------------------------


@cache
def _vague_words() -> tuple[re.Pattern[str], frozenset[str], dict[str, dict[str, int]]]:
    """(the phrases, the words they begin with, what each means)."""
    table = lexicon("numbers")
    known = {words: entry for entry in table["vague"] for words in entry["words"]}
    for times, least in table["multiples"].items():
        for section in ("hundred", "scales", "groups"):
            known |= {f"{times} {word}": {"low": least * value} for word, value in table[section].items()}
    longest = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(longest)})\b".replace(" ", r"\s"), re.IGNORECASE)
    return pattern, frozenset(phrase.split()[0] for phrase in known), known


def _vague(text: str) -> Iterator[Number]:
    """ "dozens of people", "several hundred", "a couple of days"; not "two dozens", which is a number."""
    pattern, first_words, known = _vague_words()
    for word in _WORD.finditer(text):
        # Trying the phrases only where one may begin is ten times as fast as searching for them.
        match = pattern.match(text, word.start()) if word[0].lower() in first_words else None
        if match is None:
            continue
        entry = known[" ".join(match[0].lower().split())]
        value = entry.get("exact", entry.get("about"))
        if value is None and _counted_before(text, match.start()):
            continue
        end = match.end() - len(" of") if match[0].lower().endswith("of") else match.end()
        form = Form.CARDINAL if "exact" in entry else Form.VAGUE
        yield Number(Span(match.start(), end), _maybe(value), form, _maybe(entry.get("low")), _maybe(entry.get("high")))


def _maybe(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _counted_before(text: str, start: int) -> bool:
    before = re.search(r"(\w+)[\s-]+$", text[max(0, start - 20) : start])
    if not before:
        return False
    word = before[1].lower()
    table = lexicon("numbers")
    return word.isdigit() or any(word in table[s] for s in ("units", "teens", "tens", "hundred", "scales"))


def _pronoun(text: str, number: Number) -> bool:
    """ "the one you mentioned", "no one", "this one's": nobody counts."""
    if text[number.span.start : number.span.end].lower() != "one" or re.match(r"-\w", text[number.span.end :][:2]):
        return False
    before = re.search(r"(\w+)\s+$", text[max(0, number.span.start - 20) : number.span.start])
    return bool(before and before[1].lower() in lexicon("numbers")["pronoun"]["before"])


# --- exact numbers --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Value:
    """A number read so far: atoms up to `end`; `scale` is its last magnitude, `whole` false after a fraction."""

    value: Fraction
    end: int
    scale: int = 1
    whole: bool = True
    form: Form = Form.CARDINAL


class _Reader:
    """Reads one run of atoms from left to right."""

    def __init__(self, text: str, atoms: list[Atom]) -> None:
        self.text = text
        self.atoms = atoms

    def numbers(self) -> Iterator[Number]:
        i = 0
        while i < len(self.atoms):
            read = self._number(i)
            if read is None:
                i += 1
                continue
            yield self._made(i, read)
            i = read.end

    def _made(self, start: int, read: _Value) -> Number:
        begin, end = self.atoms[start].start, self.atoms[read.end - 1].end
        value = None if read.form is Form.MALFORMED else decimal(read.value)
        if value is not None and self._dash_before(begin):
            begin, value = begin - 1, -value
        return Number(Span(begin, end), value, read.form, scale=self._magnitude(self.atoms[read.end - 1]))

    @staticmethod
    def _magnitude(last: Atom) -> int:
        """The magnitude a number ends in: a million for "3 million" and "3m", 1 for "3"."""
        if last.word == "suffixed":
            return last.scale
        return int(last.value) if last.part is Part.SCALE else 1

    def _dash_before(self, start: int) -> bool:
        """ "-5", but not the hyphen of "10-15" or "SCP-173"."""
        before = self.text[max(0, start - 4) : start]
        return bool(re.search(r"(?:^|[\s(\[<>=~^])[-−]$", before)) and not re.search(r"\d\s+[-−]$", before)

    def _is(self, i: int, *parts: Part) -> bool:
        return i < len(self.atoms) and self.atoms[i].part in parts

    def _word(self, i: int, *words: str) -> bool:
        return i < len(self.atoms) and self.atoms[i].word in words

    def _after(self, i: int) -> str:
        """The text that follows the atom `i`."""
        return self.text[self.atoms[i].end : self.atoms[i].end + 24]

    def _number(self, i: int) -> _Value | None:
        if self._is(i, Part.MALFORMED):
            return _Value(Fraction(0), i + 1, form=Form.MALFORMED)
        if self._word(i, "minus", "negative"):
            if re.search(r"\bplus or $", self.text[max(0, self.atoms[i].start - 8) : self.atoms[i].start]):
                return None  # a margin of "plus or minus 3 points" is three points wide
            read = self._number(i + 1) if not self._word(i + 1, "minus", "negative") else None
            return read and _Value(-read.value, read.end, form=read.form)
        return self._ordinal(i) or self._ratio(i) or self._mixed(i)

    # --- whole numbers

    def _below_hundred(self, i: int) -> _Value | None:
        """ "seven", "seventeen", "seventy-seven"."""
        if not self._is(i, Part.UNIT, Part.TEEN, Part.TEN):
            return None
        value, end = self.atoms[i].value, i + 1
        if self._is(i, Part.TEN) and self._is(end, Part.UNIT) and self.atoms[end].value:
            value, end = value + self.atoms[end].value, end + 1
        return _Value(value, end)

    def _group(self, i: int) -> _Value | None:
        """What stands before a magnitude: "3", "two hundred and five", "a hundred", "hundred"."""
        if self._is(i, Part.DIGITS):
            read = _Value(self.atoms[i].value, i + 1)
        elif (
            self._word(i, "a", "an")
            and self._is(i + 1, Part.HUNDRED, Part.SCALE, Part.GROUP)
            and not self._word(i + 1, "score")
        ):
            read = _Value(Fraction(1), i + 1)
        elif self._is(i, Part.HUNDRED, Part.SCALE) and self._is(i + 1, Part.SCALE) and not self.atoms[i].plural:
            read = _Value(Fraction(1), i)
        else:
            read = self._below_hundred(i) or _Value(Fraction(0), -1)
        if read.end < 0:
            return None
        return self._hundreds(read) if self._is(read.end, Part.HUNDRED) else read

    def _hundreds(self, read: _Value) -> _Value:
        """ "three hundred", "three hundred and one"; in "3 hundred and 2 hundred" the second stands alone."""
        read = _Value(read.value * 100, read.end + 1, 100)
        tail = self._tail(read.end)
        if tail is None or self._is(tail.end, Part.HUNDRED, Part.GROUP):
            return read
        return _Value(read.value + tail.value, tail.end)

    def _tail(self, i: int) -> _Value | None:
        """ "(and) five" after a hundred; digits need the "and"."""
        j = i + 1 if self._word(i, "and") else i
        if self._is(j, Part.DIGITS) and j > i:
            value = self.atoms[j].value
            return _Value(value, j + 1) if value.denominator == 1 and 0 < value < 100 else None
        tail = self._below_hundred(j)
        return tail if tail is not None and tail.value else None

    def _whole(self, i: int) -> _Value | None:
        """ "twenty-one trillion and three hundred": groups with falling magnitudes."""
        read = self._scaled(i)
        if read is None or read.scale < 1000 or (self._is(i, Part.DIGITS) and self.atoms[i].word == "suffixed"):
            return read
        while True:
            j = read.end + 1 if self._word(read.end, "and") else read.end
            after = self._scaled(j) if self._may_follow(j, read.end) else None
            if after is None or after.value >= read.scale or not after.value:
                return read
            read = _Value(read.value + after.value, after.end, max(after.scale, 1))
            if read.scale < 1000:
                return read

    def _may_follow(self, j: int, last: int) -> bool:
        """Digits continue a number only with a magnitude of their own or after "and" below a hundred."""
        if self._word(j, "a", "an"):
            return self._is(j + 1, Part.HUNDRED)
        if not self._is(j, Part.DIGITS):
            return True
        return self._is(j + 1, Part.HUNDRED, Part.SCALE) or (j > last and 0 < self.atoms[j].value < 100)

    def _scaled(self, i: int) -> _Value | None:
        """ "two hundred thousand", "three lakh crore", "two dozen", "half a million" is elsewhere."""
        read = self._group(i)
        if read is None:
            return None
        value, end, scale = read.value, read.end, 1
        while self._is(end, Part.SCALE) and not (end > i and self.atoms[end - 1].word == "suffixed"):
            scale *= int(self.atoms[end].value)
            value, end = value * self.atoms[end].value, end + 1
        if scale == 1 and self._is(end, Part.GROUP) and self._counts_groups(i, end):
            return _Value(value * self.atoms[end].value, end + 1)
        return _Value(value, end, scale if scale > 1 else read.scale)

    def _counts_groups(self, i: int, end: int) -> bool:
        """ "three dozen"; "three score" and not "a score of 3-1"."""
        return self.atoms[end].word != "score" or (not self._word(i, "a", "an") and not self._is(i, Part.DIGITS))

    def _point(self, read: _Value) -> _Value:
        """ "two hundred point zero three"."""
        if not self._word(read.end, "point") or read.value.denominator != 1:
            return read
        digits, j = "", read.end + 1
        while tail := self._below_hundred(j):
            digits, j = digits + str(tail.value), tail.end
        if not digits:
            return read
        return _Value(read.value + Fraction(int(digits), 10 ** len(digits)), j, whole=False)

    # --- fractions

    def _denominator(self, i: int, one: bool) -> tuple[Fraction, int] | None:
        """ "thirds"; after "one" also "third"; "twenty fifths" divides by 25. (divisor, atoms up to)"""
        if self._is(i, Part.TEN) and self._is(i + 1, Part.DENOMINATOR, Part.ORDINAL):
            ending = self.atoms[i + 1]
            if (
                0 < ending.value < 10
                and ending.word not in lexicon("numbers")["denominators"]
                and (one or ending.plural)
            ):
                return self.atoms[i].value + ending.value, i + 2
        if self._is(i, Part.DENOMINATOR) and self.atoms[i].value > 1 and (self.atoms[i].plural or one):
            return self.atoms[i].value, i + 1
        if one and self._is(i, Part.ORDINAL) and self.atoms[i].value > 2 and self.atoms[i].word != "digits":
            return self.atoms[i].value, i + 1
        return None

    def _simple_fraction(self, i: int) -> _Value | None:
        """ "two thirds", "one-eighth", "3/4", "½", "a half", "half", "a third (of)"."""
        if self._is(i, Part.FRACTION):
            return _Value(self.atoms[i].value, i + 1, whole=False, form=Form.SHARE)
        if self._word(i, "half", "quarter") and not self.atoms[i].plural:
            return self._bare_half(i)
        if self._word(i, "a", "an") and (read := self._a_fraction(i)):
            return read
        numerator = self._whole(i)
        for end in self._ends(i, numerator.end if numerator else i):
            read = self._exactly(i, end)
            below = read and self._denominator(end, read.value == 1)
            if read and below:
                return _Value(read.value / below[0], below[1], whole=False, form=Form.SHARE)
        return None

    def _ends(self, i: int, greedy: int) -> Iterator[int]:
        """Where a numerator may end: before "thirty-fifths" in "one hundred thirty-fifths", else as late as it can."""
        if greedy - 1 > i and self._is(greedy - 1, Part.TEN) and not self._word(greedy - 2, "and"):
            yield greedy - 1
        yield from range(greedy, i, -1)

    def _exactly(self, i: int, end: int) -> _Value | None:
        """The whole number made of just the atoms i..end: "one hundred" before "thirty fifths"."""
        read = _Reader(self.text, self.atoms[:end])._whole(i)
        return read if read and read.end == end else None

    def _bare_half(self, i: int) -> _Value | None:
        """ "half", "half of", "half million"; a quarter alone is a place or three months."""
        value = 1 / self.atoms[i].value
        if self.atoms[i].word == "quarter" and not self._is(i + 1, Part.SCALE):
            return None
        if self._word(i + 1, "a", "an") and not self._is(i + 2, Part.SCALE, Part.GROUP, Part.HUNDRED):
            return _Value(value, i + 1, whole=False, form=Form.SHARE)
        return _Value(value, i + 1, whole=False, form=Form.SHARE)

    def _a_fraction(self, i: int) -> _Value | None:
        """ "a half", "a quarter", and "a third" where no noun makes it the third one."""
        below = self._denominator(i + 1, True)
        if below is None or self._ranks(below[1] - 1):
            return None
        return _Value(1 / below[0], below[1], whole=False, form=Form.SHARE)

    def _ranks(self, last: int) -> bool:
        """ "a third man" against "a third of the men", "a third."."""
        if not self._is(last, Part.ORDINAL) and self.atoms[last].word != "quarter":
            return False
        after = self._after(last)
        return not re.match(r"(?:\s+of\b|\s*$|\s*[.,;:)?!]|\s+(?:less|more|as|to|million|billion|trillion)\b)", after)

    def _mixed(self, i: int) -> _Value | None:
        """A whole number, a fraction, or both, times a magnitude: "two and a half million", "half a dozen"."""
        if (split := self._split(i)) is not None:
            return split
        fraction = self._simple_fraction(i)
        if fraction is not None:
            return self._times(fraction)
        read = self._whole(i)
        if read is None:
            return None
        read = self._point(read)
        if read.value.denominator == 1 and read.whole:
            return self._and_fraction(read)
        return self._times(read) if not read.whole else read

    def _split(self, i: int) -> _Value | None:
        """ "one hundred and three quarters" is 100.75; "one hundred and thirty fifths" is 26, for 30/5 is no part."""
        for k in range(i + 1, min(len(self.atoms) - 1, i + 12)):
            if self._word(k, "and") and (read := self._exactly(i, k)) and read.value.denominator == 1:
                mixed = self._and_fraction(read)
                if mixed.end > k:
                    return mixed
        return None

    def _times(self, read: _Value) -> _Value:
        """ "half a million", "two thirds of a million", "quarter million", "5½ million"."""
        j = read.end
        if self._word(j, "of") and self._word(j + 1, "a") and self._is(j + 2, Part.SCALE):
            j += 2
        elif self._word(j, "a") and self._is(j + 1, Part.SCALE, Part.GROUP, Part.HUNDRED):
            j += 1
        if not self._is(j, Part.SCALE, Part.GROUP, Part.HUNDRED) or (self.atoms[j].plural and j == read.end):
            return read
        return self._times(_Value(read.value * self.atoms[j].value, j + 1, int(self.atoms[j].value)))

    def _and_fraction(self, read: _Value) -> _Value:
        """ "two and a half", "10 1/2", "one million and a half", "one hundred and three and two thirds"."""
        joined = self._word(read.end, "and")
        j = read.end + 1 if joined else read.end
        if not joined and not self._is(j, Part.FRACTION):
            return read
        fraction = self._simple_fraction(j)
        if fraction is None or fraction.value >= 1 or self._word(j, "half", "quarter"):
            return read
        if not self._clear_fraction(fraction.end):
            return read
        scaled = self._times(fraction)
        if scaled.end > fraction.end:
            if scaled.value < read.scale:
                return _Value(read.value + scaled.value, scaled.end)
            return self._times(_Value(read.value + fraction.value, fraction.end, whole=False))
        share = fraction.value * (read.scale if read.scale >= 1000 else 1)
        return _Value(read.value + share, fraction.end, whole=False)

    def _clear_fraction(self, end: int) -> bool:
        """After "and" an ordinal is a fraction only at the end of its phrase: "two and a third was hurt" counts two."""
        return not self._is(end - 1, Part.ORDINAL) or not self._ranks(end - 1)

    # --- ratios and ordinals

    def _ratio(self, i: int) -> _Value | None:
        """ "one in five", "two out of three", "one over three"."""
        above = self._whole(i)
        if above is None or above.value.denominator != 1:
            return None
        word = self.atoms[above.end].word if above.end < len(self.atoms) else ""
        j = above.end + 1
        if word == "out" and self._word(j, "of"):
            word, j = "out of", j + 1
        if word not in {"in", "out of", "over"}:
            return None
        below = self._whole(j)
        if below is None or not below.value or below.value.denominator != 1 or above.value < 0:
            return None
        if not self._is_ratio(word, above.value, below, j):
            return None
        return _Value(above.value / below.value, below.end, whole=False, form=Form.SHARE)

    def _is_ratio(self, word: str, above: Fraction, below: _Value, j: int) -> bool:
        """ "one in five people", not "12 in six boxes", "3 in 2015" or "two in 10 days"."""
        after = self._after(below.end - 1)
        if word == "over":
            return not re.match(r"[\s-]*\w", after)
        if above >= below.value or below.value.denominator != 1:
            return False
        if word == "out of":
            # "94 out of 162 games" states two counts; "two out of three" a share.
            return below.value <= 10 or below.value % 10 == 0
        year = self._is(j, Part.DIGITS) and below.value >= 1000 and below.end == j + 1
        return not year and not re.match(
            r"[\s-]*(?:second|minute|hour|day|night|week|month|year|decade|game|match|%|per\s?cent)", after
        )

    def _ordinal(self, i: int) -> _Value | None:
        """ "third", "4th", "twenty-first", "one hundred twenty-fifth", "two hundredth"."""
        if self._is(i, Part.ORDINAL):
            return _Value(self.atoms[i].value, i + 1, form=Form.ORDINAL)
        if self._is(i, Part.DIGITS, Part.FRACTION):
            return None
        for end in range(min(len(self.atoms) - 1, i + 9), i, -1):
            if self._is(end, Part.ORDINAL) and self.atoms[end].word != "digits":
                value = self._ordinal_value(i, end)
                if value is not None:
                    return _Value(value, end + 1, form=Form.ORDINAL)
        return None

    def _ordinal_value(self, i: int, end: int) -> Fraction | None:
        """The atoms before the ending must complete it: "twenty" + "first", "two" + "hundredth"."""
        last = self.atoms[end]
        if last.value < 100:
            previous = self.atoms[end - 1]
            if (previous.part is Part.TEN and last.value < 10) or previous.part in {Part.HUNDRED, Part.SCALE}:
                if end - 1 == i and previous.part is Part.TEN:
                    return previous.value + last.value
                before = self._exactly(i, end)
            elif self._word(end - 1, "and") and self._is(end - 2, Part.HUNDRED, Part.SCALE):
                before = self._exactly(i, end - 1)
            else:
                return None
            return before.value + last.value if before and self._large(i, before) else None
        before = self._exactly(i, end)
        return before.value * last.value if before and before.value > 1 else None

    def _large(self, i: int, before: _Value) -> bool:
        return before.value % 10 == 0 and not self._is(i, Part.WORD)


def glued(text: str, number: Number) -> bool:
    """Letters touch it: "180ml", "F16". Then it is a measure, a name or nothing, never a plain number."""
    before, after = text[number.span.start - 1 : number.span.start], text[number.span.end : number.span.end + 1]
    return before.isalpha() or (after.isalpha() and text[number.span.end - 1].isdigit())
