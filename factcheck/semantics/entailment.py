"""A person's own model of entailment: a folder with model.onnx, its tokenizer, and the names of its labels."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from factcheck.semantics.models import Model, ModelUnusable, load_model

TOKENIZERS = ("tokenizer.json", "vocab.txt")
LABELS = ("entailment", "neutral", "contradiction")


@dataclass(frozen=True)
class Entailment:
    """opinions.Entails by a model of three labels, of which one is called contradiction."""

    model: Model
    contradiction: int  # its place among the labels

    @classmethod
    def of_folder(cls, folder: str) -> Entailment:
        """Load the model and try it once, so that an analysis never learns half-way. Raises ModelUnusable."""
        place = Path(folder)
        if not place.is_dir():
            raise ModelUnusable(folder, "no such folder with an entailment model")
        tokens = next((place / name for name in TOKENIZERS if (place / name).is_file()), None)
        for name, there in (("model.onnx", (place / "model.onnx").is_file()), (" or ".join(TOKENIZERS), tokens)):
            if not there:
                raise ModelUnusable(folder, f"{name} is missing")
        assert tokens is not None
        labels = _labels(place / "config.json")
        found = cls(load_model(place / "model.onnx", tokens), labels.index("contradiction"))
        found._try(folder, len(labels))
        return found

    def contradict(self, premise: str, hypothesis: str) -> bool:
        scores, _ = self.model([(premise, hypothesis)])
        return int(scores[0].argmax()) == self.contradiction

    def _try(self, folder: str, labels: int) -> None:
        try:
            scores, _ = self.model([("Ann is here.", "Ann is away.")])
        except Exception as error:  # the runtime's errors have no base class of their own
            raise ModelUnusable(folder, "the model does not read what its tokenizer gives it") from error
        if scores.shape != (1, labels):
            shape = " x ".join(map(str, scores.shape))
            raise ModelUnusable(folder, f"the model gives {shape} numbers for a pair of sentences, not 1 x {labels}")


def _labels(config: Path) -> list[str]:
    """The labels in the order of the model's scores, in lower case. Raises ModelUnusable."""
    try:
        named: dict[str, str] = json.loads(config.read_text("utf-8"))["id2label"]
        labels = [named[str(n)].lower() for n in range(len(named))]
    except FileNotFoundError:
        raise ModelUnusable(str(config.parent), "config.json is missing") from None
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ModelUnusable(str(config), "it does not name the labels of the model (id2label)") from error
    if sorted(labels) != sorted(LABELS):
        raise ModelUnusable(str(config), f"its labels are {', '.join(labels)}; needed are {', '.join(LABELS)}")
    return labels
