"""How long work reports where it is and learns that nobody wants it any more."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """The person cancelled the work; nothing it did is kept."""


class Progress(Protocol):
    def step(self, done: int, total: int) -> None:
        """`done` of `total` parts are finished. Raises Cancelled when the work should stop."""


class Silent:
    """Progress nobody watches."""

    def step(self, done: int, total: int) -> None:
        pass
