"""The tables `factcheck evaluate` prints, as lines of text."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse, extract
from factcheck.errors import FactcheckError
from factcheck.evaluation import clusters, date_specs, mentions, number_specs, specs, views
from factcheck.evaluation.clusters import Scored
from factcheck.intake import article_from_json, read_files
from factcheck.progress import Progress
from factcheck.values import Analysis, Article

Aid = Callable[[Sequence[Article], Analysis], Analysis]
"""Adds to an analysis of these articles."""

CONFIDENCE_STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def evaluate_folder(
    folder: Path, *, listing: bool, progress: Progress, aid: Aid = lambda _, analysis: analysis
) -> Iterator[str]:
    """The lines of every table there is gold for, in the folder or in folders of it.

    Gold is clusters of articles, annotated .jsonl files, and case files of phrases. Raises FactcheckError when there
    is none, or when it cannot be read. `aid` may add to each analysis.
    """
    if not folder.is_dir():
        raise FactcheckError(f"{folder}: not a folder")
    found = False
    for place in (folder, *sorted(p for p in folder.iterdir() if p.is_dir())):
        # A folder's own clusters are one folder below it; they are no places to look for others.
        if place is not folder and (place / "gold.json").exists():
            continue
        for table in _tables(place, listing, progress, aid):
            found = True
            yield from table
            yield ""
    if not found:
        raise FactcheckError(f"{folder}: nothing to score (no */gold.json, no annotated .jsonl, no case files)")


def _tables(place: Path, listing: bool, progress: Progress, aid: Aid) -> Iterator[Iterable[str]]:
    if clusters.clusters_in(place):
        yield cluster_lines(score_clusters(place, progress, aid), listing=listing)
    for path in sorted(place.glob("*.jsonl")):
        if lines := list(mention_lines(path, progress)):
            yield lines
    if rows := specs.score_specs(place, (*number_specs.MODELS, *date_specs.models())):
        yield spec_lines(rows, listing=listing)


def score_clusters(folder: Path, progress: Progress, aid: Aid) -> list[Scored]:
    """Analyse and score every cluster in the folder. Raises FactcheckError for unreadable articles."""
    parser, scored = Parser(), []
    folders = clusters.clusters_in(folder)
    for done, place in enumerate(folders):
        progress.step(done, len(folders))
        intake = read_files(sorted(place.glob("[0-9]*.json")))
        if intake.problems:
            raise FactcheckError(intake.problems[0])
        cluster = clusters.read_cluster(place, intake.articles)
        scored.append(clusters.score(cluster, aid(intake.articles, analyse(intake.articles, parser))))
    progress.step(len(folders), len(folders))
    return scored


def cluster_lines(scored: Sequence[Scored], *, listing: bool) -> Iterator[str]:
    if listing:
        for one in scored:
            yield from _listing(one)
    total = clusters.tally(scored)
    yield f"{len(scored)} clusters, {total.pairs} pairs of articles"
    yield f"  conflicts clear found  {_ratio(total.found['clear'], total.wanted['clear'])}"
    yield f"  conflicts soft found   {_ratio(total.found['soft'], total.wanted['soft'])}"
    yield f"  updates found          {_ratio(total.found['update'], total.wanted['update'])}"
    yield f"  agreements grouped     {_ratio(total.found['agreement'], total.wanted['agreement'])}"
    yield f"  reported and right     {_ratio(total.right, total.right + total.alarms)}"
    yield f"  false alarms a pair    {total.alarms / max(1, total.pairs):.2f}  ({total.known_alarms} of them annotated)"
    yield f"  precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}"
    yield ""
    if listing:
        for view in (views.cluster_lines, views.interval_lines, views.kind_lines, views.agreement_lines):
            yield from view(scored)
            yield ""
        yield from views.threshold_lines(scored)
        yield ""
    yield "by rule                         right  reported"
    yield from _share_lines((r.conflict.rule, r.right) for s in scored for r in s.reported)
    yield ""
    yield "stated confidence               right  reported"
    yield from _share_lines((_step(r.conflict.confidence), r.right) for s in scored for r in s.reported)


def _share_lines(rows: Iterable[tuple[str, bool]]) -> Iterator[str]:
    counts: dict[str, list[bool]] = defaultdict(list)
    for name, right in rows:
        counts[name].append(right)
    for name, outcomes in sorted(counts.items()):
        share = sum(outcomes) / len(outcomes)
        yield f"  {name:<30} {sum(outcomes):>4}  {len(outcomes):>4}   {share:.2f}"


def _step(confidence: float) -> str:
    low, high = next((a, b) for a, b in pairwise(CONFIDENCE_STEPS) if a <= confidence < b)
    return f"{low:.1f} to {min(high, 1.0):.1f}"


def _listing(one: Scored) -> Iterator[str]:
    yield f"== {one.cluster.name}"
    for item in one.cluster.items:
        if item.wanted and item.id not in one.found:
            yield f"  missed {item.id} {item.label} {item.kind}: {item.question}"
    names = {a.id: f"{n:02d}" for n, a in enumerate(one.cluster.articles, 1)}
    for reported in one.reported:
        mark = "found" if reported.right else "FALSE"
        annotated = ",".join(reported.finds) or reported.known_alarm or "not annotated"
        words = " | ".join(f"{names[c.article]}:{c.text[:60]!r}" for c in reported.claims)
        yield f"  {mark} ({annotated}) {reported.conflict.rule} {reported.conflict.confidence:.2f}: {words}"


def _ratio(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.2f}" if whole else f"{part}/{whole}"


def mention_lines(path: Path, progress: Progress) -> Iterator[str]:
    """The F1 table of one annotated .jsonl file; nothing when it holds no annotation. Raises FactcheckError."""
    gold = _gold(path)
    if not any(key in row for row in gold for key in mentions.SCORERS):
        return
    articles = [article_from_json(row, f"{path.name} line {n}") for n, row in enumerate(gold, 1)]
    rows = []
    for done, parsed in enumerate(Parser().parse(articles)):
        progress.step(done, len(articles))
        rows.append((gold[done], extract(parsed)))
    progress.step(len(articles), len(articles))
    yield path.name
    for figure in mentions.score(rows):
        yield f"  {figure.line()}"


def _gold(path: Path) -> list[mentions.Gold]:
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise FactcheckError(f"{path}: is not JSON lines ({error})") from error
    return [row for row in rows if isinstance(row, dict)]


def spec_lines(rows: Sequence[specs.Row], *, listing: bool) -> Iterator[str]:
    yield specs.table(rows)
    for row in rows if listing else ():
        yield f"== {row.model}"
        for miss in row.misses:
            yield f"  {miss.text!r}: {sorted(map(str, miss.found))} should be {sorted(map(str, miss.expected))}"
