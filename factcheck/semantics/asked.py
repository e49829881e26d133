"""Which models an analysis is to use: plain values, as a window, a command and the analysis process share them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Models:
    """What a person asks for: likeness of meaning, and the folder of an entailment model of their own."""

    meaning: bool = False
    entailment: str | None = None

    def __bool__(self) -> bool:
        return self.meaning or self.entailment is not None


NO_MODELS = Models()
