"""The tables that say what stands behind a figure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factcheck.evaluation import views
from factcheck.evaluation.clusters import Scored, score, tally
from factcheck.values import Analysis, Group, Kind, Status
from tests.evaluation.test_clusters import FIRST, SECOND, gold, reported
from tests.factories import make_claim


def good(folder: Path) -> Scored:
    return score(gold(folder), reported("Seven people", "Five people"))


def bad(folder: Path) -> Scored:
    scored = score(gold(folder), reported("Seven people", "five hurt"))
    return replace(scored, cluster=replace(scored.cluster, name="flood"))


def cells(line: str) -> list[str]:
    return line.split()


def test_a_cluster_shows_its_own_part_and_the_rest_without_it(tmp_path: Path) -> None:
    _, fire, flood = views.cluster_lines([good(tmp_path), bad(tmp_path)])
    assert cells(fire) == ["fire", "1/1", "1/1", "1/1", "0.000", "0.000", "0.000"]
    assert cells(flood) == ["flood", "0/1", "0/1", "0/1", "1.000", "1.000", "1.000"]


def test_clusters_that_are_all_alike_leave_nothing_to_chance(tmp_path: Path) -> None:
    _, *figures = views.interval_lines([good(tmp_path)] * 3)
    assert [cells(f)[-4:] for f in figures] == [["1.000", "1.000", "to", "1.000"]] * 3


def test_clusters_that_differ_leave_the_figure_between_its_bounds(tmp_path: Path) -> None:
    lines = list(views.interval_lines([good(tmp_path)] * 6 + [bad(tmp_path)] * 4))
    value, low, _, high = cells(lines[1])[-4:]
    assert cells(lines[1])[0] == "precision"
    assert 0.2 < float(low) < float(value) == 0.6 < float(high) < 1.0
    assert lines == list(views.interval_lines([good(tmp_path)] * 6 + [bad(tmp_path)] * 4)), "the same each time"


def test_what_is_found_is_told_by_kind(tmp_path: Path) -> None:
    _, quantity = views.kind_lines([good(tmp_path), bad(tmp_path)])
    assert cells(quantity) == ["quantity", "1/2", "0/0", "0/0", "0/0"]


def test_agreements_are_told_right_wrong_or_not_annotated(tmp_path: Path) -> None:
    right = score(gold(tmp_path, "agreement"), agreeing("Seven people", "Five people"))
    wrong = score(gold(tmp_path), agreeing("Seven people", "Five people"))
    unknown = score(gold(tmp_path), agreeing("fire", "blaze"))
    _, quantity = views.agreement_lines([right, wrong, unknown])
    assert cells(quantity) == ["quantity", "3", "1", "1"]


def test_what_one_article_says_twice_is_no_agreement_between_articles(tmp_path: Path) -> None:
    a, b = make_claim(SECOND, "Five people"), make_claim(SECOND, "five hurt")
    scored = score(gold(tmp_path), Analysis((a, b), (Group("g", "?", Kind.QUANTITY, Status.AGREEMENT, (a.id, b.id)),)))
    assert scored.agreements == ()


def agreeing(words_a: str, words_b: str) -> Analysis:
    a, b = make_claim(FIRST, words_a), make_claim(SECOND, words_b)
    return Analysis((a, b), (Group("g", "?", Kind.QUANTITY, Status.AGREEMENT, (a.id, b.id)),))


def test_a_threshold_hides_what_is_less_sure_and_what_it_found(tmp_path: Path) -> None:
    sure, unsure = good(tmp_path), doubted(bad(tmp_path), 0.7)
    shown = {row[0]: row[1:] for row in map(cells, views.threshold_lines([sure, unsure]))}
    assert shown["0.70"] == ["1/2", "0.500", "0.500", "0.500"]
    assert shown["0.75"] == shown["0.90"] == ["1/1", "1.000", "0.500", "0.667"]
    lost = {row[0]: row[1:] for row in map(cells, views.threshold_lines([doubted(sure, 0.7)]))}
    assert lost["0.75"] == ["0/0", "0.000", "0.000", "0.000"]


def doubted(scored: Scored, confidence: float) -> Scored:
    (raised,) = scored.reported
    return replace(scored, reported=(replace(raised, conflict=replace(raised.conflict, confidence=confidence)),))


def test_sums_of_parts_are_those_of_the_whole(tmp_path: Path) -> None:
    parts = [good(tmp_path), bad(tmp_path)]
    assert type(tally(parts)).summed(tally([p]) for p in parts) == tally(parts)
