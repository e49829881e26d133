"""Which rows of the list are shown, and in which order. Pure.

Facets narrow together (a kind and a verdict); the choices within one facet widen (dates or names).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from itertools import compress
from operator import attrgetter
from typing import Any

from factcheck.review import decides
from factcheck.values import NO_RECORD, Decision, Kind, ReportState
from ui.conflicts import Entry
from ui.team_marks import CHOICES
from ui.theme import Look
from ui.translation import mark

UNDECIDED, DECIDED = "undecided", "decided"
STANDINGS = (UNDECIDED, DECIDED, *(decision.value for decision in Decision))


NO_RATING = "none"


def rating_key(scale: str, step: str) -> str:
    """What the filter calls a step of a scale, in whichever version a rating was given."""
    return f"{scale}/{step}"


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
    Order.READING: attrgetter("place"),
    Order.KIND: lambda entry: _KINDS[entry.kind] if entry.kind else len(_KINDS),
    Order.UNDECIDED: lambda entry: decides(entry.verdict),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must have to be shown; an empty facet asks for nothing.

    `words` must all stand in the row. `sources` are letters of articles; `standings` are of STANDINGS; `states` are of
    the report on what has a record; `people` are of `team_marks.CHOICES`; `ratings` are keys of steps, or NO_RATING.
    """

    words: str = ""
    kinds: frozenset[Kind] = frozenset()
    looks: frozenset[Look] = frozenset()
    standings: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    states: frozenset[ReportState] = frozenset()
    people: frozenset[str] = frozenset()
    ratings: frozenset[str] = frozenset()

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
        frozenset(ReportState(k) for k in _known(found, "states", ReportState)),
        frozenset(_known(found, "people", CHOICES)),
        frozenset(s for s in _listed(found, "ratings") if isinstance(s, str)),
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


class Listing:
    """All rows of a list, section by section, made to be asked again and again: 10,000 rows take a few milliseconds."""

    def __init__(self, rows: Iterable[Entry]) -> None:
        self._sections: list[tuple[Entry | None, list[Entry]]] = [(None, [])]
        self._texts: list[list[str]] | None = None  # made when words are looked for first
        for entry in rows:
            if entry.heading:
                self._sections.append((entry, []))
            else:
                self._sections[-1][1].append(entry)

    def shown(self, asked: Filter, order: Order = Order.CONFIDENCE, least: float = 0.0) -> Shown:
        """The rows that `asked` lets through, with the headings of the sections that have some.

        Undecided conflicts with a confidence below `least` are held back.
        """
        counts: Counter[Kind] = Counter()
        rows: list[Entry] = []
        unlikely = 0
        for (heading, _), held in zip(self._sections, self._holding(asked.words), strict=True):
            passing = _passing(held, asked)
            likely = [entry for entry in passing if not _doubtful(entry, least)] if least else passing
            unlikely += len(passing) - len(likely)
            counts.update(kind for kind in map(_kind, likely) if kind)
            of_kind = [entry for entry in likely if entry.kind in asked.kinds] if asked.kinds else likely
            if of_kind and heading:
                rows.append(heading)
            rows += sorted(of_kind, key=_KEYS[order]) if order in _KEYS else of_kind
        return Shown(tuple(rows), counts, unlikely)

    def ratings(self) -> Counter[str]:
        """How many rows have each rating, and how many none."""
        return Counter(_rating(entry) for _, held in self._sections for entry in held)

    def _holding(self, words: str) -> list[list[Entry]]:
        """The rows of each section in which all the words stand."""
        found = [rows for _, rows in self._sections]
        wanted = words.lower().split()
        if not wanted:
            return found
        if self._texts is None:
            self._texts = [[entry.text for entry in rows] for rows in found]
        texts = self._texts
        for word in wanted:
            kept = [[word in text for text in section] for section in texts]
            found = [list(compress(rows, keep)) for rows, keep in zip(found, kept, strict=True)]
            texts = [list(compress(section, keep)) for section, keep in zip(texts, kept, strict=True)]
        return found


_kind = attrgetter("kind")


def _passing(rows: list[Entry], asked: Filter) -> list[Entry]:
    """The rows that have the status, source and verdict asked for."""
    if asked.looks:
        rows = [entry for entry in rows if entry.look in asked.looks]
    if asked.sources:
        rows = [entry for entry in rows if not asked.sources.isdisjoint(entry.sources)]
    if asked.states:
        rows = [entry for entry in rows if _state(entry) in asked.states]
    if asked.ratings:
        rows = [entry for entry in rows if _rating(entry) in asked.ratings]
    if asked.people:
        rows = [entry for entry in rows if entry.conflict and not asked.people.isdisjoint(entry.team.choices)]
    if asked.standings:
        rows = [entry for entry in rows if not asked.standings.isdisjoint(_standings(entry))]
    return rows


def _doubtful(entry: Entry, least: float) -> bool:
    return entry.conflict is not None and entry.verdict is None and entry.conflict.confidence < least


def _state(entry: Entry) -> ReportState | None:
    """How far the report is on what has a record."""
    record = entry.verdict.record if entry.verdict else NO_RECORD
    return record.state if record != NO_RECORD else None


def _rating(entry: Entry) -> str:
    rating = entry.verdict.record.rating if entry.verdict else None
    return rating_key(rating.scale, rating.step) if rating else NO_RATING


def _standings(entry: Entry) -> tuple[str, ...]:
    if entry.verdict is not None:
        return DECIDED if decides(entry.verdict) else UNDECIDED, entry.verdict.decision.value
    return (UNDECIDED,) if entry.conflict else ()
