"""Searches that come back: the recent ones, and those a person saved. A regular expression stays one."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.search import Query
from ui.state import State

RECENT, SAVED = 12, 50  # searches that are kept
PATTERN = ".*\t"
"""Stands before a regular expression in the settings: no words that are typed begin so."""


class KeptSearches:
    """Kept in the settings, one a line."""

    def __init__(self, state: State) -> None:
        self._state = state

    @property
    def recent(self) -> tuple[Query, ...]:
        """The one that led somewhere last comes first."""
        return self._read("recent")

    @property
    def saved(self) -> tuple[Query, ...]:
        return self._read("saved")

    def remember(self, query: Query) -> None:
        """A search has led somewhere."""
        if query.text:
            self._write("recent", (query, *(kept for kept in self.recent if kept != query))[:RECENT])

    def save(self, query: Query) -> None:
        self._write("saved", (*self.saved, query)[-SAVED:])

    def forget(self, query: Query) -> None:
        self._write("saved", (kept for kept in self.saved if kept != query))

    def _read(self, name: str) -> tuple[Query, ...]:
        lines = self._state.read(f"searches/{name}", "").split("\n")
        return tuple(Query(line.removeprefix(PATTERN), line.startswith(PATTERN)) for line in lines if line)

    def _write(self, name: str, searches: Iterable[Query]) -> None:
        lines = ((PATTERN if query.pattern else "") + query.text for query in searches)
        self._state.write(f"searches/{name}", "\n".join(lines))
