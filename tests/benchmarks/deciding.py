"""How long it takes to decide 1,000 conflicts together and to take that back: on disk, and shown by the window.

    python -m tests.benchmarks.deciding

CPU time of the window's thread. What is decided is on disk before the window shows it, so that both are waited for.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.review import Review
from factcheck.values import Analysis, Case, Decision, Judgement
from factcheck.workspace import Workspace
from tests.benchmarks import lists
from tests.benchmarks.interface import opened
from tests.benchmarks.measuring import Figure, application, settle, tell
from tests.benchmarks.views import RUNS, longest

CONFLICTS = 1_000
TOGETHER, BACK, ONE = 400.0, 250.0, 100.0
"""Milliseconds. More than a moment for a thousand at one stroke is waited for under a waiting cursor."""


def figures() -> Iterator[Figure]:
    application()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # a backup may be under way
        yield from deciding(Path(folder))


def stored(folder: Path) -> Case:
    """Two articles that disagree so often, in a store."""
    made = lists.case(CONFLICTS)
    paths = [folder / f"{article.id}.txt" for article in made.articles]
    for path, article in zip(paths, made.articles, strict=True):
        path.write_text(f"{path.stem}: {article.text}", "utf-8")
    with Workspace(f"sqlite:///{folder}/cases.sqlite") as workspace:
        case = workspace.create_case("Benchmark")
        case = workspace.import_files(case.id, paths).case
        ids = {path.stem: article.id for path, article in zip(paths, case.articles, strict=True)}
        analysis = made.analysis or Analysis()
        claims = tuple(replace(claim, article=ids[claim.article]) for claim in analysis.claims)
        return workspace.keep_analysis(case.id, replace(analysis, claims=claims))


def deciding(folder: Path) -> Iterator[Figure]:
    case = stored(folder)
    window = opened(folder)
    ledger = window.bridge.ledger
    ledger.show(case, Review(), (), window.bridge.workspace.reviewer())
    window.bridge.case_opened.emit(case, Review())
    settle(3.0)
    ids = [conflict.id for conflict in (case.analysis or Analysis()).conflicts]
    together, back, one = [], [], []
    for _ in range(RUNS):
        together.append(longest(lambda: ledger.judge(ids, Judgement(Decision.UNKNOWN))))
        one.append(longest(lambda: ledger.judge(ids[:1], Judgement(Decision.NEITHER))))
        ledger.undo()
        back.append(longest(ledger.undo))
    window.close()
    yield Figure(f"{CONFLICTS:,} conflicts decided together", min(together), None, TOGETHER)
    yield Figure(f"{CONFLICTS:,} verdicts taken back together", min(back), None, BACK)
    yield Figure(f"one conflict decided beside {CONFLICTS:,} verdicts", min(one), None, ONE)


if __name__ == "__main__":
    sys.exit(tell(figures()))
