"""Where things go in the reading area: which articles are open, and how far each is scrolled. Pure: no widgets."""

from __future__ import annotations

from collections.abc import Sequence

# Beyond this many closed articles the rest are reached through the list of conflicts and Alt+number only.
MOST_SPINES = 10


def open_articles(count: int, room: int, wanted: Sequence[int] = (), recent: Sequence[int] = ()) -> tuple[int, ...]:
    """Which of `count` articles are open when `room` fit, in their own order.

    First those `wanted` now (the chosen conflict's, the most wanted first), then those used last (`recent`, latest
    first), then the first.
    """
    ranked = dict.fromkeys((*wanted, *recent, *range(count)))
    return tuple(sorted(index for index in tuple(ranked)[: max(1, room)] if index < count))


def room_for(width: float, count: int, narrowest: float, gutter: float, spine: float) -> int:
    """How many of `count` articles can be open in `width` pixels; the others stand as spines beside them."""
    for number in range(count, 1, -1):
        closed = min(count - number, MOST_SPINES)
        if number * narrowest + (number - 1) * gutter + closed * (spine + 1) <= width:
            return number
    return 1


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
