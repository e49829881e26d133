"""Filters that a person has given a name, kept in the settings."""

from __future__ import annotations

import json

from ui.filters import Filter, Order, filter_of
from ui.state import State

KEY = "list/kept"


class SavedFilters:
    """By name, in the order of their names. What does not fit in a file edited by hand is passed over."""

    def __init__(self, state: State) -> None:
        self._state = state

    def all(self) -> dict[str, tuple[Filter, Order]]:
        try:
            found = json.loads(self._state.read(KEY, "{}"))
        except ValueError:
            found = {}
        kept = found.items() if isinstance(found, dict) else ()
        read = {name: value for name, value in kept if isinstance(value, dict)}
        return {name: _read(read[name]) for name in sorted(read, key=str.casefold)}

    def keep(self, name: str, asked: Filter, order: Order) -> None:
        """Under this name, instead of what was kept under it."""
        self._write({**self.all(), name: (asked.without_sources(), order)})

    def forget(self, name: str) -> None:
        self._write({other: kept for other, kept in self.all().items() if other != name})

    def _write(self, kept: dict[str, tuple[Filter, Order]]) -> None:
        plain = {name: {"filter": asked.to_text(), "order": order.value} for name, (asked, order) in kept.items()}
        self._state.write(KEY, json.dumps(plain, ensure_ascii=False))


def _read(value: dict[str, object]) -> tuple[Filter, Order]:
    order = str(value.get("order"))
    return filter_of(str(value.get("filter", ""))), Order(order) if order in list(Order) else Order.CONFIDENCE
