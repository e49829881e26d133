"""Durations: "two and a half years" P2Y6M, "the past three weeks" P3W with the days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from factcheck.analysis.dates.calendar import add
from factcheck.analysis.dates.counting import Amount, moved
from factcheck.analysis.dates.meaning import Resolved, Setting
from factcheck.values import TimexType

LETTER = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "W",
          "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y",
          "millennium": "Y"}  # fmt: skip
TIMES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
VAGUE_LETTER = {"decade": "E", "century": "C", "millennium": "L"}
HALVES = {"Y": ("M", 6), "H": ("M", 30), "M": ("S", 30)}


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time. `towards` -1 ends now ("the past week"), 1 begins now ("the next two years"), 0 floats."""

    amounts: tuple[Amount, ...]
    towards: int = 0
    today: bool = False  # "within two weeks" may be over today already

    def resolve(self, setting: Setting) -> Resolved | None:
        timex = duration(self.amounts)
        near = setting.published
        clock = any(a.unit in ("second", "minute", "hour") for a in self.amounts)
        if near is None or not self.towards or clock or any(not a.count for a in self.amounts):
            return Resolved(timex, TimexType.DURATION)
        first, last = self._covered(near)
        return Resolved(timex, TimexType.DURATION, first.isoformat(), last.isoformat(), near.isoformat())

    def _covered(self, near: date) -> tuple[date, date]:
        if self.towards < 0:
            return min(near, moved(near, self.amounts, -1)), add(near, days=-1)
        # The day of publication belongs to neither side.
        return near if self.today else add(near, days=1), max(add(near, days=1), moved(near, self.amounts, 1))


def duration(amounts: tuple[Amount, ...]) -> str:
    """TIMEX duration: days and longer after P, clock units after T."""
    days: dict[str, str] = {}
    clock: dict[str, str] = {}
    for amount in amounts:
        parts = clock if amount.unit in ("second", "minute", "hour") else days
        for letter, count in _written(amount):
            parts[letter] = count
    body = "".join(days[k] + k for k in "LECYQMWD" if k in days)
    tail = "".join(clock[k] + k for k in "HMS" if k in clock)
    return "P" + body + ("T" + tail if tail else "")


def _written(amount: Amount) -> list[tuple[str, str]]:
    letter = LETTER[amount.unit]
    if amount.count is None:
        return [(VAGUE_LETTER.get(amount.unit, letter), "X")]
    count = amount.count * TIMES.get(amount.unit, 1)
    if amount.unit == "quarter" and count >= 3:
        letter, count = "M", count * 3
    whole = count.to_integral_value(ROUND_FLOOR)
    finer = HALVES.get(letter) if not (letter == "M" and amount.unit == "month") else None
    if count - whole == Decimal("0.5") and finer:
        half = (finer[0], str(finer[1]))
        return [(letter, str(int(whole))), half] if whole else [half]
    return [(letter, f"{count.normalize():f}")]


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """ "A while", "a fairly lengthy period"."""

    def resolve(self, _: Setting) -> Resolved | None:
        return Resolved("PXX", TimexType.DURATION)
