"""How long work reports where it is and learns that nobody wants it any more."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """The person cancelled the work; nothing it did is kept."""


class Progress(Protocol):
    def step(self, done: int, total: int, doing: str = "") -> None:
        """`done` of `total` parts are finished. Raises Cancelled when the work should stop.

        `doing` says in a few words what comes next, e.g. "reading 1 of 1 new article".
        """


class Silent:
    """Progress nobody watches."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        pass
