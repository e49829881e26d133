"""Two accounts of one deed: the slots of a clause as words that can be held against another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

from factcheck.analysis.clauses import AGENT, AHEAD, ALL, PLANNED, POSSIBLE, THEME, TOLD, UNDECIDED, WHEN, same_deeds
from factcheck.analysis.comparison.accounts import Accounts
from factcheck.shipped import lexicon
from factcheck.values import Claim, Kind, Statement

MODALITIES = {TOLD, AHEAD, PLANNED, POSSIBLE, UNDECIDED}
STEM = 5
CROWDED = 40
"""Deeds that share a verb and a word beyond which both say nothing of one event."""
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset({"january", "february", "march", "april", "may", "june", "july"})
MONTHS |= {"august", "september", "october", "november", "december"}


@dataclass(frozen=True)
class Deed:
    """One statement of what happened. Words of its slots are cut to stems: "protester", "protest" are one."""

    claim: Claim
    statement: Statement
    quoted: bool

    @property
    def told(self) -> bool:
        return self.statement.polarity

    @property
    def modality(self) -> str:
        return self.statement.modality

    @property
    def predicate(self) -> str:
        return self.statement.predicate

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The verb, and the lines of the lexicon it stands in."""
        return frozenset({self.predicate}) | same_deeds().get(self.predicate, frozenset())

    @cached_property
    def slots(self) -> dict[str, tuple[str, ...]]:
        """Stems of each slot, its head first."""
        held: dict[str, list[str]] = defaultdict(list)
        for argument in self.statement.arguments:
            slot, _, word = argument.partition(":")
            held[slot].append(word[:STEM])
        return {slot: tuple(words) for slot, words in held.items()}

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(w for slot, words in self.slots.items() if slot not in {WHEN, ALL} for w in words)

    @cached_property
    def whole_words(self) -> frozenset[str]:
        return frozenset(a.partition(":")[2] for a in self.statement.arguments)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(w for w in self.whole_words if any(c.isdigit() for c in w))

    @cached_property
    def days(self) -> frozenset[str]:
        return self.whole_words & (DAYS | MONTHS)

    def of(self, slot: str) -> frozenset[str]:
        return frozenset(self.slots.get(slot, ()))

    def head(self, slot: str) -> str:
        return self.slots[slot][0] if slot in self.slots else ""

    @cached_property
    def bearer(self) -> frozenset[str]:
        """Whom or what it happens to: the theme, without one the agent."""
        return self.of(THEME) or self.of(AGENT)


Pair = tuple[Deed, Deed]


def deeds_of(accounts: Accounts) -> list[Deed]:
    """The statements of what happened, in the order of the text."""
    inside: dict[str, list[Claim]] = defaultdict(list)
    for quotation in accounts.of(Kind.QUOTATION):
        inside[quotation.article].append(quotation)
    return [
        Deed(claim, claim.value, any(q.span.contains(claim.span) for q in inside[claim.article]))
        for claim in accounts.of(Kind.STATEMENT)
        if isinstance(claim.value, Statement) and claim.value.modality in MODALITIES
    ]


def pairs(deeds: Sequence[Deed], keys: Callable[[Deed], Iterable[Hashable]]) -> Iterator[Pair]:
    """Pairs of two articles that share a key, found by an index, in the order of the text."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for number, deed in enumerate(deeds):
        for key in keys(deed):
            index[key].append(number)
    few = [held for held in index.values() if len(held) <= CROWDED]
    for i, j in sorted({pair for held in few for pair in combinations(held, 2)}):
        if deeds[i].claim.article != deeds[j].claim.article:
            yield deeds[i], deeds[j]


def by_word(deed: Deed) -> Iterator[tuple[str, str]]:
    """One deed told with one and the same word."""
    return ((kind, word) for kind in deed.kinds for word in deed.words)


def other_time(a: Deed, b: Deed) -> bool:
    """Two days or months are named, or one tells of a time before: "had not won since 1908", "previously opposed"."""
    limited = [d for d in (a, b) if {"since", "until", WHEN, "after", "before"} & set(d.slots)]
    return bool(a.days and b.days and not a.days & b.days) or bool(limited)


# --- tables -----------------------------------------------------------------------------------------


@cache
def sides() -> dict[str, dict[int, bool]]:
    """For each deed the pairs of opposites it stands in, by their number, and whether it is on the first side."""
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, pair in enumerate(lexicon("deeds")["opposites"]):
        for side in ("one", "other"):
            for word in pair[side]:
                found[word.replace(" the ", " ")][number] = side == "one"
    return dict(found)


@cache
def gives_way(pair: int) -> bool:
    """Whether the first side of a pair may come before the second: at large, then arrested."""
    return bool(lexicon("deeds")["opposites"][pair].get("then", False))
