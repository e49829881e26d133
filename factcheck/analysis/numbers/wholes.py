"""Whole numbers in words and digits, and the atoms under the reader's finger."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck.analysis.numbers.atoms import Atom, Part
from factcheck.analysis.numbers.values import Form


@dataclass(frozen=True, slots=True)
class Value:
    """A number read so far: atoms up to `end`; `scale` is its last magnitude, `whole` false after a fraction."""

    value: Fraction
    end: int
    scale: int = 1
    whole: bool = True
    form: Form = Form.CARDINAL


class WholeReader:
    """Reads whole numbers from one run of atoms; every method takes the atom to begin at."""

    def __init__(self, text: str, atoms: list[Atom]) -> None:
        self.text = text
        self.atoms = atoms

    def _is(self, i: int, *parts: Part) -> bool:
        return i < len(self.atoms) and self.atoms[i].part in parts

    def _word(self, i: int, *words: str) -> bool:
        return i < len(self.atoms) and self.atoms[i].word in words

    def _after(self, i: int) -> str:
        """The text that follows the atom `i`."""
        return self.text[self.atoms[i].end : self.atoms[i].end + 24]

    def _below_hundred(self, i: int) -> Value | None:
        """ "seven", "seventeen", "seventy-seven"."""
        if not self._is(i, Part.UNIT, Part.TEEN, Part.TEN):
            return None
        value, end = self.atoms[i].value, i + 1
        if self._is(i, Part.TEN) and self._is(end, Part.UNIT) and self.atoms[end].value:
            value, end = value + self.atoms[end].value, end + 1
        return Value(value, end)

    def _group(self, i: int) -> Value | None:
        """What stands before a magnitude: "3", "two hundred and five", "a hundred", "hundred"."""
        if self._is(i, Part.DIGITS):
            read = Value(self.atoms[i].value, i + 1)
        elif (
            self._word(i, "a", "an")
            and self._is(i + 1, Part.HUNDRED, Part.SCALE, Part.GROUP)
            and not self._word(i + 1, "score")
        ):
            read = Value(Fraction(1), i + 1)
        elif self._is(i, Part.HUNDRED, Part.SCALE) and self._is(i + 1, Part.SCALE) and not self.atoms[i].plural:
            read = Value(Fraction(1), i)
        else:
            read = self._below_hundred(i) or Value(Fraction(0), -1)
        if read.end < 0:
            return None
        return self._hundreds(read) if self._is(read.end, Part.HUNDRED) else read

    def _hundreds(self, read: Value) -> Value:
        """ "three hundred", "three hundred and one"; in "3 hundred and 2 hundred" the second stands alone."""
        read = Value(read.value * 100, read.end + 1, 100)
        tail = self._tail(read.end)
        if tail is None or self._is(tail.end, Part.HUNDRED, Part.GROUP):
            return read
        return Value(read.value + tail.value, tail.end)

    def _tail(self, i: int) -> Value | None:
        """ "(and) five" after a hundred; digits need the "and"."""
        j = i + 1 if self._word(i, "and") else i
        if self._is(j, Part.DIGITS) and j > i:
            value = self.atoms[j].value
            return Value(value, j + 1) if value.denominator == 1 and 0 < value < 100 else None
        tail = self._below_hundred(j)
        return tail if tail is not None and tail.value else None

    def _whole(self, i: int) -> Value | None:
        """ "twenty-one trillion and three hundred": groups with falling magnitudes."""
        read = self._scaled(i)
        if read is None or read.scale < 1000 or (self._is(i, Part.DIGITS) and self.atoms[i].word == "suffixed"):
            return read
        while True:
            j = read.end + 1 if self._word(read.end, "and") else read.end
            after = self._scaled(j) if self._may_follow(j, read.end) else None
            if after is None or after.value >= read.scale or not after.value:
                return read
            read = Value(read.value + after.value, after.end, max(after.scale, 1))
            if read.scale < 1000:
                return read

    def _may_follow(self, j: int, last: int) -> bool:
        """Digits continue a number only with a magnitude of their own or after "and" below a hundred."""
        if self._word(j, "a", "an"):
            return self._is(j + 1, Part.HUNDRED)
        if not self._is(j, Part.DIGITS):
            return True
        return self._is(j + 1, Part.HUNDRED, Part.SCALE) or (j > last and 0 < self.atoms[j].value < 100)

    def _scaled(self, i: int) -> Value | None:
        """ "two hundred thousand", "three lakh crore", "two dozen", "half a million" is elsewhere."""
        read = self._group(i)
        if read is None:
            return None
        value, end, scale = read.value, read.end, 1
        while self._is(end, Part.SCALE) and not (end > i and self.atoms[end - 1].word == "suffixed"):
            scale *= int(self.atoms[end].value)
            value, end = value * self.atoms[end].value, end + 1
        if scale == 1 and self._is(end, Part.GROUP) and self._counts_groups(i, end):
            return Value(value * self.atoms[end].value, end + 1)
        return Value(value, end, scale if scale > 1 else read.scale)

    def _counts_groups(self, i: int, end: int) -> bool:
        """ "three dozen"; "three score" and not "a score of 3-1"."""
        return self.atoms[end].word != "score" or (not self._word(i, "a", "an") and not self._is(i, Part.DIGITS))

    def _point(self, read: Value) -> Value:
        """ "two hundred point zero three"."""
        if not self._word(read.end, "point") or read.value.denominator != 1:
            return read
        digits, j = "", read.end + 1
        while tail := self._below_hundred(j):
            digits, j = digits + str(tail.value), tail.end
        if not digits:
            return read
        return Value(read.value + Fraction(int(digits), 10 ** len(digits)), j, whole=False)

    def _exactly(self, i: int, end: int) -> Value | None:
        """The whole number made of just the atoms i..end: "one hundred" before "thirty fifths"."""
        read = WholeReader(self.text, self.atoms[:end])._whole(i)
        return read if read and read.end == end else None
