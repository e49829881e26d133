"""Which marks a person wants to see. Pure: no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from ui import names
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
KINDS = {kind.value: name for kind, name in names.KINDS.items()}


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

    def of(self, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        """The marks with what is hidden told in each; those that are seen take the lanes they need among themselves."""
        if not self.hidden:
            return tuple(marks)
        looks = frozenset[Look]().union(*(looks for name, (_, looks) in STATUSES.items() if name in self.hidden))
        seen: list[Mark] = []
        others: list[Mark] = []
        for mark in marks:
            if mark.look in looks or mark.kind in self.hidden:  # a kind is its own name
                others.append(_unseen(mark))
            else:
                seen.append(mark)
        return tuple(sorted((*in_lanes(seen), *others), key=lambda mark: (mark.span.start, -mark.span.end)))


_NAMES = tuple(field.name for field in fields(Mark))
_values_of = attrgetter(*_NAMES)


def _unseen(mark: Mark) -> Mark:
    """The same mark, hidden. Not by `replace`, which takes four times as long: there are thousands."""
    values = list(_values_of(mark))
    values[_NAMES.index("shown")] = False
    return Mark(*values)
