"""Agreements told in other words."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.semantics.aids import aided, load
from factcheck.semantics.asked import Models
from factcheck.semantics.meaning import Meaning
from factcheck.semantics.models import load_model
from factcheck.semantics.retold import Near, with_retold
from factcheck.values import Analysis, Kind, Status
from tests.factories import make_article
from tests.semantics.tiny import write_meaning

SINGER = "On Tuesday the singer climbed on a garbage truck outside the tower, holding a hand-painted sign."
STAR = "The star stood on top of a garbage truck on Tuesday and held a painted sign outside the tower."
OTHER = "The council will discuss the price of parking in March."


class Likened:
    """Finds every two sentences of two accounts as near as it is told."""

    def __init__(self, cosine: float) -> None:
        self._cosine = cosine

    def nearest(self, texts: Sequence[str], accounts: Sequence[str], top: int) -> Iterator[Near]:
        assert top > 0
        for one in range(len(texts)):
            for other in range(len(texts)):
                if accounts[one] != accounts[other]:
                    yield Near(one, other, self._cosine)


def retold(*texts: str, cosine: float = 0.9) -> list[tuple[str, ...]]:
    """The groups that are added to the analysis of these accounts, by their words."""
    articles = [make_article(text, f"a{n}", source=f"Source {n}") for n, text in enumerate(texts)]
    plain = analyse(articles, Parser())
    found = with_retold(articles, plain, Likened(cosine))
    assert found.conflicts == plain.conflicts
    assert found.groups[: len(plain.groups)] == plain.groups
    claims = {c.id: c for c in found.claims}
    return [tuple(claims[id].text for id in g.claims) for g in found.groups[len(plain.groups) :]]


def test_one_fact_in_other_words_is_an_agreement() -> None:
    assert retold(SINGER, STAR) == [(SINGER, STAR)]


def test_likeness_of_meaning_alone_is_no_agreement() -> None:
    assert retold(SINGER, OTHER, cosine=1.0) == []


def test_common_words_alone_are_no_agreement() -> None:
    assert retold(SINGER, STAR, cosine=0.3) == []


def test_what_one_account_denies_is_no_agreement() -> None:
    assert retold(SINGER, "On Tuesday the singer did not climb on a garbage truck outside the tower with a sign.") == []


def test_another_number_is_no_agreement() -> None:
    first = "Some 40 divers searched the frozen lake below the mountain hut for the missing climbers."
    assert retold(first, first.replace("40", "90").replace("Some", "Then")) == []


def test_a_group_holds_one_sentence_of_each_article() -> None:
    ((_, other),) = retold(SINGER, f"{STAR}\n{STAR.replace('star', 'singer')}")
    assert other in {STAR, STAR.replace("star", "singer")}


def test_an_added_agreement_is_a_group_of_statements() -> None:
    articles = [make_article(SINGER, "a"), make_article(STAR, "b")]
    found = with_retold(articles, analyse(articles, Parser()), Likened(0.9))
    assert (found.groups[-1].kind, found.groups[-1].status) == (Kind.STATEMENT, Status.AGREEMENT)
    assert len({g.id for g in found.groups}) == len(found.groups)


# --- the models -----------------------------------------------------------------------------------


def test_the_nearest_are_looked_for_in_other_accounts_only(tmp_path: Path) -> None:
    file = write_meaning(tmp_path)
    meaning = Meaning(load_model(file, tmp_path / "vocab.txt"))
    texts = ["a lake froze", "the lake froze", "there is fraud", "there is a crisis"]
    best = {n.text: n.other for n in meaning.nearest(texts, ["x", "y", "x", "y"], 1)}
    assert best == {0: 1, 1: 0, 2: 3, 3: 2}


def test_one_text_has_no_neighbour(tmp_path: Path) -> None:
    meaning = Meaning(load_model(write_meaning(tmp_path), tmp_path / "vocab.txt"))
    assert list(meaning.nearest(["a lake froze"], ["x"], 3)) == []


def test_nobody_is_told_that_a_model_was_loaded(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    write_meaning(tmp_path)
    subprocess.run([sys.executable, "-c", LOADS, tmp_path], env=os.environ | {"TMPDIR": str(temporary)}, check=True)
    # Before it sends anything the runtime notes there when it began.
    assert list(temporary.iterdir()) == []


LOADS = """
import sys
from pathlib import Path
from factcheck.semantics.models import load_model
folder = Path(sys.argv[1])
load_model(next(folder.glob("*.onnx")), folder / "vocab.txt")
"""


def test_the_model_of_the_extra_finds_one_fact_in_other_words() -> None:
    texts = ["The driver was arrested.", "Police have detained the man at the wheel.", "Bread costs more."]
    near = [n for n in Meaning.installed().nearest(texts, ["x", "y", "y"], 1) if n.text == 0]
    assert [(n.other, n.cosine > 0.5) for n in near] == [(1, True)]


def test_without_the_extra_one_line_says_so_and_the_analysis_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    aids = load(Models(meaning=True))
    (line,) = aids.problems
    assert "the extra “semantic” is not installed" in line
    analysis = aided([make_article()], Analysis(), aids)
    assert (analysis.groups, [p.message for p in analysis.problems]) == ((), [line])
