"""Extracted mentions against annotated ones: time expressions, quotations with speakers, quantities.

A gold line is an article object with any of `timexes` [{start, end, type, value}], `quotations` [{start, end,
speaker_start?, speaker_end?}] and `quantities` [{value, normalized_unit, unit?}]. Figures are micro-averaged F1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.values import Claim, Kind, Quantity, Quotation, Span, TimeExpression

Gold = dict[str, Any]
LEAST_OVERLAP = 0.8  # of a quotation's characters, intersection over union


@dataclass
class F1:
    """Counts behind one F1."""

    name: str
    hits: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, hits: int, found: int, wanted: int) -> None:
        self.hits, self.found, self.wanted = self.hits + hits, self.found + found, self.wanted + wanted

    def line(self) -> str:
        p = self.hits / self.found if self.found else 0.0
        r = self.hits / self.wanted if self.wanted else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        counts = f"({self.hits} hits, {self.found} found, {self.wanted} wanted)"
        return f"{self.name:<34} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  {counts}"


def score_dates(rows: Iterable[tuple[Gold, Sequence[Claim]]]) -> list[F1]:
    """Spans that share characters, and of those the ones with the same TIMEX value."""
    span, value = F1("dates: span (relaxed)"), F1("dates: span and TIMEX value")
    for gold, claims in rows:
        pairs = _pairs(gold["timexes"], claims, least=0.0)
        same = sum(isinstance(c.value, TimeExpression) and c.value.timex == g["value"] for g, c in pairs)
        span.add(len(pairs), len(claims), len(gold["timexes"]))
        value.add(same, len(claims), len(gold["timexes"]))
    return [span, value]


def score_quotations(rows: Iterable[tuple[Gold, Sequence[Claim]]]) -> list[F1]:
    """Spans at 0.8 overlap, and of those the ones whose speaker mention shares characters with the gold one."""
    span, both = F1("quotations: span"), F1("quotations: span and speaker")
    for gold, claims in rows:
        pairs = _pairs(gold["quotations"], claims, LEAST_OVERLAP)
        named = sum(_speaker_right(g, c) for g, c in pairs)
        span.add(len(pairs), len(claims), len(gold["quotations"]))
        both.add(named, len(claims), len(gold["quotations"]))
    return [span, both]


def score_quantities(rows: Iterable[tuple[Gold, Sequence[Claim]]]) -> list[F1]:
    """The multiset of numbers in each line, and of (number, unit) with plurals and symbols folded."""
    number, both = F1("quantities: number"), F1("quantities: number and unit")
    for gold, claims in rows:
        have = [
            (float(c.value.number), _unit(c.value.unit))
            for c in claims
            if isinstance(c.value, Quantity) and c.value.number is not None
        ]
        want = [(float(q["value"]), {_unit(q["normalized_unit"]), _unit(q.get("unit"))}) for q in gold["quantities"]]
        hits, exact = _numbers_met(list(have), want)
        number.add(hits, len(have), len(want))
        both.add(exact, len(have), len(want))
    return [number, both]


SCORERS: dict[str, tuple[Kind, Callable[[Iterable[tuple[Gold, Sequence[Claim]]]], list[F1]]]] = {
    "timexes": (Kind.DATE, score_dates),
    "quotations": (Kind.QUOTATION, score_quotations),
    "quantities": (Kind.QUANTITY, score_quantities),
}


def score(rows: Sequence[tuple[Gold, Sequence[Claim]]]) -> list[F1]:
    """Every figure the gold lines allow."""
    found = []
    for key, (kind, scorer) in SCORERS.items():
        chosen = [(g, [c for c in claims if c.kind is kind]) for g, claims in rows if key in g]
        if chosen:
            found += scorer(chosen)
    return found


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / max(1, max(a.end, b.end) - min(a.start, b.start))


def _span(gold: Gold) -> Span:
    return Span(gold["start"], gold["end"])


def _pairs(gold: Sequence[Gold], claims: Sequence[Claim], least: float) -> list[tuple[Gold, Claim]]:
    """Greedy one-to-one pairing, best overlap first."""
    scored = sorted(
        ((_overlap(_span(g), c.span), i, j) for i, g in enumerate(gold) for j, c in enumerate(claims)), reverse=True
    )
    used_gold, used_claims, pairs = set(), set(), []
    for overlap, i, j in scored:
        if overlap > 0 and overlap >= least and i not in used_gold and j not in used_claims:
            used_gold.add(i)
            used_claims.add(j)
            pairs.append((gold[i], claims[j]))
    return pairs


def _speaker_right(gold: Gold, claim: Claim) -> bool:
    if "speaker_start" not in gold:
        return True
    span = claim.value.speaker_span if isinstance(claim.value, Quotation) else None
    return span is not None and span.overlaps(Span(gold["speaker_start"], gold["speaker_end"]))


def _numbers_met(have: list[tuple[float, str]], want: Sequence[tuple[float, set[str]]]) -> tuple[int, int]:
    hits = exact = 0
    for value, units in want:
        same = [h for h in have if abs(h[0] - value) <= 1e-9 * max(1.0, abs(value))]
        best = next((h for h in same if h[1] in units), same[0] if same else None)
        if best:
            have.remove(best)
            hits, exact = hits + 1, exact + (best[1] in units)
    return hits, exact


SYMBOLS = {
    "$": "dollar",
    "us$": "dollar",
    "%": "percentage",
    "percent": "percentage",
    "per cent": "percentage",
    "£": "pound sterling",
    "€": "euro",
}


def _unit(text: str | None) -> str:
    plain = (text or "").lower().strip()
    plain = SYMBOLS.get(plain, plain)
    return " ".join(w[:-1] if w.endswith("s") and len(w) > 3 else w for w in plain.split())
