"""Which marks a person wants to see. Pure: no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.values import Kind
from ui.reading.marks import Mark, in_lanes
from ui.theme import Look
from ui.translation import mark as text

# What can be hidden together, by its name in the settings: the words of the menu, and the looks it covers.
STATUSES = {
    "conflict": (text("Conflicts"), frozenset({Look.CONFLICT, Look.WITHIN})),
    "update": (text("Updates"), frozenset({Look.UPDATE})),
    "agreement": (text("Agreements"), frozenset({Look.AGREEMENT, Look.COMPATIBLE})),
    "single": (text("Single sources"), frozenset({Look.SINGLE})),
}
KINDS = {
    Kind.QUANTITY.value: text("Numbers"),
    Kind.DATE.value: text("Dates"),
    Kind.QUOTATION.value: text("Quotations"),
    Kind.ATTRIBUTION.value: text("Who said it"),
    Kind.NAME.value: text("Names"),
    Kind.STATEMENT.value: text("Statements"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is hidden, by the names of `STATUSES` and `KINDS`. A mark is shown when neither of its two is hidden."""

    hidden: frozenset[str] = frozenset()

    @classmethod
    def read(cls, kept: str) -> Shown:
        """From what `written` gave; names nobody knows are passed over."""
        return cls(frozenset(kept.split()) & {*STATUSES, *KINDS})

    def written(self) -> str:
        return " ".join(sorted(self.hidden))

    def toggled(self, name: str) -> Shown:
        return Shown(self.hidden ^ {name})

    def passes(self, mark: Mark) -> bool:
        if mark.kind is not None and mark.kind.value in self.hidden:
            return False
        return not any(name in self.hidden and mark.look in looks for name, (_, looks) in STATUSES.items())

    def of(self, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        """The marks with what is hidden told in each; those that are seen take the lanes they need among themselves."""
        if not self.hidden:
            return tuple(marks)
        seen = in_lanes(replace(mark, lane=0) for mark in marks if self.passes(mark))
        return tuple(_in_order((*seen, *(replace(mark, shown=False) for mark in marks if not self.passes(mark)))))


def _in_order(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
