"""A person's own model of entailment: what it may be, and what it may say."""

from __future__ import annotations

import json
from pathlib import Path
from queue import Queue

import pytest

from factcheck.cli import main
from factcheck.semantics.aids import aided, load
from factcheck.semantics.asked import Models
from factcheck.semantics.entailment import Entailment
from factcheck.semantics.models import ModelUnusable
from factcheck.settings import chosen_models
from factcheck.values import Analysis, Conflict, Kind
from factcheck.worker import AnalysisWorker, Finished, Reply
from tests.factories import make_article, make_claim, make_conflict
from tests.semantics.tiny import write_entailment

THERE = make_article("There is fraud.", "a")
NOT_THERE = make_article("There is not a fraud.", "b")
ARTICLES = (THERE, NOT_THERE)


def found(kind: Kind = Kind.STATEMENT, *, denied: bool = True) -> Analysis:
    """One conflict between the two articles, or between the first one and its like."""
    one = make_claim(THERE, THERE.text, kind)
    other = make_claim(NOT_THERE, NOT_THERE.text if denied else "fraud", kind)
    group, conflict = make_conflict(1, "Is there fraud?", {"yes": (one,), "no": (other,)}, reason="It is, it is not.")
    return Analysis((one, other), (group,), (conflict,))


def second_opinion(folder: Path, analysis: Analysis) -> Conflict:
    aids = load(Models(entailment=str(folder)))
    assert aids.problems == ()
    (conflict,) = aided(ARTICLES, analysis, aids).conflicts
    return conflict


def why_unusable(folder: Path) -> str:
    """The one line that says why the model in the folder cannot be used."""
    with pytest.raises(ModelUnusable) as raised:
        Entailment.of_folder(str(folder))
    (line,) = str(raised.value).splitlines()
    assert str(folder) in line
    assert line.endswith("the analysis goes on without it")
    return line


def test_a_model_that_agrees_makes_a_statement_conflict_a_little_surer(tmp_path: Path) -> None:
    conflict = second_opinion(write_entailment(tmp_path), found())
    assert conflict.confidence == 0.95
    assert conflict.reason == "It is, it is not; an entailment model agrees."


def test_a_model_that_disagrees_lowers_the_confidence_and_takes_nothing_away(tmp_path: Path) -> None:
    conflict = second_opinion(write_entailment(tmp_path), found(denied=False))
    assert conflict.confidence == 0.85
    assert conflict.reason == "It is, it is not; an entailment model disagrees."


def test_the_order_of_the_labels_is_that_of_the_model(tmp_path: Path) -> None:
    other_order = write_entailment(tmp_path, labels=("entailment", "contradiction", "neutral"))
    assert second_opinion(other_order, found()).reason.endswith("an entailment model disagrees.")


def test_conflicts_of_other_kinds_are_not_asked_about(tmp_path: Path) -> None:
    analysis = found(Kind.QUANTITY)
    assert second_opinion(write_entailment(tmp_path), analysis) == analysis.conflicts[0]


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    assert "no such folder" in why_unusable(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("model.onnx", "model.onnx is missing"),
        ("vocab.txt", "tokenizer.json or vocab.txt is missing"),
        ("config.json", "config.json is missing"),
    ],
)
def test_a_missing_file_is_named(tmp_path: Path, gone: str, told: str) -> None:
    write_entailment(tmp_path)
    (tmp_path / gone).unlink()
    assert told in why_unusable(tmp_path)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("model.onnx", "no model that onnxruntime can read"),
        ("tokenizer.json", "no tokenizer that can be read"),
        ("config.json", "does not name the labels"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, file: str, told: str) -> None:
    write_entailment(tmp_path)
    (tmp_path / file).write_text("no such thing", "utf-8")
    assert told in why_unusable(tmp_path)


def test_a_model_with_other_inputs_is_refused(tmp_path: Path) -> None:
    write_entailment(tmp_path, inputs=("pixels",))
    assert "its inputs are pixels" in why_unusable(tmp_path)


def test_a_model_with_other_labels_is_refused(tmp_path: Path) -> None:
    write_entailment(tmp_path, labels=("happy", "sad"))
    assert "its labels are happy, sad; needed are entailment" in why_unusable(tmp_path)


def test_a_model_that_gives_fewer_numbers_than_it_has_labels_is_refused(tmp_path: Path) -> None:
    write_entailment(tmp_path, width=2)
    assert "gives 1 x 2 numbers for a pair of sentences, not 1 x 3" in why_unusable(tmp_path)


def test_without_its_model_an_analysis_is_as_it_was_and_says_so(tmp_path: Path) -> None:
    analysis = found()
    without = aided(ARTICLES, analysis, load(Models(entailment=str(tmp_path / "nowhere"))))
    (problem,) = without.problems
    assert "no such folder" in problem.message
    assert without.conflicts == analysis.conflicts


# --- asked for by a command, or sent to the analysis process ----------------------------------------


def test_the_command_line_says_in_one_line_that_a_model_is_unusable_and_prints_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.txt"
    file.write_text("Seven died on Monday.", "utf-8")
    assert main(["analyze", "--format", "json", "--entailment", str(tmp_path / "nowhere"), str(file)]) == 1
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert "no such folder with an entailment model" in line
    assert json.loads(said.out)["claims"]


def test_the_analysis_process_uses_the_models_of_the_request(tmp_path: Path) -> None:
    replies: Queue[Reply] = Queue()
    worker = AnalysisWorker(replies.put, analyse="tests.stand_ins:counts", parser="tests.stand_ins:NoParser")
    ticket = worker.analyse(ARTICLES, models=Models(entailment=str(tmp_path / "nowhere")))
    try:
        finished = next(reply for reply in iter(lambda: replies.get(timeout=60), None) if isinstance(reply, Finished))
    finally:
        worker.close()
    assert finished.ticket == ticket
    assert "no such folder" in finished.analysis.problems[-1].message


def test_the_settings_name_the_models_where_nobody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_MEANING", "0")
    assert not chosen_models()
    monkeypatch.setenv("FACTCHECK_ENTAILMENT", "models/nli")
    assert chosen_models() == Models(entailment="models/nli")
    assert chosen_models(True, "other") == Models(meaning=True, entailment="other")
