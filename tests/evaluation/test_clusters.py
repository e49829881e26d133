"""Scoring against annotated clusters says what a reader would say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.evaluation.clusters import Cluster, read_cluster, score, tally
from factcheck.values import Analysis, Article, Group, Kind, Status
from tests.factories import make_article, make_claim, make_conflict

FIRST = make_article("Seven people died in the fire.", "a")
SECOND = make_article("Five people died in the blaze; five hurt.", "b")


def member(article: str, text: str, words: str, value: str) -> dict[str, object]:
    start = text.index(words)
    return {"article": article, "quote": words, "start": start, "end": start + len(words), "value": value}


def gold(folder: Path, label: str = "conflict", values: tuple[str, str] = ("7", "5")) -> Cluster:
    members = [
        member("01", FIRST.text, "Seven people died", values[0]),
        member("02", SECOND.text, "Five people died", values[1]),
    ]
    item = {"id": "i1", "label": label, "kind": "quantity", "question": "How many died?", "members": members}
    (folder / "gold.json").write_text(json.dumps({"cluster": "fire", "items": [item]}))
    return read_cluster(folder, (FIRST, SECOND))


def reported(words_a: str, words_b: str) -> Analysis:
    a, b = make_claim(FIRST, words_a), make_claim(SECOND, words_b)
    group, conflict = make_conflict(1, "How many?", {"7": (a,), "5": (b,)})
    return Analysis((a, b), (group,), (conflict,))


def test_a_conflict_on_the_annotated_words_is_found(tmp_path: Path) -> None:
    total = tally([score(gold(tmp_path), reported("Seven people", "Five people"))])
    assert (total.found["clear"], total.right, total.alarms) == (1, 1, 0)


def test_a_conflict_on_other_words_is_a_false_alarm(tmp_path: Path) -> None:
    total = tally([score(gold(tmp_path), reported("Seven people", "five hurt"))])
    assert (total.found["clear"], total.right, total.alarms) == (0, 0, 1)
    assert total.precision == 0.0


def test_raising_an_annotated_non_conflict_is_a_known_alarm(tmp_path: Path) -> None:
    total = tally([score(gold(tmp_path, "not_conflict"), reported("Seven people", "Five people"))])
    assert (total.alarms, total.known_alarms) == (1, 1)


def test_members_with_one_value_make_no_conflict(tmp_path: Path) -> None:
    total = tally([score(gold(tmp_path, values=("7", "7")), reported("Seven people", "Five people"))])
    assert total.right == 0


def test_an_agreement_counts_when_its_members_stand_in_one_group(tmp_path: Path) -> None:
    a, b = make_claim(FIRST, "Seven people"), make_claim(SECOND, "Five people")
    analysis = Analysis((a, b), (Group("g", "?", Kind.QUANTITY, Status.AGREEMENT, (a.id, b.id)),))
    assert tally([score(gold(tmp_path, "agreement"), analysis)]).found["agreement"] == 1


def test_gold_that_does_not_fit_its_articles_is_refused(tmp_path: Path) -> None:
    gold(tmp_path)
    short: tuple[Article, ...] = (FIRST,)
    with pytest.raises(FactcheckError, match="does not fit"):
        read_cluster(tmp_path, short)


def test_reporting_nothing_finds_nothing(tmp_path: Path) -> None:
    total = tally([score(gold(tmp_path), Analysis())])
    assert (total.recall, total.alarms, total.wanted["clear"]) == (0.0, 0, 1)
