"""Two accounts of one deed: the slots of a clause as words that can be held against another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factcheck.analysis.clauses import (
    AGENT,
    AHEAD,
    DOING,
    HOW,
    LIMITING,
    PLANNED,
    POSSIBLE,
    THEME,
    TOLD,
    UNDECIDED,
    WHEN,
    same_deeds,
)
from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.statements.bearers import NOBODY, Cast, cast_of
from factcheck.analysis.questions import NOTHING, PLACING, asks, bearers, classes, combined, signs
from factcheck.analysis.statements import EXISTS
from factcheck.analysis.stems import stem
from factcheck.values import Claim, Kind, Statement

MODALITIES = {TOLD, AHEAD, PLANNED, POSSIBLE, UNDECIDED, EXISTS}
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
    cast: Cast = NOBODY

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
            held[slot].append(stem(word))
        return {slot: tuple(words) for slot, words in held.items()}

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(w for slot, words in self.slots.items() if slot not in LIMITING for w in words)

    @cached_property
    def whole_words(self) -> frozenset[str]:
        return frozenset(a.partition(":")[2] for a in self.statement.arguments)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(w for w in self.whole_words if any(c.isdigit() for c in w))

    @cached_property
    def years(self) -> frozenset[str]:
        return frozenset(w for w in self.numbers if len(w) == 4 and w.isdigit() and w[:2] in {"18", "19", "20"})

    @cached_property
    def days(self) -> frozenset[str]:
        return self.whole_words & (DAYS | MONTHS)

    def of(self, slot: str) -> frozenset[str]:
        return frozenset(self.slots.get(slot, ()))

    def head(self, slot: str) -> str:
        return self.slots[slot][0] if slot in self.slots else ""

    @cached_property
    def full(self) -> dict[str, tuple[str, ...]]:
        """Whole words of each slot, its head first."""
        held: dict[str, list[str]] = defaultdict(list)
        for argument in self.statement.arguments:
            slot, _, word = argument.partition(":")
            held[slot].append(word)
        return {slot: tuple(words) for slot, words in held.items()}

    @cached_property
    def stances(self) -> dict[int, tuple[int, bool]]:
        """What the deed answers to the questions of the lexicon: the number of the answer, and whether it is told."""
        return {question: (answer, self.told) for question, (answer, _) in self._answers.items()}

    @cached_property
    def _answers(self) -> dict[int, tuple[int, str]]:
        """For each question the number of the answer and the sign that tells it."""
        found: dict[int, tuple[int, str]] = {}
        for sign in _signs(self):
            for question, answer in signs().get(sign, ()):
                if self.told or not asks(question, "strict"):
                    found.setdefault(question, (answer, sign))
        return found

    def bearers(self, question: int) -> tuple[str, ...]:
        """The words for the one whom a question is about, the head first: whom or what the answer is told of."""
        if self.modality == EXISTS:
            return self.statement.arguments
        if self.predicate.split()[0] in {"give", "hand"} and "to" in self.full:
            return self.full["to"]
        answer, sign = self._answers[question]
        slots = bearers(question, answer, self.predicate.split()[0])
        held = (tuple(w for w in self.full.get(slot, ()) if w not in sign.split()) for slot in slots)
        return next(filter(None, held), ())

    @cached_property
    def bearer(self) -> frozenset[str]:
        """Whom or what it happens to: the theme, without one the agent."""
        return self.of(THEME) or self.of(AGENT)


Pair = tuple[Deed, Deed]


def deeds_of(accounts: Accounts) -> list[Deed]:
    """The statements of what happened, in the order of the text."""
    cast = cast_of(accounts)
    inside: dict[str, list[Claim]] = defaultdict(list)
    for quotation in accounts.of(Kind.QUOTATION):
        inside[quotation.article].append(quotation)
    return [
        Deed(claim, claim.value, any(q.span.contains(claim.span) for q in inside[claim.article]), cast)
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


def _signs(deed: Deed) -> Iterator[str]:
    """What a deed may stand as in the lexicon, most telling first: "insurance pay", "flee on foot", "flee"."""
    if deed.modality == EXISTS:
        yield from (f"there is {noun}" for noun in _names_of(deed.predicate))
        yield from (f"there is {deed.predicate} {word}" for word in deed.statement.arguments)
        return
    if deed.predicate in combined():
        yield from _combined(deed)
    for slot, words in deed.full.items():
        if slot in PLACING:
            yield from (f"{slot} {word}" for word in words)
    if THEME not in deed.full:
        yield f"{deed.predicate} {NOTHING}"
    yield deed.predicate


def _combined(deed: Deed) -> Iterator[str]:
    """The deed with its subject, object or place: "insurance pay", "pay ransom", "flee on foot"."""
    subjects = deed.full.get(AGENT, ())[:1] + deed.full.get(THEME, ())[:1]
    yield from (f"{noun} {deed.predicate}" for word in subjects for noun in _names_of(word))
    for slot, words in deed.full.items():
        between = "" if slot in {THEME, "is", HOW, DOING} else f"{slot} "
        if slot not in LIMITING - {HOW, DOING} | {AGENT}:
            yield from (f"{deed.predicate} {between}{noun}" for word in words for noun in _names_of(word))
            yield f"{deed.predicate} {slot}"


def _names_of(word: str) -> Iterator[str]:
    yield word
    yield from classes().get(word, ())
