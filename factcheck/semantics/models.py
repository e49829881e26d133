"""A model in the ONNX format with its tokenizer: the one place that knows how they are loaded and fed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from numpy import ndarray
    from onnxruntime import InferenceSession
    from tokenizers import BertWordPieceTokenizer, Tokenizer

EXTRA = "the extra “semantic” is not installed (pip install 'factcheck-workbench[semantic]')"
INPUTS = {"input_ids", "attention_mask", "token_type_ids"}
"""What a model that reads token numbers may ask for; the first it must."""
TOKENS = 256
"""Longer texts are cut: no sentence of news is longer, and the time of a batch grows with its longest text."""
ERRORS_ONLY = 3
SILENCED = "ORT_DISABLE_TELEMETRY"
"""Newer versions of onnxruntime send their maker a message about every model they load, unless this is set before they
are imported: their function that turns messages off comes too late for the first ones."""


class ModelUnusable(FactcheckError):
    """A model is not there or not of the kind that is needed."""

    def __init__(self, model: str, why: str) -> None:
        super().__init__(f"{model}: {why}; the analysis goes on without it")


@dataclass(frozen=True)
class Model:
    """Texts, or pairs of texts, to the first output of the model."""

    session: InferenceSession
    tokenizer: Tokenizer | BertWordPieceTokenizer

    def __call__(self, texts: Sequence[str] | Sequence[tuple[str, str]]) -> tuple[ndarray, ndarray]:
        """The output for each text, and which of its tokens (texts, tokens) are no padding."""
        from numpy import array, int64

        encoded = self.tokenizer.encode_batch(list(texts))
        fed = {
            "input_ids": array([e.ids for e in encoded], dtype=int64),
            "attention_mask": array([e.attention_mask for e in encoded], dtype=int64),
            "token_type_ids": array([e.type_ids for e in encoded], dtype=int64),
        }
        wanted = {i.name: fed[i.name] for i in self.session.get_inputs()}
        return self.session.run(None, wanted)[0], fed["attention_mask"]


def load_model(model: Path, tokens: Path) -> Model:
    """The model of these files; `tokens` is a tokenizer.json, or the vocab.txt of a BERT model without case.

    Raises ModelUnusable.
    """
    os.environ[SILENCED] = "1"
    try:
        import onnxruntime
        from tokenizers import BertWordPieceTokenizer, Tokenizer
    except ImportError:
        raise ModelUnusable(str(model), EXTRA) from None
    options = onnxruntime.SessionOptions()
    options.log_severity_level = ERRORS_ONLY
    options.intra_op_num_threads = 1  # two were no faster on two cores, and the window needs one
    try:
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's errors have no base class of their own
        raise ModelUnusable(str(model), "no model that onnxruntime can read") from error
    names = {i.name for i in session.get_inputs()}
    if "input_ids" not in names or not names <= INPUTS:
        raise ModelUnusable(str(model), f"its inputs are {', '.join(sorted(names))}, not input_ids and attention_mask")
    try:
        plain = tokens.suffix == ".txt"
        tokenizer = BertWordPieceTokenizer(str(tokens)) if plain else Tokenizer.from_file(str(tokens))
    except Exception as error:  # so do the tokenizer's
        raise ModelUnusable(str(tokens), "no tokenizer that can be read") from error
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding(**_padding(tokenizer))
    return Model(session, tokenizer)


def _padding(tokenizer: Tokenizer | BertWordPieceTokenizer) -> dict[str, int | str]:
    """As the file has it, save a fixed length; else as the token that is called so."""
    given = tokenizer.padding or {}
    token = str(given.get("pad_token") or next((t for t in ("[PAD]", "<pad>") if tokenizer.token_to_id(t)), "[PAD]"))
    return {"pad_token": token, "pad_id": tokenizer.token_to_id(token) or 0}
