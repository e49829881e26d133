"""Which rows of the list are shown, and in which order. Pure.

Facets narrow together (a kind and a verdict); the choices within one facet widen (dates or names).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from factcheck.values import Decision, Kind
from ui.conflicts import Entry
from ui.theme import Look
from ui.translation import mark

UNDECIDED, DECIDED = "undecided", "decided"
STANDINGS = (UNDECIDED, DECIDED, *(decision.value for decision in Decision))


class Order(StrEnum):
    """How the rows of a section stand."""

    CONFIDENCE = "confidence"
    READING = "reading"
    KIND = "kind"
    UNDECIDED = "undecided"


ORDERS: Mapping[Order, str] = {
    Order.CONFIDENCE: mark("Surest first"),
    Order.READING: mark("As they are read"),
    Order.KIND: mark("By kind"),
    Order.UNDECIDED: mark("Undecided first"),
}

_KINDS = {kind: number for number, kind in enumerate(Kind)}
_KEYS: Mapping[Order, Callable[[Entry], Any]] = {  # rows come surest first, and sorting keeps that among equals
    Order.READING: lambda entry: entry.place,
    Order.KIND: lambda entry: _KINDS[entry.kind] if entry.kind else len(_KINDS),
    Order.UNDECIDED: lambda entry: entry.verdict is not None,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must have to be shown; an empty facet asks for nothing.

    `words` must all stand in the row. `sources` are letters of articles; `standings` are of STANDINGS.
    """

    words: str = ""
    kinds: frozenset[Kind] = frozenset()
    looks: frozenset[Look] = frozenset()
    standings: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

    @property
    def narrows(self) -> bool:
        return self != Filter()

    def without_sources(self) -> Filter:
        """For another case, whose letters are other articles."""
        return replace(self, sources=frozenset())

    def toggled(self, facet: str, choice: str) -> Filter:
        """The filter with one choice of a facet taken in, or out when it was in."""
        return replace(self, **{facet: getattr(self, facet) ^ {choice}})

    def to_text(self) -> str:
        """For the settings."""
        return json.dumps({f.name: _plain(getattr(self, f.name)) for f in fields(self)})


def filter_of(text: str) -> Filter:
    """The filter `to_text` gave; what does not fit is passed over."""
    try:
        found = json.loads(text)
    except ValueError:
        return Filter()
    if not isinstance(found, dict):
        return Filter()
    words = found.get("words", "")
    return Filter(
        words if isinstance(words, str) else "",
        frozenset(Kind(k) for k in _known(found, "kinds", Kind)),
        frozenset(Look(k) for k in _known(found, "looks", Look)),
        frozenset(_known(found, "standings", STANDINGS)),
        frozenset(s for s in _listed(found, "sources") if isinstance(s, str)),
    )


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _known(found: dict[str, Any], facet: str, known: Iterable[str]) -> list[str]:
    return [choice for choice in _listed(found, facet) if choice in list(known)]


def _listed(found: dict[str, Any], facet: str) -> list[Any]:
    choices = found.get(facet, [])
    return choices if isinstance(choices, list) else []


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows that pass in their order; `counts` how many of each kind would pass whatever kinds are asked for,
    `unlikely` how many are held back only because few flags so unsure were right.
    """

    rows: tuple[Entry, ...] = ()
    counts: Mapping[Kind, int] = field(default_factory=dict)
    unlikely: int = 0


def shown(
    rows: Sequence[Entry],
    asked: Filter,
    order: Order = Order.CONFIDENCE,
    least: float = 0.0,
    texts: Mapping[int, str] | None = None,
) -> Shown:
    """The rows that `asked` lets through, section by section, with the headings of sections that have some.

    Undecided conflicts with a confidence below `least` are held back. `texts` gives the lower-case text of a row by its
    number, for those who ask again and again.
    """
    wanted = asked.words.lower().split()
    counts: Counter[Kind] = Counter()
    unlikely = 0
    sections: list[tuple[Entry | None, list[Entry]]] = [(None, [])]
    for number, entry in enumerate(rows):
        if entry.heading:
            sections.append((entry, []))
            continue
        if wanted and not _holds(texts[number] if texts else entry.text, wanted):
            continue
        if not _passes(entry, asked):
            continue
        if entry.conflict and entry.conflict.confidence < least and entry.verdict is None:
            unlikely += 1
            continue
        if entry.kind:
            counts[entry.kind] += 1
        if not asked.kinds or entry.kind in asked.kinds:
            sections[-1][1].append(entry)
    return Shown(_in_order(sections, order), counts, unlikely)


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _passes(entry: Entry, asked: Filter) -> bool:
    """True when all but the words and the kind fit."""
    if asked.looks and entry.look not in asked.looks:
        return False
    if asked.sources and asked.sources.isdisjoint(entry.sources):
        return False
    return not asked.standings or not asked.standings.isdisjoint(_standings(entry))


def _standings(entry: Entry) -> tuple[str, ...]:
    if entry.verdict is not None:
        return DECIDED, entry.verdict.decision.value
    return (UNDECIDED,) if entry.conflict else ()


def _in_order(sections: Iterable[tuple[Entry | None, list[Entry]]], order: Order) -> tuple[Entry, ...]:
    key = _KEYS.get(order)
    found: list[Entry] = []
    for heading, rows in sections:
        if rows and heading:
            found.append(heading)
        found += sorted(rows, key=key) if key else rows
    return tuple(found)
