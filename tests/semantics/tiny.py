"""Models of a few numbers, written as ONNX files, so that a test can say what they think."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper, save

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "not", "there", "is", "a", "fraud", "crisis", "lake", "froze")
LABELS = ("CONTRADICTION", "ENTAILMENT", "NEUTRAL")


def write_vocabulary(folder: Path) -> Path:
    file = folder / "vocab.txt"
    file.write_text("\n".join(WORDS) + "\n", "utf-8")
    return file


def write_entailment(
    folder: Path, labels: Sequence[str] = LABELS, width: int = 3, inputs: Sequence[str] = ("input_ids",)
) -> Path:
    """A model that sees a contradiction (its first number) where "not" stands in the two sentences, else entailment.

    It gives `width` numbers, its labels are named `labels`.
    """
    folder.mkdir(exist_ok=True)
    write_vocabulary(folder)
    names = {str(n): label for n, label in enumerate(labels)}
    (folder / "config.json").write_text(json.dumps({"id2label": names}), "utf-8")
    scores = numpy.zeros((len(WORDS), width), dtype=numpy.float32)
    scores[WORDS.index("not"), 0] = 1.0
    scores[WORDS.index("[CLS]"), min(1, width - 1)] += 0.5
    nodes = [
        helper.make_node("Gather", ["scores", inputs[0]], ["by_token"]),
        helper.make_node("ReduceSum", ["by_token", "tokens"], ["logits"], keepdims=0),
    ]
    fixed = [
        numpy_helper.from_array(scores, "scores"),
        numpy_helper.from_array(numpy.array([1], dtype=numpy.int64), "tokens"),
    ]
    save(_model(nodes, inputs, "logits", ["texts", width], fixed), str(folder / "model.onnx"))
    return folder


def write_meaning(folder: Path) -> Path:
    """A model whose vector of a text counts its words: each word of the vocabulary has a direction of its own."""
    write_vocabulary(folder)
    table = numpy_helper.from_array(numpy.eye(len(WORDS), dtype=numpy.float32), "table")
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["hidden"])]
    file = folder / "model.onnx"
    save(_model(nodes, ("input_ids",), "hidden", ["texts", "tokens", len(WORDS)], [table]), str(file))
    return file


def _model(
    nodes: Sequence[NodeProto],
    inputs: Sequence[str],
    output: str,
    shape: Sequence[str | int],
    fixed: Sequence[TensorProto],
) -> ModelProto:
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"]) for name in inputs],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
        initializer=fixed,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
