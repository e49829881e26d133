"""Where things go in the reading area: which articles are open, and how far each is scrolled. Pure: no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

# Beyond this many closed articles the rest are reached through the list of conflicts and Alt+number only.
MOST_SPINES = 10


class Side(Enum):
    """Where an article stands among the open ones: its column is pushed towards its neighbour."""

    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    ONLY = "only"


def open_articles(
    shown: Sequence[int], room: int, wanted: Sequence[int] = (), recent: Sequence[int] = ()
) -> tuple[int, ...]:
    """Which of the articles `shown` are open when `room` fit, in the order they are shown in.

    First those `wanted` now (the chosen conflict's, the most wanted first), then those used last (`recent`, latest
    first), then the first.
    """
    ranked = [number for number in dict.fromkeys((*wanted, *recent, *shown)) if number in shown]
    chosen = set(ranked[: max(1, room)])
    return tuple(number for number in shown if number in chosen)


def room_for(width: float, count: int, narrowest: float, gutter: float, spine: float) -> int:
    """How many of `count` articles can be open in `width` pixels; the others stand as spines beside them."""
    for number in range(count, 1, -1):
        closed = min(count - number, MOST_SPINES)
        if number * narrowest + (number - 1) * gutter + closed * (spine + 1) <= width:
            return number
    return 1


class Order:
    """The order articles are shown in, by their numbers in the case, and which of them are hidden."""

    def __init__(self, count: int) -> None:
        self.numbers = list(range(count))
        self.hidden: set[int] = set()

    def shown(self) -> tuple[int, ...]:
        return tuple(number for number in self.numbers if number not in self.hidden)

    def can_move(self, number: int, by: int) -> bool:
        """Whether there is a shown article to go past, to the right (1) or left (-1)."""
        shown = self.shown()
        return number in shown and 0 <= shown.index(number) + by < len(shown)

    def move(self, number: int, by: int) -> None:
        """Put an article on the other side of its shown neighbour."""
        if self.can_move(number, by):
            shown = self.shown()
            self.place(number, shown.index(number) + by)

    def place(self, number: int, position: int) -> None:
        """Make an article the one at this position (from 0) of those shown."""
        others = [other for other in self.shown() if other != number]
        others.insert(min(max(position, 0), len(others)), number)
        following = iter(others)
        self.numbers = [each if each in self.hidden else next(following) for each in self.numbers]

    def hide(self, number: int) -> bool:
        """Take an article out of sight. False for the last one that is shown."""
        if number in self.hidden or len(self.shown()) < 2:
            return False
        self.hidden.add(number)
        return True

    def restore(self, numbers: object, hidden: object) -> None:
        """Take up what was remembered, as far as it makes sense."""
        if isinstance(numbers, list) and all(isinstance(number, int) for number in numbers):
            self.numbers = numbers if sorted(numbers) == sorted(self.numbers) else self.numbers
        if isinstance(hidden, list):
            mine = {number for number in hidden if isinstance(number, int) and number in self.numbers}
            self.hidden = mine if len(mine) < len(self.numbers) else set()


def level(passages: Sequence[tuple[float, float]], height: float, share: float = 0.3) -> list[int]:
    """How far to scroll each article so that its passage stands at the same height as the others'.

    `passages` gives for each its top in the article and the furthest the article scrolls, in pixels. The common
    height is `share` of the view where all can reach it, else the nearest one that they can.
    """
    if not passages:
        return []
    lowest = min(top for top, _ in passages)
    highest = max(top - furthest for top, furthest in passages)
    y = min(max(share * height, highest), lowest)
    return [round(min(max(top - y, 0), furthest)) for top, furthest in passages]
