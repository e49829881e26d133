"""Runs of atoms -> exact numbers. One function a construction, each with its example; the longest reading wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from fractions import Fraction

from factcheck.analysis.numbers.atoms import Atom, Part, runs
from factcheck.analysis.numbers.values import Form, Number
from factcheck.analysis.numbers.wholes import Value, WholeReader
from factcheck.shipped import lexicon
from factcheck.values import Span

# Enough for any sum of money in the news and short enough to read: two thirds are 0.666666666666667.
_PRECISION = Context(prec=15)


def exact(text: str) -> Iterator[Number]:
    """Every number that digits or words spell out, in order."""
    for run in runs(text):
        yield from _Reader(text, run).numbers()


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


class _Reader(WholeReader):
    """Reads one run of atoms from left to right: whole numbers, fractions, ratios and ordinals."""

    def numbers(self) -> Iterator[Number]:
        i = 0
        while i < len(self.atoms):
            read = self._number(i)
            if read is None:
                i += 1
                continue
            yield self._made(i, read)
            i = read.end

    def _made(self, start: int, read: Value) -> Number:
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

    def _number(self, i: int) -> Value | None:
        if self._is(i, Part.MALFORMED):
            return Value(Fraction(0), i + 1, form=Form.MALFORMED)
        if self._word(i, "minus", "negative"):
            if re.search(r"\bplus or $", self.text[max(0, self.atoms[i].start - 8) : self.atoms[i].start]):
                return None  # a margin of "plus or minus 3 points" is three points wide
            read = self._number(i + 1) if not self._word(i + 1, "minus", "negative") else None
            return read and Value(-read.value, read.end, form=read.form)
        return self._ordinal(i) or self._ratio(i) or self._mixed(i)

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

    def _simple_fraction(self, i: int) -> Value | None:
        """ "two thirds", "one-eighth", "3/4", "½", "a half", "half", "a third (of)"."""
        if self._is(i, Part.FRACTION):
            return Value(self.atoms[i].value, i + 1, whole=False, form=Form.SHARE)
        if self._word(i, "half", "quarter") and not self.atoms[i].plural:
            return self._bare_half(i)
        if self._word(i, "a", "an") and (read := self._a_fraction(i)):
            return read
        numerator = self._whole(i)
        for end in self._ends(i, numerator.end if numerator else i):
            read = self._exactly(i, end)
            below = read and self._denominator(end, read.value == 1)
            if read and below:
                return Value(read.value / below[0], below[1], whole=False, form=Form.SHARE)
        return None

    def _ends(self, i: int, greedy: int) -> Iterator[int]:
        """Where a numerator may end: before "thirty-fifths" in "one hundred thirty-fifths", else as late as it can."""
        if greedy - 1 > i and self._is(greedy - 1, Part.TEN) and not self._word(greedy - 2, "and"):
            yield greedy - 1
        yield from range(greedy, i, -1)

    def _bare_half(self, i: int) -> Value | None:
        """ "half", "half of", "half million"; a quarter alone is a place or three months."""
        if self.atoms[i].word == "quarter" and not self._is(i + 1, Part.SCALE):
            return None
        return Value(1 / self.atoms[i].value, i + 1, whole=False, form=Form.SHARE)

    def _a_fraction(self, i: int) -> Value | None:
        """ "a half", "a quarter", and "a third" where no noun makes it the third one."""
        below = self._denominator(i + 1, True)
        if below is None or self._ranks(below[1] - 1):
            return None
        return Value(1 / below[0], below[1], whole=False, form=Form.SHARE)

    def _ranks(self, last: int) -> bool:
        """ "a third man" against "a third of the men", "a third."."""
        if not self._is(last, Part.ORDINAL) and self.atoms[last].word != "quarter":
            return False
        after = self._after(last)
        return not re.match(r"(?:\s+of\b|\s*$|\s*[.,;:)?!]|\s+(?:less|more|as|to|million|billion|trillion)\b)", after)

    def _mixed(self, i: int) -> Value | None:
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

    def _split(self, i: int) -> Value | None:
        """ "one hundred and three quarters" is 100.75; "one hundred and thirty fifths" is 26, for 30/5 is no part."""
        for k in range(i + 1, min(len(self.atoms) - 1, i + 12)):
            if self._word(k, "and") and (read := self._exactly(i, k)) and read.value.denominator == 1:
                mixed = self._and_fraction(read)
                if mixed.end > k:
                    return mixed
        return None

    def _times(self, read: Value) -> Value:
        """ "half a million", "two thirds of a million", "quarter million", "5½ million"."""
        j = read.end
        if self._word(j, "of") and self._word(j + 1, "a") and self._is(j + 2, Part.SCALE):
            j += 2
        elif self._word(j, "a") and self._is(j + 1, Part.SCALE, Part.GROUP, Part.HUNDRED):
            j += 1
        if not self._is(j, Part.SCALE, Part.GROUP, Part.HUNDRED) or (self.atoms[j].plural and j == read.end):
            return read
        return self._times(Value(read.value * self.atoms[j].value, j + 1, int(self.atoms[j].value)))

    def _and_fraction(self, read: Value) -> Value:
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
                return Value(read.value + scaled.value, scaled.end)
            return self._times(Value(read.value + fraction.value, fraction.end, whole=False))
        share = fraction.value * (read.scale if read.scale >= 1000 else 1)
        return Value(read.value + share, fraction.end, whole=False)

    def _clear_fraction(self, end: int) -> bool:
        """After "and" an ordinal is a fraction only at the end of its phrase: "two and a third was hurt" counts two."""
        return not self._is(end - 1, Part.ORDINAL) or not self._ranks(end - 1)

    # --- ratios and ordinals

    def _ratio(self, i: int) -> Value | None:
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
        return Value(above.value / below.value, below.end, whole=False, form=Form.SHARE)

    def _is_ratio(self, word: str, above: Fraction, below: Value, j: int) -> bool:
        """ "one in five people", not "12 in six boxes", "3 in 2015" or "two in 10 days"."""
        after = self._after(below.end - 1)
        if word == "over":
            return not re.match(r"[\s-]*\w", after)
        if above >= below.value or below.value.denominator != 1:
            return False
        if word == "out of":
            # "94 out of 162 games" states two counts; "two out of three" a share.
            return below.value <= 10 or below.value % 10 == 0
        if re.match(r"[\s-]*(?:extra\s)?(?:inning|set|round|frame|attempt|start|outing|over)", after):
            return False  # "won 8-7 in ten innings"
        year = self._is(j, Part.DIGITS) and below.value >= 1000 and below.end == j + 1
        return not year and not re.match(
            r"[\s-]*(?:second|minute|hour|day|night|week|month|year|decade|game|match|%|per\s?cent)", after
        )

    def _ordinal(self, i: int) -> Value | None:
        """ "third", "4th", "twenty-first", "one hundred twenty-fifth", "two hundredth"."""
        if self._is(i, Part.ORDINAL):
            return Value(self.atoms[i].value, i + 1, form=Form.ORDINAL)
        if self._is(i, Part.DIGITS, Part.FRACTION):
            return None
        for end in range(min(len(self.atoms) - 1, i + 9), i, -1):
            if self._is(end, Part.ORDINAL) and self.atoms[end].word != "digits":
                value = self._ordinal_value(i, end)
                if value is not None:
                    return Value(value, end + 1, form=Form.ORDINAL)
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

    def _large(self, i: int, before: Value) -> bool:
        return before.value % 10 == 0 and not self._is(i, Part.WORD)
